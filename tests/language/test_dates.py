"""Dates as an office says them, all seen from Wednesday 18 November 2026."""
from datetime import date, datetime

from hypothesis import given, settings
from hypothesis import strategies as st
import pytest

from language.dates import ambiguous_dates, find_dates, impossible_dates, read_date, read_dates

WEDNESDAY = date(2026, 11, 18)

SAID = {
    "today": "2026-11-18", "tomorrow": "2026-11-19", "yesterday": "2026-11-17", "tonight": "2026-11-18", "tomorrow morning": "2026-11-19",
    "the day after tomorrow": "2026-11-20", "day before yesterday": "2026-11-16", "EOD": "2026-11-18", "COB tomorrow": "2026-11-19",
    "Friday": "2026-11-20", "by Friday": "2026-11-20", "on fri": "2026-11-20", "this Friday": "2026-11-20", "coming Friday": "2026-11-20",
    "Wednesday": "2026-11-25", "Monday": "2026-11-23", "next Friday": "2026-11-27", "next Wednesday": "2026-11-25", "next Monday": "2026-11-23",
    "last Monday": "2026-11-16", "last Friday": "2026-11-13", "Friday week": "2026-11-27", "Monday week": "2026-11-30",
    "a week on Monday": "2026-11-30", "a week from Friday": "2026-11-27", "two weeks on Friday": "2026-12-04", "a week today": "2026-11-25",
    "Tuesday next week": "2026-11-24", "next week on Tuesday": "2026-11-24", "Tuesday, next week": "2026-11-24",
    "15 December": "2026-12-15", "15th of December": "2026-12-15", "Dec 15": "2026-12-15", "December 15th, 2027": "2027-12-15",
    "15 Dec '27": "2027-12-15",
    "the fifteenth of December": "2026-12-15", "May eighth": "2027-05-08", "Tuesday 15 December": "2026-12-15", "Friday, 20 November": "2026-11-20",
    "15.12.2026": "2026-12-15", "15.12.26": "2026-12-15", "15.12.": "2026-12-15", "15/12": "2026-12-15", "15/12/2026": "2026-12-15",
    "12/15/2026": "2026-12-15", "5/5/2027": "2027-05-05", "Saturday 5/12/2026": "2026-12-05", "2026-12-15": "2026-12-15", "2026/12/15": "2026-12-15",
    "2026-12-15T10:00:00Z": "2026-12-15", "the 25th": "2026-11-25", "by the 3rd": "2026-12-03", "the 31st": "2026-12-31",
    "the 10th of next month": "2026-12-10", "Friday the 27th": "2026-11-27", "Friday 27": "2026-11-27", "December the 3rd": "2026-12-03",
    "29 February": "2028-02-29",
    "end of month": "2026-11-30", "end of the month": "2026-11-30", "end of this quarter": "2026-12-31", "end of the year": "2026-12-31",
    "end of the week": "2026-11-20", "end of next week": "2026-11-27", "month end": "2026-11-30", "EOM": "2026-11-30", "EOQ": "2026-12-31",
    "EOW": "2026-11-20", "EOY": "2026-12-31", "Q1": "2027-03-31", "end of Q1": "2027-03-31", "Q4": "2026-12-31", "end of Q1 2028": "2028-03-31",
    "start of Q1": "2027-01-01", "mid December": "2026-12-15", "mid-Dec": "2026-12-15", "end of March": "2027-03-31",
    "beginning of January": "2027-01-01",
    "in 2 weeks": "2026-12-02", "in two weeks": "2026-12-02", "within 3 days": "2026-11-21", "in 10 working days": "2026-12-02",
    "in 3 business days": "2026-11-23", "two weeks from now": "2026-12-02", "in two weeks' time": "2026-12-02", "in a month": "2026-12-18",
    "in half a year": "2027-05-18", "in 2 weeks and 3 days": "2026-12-05", "+3 days": "2026-11-21", "a fortnight": "2026-12-02",
    "in a fortnight": "2026-12-02",
    "in about 3 weeks": "2026-12-09", "10 days ago": "2026-11-08", "a week ago": "2026-11-11",
    "week 50": "2026-12-11", "KW 49": "2026-12-04", "calendar week 49": "2026-12-04", "CW 2": "2027-01-15", "2026-W50": "2026-12-11",
    "before Christmas": "2026-12-24", "by Christmas": "2026-12-25", "by Easter": "2027-03-28", "Good Friday": "2027-03-26",
    "New Year's Eve": "2026-12-31",
    "start of next month": "2026-12-01", "next month": "2026-12-31", "next week": "2026-11-27", "this week": "2026-11-20",
    "in December": "2026-12-31",
    "the week after next": "2026-12-04", "next year": "2027-12-31", "in the next 2 weeks": "2026-12-02", "by March 2027": "2027-03-31",
    "the Monday after next Friday": "2026-11-30", "2 weeks after 3 December": "2026-12-17", "the day before next Friday": "2026-11-26",
    "3 days before Christmas": "2026-12-22", "the Friday before Christmas": "2026-12-18", "10 working days after 1 December": "2026-12-15",
    "two weeks before the end of March": "2027-03-17", "next Friday + 10 days": "2026-12-07",
    "the day after the Monday after next Friday": "2026-12-01",
    "last Friday of the month": "2026-11-27", "first Monday of December": "2026-12-07", "the last working day of the month": "2026-11-30",
    "Tuesday of week 50": "2026-12-08", "w/c 30 November": "2026-12-04", "next Friday, 27 November": "2026-11-27", "by Friday 5pm": "2026-11-20",
    "Friday EOD": "2026-11-20", "no later than 3 December": "2026-12-03", "Q1 next year": "2027-03-31", "15 March next year": "2027-03-15",
    "March 15 this year": "2026-03-15",
    "January next year": "2027-01-31", "Friday in two weeks": "2026-12-04", "the next working day": "2026-11-19", "EOM January": "2027-01-31",
    "the 1st of the month": "2026-12-01",
    "mid next week": "2026-11-25", "early next week": "2026-11-24", "due: 3 December": "2026-12-03",
}


@pytest.mark.parametrize(("said", "meant"), SAID.items())
def test_an_office_phrase_is_understood(said: str, meant: str) -> None:
    assert read_date(said, WEDNESDAY) == date.fromisoformat(meant)


@pytest.mark.parametrize("said", [
    "", "soon", "later", "in a few days", "asap", "4.2", "1.5", "24/7", "the 2nd phase", "3 of 5", "12:30", "blah", "a year", "2 days",
    "20 hours", "1234",
    "in 2 hours", "the end", "version 1.2.2026.3", "T-12", "next", "week", "first", "31 February", "2026-13-45", "month"])
def test_what_is_no_date_is_none_and_never_a_guess(said: str) -> None:
    assert read_date(said, WEDNESDAY) is None


@pytest.mark.parametrize("text", [
    "T-12 may be late", "phase 2 may start", "we may march on", "this may slip", "wait a second", "the sun is out", "she sat down", "the 5th wave",
    "room 5/10", "3/5 tasks done", "clause 4.2 says so", "the 2nd phase starts", "CPI 1.05", "ask April to call", "assign it to June",
    "a week of work",
    "second milestone", "2 days late", "open 24/7", "section 12.3", "task 12 may fail", "every Monday", "the year end closing", "how did Q1 go",
    "review the Q1 plan", "visiting hours end at 8 pm", "hour end", "fortnight end"])
def test_words_and_numbers_that_only_look_like_dates_are_left_alone(text: str) -> None:
    assert not list(find_dates(text, WEDNESDAY))


@pytest.mark.parametrize(("text", "days"), [
    ("by 4 December, 8 hours", ["4 December"]), ("December 4, 8 hours", ["December 4"]), ("on Friday, December, 4", ["Friday, December, 4"])])
def test_a_month_belongs_to_the_day_before_it(text: str, days: list[str]) -> None:
    assert [text[s.start:s.end] for s in find_dates(text, WEDNESDAY)] == days


@pytest.mark.parametrize("said", ["31 February", "30 Feb 2027", "2026-13-45", "2026-02-30", "32 December", "31.11.2026", "31/11/2026", "week 54",
                                  "Monday 18 November 2026", "the 32nd of next month"])
def test_a_day_that_no_calendar_has_is_said_to_be_impossible(said: str) -> None:
    assert [s.value for s in impossible_dates(said, WEDNESDAY)] == [said]
    assert read_date(said, WEDNESDAY) is None


def test_impossible_needs_no_today_unless_only_the_year_can_tell() -> None:
    assert [s.value for s in impossible_dates("by 31 February or Friday 27 November")] == ["31 February"]


@pytest.mark.parametrize(("said", "either"), {
    "3/12": ("2026-12-03", "2027-03-12"), "by 3/12/2026": ("2026-12-03", "2026-03-12"), "3 November": ("2026-11-03", "2027-11-03"),
    "this Monday": ("2026-11-23", "2026-11-16"), "the Friday after next": ("2026-12-04", "2026-11-27"), "next December": ("2026-12-31", "2027-12-31"),
}.items())
def test_what_could_be_two_days_is_asked_not_guessed(said: str, either: tuple[str, str]) -> None:
    days = tuple(map(date.fromisoformat, either))
    assert read_date(said, WEDNESDAY) is None
    assert read_dates(said, WEDNESDAY) == days
    assert [s.value for s in ambiguous_dates(said, WEDNESDAY)] == [days]


@pytest.mark.parametrize(("said", "meant"), {"Monday": "2026-11-16", "3 November": "2026-11-03", "Wednesday": "2026-11-11",
    "18 November": "2026-11-18",
                                            "the 25th": "2026-10-25"}.items())
def test_a_day_that_is_over_is_meant_when_the_caller_says_so(said: str, meant: str) -> None:
    assert read_date(said, WEDNESDAY, past=True) == date.fromisoformat(meant)


def test_dates_in_a_sentence_come_left_to_right_with_their_words() -> None:
    text = "start next Monday, deliver by 15 December and review in two weeks, 6 hours"
    assert [(text[s.start:s.end], str(s.value)) for s in find_dates(text, WEDNESDAY)] == [
        ("next Monday", "2026-11-23"), ("15 December", "2026-12-15"), ("in two weeks", "2026-12-02")]


def test_after_since_a_day_is_one_that_is_over() -> None:
    assert [s.value for s in find_dates("what changed on Apollo since Monday?", WEDNESDAY)] == [date(2026, 11, 16)]


def test_next_friday_is_that_of_next_week_on_every_day_of_this_one() -> None:
    assert {read_date("next Friday", date(2026, 11, day)) for day in range(16, 23)} == {date(2026, 11, 27)}


def test_hours_count_when_the_clock_is_known() -> None:
    assert read_date("in 20 hours", datetime(2026, 11, 18, 9, 0)) == date(2026, 11, 19)  # noqa: DTZ001 - the office's wall clock


def test_today_may_be_the_last_of_a_long_month() -> None:
    assert read_date("in a month", date(2027, 1, 31)) == date(2027, 2, 28)
    assert read_date("the 30th", date(2027, 1, 31)) == date(2027, 3, 30)


def test_a_calendar_week_belongs_to_its_iso_year() -> None:
    assert read_date("week 53", WEDNESDAY) == date(2027, 1, 1)
    assert read_date("week 1", WEDNESDAY) == date(2027, 1, 8)


@settings(max_examples=150)
@given(st.text(alphabet="0123456789 -/.:,thfridaymonwekxbrs+'", max_size=40))
def test_no_text_makes_it_stumble(text: str) -> None:
    for span in find_dates(text, WEDNESDAY):
        assert 0 <= span.start < span.end <= len(text)
        assert isinstance(span.value, date)
    assert all(text[s.start:s.end] for s in impossible_dates(text))
