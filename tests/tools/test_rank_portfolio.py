"""The ranking: by any measure, why one project stands where it does, and which weight would move it."""
import pytest

from records.figures.scoring import board_score
from records.kinds import Project
from records.query import Query
from reports.blocks import Table, Text
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
