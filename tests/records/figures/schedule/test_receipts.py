"""From nothing but the records of its receipt a figure of the schedule is the same again, whatever stands in a project."""
from hypothesis import given, settings
from hypothesis import strategies as st
import pytest

from records.figures.schedule.critical import critical_path, finish_forecast, least_float
from records.figures.schedule.expected import expected_finish
from records.figures.schedule.levelled import levelled_finish
from records.figures.schedule.pace import pace_finish
from records.kinds import Absence, Allocation, Calendar, Link, Office, Person
from tests.records.building import TODAY, Made, made
from tests.records.figures.schedule.plans import case, day, link, milestone, project, task

maybe = st.none()
days = st.integers(-20, 20).map(day)
constraints = st.sampled_from(["as soon as possible", "as late as possible", "must start on", "must finish on", "start no earlier than",
                               "start no later than", "finish no earlier than", "finish no later than"])
statuses = st.sampled_from(["to do", "to do", "in progress", "blocked", "done", "cancelled"])


@st.composite
def worlds(draw: st.DrawFn) -> list[Made]:
    tasks = [draw(st.builds(task, st.just(n), maybe | st.integers(0, 60), start=maybe | days, due=maybe | days, status=statuses, progress=st.integers(0, 100),
                            parent_id=st.sampled_from([None, None, *range(1, n)]), calendar_id=maybe | st.sampled_from([3, 4]), began_on=maybe | days,
                            done_on=maybe | days, remaining=maybe | st.integers(0, 30), constraint=constraints, constraint_on=maybe | days,
                            hard_deadline=maybe | days, owner_id=maybe | st.sampled_from([5, 6])))
             for n in range(1, draw(st.integers(1, 6)) + 1)]
    pairs = draw(st.lists(st.tuples(st.integers(1, 7), st.integers(1, 7)).filter(lambda p: p[0] < p[1]), max_size=6, unique=True))
    links = [draw(st.builds(link, st.just(a), st.just(b), st.sampled_from(["FS", "SS", "FF", "SF"]), st.integers(-3, 3))) for a, b in pairs]
    goal = [made(Link, key="L-M", predecessor_id=1, successor_milestone_id=7, type="FS", lag=1), milestone(7, actual=draw(maybe | days))]
    calendars = [made(Calendar, id=n, key=f"CA-{n}", name=f"Calendar {n}", workdays=worked, hours=hours, days_off="2026-11-20, 2026-11-30")
                 for n, worked, hours in ((3, "1, 2, 3, 4", 6), (4, "1, 2, 3, 4, 5, 6, 7", 24))]
    people = [made(Person, id=n, key=f"P-{n}", name=f"Person {n}", weekly_hours=hours, calendar_id=of) for n, hours, of in (
        (5, 20, draw(maybe | st.just(3))), (6, 40, None))]
    leave = [made(Absence, key=f"AB-{n}", person_id=n, start=day(first), end=day(first + length)) for n, first, length in (
        (5, draw(st.integers(-9, 9)), draw(st.integers(0, 9))), (6, 2, draw(st.integers(0, 250))))]
    shares = [made(Allocation, key=f"A-{n}", task_id=of, person_id=n, hours=draw(st.integers(0, 40)), start=TODAY, end=draw(st.integers(0, 40).map(day)),
                   commitment=draw(st.sampled_from(["hard", "soft", "requested"]))) for n, of in ((5, None), (6, 1))]
    office = made(Office, key="O-1", name="PMO", calendar_id=draw(maybe | st.just(4)))
    own = project(start=draw(maybe | days), finish=draw(maybe | days), calendar_id=draw(maybe | st.just(3)))
    return [own, office, *calendars, *people, *leave, *shares, *goal, *tasks, *links]


@pytest.mark.slow
@settings(max_examples=60)
@given(worlds())
def test_every_receipt_of_the_schedule_gives_the_same_value_again(world: list[Made]) -> None:
    known = case(*world)
    for figure in (critical_path, finish_forecast, least_float, levelled_finish, pace_finish, expected_finish):
        found = known.value(figure)
        assert found.how
        if found.number is not None:
            assert known.narrowed(found.keys).value(figure).number == found.number, (figure.name, found)


@pytest.mark.slow
@settings(max_examples=60)
@given(worlds(), st.data())
def test_the_order_of_records_changes_no_date(world: list[Made], data: st.DataObject) -> None:
    moved = case(*data.draw(st.permutations(world)))
    for figure in (critical_path, finish_forecast, least_float):
        assert case(*world).value(figure).number == moved.value(figure).number
