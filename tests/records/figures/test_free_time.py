"""Load and free hours over days to come, asked on Wednesday 18 November 2026."""
from datetime import date

from language.dates import Period
from records.figures.free_time import free_hours, hours_wanted
from records.figures.workload import load
from records.kinds import Absence
from tests.records.building import Case, made
from tests.records.figures.test_capacity import BEN, NEXT_MONDAY, allocated, work

NEXT_WEEK = Period(NEXT_MONDAY, date(2026, 11, 29))


def test_work_is_spread_evenly_so_that_next_week_has_its_share_of_it() -> None:
    case = Case(BEN, work(80, date(2026, 12, 1)), over=NEXT_WEEK)                # ten days of eight hours, five of them next week
    assert [case.number(f) for f in (hours_wanted, free_hours, load)] == [40, 0, 100]


def test_what_is_overdue_and_does_not_fit_before_is_carried_over() -> None:
    case = Case(BEN, work(60, date(2026, 11, 2)), over=NEXT_WEEK)                # 24 hours are left of this week
    found = case.value(free_hours)
    assert found.number == 40 - 36
    assert "36 of them carried over from before" in found.how


def test_what_is_allocated_is_not_free_even_without_tasks() -> None:
    assert Case(BEN, allocated(30), over=NEXT_WEEK).number(free_hours) == 10


def test_days_away_leave_fewer_hours() -> None:
    away = made(Absence, person_id=1, start=NEXT_MONDAY, end=date(2026, 11, 24))
    found = Case(BEN, away, over=NEXT_WEEK).value(free_hours)
    assert found.number == 24
    assert found.how.endswith("; 1 absence in these days")


def test_a_load_of_days_without_an_hour_to_work_is_not_computable() -> None:
    found = Case(BEN, over=Period(date(2026, 11, 21), date(2026, 11, 22))).value(load)
    assert (found.number, found.how) == (None, "there is no hour to work from Sat 21 Nov to Sun 22 Nov 2026; 0 h are wanted")


def test_work_without_a_date_or_an_estimate_is_said_to_be_left_out() -> None:
    how = Case(BEN, work(8, None), work(None, NEXT_MONDAY), over=NEXT_WEEK).value(free_hours).how  # type: ignore[arg-type]
    assert how.endswith("; 1 open task without a date left out; 1 open task without an estimate counted as nothing")
