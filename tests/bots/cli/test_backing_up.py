"""`pmo backup` and `pmo restore`: what they say, and that nobody's company is replaced unasked."""
from pathlib import Path
import stat

import pytest

from tests.bots.cli.conftest import Pmo


def test_a_backup_is_made_and_restored_over_the_untouched_sample(alone: Pmo, home: Path, tmp_path: Path) -> None:
    file = tmp_path / "backup.db"
    ran = alone("backup", str(file))
    assert ran.code == 0
    assert "7 projects" in ran.out
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    ran = alone("restore", str(file))
    assert ran.code == 0
    assert str(home / "pmo-2026-11-18-0900.db") in ran.out.replace("\n", "")


def test_who_was_let_in_when_the_backup_was_made_is_not_let_in_by_it(alone: Pmo, tmp_path: Path) -> None:
    alone("token", "Ben")
    alone("backup", str(tmp_path / "backup.db"))
    assert "tokens are made anew" in alone("restore", str(tmp_path / "backup.db"), "--force").out.replace("\n", " ")
    assert "there is no token" in alone("tokens").out


def test_a_company_of_ones_own_is_replaced_only_when_forced(alone: Pmo, home: Path, tmp_path: Path) -> None:
    file = tmp_path / "backup.db"
    alone("backup", str(file))
    alone("ask", "create a task for Ana on Apollo to fix the login page by next Friday, 6h")
    alone("confirm")
    ran = alone("restore", str(file))
    assert ran.code == 1
    assert "--force" in ran.err
    assert alone("export", "tasks").out.count("Fix the login page") == 1
    assert alone("restore", str(file), "--force").code == 0
    assert "Fix the login page" not in alone("export", "tasks").out
    assert (home / "pmo-2026-11-18-0900.db").exists()


@pytest.mark.parametrize(("arguments", "code"), [(("restore", "no-such-file.db"), 2), (("backup", "no/such/folder/b.db"), 2), (("backup",), 2),
                                                 (("restore", "pyproject.toml"), 2)])
def test_a_file_that_is_none_is_said(alone: Pmo, arguments: tuple[str, ...], code: int) -> None:
    ran = alone(*arguments)
    assert ran.code == code
    assert "Traceback" not in ran.err
