"""Runs of days, as questions and conditions name them."""
from datetime import date

import pytest

from language.dates import Period, find_periods, read_days, read_period

WEDNESDAY = date(2026, 11, 18)


def period(first: str, last: str) -> Period:
    return Period(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(("said", "meant"), {
    "last 14 days": period("2026-11-04", "2026-11-18"), "in the past two weeks": period("2026-11-04", "2026-11-18"),
    "over the last month": period("2026-10-18", "2026-11-18"), "the past week": period("2026-11-11", "2026-11-18"),
    "since Monday": period("2026-11-16", "2026-11-18"), "since 3 November": period("2026-11-03", "2026-11-18"),
    "since last week": period("2026-11-09", "2026-11-18"), "since October": period("2026-10-01", "2026-11-18"),
    "since Wednesday": period("2026-11-11", "2026-11-18"),
    "since the beginning of the month": period("2026-11-01", "2026-11-18"), "since yesterday": period("2026-11-17", "2026-11-18"),
    "this week": period("2026-11-16", "2026-11-22"), "last week": period("2026-11-09", "2026-11-15"), "last month": period("2026-10-01",
    "2026-10-31"),
    "this quarter": period("2026-10-01", "2026-12-31"), "yesterday": period("2026-11-17", "2026-11-17"), "today": period("2026-11-18", "2026-11-18"),
    "next week": period("2026-11-23", "2026-11-29"), "in December": period("2026-12-01", "2026-12-31"), "in October": period("2026-10-01",
    "2026-10-31"),
    "between 1 and 15 November": period("2026-11-01", "2026-11-15"), "1-15 November": period("2026-11-01", "2026-11-15"),
    "from 20 October to 5 November": period("2026-10-20", "2026-11-05"), "between Monday and Wednesday": period("2026-11-16", "2026-11-18"),
    "from October to December": period("2026-10-01", "2026-12-31"), "between 15 December and 10 January": period("2026-12-15", "2027-01-10"),
    "on Monday": period("2026-11-16", "2026-11-16"), "what changed on Monday": period("2026-11-16", "2026-11-16"),
    "what changed on Apollo since Monday?": period("2026-11-16", "2026-11-18"), "week 47": period("2026-11-16", "2026-11-22"),
    "Q3": period("2026-07-01", "2026-09-30"), "in 2025": period("2025-01-01", "2025-12-31"), "in H1 2027": period("2027-01-01", "2027-06-30"),
}.items())
def test_a_period_is_understood(said: str, meant: Period) -> None:
    assert read_period(said, WEDNESDAY) == meant


@pytest.mark.parametrize("said", ["", "recently", "since the kickoff", "until Friday", "between Friday and", "31 November", "since 31 February",
    "lately"])
def test_what_is_no_period_is_none(said: str) -> None:
    assert read_period(said, WEDNESDAY) is None


@pytest.mark.parametrize(("said", "meant"), {
    "Friday": period("2026-11-20", "2026-11-20"), "next week": period("2026-11-23", "2026-11-29"), "in October": period("2026-10-01", "2026-10-31"),
    "this month": period("2026-11-01", "2026-11-30"), "next 2 weeks": period("2026-11-18", "2026-12-02"),
    "the first week of January": period("2027-01-01", "2027-01-07"),
}.items())
def test_days_of_a_condition_look_ahead(said: str, meant: Period) -> None:
    assert read_days(said, WEDNESDAY) == meant


def test_days_of_a_condition_are_the_whole_saying() -> None:
    assert read_days("since Monday", WEDNESDAY) is None
    assert read_days("the tasks of next week", WEDNESDAY) is None


def test_the_periods_of_a_sentence_are_found() -> None:
    text = "compare last month with this quarter"
    assert [text[s.start:s.end] for s in find_periods(text, WEDNESDAY)] == ["last month", "this quarter"]


def test_a_week_is_due_on_its_friday_a_month_on_its_last_day() -> None:
    assert period("2026-11-23", "2026-11-29").due() == date(2026, 11, 27)
    assert period("2026-12-01", "2026-12-31").due() == date(2026, 12, 31)
