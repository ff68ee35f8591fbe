"""A condition may be what people say of the kind: “open”, “overdue” and “not done” are no statuses, and mean something."""
import pytest

from records.kinds import Risk, Task
from tests.tools.conftest import LayDesk
from tools.desk import Desk


def found(desk: Desk, kind: type[Task | Risk], **said: str) -> set[str]:
    return {row.key for row in desk.reader.find(desk.query(kind, said, limit=None))}


@pytest.mark.parametrize("said", [{"status": "not done", "due": "before today"}, {"status": "open", "due": "before today"}, {"status": "overdue"},
                                  {"due": "overdue"}])
def test_what_is_open_or_late_is_not_cancelled(desk_of: LayDesk, said: dict[str, str]) -> None:
    assert found(desk_of("paula"), Task, project="Apollo", **said) == {f"APOLLO-T-{n}" for n in (5, 6, 7, 9)}


def test_a_choice_of_the_kind_is_that_choice(desk_of: LayDesk) -> None:
    desk = desk_of("paula")
    assert found(desk, Task, status="done") == found(desk, Task, status="closed")
    assert found(desk, Risk, status="open") <= found(desk, Risk, status="not closed")
