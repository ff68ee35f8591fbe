"""The critical path method: a forward and a backward pass over activities with all four types of links, lags and calendars.

Everything is a whole number of ticks (see axis). Activities here are open work: what is done or begun has become a bound of what is left.
A lag counts by the calendar of the activity that comes first. Early dates keep the links even where a date cannot be kept then; the float says so.
"""
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

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
class _Ways:
    """What follows each activity: on one axis a difference of starts is enough, from one axis to another the link is needed."""
    near: list[list[int]]                 # which, how much later, which, how much later …
    far: list[list[Link]]
    all: list[list[int]]
    waiting: list[int]                    # how many links lead to each


def dated(network: Network, until: int | None = None) -> Dates:
    """Both passes; late dates count back from `until` (an instant), else from the end. Raises Circle."""
    ways = _ways(network)
    order = _ordered(network, ways)
    start = _forward(network, ways, order)
    finish = [s + d for s, d in zip(start, network.durations, strict=True)]
    end = _end(network, finish)
    late_start, free = _backward(network, ways, order, start, (end, end if until is None else until))
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
    return _ordered(network, _ways(network))


def difference(durations: Sequence[int], link: Link) -> int:
    """A link as the least difference of two starts on one axis."""
    before, after, of, lag = link
    return lag + (durations[before] if of[0] == "F" else 0) - (durations[after] if of[1] == "F" else 0)


def _ways(network: Network) -> _Ways:
    number, axis, durations = len(network.durations), network.axis, network.durations
    near: list[list[int]] = [[] for _ in range(number)]
    far: list[list[Link]] = [[] for _ in range(number)] if axis else []
    following: list[list[int]] = [[] for _ in range(number)]
    waiting = [0] * number
    for link in network.links:
        before, after, of, lag = link
        waiting[after] += 1
        following[before].append(after)
        if axis and axis[before] != axis[after]:
            # What takes no time is over when it begins, before a weekend, not behind it.
            far[before].append(link if durations[before] else (before, after, f"F{of[1]}", lag))
        else:
            near[before] += (after, difference(durations, link))
    return _Ways(near, far, following, waiting)


def _ordered(network: Network, ways: _Ways) -> list[int]:
    """The activities in an order in which each stands behind what it waits for. Raises Circle."""
    waiting = list(ways.waiting)
    order = [n for n, number in enumerate(waiting) if not number]
    for n in order:
        for after in ways.all[n]:
            waiting[after] -= 1
            if not waiting[after]:
                order.append(after)
    if len(order) < len(waiting):
        raise Circle(_circle(network.links, waiting))
    return order


def _forward(network: Network, ways: _Ways, order: list[int]) -> list[int]:
    """Early starts."""
    start = list(network.earliest) or [0] * len(order)
    for n in order:
        own, following = start[n], iter(ways.near[n])
        for after, apart in zip(following, following, strict=True):
            if (found := own + apart) > start[after]:
                start[after] = found
        if ways.far and ways.far[n]:
            for after, found in _pushed(network, ways.far[n], own):
                start[after] = max(start[after], found)
    return start


def _backward(network: Network, ways: _Ways, order: list[int], start: list[int], ends: tuple[int, int]) -> tuple[list[int], list[int]]:
    """Late starts and free float."""
    late, free = _last(network, start, ends)
    for n in reversed(order):
        last, own, slack = late[n], start[n], free[n]
        following = iter(ways.near[n])
        for after, apart in zip(following, following, strict=True):
            if (found := late[after] - apart) < last:
                last = found
            if (found := start[after] - apart - own) < slack:
                slack = found
        if ways.far and ways.far[n]:
            by_late, by_early = _pulled(network, ways.far[n], late, start)
            last, slack = min(last, by_late), min(slack, by_early - own)
        late[n], free[n] = last, slack
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


def _pushed(network: Network, links: Sequence[Link], start: int) -> Iterator[tuple[int, int]]:
    """The earliest starts of activities on other axes that wait for one."""
    axes, axis, durations = network.axes, network.axis, network.durations
    own, finish = axes[axis[links[0][0]]], start + durations[links[0][0]]
    for _, after, of, lag in links:
        instant = own.finish(finish + lag) if of[0] == "F" else own.start(start + lag)
        earliest = axes[axis[after]].position(instant)
        yield after, earliest - durations[after] if of[1] == "F" else earliest


def _pulled(network: Network, links: Sequence[Link], late: Sequence[int], early: Sequence[int]) -> tuple[int, int]:
    """The latest starts of an activity for which others on other axes wait, as these start at last and at first."""
    axes, axis, durations = network.axes, network.axis, network.durations
    before = links[0][0]
    own, length = axes[axis[before]], durations[before]
    lasts, firsts = [], []
    for _, after, of, lag in links:
        other, more = axes[axis[after]], durations[after] if of[1] == "F" else 0
        at, less = (own.position, lag + length) if of[0] == "F" else (own.started_by, lag)
        lasts.append(last := at(other.start(late[after] + more)) - less)
        firsts.append(last if late[after] == early[after] else at(other.start(early[after] + more)) - less)
    return min(lasts), min(firsts)


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
