"""The figures of chance: days, costs and what they depend on, with receipts that repeat."""
from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st
import pytest

from records.figures.base import Figure
from records.figures.schedule.chances import chance_in_time, cost_p50, cost_p80, criticality, finish_p50, finish_p80
from records.figures.schedule.critical import finish_forecast
from records.kinds import BudgetLine, Person, Risk
from tests.records.building import Case, Made, made
from tests.records.figures.schedule.plans import case, day, link, project, task

FIGURES: tuple[Figure, ...] = (finish_p50, finish_p80, chance_in_time, cost_p50, cost_p80, criticality)


def risk(number: int, **values: object) -> Made:
    return made(Risk, key=f"R-{number}", title=f"Risk {number}", **{"probability": 3, "impact": 3, **values})


def uncertain(**values: object) -> Case:
    """Two weeks of likely work that may take up to four."""
    return case(project(**values), task(1, 40, optimistic=32, pessimistic=80), task(2, 40, optimistic=32, pessimistic=80, owner_id=5), link(1, 2),
                risk(1, days_impact=5, chance=25, cost_impact=Decimal(9000)), made(Person, id=5, key="P-5", name="Ben", rate=Decimal(50)),
                made(BudgetLine, key="B-1", amount=Decimal(100_000)))


def test_the_safe_day_lies_behind_the_likely_one_and_that_behind_the_forecast() -> None:
    known = uncertain()
    forecast, half, safe = (known.number(f) for f in (finish_forecast, finish_p50, finish_p80))
    assert date.fromordinal(int(forecast)) == date(2026, 12, 1)
    assert (date.fromordinal(int(half)), date.fromordinal(int(safe))) == (date(2026, 12, 7), date(2026, 12, 10))
    assert known.value(finish_p80).how == (
        "80 % of 10,000 courses (2 uncertain tasks, 1 risk) are finished by then; "
        "by the links alone 1 Dec 2026, by Monday to Friday, 8 hours a day (no calendar is set)")


def test_behind_the_safe_day_stands_what_it_depends_on_most() -> None:
    parts = uncertain().value(finish_p80).parts
    assert [p.label for p in parts[:4]] == ["P10", "P50", "P80", "P90"]
    assert {p.key for p in parts[4:-1]} == {"T-1", "T-2", "R-1"}
    assert all(p.said.startswith("rank correlation 0.") for p in parts[4:-1])
    assert parts[-1].label == "how a course is drawn"


def test_each_task_is_told_how_often_it_is_critical() -> None:
    """T-1 takes 4 days or more, 6 likely, 14 at most; T-2 beside it takes 8; T-3 waits for both. P(T-1 > 8) = (14 - 8)² / ((14 - 4)(14 - 6)) = 45 %."""
    known = case(task(1, 48, optimistic=32, pessimistic=112), task(2, 64), task(3, 8), task(4, 8), link(1, 3), link(2, 3), link(4, 3))
    found = known.value(criticality)
    assert found.number == 100
    assert found.how.startswith("“Task 3” lies on the critical path so often, of 2,000 courses; 3 of 4 open activities ever do; by Monday to Friday")
    shares = {p.key: int(p.said.removeprefix("on the critical path in ").partition(" %")[0]) for p in found.parts}
    assert list(shares) == ["T-3", "T-2", "T-1"]
    assert shares["T-1"] in range(42, 49)
    assert shares["T-1"] + shares["T-2"] in (99, 100, 101)
    assert known.narrowed(found.keys).value(criticality) == found
    (driver,) = (p for p in known.value(finish_p80).parts if p.key == "T-1")
    assert driver.said.endswith(f"with the result, on the critical path in {shares['T-1']} %")


def test_where_nothing_varies_or_no_task_waits_nothing_is_told_of_how_often() -> None:
    assert case(task(1, 8), task(2, 8), link(1, 2)).value(criticality).how.startswith("no open task has an optimistic")
    assert case(task(1, 8, optimistic=4), task(2, 8)).value(criticality).how == "no task waits for another; link the tasks that do"


def test_the_chance_of_the_wanted_finish_grows_with_the_time_there_is() -> None:
    chances = [uncertain(finish=day(n)).number(chance_in_time) for n in (5, 13, 19, 22, 80)]
    assert chances[0] == 0
    assert chances == sorted(chances)
    assert chances[-1] == 100
    assert uncertain().value(chance_in_time).how == "the project has no wanted finish"


def test_the_chance_of_the_safe_day_is_what_it_says() -> None:
    safe = date.fromordinal(int(uncertain().number(finish_p80)))
    before = date.fromordinal(safe.toordinal() - 1)
    assert uncertain(finish=before).number(chance_in_time) < 80 <= uncertain(finish=safe).number(chance_in_time)


def test_the_cost_adds_hours_at_their_rate_and_risks_to_the_eac() -> None:
    known = uncertain()
    half, safe = known.number(cost_p50), known.number(cost_p80)
    assert Decimal(100_400) < half < Decimal(100_800)
    assert Decimal(109_000) < safe < Decimal(110_500)
    assert "1 uncertain task with a rate, 1 risk" in known.value(cost_p80).how
    assert {"P-5", "T-2", "R-1", "B-1"} <= set(known.value(cost_p80).keys)


def test_an_opportunity_shortens_and_a_triggered_risk_is_certain() -> None:
    lucky = case(task(1, 40), task(2, 40), link(1, 2), risk(1, type="opportunity", chance=100, days_impact=2))
    assert lucky.number(finish_p50) == lucky.number(finish_forecast) - 4          # over a weekend
    struck = case(task(1), task(2), link(1, 2), risk(1, status="triggered", probability=1, days_impact=1))
    assert struck.number(finish_p50) == struck.number(finish_forecast) + 1
    assert case(task(1), task(2), link(1, 2), risk(1, status="closed", days_impact=1)).value(finish_p50).number is None


@pytest.mark.slow
def test_courses_beyond_the_last_year_end_on_its_last_day() -> None:
    tasks = [task(n, 10_000, pessimistic=10_000_000) for n in range(1, 900)]
    assert case(*tasks, *(link(n, n + 1) for n in range(1, 899))).number(finish_p80) == date.max.toordinal()


def test_where_nothing_varies_there_is_no_chance_but_a_reason() -> None:
    assert case(task(1), task(2), link(1, 2)).value(finish_p80).how == (
        "no open task has an optimistic or pessimistic estimate beside its hours, and no open risk a delay, so nothing varies")
    assert case(task(1), made(BudgetLine, key="B-1", amount=Decimal(5))).value(cost_p50).how == (
        "no open task has an optimistic or pessimistic estimate beside its hours, and no open risk a cost, so nothing varies; "
        "hours cost something where their owner has a rate")
    assert case(task(1)).value(cost_p50).how == "there is no budget line"


maybe = st.none()
open_tasks = st.integers(1, 5).flatmap(lambda n: st.tuples(*(st.builds(
    task, st.just(k), st.integers(1, 80), optimistic=maybe | st.just(1), pessimistic=maybe | st.integers(80, 200), progress=st.sampled_from([0, 0, 30]),
    status=st.sampled_from(["to do", "to do", "in progress", "done", "cancelled"]), owner_id=maybe | st.just(5)) for k in range(1, n + 1))))
risks = st.lists(st.builds(risk, st.integers(1, 9), chance=maybe | st.integers(0, 100), days_impact=maybe | st.integers(1, 20),
                           cost_impact=maybe | st.just(Decimal(500)), type=st.sampled_from(["threat", "opportunity"])), max_size=3,
                 unique_by=lambda r: r.values["key"])


@pytest.mark.slow
@settings(max_examples=40)
@given(open_tasks, risks, st.lists(st.sampled_from([(1, 2), (2, 3), (1, 4), (3, 5)]), unique=True))
def test_half_comes_no_later_than_four_fifths_and_receipts_repeat(tasks: tuple[Made, ...], some: list[Made], pairs: list[tuple[int, int]]) -> None:
    known = case(project(finish=day(9)), *tasks, *some, *(link(a, b) for a, b in pairs if b <= len(tasks)),
                 made(Person, id=5, key="P-5", name="Ben", rate=Decimal(50)), made(BudgetLine, key="B-1", amount=Decimal(100_000)))
    for half, most in ((finish_p50, finish_p80), (cost_p50, cost_p80)):
        one, other = known.value(half).number, known.value(most).number
        assert (one is None) == (other is None)
        assert one is None or other is None or one <= other
    for figure in FIGURES:
        found = known.value(figure)
        if found.number is not None:
            assert known.narrowed(found.keys).value(figure).number == found.number
