"""A figure explained: whose it is stands in the first line, whatever record it is of; behind the confidence stand the fixes."""
import pytest

from records.kinds import Task
from reports.blocks import Fact, Table, Text
from tests.tools.conftest import LayDesk
from tools.base import Result
from tools.desk import Desk
from tools.explain_figure import explain_figure


@pytest.fixture
def desk(desk_of: LayDesk) -> Desk:
    return desk_of("paula")


def test_the_first_line_names_the_project_the_person_or_the_objective(desk: Desk) -> None:
    for asked, label in (({"figure": "CPI", "project": "Apollo"}, "Apollo (APOLLO): CPI"), ({"figure": "load", "person": "Ben"}, "Ben Okafor (P-3): load"),
                         ({"figure": "benefit realisation", "project": "Elara"}, "Elara (ELARA): benefit realisation"),
                         ({"figure": "coverage", "record": "OBJ-1"}, "Cut the cost of service by 15 % (OBJ-1): projects serving it")):
        found = explain_figure.call(desk, asked)
        assert isinstance(found, Result)
        first = found.blocks[0]
        assert isinstance(first, Fact)
        assert first.label == label
    assert isinstance(first, Fact)
    assert first.slot == "obj-1.coverage"                      # what a sentence places it by stays as it is


def test_behind_the_data_confidence_stand_the_fixes_with_who_can_do_them(desk: Desk) -> None:
    found = explain_figure.call(desk, {"figure": "data confidence", "project": "Dione"})
    assert isinstance(found, Result)
    (table,) = (b for b in found.blocks if isinstance(b, Table))
    assert table.title == "What would raise the data confidence most"
    assert table.columns == ("fix", "who can do it")
    assert table.rows[0] == ("Agree a baseline (+9 points)", "Sofia Rossi")


def test_the_task_that_was_asked_for_is_answered_before_its_project(desk: Desk) -> None:
    found = explain_figure.call(desk, {"figure": "total float", "project": "Apollo", "record": "APOLLO-T-12"})
    assert isinstance(found, Result)
    first, second, *_ = found.blocks
    assert isinstance(first, Text)
    assert isinstance(second, Fact)
    task = desk.reader.get(Task, "APOLLO-T-12")
    assert first.text.startswith(f"{task.title} (APOLLO-T-12): ")
    assert "total float" in first.text
    assert "counted back from the wanted finish 22 Jan 2027" in second.how


def test_what_stands_behind_a_figure_is_not_said_before_it_too(desk: Desk) -> None:
    found = explain_figure.call(desk, {"figure": "EAC", "project": "Apollo"})
    assert isinstance(found, Result)
    labels = [b.label for b in found.blocks if isinstance(b, Fact)]
    behind = [row[0] for b in found.blocks if isinstance(b, Table) for row in b.rows]
    assert "bottom-up EAC" in behind
    assert "bottom-up EAC" not in labels
    assert any("labour only" in row[1] for b in found.blocks if isinstance(b, Table) for row in b.rows)
