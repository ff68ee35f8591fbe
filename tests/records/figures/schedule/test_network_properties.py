"""What holds for any network without a circle."""
from hypothesis import given, settings
from hypothesis import strategies as st
import pytest

from records.figures.schedule.network import Network, dated
from tests.records.figures.schedule.networks import early, networks

quietly = settings(deadline=None, derandomize=True, max_examples=150)


@pytest.mark.slow
@quietly
@given(networks())
def test_early_dates_are_those_of_a_slow_reference(network: Network) -> None:
    assert dated(network).start == early(network)


@pytest.mark.slow
@quietly
@given(networks())
def test_float_is_never_negative_and_somebody_has_none(network: Network) -> None:
    dates = dated(network)
    assert all(dates.float(n) >= 0 for n in range(len(dates.start)))
    assert all(0 <= free <= dates.float(n) for n, free in enumerate(dates.free))
    assert dates.critical()


@pytest.mark.slow
@quietly
@given(networks(), st.data())
def test_whoever_slips_by_their_float_holds_up_nobody_and_by_a_tick_more_they_do(network: Network, data: st.DataObject) -> None:
    """Total float by its meaning: the end stays, until one tick more is asked."""
    dates = dated(network)
    n = data.draw(st.integers(0, len(network.durations) - 1))
    assert _end_if_held(network, n, dates.late_start[n]) == dates.end
    assert _end_if_held(network, n, dates.late_start[n] + 1) > dates.end


@pytest.mark.slow
@quietly
@given(networks(), st.data())
def test_a_further_link_never_shortens(network: Network, data: st.DataObject) -> None:
    if network.links:
        fewer = tuple(data.draw(st.lists(st.sampled_from(network.links), max_size=len(network.links), unique=True)))
        assert dated(Network(network.durations, fewer, network.earliest, (), network.axis, network.axes)).end <= dated(network).end


@pytest.mark.slow
@quietly
@given(networks(), st.data())
def test_the_order_of_activities_and_links_changes_nothing(network: Network, data: st.DataObject) -> None:
    places = data.draw(st.permutations(range(len(network.durations))))
    back = sorted(range(len(places)), key=places.__getitem__)
    links = data.draw(st.permutations([(places[a], places[b], of, lag) for a, b, of, lag in network.links]))
    moved = Network(_moved(network.durations, back), tuple(links), _moved(network.earliest, back), (), _moved(network.axis, back), network.axes)
    one, other = dated(network), dated(moved)
    for column in ("start", "finish", "late_start", "late_finish", "free"):
        assert [getattr(other, column)[p] for p in places] == getattr(one, column)


def _end_if_held(network: Network, activity: int, start: int) -> int:
    held = tuple(max(e, start) if n == activity else e for n, e in enumerate(network.earliest))
    return dated(Network(network.durations, network.links, held, (), network.axis, network.axes)).end


def _moved(column: tuple[int, ...], back: list[int]) -> tuple[int, ...]:
    return tuple(column[n] for n in back) if column else ()
