"""A field that some may not see is said to be so, with who may; what it holds is told to none of them, whatever it is."""
from dataclasses import replace

import pytest

from records.access import why_unread
from records.asker import Asker, Role
from records.errors import BadInput, Refused
from records.kinds import ChangeRequest, Person
from tests.tools.conftest import LayDesk
from tools.find_records import find_records
from tools.show_record import show_record

NOT_RATE = "As a member you may not see the rate of a person; a project manager, a value manager, an executive, an auditor or the PMO admin may."


def test_a_field_that_the_asker_may_not_see_is_said_to_be_so_with_who_may(desk_of: LayDesk) -> None:
    ben = desk_of("ben")
    for said in ("rate", "hourly rate", "Rate"):
        with pytest.raises(Refused) as told:
            ben.field(Person, said)
        assert str(told.value) == NOT_RATE
    assert desk_of("paula").field(Person, "hourly rate").name == "rate"


def test_it_is_the_same_sentence_however_it_is_asked_for_and_whoever_is_meant(desk_of: LayDesk) -> None:
    ben, told = desk_of("ben"), set[str]()
    for tool, said in ((show_record, {"record": "Ana Ruiz", "field": "rate"}), (show_record, {"record": "P-1", "field": "rate"}),
                       (find_records, {"kind": "person", "sort": "-rate"}), (find_records, {"kind": "person", "group": "rate"}),
                       (find_records, {"kind": "person", "where": {"rate": "above 1"}}), (find_records, {"kind": "person", "where": {"rate": "above 999"}})):
        with pytest.raises(Refused) as refused:
            tool.call(ben, said)
        told.add(str(refused.value))
    assert told == {NOT_RATE}


def test_who_may_see_a_field_is_told_to_ask_alone_where_others_read_along() -> None:
    ben = Asker(3, "Ben", "ben@office.example", frozenset({Role.member}))
    paula = Asker(1, "Paula", "paula@office.example", frozenset({Role.admin}))
    assert why_unread(Person, "rate", replace(paula, among=(ben,))) == "Not everybody who reads along here may see the rate of a person. Ask me alone."
    assert [why_unread(Person, name, paula) for name in ("rate", "name", "nonsense")] == ["", "", ""]


def test_a_field_that_no_kind_has_is_still_said_not_to_be_there(desk_of: LayDesk) -> None:
    with pytest.raises(BadInput, match="A change request has no “colour”"):
        desk_of("ben").field(ChangeRequest, "colour")


def test_those_who_are_there_are_those_of_whom_no_absence_is_recorded(desk_of: LayDesk) -> None:
    told = find_records.call(desk_of("ben"), {"kind": "person", "where": {"there": "2026-11-23 to 2026-11-23"}, "limit": 50})
    names = {row[1] for row in told.blocks[0].rows}  # type: ignore[union-attr]
    assert "Mia Fischer" not in names
    assert {"Ben Okafor", "Ana Ruiz"} <= names
    assert "Away then: Mia Fischer." in told.blocks[-1].text  # type: ignore[union-attr]
