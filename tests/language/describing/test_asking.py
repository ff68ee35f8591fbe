"""What stands around a description is the wish; the description itself is data."""
import pytest

from language.describing.answering import answers, listed
from language.describing.asking import asked, goes_on, wants_plan


@pytest.mark.parametrize("text", [
    "break down Apollo: a login, a search", "make a plan for moving our office to Lisbon by June, budget 80k", "Portal\n\n- login\n\nPlease break this down.",
    "here is the description of a new task: migrate the mail. Split it into smaller tasks.", "draft a charter for the office move",
    "without testing: break down Apollo: a login",
    "Minutes of the meeting\nAna: send it\nDecided: use X\nBen to do Y", "turn these notes into tasks: a b c"])
def test_a_description_is_known_for_one(text: str) -> None:
    assert wants_plan(text)


@pytest.mark.parametrize("text", [
    "break down the costs of Apollo by category", "create tasks in Apollo: a; b", "what needs to be done on Apollo?", "get all tasks of Ben",
    "split the budget of Apollo by category", "plan a meeting with Ana", "what is the plan for Apollo?", "here is the agenda", "how is Apollo doing?",
    "mark the criterion met, evidence: minutes of Tuesday"])
def test_other_questions_are_left_alone(text: str) -> None:
    assert not wants_plan(text)


def test_wishes_before_a_description_are_read_and_those_in_it_are_not() -> None:
    found = asked("again, but smaller: without testing: break down Apollo: a shop without frills, only 3 pages")
    assert (found.body, found.size, found.without, found.only) == ("a shop without frills, only 3 pages", "smaller", ("testing",), ())


def test_some_of_a_plan_are_named_by_their_numbers() -> None:
    assert asked("only 3.1, 3.2 and 4: break down Apollo: a b c").only == ("3.1", "3.2", "4")
    assert asked("without 4.3: break down Apollo: a b c").dropped == ("4.3",)


@pytest.mark.parametrize("text", ["again, but without testing", "by 30 June", "make it smaller", "only 3.1 and 3.2"])
def test_a_short_wish_goes_on_with_the_plan_before(text: str) -> None:
    assert goes_on(text)


@pytest.mark.parametrize("text", ["yes", "no", "make it Tuesday", "how is Apollo doing?"])
def test_what_is_no_such_wish_does_not(text: str) -> None:
    assert not goes_on(text)


def test_the_order_may_stand_behind_the_description() -> None:
    assert asked("Portal\n\n- login\n\nPlease break this down for Apollo.").body == "Portal\n\n- login"


def test_labels_of_an_idea_are_told_apart() -> None:
    found = answers("return parcels anywhere\nsponsor: Elena; benefit: fewer calls, 50,000 EUR\nout of scope: dealers")
    assert found == {"": ["return parcels anywhere\n"], "sponsor": ["Elena"], "benefit": ["fewer calls, 50,000 EUR"], "out": ["dealers"]}
    assert listed(["- a\n- b; c"]) == ["a", "b", "c"]
