"""Each leaf folder and its tuple hold the same; a forgotten line is printed."""
from collections.abc import Callable, Iterator
from importlib import import_module

import pytest

from records.figures import FIGURES
from records.figures.base import Figure
from records.kinds import KINDS
from records.kinds.base import Record
from records.rules import RULES
from records.rules.base import Rule
from reports.sections import SECTIONS
from reports.sections.base import Section
from tests.house.walls import TOP, forgotten
from tools import TOOLS
from tools.base import Tool

NO_LEAF = {"__init__", "base"}
LEAVES: dict[str, tuple[tuple[object, ...], Callable[[object], bool]]] = {
    "records/kinds": (KINDS, lambda leaf: isinstance(leaf, type) and issubclass(leaf, Record) and hasattr(leaf, "__table__")),
    "records/figures": (FIGURES, lambda leaf: isinstance(leaf, Figure)),
    "records/rules": (RULES, lambda leaf: isinstance(leaf, Rule)),
    "reports/sections": (SECTIONS, lambda leaf: isinstance(leaf, Section)),
    "tools": (TOOLS, lambda leaf: isinstance(leaf, Tool)),
}


def place(leaf: object) -> str:
    """Where a declaration stands: `task.Task`, `cpi.cpi`."""
    of = leaf if isinstance(leaf, type) else getattr(leaf, "run")  # noqa: B009 - each declaration has one, of its own type
    return f"{of.__module__.rpartition('.')[2]}.{of.__name__}"


def found(folder: str, is_leaf: Callable[[object], bool]) -> Iterator[str]:
    """Every declaration in a folder and the folders in it; a file that declares nothing is named by itself, but for the mathematics of a folder of its own."""
    for file in sorted((TOP / folder).rglob("*.py")):
        if file.stem in NO_LEAF:
            continue
        module = import_module(".".join(file.relative_to(TOP).with_suffix("").parts))
        here = {place(leaf) for leaf in vars(module).values() if is_leaf(leaf)}
        yield from {leaf for leaf in here if leaf.startswith(f"{file.stem}.")} or ({file.stem} if file.parent == TOP / folder else set())


@pytest.mark.parametrize("folder", LEAVES)
def test_every_leaf_is_in_its_tuple(folder: str) -> None:
    declared, is_leaf = LEAVES[folder]
    assert not forgotten(set(found(folder, is_leaf)), {place(leaf) for leaf in declared})


def test_a_forgotten_line_is_printed() -> None:
    assert forgotten({"task.Task", "risk.Risk"}, {"task.Task"}) == ["forgotten in __init__.py: risk.Risk"]


def test_a_line_without_its_file_is_printed() -> None:
    assert forgotten({"task.Task"}, {"task.Task", "risk.Risk"}) == ["in the tuple without a file of its name: risk.Risk"]
