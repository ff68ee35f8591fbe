"""Listings whose conditions only the words around tell, and those whose words say the opposite of what they hold."""
import pytest

from tests.assistant.planner.asking import planned


@pytest.mark.parametrize(("text", "kind", "where"), [
    ("risks with probability 4 or 5", "risk", {"probability": "between 4 and 5"}),
    ("dependencies where our confidence is low", "dependency", {"confidence": "low"}),
    ("which benefits has nobody put their name to?", "benefit", {"owner": "empty"}),
    ("to-dos without a name on them", "task", {"owner": "empty"}),
    ("quality checks that no one reviews", "quality check", {"reviewer": "empty"}),
    ("which benefits are worth more than 100k and have no owner?", "benefit", {"expected": "above 100k", "owner": "nobody"}),
    ("which gate criteria have no evidence?", "gate criterion", {"evidence": "empty"}),
    ("tasks blocked or not started on Apollo", "task", {"status": "blocked, to do, backlog", "project": "APOLLO"}),
])
def test_a_listing_is_narrowed_by_all_that_is_said(text: str, kind: str, where: dict[str, str]) -> None:
    (_, args), = planned(text).calls
    assert (args["kind"], args["where"]) == (kind, where)
    assert "words" not in args


@pytest.mark.parametrize(("text", "status"), [
    ("assumptions nobody has validated so far", "not valid"),
    ("decisions still to be taken on Apollo", "not decided"),
    ("change requests never approved", "not approved"),
])
def test_what_is_denied_is_not_listed_as_what_is_so(text: str, status: str) -> None:
    (_, args), = planned(text).calls
    assert args["where"]["status"] == status


def test_of_two_conditions_on_different_fields_of_which_one_is_enough_each_is_listed() -> None:
    plan = planned("which projects are late or over budget?")
    assert plan.calls == planned("which projects are late?").calls + planned("which projects are over budget?").calls


@pytest.mark.parametrize(("text", "owner"), [("which Apollo tasks are due before Christmas and not Ben's?", "not Ben"), ("tasks of Apollo except Ana's", "not Ana")])
def test_who_is_left_out_is_not_whose_records_are_listed(text: str, owner: str) -> None:
    (_, args), = planned(text).calls
    assert args["where"]["owner"] == owner


def test_what_should_be_done_by_now_is_asked_for_and_not_done() -> None:
    (tool, args), = planned("everything Ben has that should be done by now").calls
    assert (tool, args["where"]) == ("find_records", {"owner": "Ben", "due": "before today", "status": "not done, cancelled"})


def test_a_number_in_words_is_a_bound() -> None:
    (_, args), = planned("which tasks of Apollo are more than ten hours?").calls
    assert args["where"]["hours"] == "above 10"


def test_who_is_given_all_is_given_them_or_asked_and_never_listed() -> None:
    plan = planned("give Ana all of Ben's open tickets except the blocked ones")
    assert not plan.calls
    assert "so I plan nothing" in plan.says


@pytest.mark.parametrize(("said", "where"), [
    ("risks that aren't closed", {"status": "not closed"}), ("which issues are not closed?", {"status": "not closed"}),
    ("Risks in the supplier category that aren't closed", {"category": "supplier", "status": "not closed"}), ("risks that are closed", {"status": "closed"})])
def test_a_state_that_is_denied_narrows_a_list_to_all_others(said: str, where: dict[str, str]) -> None:
    ((_, args),) = planned(said).calls
    assert args["where"] == where
