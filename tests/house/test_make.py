"""`make` says in one line what a machine lacks, and the command that mends it."""
from pathlib import Path
import shutil
import subprocess

import pytest

from tests.house.walls import TOP

OLD = 'case "$*" in --version) echo "Python 3.9.2";; *version_info*) exit 1;; esac'
WITHOUT_VENV = 'case "$*" in --version) echo "Python 3.11.2";; *ensurepip*) exit 1;; esac'


def said(folder: Path, python: str) -> str:
    """What `make run` says with a Python that behaves like this script."""
    shutil.copy(TOP / "Makefile", folder)
    for needed in ("requirements.txt", "pyproject.toml"):
        (folder / needed).touch()
    fake = folder / "python"
    fake.write_text(f"#!/bin/sh\n{python}\n")
    fake.chmod(0o755)
    done = subprocess.run(["make", "--silent", "run", f"PYTHON={fake}"], cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603, S607
    assert done.returncode
    return done.stdout.strip()


@pytest.mark.parametrize(("python", "mends"), [
    (OLD, "Python 3.9.2 is too old; 3.11 or newer is needed. Name one: make run PYTHON="),
    (WITHOUT_VENV, "Python's venv module is missing. To mend it: sudo apt-get install python3-venv")])
def test_what_is_missing_is_said_in_one_line(python: str, mends: str, tmp_path: Path) -> None:
    line = said(tmp_path, python)
    assert line.startswith(mends)
    assert "\n" not in line


def test_help_lists_the_targets() -> None:
    listed = subprocess.run(["make", "help"], cwd=TOP, capture_output=True, text=True, check=True).stdout  # noqa: S607
    assert {"make run", "make test", "make lint", "make bench"} <= {" ".join(line.split()[:2]) for line in listed.splitlines()}
