"""What somebody who is away leaves open, in those days; days away that have no end are asked about."""
import pytest

from assistant.planner.heard.wording import UNTIL_ASKED, UNTIL_WHEN
from tests.assistant.planner.asking import planned


def listed(text: str) -> list[tuple[str, str]]:
    return [(str(args["kind"]), str(args["where"].get("due", ""))) for name, args in planned(text).calls if name == "find_records"]


@pytest.mark.parametrize(("text", "due"), [
    ("Ben is on holiday from 14 Dec, what has to be handed over", "at least 14 Dec"), ("Ben is on holiday from 14 to 25 Dec, what must be handed over?", "14 Dec to 25 Dec"),
    ("Ben is on leave next week and what do we have to cover?", "next week"), ("what has to be handed over while Ben is on holiday?", "")])
def test_what_is_to_be_handed_over_is_the_open_work_of_those_days_and_the_open_risks_and_issues(text: str, due: str) -> None:
    assert listed(text) == [("task", due), ("risk", ""), ("issue", "")]


@pytest.mark.parametrize(("text", "due"), [
    ("Mia is sick until Friday, what does she leave open?", "at most Friday"), ("Jonas is out next week - what of his work is due then?", "next week"),
    ("Mia is off next week, which of her tasks are due then", "next week"), ("Jonas is away on Friday. What falls into that time?", "Friday")])
def test_what_is_due_then_are_the_tasks_and_the_days_away_are_proposed(text: str, due: str) -> None:
    assert listed(text) == [("task", due)]
    assert planned(text).calls[-1][1]["kind"] == "absence"


def test_days_away_without_an_end_are_no_single_day() -> None:
    assert UNTIL_WHEN.format(who="Ben") in planned("Ben is on holiday from 14 Dec, what has to be handed over").says
    assert planned("Mia is away from 21 December").says == UNTIL_ASKED.format(day="21 December")
    assert planned("Mia is away from 21 December for 3 days").calls[0][1]["values"]["end"] == "2026-12-23"
    assert planned("Mia is away on 21 December").calls


def test_a_question_about_others_things_is_none_of_it() -> None:
    assert not listed("Ben is working on Apollo, what is due?")
