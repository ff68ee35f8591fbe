"""When a schedule comes next: by the day, by the hour of a place, once over both changes of the clocks, on the office's working days."""
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest

from assistant.schedules.moments import Times
from language.working import WorkingDays

BERLIN = "Europe/Berlin"
MONDAYS = "FREQ=WEEKLY;BYDAY=MO"
FIRST_WORKING = "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1"


def utc(*at: int) -> datetime:
    return datetime(*at, tzinfo=UTC)  # type: ignore[arg-type, misc]


def coming(times: Times, after: datetime, many: int) -> list[datetime]:
    found: list[datetime] = []
    while len(found) < many and (at := times.after(found[-1] if found else after)):
        found.append(at)
    return found


def test_a_monday_at_eight_is_eight_where_the_reader_is() -> None:
    times = Times(MONDAYS, date(2026, 11, 23), "08:00", BERLIN)
    assert times.after(utc(2026, 11, 18, 9)) == utc(2026, 11, 23, 7)
    assert times.after(utc(2026, 11, 23, 6, 59)) == utc(2026, 11, 23, 7)
    assert times.after(utc(2026, 11, 23, 7)) == utc(2026, 11, 30, 7)
    assert Times(MONDAYS, date(2026, 11, 23), "08:00", "America/New_York").after(utc(2026, 11, 18, 9)) == utc(2026, 11, 23, 13)


def test_the_hour_stays_when_the_clocks_change() -> None:
    times = Times("FREQ=DAILY", date(2026, 1, 1), "08:00", BERLIN)
    assert coming(times, utc(2026, 3, 27, 12), 3) == [utc(2026, 3, 28, 7), utc(2026, 3, 29, 6), utc(2026, 3, 30, 6)]
    assert coming(times, utc(2026, 10, 23, 12), 3) == [utc(2026, 10, 24, 6), utc(2026, 10, 25, 7), utc(2026, 10, 26, 7)]


def test_an_hour_that_is_left_out_comes_once_and_one_that_comes_twice_counts_once() -> None:
    times = Times("FREQ=DAILY", date(2026, 1, 1), "02:30", BERLIN)
    assert coming(times, utc(2026, 3, 28, 12), 2) == [utc(2026, 3, 29, 1, 30), utc(2026, 3, 30, 0, 30)]       # 3:30 on the clock
    assert coming(times, utc(2026, 10, 24, 12), 2) == [utc(2026, 10, 25, 0, 30), utc(2026, 10, 26, 1, 30)]


@pytest.mark.parametrize("zone", [BERLIN, "America/New_York", "Australia/Lord_Howe", "Pacific/Apia", "Africa/Casablanca"])
def test_over_a_year_each_day_has_its_moment(zone: str) -> None:
    times = Times("FREQ=DAILY", date(2026, 1, 1), "02:30", zone)
    found = coming(times, utc(2025, 12, 31, 12), 365)
    gaps = {b - a for a, b in pairwise(found)}
    assert max(gaps) <= timedelta(hours=25)
    assert min(gaps) >= timedelta(hours=23)


def test_every_other_week_is_counted_from_its_first_day_however_long_ago() -> None:
    times = Times("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", date(2016, 1, 4), "09:00", "UTC")
    at = times.after(utc(2026, 11, 18))
    assert at is not None
    assert (at.date() - date(2016, 1, 4)).days % 14 == 0
    assert at == utc(2026, 11, 23, 9)


def test_the_first_working_day_is_one_the_office_works() -> None:
    days = WorkingDays.of(range(5), [date(2027, 1, 1), date(2027, 1, 4)])
    times = Times(FIRST_WORKING, date(2026, 12, 1), "08:00", "UTC", days)
    assert coming(times, utc(2026, 11, 18), 3) == [utc(2026, 12, 1, 8), utc(2027, 1, 5, 8), utc(2027, 2, 1, 8)]
    last = Times("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", date(2026, 12, 1), "08:00", "UTC", WorkingDays.of(range(5), [date(2026, 12, 31)]))
    assert last.after(utc(2026, 12, 2)) == utc(2026, 12, 30, 8)


def test_what_is_over_comes_no_more() -> None:
    times = Times("FREQ=WEEKLY;BYDAY=FR;UNTIL=20261127", date(2026, 11, 20), "08:00", "UTC")
    assert coming(times, utc(2026, 11, 18), 9) == [utc(2026, 11, 20, 8), utc(2026, 11, 27, 8)]


def test_a_rule_without_days_of_its_own_keeps_its_first_one() -> None:
    times = Times("FREQ=MONTHLY;INTERVAL=3", date(2026, 2, 15), "08:00", "UTC")
    assert coming(times, utc(2026, 11, 18), 2) == [utc(2027, 2, 15, 8), utc(2027, 5, 15, 8)]


def test_a_calendar_that_changes_makes_other_times() -> None:
    one, other = (Times(FIRST_WORKING, date(2026, 12, 1), "08:00", "UTC", WorkingDays.of(range(5), off)) for off in ([], [date(2026, 12, 1)]))
    assert str(one) != str(other)
    assert str(Times(MONDAYS, date(2026, 12, 1), "08:00", "UTC", one.days)) == str(Times(MONDAYS, date(2026, 12, 1), "08:00", "UTC", other.days))
