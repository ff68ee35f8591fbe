"""The simulation by what is known of its distributions, and that it repeats."""
import math

from hypothesis import given, settings
from hypothesis import strategies as st
import numpy as np
import pytest

from records.figures.schedule.risk import Chance, Model, Uncertain, share_by, simulated, within

THREE = Uncertain("T-1", 4.0, 6.0, 14.0)


def test_a_triangular_estimate_has_the_mean_the_spread_and_the_quantiles_of_its_formula() -> None:
    """Mean (a + c + b) / 3 = 8; variance (a² + b² + c² − ab − ac − bc) / 18 = 4.667; the median is b − √((b − a)(b − c) / 2) = 7.675."""
    ends = simulated(Model((THREE,)), 200_000).ends
    assert float(ends.mean()) == pytest.approx(8, abs=0.02)
    assert float(ends.var()) == pytest.approx(84 / 18, abs=0.05)
    assert within(ends, 0.5) == pytest.approx(14 - math.sqrt(10 * 8 / 2), abs=0.02)
    assert within(ends, 0.8) == pytest.approx(14 - math.sqrt(0.2 * 10 * 8), abs=0.03)
    assert share_by(ends, 6) == pytest.approx(0.2, abs=0.01)
    assert 4 <= float(ends[0]) <= float(ends[-1]) <= 14


def test_the_same_records_come_to_the_same_in_whatever_order_and_runs() -> None:
    first = simulated(Model((THREE, Uncertain("T-2", 1.0, 2.0, 9.0)), ((0, 1, "FS", 0.0),)))
    simulated.cache_clear()
    again = simulated(Model((THREE, Uncertain("T-2", 1.0, 2.0, 9.0)), ((0, 1, "FS", 0.0),)))
    other = simulated(Model((Uncertain("T-2", 1.0, 2.0, 9.0), THREE), ((0, 1, "FS", 0.0),)))
    assert np.array_equal(first.ends, again.ends)
    assert np.allclose(first.ends, other.ends, atol=1e-5)


def test_what_is_certain_ends_where_the_forward_pass_does_with_every_type_of_link() -> None:
    four, three = (Uncertain(f"T-{n}", n, n, n) for n in (4.0, 3.0))
    for of, lag, end in (("FS", 1, 8), ("SS", 3, 6), ("FF", 2, 6), ("SF", 5, 5)):
        assert simulated(Model((four, three), ((0, 1, of, float(lag)),)), 10).ends.tolist() == [end] * 10
    assert simulated(Model((four, three), (), (2.0, 5.0)), 10).ends.tolist() == [8] * 10


def test_what_has_no_float_in_a_run_is_critical_with_every_type_of_link() -> None:
    four, three = (Uncertain(f"T-{n:.0f}", n, n, n) for n in (4.0, 3.0))
    for of, lag, shares in (("FS", 1, (1, 1)), ("SS", 3, (1, 1)), ("FF", 2, (1, 1)), ("SF", 5, (1, 1)), ("SS", 0, (1, 0)), ("FF", -1, (1, 0)),
                            ("SF", 3, (1, 0)), ("FS", -4, (1, 0))):
        critical = dict(simulated(Model((four, three), ((0, 1, of, float(lag)),)), 10).critical)
        assert (critical["T-4"], critical["T-3"]) == shares, (of, lag)


def test_where_paths_merge_the_mean_is_later_than_each_path() -> None:
    """The bias of merging: two like paths end together later than one."""
    alone = float(simulated(Model((THREE,))).ends.mean())
    both = float(simulated(Model((THREE, Uncertain("T-2", 4.0, 6.0, 14.0)))).ends.mean())
    assert both > alone + 0.8


def test_a_risk_adds_its_days_and_its_money_as_often_as_it_is_probable() -> None:
    outcome = simulated(Model((Uncertain("T-1", 5.0, 5.0, 5.0),), chances=(Chance("R-1", 0.3, 10.0, 80_000.0), Chance("R-2", 1.0, -2.0))))
    assert set(outcome.ends.tolist()) == {3, 13}
    assert share_by(outcome.ends, 3) == pytest.approx(0.7, abs=0.015)
    assert float(outcome.costs.mean()) == pytest.approx(24_000, abs=1_200)
    assert within(outcome.costs, 0.5) == 0
    assert within(outcome.costs, 0.8) == 80_000


def test_hours_that_cost_something_add_to_the_cost_what_they_exceed() -> None:
    """Hours 4, 6, 14 at 50 an hour: on average two hours more than likely."""
    outcome = simulated(Model((Uncertain("T-1", 4.0, 6.0, 14.0, 50.0),)))
    assert float(outcome.costs.mean()) == pytest.approx(100, abs=5)
    assert float(outcome.costs[0]) >= -100
    (key, correlation), = outcome.drivers
    assert key == "T-1"
    assert correlation == pytest.approx(1)


def test_the_result_depends_most_on_what_varies_most() -> None:
    activities = (Uncertain("T-1", 1.0, 2.0, 3.0), Uncertain("T-2", 1.0, 9.0, 40.0), Uncertain("T-3", 5.0, 5.0, 5.0))
    outcome = simulated(Model(activities, ((0, 1, "FS", 0.0), (1, 2, "FS", 0.0))))
    assert [key for key, _ in outcome.drivers] == ["T-2", "T-1"]
    assert outcome.drivers[0][1] > 0.9
    assert 0 < outcome.drivers[1][1] < 0.3


def test_a_large_network_is_drawn_in_portions_to_the_same_end(monkeypatch: pytest.MonkeyPatch) -> None:
    model = Model((THREE, Uncertain("T-2", 1.0, 2.0, 9.0)), ((0, 1, "FS", 0.0),))
    whole = simulated(model).ends
    simulated.cache_clear()
    monkeypatch.setattr("records.figures.schedule.risk.MOST_AT_ONCE", 5_000)
    portions = simulated(model).ends
    simulated.cache_clear()
    assert np.array_equal(whole, portions)


@settings(max_examples=50)
@given(st.lists(st.tuples(st.floats(0, 5), st.floats(0, 5), st.floats(0, 5)), min_size=1, max_size=6), st.data())
def test_the_ends_rise_and_lie_between_the_best_and_the_worst_course(drawn: list[tuple[float, float, float]], data: st.DataObject) -> None:
    activities = tuple(Uncertain(f"T-{n}", low, low + more, low + more + most) for n, (low, more, most) in enumerate(drawn))
    pairs = [(a, b) for a in range(len(drawn)) for b in range(a + 1, len(drawn))]
    ties = tuple((a, b, of, 0.0) for a, b in pairs if (of := data.draw(st.sampled_from(["FS", "SS", "no"]))) != "no")
    ends = simulated(Model(activities, ties), 200).ends
    best = simulated(Model(tuple(Uncertain(a.key, a.low, a.low, a.low) for a in activities), ties), 1).ends[0]
    worst = simulated(Model(tuple(Uncertain(a.key, a.high, a.high, a.high) for a in activities), ties), 1).ends[0]
    assert best - 1e-3 <= ends[0] <= within(ends, 0.5) <= within(ends, 0.8) <= ends[-1] <= worst + 1e-3
