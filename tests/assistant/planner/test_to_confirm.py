"""What is to be confirmed, what would make a colour better and who breaks a rule are questions: they are answered, and change nothing."""
from typing import Any

import pytest

from assistant.planner.heard.wording import ALL_FINDINGS, BACK_BY, NOT_USED, WHO_ACTS
from tests.assistant.planner.asking import planned

OVER = {"kind": "person", "where": {"load": "above 100"}, "days": "in December"}


def said(text: str) -> list[dict[str, Any]]:
    return [dict(args) for _, args in planned(text).calls]


@pytest.mark.parametrize("text", ["Can you confirm that nobody works on two things over their weekly hours in December, Ben in particular since he is on leave?",
                                  "please confirm that nobody is over their weekly hours in December", "who is booked above their weekly hours in December?",
                                  "could you verify that no one is overloaded in December"])
def test_that_nobody_is_so_asks_who_is(text: str) -> None:
    assert said(text) == [OVER]


@pytest.mark.parametrize("text", ["Please confirm that every risk has an owner", "does every risk have an owner?", "are all risks owned?",
                                  "can you confirm that all risks have an owner?", "please confirm that no risks are without an owner"])
def test_that_all_have_something_asks_which_have_none(text: str) -> None:
    assert said(text) == [{"kind": "risk", "where": {"owner": "nobody", "status": "not closed"}}]


def test_a_place_stays_with_what_is_to_be_confirmed() -> None:
    wanted = {"kind": "task", "where": {"status": "not done, cancelled", "due": "before today", "project": "APOLLO"}}
    assert said("could you confirm that no task on Apollo is overdue?") == [wanted]


def test_what_is_to_be_confirmed_of_one_record_is_told_and_not_set() -> None:
    assert planned("can you confirm that APOLLO-T-5 is done?").calls == (("show_record", {"record": "APOLLO-T-5", "field": "status"}),)


@pytest.mark.parametrize("text", ["what would have to change to get Apollo back to amber?", "what do we have to do to get Apollo back to green?",
                                  "How do we get Apollo back on track?", "what keeps Apollo from being green?"])
def test_what_would_make_a_colour_better_is_what_makes_it_so(text: str) -> None:
    plan = planned(text)
    assert plan.calls == (("status_report", {"project": "APOLLO", "focus": "why"}),)
    assert plan.says == BACK_BY


def test_a_colour_that_is_ordered_is_set() -> None:
    assert [name for name, _ in planned("set Apollo back to green").calls] == ["change_records"]


@pytest.mark.parametrize("text", ["which of our risks violate the policy?",
                                  "Is every high risk owned the way the Risk Management Policy demands, and if not which ones break the rule?"])
def test_which_break_the_rule_lists_the_findings_and_says_that_they_are_all(text: str) -> None:
    plan = planned(text)
    assert plan.calls == (("check_compliance", {}),)
    assert plan.says.startswith(ALL_FINDINGS.format(kinds="risks"))


def test_what_is_laid_down_is_still_told_from_the_rules() -> None:
    assert [name for name, _ in planned("what happens if I break the rule?").calls] == ["search_governance"]


@pytest.mark.parametrize("text", ["who do I have to talk to on Apollo?", "who should I speak to about Apollo?", "who must I call about the delay of Apollo"])
def test_whom_to_talk_to_on_a_project_is_who_can_act_there(text: str) -> None:
    plan = planned(text)
    assert plan.calls == (("check_compliance", {"project": "APOLLO"}),)
    assert plan.says == WHO_ACTS


def test_a_comparison_of_two_says_what_it_does_not_keep_to() -> None:
    plan = planned("Compare Apollo and Corvus for me, money and schedule only.")
    assert plan.calls == (("rank_portfolio", {"project": "APOLLO", "other": "CORVUS"}),)
    assert plan.says == NOT_USED.format(words="money and schedule only")


@pytest.mark.parametrize("text", ["what is the value of energy now?", "when was energy last measured?", "what is the current value of Use less energy ourselves"])
def test_what_an_objective_is_worth_now_and_when_it_was_measured_is_how_far_it_is(text: str) -> None:
    assert said(text) == [{"figure": "attainment", "record": "OBJ-4"}, {"kind": "project", "where": {"objective": "OBJ-4"}}]


@pytest.mark.parametrize("text", ["which documents are due for review in the next three months and who looks after them?",
                                  "which documents are due for review in the next three months and who is responsible for them?"])
def test_who_looks_after_each_of_a_list_is_a_column_of_it(text: str) -> None:
    assert [args.get("show") for args in said(text)] == ["owner"]
