"""When a project will finish, by hand. TODAY is a Wednesday, a day has eight hours."""
from datetime import date

from hypothesis import given, settings
import pytest

from records.figures.base import on
from records.figures.schedule.chances import chance_in_time, finish_p50
from records.figures.schedule.critical import finish_forecast
from records.figures.schedule.expected import expected_finish
from records.figures.schedule.levelled import levelled_finish
from records.figures.schedule.pace import pace_finish
from records.kinds import Person
from tests.records.building import TODAY, Case, Made, made
from tests.records.figures.schedule.plans import case, day, link, milestone, project, task
from tests.records.figures.schedule.test_receipts import worlds

BEN = made(Person, id=5, key="P-5", name="Ben", weekly_hours=40)
TWO = (task(1, 24, owner_id=5), task(2, 16, owner_id=5))


def slow(**values: object) -> Made:
    """Eight weeks of plan of which four have passed and two are earned: SPI(t) 0.5, so it takes sixteen."""
    return task(1, 80, start=day(-27), due=day(28), status="in progress", progress=25, **values)


def test_what_one_person_cannot_do_at_once_takes_longer_than_the_links_say() -> None:
    found = case(project(finish=day(2)), *TWO, BEN).value(expected_finish)
    assert found.number == on(date(2026, 11, 24))
    assert found.how == ("by its people's hours, the latest of 2 forecasts: nobody of 1 person works over their hours; 1 open task of 2 to move; "
                         "4 days after the wanted finish 20 Nov 2026")
    assert [(p.label, p.said.partition(":")[0]) for p in found.parts] == [
        ("by its people's hours", "24 Nov 2026"), ("by the links of its tasks alone", "20 Nov 2026"), ("by its pace so far", "not computable")]


def test_a_slow_pace_goes_on() -> None:
    known = case(slow(), BEN)
    assert known.number(pace_finish) == on(day(84))
    found = known.value(expected_finish)
    assert found.number == on(day(84))
    assert found.how == ("by its pace so far, the latest of 2 forecasts: "
                         "if the rest goes as fast as the work so far, 8.0 planned weeks / SPI(t) 0.50 come to 16.0 weeks")


def test_a_pace_ends_on_a_day_of_work() -> None:
    """28 of 56 days have passed and 90 % is earned: 50.4 days in 28 make 31.1 of 56, and the 32nd is a Sunday."""
    assert case(task(1, 80, start=day(-27), due=day(28), status="in progress", progress=90)).number(pace_finish) == on(day(5))


def test_before_a_fifth_of_the_planned_time_there_is_no_pace() -> None:
    known = case(task(1, 80, start=day(-6), due=day(49), status="in progress", progress=1))
    assert known.value(pace_finish).how == "1.0 of 8.0 planned weeks have passed, and a pace says little before a fifth of them has"
    assert known.value(expected_finish).number == known.number(finish_forecast)


def test_it_never_ends_before_the_last_open_milestone_is_foreseen() -> None:
    assert case(*TWO, BEN, milestone(1, planned=day(9), forecast=day(30))).number(expected_finish) == on(day(30))
    assert case(*TWO, BEN, milestone(1, planned=day(30), forecast=day(1))).number(expected_finish) == on(day(6))
    assert case(*TWO, BEN, milestone(1, planned=day(30))).value(expected_finish).how.startswith(
        "by its milestones, the latest of 3 forecasts: “Milestone 1” as planned, without another forecast")
    assert case(*TWO, BEN, milestone(1, planned=day(30), actual=day(-1))).number(expected_finish) == on(day(6))


def test_a_milestone_whose_day_has_passed_is_not_behind_us() -> None:
    found = case(task(1, status="done", done_on=day(-3)), milestone(1, planned=day(-9))).value(expected_finish)
    assert found.number == on(TODAY)
    assert found.how.endswith("“Milestone 1” as planned, without another forecast (that day has passed)")


def test_what_is_done_is_done() -> None:
    assert case(task(1, status="done", done_on=day(-3))).number(expected_finish) == on(day(-3))
    assert case(project(phase="closed"), task(1, status="done", done_on=day(-3)), milestone(1, planned=day(9))).number(expected_finish) == on(day(-3))


def test_what_nobody_decided_has_no_finish() -> None:
    assert case(project(phase="candidate", finish=day(2)), *TWO).value(expected_finish).how == (
        "it is a candidate of which nothing has begun, so its tasks need not be all there will be; its wanted finish is 20 Nov 2026")
    assert case(project(phase="candidate"), slow()).number(expected_finish) == on(day(84))
    assert case(project(phase="cancelled"), *TWO).value(expected_finish).how == "the project is cancelled"
    assert case(project()).value(expected_finish).how == "there is no task"


def test_a_large_plan_is_not_laid_out_for_it_but_its_hours_are_counted() -> None:
    """600 tasks of eight hours are 600 days for one person."""
    known = case(*(task(n, 8, owner_id=5) for n in range(1, 601)), BEN)
    found = known.value(expected_finish)
    assert found.number == on(date(2029, 3, 6))
    assert "no plan within the hours of its people ends sooner; ask for its levelled finish" in found.how


def varying(*more: Made, **values: object) -> Case:
    return case(project(**values), slow(optimistic=70, pessimistic=90), task(2, 8), link(1, 2), BEN, *more)


def test_half_of_the_courses_end_no_sooner_than_the_pace_has_it() -> None:
    known = varying()
    paced = known.number(pace_finish)
    assert abs(known.number(finish_p50) - paced) <= 1
    assert f"half no sooner than {date.fromordinal(int(paced)):%-d %b %Y}, by its pace so far" in known.value(finish_p50).how
    assert known.number(finish_forecast) < paced


def test_the_chance_counts_the_pace_and_the_milestones() -> None:
    wanted = day(60)
    assert varying(finish=wanted).number(chance_in_time) == 0
    assert varying(finish=day(140)).number(chance_in_time) == 100
    assert varying(milestone(1, planned=day(150)), finish=day(140)).number(chance_in_time) == 0


def test_the_courses_are_not_faster_than_people() -> None:
    """By the links both are done on the first Friday; Ben does one after the other."""
    spread = [task(n, 24, optimistic=23, pessimistic=25, owner_id=5) for n in (1, 2)]
    known = case(project(finish=day(2)), *spread, task(3, 0), link(1, 3), BEN)
    assert known.number(levelled_finish) == on(day(7))
    assert known.number(finish_p50) == on(day(7))
    assert known.number(chance_in_time) == 0


def test_few_estimates_say_that_they_are_few() -> None:
    known = case(task(1, 40, optimistic=30), *(task(n, 8) for n in (2, 3, 4)), link(1, 2))
    assert known.value(finish_p50).how.endswith("; only 1 of 4 open tasks varies, so the true range is wider")
    assert "true range" not in case(task(1, 40, optimistic=30), task(2), link(1, 2)).value(finish_p50).how


@pytest.mark.slow
@settings(max_examples=60)
@given(worlds())
def test_it_is_never_before_what_it_rests_on(world: list[Made]) -> None:
    known = case(*world)
    found = known.value(expected_finish)
    if found.number is not None and found.parts:
        for of in (finish_forecast, levelled_finish, pace_finish):
            one = known.value(of).number
            assert one is None or one <= found.number
        open_ = [m for m in world if m.values["key"].startswith("MS-") and m.values["actual"] is None]
        assert all(on(m.values["forecast"] or m.values["planned"]) <= found.number for m in open_)


def test_a_task_of_which_nothing_is_known_is_not_done() -> None:
    for figure in (expected_finish, finish_forecast):
        for others in ((), (task(2, status="done", done_on=day(-3)),)):
            found = case(task(1, None, progress=30), *others).value(figure)
            assert found.how == "no open task has a link or an estimate, so nothing says how long they take; give them hours, or a start and a due date"


def test_work_of_which_only_the_due_day_is_said_is_not_done_before_it() -> None:
    """The links alone would have it begin today; what has a start, waits for something or is under way is foreseen by these."""
    found = case(task(1, 8, due=day(30)), task(2, due=day(60)), BEN).value(expected_finish)
    assert found.number == on(day(60))
    assert found.how.startswith("by the due days of its tasks, the latest of 2 forecasts: “Task 2” is due on that day, and nothing says that it will be done")
    assert case(task(1, due=day(60))).number(expected_finish) == on(day(60))
    assert case(*TWO, BEN, task(3, 8, due=day(60)), link(1, 3)).number(expected_finish) < on(day(60))
    assert case(task(1, 40, due=day(60), status="in progress", progress=90), BEN).number(expected_finish) < on(day(60))
    assert case(*TWO, BEN, task(3, due=day(60), status="done", done_on=day(-1))).number(expected_finish) == on(day(6))


def test_no_course_ends_before_the_last_due_day() -> None:
    assert varying(task(7, 8, due=day(150)), finish=day(140)).number(chance_in_time) == 0
