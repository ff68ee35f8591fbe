"""With PMO_REQUIRE_ALL set, whatever a test does to not count is a failure; without it, skips stay skips."""
import os
from pathlib import Path
import subprocess
import sys

import pytest

from tests.house.walls import TOP

pytestmark = pytest.mark.slow       # each starts a pytest of its own
ALONE = {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}      # what others plug into it takes a second and has no part in this
HOOKS = "from tests.nothing_skipped import pytest_make_collect_report, pytest_runtest_makereport"
EVASIONS = {
    "skip": "import pytest\ndef test_a():\n    pytest.skip('no browser')",
    "mark": "import pytest\n@pytest.mark.skip(reason='later')\ndef test_a(): pass",
    "xfail": "import pytest\n@pytest.mark.xfail(reason='known')\ndef test_a(): assert False",
    "module": "import pytest\npytest.importorskip('no_such_library')\ndef test_a(): pass",
}


def closing_line(folder: Path, source: str, **environment: str) -> tuple[int, str]:
    (folder / "conftest.py").write_text(HOOKS)
    (folder / "test_planted.py").write_text(source)
    clean = {key: value for key, value in os.environ.items() if key != "PMO_REQUIRE_ALL"}
    done = subprocess.run([sys.executable, "-m", "pytest", "-q", "-c", os.devnull, "--rootdir", folder, folder], cwd=TOP,  # noqa: S603
                          capture_output=True, text=True, check=False, env={**clean, **ALONE, **environment})
    return done.returncode, done.stdout.strip().splitlines()[-1]


@pytest.mark.parametrize("evasion", EVASIONS)
def test_a_skip_is_a_failure_in_ci(evasion: str, tmp_path: Path) -> None:
    code, line = closing_line(tmp_path, EVASIONS[evasion], PMO_REQUIRE_ALL="1")
    assert code != 0
    assert "failed" in line or "error" in line


def test_a_skip_stays_a_skip_elsewhere(tmp_path: Path) -> None:
    code, line = closing_line(tmp_path, EVASIONS["skip"])
    assert (code, line.split(" in ")[0]) == (0, "1 skipped")


def test_a_passing_test_passes_in_ci(tmp_path: Path) -> None:
    code, line = closing_line(tmp_path, "def test_a(): pass", PMO_REQUIRE_ALL="1")
    assert (code, line.split(" in ")[0]) == (0, "1 passed")
