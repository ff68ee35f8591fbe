"""The critical path method: a forward and a backward pass over activities with all four types of links, lags and calendars.

Everything is a whole number of ticks (see axis). Activities here are open work: what is done or begun has become a bound of what is left.
A lag counts by the calendar of the activity that comes first. Early dates keep the links even where a date cannot be kept then; the float says so.
"""
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from records.figures.schedule.axis import Axis

Link = tuple[int, int, str, int]          # which comes first, which waits, FS SS FF or SF, the lag


class Circle(Exception):
    """Some activities wait for each other; `activities` are one such circle in order."""

    def __init__(self, activities: Sequence[int]) -> None:
        super().__init__("activities wait for each other in a circle")
        self.activities = tuple(activities)


@dataclass(frozen=True)
class Network:
    """Activities by number. `earliest` bounds starts, `latest` finishes (None: nothing does), both as positions on the activity's own axis."""
    durations: tuple[int, ...]
    links: tuple[Link, ...] = ()
    earliest: tuple[int, ...] = ()
    latest: tuple[int | None, ...] = ()
    axis: tuple[int, ...] = ()            # of each activity, by its number in `axes`; empty where there is one for all
    axes: tuple[Axis, ...] = (Axis(tuple(range(7))),)


@dataclass(frozen=True)
class Dates:
    """What the passes came to, on each activity's own axis; `end` is the instant at which all is done."""
    start: Sequence[int]
    finish: Sequence[int]
    late_start: Sequence[int]
    late_finish: Sequence[int]
    free: Sequence[int]
    end: int

    def float(self, activity: int) -> int:
        """How much an activity may slip before the end, or a date that must be kept, does."""
        return self.late_start[activity] - self.start[activity]

    def critical(self) -> list[int]:
        return [n for n in range(len(self.start)) if self.late_start[n] <= self.start[n]]


@dataclass(frozen=True)
class _Ties:
    """The links as columns, each behind all that lead to what comes first in it. On one axis a difference of starts is enough; None from one to another."""
    before: list[int]
    after: list[int]
    apart: list[int | None]
    links: list[Link]


def dated(network: Network, until: int | None = None) -> Dates:
    """Both passes; late dates count back from `until` (an instant), else from the end. Raises Circle."""
    ties = _ties(network)
    start = _forward(network, ties)
    finish = [s + d for s, d in zip(start, network.durations, strict=True)]
    end = _end(network, finish)
    late_start, free = _backward(network, ties, start, (end, end if until is None else until))
    return Dates(start, finish, late_start, [s + d for s, d in zip(late_start, network.durations, strict=True)], free, end)


def measured(network: Network, dates: Dates, now: int) -> list[tuple[int, int]]:
    """Each activity on the first axis: its length, and its bound as a distance from an instant; on another axis it takes what it covers of the first."""
    first, found = network.axes[0], []
    since = first.position(now)
    for n, (of, bound) in enumerate(zip(network.axis or (0,) * len(dates.start), network.earliest, strict=True)):
        own = network.axes[of]
        covered = first.position(own.finish(dates.finish[n])) - first.position(own.start(dates.start[n])) if of else network.durations[n]
        found.append((max(covered, 0), max(first.position(own.start(bound)) - since, 0)))
    return found


def in_order(network: Network) -> list[int]:
    """The activities in an order in which each stands behind what it waits for. Raises Circle."""
    number = len(network.durations)
    by_before = sorted(network.links)
    following = [link[1] for link in by_before]
    first = list(accumulate(_counted(number, (link[0] for link in by_before)), initial=0))
    waiting = _counted(number, following)
    order = [n for n, count in enumerate(waiting) if not count]
    for n in order:
        for after in following[first[n]:first[n + 1]]:
            waiting[after] -= 1
            if not waiting[after]:
                order.append(after)
    if len(order) < number:
        raise Circle(_circle(network.links, waiting))
    return order


def difference(durations: Sequence[int], link: Link) -> int:
    """A link as the least difference of two starts on one axis."""
    before, after, of, lag = link
    return lag + (durations[before] if of[0] == "F" else 0) - (durations[after] if of[1] == "F" else 0)


def _ties(network: Network) -> _Ties:
    rank, axis, durations = [0] * len(network.durations), network.axis, network.durations
    for place, n in enumerate(in_order(network)):
        rank[n] = place
    links = sorted(network.links, key=lambda link: rank[link[0]])
    apart = [None if axis and axis[link[0]] != axis[link[1]] else difference(durations, link) for link in links]
    return _Ties([link[0] for link in links], [link[1] for link in links], apart, links)


def _counted(number: int, activities: Iterable[int]) -> list[int]:
    """How often each activity comes."""
    count = [0] * number
    for n in activities:
        count[n] += 1
    return count


def _forward(network: Network, ties: _Ties) -> list[int]:
    """Early starts."""
    start = list(network.earliest) or [0] * len(network.durations)
    for before, after, apart, link in zip(ties.before, ties.after, ties.apart, ties.links, strict=True):
        if (found := start[before] + apart if apart is not None else _pushed(network, link, start[before])) > start[after]:
            start[after] = found
    return start


def _backward(network: Network, ties: _Ties, start: list[int], ends: tuple[int, int]) -> tuple[list[int], list[int]]:
    """Late starts and free float."""
    late, free = _last(network, start, ends)
    back = (reversed(column) for column in (ties.before, ties.after, ties.apart, ties.links))
    for before, after, apart, link in zip(*back, strict=True):
        if apart is not None:
            by_late, by_early = late[after] - apart, start[after] - apart
        else:
            by_late, by_early = _pulled(network, link, late[after], start[after])
        if by_late < late[before]:                              # noqa: PLR1730 - a call of min() would take as long as all the rest here
            late[before] = by_late
        if (slack := by_early - start[before]) < free[before]:
            free[before] = slack
    return late, free


def _last(network: Network, start: list[int], ends: tuple[int, int]) -> tuple[list[int], list[int]]:
    """Late starts and free float as the end and bounds alone have it; links come later."""
    (end, until), durations = (_positions(network, instant) for instant in ends), network.durations
    late = [by - d for by, d in zip(until, durations, strict=True)]
    free = [by - d - s for by, d, s in zip(end, durations, start, strict=True)]
    for n, latest in enumerate(network.latest):
        if latest is not None:
            late[n] = min(late[n], latest - durations[n])
    return late, free


def _pushed(network: Network, link: Link, start: int) -> int:
    """The earliest start of an activity that waits for one on another axis."""
    before, after, of, lag = link
    own, length = network.axes[network.axis[before]], network.durations[before]
    # What takes no time is over when it begins, before a weekend, not behind it.
    instant = own.finish(start + length + lag) if of[0] == "F" or not length else own.start(start + lag)
    earliest = network.axes[network.axis[after]].position(instant)
    return earliest - network.durations[after] if of[1] == "F" else earliest


def _pulled(network: Network, link: Link, late: int, early: int) -> tuple[int, int]:
    """The latest starts of an activity for which one on another axis waits, as this starts at last and at first."""
    before, after, of, lag = link
    own, other, length = network.axes[network.axis[before]], network.axes[network.axis[after]], network.durations[before]
    more = network.durations[after] if of[1] == "F" else 0
    at = own.position if of[0] == "F" or not length else own.started_by
    less = lag + length if of[0] == "F" else lag
    last = at(other.start(late + more)) - less
    return last, last if late == early else at(other.start(early + more)) - less


def _end(network: Network, finish: Sequence[int]) -> int:
    """The instant at which the last activity is done."""
    last: dict[int, int] = {}
    for of, position in zip(network.axis or (0,) * len(finish), finish, strict=True):
        last[of] = max(last.get(of, position), position)
    return max((network.axes[of].finish(position) for of, position in last.items()), default=0)


def _positions(network: Network, instant: int) -> list[int]:
    """An instant on the axis of each activity."""
    on = [axis.position(instant) for axis in network.axes]
    return [on[of] for of in network.axis] if network.axis else [on[0]] * len(network.durations)


def _circle(links: Sequence[Link], waiting: Sequence[int]) -> list[int]:
    """One circle among the activities that still wait: go back from one of them until one comes again."""
    before = {link[1]: link[0] for link in links if waiting[link[0]] and waiting[link[1]]}
    n = next(iter(before))
    seen: dict[int, None] = {}
    while n not in seen:
        seen[n] = None
        n = before[n]
    path = list(seen)
    return path[path.index(n):][::-1]
