"""Who may approve a change request is told by the limits by which a decision is refused, and never to whom its cost is hidden."""
import pytest

from records.errors import BadInput
from reports.blocks import Text
from tests.tools.conftest import LayDesk
from tests.tools.shared import desk_of as desk_of  # noqa: PLC0414 - a fixture of this module
from tools.base import Result
from tools.find_records import find_records
from tools.show_record import show_record


def told(lay: LayDesk, who: str, record: str, field: str) -> str:
    found = show_record.call(lay(who), {"record": record, "field": field})
    assert isinstance(found, Result)
    return " ".join(b.text for b in found.blocks if isinstance(b, Text))


def test_a_project_manager_may_not_approve_beyond_the_limit_nor_what_they_wrote_down(desk_of: LayDesk) -> None:
    said = told(desk_of, "paula", "CORVUS-CR-1", "may approve: Carla")
    assert said.startswith("No: CORVUS-CR-1 Rent scanners for the training asks for 9,000 EUR; "
                           "as project manager Carla Winter may approve up to 5,000 and 5 days.")
    assert "Carla Winter wrote it down, and nobody decides their own request. Elena Marsh decides it, by Mon 30 Nov 2026." in said


@pytest.mark.parametrize(("who", "record", "field", "begins"), [
    ("elena", "CORVUS-CR-1", "may approve: me", "Yes, by the limits: CORVUS-CR-1"), ("ana", "APOLLO-CR-2", "may approve: me", "No: APOLLO-CR-2"),
    ("paula", "CORVUS-CR-1", "may approve: Jonas", "No: as member Jonas Keller may not decide"),
    ("paula", "APOLLO-CR-1", "may approve: Ben", "APOLLO-CR-1 Replace the search engine is approved already, decided by Elena Marsh on Fri 9 Oct 2026."),
    ("mia", "CORVUS-CR-1", "may approve", "You may not see what CORVUS-CR-1")])
def test_whether_somebody_may_approve_it_is_answered_with_yes_or_no_and_why(desk_of: LayDesk, who: str, record: str, field: str,
                                                                            begins: str) -> None:
    assert told(desk_of, who, record, field).startswith(begins)


def test_who_may_approve_it_is_told_with_who_may_not(desk_of: LayDesk) -> None:
    said = told(desk_of, "paula", "APOLLO-CR-2", "may approve")
    assert "sponsor (Elena Marsh) up to 50,000" in said
    assert "It is beyond: project manager (Ana Ruiz) up to 5,000 and 5 days. Ana Ruiz, who asked for it, may not." in said


@pytest.mark.parametrize(("field", "may"), [
    ("may approve: 12 days", "A change of Corvus by 12 days may be approved by sponsor (Elena Marsh)"),
    ("may approve: 3 days", "A change of Corvus by 3 days may be approved by project manager (Carla Winter)"),
    ("may approve: 12 days and 60000 EUR", "A change of Corvus by 60,000 EUR and 12 days may be approved by executive without limit")])
def test_who_may_approve_a_change_that_is_only_supposed_is_told_by_its_days_and_its_money(desk_of: LayDesk, field: str, may: str) -> None:
    assert told(desk_of, "carla", "CORVUS", field).startswith(may)


def test_approvals_beyond_a_limit_are_told_apart_from_those_within(desk_of: LayDesk) -> None:
    found = find_records.call(desk_of("tom"), {"kind": "change request", "where": {"status": "approved", "beyond": "limit"}})
    assert isinstance(found, Result)
    assert "1 was within the limit of who approved: APOLLO-CR-1." in [b.text for b in found.blocks if isinstance(b, Text)]


def test_who_may_not_see_costs_is_told_nothing_of_limits(desk_of: LayDesk) -> None:
    with pytest.raises(BadInput):
        find_records.call(desk_of("mia"), {"kind": "change request", "where": {"beyond": "limit"}})


def test_a_gate_that_is_not_decided_yet_is_listed_alone(desk_of: LayDesk) -> None:
    found = find_records.call(desk_of("ana"), {"kind": "phase gate", "where": {"number": "2", "project": "APOLLO"}})
    assert isinstance(found, Result)
    assert "APOLLO-G-2" in str(found.blocks)
