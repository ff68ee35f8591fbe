"""What is asked of money at a closing of the month: what came in, what is ordered and not billed, who is paid and how much; and two projects side by side."""
from typing import Any

import pytest

from assistant.calling import Call, Past
from assistant.planner.heard.plan import MEASURED
from tests.assistant.planner.asking import NAMES, planned

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
    ("which projects have no invoice this month", "cost entry (type actual; on this month)"), ("which projects have no risks?", "risk")])
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


@pytest.mark.parametrize(("text", "figure"), [
    ("and what is left", "budget_left"), ("how much is left of the budget?", "budget_left"), ("are we going to run over?", "overrun"),
    ("will it be enough?", "overrun"), ("what will it cost in the end?", "eac"), ("and how much have we ordered?", "committed")])
def test_what_is_asked_on_of_the_money_is_of_the_same_project(text: str, figure: str) -> None:
    spent = Past("how much have we spent on Dione so far", "595,000", (Call("explain_figure", {"figure": "ac", "project": "DIONE"}),), ("DIONE-C-1",))
    assert call(text, spent) == {"figure": figure, "project": "DIONE"}


INVOICES = Past("the five largest invoices", "5", (Call("find_records", {"kind": "cost entry", "sort": "-amount", "limit": 5}),), ("DIONE-C-1", "CORVUS-C-1"))


@pytest.mark.parametrize("text", ["was each within its budget line?", "is each of them within its budget line?", "which budget line is behind those?"])
def test_each_cost_shown_is_put_beside_its_budget_line_with_what_is_left(text: str) -> None:
    assert call(text, INVOICES) == {"kind": "budget line", "where": {"behind": "DIONE-C-1, CORVUS-C-1"}, "sort": "left on the line"}


def test_the_contract_behind_what_was_shown_is_what_it_refers_to_or_else_of_the_project() -> None:
    dione = Past("show Dione", "card", (Call("show_record", {"record": "DIONE"}),), ("DIONE",))
    assert call("is there a contract behind those?", INVOICES)["where"] == {"behind": "DIONE-C-1, CORVUS-C-1"}
    assert call("is there a contract behind it?", dione)["where"] == {"project": "DIONE"}


def test_an_invoice_is_billed_and_no_order() -> None:
    assert call("the five largest invoices this year")["where"] == {"type": "actual", "on": "this year"}
    assert call("unpaid invoices")["where"] == {"type": "commitment"}
    assert "type" not in call("costs of Dione")["where"]


@pytest.mark.parametrize(("text", "where"), [
    ("Please compare what we promised and what we got over all closed projects", {"project": "closed projects"}),
    ("what did the closed projects promise and what did they bring", {"project": "closed projects"}),
    ("did our finished projects bring what they promised?", {"project": "finished projects"}),
    ("benefits of all running projects", {"project": "running projects"})])
def test_benefits_of_projects_of_a_state(text: str, where: dict[str, str]) -> None:
    assert call(text) == {"kind": "benefit", "where": where}


def test_a_state_behind_a_kind_is_of_the_projects_and_before_it_of_the_kind() -> None:
    assert call("open risks of candidate projects")["where"] == {"status": "not closed", "project": "candidate projects"}
    assert call("closed risks of Apollo")["where"] == {"status": "closed", "project": "APOLLO"}


@pytest.mark.parametrize(("text", "field"), [
    ("how much does the service cost per order at the moment?", "current"), ("what is the service cost per order", "current"),
    ("what should the service cost per order be?", "target"), ("what was the service cost per order at the start", "baseline")])
def test_what_is_measured_is_asked_by_what_it_is(text: str, field: str) -> None:
    measured = {**NAMES, MEASURED: {"service cost per order": "OBJ-1", "energy used": "OBJ-4"}}
    assert planned(text, names=measured).calls == (("show_record", {"record": "OBJ-1", "field": field}),)


def test_where_a_measure_should_be_is_asked_on() -> None:
    measured = {**NAMES, MEASURED: {"service cost per order": "OBJ-1"}}
    told = Past("what is the service cost per order", "38.5", (Call("show_record", {"record": "OBJ-1", "field": "current"}),), ("OBJ-1",))
    assert planned("and where should it be?", told, names=measured).calls == (("show_record", {"record": "OBJ-1", "field": "target"}),)


def test_what_a_document_says_of_a_measure_is_no_value() -> None:
    measured = {**NAMES, MEASURED: {"energy used": "OBJ-4"}}
    assert planned("what does the handbook say about energy used?", names=measured).calls[0][0] == "search_governance"


@pytest.mark.parametrize("text", ["how is ELARA-BN-1 doing against plan", "is ELARA-BN-1 as promised?", "how does ELARA-BN-1 do compared to the plan"])
def test_how_a_benefit_does_against_plan_is_what_it_owes_and_what_is_lost(text: str) -> None:
    assert [dict(said) for _, said in planned(text).calls] == [{"figure": "shortfall", "record": "ELARA-BN-1"}, {"figure": "promise_lost", "record": "ELARA-BN-1"}]
