"""When people may be told something: by their own clock, not in quiet hours, not on days nobody works, not when they said not to."""
from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st
import pytest

from assistant.notices.quiet import Habits
from language.working import WorkingDays
from records.errors import Sorry
from records.proposals import Create
from tests.assistant.notices.conftest import HOST, HOUR, MINUTE, World

BERLIN = Habits(ZoneInfo("Europe/Berlin"))


def at(said: str) -> datetime:
    return datetime.fromisoformat(said).astimezone(UTC)


@pytest.mark.parametrize(("now", "opens"), [
    ("2026-11-18T09:00+01:00", "2026-11-18T09:00+01:00"),
    ("2026-11-18T17:59+01:00", "2026-11-18T17:59+01:00"),
    ("2026-11-18T18:00+01:00", "2026-11-19T08:00+01:00"),
    ("2026-11-18T03:00+01:00", "2026-11-18T08:00+01:00"),
    ("2026-11-20T18:00+01:00", "2026-11-23T08:00+01:00"),           # Friday evening: Monday
    ("2026-11-21T12:00+01:00", "2026-11-23T08:00+01:00"),           # Saturday noon
    ("2026-03-27T20:00+01:00", "2026-03-30T08:00+02:00"),           # the clocks go forward on Sunday
    ("2026-10-23T20:00+02:00", "2026-10-26T08:00+01:00"),           # and back
])
def test_the_usual_hours_are_those_of_a_working_day_by_ones_own_clock(now: str, opens: str) -> None:
    assert BERLIN.open_at(at(now)) == at(opens)


def test_quiet_hours_within_a_day_are_kept_too() -> None:
    noon = Habits(ZoneInfo("UTC"), (time(12), time(14)))
    assert noon.open_at(at("2026-11-18T12:30+00:00")) == at("2026-11-18T14:00+00:00")
    assert noon.open_at(at("2026-11-18T02:00+00:00")) == at("2026-11-18T02:00+00:00")
    assert noon.open_at(at("2026-11-21T15:00+00:00")) == at("2026-11-23T14:00+00:00")


def test_an_hour_that_the_clock_leaves_out_still_comes() -> None:
    early = Habits(ZoneInfo("Europe/Berlin"), (time(18), time(2, 30)), WorkingDays.of(range(7)))
    assert early.open_at(at("2026-03-28T20:00+01:00")) == at("2026-03-29T03:30+02:00")


def test_a_public_holiday_is_no_day_to_be_told_things() -> None:
    closed = Habits(ZoneInfo("UTC"), days=WorkingDays.of(range(5), [datetime(2026, 12, 25, tzinfo=UTC).date()]))
    assert closed.open_at(at("2026-12-24T19:00+00:00")) == at("2026-12-28T08:00+00:00")


def test_a_week_begins_on_their_monday() -> None:
    assert BERLIN.monday(at("2026-11-16T00:30+01:00")) == at("2026-11-16T00:00+01:00")
    assert Habits(ZoneInfo("America/New_York")).monday(at("2026-11-16T00:30+01:00")) == at("2026-11-09T00:00-05:00")
    assert BERLIN.next_week(at("2026-11-18T09:00+01:00")) == at("2026-11-23T08:00+01:00")


@settings(max_examples=60)
@given(st.integers(0, 730 * 24 * 60), st.sampled_from(["Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe"]), st.times(), st.times())
def test_what_is_put_off_may_be_told_then_and_not_before(minutes: int, zone: str, begin: time, end: time) -> None:
    of = Habits(ZoneInfo(zone), (begin.replace(microsecond=0), end.replace(microsecond=0)))
    moment = at("2026-01-01T00:00+00:00") + minutes * MINUTE
    opens = of.open_at(moment)
    assert opens >= moment
    assert of.open_at(opens) - opens <= HOUR            # an hour that the clock repeats or leaves out


def test_in_the_night_it_waits_for_the_morning(quiet: World) -> None:
    quiet.now = at("2026-11-18T21:00+00:00")
    quiet.give("ana", "ben")
    quiet.tick(0 * MINUTE)
    assert quiet.tell(HOUR) == {}
    quiet.now = at("2026-11-19T07:59+01:00")
    assert quiet.tell(0 * MINUTE) == {}
    assert set(quiet.tell(2 * MINUTE)) == {"ben"}


def test_ones_own_hours_and_zone_count(quiet: World) -> None:
    quiet.do("ben", Create("preference", {"name": "time zone", "value": "Asia/Tokyo"}))
    quiet.give("ana", "ben")                                   # 9:00 in London is 18:00 there
    quiet.tick(0 * MINUTE)
    assert quiet.tell() == {}
    quiet.now = at("2026-11-19T08:01+09:00")
    assert set(quiet.tell(0 * MINUTE)) == {"ben"}


def test_who_wants_no_quiet_hours_is_told_at_once(quiet: World) -> None:
    quiet.do("ben", Create("preference", {"name": "quiet hours", "value": "none"}))
    quiet.now = at("2026-11-21T23:00+00:00")
    quiet.give("ana", "ben")
    assert "Fix the login page" in quiet.told("ben").headline


def test_who_said_not_to_be_told_is_not_but_finds_it_where_they_look(quiet: World) -> None:
    quiet.do("ben", Create("preference", {"name": "being told", "value": "off"}))
    quiet.give("ana", "ben")
    quiet.tick(0 * MINUTE)
    assert quiet.tell() == {}
    assert "Fix the login page" in str(quiet.notices.waiting(f"ben@{HOST}"))


@pytest.mark.parametrize(("name", "value"), [("quiet hours", "at night"), ("quiet hours", "25:00-08:00"), ("being told", "sometimes")])
def test_what_cannot_be_kept_is_refused(quiet: World, name: str, value: str) -> None:
    with pytest.raises(Sorry, match=r"Say quiet hours|on or off"):
        quiet.do("ben", Create("preference", {"name": name, "value": value}))
