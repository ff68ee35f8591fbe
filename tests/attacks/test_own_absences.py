"""Somebody's own absence is theirs to record and to change, whatever their role; what others' are, they may not touch by any door."""
import pytest

from records.errors import Refused
from records.kinds import Absence
from records.proposals import Change, Create, Undo
from records.query import Query
from tests.records.conftest import ADMIN, ANA, BEN, CLEO, VERA, Office

DAYS = {"type": "leave", "start": "2026-12-03", "end": "2026-12-04"}
OF_BEN, OF_CLEO = {**DAYS, "person_id": 3}, {**DAYS, "person_id": 4}
OWN = "your own absences only; a project manager or the PMO admin may those of others"


def kept(office: Office) -> list[tuple[str, int, str]]:
    with office.reader(ADMIN) as reader:
        return [(a.key, a.person_id, f"{a.start} {a.end}") for a in reader.find(Query(Absence, sort="key", limit=None))]


@pytest.mark.parametrize(("who", "person"), [(BEN, 3), (CLEO, 4), (ANA, 2)])
def test_whoever_names_nobody_records_their_own_absence(office: Office, who: str, person: int) -> None:
    office.do(who, Create("absence", DAYS))
    office.do(who, Change("absence", ("AB-1",), {"end": "2026-12-07"}))
    assert kept(office) == [("AB-1", person, "2026-12-03 2026-12-07")]


def test_whoever_only_looks_on_records_none_not_even_their_own(office: Office) -> None:
    with pytest.raises(Refused, match="As a viewer you may not change absences; a project manager or the PMO admin may"):
        office.plan(VERA, Create("absence", DAYS))


@pytest.mark.parametrize("who", [BEN, CLEO])
def test_nobody_records_the_absence_of_somebody_else(office: Office, who: str) -> None:
    with pytest.raises(Refused, match=OWN):
        office.plan(who, Create("absence", OF_CLEO if who == BEN else OF_BEN))


def test_nobody_changes_anothers_absence_nor_makes_their_own_anothers_nor_anothers_their_own(office: Office) -> None:
    office.do(ADMIN, Create("absence", OF_BEN), Create("absence", OF_CLEO))
    for values in ({"end": "2026-12-10"}, {"person_id": 3}):
        with pytest.raises(Refused, match="You may see AB-2, but not change it"):
            office.plan(BEN, Change("absence", ("AB-2",), values))
    with pytest.raises(Refused, match=OWN):
        office.plan(BEN, Change("absence", ("AB-1",), {"person_id": 4}))
    with pytest.raises(Refused, match="You may see AB-2, but not change it"):
        office.plan(BEN, Change("absence", ("AB-1", "AB-2"), {"end": "2026-12-10"}))


def test_one_of_several_that_is_anothers_lets_none_through(office: Office) -> None:
    with pytest.raises(Refused, match=OWN):
        office.plan(BEN, Create("absence", OF_BEN), Create("absence", OF_CLEO))
    assert kept(office) == []


def test_nobody_takes_back_what_was_recorded_of_another(office: Office) -> None:
    first = office.do(ANA, Create("absence", OF_CLEO))
    changed = office.do(ANA, Change("absence", ("AB-1",), {"end": "2026-12-08"}))
    for position in (first, changed):
        with pytest.raises(Refused):
            office.plan(BEN, Undo(position))


def test_ones_own_is_taken_back_even_where_another_recorded_it(office: Office) -> None:
    office.do(BEN, Undo(office.do(ANA, Create("absence", OF_BEN))))
    assert kept(office) == []


def test_an_absence_that_was_made_anothers_is_not_brought_back_as_ones_own(office: Office) -> None:
    office.do(ADMIN, Create("absence", OF_BEN))
    moved = office.do(ADMIN, Change("absence", ("AB-1",), {"person_id": 4}))
    with pytest.raises(Refused):
        office.plan(BEN, Undo(moved))
    with pytest.raises(Refused, match=OWN):
        office.plan(BEN, Undo(office.do(ADMIN, Change("absence", ("AB-1",), {"person_id": 3}))))


def test_a_project_manager_still_records_those_of_the_team(office: Office) -> None:
    office.do(ANA, Create("absence", OF_BEN))
    assert kept(office) == [("AB-1", 3, "2026-12-03 2026-12-04")]


def test_an_own_absence_gives_no_right_to_anything_else_of_a_person(office: Office) -> None:
    with pytest.raises(Refused):
        office.plan(BEN, Change("person", ("P-3",), {"weekly_hours": 20}))
    with pytest.raises(Refused):
        office.plan(BEN, Create("allocation", {"person_id": 3, "project_id": 1, "hours": 20, "start": "2026-12-03", "end": "2026-12-04"}))
