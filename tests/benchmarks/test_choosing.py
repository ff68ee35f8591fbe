"""The choice among many projects is measured, and never worse than a list."""
import pytest

from benchmarks.choosing import SEEDS, choices, portfolio


@pytest.mark.slow
def test_the_choice_is_measured_beside_a_list_and_is_no_worse() -> None:
    measures = list(choices(quick=True))
    assert [m.unit for m in measures] == ["ms", "ms", "%", "%"]
    assert all(m.holds for m in measures)
    assert measures[3].figure == 0


def test_the_same_seed_draws_the_same_portfolio() -> None:
    assert portfolio(40, SEEDS[0]) == portfolio(40, SEEDS[0])
