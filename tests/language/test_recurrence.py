"""Repetitions as an office says them, all seen from Wednesday 18 November 2026: read, refused, found in a request, and said again in words."""
from datetime import date

from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st
import pytest

from language.recurrence import Repetition, find_recurrences, in_words, read_recurrence
from language.rrule import can_be_kept, ended, first_day, fits

WEDNESDAY = date(2026, 11, 18)

SAID = {
    "every day": "FREQ=DAILY", "daily": "FREQ=DAILY", "every other day": "FREQ=DAILY;INTERVAL=2", "every ten days": "FREQ=DAILY;INTERVAL=10",
    "every single day": "FREQ=DAILY", "every weekday": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "on working days": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    "daily from Monday to Friday": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "on weekends": "FREQ=WEEKLY;BYDAY=SA,SU",
    "every Monday and Wednesday": "FREQ=WEEKLY;BYDAY=MO,WE", "every Mon/Wed/Fri": "FREQ=WEEKLY;BYDAY=MO,WE,FR", "each Thursday": "FREQ=WEEKLY;BYDAY=TH",
    "Mondays": "FREQ=WEEKLY;BYDAY=MO", "Tuesdays & Thursdays": "FREQ=WEEKLY;BYDAY=TU,TH", "every Monday and every Thursday": "FREQ=WEEKLY;BYDAY=MO,TH",
    "every other Friday": "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", "alternate Fridays": "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR",
    "every second Friday": "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", "every third Thursday": "FREQ=WEEKLY;INTERVAL=3;BYDAY=TH",
    "every two weeks on Friday": "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", "weekly on Monday": "FREQ=WEEKLY;BYDAY=MO", "once a week": "FREQ=WEEKLY",
    "biweekly": "FREQ=WEEKLY;INTERVAL=2", "fortnightly": "FREQ=WEEKLY;INTERVAL=2", "every fortnight on Friday": "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR",
    "every 3 weeks": "FREQ=WEEKLY;INTERVAL=3", "end of every week": "FREQ=WEEKLY;BYDAY=FR",
    "every second Tuesday of the month": "FREQ=MONTHLY;BYDAY=2TU", "the first and last Friday of each month": "FREQ=MONTHLY;BYDAY=1FR,-1FR",
    "every last Friday": "FREQ=MONTHLY;BYDAY=-1FR", "every first Monday": "FREQ=MONTHLY;BYDAY=1MO",
    "monthly on the first Monday and last Friday": "FREQ=MONTHLY;BYDAY=1MO,-1FR", "first Friday of every 3 months": "FREQ=MONTHLY;INTERVAL=3;BYDAY=1FR",
    "monthly on the 15th": "FREQ=MONTHLY;BYMONTHDAY=15", "the 15th of every month": "FREQ=MONTHLY;BYMONTHDAY=15", "every 15th": "FREQ=MONTHLY;BYMONTHDAY=15",
    "monthly on day 15": "FREQ=MONTHLY;BYMONTHDAY=15", "every 1st and 15th": "FREQ=MONTHLY;BYMONTHDAY=1,15",
    "once every other month": "FREQ=MONTHLY;INTERVAL=2",
    "end of every month": "FREQ=MONTHLY;BYMONTHDAY=-1", "every month end": "FREQ=MONTHLY;BYMONTHDAY=-1",
    "every month at the start": "FREQ=MONTHLY;BYMONTHDAY=1",
    "second to last day of each month": "FREQ=MONTHLY;BYMONTHDAY=-2",
    "on the last working day of every month": "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
    "quarterly": "FREQ=MONTHLY;INTERVAL=3", "every half year": "FREQ=MONTHLY;INTERVAL=6", "quarterly on the 15th": "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=15",
    "at the end of every quarter": "FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1",
    "on the first Monday of every quarter": "FREQ=MONTHLY;BYMONTH=1,4,7,10;BYDAY=1MO",
    "every year on 3 March": "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=3", "every March 3rd": "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=3",
    "yearly on 1 April and 1 October": "FREQ=YEARLY;BYMONTH=4,10;BYMONTHDAY=1", "every January and July": "FREQ=YEARLY;BYMONTH=1,7",
    "the last Friday of every November": "FREQ=YEARLY;BYMONTH=11;BYDAY=-1FR", "every Christmas": "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25",
    "end of each year": "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1",
    "every Monday until Christmas": "FREQ=WEEKLY;BYDAY=MO;UNTIL=20261225", "every Monday before Christmas": "FREQ=WEEKLY;BYDAY=MO;UNTIL=20261224",
    "every Monday until June": "FREQ=WEEKLY;BYDAY=MO;UNTIL=20270601", "every Monday through June": "FREQ=WEEKLY;BYDAY=MO;UNTIL=20270630",
    "every Monday for 10 weeks": "FREQ=WEEKLY;BYDAY=MO;UNTIL=20270127", "for 2 weeks every day": "FREQ=DAILY;UNTIL=20261201",
    "every Monday, 10 times": "FREQ=WEEKLY;BYDAY=MO;COUNT=10", "fridays 3x": "FREQ=WEEKLY;BYDAY=FR;COUNT=3",
    "every day for 5 occurrences": "FREQ=DAILY;COUNT=5", "daily, 5 times in all": "FREQ=DAILY;COUNT=5",
    "repeats on Mondays": "FREQ=WEEKLY;BYDAY=MO", "repeat on the last Friday of the month": "FREQ=MONTHLY;BYDAY=-1FR",
    "Every Monday, please.": "FREQ=WEEKLY;BYDAY=MO", "RRULE:FREQ=WEEKLY;INTERVAL=1;BYDAY=MO": "FREQ=WEEKLY;BYDAY=MO",
}


@pytest.mark.parametrize(("said", "rule"), SAID.items())
def test_an_office_phrase_is_understood(said: str, rule: str) -> None:
    assert read_recurrence(said, WEDNESDAY) == Repetition(rule)


@pytest.mark.parametrize(("said", "first", "rule"), [
    ("every Monday starting 1 December", "2026-12-01", "FREQ=WEEKLY;BYDAY=MO"),
    ("starting tomorrow on weekends", "2026-11-19", "FREQ=WEEKLY;BYDAY=SA,SU"),
    ("every Friday from 1 December to 31 January", "2026-12-01", "FREQ=WEEKLY;BYDAY=FR;UNTIL=20270131"),
    ("every Monday between 1 December and 31 January", "2026-12-01", "FREQ=WEEKLY;BYDAY=MO;UNTIL=20270131"),
    ("starting 1 December every day for 2 weeks", "2026-12-01", "FREQ=DAILY;UNTIL=20261214"),
])
def test_the_first_day_is_kept_where_one_is_said(said: str, first: str, rule: str) -> None:
    assert read_recurrence(said, WEDNESDAY) == Repetition(rule, date.fromisoformat(first))


@pytest.mark.parametrize(("said", "at"), [("daily at 9", "at 9"), ("10am on the 15th of every month", "10am"), ("every Friday at noon", "at noon")])
def test_an_hour_is_kept_beside_the_rule(said: str, at: str) -> None:
    found = read_recurrence(said, WEDNESDAY)
    assert found
    assert (found.at, "BYHOUR" in found.rule) == (at, False)


def test_an_exception_is_kept_beside_the_rule() -> None:
    assert read_recurrence("every Monday except in May", WEDNESDAY) == Repetition("FREQ=WEEKLY;BYDAY=MO", unless="except in may")


@pytest.mark.parametrize("said", [
    "", "every", "never", "tomorrow", "on Monday", "the 15th", "last Friday of the month", "for 10 weeks", "regularly", "every now and then",
    "twice a week", "5 times daily", "twice monthly", "every day, 3 times",
    "three times a month", "bimonthly", "biannually", "hourly", "every 2 hours", "every 2 working days", "every 0 days",
    "monthly on Friday", "monthly on the first Monday and Friday of the month", "every 2nd", "every week on the 15th", "every year on the 31st",
    "every 3 March and 5 April", "every 31 February", "every Easter", "every quarter on the second Monday",
    "every Monday or Tuesday", "every Monday in December", "every Monday and every other Friday", "every day this week", "every Monday if it rains",
    "every Monday until the launch", "every Monday until 3/12", "every Monday until yesterday", "every Monday for 2 days",
    "every Monday until Christmas for 10 weeks",
    "FREQ=HOURLY", "FREQ=DAILY;INTERVAL=0", "FREQ=DAILY;BYHOUR=9", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31", "FREQ=MONTHLY;BYMONTHDAY=32", "FREQ=WEEKLY;BYDAY=XX",
])
def test_what_is_unclear_is_no_repetition(said: str) -> None:
    assert read_recurrence(said, WEDNESDAY) is None


@pytest.mark.parametrize(("text", "said", "rule"), [
    ("remind me every Monday to send the minutes", ["every Monday"], "FREQ=WEEKLY;BYDAY=MO"),
    ("check the backups every other Friday, due 27 November", ["every other Friday"], "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"),
    ("make T-12 repeat monthly", ["repeat monthly"], "FREQ=MONTHLY"),
    ("remind me monthly to send the invoices", ["monthly"], "FREQ=MONTHLY"),
    ("create a task: weekly status report every Friday", ["every Friday"], "FREQ=WEEKLY;BYDAY=FR"),
    ("every Monday send the minutes, until Christmas", ["every Monday", "until Christmas"], "FREQ=WEEKLY;BYDAY=MO;UNTIL=20261225"),
    ("every Friday ask Ben to wait until Monday", ["every Friday"], "FREQ=WEEKLY;BYDAY=FR"),
    ("remind me twice a week to call", ["twice a week"], None), ("every Monday in December send it", ["every Monday in December"], None),
    ("add a task every Monday until the launch", ["every Monday"], None),
])
def test_a_repetition_is_found_in_a_request(text: str, said: list[str], rule: str | None) -> None:
    found = list(find_recurrences(text, WEDNESDAY))
    assert [text[s.start:s.end] for s in found] == said
    assert {s.value.rule if isinstance(s.value, Repetition) else None for s in found} == {rule}


@pytest.mark.parametrize("text", [
    "write the monthly report by Friday", "prepare the quarterly, annual and weekly figures", "check every invoice", "review every second invoice",
    "plan the day-to-day business", "test the login 3 times", "call the bank once", "tasks due in 3 weekdays", "move T-12 to the last Friday of the month",
    "is every project on track?", "the Mondays meeting", "stop repeating T-12", "read The 5th Wave", "each month's figures",
])
def test_what_only_looks_like_one_is_left_alone(text: str) -> None:
    assert not list(find_recurrences(text, WEDNESDAY))


@pytest.mark.parametrize(("rule", "said"), {
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR;UNTIL=20261224": "every other Friday until 24 Dec 2026", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR": "every weekday",
    "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=1,15": "every 3 months on the 1st and 15th", "FREQ=MONTHLY;BYDAY=1MO,3MO": "every month on the first and third Monday",
    "FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1": "on the last day of every quarter", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=3": "every year on 3 March",
    "FREQ=DAILY;COUNT=1": "every day, once", "FREQ=YEARLY;BYYEARDAY=31": "FREQ=YEARLY;BYYEARDAY=31", "no rule": "no rule",
    "FREQ=YEARLY;BYMONTH=13": "FREQ=YEARLY;BYMONTH=13",
}.items())
def test_a_rule_is_said_in_words_or_as_it_is(rule: str, said: str) -> None:
    assert in_words(rule) == said


def listed(values: st.SearchStrategy[object]) -> st.SearchStrategy[str]:
    return st.lists(values, min_size=1, max_size=3, unique=True).map(lambda some: ",".join(map(str, some)))


WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
MONTHDAY = listed(st.integers(1, 31)).map(lambda d: "BYMONTHDAY=" + ",".join(sorted(d.split(","), key=int))) | st.just("BYMONTHDAY=-1")
RANKED = st.builds("BYDAY={}{}".format, st.sampled_from((1, 2, 3, 4, -1)), st.sampled_from(WEEKDAYS))
BY_WEEK = st.sets(st.sampled_from(WEEKDAYS), min_size=1).map(lambda days: "BYDAY=" + ",".join(d for d in WEEKDAYS if d in days))
SETPOS = st.sampled_from((1, 2, -1)).map("BYDAY=MO,TU,WE,TH,FR;BYSETPOS={}".format)
SHAPES = st.one_of(st.tuples(st.sampled_from(("DAILY", "WEEKLY", "MONTHLY", "YEARLY")), st.just("")), st.tuples(st.just("WEEKLY"), BY_WEEK),
                   st.tuples(st.just("MONTHLY"), MONTHDAY | RANKED | SETPOS),
                   st.tuples(st.just("YEARLY"), st.builds("BYMONTH={}{}{}".format, st.integers(1, 12), st.just(";"), st.just("BYMONTHDAY=28") | RANKED)))
ENDS = st.one_of(st.just(""), st.integers(2, 99).map("COUNT={}".format), st.dates(date(2027, 1, 1), date(2040, 1, 1)).map("UNTIL={:%Y%m%d}".format))


@pytest.mark.slow
@settings(max_examples=300)
@given(SHAPES, st.integers(1, 12), ENDS)
def test_what_is_said_of_a_rule_is_read_as_the_same_rule(shape: tuple[str, str], n: int, end: str) -> None:
    rule = ";".join(p for p in (f"FREQ={shape[0]}", f"INTERVAL={n}" if n > 1 else "", shape[1], end) if p)
    assert read_recurrence(in_words(rule), WEDNESDAY) == Repetition(rule)


@settings(max_examples=100)
@given(SHAPES, st.dates(date(2026, 1, 1), date(2030, 1, 1)))
def test_the_first_day_is_the_nearest_that_fits(shape: tuple[str, str], start: date) -> None:
    rule = ";".join(p for p in (f"FREQ={shape[0]}", shape[1]) if p)
    first = first_day(rule, start)
    assert first
    assert first >= start
    assert fits(rule, first)


def test_the_first_of_every_other_friday_is_the_coming_one() -> None:
    assert first_day("FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", date(2026, 11, 21)) == date(2026, 11, 27)


def test_a_number_of_times_ends_on_the_day_of_the_last() -> None:
    assert ended("FREQ=WEEKLY;BYDAY=FR;COUNT=3", date(2026, 11, 20)) == "FREQ=WEEKLY;BYDAY=FR;UNTIL=20261204"


@given(st.text(max_size=80))
def test_any_text_is_read_without_an_error(text: str) -> None:
    list(find_recurrences(text, WEDNESDAY))
    read_recurrence(text, WEDNESDAY)


@given(st.text("FREQ=;,YLIDAMONTHWBSUC0123456789-+TZ", max_size=60).map("FREQ=DAILY;{}".format))
def test_a_rule_that_is_kept_can_be_counted(rule: str) -> None:
    if can_be_kept(rule):
        assert rrulestr(rule, dtstart=None) is not None
