"""Who may approve what, whether a gate may be passed, and whether a rule was broken are told by the records, and a rule that forbids before one that limits."""
from typing import Any

import pytest

from assistant.calling import Call, Past
from tests.assistant.planner.asking import planned

OWN = "can I approve a change request I raised myself?"
RULED = Past("can a manager approve his own change?", "> Nobody approves their own", (Call("search_governance", {"question": OWN}),))
TWELVE = Past("who has to approve 12 extra days on Corvus?", "by the sponsor", (Call("show_record", {"record": "CORVUS", "field": "may approve: 12 days"}),),
              ("CORVUS",))
APOLLO = Past("how is Apollo?", "Apollo is off track", (Call("status_report", {"project": "APOLLO"}),), ("APOLLO",))
RULE = Past("how often are risks reviewed?", "> once a month", (Call("search_governance", {"question": "how often are risks reviewed?"}),))


def said(text: str, *past: Past) -> list[dict[str, Any]]:
    return [dict(args) for _, args in planned(text, *past).calls]


@pytest.mark.parametrize(("text", "field"), [
    ("who has to approve 12 extra days on Corvus?", "may approve: 12 days"), ("who approves a change of 3 days on Corvus?", "may approve: 3 days"),
    ("may I approve 2 weeks more on Corvus?", "may approve: 10 days"), ("whose approval do I need for 8 more days on Corvus?", "may approve: 8 days"),
    ("20k more on Corvus, who has to approve that?", "may approve: 20000 EUR"), ("who must sign off 5,000 EUR more on Corvus?", "may approve: 5000 EUR")])
def test_who_approves_days_or_money_of_a_project_is_told_by_its_limits(text: str, field: str) -> None:
    assert said(text) == [{"record": "CORVUS", "field": field}]


@pytest.mark.parametrize(("text", "field"), [("and if it costs nothing?", "12 days and 0 EUR"), ("and if it costs 60k?", "12 days and 60000 EUR"),
                                             ("and with 3 days?", "3 days")])
def test_what_is_supposed_besides_is_laid_over_what_was_asked(text: str, field: str) -> None:
    assert said(text, TWELVE) == [{"record": "CORVUS", "field": f"may approve: {field}"}]


@pytest.mark.parametrize("text", ["can a project manager approve his own change if it's below 5000?", "may a sponsor approve his own change request?",
                                  "is a sponsor allowed to approve a request he raised himself?", "may the requester be the decider of a change?",
                                  "can a manager sign off their own change of 2000 EUR?", "may I decide on my own change request?"])
def test_a_rule_that_forbids_ones_own_comes_before_one_that_limits(text: str) -> None:
    assert said(text)[0] == {"question": OWN}


@pytest.mark.parametrize("text", ["does anyone approve their own change requests?", "change requests which their requester approved", "has that happened?",
                                  "is anyone both requester and decider of a change?", "did somebody sign off what they asked for?",
                                  "show all change requests which their requester approved"])
def test_whether_it_happened_is_told_by_the_records(text: str) -> None:
    assert said(text, RULED) == [{"kind": "change request", "where": {"status": "approved, implemented", "decider": "requester"}}]


@pytest.mark.parametrize("text", ["which approvals were above the limit of who approved", "has anybody approved more than they may?",
                                  "were any changes approved without the authority?", "list change requests approved beyond the approver's limit",
                                  "which decisions exceeded the decider's limit?"])
def test_approvals_above_a_limit_are_those_and_not_every_one(text: str) -> None:
    assert said(text) == [{"kind": "change request", "where": {"status": "approved, implemented", "beyond": "limit"}}]


def test_whether_another_rule_was_broken_is_said_to_be_unread() -> None:
    assert not planned("has that happened?", RULE).calls


@pytest.mark.parametrize("text", ["am I ready for the gate?", "are we ready for the next gate?", "is Apollo ready for its gate?", "can we hold the gate?",
                                  "is everything ready for the gate review?"])
def test_whether_the_gate_can_be_held_is_told_by_its_criteria(text: str) -> None:
    assert said(text, APOLLO) == [{"kind": "gate criterion", "where": {"project": "APOLLO"}}]


@pytest.mark.parametrize("text", ["who owns what on gate 2?", "who does what for gate 2?", "who is responsible for what at gate 2 of Apollo?",
                                  "who approved gate 2 of Apollo and were all criteria met?"])
def test_a_gate_is_told_with_who_decides_and_its_criteria(text: str) -> None:
    gate, criteria = said(text, APOLLO)
    assert gate["where"] == {"number": "2", "project": "APOLLO"}
    assert criteria == {"kind": "gate criterion", "where": {"gate": "gate 2", "project": "APOLLO"}}


@pytest.mark.parametrize("text", ["which gates were passed without all criteria met", "were any gates approved although criteria were open?",
                                  "was a gate let through despite missing evidence?"])
def test_gates_that_were_passed_stand_beside_what_is_not_met(text: str) -> None:
    assert [args["kind"] for args in said(text)] == ["phase gate", "gate criterion"]
