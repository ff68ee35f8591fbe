"""A kind that is named alone, or with “all”, is listed anew: it is no answer to a title that was shown, and nothing narrower that was asked before."""
import pytest

from assistant.calling import Call, Past
from tests.assistant.planner.asking import planned

TASKS = Past("tasks on apollo", "| task |", (Call("find_records", {"kind": "task", "where": {"project": "APOLLO"}}),), ("APOLLO-T-5",))
TITLED = Past("decisions", "Which cloud hosts the portal? (APOLLO-DE-1): decide by Fri 27 Nov 2026.\n\n| decision |", (
    Call("find_records", {"kind": "decision"}),), ("APOLLO-DE-1",), named=(("APOLLO-DE-1", "Which cloud hosts the portal?"),))


@pytest.mark.parametrize(("said", "kind"), [("all risks", "risk"), ("all benefits", "benefit"), ("all tasks", "task")])
def test_all_of_a_kind_are_all(said: str, kind: str) -> None:
    assert planned(said, TASKS).calls == (("find_records", {"kind": kind}),)


def test_what_goes_on_from_a_list_is_still_narrowed() -> None:
    assert planned("and the risks?", TASKS).calls == (("find_records", {"kind": "risk", "where": {"project": "APOLLO"}}),)


@pytest.mark.parametrize(("said", "kind"), [("milestones", "milestone"), ("risks", "risk")])
def test_a_title_that_was_shown_is_no_question_that_was_asked(said: str, kind: str) -> None:
    assert planned(said, TITLED).calls == (("find_records", {"kind": kind}),)
