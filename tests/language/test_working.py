"""Working days are counted, not walked."""
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
import pytest

from language.working import WorkingDays

FRIDAY, CHRISTMAS, BOXING = date(2026, 12, 18), date(2026, 12, 25), date(2026, 12, 28)
OFFICE = WorkingDays.of(range(5), (CHRISTMAS, BOXING, date(2026, 12, 26)))


@pytest.mark.parametrize(("n", "day"), [(1, "2026-12-21"), (4, "2026-12-24"), (5, "2026-12-29"), (0, "2026-12-18"), (-1, "2026-12-17"), (-5, "2026-12-11")])
def test_working_days_are_added_over_weekends_and_days_off(n: int, day: str) -> None:
    assert OFFICE.add(FRIDAY, n) == date.fromisoformat(day)


def test_from_a_saturday_the_next_working_day_is_monday_and_the_one_before_friday() -> None:
    saturday = FRIDAY + timedelta(days=1)
    assert [OFFICE.add(saturday, n) for n in (1, 0, -1)] == [date(2026, 12, 21), date(2026, 12, 21), FRIDAY]


def test_between_counts_both_ends_and_no_day_off() -> None:
    assert OFFICE.between(FRIDAY, date(2026, 12, 31)) == 8
    assert OFFICE.between(date(2026, 12, 31), FRIDAY) == -8
    assert OFFICE.between(CHRISTMAS, BOXING) == 0


def test_a_leave_is_taken_off_the_working_days() -> None:
    assert OFFICE.without([date(2026, 12, 21)]).add(FRIDAY, 1) == date(2026, 12, 22)


def test_the_week_ends_on_its_last_day_worked() -> None:
    assert OFFICE.week_end(date(2026, 12, 21)) == date(2026, 12, 24)
    assert WorkingDays.of((6, 0, 1, 2, 3)).week_end(date(2026, 12, 21)) == date(2026, 12, 24)
    assert WorkingDays.of(range(6)).week_end(date(2026, 12, 21)) == date(2026, 12, 26)


@given(st.sets(st.integers(0, 6), min_size=1), st.sets(st.integers(0, 60), max_size=9), st.integers(0, 60), st.integers(-20, 20).filter(bool))
def test_counting_equals_walking(weekdays: set[int], off: set[int], at: int, n: int) -> None:
    days = WorkingDays.of(weekdays, (FRIDAY + timedelta(days=d) for d in off))
    walked, left = FRIDAY + timedelta(days=at), abs(n)
    while left:
        walked += timedelta(days=1 if n > 0 else -1)
        left -= walked.weekday() in weekdays and (walked - FRIDAY).days not in off
    assert days.add(FRIDAY + timedelta(days=at), n) == walked
    assert days.is_working(walked)
