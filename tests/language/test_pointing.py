"""The day that a saying points at where no deadline is asked, seen from Wednesday 18 November 2026, 14:00."""
from datetime import date, datetime

import pytest

from language.customs import Customs
from language.dates import find_points, read_dates

NOW = datetime(2026, 11, 18, 14, 0)  # noqa: DTZ001 - the office's wall clock
SAID = {
    "in January": "2027-01-01", "next month": "2026-12-18", "last week": "2026-11-11", "this month": "2026-11-01", "this quarter": "2026-10-01",
    "within 10 days": "2026-11-28", "the last two weeks": "2026-11-04", "next 3 days": "2026-11-21", "after a year": "2027-11-18",
    "2 days later": "2026-11-20", "3 weeks earlier": "2026-10-28", "in a few days": "2026-11-21", "give it 2 months": "2027-01-18",
    "wait for 5 minutes": "2026-11-18", "midnight": "2026-11-19", "at midnight on 12 December": "2026-12-12", "11am": "2026-11-19", "5 pm": "2026-11-18",
    "6 in the morning": "2026-11-18", "8:23 AM, 9 July": "2026-07-09", "Wednesday": "2026-11-18", "2024-13-01": "2024-01-13",
    "end of this week": "2026-11-20", "10 - 22 December 2026": "2026-12-10", "3 May 88 AD": "0088-05-03",
}


@pytest.mark.parametrize(("said", "day"), SAID.items())
def test_a_saying_points_at_its_plainest_day(said: str, day: str) -> None:
    assert [str(s.value) for s in find_points(said, NOW)] == [day]


def test_the_order_of_day_and_month_is_the_offices_where_it_is_known() -> None:
    orders = {order: read_dates("3/12/2026", NOW.date(), customs=Customs(order=order)) for order in ("", "day", "month")}
    assert orders == {"": (date(2026, 12, 3), date(2026, 3, 12)), "day": (date(2026, 12, 3),), "month": (date(2026, 3, 12),)}


def test_the_order_never_makes_a_day_that_is_none() -> None:
    assert read_dates("25/12/2026", NOW.date(), customs=Customs(order="month")) == (date(2026, 12, 25),)
