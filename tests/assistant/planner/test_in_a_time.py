"""What lies in a time that is said: from now on, for review by a day, to be decided, on one's own plate."""
import pytest

from tests.assistant.planner.asking import planned

DECIDED = ["milestone", "change request", "decision"]


@pytest.mark.parametrize(("said", "field", "days"), [
    ("milestones between now and Christmas", "forecast", "today to Christmas"),
    ("tasks due between now and the end of the year", "due", "today to the end of the year"),
    ("Which documents are due for review before the end of February?", "review", "before the end of February"),
    ("risks due for review by Friday", "review", "at most Friday"),
    ("which risks are overdue for review", "review", "before today"),
    ("which risks are due for review", "review", "before today")])
def test_the_days_that_are_said_count(said: str, field: str, days: str) -> None:
    assert planned(said).calls[0][1]["where"][field] == days


@pytest.mark.parametrize("said", [
    "I need everything that has to be decided in the next two weeks, with who decides and by when.",
    "which decisions have to be made in the next two weeks?", "what needs a decision in the next two weeks?",
    "what do we have to decide in the next two weeks?", "anything to be decided in the next two weeks?"])
def test_what_has_to_be_decided_are_requests_decisions_and_gates(said: str) -> None:
    assert [args["kind"] for _, args in planned(said).calls] == DECIDED
    assert all("in the next two weeks" in args["where"].values() for _, args in planned(said).calls)


def test_what_was_decided_is_another_question() -> None:
    assert all("decided on" in args["where"] for _, args in planned("what was decided last week?").calls)


@pytest.mark.parametrize("said", ["What's on my plate until Friday?"])
def test_issues_are_ones_own_work_too(said: str) -> None:
    assert [(args["kind"], args["where"]["due"]) for _, args in planned(said).calls] == [("task", "at most Friday"), ("issue", "at most Friday")]


def test_ones_own_work_is_narrowed_to_a_project() -> None:
    calls = planned("What do I have to do for Apollo before Christmas?").calls
    assert [args["where"]["project"] for _, args in calls] == ["APOLLO", "APOLLO"]


@pytest.mark.parametrize(("said", "kind"), [("my benefits", "benefit"), ("show me my documents", "document"), ("my risks", "risk")])
def test_ones_own_of_a_kind_are_those_one_owns(said: str, kind: str) -> None:
    assert planned(said).calls == (("find_records", {"kind": kind, "where": {"owner": "me"}}),)


@pytest.mark.parametrize("said", ["which documents are due for review in January, and who has to do it?",
                                  "which documents are due for review in January and who looks after them?"])
def test_who_does_it_is_a_column(said: str) -> None:
    assert planned(said).calls[0][1]["show"] == "owner"
