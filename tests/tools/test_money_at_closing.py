"""Which have none of such, what somebody was paid, and what is ordered: by the records, and by nobody who may not see amounts."""
import pytest

from records.errors import BadInput, Refused
from records.kinds import Objective
from records.kinds.project import phases_called
from reports.blocks import Table, Text
from tests.tools.conftest import LayDesk
from tools.desk import Desk
from tools.find_records import find_records
from tools.show_record import show_record


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


def test_costs_are_put_beside_their_budget_lines_with_what_is_left(desk: Desk) -> None:
    """System 160,000 − 110,000 − 24,000 booked; rent 380,000 − 180,000 − 95,000; furniture 460,000 − 228,000 booked − 112,000 ordered."""
    said, keys = told(desk, kind="budget line", where={"behind": "DIONE-C-1, DIONE-C-5, CORVUS-C-1, DIONE-C-3"}, sort="left on the line")
    assert keys == ["CORVUS-B-2", "DIONE-B-1", "DIONE-B-2"]
    assert "System 26,000 EUR, Rent 105,000 EUR, Furniture 120,000 EUR" in said[0]


def test_a_line_is_overspent_where_more_is_booked_than_it_holds(desk: Desk) -> None:
    """Fitting 90,000 − 47,000 − 46,000."""
    said, keys = told(desk, kind="budget line", where={"left on the line": "below 0"})
    assert keys == ["ELARA-B-2"]
    assert "Fitting -3,000 EUR" in said[0]


def test_what_belongs_to_no_contract_is_told_so(desk: Desk) -> None:
    with pytest.raises(BadInput, match=r"None of DIONE-C-1, CORVUS-C-1 names a contract"):
        told(desk, kind="contract", where={"behind": "DIONE-C-1, CORVUS-C-1"})


def test_the_promise_of_the_closed_projects_is_put_beside_what_came(desk: Desk) -> None:
    said, keys = told(desk, kind="benefit", where={"project": "closed projects"})
    assert keys == ["ELARA-BN-1", "ELARA-BN-2"]
    assert said == ["2 benefits: expected 600,000 EUR, forecast 530,000 EUR, realised 190,000 EUR, as of Wed 18 Nov 2026."]


@pytest.mark.parametrize(("said", "phases"), [("closed", ("closed",)), ("finished", ("closed",)), ("running", ("in delivery",)), ("red", ()),
                                              ("open", ("candidate", "planning", "in delivery", "closing", "on hold"))])
def test_the_state_of_projects_is_read_by_their_own_words(said: str, phases: tuple[str, ...]) -> None:
    assert phases_called(said) == phases


def test_a_measured_value_has_its_unit(desk: Desk) -> None:
    blocks = show_record.call(desk, {"record": "OBJ-1", "field": "current"}).blocks  # type: ignore[union-attr]
    assert blocks[0] == Text("OBJ-1 Cut the cost of service by 15 %: current 38.5 EUR.")


def test_what_is_measured_is_known_by_its_words(desk: Desk) -> None:
    assert desk.measures((Objective,))["service cost per order"] == "OBJ-1"
