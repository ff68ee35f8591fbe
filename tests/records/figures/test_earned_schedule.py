"""Earned schedule by its worked case, PV 10, 25, 50, 75, 90, 100 and EV 40 after three of six weeks, and at the edges of a plan."""
from datetime import timedelta
from decimal import Decimal

import pytest

from records.figures.base import Figure, display
from records.figures.earned_schedule import actual_time, duration_spi, es, ieac_t, planned_duration, spi_t, sv_t, tspi
from records.figures.earned_value import spi
from records.kinds import BudgetLine, Task
from tests.records.building import FUTURE, LATER, PAST, TODAY, Case, made
from tests.records.figures.printed import as_printed
from tests.records.figures.test_earned_value import baseline

MONDAY = TODAY - timedelta(days=20)                 # so that today ends the third week
HOURS = (10.0, 15.0, 25.0, 25.0, 15.0, 10.0)


def six_weeks(*done: int, later: int = 0, finished: int | None = None) -> Case:
    """A plan of six weeks, of whose parts so many percent are done; seen some days later."""
    shares = (*done, *(0 for _ in HOURS))[:len(HOURS)]
    ended = None if finished is None else MONDAY + timedelta(days=7 * finished - 1)
    return Case(made(BudgetLine, amount=Decimal(100_000)),
                *(made(Task, hours=h, start=MONDAY + timedelta(days=7 * n), due=MONDAY + timedelta(days=7 * n + 6), progress=share,
                       status="done" if share == 100 else "in progress", done_on=ended if share == 100 else None)
                  for n, (h, share) in enumerate(zip(HOURS, shares, strict=True))), today=TODAY + timedelta(days=later))


@pytest.mark.parametrize(("figure", "printed"), [
    (es, "2.6"), (actual_time, "3"), (planned_duration, "6"), (sv_t, "-0.4"), (spi_t, "0.8667"), (ieac_t, "6.9231"), (tspi, "1.1333")])
def test_the_worked_case(figure: Figure, printed: str) -> None:
    assert as_printed(six_weeks(100, 100, 60).number(figure), printed) == printed


def test_earned_schedule_says_between_which_weeks_it_lies() -> None:
    found = six_weeks(100, 100, 60).value(es)
    assert found.how == "weeks of the plan of the tasks whose planned value is earned: 40.0 % is"
    assert [(p.label, p.said) for p in found.parts] == [
        ("planned by the end of week 2, 11 Nov 2026", "25.0 %"), ("planned by the end of week 3, 18 Nov 2026", "50.0 %"), ("earned by now", "40.0 %")]
    assert display(es, found) == "2.6 weeks"


def test_late_work_that_is_done_has_an_spi_of_one_and_an_spi_of_time_below() -> None:
    case = six_weeks(100, 100, 100, 100, 100, 100, later=200, finished=8)
    assert case.number(spi) == 1
    assert case.number(es) == 6
    assert case.number(spi_t) == Decimal("0.75")
    assert case.number(sv_t) == -2
    assert case.value(actual_time).how.endswith("when the last task was done")
    assert case.number(tspi) == 0


def test_before_the_first_week_is_earned_it_is_a_part_of_it() -> None:
    assert six_weeks(50).number(es) == Decimal("0.5")


def test_work_that_is_ahead_of_all_of_the_plan_has_earned_all_of_its_time() -> None:
    """EV above PV at the end: ES is PD, not more."""
    case = six_weeks(100, 100, 100, 100, 100, 100)
    assert case.number(spi) == 2
    assert case.number(es) == case.number(planned_duration) == 6


def test_the_duration_by_spi_of_the_public_case() -> None:
    """PV 120k and EV 100k of 200k after three of six periods: 6 / 0.8333 = 7.2."""
    parts = ((10.0, 100), (20.0, 100), (30.0, 200 / 3), (20.0, 0), (10.0, 0), (10.0, 0))
    case = Case(made(BudgetLine, amount=Decimal(200_000)), *(
        made(Task, hours=h, start=MONDAY + timedelta(days=7 * n), due=MONDAY + timedelta(days=7 * n + 6), progress=Decimal(str(done)),
             status="done" if done == 100 else "in progress") for n, (h, done) in enumerate(parts)))
    assert as_printed(case.number(spi), "0.833") == "0.833"
    assert as_printed(case.number(duration_spi), "7.2") == "7.2"
    assert case.value(duration_spi).how == "planned 6.0 weeks / SPI 0.833; late in a project IEAC(t) says more"
    assert six_weeks().value(duration_spi).how == "nothing is earned yet"


def test_nothing_earned_leaves_the_duration_unknown() -> None:
    assert six_weeks().number(es) == 0
    assert six_weeks().value(ieac_t).how == "nothing is earned yet"


def test_a_pace_is_told_as_a_day() -> None:
    assert six_weeks(100, 100, 60).value(ieac_t).how == "planned 6.0 weeks / SPI(t) 0.867, so until 16 Dec 2026"


def test_time_that_is_over_cannot_be_kept() -> None:
    assert six_weeks(100, later=21).value(tspi).how == "the planned time is over to the day"
    over = six_weeks(100, later=28).value(tspi)
    assert over.number == Decimal(-5)
    assert over.how == "weeks of work left 5.0 / weeks left -1.0; the planned time is over, so it cannot be kept"


def test_a_plan_of_the_future_has_not_begun() -> None:
    assert "the plan begins on" in Case(made(Task, hours=8.0, start=FUTURE, due=LATER)).value(spi_t).how


def test_work_without_dates_has_no_schedule_to_earn() -> None:
    assert Case(made(Task, hours=8.0)).value(es).how == "most of the plan of the tasks has no due date"
    assert Case().value(es).how == "there is no task"


def test_weeks_in_which_nothing_was_planned_are_earned_with_the_week_before() -> None:
    tasks = (made(Task, hours=10.0, start=MONDAY, due=MONDAY + timedelta(days=6), status="done"),
             made(Task, hours=10.0, start=MONDAY + timedelta(days=21), due=MONDAY + timedelta(days=27)))
    assert Case(*tasks).number(es) == 3


def test_the_schedule_is_that_of_the_baseline_in_force() -> None:
    case = Case(made(Task, key="T-1", hours=10.0, status="done", due=PAST), made(Task, key="T-2", hours=90.0, due=LATER),
                baseline(1, PAST, {"T-1": (MONDAY, MONDAY + timedelta(days=6), 50), "T-2": (MONDAY + timedelta(days=7), MONDAY + timedelta(days=13), 50)}))
    assert case.number(planned_duration) == 2
    assert case.number(es) == 1
    assert case.number(spi_t) == Decimal(1) / 3
