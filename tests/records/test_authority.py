"""Who may decide what: not on their own wish, not beyond their limit, no colour against the records without a reason."""
import pytest

from records.errors import BadInput, Refused
from records.proposals import Change, Create
from tests.records.conftest import ADMIN, ANA, BEN, CLEO, Office

ASKS = {"title": "More steel", "project_id": 1, "cost_effect": "4000", "days_effect": 2, "requester_id": 3}
APPROVE = Change("changerequest", ("APOLLO-CR-1",), {"status": "approved"})


def test_who_raises_a_change_request_is_its_requester_when_nobody_is_named(office: Office) -> None:
    shown = {c.field: c.after for c in office.plan(BEN, Create("changerequest", {"title": "More steel", "project_id": 1})).shown}
    assert shown["requester"] == "Ben Okafor"


def test_nobody_approves_their_own_change_request(office: Office) -> None:
    office.do(ANA, Create("changerequest", {**ASKS, "requester_id": 2}))
    with pytest.raises(Refused, match="Nobody decides their own change request"):
        office.plan(ANA, APPROVE)


def test_the_project_manager_approves_within_the_limit_and_not_beyond(office: Office) -> None:
    office.do(ADMIN, Create("changerequest", ASKS), Create("changerequest", {**ASKS, "cost_effect": "5000.01"}),
              Create("changerequest", {**ASKS, "days_effect": 6}))
    office.do(ANA, APPROVE)
    for key in ("APOLLO-CR-2", "APOLLO-CR-3"):
        with pytest.raises(Refused, match="as project manager you may approve up to 5,000 and 5 days"):
            office.plan(ANA, Change("changerequest", (key,), {"status": "approved"}))
        office.do(CLEO, Change("changerequest", (key,), {"status": "approved"}))


def test_a_member_decides_no_change_request_and_another_projects_manager_none_either(office: Office) -> None:
    office.do(ANA, Create("changerequest", {**ASKS, "requester_id": 1}))
    with pytest.raises(Refused, match="As member you may not decide change requests"):
        office.plan(BEN, APPROVE)


def test_the_offices_own_limit_stands_before_the_default(office: Office) -> None:
    office.do(ADMIN, Create("changerequest", {**ASKS, "cost_effect": "9000"}))
    office.do(ADMIN, Create("approvallimit", {"role": "project manager", "amount": "10000", "days": 10}))
    assert office.do(ANA, APPROVE)


def test_rejecting_needs_the_part_but_no_limit(office: Office) -> None:
    office.do(ADMIN, Create("changerequest", {**ASKS, "cost_effect": "90000"}))
    assert office.do(ANA, Change("changerequest", ("APOLLO-CR-1",), {"status": "rejected"}))


def test_a_project_manager_neither_waives_a_criterion_nor_passes_the_gate_of_their_own_project(office: Office) -> None:
    office.do(ANA, Create("gate", {"title": "Build", "project_id": 1}))
    office.do(ANA, Create("criterion", {"title": "Baseline agreed", "project_id": 1, "gate_id": 1}))
    for wish in (Change("criterion", ("APOLLO-GC-1",), {"status": "waived", "reason": "small"}), Change("gate", ("APOLLO-G-1",), {"decision": "go"})):
        with pytest.raises(Refused, match="their own project"):
            office.plan(ANA, wish)
        assert office.do(CLEO, wish)


def test_a_colour_against_the_records_needs_a_reason_and_an_end(office: Office) -> None:
    declare = {"declared_colour": "green"}
    with pytest.raises(BadInput, match="By its records APOLLO is red"):
        office.plan(ANA, Change("project", ("APOLLO",), declare))
    with pytest.raises(BadInput, match="say why and until when"):
        office.plan(ANA, Change("project", ("APOLLO",), {**declare, "declared_reason": "the steel is on its way"}))
    with pytest.raises(BadInput):
        office.plan(ANA, Change("project", ("APOLLO",), {**declare, "declared_reason": "so it is", "declared_until": "2026-11-18"}))
    assert office.do(ANA, Change("project", ("APOLLO",), {**declare, "declared_reason": "the steel is on its way", "declared_until": "2026-12-18"}))


def test_the_colour_that_the_records_say_needs_no_reason(office: Office) -> None:
    assert office.do(ANA, Change("project", ("APOLLO",), {"declared_colour": "red"}))


def test_a_declared_forecast_needs_a_reason_and_an_end(office: Office) -> None:
    with pytest.raises(BadInput, match="declare another forecast"):
        office.plan(ANA, Change("project", ("APOLLO",), {"declared_cost": "120000"}))
    assert office.do(ANA, Change("project", ("APOLLO",), {"declared_cost": "120000", "declared_reason": "new offer", "declared_until": "2026-12-31"}))


def test_nobody_hands_over_their_own_request_to_approve_it(office: Office) -> None:
    office.do(ADMIN, Create("changerequest", {**ASKS, "requester_id": 2}))
    for values in ({"requester_id": 3}, {"requester_id": 3, "status": "approved"}):
        with pytest.raises(Refused, match="is your own request"):
            office.plan(ANA, Change("changerequest", ("APOLLO-CR-1",), values))


def test_a_request_is_not_born_approved(office: Office) -> None:
    with pytest.raises(Refused, match="Nobody decides their own"):
        office.plan(ANA, Create("changerequest", {"title": "More steel", "project_id": 1, "status": "approved"}))
    with pytest.raises(Refused, match="Nobody decides their own"):
        office.plan(ANA, Create("changerequest", {"title": "More steel", "project_id": 1, "status": "approved", "requester_id": None}))
