"""Days away with a question behind them, what is due in other days than these, and hours in days to come."""
from collections.abc import Mapping
from typing import Any

import pytest

from tests.assistant.planner.asking import planned

OPEN = "not done, cancelled"


def due(said: str) -> list[str]:
    return [args["where"]["due"] for name, args in planned(said).calls if name == "find_records" and args["kind"] == "task"]


@pytest.mark.parametrize(("said", "days"), [
    ("I'm taking leave from 21 to 31 December; does anything of mine need to be moved because of it?", "2026-12-21 to 2026-12-31"),
    ("Sofia is ill until Friday, put that in and list what is due from her in that time.", "2026-11-18 to 2026-11-20"),
    ("I will be on leave from 7 to 11 December, who can stand in for me and what of mine falls due then?", "2026-12-07 to 2026-12-11"),
    ("I'm off next week. Which of my tasks are affected?", "2026-11-23 to 2026-11-29"),
    ("I'm on vacation from the 18th to the 2nd of January, do I have anything due then?", "2026-12-18 to 2027-01-02")])
def test_days_away_are_proposed_and_what_is_due_in_them_is_shown(said: str, days: str) -> None:
    assert due(said) == [days]
    assert any(args["kind"] == "absence" for name, args in planned(said).calls if name == "create_record")


def test_an_open_end_is_asked_of_and_told_and_no_day_away_is_made_up() -> None:
    plan = planned("I'm away from 14 December, which of my tasks fall into that time and who could take them over?")
    assert [args["kind"] for _, args in plan.calls] == ["task", "person"]
    assert "was not said" in plan.says
    assert plan.calls[1][1]["days"] == "from 2026-12-14 to 2026-12-27"


def test_what_is_in_danger_looks_a_week_further_and_says_so() -> None:
    said = "I'm at training Monday and Tuesday, which of these is in danger?"
    assert due(said) == ["2026-11-23 to 2026-12-01"]
    assert "the week after" in planned(said).says


@pytest.mark.parametrize(("said", "days"), [
    ("do I have anything due before I start my holiday on 18 December?", "before 18 December"), ("what do I have next week?", "next week"),
    ("what is on my plate in the last week of November?", "the last week of November"), ("what is on Ben's plate in December?", "in December"),
    ("what must I finish before I go on leave on 14 December?", "before 14 December")])
def test_what_one_has_to_do_in_other_days_is_what_is_due_in_them(said: str, days: str) -> None:
    assert due(said) == [days]


@pytest.mark.parametrize("said", ["what is on my plate this week?", "what should I do tomorrow?", "what should I do today?"])
def test_what_one_has_to_do_now_is_what_is_pressing(said: str) -> None:
    assert planned(said).calls[0][0] == "my_work"


def test_what_clashes_is_told_by_the_load_and_what_is_due() -> None:
    assert [name for name, _ in planned("Which of my tasks clash in the last week of November?").calls] == ["explain_figure", "find_records"]


@pytest.mark.parametrize("said", ["What meetings do I have tomorrow, and is there anything to prepare?", "when is my next meeting"])
def test_no_meetings_are_kept_and_that_is_said(said: str) -> None:
    assert "no calendar of meetings" in planned(said).says


def test_who_is_free_is_told_with_the_hours() -> None:
    ((_, args),) = planned("Who is free next week, and for how many hours?").calls
    assert args == {"kind": "person", "where": {"load": "below 60"}, "sort": "-free hours", "days": "next week"}


@pytest.mark.parametrize("said", ["how many free hours does everybody have next week?", "who has most free hours next week"])
def test_free_hours_are_told_in_hours(said: str) -> None:
    ((_, args),) = planned(said).calls
    assert args == {"kind": "person", "where": {"free hours": "above 0"}, "sort": "-free hours", "days": "next week"}


def test_days_that_are_said_once_are_of_both_questions() -> None:
    calls = planned("Who is overbooked in December and who has time to spare?").calls
    assert [args["days"] for _, args in calls] == ["in December", "in December"]


def test_who_is_overloaded_is_no_list_of_projects() -> None:
    plan = planned("Who is overbooked in December and on which projects?")
    assert plan.calls[0][1]["where"] == {"load": "above 100"}
    assert "on which projects" in plan.says


@pytest.mark.parametrize(("said", "where"), [
    ("I can't keep up with Corvus, Borealis and Zephyr at once, how many hours do I have on each until Christmas?",
     {"status": OPEN, "owner": "me", "due": "at most Christmas"}),
    ("how many hours does Mia have on each project in December?", {"status": OPEN, "owner": "Mia", "due": "in December"}),
    ("how many hours do we have on Apollo?", {"status": OPEN, "project": "APOLLO"})])
def test_hours_on_each_project_are_the_planned_ones_of_what_is_open(said: str, where: Mapping[str, Any]) -> None:
    plan = planned(said)
    assert plan.calls[0][1]["where"] == where
    assert plan.calls[0][1]["group"] == "total hours by project"
    assert "planned hours" in plan.says


def test_a_question_with_a_tag_is_a_question_and_his_is_who_was_named() -> None:
    calls = planned("Ben is overloaded, isn't he? Show me his hours against his tasks for the next four weeks.").calls
    assert [name for name, _ in calls] == ["explain_figure", "find_records", "find_records"]
    assert calls[2][1]["where"]["owner"] == "Ben"


@pytest.mark.parametrize(("said", "projects"), [
    ("What do Mia's two training days next week mean for Borealis and Corvus?", ["BOREALIS", "CORVUS"]),
    ("what does my leave next week mean?", [None])])
def test_what_somebodys_days_away_mean_is_what_is_due_in_them_and_the_week_after(said: str, projects: list[str | None]) -> None:
    calls = planned(said).calls
    assert [args["where"].get("project") for _, args in calls] == projects
    assert {args["where"]["due"] for _, args in calls} == {"2026-11-23 to 2026-12-06"}


@pytest.mark.parametrize("said", ["If we stopped Fortuna, whose hours would be free and how many?", "who would be free if we stopped Fortuna?"])
def test_whose_hours_a_stop_would_free_is_what_is_planned_of_each(said: str) -> None:
    ((_, args),) = planned(said).calls
    assert (args["where"]["project"], args["group"]) == ("FORTUNA", "total hours by owner")


@pytest.mark.parametrize("said", ["what would we save if we stopped Fortuna?", "If we stopped Fortuna, what would that cost?"])
def test_what_a_stop_would_save_is_money(said: str) -> None:
    assert planned(said).calls[0][0] == "status_report"


@pytest.mark.parametrize(("said", "which"), [
    ("What's the oldest thing I haven't finished?", "oldest"), ("which of my tasks is the oldest?", "oldest"), ("what is my next task?", "next")])
def test_ones_oldest_and_next_task_is_what_is_due_first_and_that_is_said(said: str, which: str) -> None:
    plan = planned(said)
    assert plan.calls[0][1]["sort"] == "due date"
    assert plan.says.startswith(f"As the {which} I take what is due first")


def test_what_was_done_is_proposed_and_the_question_behind_it_answered() -> None:
    calls = planned("I finished T-5 yesterday, what's my next task?").calls
    assert ("change_records", {"kind": "task", "where": {"key": "T-5"}, "values": {"status": "done", "done on": "yesterday"}}) in calls
    assert any(name == "find_records" for name, _ in calls)


def test_what_one_is_responsible_for_is_no_clause_but_what_one_owns() -> None:
    calls = planned("what am I responsible for here?").calls
    assert [(name, args.get("kind")) for name, args in calls] == [
        ("my_work", None), ("find_records", "objective"), ("find_records", "product"), ("find_records", "benefit")]
