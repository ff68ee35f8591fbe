"""A question whether somebody may do something is never an order, and who may approve a record is told of that record."""
import pytest

from assistant.calling import Call, Past
from assistant.planner.heard.plan import Asked
from tests.assistant.planner.asking import ALL, NAMES, TODAY, WRITING, planned, planner

RENT = {"the scanner rent": "CORVUS-CR-1"}
SHOWN = Past("show APOLLO-CR-2", "a card", (Call("show_record", {"record": "APOLLO-CR-2"}),), ("APOLLO-CR-2",))
WAITING = Past("new change request on Apollo: second consent page, 4,000 EUR", "preview", (
    Call("create_record", {"kind": "change request", "values": {"title": "Second consent page", "project": "APOLLO", "cost effect": "4,000 EUR"}}),), (), "pending")


@pytest.mark.parametrize("said", [
    "so could Carla approve CORVUS-CR-1 herself?", "may Carla approve CORVUS-CR-1?", "would Ben close APOLLO-R-1?", "can he approve APOLLO-CR-2?",
    "can the team move APOLLO-MS-2 to 10 December?", "could the sponsor reject APOLLO-CR-2?", "will Elena approve APOLLO-CR-2?", "may I close APOLLO-R-1?",
    "is Ana allowed to approve APOLLO-CR-2?", "should Dev close APOLLO-T-8?"])
def test_a_question_whether_somebody_may_is_never_an_order(said: str) -> None:
    assert not {name for name, _ in planned(said).calls} & WRITING


@pytest.mark.parametrize("said", ["could you approve CORVUS-CR-1?", "can you close APOLLO-R-1?", "could somebody close APOLLO-T-9?"])
def test_what_the_assistant_is_asked_to_do_stays_an_order(said: str) -> None:
    assert {name for name, _ in planned(said).calls} == {"change_records"}


@pytest.mark.parametrize(("said", "field"), [
    ("so could Carla approve the scanner rent herself?", "may approve: Carla"), ("who may approve the scanner rent?", "may approve"),
    ("can the sponsor approve the scanner rent?", "may approve"), ("may I sign off the scanner rent?", "may approve: me"),
    ("who has to approve the scanner rent?", "may approve")])
def test_who_may_approve_a_request_is_told_of_that_request(said: str, field: str) -> None:
    plan = planner().plan(said, Asked(NAMES, TODAY, (), "Ana Ruiz", RENT), ALL)
    assert plan.calls == (("show_record", {"record": "CORVUS-CR-1", "field": field}),)


@pytest.mark.parametrize(("said", "field"), [("can I approve that one myself?", "may approve: me"), ("who has to then, and by when?", "may approve")])
def test_it_goes_on_from_the_request_that_was_shown(said: str, field: str) -> None:
    assert planned(said, SHOWN).calls == (("show_record", {"record": "APOLLO-CR-2", "field": field}),)


def test_of_a_request_that_only_waits_for_a_yes_the_documents_are_asked() -> None:
    assert planned("can I approve that one myself?", WAITING).calls == (("search_governance", {"question": "can I approve a change request I raised myself?"}),)
    assert planned("who has to then?", WAITING).calls == (("search_governance", {"question": "who approves a change request of 4,000 EUR?"}),)


@pytest.mark.parametrize(("said", "amount"), [("and who may if it is 60k?", "60,000 EUR"), ("who has to approve if it costs 4,000 EUR?", "4,000 EUR")])
def test_another_amount_is_asked_of_the_documents(said: str, amount: str) -> None:
    assert planned(said, SHOWN).calls == (("search_governance", {"question": f"who approves a change request of {amount}?"}),)
