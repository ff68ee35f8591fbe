"""What is learned alone tells what a message is for, where the words of the rules fall short."""
from typing import Any

import pytest

from tests.assistant.planner.asking import planned


@pytest.mark.parametrize(("said", "kind", "where"), [
    ("Gate criteria of Apollo which have not yet been met - a list, please.", "gate criterion", {"project": "APOLLO", "status": "not met"}),
    ("readings for the page load time metric so far", "measurement", {"metric": "page load time"})])
def test_a_list_is_understood_by_its_kind_and_what_narrows_it_alone(said: str, kind: str, where: dict[str, str]) -> None:
    ((name, args),) = planned(said).calls
    assert (name, args["kind"], args["where"]) == ("find_records", kind, where)


@pytest.mark.parametrize(("said", "where"), [
    ("Please show me the risks which have to be reviewed until end of this month, I must prepare the invitation for the review round.",
     {"status": "not closed", "review": "at most end of this month"}),
    ("My boss wants it before lunch: which risks of Apollo are open? He is in a mood.", {"project": "APOLLO", "status": "not closed"})])
def test_what_a_list_is_wanted_for_narrows_nothing(said: str, where: dict[str, str]) -> None:
    plan = planned(said)
    assert (plan.calls, plan.says) == ((("find_records", {"kind": "risk", "where": where}),), "")


@pytest.mark.parametrize("said", ["which risks smell of fish?", "show the tasks that nobody in Lisbon ever liked"])
def test_a_word_that_may_narrow_a_list_is_not_taken_for_chatter(said: str) -> None:
    assert planned(said).says


@pytest.mark.parametrize(("said", "call"), [
    ("did anything slip on dione this month", ("what_changed", {"project": "DIONE", "period": "this month"}))])
def test_what_is_surely_asked_is_answered_though_another_question_has_its_words(said: str, call: tuple[str, dict[str, Any]]) -> None:
    assert planned(said).calls == (call,)


@pytest.mark.parametrize("said", ["what changed on Apollo as of 1 November?", "how was Apollo doing on 1 October?"])
def test_a_past_day_is_not_lost_by_it(said: str) -> None:
    plan = planned(said)
    assert not plan.calls or "as_of" in plan.calls[0][1]
