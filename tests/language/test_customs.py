"""An office's working days and fiscal year decide what its words for time mean."""
from datetime import date

import pytest

from language.customs import Customs
from language.dates import Period, ambiguous_dates, impossible_dates, read_date, read_dates, read_days, read_period
from language.working import WorkingDays

WEDNESDAY = date(2026, 11, 18)
CHRISTMAS_EVE = date(2026, 12, 24)
GERMAN = Customs(WorkingDays.of(range(5), (date(2026, 11, 20), date(2026, 12, 25), date(2027, 1, 1))))
APRIL = Customs(first_month=4)
FEBRUARY = Customs(first_month=2)


@pytest.mark.parametrize(("said", "usual", "ours"), [
    ("in 3 working days", "2026-11-23", "2026-11-24"), ("next working day", "2026-11-19", "2026-11-19"),
    ("within ten business days", "2026-12-02", "2026-12-03"), ("end of the week", "2026-11-20", "2026-11-19"),
    ("EOW", "2026-11-20", "2026-11-19"), ("this week", "2026-11-20", "2026-11-19"),
    ("by close of business tomorrow", "2026-11-19", "2026-11-19"), ("2 working days before 24 November", "2026-11-20", "2026-11-19"),
    ("the last working day of the week", "2026-11-20", "2026-11-19"), ("5 working days ago", "2026-11-11", "2026-11-11"),
])
def test_working_days_are_those_of_the_office(said: str, usual: str, ours: str) -> None:
    assert (read_date(said, WEDNESDAY), read_date(said, WEDNESDAY, customs=GERMAN)) == (date.fromisoformat(usual), date.fromisoformat(ours))


def test_the_next_working_day_lies_after_the_holidays() -> None:
    assert read_date("next working day", CHRISTMAS_EVE, customs=GERMAN) == date(2026, 12, 28)


def test_within_ten_working_days_is_a_run_of_days() -> None:
    assert read_period("within ten working days", WEDNESDAY, GERMAN) == Period(WEDNESDAY, date(2026, 12, 3))


@pytest.mark.parametrize(("said", "first", "last"), [
    ("this fiscal year", "2026-04-01", "2027-03-31"), ("last fiscal year", "2025-04-01", "2026-03-31"), ("next financial year", "2027-04-01", "2028-03-31"),
    ("FY27", "2026-04-01", "2027-03-31"), ("FY 2027", "2026-04-01", "2027-03-31"), ("FY2026/27", "2026-04-01", "2027-03-31"),
    ("fiscal year 2027", "2026-04-01", "2027-03-31"), ("this quarter", "2026-10-01", "2026-12-31"), ("Q3", "2026-10-01", "2026-12-31"),
    ("Q2", "2026-07-01", "2026-09-30"), ("fiscal Q2", "2026-07-01", "2026-09-30"), ("Q2 FY27", "2026-07-01", "2026-09-30"),
    ("FY27 Q4", "2027-01-01", "2027-03-31"), ("calendar Q3", "2026-07-01", "2026-09-30"), ("H1 FY2026/27", "2026-04-01", "2026-09-30"),
    ("H2", "2026-10-01", "2027-03-31"), ("calendar Q2 2026", "2026-04-01", "2026-06-30"), ("fiscal Q2 2026", "2025-07-01", "2025-09-30"),
    ("year to date", "2026-04-01", "2026-11-18"), ("YTD", "2026-04-01", "2026-11-18"), ("calendar year to date", "2026-01-01", "2026-11-18"),
    ("this quarter so far", "2026-10-01", "2026-11-18"), ("this year", "2026-01-01", "2026-12-31"), ("this calendar year", "2026-01-01", "2026-12-31"),
])
def test_a_fiscal_year_from_april_is_followed(said: str, first: str, last: str) -> None:
    assert read_period(said, WEDNESDAY, APRIL) == Period(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(("fiscal", "plain"), [
    ("this fiscal year", "this year"), ("FY26", "this year"), ("fiscal Q2", "Q2"), ("calendar Q2", "Q2"), ("FY27 Q1", "Q1 2027"),
    ("last fiscal year", "last year"), ("this fiscal quarter", "this quarter"),
])
def test_a_fiscal_year_from_january_is_the_calendar_s(fiscal: str, plain: str) -> None:
    assert read_period(fiscal, WEDNESDAY) == read_period(plain, WEDNESDAY) is not None


def test_quarters_may_begin_in_the_middle_of_the_calendar_s() -> None:
    assert read_days("this quarter", WEDNESDAY, customs=FEBRUARY) == Period(date(2026, 11, 1), date(2027, 1, 31))
    assert read_date("end of the fiscal year", WEDNESDAY, customs=FEBRUARY) == date(2027, 1, 31)
    assert read_date("end of the quarter", WEDNESDAY, customs=FEBRUARY) == date(2027, 1, 31)


def test_a_quarter_of_a_plain_year_could_be_either() -> None:
    assert read_dates("Q2 2027", WEDNESDAY, customs=APRIL) == (date(2026, 9, 30), date(2027, 6, 30))
    assert [s.value for s in ambiguous_dates("due Q2 2027", WEDNESDAY, customs=APRIL)] == [(date(2026, 9, 30), date(2027, 6, 30))]
    assert read_dates("Q2 2027", WEDNESDAY) == (date(2027, 6, 30),)


def test_a_fiscal_year_of_years_that_do_not_follow_each_other_is_none() -> None:
    assert read_period("FY2026/29", WEDNESDAY, APRIL) is None
    assert [s.value for s in impossible_dates("FY2026/29", WEDNESDAY)] == ["FY2026/29"]
