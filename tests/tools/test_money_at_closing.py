"""Which have none of such, what somebody was paid, and what is ordered: by the records, and by nobody who may not see amounts."""
import pytest

from records.errors import Refused
from reports.blocks import Table, Text
from tests.tools.conftest import LayDesk
from tools.desk import Desk
from tools.find_records import find_records


@pytest.fixture
def desk(desk_of: LayDesk) -> Desk:
    return desk_of("paula")


def told(desk: Desk, **said: object) -> tuple[list[str], list[str]]:
    """The sentences, and the keys of the rows."""
    blocks = find_records.call(desk, dict(said)).blocks  # type: ignore[union-attr]
    return [b.text for b in blocks if isinstance(b, Text)], [row[0] for b in blocks if isinstance(b, Table) for row in b.rows]


def test_projects_without_a_cost_of_some_days_are_told_with_those_that_have_one(desk: Desk) -> None:
    said, keys = told(desk, kind="project", where={"without": "cost entry (on in November; type actual)"})
    assert keys == ["ELARA", "FORTUNA"]
    assert said == ["With a cost entry (on in November; type actual): Dione, Apollo, Corvus, Borealis, Zephyr."]


def test_what_refers_to_none_is_without_one(desk: Desk) -> None:
    _, keys = told(desk, kind="cost entry", where={"without": "contract"}, limit=100)
    assert len(keys) == 31


def test_what_was_paid_and_what_is_only_ordered_are_told_apart(desk: Desk) -> None:
    """110,000 + 24,000 to one; nothing is booked of the other, whose order is named."""
    paid, keys = told(desk, kind="cost entry", where={"type": "actual"}, group="total amount", words="Stapelwerk")
    assert paid[0].startswith("Amount of 2 cost entries: 134,000 EUR in all")
    assert keys == ["CORVUS-C-1", "CORVUS-C-4"]
    ordered, keys = told(desk, kind="cost entry", where={"type": "actual"}, group="total amount", words="Scanfix")
    assert ordered[:2] == ["No cost entry (type actual) names “Scanfix”; these do and are otherwise:",
                           "1 cost entry: commitment 66,000 EUR in all, as of Wed 18 Nov 2026."]
    assert keys == ["CORVUS-C-3"]


def test_who_may_see_no_amounts_gets_no_sum(desk_of: LayDesk) -> None:
    with pytest.raises(Refused):
        told(desk_of("nora"), kind="cost entry", where={"type": "actual"}, group="total amount", words="Stapelwerk")
