"""Steps that are told one after another are the work, in that order; what is only wished for is no step."""
from datetime import date

import pytest

from language.describing.asking import asked
from language.describing.parting import Around
from language.describing.reading import Said, read
from language.describing.steps import lined, told_steps, waited

PILOT = ("break down: for the pilot we need to pick ten customers, write them an invitation, set up accounts for them, run a kick-off call and collect "
         "feedback after two weeks")


def steps(text: str) -> list[Said]:
    body = lined(asked(text).body)
    return told_steps(read(body, Around({"Jonas Keller": "P-11"}, date(2026, 11, 18))), body)


def test_a_sentence_of_several_verbs_is_as_many_steps_in_its_order_each_with_its_own_words() -> None:
    found = steps(PILOT)
    assert [s.title for s in found] == ["Pick ten customers", "Write them an invitation", "Set up accounts for them", "Run a kick-off call",
                                        "Collect feedback after two weeks"]
    assert [(s.follows, s.lag) for s in found] == [(False, 0), (True, 0), (True, 0), (True, 0), (True, 10)]
    assert [s.quote for s in found][3] == "run a kick-off call"


def test_a_numbered_list_is_steps_in_one_line_too_and_a_verb_that_no_list_has_stays_the_verb() -> None:
    assert [s.title for s in steps("break down:\n1. pick ten customers\n2. write the invitation")] == ["Pick ten customers", "Write the invitation"]
    found = steps("break down: 1) nail our signs to the wall 2) brew the coffee (Jonas, 4h) 3) invite the neighbours")
    assert [(s.title, s.owner, s.hours) for s in found] == [
        ("Nail our signs to the wall", "", None), ("Brew the coffee", "P-11", 4), ("Invite the neighbours", "", None)]


@pytest.mark.parametrize("text", [
    "break down Apollo: we need a login page, an invoice download and a training",
    "break down Apollo: a chat window on every page and answers kept for two years",
    "break down Apollo:\n- Chat window on every page\n- Answers kept for two years", "break down Apollo: migrate the accounts and train the desk"])
def test_what_is_wished_for_or_told_in_two_verbs_is_no_row_of_steps(text: str) -> None:
    assert steps(text) == []


@pytest.mark.parametrize(("said", "days"), [("Collect feedback after two weeks", 10), ("Send a survey one week later", 5), ("Check again in 3 days", 3),
                                            ("Test after the pilot", 0), ("Plan two weeks of training", 0)])
def test_how_long_a_step_waits_is_said_in_working_days(said: str, days: int) -> None:
    assert waited(said) == days
