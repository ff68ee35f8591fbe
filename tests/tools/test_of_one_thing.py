"""What if one thing costs otherwise: only the line or order about it changes, in its own project, and what is paid stays paid."""
import pytest

from language.priced import priced
from records.errors import BadInput
from reports.blocks import Table, Text
from tests.tools.conftest import LayDesk
from tools.desk import Desk
from tools.what_if import what_if


@pytest.fixture
def desk(desk_of: LayDesk) -> Desk:
    return desk_of("victor")


def shown(desk: Desk, said: str) -> tuple[str, dict[tuple[str, str], tuple[str, str]]]:
    """What is said to be supposed, and each figure now and then, by its project."""
    blocks = what_if.call(desk, {"supposing": said}).blocks  # type: ignore[union-attr]
    rows = {(row[0], row[1]): (row[2], row[3]) for b in blocks if isinstance(b, Table) for row in b.rows}
    return str(blocks[0].text) if isinstance(blocks[0], Text) else "", rows


@pytest.mark.parametrize(("said", "thing"), [
    ("and if the robots cost 20 percent less", "robots"), ("what if the price of the furniture falls by 10 %", "furniture"),
    ("what if hosting prices rise by 10 %", "hosting"), ("what if the robots of … cost twice as much", "robots"),
    ("what if we could get the robots for 700,000", "robots"), ("what if Nimbora raises its prices by 10 %", "nimbora"),
    ("what if costs rise by 10 %?", ""), ("what if … costs 100,000 more?", ""), ("what if it costs 10 % more", ""),
    ("what if the works council delays us and it costs 50,000 more", ""), ("what if everything gets 10 % dearer", "")])
def test_the_thing_that_costs_otherwise_is_read_and_the_whole_is_none(said: str, thing: str) -> None:
    assert priced(said) == thing


@pytest.mark.parametrize("said", ["and if the robots cost 20 percent less", "what if the robots are 20 % cheaper?",
                                  "what if the price of the robots falls by 20 %",
                                  "suppose Fortuna's robots cost only 720,000", "what if the robots of Fortuna cost 180k less"])
def test_what_a_thing_costs_changes_its_line_alone(desk: Desk, said: str) -> None:
    """20 % of 900,000 is 180,000; the costs of 2027 are not discounted: -222,963 + 180,000. ROI (1,500,000 - 1,220,000) / 1,220,000."""
    told, rows = shown(desk, said)
    assert told.startswith("Supposing that the budget line “Robots” of Fortuna (900,000) costs 180,000 less.")
    assert rows["Fortuna", "NPV"] == ("-222,963 EUR", "-42,963 EUR")
    assert rows["Fortuna", "EAC"] == ("1,400,000 EUR", "1,220,000 EUR")
    assert rows["Fortuna", "ROI"] == ("7 %", "23 %")
    assert {of for of, _ in rows} == {"Fortuna"}


def test_of_a_line_only_what_is_still_to_be_paid_changes(desk: Desk) -> None:
    """380,000 of rent less 180,000 and 95,000 that are booked: 10 % of 105,000."""
    told, rows = shown(desk, "what if the rent goes up by 10 %?")
    assert "(380,000, of which 105,000 is still to be paid) costs 10,500 more" in told
    assert rows["Dione", "NPV"] == ("-146,423 EUR", "-156,923 EUR")


def test_an_order_is_not_counted_beside_its_line_and_a_supplier_means_what_is_ordered(desk: Desk) -> None:
    assert "order" not in shown(desk, "what if the scanners cost 10 % more")[0]
    assert "the order “Furniture, Vienna” of Dione (112,000) costs 11,200 more" in shown(desk, "what if Lichthaus gets 10 % dearer")[0]


def test_what_no_line_is_about_is_refused_and_not_put_to_all_projects(desk: Desk) -> None:
    with pytest.raises(BadInput, match=r"No budget line and no order .* is about “lawyers”"):
        shown(desk, "what if the lawyers cost 20 % more")


def test_who_sees_no_amounts_is_told_of_none(desk_of: LayDesk) -> None:
    with pytest.raises(BadInput, match="nothing that you may see"):
        shown(desk_of("nora"), "what if the robots cost 20 % less")
