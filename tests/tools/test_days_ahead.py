"""Load and free hours over the days that are asked for: of one, of many, and week by week."""
import pytest

from records.errors import BadInput
from reports.blocks import Table, Text
from tests.tools.conftest import LayDesk
from tools.base import Result
from tools.desk import Desk
from tools.explain_figure import explain_figure
from tools.find_records import find_records


@pytest.fixture
def desk(desk_of: LayDesk) -> Desk:
    return desk_of("paula")


def blocks(made: object) -> tuple[str, Table | None]:
    assert isinstance(made, Result)
    return " ".join(b.text for b in made.blocks if isinstance(b, Text)), next((b for b in made.blocks if isinstance(b, Table)), None)


def test_who_is_overloaded_next_week_names_the_week_first(desk: Desk) -> None:
    said, table = blocks(find_records.call(desk, {"kind": "person", "where": {"load": "above 100"}, "days": "next week"}))
    assert said == "Load above 100 %, from Mon 23 Nov to Sun 29 Nov 2026:"
    assert table is not None
    assert [row[1] for row in table.rows] == ["Ben Okafor", "Mia Fischer", "Dev Patel"]


def test_who_has_ten_hours_is_told_by_free_hours(desk: Desk) -> None:
    said, table = blocks(find_records.call(desk, {"kind": "person", "where": {"free hours": "at least 10"}, "days": "next week"}))
    assert said.startswith("Free hours at least 10 h, from Mon 23 Nov")
    assert table is not None
    assert "Ben Okafor" not in {row[1] for row in table.rows}


@pytest.mark.parametrize(("days", "said"), [("from 1 to 12 December", "from Tue 1 Dec to Sat 12 Dec 2026"),
                                            ("in December", "from Tue 1 Dec to Thu 31 Dec 2026"),
                                            ("before Christmas", "from Wed 18 Nov to Thu 24 Dec 2026"), ("on Friday", "on Fri 20 Nov 2026"),
                                            ("this week", "from Wed 18 Nov to Sun 22 Nov 2026")])
def test_days_to_come_are_read_from_today_on(desk: Desk, days: str, said: str) -> None:
    assert said in blocks(explain_figure.call(desk, {"figure": "free hours", "person": "Ben", "days": days}))[0]


def test_the_first_line_says_how_much_is_free(desk: Desk) -> None:
    said, _ = blocks(explain_figure.call(desk, {"figure": "free hours", "person": "Ana", "days": "next week"}))
    assert said.startswith("Ana Ruiz, free hours: 36 h; 3.8 h wanted of 40 h to work from Mon 23 Nov to Sun 29 Nov 2026")


def test_half_a_day_is_said_to_be_counted_as_a_whole_one(desk: Desk) -> None:
    assert "not only of “afternoon”" in blocks(explain_figure.call(desk, {"figure": "free hours", "person": "Ben", "days": "on Friday afternoon"}))[0]


def test_days_gone_by_are_refused_with_what_can_be_said(desk: Desk) -> None:
    with pytest.raises(BadInput, match="days to come"):
        explain_figure.call(desk, {"figure": "load", "person": "Ben", "days": "on 2 November 2026"})


def test_a_figure_of_now_says_that_it_is_not_of_those_days(desk: Desk) -> None:
    said, _ = blocks(explain_figure.call(desk, {"figure": "cpi", "project": "Apollo", "days": "next week"}))
    assert "The CPI is of now and not from Mon 23 Nov" in said


def test_the_load_of_all_is_told_week_by_week(desk: Desk) -> None:
    said, table = blocks(find_records.call(desk, {"kind": "person", "group": "load by week"}))
    assert said.startswith("More is wanted of somebody than there is in 7 weeks of 8, from Wed 18 Nov 2026 to Sun 10 Jan 2027: 18 Nov")
    assert table is not None
    assert (table.columns, len(table.rows)) == (("week", "wanted", "to work", "load", "above 100 %"), 8)
