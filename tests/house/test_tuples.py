"""Each leaf folder and its tuple hold the same; a forgotten line is printed."""
import pytest

from records.figures import FIGURES
from records.kinds import KINDS
from records.rules import RULES
from reports.sections import SECTIONS
from tests.house.walls import TOP, forgotten
from tools import TOOLS

NO_LEAF = {"__init__", "base"}
DECLARED = {
    "records/kinds": {kind.__module__.rpartition(".")[2] for kind in KINDS},
    "records/figures": {figure.name for figure in FIGURES},
    "records/rules": {rule.name for rule in RULES},
    "reports/sections": {section.name for section in SECTIONS},
    "tools": {tool.name for tool in TOOLS},
}


@pytest.mark.parametrize("folder", DECLARED)
def test_every_leaf_is_in_its_tuple(folder: str) -> None:
    leaves = {f.stem for f in (TOP / folder).glob("*.py")} - NO_LEAF
    assert not forgotten(leaves, DECLARED[folder])


def test_a_forgotten_line_is_printed() -> None:
    assert forgotten({"task", "risk"}, {"task"}) == ["forgotten in __init__.py: risk"]


def test_a_line_without_its_file_is_printed() -> None:
    assert forgotten({"task"}, {"task", "risk"}) == ["in the tuple without a file of its name: risk"]
