"""Who may decide what: not on their own wish, not beyond their limit, no colour against the records without a reason."""
import pytest

from records.errors import BadInput, NotFound, Refused
from records.proposals import Change, Create, Undo
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


def test_a_request_is_not_born_decided(office: Office) -> None:
    for more in ({}, {"requester_id": None}, {"requester_id": 3}):
        with pytest.raises(Refused, match="first asked for, then decided"):
            office.plan(ANA, Create("changerequest", {"title": "More steel", "project_id": 1, "status": "approved", **more}))


def test_who_wrote_a_request_down_does_not_decide_it_whoever_is_named_as_asking(office: Office) -> None:
    office.do(ANA, Create("changerequest", ASKS))
    with pytest.raises(Refused, match="Nobody decides their own change request"):
        office.plan(ANA, APPROVE)


def test_what_was_decided_stays_as_it_was_decided(office: Office) -> None:
    office.do(ADMIN, Create("changerequest", ASKS))
    with pytest.raises(Refused, match="Decide APOLLO-CR-1 as it was asked for"):
        office.plan(ANA, Change("changerequest", ("APOLLO-CR-1",), {"cost_effect": "1", "status": "approved"}))
    office.do(ANA, APPROVE)
    with pytest.raises(Refused, match="is approved, so its cost effect stays"):
        office.plan(ANA, Change("changerequest", ("APOLLO-CR-1",), {"cost_effect": "4000000"}))
    with pytest.raises(Refused):
        office.plan(BEN, Change("changerequest", ("APOLLO-CR-1",), {"status": "submitted"}))
    assert office.do(BEN, Change("changerequest", ("APOLLO-CR-1",), {"status": "implemented"}))


def test_an_undo_is_held_to_what_a_change_is_held_to(office: Office) -> None:
    office.do(ADMIN, Create("changerequest", {**ASKS, "cost_effect": "90000"}))
    rejected = office.do(CLEO, Change("changerequest", ("APOLLO-CR-1",), {"status": "rejected"}))
    with pytest.raises(Refused):
        office.plan(BEN, Undo(rejected))
    office.do(ADMIN, Create("gate", {"title": "Build", "project_id": 1, "decider_id": 4}))
    office.do(CLEO, Change("gate", ("APOLLO-G-1",), {"decision": "go"}))
    killed = office.do(CLEO, Change("gate", ("APOLLO-G-1",), {"decision": "kill"}))
    with pytest.raises(Refused, match="their own project"):
        office.plan(ANA, Undo(killed))
    assert office.do(CLEO, Undo(killed))


def test_nobody_makes_themselves_sponsor_or_decider_of_a_gate(office: Office) -> None:
    with pytest.raises(Refused, match="makes themselves the sponsor"):
        office.plan(ANA, Change("project", ("APOLLO",), {"sponsor_id": 2}))
    office.do(ANA, Create("gate", {"title": "Build", "project_id": 1}))
    with pytest.raises(Refused, match="makes themselves the decider"):
        office.plan(ANA, Change("gate", ("APOLLO-G-1",), {"decider_id": 2}))


def test_nobody_writes_or_books_in_anothers_name(office: Office) -> None:
    for wish in (Create("comment", {"text": "Approved by me", "project_id": 1, "author_id": 4}),
                 Create("timeentry", {"project_id": 1, "person_id": 2, "on": "2026-11-17", "hours": 24}),
                 Create("mapping", {"name": "people", "record": "person", "person_id": 1}),
                 Create("decision", {"title": "Go?", "project_id": 1, "decision": "yes", "decider_id": 4})):
        with pytest.raises(Refused):
            office.plan(BEN, wish)
    assert office.plan(ANA, Create("timeentry", {"project_id": 1, "person_id": 3, "on": "2026-11-17", "hours": 8}))


def test_a_remembered_mapping_is_its_makers_alone(office: Office) -> None:
    office.do(BEN, Create("mapping", {"name": "board", "record": "task"}))
    with pytest.raises(NotFound):
        office.plan(ANA, Change("mapping", ("IM-1",), {"record": "risk"}))
    with pytest.raises(BadInput, match="are JSON"):
        office.plan(BEN, Change("mapping", ("IM-1",), {"columns": "not json"}))


def test_one_pmo_admin_remains_whatever_is_changed_or_undone(office: Office) -> None:
    for wish in (Change("person", ("P-1",), {"role": "viewer"}), Change("person", ("P-1",), {"email": None}), Undo(1)):
        with pytest.raises(BadInput, match="At least one PMO admin"):
            office.plan(ADMIN, wish)


def test_one_approved_request_leads_to_one_baseline(office: Office) -> None:
    office.do(ANA, Create("baseline", {"project_id": 1}))
    office.do(ADMIN, Create("changerequest", ASKS))
    office.do(ANA, APPROVE)
    office.do(ANA, Create("baseline", {"project_id": 1, "change_request_id": 1}))
    with pytest.raises(Refused, match="led to APOLLO-BL-2 already"):
        office.plan(ANA, Create("baseline", {"project_id": 1, "change_request_id": 1}))
    with pytest.raises(Refused, match="stays there"):
        office.plan(ADMIN, Change("baseline", ("APOLLO-BL-1",), {"project_id": 2}))


def test_a_declaration_is_not_bared_afterwards(office: Office) -> None:
    office.do(ANA, Change("project", ("APOLLO",), {"declared_colour": "green", "declared_reason": "it comes", "declared_until": "2026-12-18"}))
    for values in ({"declared_reason": ""}, {"declared_until": "2099-01-01"}):
        with pytest.raises(BadInput, match="say why and until when"):
            office.plan(ANA, Change("project", ("APOLLO",), values))
