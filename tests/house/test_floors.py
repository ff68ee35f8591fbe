"""The import contracts in pyproject.toml hold, and a planted import breaks each of them."""
from pathlib import Path
import shutil
import subprocess
import sys

import pytest

from tests.house.walls import ROOMS, TOP

PLANTED = {
    "language/planted.py": "import records",
    "records/kinds/planted.py": "from records.kinds.task import Task",
    "records/rules/health/planted.py": "import records.rules.health.planted_too",
    "records/rules/health/planted_too.py": "",
    "records/planted.py": "",
    "knowledge/library.py": "import knowledge.searching",
    "reports/blocks.py": "import reports.formats",
    "reports/sections/planted.py": "import reports.sections.planted_too",
    "reports/sections/planted_too.py": "import records.changing",
    "assistant/messages.py": "import assistant.bootstrap",
    "assistant/planner/words/plain.py": "import assistant.planner.asked.figuring",
    "bots/web/planted.py": "import bots.cli\nimport records.reading\nimport slack_bolt",
    "tools/planted.py": "import tools.planted_too\nimport openai",
    "tools/planted_too.py": "import chromadb\nimport sqlalchemy\nimport fastapi\nimport mcp\nimport authlib",
    "records/threads.py": "import records.journal",
    "records/journal.py": "import records.threads",
}


def lint(top: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([Path(sys.executable).parent / "lint-imports", "--no-cache"], cwd=top, capture_output=True, text=True, check=False)  # noqa: S603


def test_the_import_contracts_hold() -> None:
    done = lint(TOP)
    assert done.returncode == 0, done.stdout


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What the linter says of a copy of the house with arrows planted in it."""
    top = tmp_path_factory.mktemp("house")
    shutil.copy(TOP / "pyproject.toml", top)
    for room in ROOMS:
        shutil.copytree(TOP / room, top / room, ignore=lambda _, names: [n for n in names if n == "__pycache__"])
    for path, source in PLANTED.items():
        with (top / path).open("a", encoding="utf-8") as file:
            file.write(f"\n{source}\n")
    return lint(top).stdout


@pytest.mark.slow
def test_every_contract_bites(broken: str) -> None:
    kept = [line for line in broken.splitlines() if " KEPT" in line]
    assert "BROKEN" in broken
    assert not kept


def test_a_room_of_records_that_no_contract_places_is_named(broken: str) -> None:
    assert "- records.planted" in broken
