"""Hours that were worked: on several tasks, on several days, or so many a day; and what only looks like it."""
from typing import Any

import pytest

from tests.assistant.planner.asking import planned

Entries = list[tuple[str, str, str]]


def entries(said: str) -> list[dict[str, Any]]:
    return [args["values"] for name, args in planned(said).calls if name == "create_record" and args["kind"] == "time entry"]


@pytest.mark.parametrize(("said", "wanted"), [
    ("I worked 6 hours on T-6 on Monday and 2 hours on T-10 yesterday, log both.", [("6 hours", "T-6", "Monday"), ("2 hours", "T-10", "yesterday")]),
    ("log 3h yesterday and 2h today on CORVUS-T-5", [("3h", "CORVUS-T-5", "yesterday"), ("2h", "CORVUS-T-5", "today")]),
    ("please log 3 hours for T-6 and 2 hours for T-7, both yesterday", [("3 hours", "T-6", "yesterday"), ("2 hours", "T-7", "yesterday")]),
    ("Monday 4h on T-6, Tuesday 5h on T-7, today 2h on T-10", [("4h", "T-6", "Monday"), ("5h", "T-7", "Tuesday"), ("2h", "T-10", "today")]),
    ("log time: T-6 3h, T-7 2h", [("3h", "T-6", "today"), ("2h", "T-7", "today")]),
    ("7 on T-5 yesterday, 1 on T-17", [("7 h", "T-5", "yesterday"), ("1 h", "T-17", "yesterday")]),
    ("I worked on T-5 3 hours on Monday and 4 on Tuesday", [("3 hours", "T-5", "Monday"), ("4 h", "T-5", "Tuesday")]),
    ("I spent all of Monday, 8h, on BOREALIS-T-8. Please book it.", [("8h", "BOREALIS-T-8", "Monday")]),
    ("book 8h each on Monday and Tuesday for T-4", [("8 h", "T-4", "2026-11-16"), ("8 h", "T-4", "2026-11-17")]),
    ("I logged nothing last week, I had 12 hours on T-5, 4 hours a day Monday to Wednesday",
     [("4 h", "T-5", "2026-11-09"), ("4 h", "T-5", "2026-11-10"), ("4 h", "T-5", "2026-11-11")]),
])
def test_each_day_and_each_task_is_an_entry_of_its_own(said: str, wanted: Entries) -> None:
    assert [(e["hours"], e["task"], e["on"]) for e in entries(said)] == wanted


@pytest.mark.parametrize(("said", "note"), [
    ("I forgot to book last Thursday: 5h connecting the order system, CORVUS-T-5.", "connecting the order system"),
    ("Put down 90 minutes for me on T-14, today, reviewing with Tom.", "reviewing with Tom"),
    ("Log 7.5 hours on T-4 for yesterday and 4 for today, it was mostly duplicates.", "mostly duplicates")])
def test_what_is_said_of_the_work_is_a_note_and_no_title(said: str, note: str) -> None:
    assert entries(said)
    assert all(e["note"] == note for e in entries(said))


@pytest.mark.parametrize("said", ["12 hours on T-2 this week", "I worked 10 hours on T-5 on Monday and Tuesday", "log 2 h on T-6 and on T-10 today",
                                  "I had 30 hours on T-5 last week, 4 hours a day Monday to Friday"])
def test_hours_of_several_days_or_tasks_are_asked_about_and_put_on_no_day(said: str) -> None:
    plan = planned(said)
    assert not plan.calls
    assert "hours are booked by the day" in plan.says


def test_hours_of_a_week_beside_a_state_are_left_out_and_said_so() -> None:
    plan = planned("T-2: 60 percent done, 12 hours this week so far")
    assert [args["values"] for _, args in plan.calls] == [{"progress": "60 percent"}]
    assert "hours are booked by the day" in plan.says


def test_what_else_is_ordered_is_no_note_of_the_hours() -> None:
    plan = planned("Log 3h on T-6 and finish T-7")
    assert plan.calls[0][1]["values"] == {"status": "done"}
    assert "note" not in plan.calls[1][1]["values"]


def test_somebody_elses_hours_are_theirs() -> None:
    assert [e["person"] for e in entries("Ben worked 6 hours on T-6 on Monday and 2 hours on T-10 yesterday")] == ["Ben", "Ben"]


@pytest.mark.parametrize("said", ["new task on Apollo: fix footer, 4 hours, due Friday", "T-12: 3h today, 5h left", "T-17 finished, took 5h", "T-12 will take 40 hours",
                                  "mia goes part time, 30 hrs a week", "how many hours did I log on Monday and Tuesday?",
                                  "I worked 4 hours on T-6 today and it is now 60%", "lesson: the test took 4 hours, plan 8 hours",
                                  "Ben and Dev worked 4 hours on T-6 yesterday"])
def test_an_estimate_a_state_and_a_question_are_no_entries(said: str) -> None:
    assert not entries(said)
