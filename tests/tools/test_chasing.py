"""Whom to chase: owners of what is late or stuck, whoever has a decision to take, and never the asker."""
import pytest

from reports.blocks import Table, Text
from tests.tools.conftest import LayDesk
from tools.base import Result
from tools.portfolio_summary import portfolio_summary


def shown(desk_of: LayDesk, handle: str, **said: str) -> tuple[str, Table | None]:
    made = portfolio_summary.call(desk_of(handle), {"focus": "chase", **said})
    assert isinstance(made, Result)
    first = made.blocks[0]
    assert isinstance(first, Text)
    return first.text, next((b for b in made.blocks if isinstance(b, Table)), None)


def test_each_person_is_told_with_what_is_late_the_longest_first(desk_of: LayDesk) -> None:
    said, table = shown(desk_of, "ana", of="my projects")
    assert said.startswith("2 people to chase on Apollo: Ben Okafor (5 records, first APOLLO-D-1: overdue by 20 days), Elena Marsh (1 record, first "
                           "APOLLO-CR-2: to decide)")
    assert table is not None
    assert "Ana Ruiz" not in {row[0] for row in table.rows}
    assert ("Ben Okafor", "APOLLO-R-1", "The identity supplier may deliver late", "its review is overdue", "Tue 10 Nov 2026", "8") in table.rows


def test_what_is_blocked_is_asked_for_with_what_it_waits_for(desk_of: LayDesk) -> None:
    _, table = shown(desk_of, "paula", of="project CORVUS")
    assert table is not None
    assert any(row[1] == "CORVUS-T-6" and row[3] == "blocked: waiting for the supplier's delivery date" for row in table.rows)


@pytest.mark.parametrize("of", ["project BOREALIS"])
def test_where_nobody_owes_anything_that_is_said(desk_of: LayDesk, of: str) -> None:
    said, table = shown(desk_of, "paula", of=of)
    assert (said, table) == ("Nobody has to be chased on Borealis: nothing of others is overdue, blocked or to be decided in the next 7 days.", None)
