"""What if of two things: both are computed, the second on top of the first, or the one that is not is told."""
from datetime import date
from decimal import Decimal

import pytest

from records.kinds import CashFlow, Project
from records.proposals import Change, Create
from records.query import Query
from records.supposing import Supposed
from reports.blocks import Table, Text
from tests.tools.conftest import NOW, LayDesk
from tools.desk import Desk
from tools.desk.supposing import suppositions
from tools.desk.supposing.apart import apart
from tools.desk.supposing.heard import Heard
from tools.what_if import what_if

TODAY = NOW.date()


@pytest.fixture
def desk(desk_of: LayDesk) -> Desk:
    return desk_of("victor")


def shown(desk: Desk, said: str, of: str = "Apollo") -> tuple[str, dict[str, str]]:
    """What is said to be supposed, and each figure then."""
    blocks = what_if.call(desk, {"supposing": said}).blocks  # type: ignore[union-attr]
    rows = {str(row[1]): str(row[3]) for b in blocks if isinstance(b, Table) for row in b.rows if row[0] == of}
    return str(blocks[0].text) if isinstance(blocks[0], Text) else "", rows


@pytest.mark.parametrize("said", [
    "What if Apollo's benefits are 20 % lower and Apollo is a year late?", "what if Apollo is a year late and its benefits are 20 % lower?",
    "What if Apollo's benefits are 20 % lower and come a year later?", "what if Apollo's benefits are 20% lower and a year late?",
    "what if Apollo is a year late with 20 % lower benefits?", "suppose Apollo gets 20 % fewer benefits, but a year later",
    "what if the benefits of Apollo fall by 20 % and it comes a year later"])
def test_fewer_benefits_that_come_later_are_worth_less_than_either(desk: Desk, said: str) -> None:
    """-525,000 + 0.8 x (130,000/1.08^2 + 170,000/1.08^3 + 180,000/1.08^4 + 170,000/1.08^5)."""
    told, rows = shown(desk, said)
    assert "20 % lower" in told
    assert "1 year later" in told
    assert rows["NPV"] == "-129,472 EUR"


def test_half_a_year_and_a_tenth_less_are_both_computed(desk: Desk) -> None:
    """-430,000 + 0.9 x 518,658 x (1 + 1/1.08) / 2."""
    assert shown(desk, "what if Corvus has 10 % lower benefits and comes six months late?", "Corvus")[1]["NPV"] == "19,504 EUR"


@pytest.mark.parametrize("said", ["what if Apollo costs 50,000 more and comes three months later?",
                                  "what if Apollo comes three months later and costs 50k more",
                                  "what if Apollo is three months late, and costs rise by 50,000?"])
def test_dearer_and_later_is_dearer_and_later(desk: Desk, said: str) -> None:
    """-50,000, and a quarter of each year's 533,963 a year later: 533,963 x (1 - 1/1.08) / 4."""
    told, rows = shown(desk, said)
    assert "it costs 50,000 more" in told
    assert "Apollo comes 3 months later" in told
    assert rows["NPV"] == "-50,925 EUR"
    assert rows["EAC"] == "543,735 EUR"
    assert rows["expected finish"] == "Mon 24 May 2027"


def test_a_slip_and_somebody_who_leaves_are_both_supposed(desk: Desk) -> None:
    told, rows = shown(desk, "what if Apollo slips by two months and Ben leaves?")
    assert "Apollo comes 2 months later; and that Ben Okafor leaves" in told
    assert rows["expected finish"] == "Thu 22 Apr 2027"


@pytest.mark.parametrize("said", ["what if Ben and Ana leave in January?", "what if we lose Ben and Ana in January?"])
def test_two_people_who_leave_both_leave(desk: Desk, said: str) -> None:
    assert [s.people[0].name for s in suppositions(desk.reader, said, None, TODAY)] == ["Ben Okafor", "Ana Ruiz"]


def test_two_tasks_that_slip_both_slip(desk: Desk) -> None:
    found = suppositions(desk.reader, "what if APOLLO-T-5 and APOLLO-T-12 slip by a week?", None, TODAY)
    assert [s.said for s in found] == ["APOLLO-T-5 comes 1 week later", "APOLLO-T-12 comes 1 week later"]


def test_a_day_is_no_amount_and_moves_what_is_named(desk: Desk) -> None:
    assert Heard("the scanners come on 11 december", TODAY).money is None
    assert Heard("the hosting costs 500 more from 1 january", TODAY).money == 500
    told, rows = shown(desk, "what if Corvus costs 20,000 more and the scanners come on 11 December?", "Corvus")
    assert "it costs 20,000 more; and that CORVUS-T-6 “Order the hand scanners” comes on 11 Dec 2026" in told
    assert rows["NPV"] == "68,658 EUR"
    assert "expected finish" not in rows                    # no date comes sooner by a delay


@pytest.mark.parametrize(("said", "left"), [
    ("what if the works council delays us and Apollo costs 50,000 more?", "the works council delays us"),
    ("what if Ben leaves and Ana takes over?", "Ana takes over"),
    ("what if the benefits of Apollo are 20 % lower for two years?", "two years"), ("what if Apollo costs 10 % more in 2027?", "2027"),
    ("what if Apollo slips by a month and the board loses patience?", "the board loses patience"),
    ("what if the benefits of Apollo fall and its costs rise by 10 %?", "the benefits of Apollo fall")])
def test_what_is_supposed_and_not_computed_is_told(desk: Desk, said: str, left: str) -> None:
    assert shown(desk, said)[0].startswith(f"I cannot compute “{left}” with that, so it is left out. Supposing that ")


@pytest.mark.parametrize("said", [
    "what if Apollo and Dione slip by 2 months?", "what if Ben is away between 3 and 10 December?", "what if Apollo slips by two weeks and three days?",
    "what happens to the NPV of Apollo and Dione if costs rise by 10 %?", "suppose Apollo slips by a year, what is the NPV?",
    "what happens to Apollo without Ben?"])
def test_one_thing_stays_one_thing(said: str) -> None:
    assert apart(said, TODAY) == [said]


def test_benefits_and_costs_that_rise_alike_both_rise(desk: Desk) -> None:
    """-525,000 - 29,350 + 1.1 x 533,963."""
    assert shown(desk, "what if the benefits and costs of Apollo rise by 10 %?")[1]["NPV"] == "33,009 EUR"


def test_a_request_that_is_approved_is_supposed_beside_what_else_is_said(desk: Desk) -> None:
    told = shown(desk, "what if APOLLO-CR-2 is approved and Ben leaves?")[0]
    assert "it costs 45,000 more; and that Apollo comes 20 days later; and that Ben Okafor leaves" in told


def test_a_wish_changes_what_a_wish_before_it_made(desk: Desk) -> None:
    home = desk.reader.get(Project, "APOLLO").id
    new = Create("cashflow", {"title": "supposed", "project_id": home, "year": 2032, "amount": Decimal(0), "forecast": Decimal(90), "business_case_id": None})
    read = Supposed(desk.reader, (new, Change("cashflow", ("supposed 1",), {"forecast": Decimal(45)})))
    assert [f.forecast for f in read.find(Query(CashFlow, limit=None)) if f.year == date(2032, 1, 1).year] == [45]
