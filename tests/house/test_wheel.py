"""The wheel holds the eight rooms whole: code, data files, and the migrations, without which it could not make its database."""
from pathlib import Path
import subprocess
import sys
from zipfile import ZipFile

import pytest

from tests.house.walls import ROOMS, TOP, name, tracked


@pytest.mark.slow
def test_the_wheel_holds_every_file_of_the_house(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path], cwd=TOP, capture_output=True, check=True)  # noqa: S603
    with ZipFile(next(tmp_path.glob("project_assistant-*.whl"))) as wheel:
        packed = set(wheel.namelist())
    wanted = {name(f) for f in tracked() if name(f).startswith(tuple(f"{room}/" for room in ROOMS))}
    wanted |= {f"records/{name(f)}" for f in tracked() if name(f).startswith("migrations/")}
    assert not wanted - packed
