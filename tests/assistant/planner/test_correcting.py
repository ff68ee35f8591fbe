"""A preview that waits is corrected in words where one of its fields can take them; else it is asked, and another record is never changed by it."""
from typing import Any

import pytest

from assistant.calling import Call, Past
from assistant.planner.heard.wording import NOT_WAITING, WHICH_VALUE
from tests.assistant.planner.asking import planned


def waits(tool: str, title: str, **said: Any) -> Past:
    return Past("…", "**…**", (Call(tool, said),), (), "pending", wish=title)


COST = waits("create_record", "New cost entry", kind="cost entry", values={"title": "Scanfix", "project": "Corvus", "amount": "6,600", "on": "yesterday"})
REQUEST = waits("create_record", "New change request", kind="change request",
                values={"title": "Second consent page", "cost effect": "4,000 euros", "days effect": "3 days"})
HOURS = waits("create_record", "New time entry", kind="time entry", values={"task": "APOLLO-T-5", "hours": "4h", "on": "today"})
VIENNA = waits("change_records", "Change DIONE-T-6 Furnish Vienna", kind="task", where={"key": "DIONE-T-6"}, values={"progress": "80%"})


def values(text: str, past: Past) -> dict[str, str]:
    plan = planned(text, past)
    assert len(plan.calls) == 1, plan.says
    before = past.calls[0].said["values"]
    return {n: v for n, v in plan.calls[0][1]["values"].items() if before.get(n) != v}


@pytest.mark.parametrize("text", ["no, 66,000", "sorry, 66,000", "make it 66,000", "it should be 66,000", "66,000 instead", "not 6,600 but 66,000", "66,000, not 6,600"])
def test_a_number_alone_corrects_the_only_number_that_waits(text: str) -> None:
    assert values(text, COST) == {"amount": "66,000"}


@pytest.mark.parametrize("text", ["sorry it was 5", "no, 5", "it was 5 actually", "oops, 5h", "I meant 5 hours"])
def test_a_number_keeps_the_unit_of_the_one_that_it_corrects(text: str) -> None:
    assert values(text, HOURS)["hours"].replace(" ", "") in ("5h", "5hours")


def test_a_number_that_several_fields_could_take_is_asked_about() -> None:
    assert planned("no, 5", REQUEST).says == WHICH_VALUE.format(value="5")
    assert values("days effect 5", REQUEST) == {"days effect": "5"}
    assert values("it's 5,000, not 4,000", REQUEST) == {"cost effect": "5,000 euros"}


@pytest.mark.parametrize(("text", "said"), [
    ("reason is the new privacy rules", {"reason": "the new privacy rules"}), ("the reason: the new privacy rules", {"reason": "the new privacy rules"}),
    ("the decider is Ana", {"decider": "Ana"}), ("Ana would be decider", {"decider": "Ana"}), ("priority should be high", {"priority": "high"}),
    ("the title should be Consent page", {"title": "Consent page"})])
def test_a_field_that_is_named_takes_what_is_said_of_it(text: str, said: dict[str, str]) -> None:
    assert values(text, REQUEST) == said


def test_a_change_of_one_record_is_no_change_of_another_that_is_named_behind_it() -> None:
    plan = planned("and Zurich a week later", VIENNA)
    assert not plan.calls
    assert plan.says == NOT_WAITING.format(words="Zurich", title=VIENNA.wish)
    assert planned("and Vienna a week later", VIENNA).calls[0][1]["where"] == {"key": "DIONE-T-6"}
