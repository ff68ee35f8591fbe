"""What `make run` installs is pinned, hashed, and the same that `make test` tests; no file says from where."""
from importlib.metadata import packages_distributions
import re
import sys
import tomllib

import pytest

from tests.house.walls import ROOMS, TOP, files, imports, name

MAY_NEED_MORE = {"knowledge/sample/printing/paper.py",  # a developer runs it, to print the handbook anew
                 "knowledge/building.py"}               # the set-up runs it, with what its group brings
WITH_THEIR_PARENT = {"starlette", "pydantic_core", "openai"}      # of fastapi, pydantic and langchain-openai, in the version that these need


def pins(text: str) -> dict[str, str]:
    """Every pinned distribution with its version."""
    return {m[1].lower().replace("_", "-"): m[2] for m in re.finditer(r"^([\w.-]+)(?:\[[\w,-]+\])?==([^\s;\\]+)", text, re.M)}


RUN, DEV = ((TOP / file).read_text() for file in ("requirements.txt", "requirements-dev.txt"))
NEEDED = tomllib.loads((TOP / "pyproject.toml").read_text())


def named(requirement: str) -> str:
    return re.split(r"[\[<>=!~; ]", requirement, maxsplit=1)[0].lower().replace("_", "-")


def test_what_is_tested_is_what_runs() -> None:
    assert pins(RUN).items() <= pins(DEV).items()


@pytest.mark.parametrize("text", [RUN, DEV], ids=["run", "dev"])
def test_every_pin_has_its_hashes(text: str) -> None:
    entries = re.split(r"\n(?=\S)", text.strip())
    assert all("==" in entry and "--hash=sha256:" in entry for entry in entries)
    assert not re.search(r"^--|https?:", text, re.M)


def test_every_dependency_is_pinned() -> None:
    groups = NEEDED["dependency-groups"]
    assert not {named(d) for d in (*NEEDED["project"]["dependencies"], *groups["build"])} - pins(RUN).keys()
    assert not {named(d) for d in groups["dev"]} - pins(DEV).keys()


def test_every_library_that_is_imported_is_declared() -> None:
    homes = packages_distributions()
    tops = {i.partition(".")[0] for f in files() if name(f) not in MAY_NEED_MORE for i in imports(f.read_text())}
    libraries = tops - sys.stdlib_module_names - set(ROOMS) - WITH_THEIR_PARENT
    declared = {named(d) for d in NEEDED["project"]["dependencies"]}
    assert not {library for library in libraries if not {named(d) for d in homes.get(library, ["?"])} & declared}


def test_a_pin_is_read() -> None:
    assert pins("SQLAlchemy==2.1.9 \\\n    --hash=sha256:0\nslack_sdk==3.48.0") == {"sqlalchemy": "2.1.9", "slack-sdk": "3.48.0"}
