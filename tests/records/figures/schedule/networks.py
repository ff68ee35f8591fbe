"""Networks in days of plain numbers, worked out by hand or made at random, and a slow reference for both passes."""
from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from hypothesis import strategies as st

from records.figures.schedule.axis import DAY, FIRST, Axis, begin_of
from records.figures.schedule.network import Dates, Link, Network, dated

EVERY_DAY = Axis(tuple(range(7)))
MONDAY = begin_of(date(2024, 11, 4)) // DAY


def in_days(durations: Sequence[float], *links: tuple[int, int, str, float]) -> Dates:
    """Both passes over a network in days from 0 on."""
    return dated(Network(tuple(round(d * DAY) for d in durations), tuple((a, b, of, round(lag * DAY)) for a, b, of, lag in links)))


def plain(ticks: Sequence[int]) -> list[float]:
    return [float(Fraction(t, DAY)) for t in ticks]


def floats(dates: Dates) -> list[float]:
    return plain([dates.float(n) for n in range(len(dates.start))])


def early(network: Network) -> list[int]:
    """Early starts by going round and round until nothing moves, straight from what the four types of links mean."""
    start = list(network.earliest) or [0] * len(network.durations)
    axis = network.axis or (0,) * len(start)
    for _ in start:
        for before, after, of, lag in network.links:
            own, other = network.axes[axis[before]], network.axes[axis[after]]
            event = start[before] + (network.durations[before] if of in ("FS", "FF") else 0) + lag
            instant = own.start(event) if of in ("SS", "SF") and network.durations[before] else own.finish(event)
            at = event if axis[before] == axis[after] else other.position(instant)
            start[after] = max(start[after], at - (network.durations[after] if of in ("FF", "SF") else 0))
    return start


@st.composite
def networks(draw: st.DrawFn, most: int = 8, *, mixed: bool = True) -> Network:
    """Networks without circles: links lead from lower to higher numbers before these are shuffled."""
    number = draw(st.integers(1, most))
    durations = draw(st.lists(st.integers(0, 12).map(lambda n: n * DAY // 4), min_size=number, max_size=number))
    pairs = st.tuples(st.integers(0, number - 1), st.integers(0, number - 1)).filter(lambda p: p[0] < p[1])
    tied = st.tuples(pairs, st.sampled_from(["FS", "SS", "FF", "SF"]), st.integers(-8, 8).map(lambda n: n * DAY // 4))
    drawn = draw(st.lists(tied, max_size=2 * most)) if number > 1 else []
    places = draw(st.permutations(range(number)))
    links: tuple[Link, ...] = tuple((places[a], places[b], of, lag) for (a, b), of, lag in drawn)
    axes = (Axis(), EVERY_DAY, Axis((0, 1, 2, 3), tuple(FIRST + MONDAY + n for n in (1, 9, 16))))
    axis = tuple(draw(st.lists(st.sampled_from([0, 1, 2]), min_size=number, max_size=number))) if mixed else ()
    earliest = tuple(axes[of].position((MONDAY + draw(st.integers(0, 6))) * DAY) for of in axis or (0,) * number)
    return Network(tuple(durations), links, earliest, (), axis, axes)
