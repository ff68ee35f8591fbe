"""Time that is not booked: by whom, by how much, and what near-by questions mean."""
from collections.abc import Mapping

import pytest

from assistant.calling import Call, Past
from tests.assistant.planner.asking import planned

LOGGED = {"kind": "time entry", "values": {"hours": "3 hours", "task": "APOLLO-T-7", "on": "today"}}
WAITS = Past("log 3 hours on T-7", "**New time entry**", (Call("create_record", LOGGED),), (), "pending", wish="time entry")
DONE = Past("log 3 hours on T-7", "✓ Done", (Call("create_record", LOGGED),), ("APOLLO-H-3",), "applied")


@pytest.mark.parametrize(("said", "where", "days"), [
    ("Who didn't log any time last week?", {"hours worked": "at most 0"}, "last week"),
    ("who logged nothing last week?", {"hours worked": "at most 0"}, "last week"),
    ("who hasn't booked anything since Monday?", {"hours worked": "at most 0"}, "since Monday"),
    ("who has not filled in the timesheet this week", {"hours worked": "at most 0"}, "this week"),
    ("who has hours missing last week", {"hours not booked": "above 0"}, "last week"),
    ("whose timesheet is missing?", {"hours not booked": "above 0"}, "this week")])
def test_who_booked_nothing_or_too_little_is_a_list_of_people(said: str, where: Mapping[str, str], days: str) -> None:
    assert planned(said).calls == (("find_records", {"kind": "person", "where": where, "days": days}),)


@pytest.mark.parametrize(("said", "days"), [
    ("how many hours are missing for last week?", "for last week"), ("am I missing any hours last week?", "last week"), ("is my week full yet?", "this week"),
    ("how many hours do I still have to book for last week?", "for last week"), ("which days of last week have I not booked?", "last week")])
def test_what_one_has_still_to_book_is_computed(said: str, days: str) -> None:
    assert planned(said).calls == (("explain_figure", {"figure": "hours not booked", "person": "me", "days": days}),)


def test_both_what_is_booked_and_what_is_missing_are_answered() -> None:
    calls = planned("How many hours have I logged so far, and how many are missing for last week?").calls
    assert [name for name, _ in calls] == ["find_records", "explain_figure"]


@pytest.mark.parametrize(("said", "args"), [
    ("how many hours did Ben log last week?", {"kind": "time entry", "where": {"person": "Ben", "on": "last week"}}),
    ("who worked on Apollo last week?", {"kind": "time entry", "where": {"project": "APOLLO", "on": "last week"}, "group": "total hours by person"}),
    ("nobody logged time last week?", {"kind": "time entry", "where": {"on": "last week"}})])
def test_what_was_booked_is_a_list_of_entries(said: str, args: Mapping[str, object]) -> None:
    assert planned(said).calls == (("find_records", args),)


def test_if_nobody_did_the_team_is_shown_too() -> None:
    calls = planned("Has anyone logged time on Corvus this month, and if not who should have?").calls
    assert [args["kind"] for _, args in calls] == ["time entry", "membership"]


def test_of_one_project_it_is_said_that_only_what_was_booked_is_known() -> None:
    plan = planned("who did not log time on Corvus last week?")
    assert plan.calls[0][1]["kind"] == "time entry"
    assert "I cannot list" in plan.says


@pytest.mark.parametrize("said", ["do I have any time on Friday?", "which tasks are missing hours?", "how many hours are booked on Apollo?", "who has time on Friday?"])
def test_free_time_and_what_is_booked_are_other_questions(said: str) -> None:
    assert "hours not booked" not in str(planned(said).calls)


@pytest.mark.parametrize(("said", "hours", "on"), [
    ("sorry, it was 4 and it was yesterday", "4 hours", "yesterday"), ("make it 2 and on Monday", "2 hours", "Monday"), ("no, 4", "4 hours", "today")])
def test_hours_that_wait_are_corrected_by_a_number_and_a_day(said: str, hours: str, on: str) -> None:
    ((_, args),) = planned(said, WAITS).calls
    assert args["values"] == {"hours": hours, "task": "APOLLO-T-7", "on": on}


@pytest.mark.parametrize("said", ["how much have I booked on it in total now?", "how many hours did I log on APOLLO-T-7 so far?"])
def test_what_was_booked_on_a_task_is_told_of_the_one_that_was_booked_on(said: str) -> None:
    assert planned(said, DONE).calls == (("find_records", {"kind": "time entry", "where": {"task": "APOLLO-T-7", "person": "me"}}),)
