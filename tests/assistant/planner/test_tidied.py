"""Names and values are proposed as they were meant: without the telling around them, with their “not”, and without who only did something."""
from collections.abc import Mapping

import pytest

from tests.assistant.planner.asking import planned


def values(text: str) -> Mapping[str, str]:
    (_, args), = planned(text).calls
    found: Mapping[str, str] = args["values"]
    return found


@pytest.mark.parametrize(("text", "title"), [
    ("We found that the invoices for dealers are sent twice. Can you log that as an issue on Apollo, high severity?", "The invoices for dealers are sent twice"),
    ("We learned that legal needs a month. Save that as a lesson.", "Legal needs a month"),
    ("We noticed that the labels fall off, please raise that as an issue on Corvus", "The labels fall off"),
    ("We decided not to move both halls in the same week, please record that for Corvus", "Not to move both halls in the same week")])
def test_a_title_begins_with_what_is_meant_and_keeps_its_not(text: str, title: str) -> None:
    assert values(text)["title"] == title


@pytest.mark.parametrize(("text", "name", "left"), [
    ("rename Fortuna to Fortuna II, the name was already used", "Fortuna II", "the name was already used"),
    ("rename Fortuna to Lumen, because the customer wants it", "Lumen", "because the customer wants it"),
    ("start a programme called Customer First with Apollo and Borealis in it, sponsor Elena", "Customer First", "with Apollo and Borealis")])
def test_a_name_ends_where_something_else_is_told(text: str, name: str, left: str) -> None:
    assert values(text)["name"] == name
    assert left in planned(text).says


def test_who_only_did_something_owns_nothing() -> None:
    assert "owner" not in values("The invoice bug is fixed and Ben tested it twice, please resolve APOLLO-I-2.")
    assert values("APOLLO-T-5 goes to Ben, he accepted it")["owner"] == "Ben"


@pytest.mark.parametrize(("text", "said"), [
    ("Log 4h on APOLLO-T-8 for me today, it's at about 60 % now", {"on": "today", "note": "it's at about 60 % now"}),
    ("Spent all morning (3.5 hours) on APOLLO-T-8, should be done by tomorrow night", {"on": "today", "note": "should be done by tomorrow night"}),
    ("please book 90 minutes for Sofia on ZEPHYR-T-3, Tuesday", {"person": "Sofia", "on": "Tuesday"})])
def test_hours_are_of_no_day_to_come_and_noted_as_it_was_said(text: str, said: Mapping[str, str]) -> None:
    found = values(text)
    assert {n: found.get(n) for n in said} == said


def test_a_text_that_its_field_opens_is_whole() -> None:
    plan = planned("set APOLLO-GC-3 to met, evidence is the risk review of 17 Nov")
    said = {n: v for _, args in plan.calls for n, v in args["values"].items()}
    assert "17 Nov" not in said.values()


def test_a_day_that_is_told_of_something_else_is_none_of_the_change() -> None:
    assert values("Risk APOLLO-R-4 never happened and the environment is ours until March, close it.") == {"status": "closed"}


def test_the_day_that_is_said_wins_over_how_long_something_else_takes() -> None:
    assert values("push APOLLO-MS-4 to 20 February, the pilot needs two more weeks")["forecast"] == "20 February"


def test_what_is_finished_since_a_day_was_done_then() -> None:
    assert values("Can you take APOLLO-T-7 off my list, it's finished since Friday.") == {"status": "done", "done on": "Friday"}
