"""The levelled plan of a project, by hand. TODAY is a Wednesday, a day has eight hours."""
from datetime import date

import pytest

from records.figures.base import Rows, on
from records.figures.schedule.critical import finish_forecast, planned
from records.figures.schedule.levelled import Move, level, levelled_finish, within_hours
from records.kinds import Absence, Allocation, Calendar, Office, Person
from tests.records.building import TODAY, Case, Made, made
from tests.records.figures.schedule.plans import case, day, link, project, task

BEN = made(Person, id=5, key="P-5", name="Ben", weekly_hours=40)
FOR_LONG = day(90)
TWO = (task(1, 24, owner_id=5), task(2, 16, owner_id=5))


def allocated(hours: float, until: date = FOR_LONG, **values: object) -> Made:
    return made(Allocation, key="A-1", person_id=5, **{"hours": hours, "start": TODAY, "end": until, **values})


def moves(known: Case) -> tuple[Move, ...]:
    rows: Rows = known._rows(levelled_finish)
    found = level(rows)
    assert not isinstance(found, str)
    return found.moves


def test_nobody_does_two_full_tasks_at_once() -> None:
    known = case(*TWO, BEN)
    assert known.number(finish_forecast) == on(date(2026, 11, 20))
    found = known.value(levelled_finish)
    assert found.number == on(date(2026, 11, 24))
    assert found.how == ("nobody of 1 person over their hours, by Monday to Friday, 8 hours a day (no calendar is set): 1 task of 2 to move; "
                         "by the links alone 20 Nov 2026")
    assert {"P-5", "T-1", "T-2"} <= set(found.keys)


def test_the_moves_say_from_when_to_when() -> None:
    assert moves(case(*TWO, BEN)) == (Move("T-2", "Task 2", (TODAY, day(1)), (day(5), day(6))),)


def test_tasks_of_different_people_need_not_move() -> None:
    ana = made(Person, id=6, key="P-6", name="Ana", weekly_hours=40)
    assert moves(case(task(1, 24, owner_id=5), task(2, 16, owner_id=6), BEN, ana)) == ()


def test_a_task_that_is_spread_thin_leaves_room_for_another() -> None:
    thin = task(1, 20, owner_id=5, start=TODAY, due=day(6))
    assert moves(case(thin, task(2, 20, owner_id=5, start=TODAY, due=day(6)), BEN)) == ()


def test_the_hours_that_the_project_counts_on_are_what_a_person_has_for_it() -> None:
    """Twenty hours a week make four a day: three days of work take six."""
    assert case(task(1, 24, owner_id=5), BEN, allocated(20)).number(levelled_finish) == on(date(2026, 11, 25))
    assert case(task(1, 24, owner_id=5), BEN, allocated(20, commitment="requested")).number(levelled_finish) == on(date(2026, 11, 20))


def test_after_the_last_allocation_it_goes_on_as_it_was() -> None:
    assert case(task(1, 24, owner_id=5), BEN, allocated(20, until=day(1))).number(levelled_finish) == on(date(2026, 11, 25))


def test_who_is_allocated_to_a_task_works_on_it_instead_of_its_owner() -> None:
    shared = allocated(40, task_id=1)
    ana = made(Person, id=6, key="P-6", name="Ana", weekly_hours=40)
    known = case(task(1, 24, owner_id=6), task(2, 24, owner_id=6), BEN, ana, shared)
    assert moves(known) == ()
    assert "A-1" in known.value(levelled_finish).keys


def test_work_that_has_begun_goes_on_before_other_work_begins() -> None:
    """By its links the second would go first: a long third waits for it."""
    begun = task(1, 40, owner_id=5, status="in progress", progress=20)
    found = moves(case(begun, task(2, 8, owner_id=5), task(3, 80), link(2, 3), BEN))
    assert [(m.key, m.now[0]) for m in found] == [("T-2", day(6)), ("T-3", day(7))]


def test_work_of_a_thousand_years_is_not_levelled() -> None:
    tasks = [task(n, 10_000, owner_id=5) for n in range(1, 500)]
    assert case(*tasks, BEN).value(levelled_finish).how == "the work is too long to be laid out by quarters of days"


def test_links_are_kept_and_the_receipt_repeats() -> None:
    known = case(project(), *TWO, task(3, 8, owner_id=5), link(2, 3), BEN, allocated(30))
    found = known.value(levelled_finish)
    assert known.narrowed(found.keys).value(levelled_finish).number == found.number


def test_where_nobody_has_hours_nothing_is_levelled() -> None:
    assert case(*TWO).value(levelled_finish).how == "no open task has an owner with weekly hours, so nobody's time is short"


def away(first: int, last: int, key: str = "AB-1") -> Made:
    return made(Absence, key=key, person_id=5, start=day(first), end=day(last))


def test_work_waits_for_whoever_is_on_leave() -> None:
    """Ben's three days from Wednesday: one, then two days of leave and a weekend, then Monday and Tuesday."""
    known = case(task(1, 24, owner_id=5), BEN, away(1, 2))
    found = known.value(levelled_finish)
    assert found.number == on(date(2026, 11, 24))
    assert "AB-1" in found.keys
    assert moves(known) == (Move("T-1", "Task 1", (TODAY, day(2)), (TODAY, day(6))),)
    assert known.narrowed(found.keys).value(levelled_finish).number == found.number


def test_leave_of_others_leave_that_is_over_and_leave_over_a_weekend_hold_nothing_up() -> None:
    other = made(Absence, key="AB-9", person_id=6, start=TODAY, end=day(9))
    found = case(task(1, 24, owner_id=5), BEN, other, away(-9, -1), away(3, 4, "AB-2")).value(levelled_finish)
    assert found.number == on(date(2026, 11, 20))
    assert "AB-9" not in found.keys


def test_what_follows_waits_for_the_end_of_what_pauses() -> None:
    known = case(task(1, 16, owner_id=5), task(2, 8), link(1, 2), BEN, away(1, 1))
    assert known.number(finish_forecast) == on(date(2026, 11, 20))
    assert known.number(levelled_finish) == on(date(2026, 11, 23))


def test_a_calendar_of_their_own_says_on_which_days_somebody_works() -> None:
    """Ben works Wednesday to Friday: five of his days from this Wednesday on end on the Thursday after."""
    days = made(Calendar, id=9, key="CA-9", name="Ben's", workdays="3, 4, 5")
    ben = made(Person, id=5, key="P-5", name="Ben", weekly_hours=30, calendar_id=9)
    known = case(task(1, 40, owner_id=5), ben, days)
    found = known.value(levelled_finish)
    assert found.number == on(date(2026, 11, 26))
    assert "CA-9" in found.keys


def test_the_days_off_of_the_office_are_nobodys_working_days() -> None:
    calendar = made(Calendar, id=3, key="CA-3", name="Office", workdays="1, 2, 3, 4, 5", days_off="2026-11-19, 2026-11-20")
    office = made(Office, key="O-1", calendar_id=3)
    assert case(task(1, 24, owner_id=5), BEN, calendar, office).number(levelled_finish) == on(date(2026, 11, 24))


def test_nobodys_work_waits_half_a_year_for_them() -> None:
    known = case(task(1, 24, owner_id=5), task(2, 8, owner_id=5), BEN, away(1, 400))
    assert known.value(levelled_finish).how == "Ben is away for half a year or more: give 2 open tasks to somebody else"
    later = away(4, 400)              # by then the first is over, but not the second, though the links alone would have both done
    assert case(*TWO, BEN, later).value(levelled_finish).how == "Ben is away for half a year or more: give 1 open task to somebody else"
    assert case(TWO[0], BEN, later).number(levelled_finish) == on(date(2026, 11, 20))


def test_a_large_plan_is_not_laid_out_but_its_people_are_missed_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("records.figures.schedule.levelled.MOST_LAID", 0)
    def within(*records: Made) -> object:
        rows: Rows = case(*records)._rows(levelled_finish)
        found = planned(rows)
        assert not isinstance(found, str)
        by = within_hours(rows, *found)
        return by if isinstance(by, str) else by.end
    assert within(*TWO, BEN, away(3, 4)) == date(2026, 11, 24)
    assert within(*TWO, BEN, away(1, 2)) == date(2026, 11, 26)
    assert within(*TWO, BEN, away(4, 400)) == "Ben is away for half a year or more: give 2 open tasks to somebody else"
