"""Conditions, orders and changes in the words in which language models put them."""
from collections.abc import Mapping
from datetime import date

import pytest

from records.errors import BadInput, NotFound
from records.kinds import Task
from records.proposals import Change, Proposal
from reports.blocks import Table, Text
from tests.tools.conftest import LayDesk
from tests.tools.shared import desk_of as desk_of  # noqa: PLC0414 - a fixture of this module
from tools.base import Result
from tools.change_records import change_records
from tools.desk import Desk
from tools.find_records import find_records


def keys(desk: Desk, kind: str, where: Mapping[str, str], **more: object) -> list[str]:
    found = find_records.call(desk, {"kind": kind, "where": dict(where), **more})
    assert isinstance(found, Result)
    return [key for block in found.blocks if isinstance(block, Table) for key in block.keys]


def told(desk: Desk, kind: str, where: Mapping[str, str], **more: object) -> str:
    found = find_records.call(desk, {"kind": kind, "where": dict(where), **more})
    assert isinstance(found, Result)
    return "\n".join(block.text for block in found.blocks if isinstance(block, Text))


def test_a_risk_that_is_answered_is_told_beside_those_whose_status_is_open(desk_of: LayDesk) -> None:
    said = told(desk_of("ana"), "risk", {"project": "Apollo", "status": "open"}, sort="-score", limit=1)
    assert "Also open, by another status: APOLLO-R-1 The identity supplier may deliver late (response in progress)." in said
    assert "Also" not in told(desk_of("ana"), "risk", {"project": "Apollo", "status": "not closed"})
    assert "Also" not in told(desk_of("ana"), "task", {"project": "Apollo", "status": "open"})


@pytest.mark.parametrize("without", ["not load test", "does not contain load test", "not containing load test"])
def test_a_title_is_left_out_by_a_part_of_it(desk_of: LayDesk, without: str) -> None:
    desk = desk_of("ana")
    every, some = keys(desk, "task", {"project": "Apollo"}), keys(desk, "task", {"project": "Apollo", "title": without})
    assert set(every) - set(some) == {"APOLLO-T-10"}


@pytest.mark.parametrize("sort", ["-created", "newest", "-date"])
def test_the_latest_of_a_kind_without_days_are_those_made_last(desk_of: LayDesk, sort: str) -> None:
    found = keys(desk_of("ana"), "risk", {}, sort=sort)
    assert found == keys(desk_of("ana"), "risk", {}, sort="created")[::-1]
    assert len(found) > 1


def test_a_figure_to_group_by_is_an_order(desk_of: LayDesk) -> None:
    assert keys(desk_of("ana"), "person", {}, group="free hours", days="next four weeks") == keys(
        desk_of("ana"), "person", {}, sort="-free hours", days="next four weeks")


def test_a_group_of_none_says_that_there_is_none(desk_of: LayDesk) -> None:
    said = told(desk_of("ana"), "task", {"project": "Apollo", "priority": "critical"}, group="owner")
    assert "There are no such tasks (project Apollo; priority critical)" in said


def test_a_field_that_a_kind_has_not_is_told_with_its_article(desk_of: LayDesk) -> None:
    with pytest.raises(BadInput, match="An absence has no “date”; it has"):
        keys(desk_of("ana"), "absence", {"date": "in December"})


@pytest.mark.parametrize(("said", "day"), [("+1 week", date(2026, 12, 1)), ("plus 7 days", date(2026, 12, 1)), ("-2 days", date(2026, 11, 22))])
def test_a_length_with_its_sign_moves_a_day_from_where_it_is(desk_of: LayDesk, said: str, day: date) -> None:
    made = change_records.call(desk_of("ana"), {"kind": "task", "where": {"key": "APOLLO-T-12"}, "values": {"due": said}})
    assert isinstance(made, Proposal)
    assert [w.values["due"] for w in made.wishes if isinstance(w, Change) and w.kind == Task.__tablename__] == [day]


def test_a_change_of_none_names_what_there_is_by_other_titles(desk_of: LayDesk) -> None:
    with pytest.raises(NotFound, match=r"No milestone fits that.*There are CORVUS-MS-1 Gate 2: system approved; CORVUS-MS-2 First hall"):
        change_records.call(desk_of("carla"), {"kind": "milestone", "where": {"project": "Corvus", "title": "go-live"}, "values": {"forecast": "15 March"}})
