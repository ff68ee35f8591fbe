"""The figures of the network, by hand. TODAY is a Wednesday; eight hours are a day, and without a calendar Monday to Friday is worked."""
from datetime import date
from decimal import Decimal

import pytest

from records.figures.base import Value, on
from records.figures.schedule.critical import critical_path, finish_forecast, least_float
from records.kinds import Allocation, Calendar, Link, Office
from tests.records.building import TODAY, made
from tests.records.figures.schedule.plans import case, day, link, milestone, project, task

WAITS = made(Link, key="L-1", predecessor_milestone_id=7, successor_id=1, type="FS", lag=0)
CHAIN = (task(1, 24), task(2, 16), task(3, 8), link(1, 2), link(1, 3))


def parts(found: Value) -> dict[str, str]:
    return {p.key: p.said for p in found.parts}


def test_the_path_is_counted_in_working_days_and_named_with_its_tasks() -> None:
    """Three days from Wednesday on, then two from Monday on; the third task has a day to spare."""
    found = case(*CHAIN).value(critical_path)
    assert found.number == 5
    assert found.how == ("working days by Monday to Friday, 8 hours a day (no calendar is set) from 18 Nov 2026 to 24 Nov 2026; "
                         "2 of 3 open activities without float before the end of the network")
    assert parts(found) == {"T-1": "3 days, 18 Nov – 20 Nov 2026; total float 0 days, free float 0 days",
                            "T-2": "2 days, 23 Nov – 24 Nov 2026; total float 0 days, free float 0 days"}


def test_the_forecast_is_the_day_on_which_the_network_ends() -> None:
    found = case(project(finish=date(2026, 11, 20)), *CHAIN).value(finish_forecast)
    assert found.number == on(date(2026, 11, 24))
    assert "2 days after the wanted finish 20 Nov 2026" in found.how


def test_float_counts_back_from_the_wanted_finish() -> None:
    found = case(project(finish=date(2026, 11, 27)), *CHAIN).value(least_float)
    assert found.number == 3
    assert found.how.startswith("Task 1, counted back from the wanted finish 27 Nov 2026 by Monday to Friday")
    assert parts(found)["T-3"] == "1 day, 23 Nov 2026; total float 4 days, free float 1 day"
    assert case(project(finish=date(2026, 11, 20)), *CHAIN).number(least_float) == -2


def test_the_calendar_of_the_project_counts_and_is_named() -> None:
    germany = made(Calendar, id=4, key="CA-4", name="Germany", workdays="1, 2, 3, 4", hours=6, days_off="2026-11-19")
    found = case(project(calendar_id=4), germany, task(1, 12), task(2, 6), link(1, 2)).value(critical_path)
    assert found.number == 3
    assert "by the calendar “Germany” from 18 Nov 2026 to 24 Nov 2026" in found.how
    assert "CA-4" in found.keys


def test_the_calendar_of_the_office_counts_where_the_project_has_none() -> None:
    all_days = made(Calendar, id=4, key="CA-4", name="All days", workdays="1, 2, 3, 4, 5, 6, 7")
    found = case(made(Office, key="O-1", name="PMO", calendar_id=4), all_days, task(1, 40), task(2), link(1, 2)).value(finish_forecast)
    assert found.number == on(day(5))
    assert {"O-1", "CA-4"} <= set(found.keys)


def test_a_task_may_be_worked_on_another_calendar() -> None:
    """Three days from Wednesday to Friday, then two on a weekend, then one on Monday."""
    all_days = made(Calendar, id=4, key="CA-4", name="All days", workdays="1, 2, 3, 4, 5, 6, 7")
    found = case(all_days, task(1, 24), task(2, 16, calendar_id=4), task(3), link(1, 2), link(2, 3)).value(critical_path)
    assert found.number == 4
    assert parts(found)["T-2"].startswith("2 days, 21 Nov – 22 Nov 2026")


def test_start_and_due_say_how_long_a_task_takes_before_its_hours_do() -> None:
    dated = task(1, 8, start=TODAY, due=day(7))
    assert case(dated, task(2), link(1, 2)).number(critical_path) == 7


def test_hours_that_are_allocated_say_how_many_are_worked_a_day() -> None:
    half = made(Allocation, key="A-1", task_id=1, hours=20, start=TODAY, end=day(90))
    found = case(task(1, 24), task(2), link(1, 2), half).value(critical_path)
    assert found.number == 7
    assert "A-1" in found.keys


def test_what_waits_for_nothing_starts_no_earlier_than_planned() -> None:
    assert case(task(1, start=day(12), due=day(12)), task(2), link(1, 2)).number(finish_forecast) == on(day(13))


def test_what_waits_for_something_starts_when_that_is_done_whatever_was_planned() -> None:
    assert case(task(1), task(2, start=day(12), due=day(12)), link(1, 2)).number(finish_forecast) == on(day(1))


def test_finished_work_holds_what_follows_by_its_actual_date_and_lag() -> None:
    done = task(1, 8, status="done", done_on=TODAY, began_on=TODAY)
    assert case(done, task(2), link(1, 2, lag=2)).number(finish_forecast) == on(day(5))
    assert case(done, task(2), link(1, 2, of="SS", lag=2)).number(finish_forecast) == on(day(2))


def test_begun_work_takes_from_today_what_is_left_of_it() -> None:
    half = task(1, 32, status="in progress", progress=50, began_on=day(-9))
    assert case(half, task(2), link(1, 2)).number(critical_path) == 3
    spoken = task(1, 32, status="in progress", progress=50, remaining=8)
    assert case(spoken, task(2), link(1, 2)).number(critical_path) == 2


def test_begun_work_that_nobody_said_anything_of_goes_as_planned_and_is_half_done_at_most() -> None:
    begun = task(1, 80, status="in progress", began_on=day(-1))
    found = case(begun).value(finish_forecast)
    assert found.number == case(task(1, 80, status="in progress", progress=10, began_on=day(-1))).number(finish_forecast)
    assert "; 1 task under way says nothing of how far the work is, so it is taken to go as planned, and to be half done at most" in found.how
    late = task(1, 80, status="in progress", began_on=day(-60))
    assert case(late).number(finish_forecast) == case(task(1, 80, status="in progress", progress=50)).number(finish_forecast)


@pytest.mark.parametrize("said", [{"progress": 1}, {"remaining": 80}, {"status": "to do"}])
def test_what_somebody_said_of_begun_work_counts(said: dict[str, object]) -> None:
    assert "says nothing" not in case(task(1, 80, **{"status": "in progress", **said})).value(finish_forecast).how


def test_the_rest_of_begun_work_waits_for_what_comes_before_it() -> None:
    early = task(2, 32, status="in progress", progress=50)
    assert case(task(1, 24), early, link(1, 2)).number(critical_path) == 5


def test_a_start_to_start_link_from_begun_work_counts_from_its_actual_start() -> None:
    begun = task(1, 80, status="in progress", progress=10, began_on=day(-1))
    found = case(begun, task(2), link(1, 2, of="SS", lag=3)).value(least_float)
    assert "1 day, 20 Nov 2026" in parts(found)["T-2"]


def test_date_constraints_hold_and_a_missed_one_is_said() -> None:
    at_least = task(1, 8, constraint="start no earlier than", constraint_on=day(5))
    assert case(at_least, task(2), link(1, 2)).number(finish_forecast) == on(day(6))
    finish = task(1, 16, constraint="finish no earlier than", constraint_on=day(6))
    assert case(finish, task(2), link(1, 2)).number(finish_forecast) == on(day(7))
    missed = case(task(1, 24), task(2, 8, constraint="must start on", constraint_on=day(1)), link(1, 2)).value(least_float)
    assert missed.number == -2
    assert "“Task 2” misses the date that it must keep" in missed.how
    assert case(task(1, 8), task(2, 8, hard_deadline=day(2)), link(1, 2)).number(least_float) == 0
    assert case(task(1, 24), task(2, 8, hard_deadline=day(1)), link(1, 2)).number(least_float) == -2


def test_a_milestone_at_the_end_of_a_link_takes_no_time() -> None:
    goal = milestone(7)
    found = case(task(1, 24), goal, made(Link, key="L-1", predecessor_id=1, successor_milestone_id=7, type="FS", lag=0)).value(critical_path)
    assert found.number == 3
    assert parts(found)["MS-7"] == "0 days, 20 Nov 2026; total float 0 days, free float 0 days"


def test_a_reached_milestone_and_a_foreseen_one_hold_what_follows() -> None:
    assert case(milestone(7, actual=TODAY), task(1), WAITS).number(finish_forecast) == on(day(1))
    assert case(milestone(7, forecast=day(5)), task(1), WAITS).number(finish_forecast) == on(day(5))


def test_a_link_to_a_summary_task_holds_the_tasks_in_it_and_one_from_it_waits_for_all() -> None:
    inner = (task(2, 8, parent_id=9), task(3, 16, parent_id=9, start=day(-20), due=day(-19)))
    found = case(task(1, 16), task(9, 400), *inner, task(4, 8), link(1, 9), link(9, 4)).value(critical_path)
    assert found.number == 5
    assert list(parts(found)) == ["T-1", "T-3", "T-4"]


def test_tasks_that_wait_for_each_other_are_named() -> None:
    found = case(task(1), task(2), task(3), link(1, 2), link(2, 3), link(3, 1)).value(critical_path)
    assert found.number is None
    assert found.how.startswith("tasks wait for each other in a circle: T-")
    assert all(key in found.how for key in ("T-1", "T-2", "T-3"))


def test_tasks_in_the_network_without_a_duration_are_named_and_others_left_out() -> None:
    assert case(task(1), task(2, None), link(1, 2)).value(finish_forecast).how == (
        "1 task in the network has no duration: T-2; give it hours, or a start and a due date")
    found = case(task(1), task(2), task(3, None), link(1, 2)).value(critical_path)
    assert found.number == 2
    assert found.how.endswith("; 1 task without a link and an estimate left out")


def test_without_links_there_is_a_forecast_but_no_path() -> None:
    alone = case(task(1, 24), task(2))
    assert alone.value(critical_path) == Value(None, "no task waits for another; link the tasks that do")
    assert alone.number(finish_forecast) == on(day(2))
    assert "each counts for itself" in alone.value(finish_forecast).how


def test_when_all_is_done_the_forecast_is_the_last_day() -> None:
    done = case(task(1, status="done", done_on=day(-3)), task(2, status="done", done_on=day(-9)))
    assert done.number(finish_forecast) == on(day(-3))
    assert done.value(critical_path).how == "every task is done"


def test_cancelled_work_holds_nobody() -> None:
    assert case(task(1, 400, status="cancelled"), task(2), task(3), link(1, 2), link(2, 3)).number(critical_path) == 2


def test_work_of_a_thousand_years_is_refused() -> None:
    long = [task(n, 10_000, remaining=10_000) for n in range(1, 2_000)]
    found = case(*long, *(link(n, n + 1) for n in range(1, 1_999)))
    assert found.value(finish_forecast).how == "the network would end after the year 9999"


def test_the_receipt_names_all_that_the_path_rests_on() -> None:
    whole = case(*CHAIN, task(8, status="cancelled"), made(Calendar, id=3, key="CA-3", name="Other"))
    found = whole.value(critical_path)
    assert set(found.keys) == {"APOLLO", "T-1", "T-2", "T-3", "L-1-2-FS", "L-1-3-FS"}
    assert whole.narrowed(found.keys).number(critical_path) == found.number == Decimal(5)
