"""What is asked of money at a closing of the month: what came in, what is ordered and not billed, who is paid and how much; and two projects side by side."""
from typing import Any

import pytest

from assistant.calling import Call, Past
from tests.assistant.planner.asking import planned

WORTH = Past("is Fortuna worth it?", "no", (Call("status_report", {"project": "FORTUNA", "focus": "value"}),), ("FORTUNA",))
SUPPOSED = Past("and if the robots cost 20 percent less", "NPV", (Call("what_if", {"supposing": "and if the robots cost 20 percent less", "record": "FORTUNA"}),),
                ("FORTUNA",))
LISTED = Past("which projects have no costs", "2", (Call("find_records", {"kind": "project", "where": {"without": "cost entry"}}),), ("ELARA", "FORTUNA"))


def call(text: str, *past: Past) -> dict[str, Any]:
    plan = planned(text, *past)
    assert len(plan.calls) == 1, plan.says
    return dict(plan.calls[0][1])


@pytest.mark.parametrize(("text", "such"), [
    ("monthly closing: which projects have no cost booked in November yet?", "cost entry (on in November; type actual)"),
    ("which projects have no costs booked in October", "cost entry (on in October; type actual)"),
    ("which projects have no invoice this month", "cost entry (on this month)"), ("which projects have no risks?", "risk")])
def test_projects_without_a_record_of_some_days(text: str, such: str) -> None:
    assert call(text) == {"kind": "project", "where": {"without": such}}


@pytest.mark.parametrize("text", ["and what is committed but not billed?", "what is ordered and not yet invoiced", "how much have we ordered but not paid yet"])
def test_what_is_ordered_and_not_billed_is_asked_of_all_projects(text: str) -> None:
    assert call(text, LISTED) == {"kind": "cost entry", "where": {"type": "commitment"}}


@pytest.mark.parametrize("text", ["what came in since the first?", "which bills came in since the first of the month?", "what has been booked since the 1st"])
def test_since_the_first_is_a_day_and_no_place_in_a_list(text: str) -> None:
    assert call(text, LISTED)["where"] == {"on": "at least the 1st"}


def test_payments_without_a_contract_are_costs() -> None:
    assert call("which payments have no contract") == {"kind": "cost entry", "where": {"without": "contract"}}


@pytest.mark.parametrize("text", ["how much did we pay Stapelwerk", "what have we paid to Stapelwerk so far", "how much did we spend on Stapelwerk"])
def test_what_somebody_was_paid_is_a_sum_of_what_names_them(text: str) -> None:
    assert call(text) == {"kind": "cost entry", "where": {"type": "actual"}, "group": "total amount", "words": "Stapelwerk"}


def test_who_is_paid_is_told_by_supplier_of_the_project_talked_of() -> None:
    corvus = Past("how is Corvus doing?", "", (Call("status_report", {"project": "CORVUS"}),), ("CORVUS",))
    assert call("who is the supplier and what have we paid them?", corvus) == {
        "kind": "cost entry", "where": {"project": "CORVUS"}, "group": "total amount by supplier"}


@pytest.mark.parametrize("text", ["what would have to change for it to pay off?", "what would it take for it to break even", "what must improve so that it pays back",
                                  "how much cheaper would it have to be to pay off?", "what needs to happen for Fortuna to be worth it"])
def test_what_would_make_it_pay_off_is_how_far_an_assumption_must_move(text: str) -> None:
    assert call(text, WORTH) == {"figure": "switching", "project": "FORTUNA"}


@pytest.mark.parametrize("text", ["compare it with Dione", "compare Fortuna and Dione", "how does it compare to Dione?", "put it beside Dione", "Fortuna vs Dione"])
def test_two_projects_are_put_side_by_side(text: str) -> None:
    assert call(text, WORTH, SUPPOSED) == {"project": "FORTUNA", "other": "DIONE"}


def test_one_project_on_two_days_is_compared_with_itself() -> None:
    assert planned("compare Apollo on 1 October with today").calls[0][0] == "status_report"
