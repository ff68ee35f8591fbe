"""`pmo report` and `pmo portfolio`: told on the terminal, written as a file in any format, refused in a line."""
from pathlib import Path

import pytest

from tests.bots.cli.conftest import Pmo


def test_a_report_is_told_for_its_reader(pmo: Pmo) -> None:
    ran = pmo("report", "Apollo", "--for", "executive", "--as", "Elena")
    assert ran.code == 0
    assert "Elena Marsh is to decide by Tue 24 Nov 2026" in ran.out
    assert "How each figure came about" not in ran.out


@pytest.mark.parametrize(("arguments", "name", "begins"), [
    (("report", "Apollo", "--sections", "cost,risks"), "apollo.pdf", b"%PDF"), (("report", "APOLLO", "--for", "exec"), "apollo.docx", b"PK"),
    (("portfolio",), "all.html", b"<!doctype html>"), (("portfolio", "--period", "last month"), "all.md", b"# Portfolio")])
def test_the_name_of_the_file_says_the_format(pmo: Pmo, tmp_path: Path, arguments: tuple[str, ...], name: str, begins: bytes) -> None:
    ran = pmo(*arguments, "--out", str(tmp_path / name))
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"Written: {tmp_path / name}, ")
    assert (tmp_path / name).read_bytes().startswith(begins)


def test_a_text_format_goes_to_stdout(pmo: Pmo) -> None:
    ran = pmo("report", "Corvus", "--sections", "summary", "--format", "md")
    assert (ran.code, ran.out.splitlines()[0]) == (0, "# Corvus: status report")


def test_a_file_that_is_there_is_replaced_only_when_forced(pmo: Pmo, tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text("precious")
    ran = pmo("report", "Corvus", "--sections", "summary", "--out", str(file))
    assert (ran.code, file.read_text()) == (1, "precious")
    assert pmo("report", "Corvus", "--sections", "summary", "--out", str(file), "--force").code == 0
    assert file.read_text().startswith("# Corvus")


def test_a_past_day_is_told_as_of_then(pmo: Pmo) -> None:
    ran = pmo("report", "Apollo", "--for", "executive", "--as-of", "1 October")
    assert "as of Thu 1 Oct 2026" in ran.out


@pytest.mark.parametrize(("arguments", "says"), [
    (("report", "Nowhere"), "Nowhere"), (("report", "Apollo", "--format", "odt"), "I cannot write a report as “odt”"),
    (("report", "Apollo", "--for", "Martians"), "I know no readers called “Martians”"), (("report", "Apollo", "--sections", "weather"), "There is no section"),
    (("report", "Zephyr", "--as", "ben"), "Zephyr"), (("portfolio", "--period", "when pigs fly"), "when pigs fly")])
def test_what_cannot_be_is_refused_in_a_line(pmo: Pmo, arguments: tuple[str, ...], says: str) -> None:
    ran = pmo(*arguments)
    assert ran.code in (1, 2)
    assert says in ran.err
    assert "Traceback" not in ran.err
