"""The ranking: by any measure, why one project stands where it does, and which weight would move it."""
from datetime import date
from typing import cast

import pytest

from records.computing import Book
from records.figures.business_case import npv
from records.figures.scoring import board_score
from records.kinds import Project
from records.proposals import Change, Create
from records.query import Query
from records.supposing import Supposed
from reports.blocks import Table, Text
from reports.portfolio import ranked, unranked, visible
from tests.tools.conftest import LayDesk
from tools.base import Result
from tools.desk import Desk
from tools.rank_portfolio import rank_portfolio


@pytest.fixture
def desk(desk_of: LayDesk) -> Desk:
    return desk_of("victor")


def said(desk: Desk, **asked: str) -> str:
    found = rank_portfolio.call(desk, asked)
    assert isinstance(found, Result)
    return " ".join(b.text for b in found.blocks if isinstance(b, Text))


def test_by_score_the_order_is_that_of_the_figure_and_the_closest_two_say_what_would_swap_them(desk: Desk) -> None:
    found = rank_portfolio.call(desk, {"by": "score"})
    assert isinstance(found, Result)
    (table,) = (b for b in found.blocks if isinstance(b, Table))
    projects = desk.reader.find(Query(Project, limit=None))
    book = desk.book(*projects)
    numbers = {p.key: n for p in projects if (n := book.value(p, board_score).number) is not None and p.phase != "cancelled"}
    assert list(table.keys) == sorted(numbers, key=lambda key: -numbers[key])
    assert "The closest: " in said(desk, by="score")


def test_a_project_is_told_its_place_what_put_it_there_and_its_neighbours(desk: Desk) -> None:
    found = rank_portfolio.call(desk, {"by": "score", "project": "Apollo"})
    assert isinstance(found, Result)
    told = said(desk, by="score", project="Apollo")
    assert "by score:" in told
    assert "is just ahead with" in told
    assert "would pass" in told or "No single weight" in told
    (table,) = (b for b in found.blocks if isinstance(b, Table))
    assert {row[0] for row in table.rows} >= {"business value", "strategic fit"}


def test_why_without_a_measure_tells_the_value_for_money_and_the_score(desk: Desk) -> None:
    told = said(desk, project="Apollo")
    assert "by value for money" in told
    assert "by score" in told


def test_what_cannot_be_ranked_says_why(desk: Desk) -> None:
    told = said(desk, by="WSJF", project="Elara")
    assert told == "Elara is not ranked by WSJF: nobody has scored its business value and its time criticality and its risk reduction and its job size."


def book_with(desk: Desk, *rates: Create) -> Book:
    """Apollo's money, and nothing else, is in francs."""
    reader = Supposed(desk.reader, (Change("project", ("APOLLO",), {"currency": "CHF"}), *rates))
    return Book(reader, visible(reader), desk.today)


def rate(value: float, since: date | None) -> Create:
    return Create("rate", {"name": "chf", "type": "exchange", "value": value, "since": since})


def test_money_of_another_currency_is_not_compared_without_a_rate(desk: Desk) -> None:
    book = book_with(desk)
    assert "APOLLO" not in {p.key for p in ranked(book, npv)}
    (apollo,) = (p for p in book.records if p.key == "APOLLO")
    assert unranked(book, cast("Project", apollo), npv) == "its money is in CHF, and no rate is kept"
    assert "APOLLO" in {p.key for p in ranked(book, board_score)}               # points are no money


def test_with_a_rate_it_stands_where_its_money_is_worth_it(desk: Desk) -> None:
    """8,963 francs lie between 86,750 euros of Elara and 88,658 of Corvus at 9.8, and above both at 10; a rate of tomorrow is none yet."""
    for rates, before, behind in (((rate(9.8, None),), "CORVUS", "ELARA"), ((rate(9.8, None), rate(10, date(2026, 11, 1))), "BOREALIS", "CORVUS"),
                                  ((rate(9.8, None), rate(10, date(2026, 12, 1))), "CORVUS", "ELARA")):
        order = [p.key for p in ranked(book_with(desk, *rates), npv)]
        at = order.index("APOLLO")
        assert order[at - 1:at + 2] == [before, "APOLLO", behind]
