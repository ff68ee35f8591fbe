"""What is told of records in the words of a talk: several things at once, who is taken off, what is kept besides, and fields named behind their values."""
from collections.abc import Mapping

import pytest

from assistant.planner.heard.plan import Asked
from assistant.planner.reworded.as_order import as_order
from assistant.planner.reworded.decided_now import decided_now
from assistant.planner.reworded.told_then_asked import told_then_asked
from tests.assistant.planner.asking import ALL, NAMES, TODAY, planned_once, planner


def told(said: str, **titled: str) -> Mapping[str, Mapping[str, str]]:
    """The values that are proposed, by the record that is changed or the kind of what is new."""
    plan = planner().plan(said, Asked(NAMES, TODAY, (), "Ana Ruiz", {n.replace("_", " "): key for n, key in titled.items()}), ALL)
    return {str(args.get("where", {}).get("key", args["kind"])): args["values"] for _, args in plan.calls}


@pytest.mark.parametrize(("text", "plain"), [
    ("There is a risk that the landlord cancels, I'd say 3 in probability and 4 in impact",
     "There is a risk that the landlord cancels, probability 3 and impact 4"),
    ("New risk on Apollo: the vendor fails, I'll own it myself and look at it again in two weeks.",
     "New risk on Apollo: the vendor fails, owner me, review in two weeks."),
    ("New risk on Apollo: the vendor fails, Ben owns it, review it again on Friday", "New risk on Apollo: the vendor fails, owner Ben, review on Friday"),
    ("The calls went down by 12,000 euros, please book that as realised on fewer calls", "set the realised of fewer calls to 12,000 euros"),
    ("Book 12,000 as realised on fewer calls", "set the realised of fewer calls to 12,000"),
])
def test_fields_are_called_by_their_names(text: str, plain: str) -> None:
    assert as_order(text) == plain


@pytest.mark.parametrize("text", ["What is the impact of R-1, and should I own it?", "Look at it again in two weeks", "I'll own it",
                                  "The calls went down by 3,000 to 12,000, book that as realised on fewer calls"])
def test_other_words_stay(text: str) -> None:
    assert as_order(text) == text


def test_who_is_taken_off_is_no_owner() -> None:
    assert told("take me off the order history", order_history="APOLLO-T-6") == {"APOLLO-T-6": {"owner": "nobody"}}
    assert told("take Ben off the order history", order_history="APOLLO-T-6") == {"APOLLO-T-6": {"owner": "nobody"}}


def test_all_that_is_told_in_one_sentence_stands_in_one_preview() -> None:
    said = "Three things for Apollo: the order history is at 70 %, the load test starts on Monday, and Hagen & Roth sent a bill over 21,000 euros."
    found = told(said, order_history="APOLLO-T-6", load_test="APOLLO-T-10")
    assert found["APOLLO-T-6"] == {"progress": "70 %"}
    assert found["APOLLO-T-10"] == {"start": "Monday"}
    assert (found["cost entry"]["amount"], found["cost entry"]["project"]) == ("21,000 euros", "APOLLO")


def test_what_is_to_be_kept_besides_has_the_reason_for_its_title() -> None:
    said = "The order history will be a week late because the lamps are stuck in customs, and that needs to go in as an issue too."
    found = told(said, order_history="APOLLO-T-6")
    assert found == {"APOLLO-T-6": {"due": "a week late"}, "issue": {"title": "Lamps are stuck in customs", "project": "APOLLO", "task": "APOLLO-T-6"}}


def test_the_owner_is_no_name_of_a_record() -> None:
    assert not planned_once("Make Ben the owner and set it due next Wednesday").calls


@pytest.mark.parametrize(("text", "plain"), [
    ("Ok we carry on. Record that as a decision of mine from today with the reason that most of the money is already spent.",
     "decision: Carry on, outcome: Carry on, decider me, decided on today, status decided, rationale: most of the money is already spent"),
    ("We stop Apollo, log that as my decision", "decision on Apollo: “Stop Apollo”, outcome: Stop Apollo, decider me, decided on today, status decided"),
    ("The lift is broken, log that as an issue", "The lift is broken, log that as an issue"),
    ("We stop Apollo, log that as a decision", "We stop Apollo, log that as a decision"),
])
def test_a_decision_of_mine_has_who_took_it_when_and_why(text: str, plain: str) -> None:
    assert decided_now(text, ("Apollo",)) == plain


def test_an_order_in_passing_of_which_nothing_came_is_told_as_left_out() -> None:
    plan = planned_once("Ben thinks it is only 150,000; put that in and show me the NPV of Apollo")
    assert plan.calls
    assert "put that in" in plan.says


def test_what_is_told_and_what_comes_of_it_are_both_proposed() -> None:
    said = "I'm in training next Monday, so the order history will be ready on the 30th instead; tell Ben."
    found = told(said, order_history="APOLLO-T-6")
    assert found["APOLLO-T-6"] == {"due": "the 30th"}
    assert found["absence"]["type"] == "training"


def test_who_approved_a_gate_that_was_passed_late_is_a_question() -> None:
    assert told_then_asked("Gate 2 of Corvus was passed a week late; who approved it?") == "who approved Gate 2 of Corvus?"
    assert told_then_asked("Gate 2 of Corvus will be a week late; who knows it?") == "Gate 2 of Corvus will be a week late; who knows it?"
