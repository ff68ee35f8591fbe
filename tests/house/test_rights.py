"""Who may hold what: no tool holds a pen, faces see answers only, one file reads the environment. Each wall is shown to bite."""
import pytest

from tests.house import walls
from tests.house.walls import IN_FACES, IN_TOOLS_AND_REPORTS, files, foreign, name

MAY_APPLY = {"assistant/assistant.py", "assistant/confirming.py", "assistant/upkeep.py"}
MAY_HIDE_IMPORTS = ("assistant/bootstrap.py", "bots/cli/", "records/migrating.py", "records/starting.py")   # most starts run no migration and begin no company


def test_a_tool_holds_no_pen() -> None:
    held = {name(f): foreign(f.read_text(), IN_TOOLS_AND_REPORTS) for f in files("tools", "reports")}
    assert not {file: found for file, found in held.items() if found}


@pytest.mark.parametrize("planted", ["from records.changing import apply", "from records import changing", "import records.database",
                                     "import records", "from knowledge.library import save"])
def test_a_planted_pen_is_seen(planted: str) -> None:
    assert foreign(planted, IN_TOOLS_AND_REPORTS)


def test_a_tool_may_read() -> None:
    assert not foreign("from records.reading import Reader\nfrom records import kinds\nfrom knowledge.searching import Search", IN_TOOLS_AND_REPORTS)


def test_faces_see_the_assistant_and_the_blocks_only() -> None:
    held = {name(f): foreign(f.read_text(), IN_FACES) for f in files("bots")}
    assert not {file: found for file, found in held.items() if found}


def test_a_face_that_queries_its_own_way_is_seen() -> None:
    assert foreign("from records.reading import Reader\nfrom tools import TOOLS", IN_FACES) == ["records.reading", "tools.TOOLS"]


def test_only_the_edge_applies_a_change() -> None:
    applying = {name(f) for f in files() if walls.pens(f.read_text()) and not name(f).startswith("records/sample/")}
    assert applying <= MAY_APPLY


@pytest.mark.parametrize("planted", ["from records.changing import apply", "from records import changing\nchanging.apply(1)",
                                     "import records.changing\nrecords.changing.apply"])
def test_a_planted_apply_is_seen(planted: str) -> None:
    assert walls.pens(planted)


def test_only_the_settings_read_the_environment() -> None:
    assert {name(f) for f in files() if walls.readers_of_the_environment(f.read_text())} == {"assistant/settings.py"}


@pytest.mark.parametrize("planted", ["import os\nos.environ['X']", "import os as o\no.getenv('X')", "from os import environ",
                                     "import pydantic_settings"])
def test_a_planted_reader_of_the_environment_is_seen(planted: str) -> None:
    assert walls.readers_of_the_environment(planted)


def test_imports_stand_at_the_top() -> None:
    hidden = {name(f): walls.hidden_imports(f.read_text()) for f in files() if not name(f).startswith(MAY_HIDE_IMPORTS)}
    assert not {file: found for file, found in hidden.items() if found}


@pytest.mark.parametrize("planted", ["def f():\n    import records", "if TYPE_CHECKING:\n    from records import log"])
def test_a_hidden_import_is_seen(planted: str) -> None:
    assert walls.hidden_imports(planted)


def test_kinds_refer_to_each_other_by_table_name() -> None:
    assert not [name(f) for f in files("records") if walls.relationships(f.read_text())]


@pytest.mark.parametrize("planted", ["from sqlmodel import Relationship", "import sqlmodel\nx = sqlmodel.Relationship()"])
def test_a_planted_relationship_is_seen(planted: str) -> None:
    assert walls.relationships(planted)
