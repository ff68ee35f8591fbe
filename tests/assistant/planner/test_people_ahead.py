"""Questions of who has time and who did what, as a planner without a model hears them."""
from typing import Any

import pytest

from assistant.planner.heard.wording import LIKE_WHAT, NO_UNCONFIRMED, NO_WRITING
from tests.assistant.planner.asking import planned


def call(text: str) -> tuple[str, dict[str, Any]]:
    plan = planned(text)
    assert len(plan.calls) == 1, plan
    return plan.calls[0][0], dict(plan.calls[0][1])


@pytest.mark.parametrize(("text", "where", "days"), [
    ("who is overloaded next week?", {"load": "above 100"}, "next week"), ("who is too busy in December?", {"load": "above 100"}, "in December"),
    ("who has time for 10 hours next week?", {"free hours": "at least 10"}, "next week"),
    ("who could take over 16 hours of testing before Christmas?", {"free hours": "at least 16"}, "before Christmas"),
    ("could anybody spare 8 hours on Thursday?", {"free hours": "at least 8"}, "Thursday"),
    ("who has more than 20 free hours next week?", {"free hours": "above 20"}, "next week"),
    ("who can help out for two days in the first week of December?", {"free hours": "at least 16"}, "in the first week of December"),
    ("who can relieve Ben in December?", {"load": "below 60"}, "in December")])
def test_a_load_or_a_rest_of_it_is_asked_over_the_days_that_are_said(text: str, where: dict[str, str], days: str) -> None:
    name, said = call(text)
    assert (name, said["kind"], said["where"], said["days"]) == ("find_records", "person", where, days)


@pytest.mark.parametrize(("text", "figure", "days"), [
    ("is Ben free on Friday afternoon?", "free hours", "Friday"), ("is Ben free from 1 to 12 December?", "free hours", "from 1 December to 12 December"),
    ("how much time does Ana have in December?", "free hours", "in December"), ("free hours of Ana from 1 to 12 December", "free hours", "from 1 December to 12 December"),
    ("does Jonas Keller have capacity for 2 days of work the week after next?", "free hours", "the week after next"),
    ("how is Dev's load in December?", "load", "in December"), ("how busy is Dev next week?", "load", "next week")])
def test_the_time_of_one_is_a_figure_over_the_days_that_are_said(text: str, figure: str, days: str) -> None:
    name, said = call(text)
    assert (name, said["figure"], said["days"], "as_of" in said) == ("explain_figure", figure, days, False)


def test_a_load_that_was_is_still_told_as_of_its_day() -> None:
    assert call("what was Ben's load on 1 November?")[1]["as_of"] == "1 November"


@pytest.mark.parametrize("text", ["which weeks are critical for the team?", "load of the team per week", "in which weeks are we overbooked?",
                                  "which week is the tightest for everybody?", "what are the busiest weeks for our people?"])
def test_critical_weeks_are_the_load_by_week(text: str) -> None:
    assert call(text) == ("find_records", {"kind": "person", "group": "load by week"})


@pytest.mark.parametrize(("text", "only"), [
    ("who set T-7 of Apollo to blocked and why?", "APOLLO-T-7 status blocked"), ("how often was the due date of APOLLO-T-5 moved?", "APOLLO-T-5 due"),
    ("since when is Apollo red?", "colour red"), ("when did Apollo turn red?", "colour red"), ("who changed the budget of Apollo and when?", "budget"),
    ("who closed APOLLO-T-2?", "APOLLO-T-2 status done"), ("who changed the finish of Apollo?", "finish"),
    ("who raised the probability of APOLLO-R-1?", "APOLLO-R-1 probability"), ("who assigned APOLLO-T-7 to Ben?", "APOLLO-T-7 owner"),
    ("who changed the risks of Apollo last week?", "risks"), ("since when is CORVUS-T-6 blocked?", "CORVUS-T-6 status blocked")])
def test_who_changed_what_is_asked_of_the_log_narrowed_to_it(text: str, only: str) -> None:
    name, said = call(text)
    assert (name, said["only"]) == ("what_changed", only)


def test_a_change_of_anything_is_not_narrowed() -> None:
    assert "only" not in call("who changed Apollo?")[1]


@pytest.mark.parametrize(("text", "person", "period"), [("what did I do last week?", "me", "last week"), ("what did Ben do yesterday?", "Ben", "yesterday"),
                                                        ("what have I been working on this month?", "me", "this month")])
def test_what_somebody_did_is_no_list_of_what_is_open(text: str, person: str, period: str) -> None:
    assert call(text) == ("what_changed", {"person": person, "period": period})


@pytest.mark.parametrize("text", ["what are the lessons learned from earlier projects about vendors?", "lessons about vendors",
                                  "what did earlier projects learn about vendors?", "which lessons do we have on vendors from past projects?"])
def test_lessons_are_looked_for_by_what_they_are_about(text: str) -> None:
    assert call(text) == ("find_records", {"kind": "lesson", "words": "vendors"})


@pytest.mark.parametrize(("text", "says"), [
    ("draft a mail to the sponsor about Apollo's delay", NO_WRITING), ("write an email to Elena that Apollo is late", NO_WRITING),
    ("show me everything that was changed without a confirmation", NO_UNCONFIRMED), ("did you change anything on your own?", NO_UNCONFIRMED),
    ("which changes were never confirmed?", NO_UNCONFIRMED), ("did we have anything like that before?", LIKE_WHAT)])
def test_what_cannot_be_done_is_declined_with_what_can(text: str, says: str) -> None:
    plan = planned(text)
    assert (plan.says, bool(plan.choices), plan.calls) == (says, True, ())
    assert all(planned(choice).calls for choice in plan.choices)


def test_tasks_of_somebody_are_still_listed_by_the_day_they_are_due() -> None:
    assert "days" not in call("show Ben's tasks due next week")[1]
