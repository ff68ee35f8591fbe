"""Repetitions at the desk: the rule that a record keeps, its first due date, and what is refused with how to say it."""
from datetime import date

import pytest

from records.errors import BadInput
from tools.desk.capturing import captured
from tools.desk.repeating import remark, rule, with_first_due

WEDNESDAY = date(2026, 11, 18)
TUESDAY = date(2026, 11, 24)


@pytest.mark.parametrize(("said", "due"), {
    "every Wednesday": "2026-11-18", "every Monday": "2026-11-23", "every other Friday": "2026-11-20", "monthly": "2026-11-18",
    "monthly on the 15th": "2026-12-15", "every Monday starting 1 December": "2026-12-07",
    "on the last Friday of the month": "2026-11-27", "every year on 3 March": "2027-03-03",
}.items())
def test_the_first_due_date_is_the_first_day_that_fits(said: str, due: str) -> None:
    assert with_first_due(said, WEDNESDAY, None, None)["due"] == date.fromisoformat(due)


@pytest.mark.parametrize(("said", "due"), {"monthly": TUESDAY, "every weekday": TUESDAY, "every Tuesday": TUESDAY, "every Monday": date(2026, 11, 23),
                                           "monthly starting 1 December": date(2026, 12, 1)}.items())
def test_a_present_due_date_stays_where_it_fits(said: str, due: date) -> None:
    assert with_first_due(said, WEDNESDAY, None, TUESDAY)["due"] == due


def test_a_due_date_that_is_said_is_the_first() -> None:
    assert with_first_due("every other Friday", WEDNESDAY, date(2026, 11, 27), TUESDAY)["due"] == date(2026, 11, 27)


def test_a_number_of_times_is_kept_as_the_last_day() -> None:
    assert with_first_due("every Friday, 3 times", WEDNESDAY, None, None) == {"recurrence": "FREQ=WEEKLY;BYDAY=FR;UNTIL=20261204", "due": date(2026, 11, 20)}


@pytest.mark.parametrize("said", ["never", "none", "no longer", "just once"])
def test_no_repetition_any_more_leaves_the_due_date(said: str) -> None:
    assert with_first_due(said, WEDNESDAY, None, TUESDAY) == {"recurrence": ""}


@pytest.mark.parametrize(("said", "answer"), [("twice a week", "is no repetition I can read"), ("every Monday in December", "is no repetition I can read"),
                                              ("every Monday except in May", "no exceptions; leave out “except in may”")])
def test_what_cannot_be_kept_is_refused_with_how_to_say_it(said: str, answer: str) -> None:
    with pytest.raises(BadInput, match=answer):
        rule(said, WEDNESDAY)


def test_what_is_over_before_its_first_day_is_refused() -> None:
    with pytest.raises(BadInput, match="over before its first day"):
        with_first_due("FREQ=WEEKLY;BYDAY=FR;UNTIL=20261119", WEDNESDAY, None, None)


def test_a_line_of_several_tasks_keeps_its_repetition() -> None:
    assert captured("send the list every Friday, Ben, 2h, until Christmas", {"Ben Okafor": "ben@x"}, WEDNESDAY) == {
        "title": "send the list", "recurrence": "every Friday until Christmas", "hours": "2h", "owner": "ben@x"}


@pytest.mark.parametrize(("said", "due", "remarked"), [
    ("every Monday", None, ""), ("", None, ""), ("never", TUESDAY, ""), ("monthly", TUESDAY, "It is due first on Tue 24 Nov 2026."),
    ("daily at 9", None, "A task has days and no hours, so I leave out “at 9”."),
])
def test_what_the_fields_do_not_say_is_remarked(said: str, due: date | None, remarked: str) -> None:
    assert remark(said, WEDNESDAY, due) == remarked
