"""How long something has been there or has lain untouched, as a condition of a list."""
from collections.abc import Mapping

import pytest

from tests.assistant.planner.asking import planned_once

AGES: tuple[tuple[str, str, Mapping[str, str]], ...] = (
    ("risks older than 6 months", "risk", {"age": "above 6 months"}),
    ("which risks are more than half a year old?", "risk", {"age": "above 6 months"}),
    ("issues open for more than 30 days", "issue", {"age": "above 30 days"}),
    ("which issues have been open longer than a fortnight?", "issue", {"age": "above 1 fortnights"}),
    ("risks that have been open for over 3 months on Apollo", "risk", {"age": "above 3 months", "project": "APOLLO"}),
    ("change requests waiting longer than ten days", "change request", {"age": "above 10 days"}),
    ("how many change requests are older than 2 weeks?", "change request", {"age": "above 2 weeks"}),
    ("decisions pending for more than two weeks", "decision", {"age": "above 2 weeks"}),
)


@pytest.mark.parametrize(("text", "kind", "where"), AGES)
def test_how_long_something_is_there_or_was_not_touched_narrows_a_list(text: str, kind: str, where: Mapping[str, str]) -> None:
    (call,) = planned_once(text).calls
    assert call[1]["kind"] == kind
    assert where.items() <= call[1]["where"].items()
    assert not planned_once(text).says


def test_how_long_a_state_has_lasted_that_came_later_is_said_to_be_unknown() -> None:
    plan = planned_once("tasks waiting for a week")
    assert plan.calls[0][1]["where"] == {"status": "blocked"}
    assert "for a week" in plan.says


def test_a_task_that_takes_longer_than_some_days_is_not_older() -> None:
    assert "age" not in str(planned_once("tasks longer than 10 days").calls)
