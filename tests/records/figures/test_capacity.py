"""Capacity by the week of Wednesday 18 November 2026, over calendars, absences, allocations and open tasks; and hours that were booked."""
from datetime import date, timedelta
from decimal import Decimal

from records.figures.allocation import hours_allocated, hours_available, overallocated_weeks, utilisation_ahead
from records.figures.staffing import staffing_gap, unassigned_effort
from records.figures.time_booked import hours_booked, hours_unbooked, hours_worked
from records.kinds import Absence, Allocation, Calendar, Office, Person, Task, TimeEntry
from tests.records.building import PAST, TODAY, Case, Made, made

BEN = made(Person, id=1, name="Ben", job="Developer", weekly_hours=40)
GERMANY = made(Calendar, id=7, workdays="1, 2, 3, 4, 5", days_off="2026-12-25, 2027-01-01")
OFFICE = made(Office, calendar_id=7)
NEXT_MONDAY = date(2026, 11, 23)


def allocated(hours: float, first: date = PAST, last: date = date(2027, 12, 31), **more: object) -> Made:
    return made(Allocation, person_id=1, hours=hours, start=first, end=last, **{"commitment": "hard", **more})


def work(hours: float, due: date | None, start: date | None = None, **more: object) -> Made:
    return made(Task, **{"hours": hours, "due": due, "start": start, "owner_id": 1, "title": "Work", **more})


def test_a_person_has_the_days_of_the_calendar_without_absences() -> None:
    away = made(Absence, person_id=1, start=date(2026, 11, 28), end=date(2026, 12, 1))
    found = Case(BEN, GERMANY, OFFICE, away).value(hours_available)
    assert [(p.label, p.said) for p in found.parts][:3] == [
        ("18 Nov to 22 Nov 2026", "24 h"), ("23 Nov to 29 Nov 2026", "40 h"), ("30 Nov to 6 Dec 2026", "24 h")]
    assert found.number == 24 + 7 * 40 - 2 * 8 - 2 * 8
    assert set(found.keys) == {"P-0", "CA-1", "O-2", "AB-3"}


def test_two_absences_on_the_same_day_take_it_once() -> None:
    away = made(Absence, person_id=1, start=NEXT_MONDAY, end=NEXT_MONDAY)
    assert Case(BEN, away).number(hours_available) - Case(BEN, away, away).number(hours_available) == 0
    assert Case(BEN).number(hours_available) - Case(BEN, away).number(hours_available) == 8


def test_ones_own_calendar_goes_before_the_offices() -> None:
    four_days = made(Calendar, id=8, workdays="1, 2, 3, 4")
    person = made(Person, id=1, weekly_hours=32, calendar_id=8)
    assert Case(person, GERMANY, four_days, OFFICE).value(hours_available).parts[0].said == "16 h"


def test_what_is_only_requested_is_not_promised() -> None:
    case = Case(BEN, allocated(10, commitment="requested"), allocated(20, commitment="soft", last=date(2026, 11, 29)))
    found = case.value(hours_allocated)
    assert found.number == 12 + 20
    assert found.how == "by 1 allocation in the next 8 weeks; 1 request not promised left out"


def test_more_wanted_than_there_is_makes_a_week_overallocated() -> None:
    week_off = made(Absence, person_id=1, start=date(2026, 11, 30), end=date(2026, 12, 4))
    found = Case(BEN, allocated(30), work(50, NEXT_MONDAY + timedelta(days=4), NEXT_MONDAY), week_off).value(overallocated_weeks)
    assert found.number == 2
    assert [(p.label, p.said) for p in found.parts] == [("23 Nov to 29 Nov 2026", "50 h of 40 h (allocated 30, tasks 50): over"),
                                                        ("30 Nov to 6 Dec 2026", "30 h of 0 h (allocated 30, tasks 0): over")]


def test_overdue_work_comes_now_and_undated_work_is_left_out() -> None:
    case = Case(BEN, work(30, PAST), work(99, None), work(40, date(2026, 11, 27), progress=50))
    assert case.value(overallocated_weeks).how == "1 of the next 8 weeks; 1 open task without a date left out"
    assert case.value(overallocated_weeks).parts[0].said == "37.5 h of 24 h (allocated 0, tasks 37.5): over"


def test_work_due_on_a_free_day_is_done_on_the_next_working_day() -> None:
    saturday = Case(BEN, work(8, PAST), today=date(2026, 11, 21))
    assert saturday.value(utilisation_ahead).how.startswith("8 h wanted of 280 h")


def test_utilisation_is_wanted_of_available() -> None:
    assert Case(BEN, allocated(20)).number(utilisation_ahead) == 50
    assert Case(made(Person, id=1, weekly_hours=0)).value(utilisation_ahead).how == "there is no hour to work in the next 8 weeks"


def test_a_projects_gap_is_shown_by_role_person_and_week() -> None:
    mia = made(Person, id=2, name="Mia", job="Designer", weekly_hours=40)
    last = NEXT_MONDAY + timedelta(days=4)
    case = Case(BEN, mia, allocated(20, NEXT_MONDAY, last, role="Builder"), work(50, last, NEXT_MONDAY), work(10, last, NEXT_MONDAY, owner_id=2),
                work(5, last, NEXT_MONDAY, owner_id=None), work(8, None))
    found = case.value(staffing_gap)
    assert found.number == 45
    assert found.how == "65 h needed by 3 dated open tasks, 20 h allocated and present in the next 8 weeks"
    assert [(p.label, p.said) for p in found.parts] == [
        ("role: Builder", "50 h needed, 20 h there: 30 h short"), ("role: Designer", "10 h needed, 0 h there: 10 h short"),
        ("role: nobody", "5 h needed, 0 h there: 5 h short"), ("Ben", "50 h needed, 20 h there: 30 h short"), ("Mia", "10 h needed, 0 h there: 10 h short"),
        ("nobody", "5 h needed, 0 h there: 5 h short"), ("23 Nov to 29 Nov 2026", "65 h needed, 20 h there: 45 h short")]


def test_who_is_away_gives_nothing_to_a_project() -> None:
    away = made(Absence, person_id=1, start=PAST, end=date(2027, 3, 1))
    assert Case(BEN, allocated(20), work(10, NEXT_MONDAY), away).number(staffing_gap) == 10


def test_a_project_without_people_or_dates_has_no_gap() -> None:
    assert Case(BEN, work(8, PAST)).value(staffing_gap).how == "nobody is allocated to it"
    assert Case(BEN, allocated(8, commitment="requested")).value(staffing_gap).how == "nobody is allocated to it, only requested"
    assert Case(BEN, allocated(8), work(8, None)).value(staffing_gap).how == "no open task has a date"


def test_effort_that_nobody_owns() -> None:
    done = work(9, PAST, owner_id=None, status="done")
    found = Case(work(8, PAST), work(10, PAST, owner_id=None, progress=50), made(Task, title="Bare"), done).value(unassigned_effort)
    assert found.number == 5
    assert found.how == "hours left in 2 of 3 open tasks; 1 without an estimate counted as nothing"
    assert [p.said for p in found.parts] == ["5 h", "no estimate"]


def entry(key: str, person: int, hours: float, ago: int) -> Made:
    return made(TimeEntry, key=key, person_id=person, project_id=1, hours=hours, on=TODAY - timedelta(days=ago))


ENTRIES = (entry("APOLLO-H-1", 1, 6, 1), entry("APOLLO-H-2", 1, 2.5, 14), entry("ZEPHYR-WEST-H-1", 2, 3, 13))


def test_booked_hours_of_a_project_are_told_by_person() -> None:
    found = Case(BEN, *ENTRIES).value(hours_booked)
    assert found.number == Decimal("11.5")
    assert found.how == "3 time entries of 2 people, 9 h in the last 14 days"
    assert [(p.label, p.said) for p in found.parts] == [
        ("in the last 14 days", "9 h"), ("Ben", "8.5 h, 6 h of them in the last 14 days"), ("somebody", "3 h, 3 h of them in the last 14 days")]


def test_booked_hours_of_a_person_are_told_by_project() -> None:
    found = Case(*ENTRIES).value(hours_worked)
    assert [p.label for p in found.parts][1:] == ["APOLLO", "ZEPHYR-WEST"]
    assert Case().value(hours_worked).how == "no time is booked"


def test_what_is_not_booked_is_what_there_was_to_work_less_what_was_booked() -> None:
    found = Case(BEN, entry("APOLLO-H-1", 1, 6, 1), entry("APOLLO-H-2", 1, 2.5, 14)).value(hours_unbooked)
    assert found.number == 40 - 6
    assert found.how == "6 h booked of 40 h to work from Wed 11 Nov to Tue 17 Nov 2026"


def test_who_was_away_has_nothing_to_book() -> None:
    away = made(Absence, person_id=1, start=TODAY - timedelta(days=7), end=TODAY)
    found = Case(BEN, away).value(hours_unbooked)
    assert found.number == 0
    assert found.how.endswith("; 1 absence in these days")
