"""Resource levelling: the serial schedule generation scheme over several priority rules and seeded draws, each improved forward and backward.

A job starts once, pauses only while one who works on it is away, and needs the same of a resource in each period (Kolisch 1996; justification: Valls,
Ballestín and Quintanilla 2005). The answer is no proof of the shortest schedule; `exact` may find one. The same problem always comes to the same plan.
"""
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from heapq import heapify, heappop, heappush
from itertools import islice
import math
from random import Random

from records.figures.schedule.pausing import Away, ended, merged, pieces

QUICK, THOROUGH = 6_000, 100_000         # jobs placed in search of a better plan
LEAST, MOST = 2, 1_000                   # plans that are tried
JUSTIFIED = 3                            # placings for one of them: as drawn, to the right, to the left
Tie = tuple[int, int, int]               # which comes first, which waits, by how many periods it starts later at least (may be negative)


@dataclass(frozen=True)
class Problem:
    """Jobs by number, in whole periods. `demands` are pairs of a resource and how much of it; a capacity goes on as it is in its last period.

    `away`: by resource when it is not there at all. `by_start`: the numbers of the ties that count from the start of what comes first (SS and SF).
    """
    durations: tuple[int, ...]
    ties: tuple[Tie, ...]
    demands: tuple[tuple[tuple[int, int], ...], ...]
    capacities: tuple[tuple[int, ...], ...]
    earliest: tuple[int, ...] = ()
    running: frozenset[int] = frozenset()        # jobs that have begun: they go on before others begin
    away: tuple[Away, ...] = ()
    by_start: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        for demand in self.demands:
            if any(amount > self.capacities[resource][-1] for resource, amount in demand):
                raise ValueError("a job needs more than there ever is")


    def finish(self, job: int, start: int) -> int:
        """When a job is over that starts in a period."""
        return ended(start, self.durations[job], self.paused(job))

    def paused(self, job: int) -> Away:
        """When a job is not worked on, because one of those who do is away."""
        if not self.away:
            return ()
        own = [self.away[resource] for resource, _ in self.demands[job] if self.away[resource]]
        return own[0] if len(own) == 1 else merged(span for away in own for span in away)


@dataclass(frozen=True)
class _Net:
    """What follows and precedes each job, the earliest starts, the longest way from each start to the end, and when each job is not worked on.

    What precedes comes with whether its end is waited for, and so the time that it pauses.
    """
    after: list[list[tuple[int, int]]]
    before: list[list[tuple[int, int, bool]]]
    earliest: list[int]
    tails: list[int]
    paused: list[Away]


@lru_cache(maxsize=8)
def levelled(problem: Problem, effort: int = QUICK) -> tuple[int, ...]:
    """The starts of the shortest plan that was found with so much effort."""
    net = _net(problem)
    least = bound(problem, net)
    best: list[int] = []
    shortest: int | None = None
    tries = min(MOST, max(LEAST, effort // (JUSTIFIED * max(len(problem.durations), 1))))
    for priorities in islice(_priorities(problem, net), tries):
        starts = _improved(problem, net, _placed(problem, net, _listed(net, priorities, problem.running)))
        if shortest is None or length(problem, starts) < shortest:
            best, shortest = starts, length(problem, starts)
        if shortest == least:
            break
    return tuple(best)


def length(problem: Problem, starts: Sequence[int]) -> int:
    return max(_finishes(problem, starts), default=0)


def _finishes(problem: Problem, starts: Sequence[int]) -> list[int]:
    if not problem.away:
        return [s + d for s, d in zip(starts, problem.durations, strict=True)]
    return [problem.finish(n, start) for n, start in enumerate(starts)]


def unlevelled(problem: Problem) -> tuple[int, ...]:
    """The earliest starts, were there no limit."""
    return tuple(_net(problem).earliest)


def bound(problem: Problem, net: "_Net | None" = None) -> int:
    """No plan is shorter: by the longest path, and by the work for each resource."""
    known = net or _net(problem)
    path = max((max(e + t, problem.finish(n, e)) for n, (e, t) in enumerate(zip(known.earliest, known.tails, strict=True))), default=0)
    work = [0] * len(problem.capacities)
    for duration, demand in zip(problem.durations, problem.demands, strict=True):
        for resource, amount in demand:
            work[resource] += duration * amount
    needed = [-(-w // max(c)) if w else 0 for w, c in zip(work, problem.capacities, strict=True)]
    return max(path, *(ended(0, n, away) for n, away in zip(needed, problem.away or ((),) * len(needed), strict=True)), 0)


def _priorities(problem: Problem, net: _Net) -> Iterator[list[float]]:
    """The priority rules, lowest first, then draws around the first two of them."""
    rules = [[rule(problem, net, n) for n in range(len(problem.durations))] for rule in RULES]
    yield from rules
    chance = Random(1)  # noqa: S311 - a search, no secret
    widest = max(net.tails, default=0)
    while True:
        rule, spread = chance.choice(rules[:2]), chance.choice((0.1, 0.25, 0.5)) * widest
        yield [p + chance.random() * spread for p in rule]


def _latest_finish(problem: Problem, net: _Net, n: int) -> float:
    return problem.durations[n] - net.tails[n]


def _latest_start(_: Problem, net: _Net, n: int) -> float:
    return -net.tails[n]


def _least_float(_: Problem, net: _Net, n: int) -> float:
    return -net.tails[n] - net.earliest[n]


def _greatest_weight(problem: Problem, net: _Net, n: int) -> float:
    """The greatest rank positional weight: what it takes and what follows at once."""
    return -problem.durations[n] - sum(problem.durations[after] for after, _ in net.after[n])


def _most_work(problem: Problem, _: _Net, n: int) -> float:
    return -problem.durations[n] * sum(amount / max(problem.capacities[resource]) for resource, amount in problem.demands[n])


RULES: tuple[Callable[[Problem, _Net, int], float], ...] = (_latest_finish, _latest_start, _least_float, _greatest_weight, _most_work)


def _net(problem: Problem) -> _Net:
    number = len(problem.durations)
    after: list[list[tuple[int, int]]] = [[] for _ in range(number)]
    before: list[list[tuple[int, int, bool]]] = [[] for _ in range(number)]
    for tie, (first, second, apart) in enumerate(problem.ties):
        after[first].append((second, apart))
        before[second].append((first, apart, tie not in problem.by_start))
    earliest, tails = list(problem.earliest) or [0] * number, list(problem.durations)
    paused = [problem.paused(n) for n in range(number)]
    order = _listed(_Net(after, before, earliest, tails, paused), [0] * number)
    for n in order:
        for second, apart in after[n]:
            earliest[second] = max(earliest[second], earliest[n] + apart)
    for n in reversed(order):
        tails[n] = max(tails[n], *(tails[second] + apart for second, apart in after[n]), 0)
    return _Net(after, before, earliest, tails, paused)


def _listed(net: _Net, priorities: Sequence[float], running: frozenset[int] = frozenset()) -> list[int]:
    """The jobs by priority, those that are running first, each behind what it waits for."""
    waiting = [len(before) for before in net.before]
    if running:
        priorities = [-math.inf if n in running else p for n, p in enumerate(priorities)]
    ready = [(priorities[n], n) for n, number in enumerate(waiting) if not number]
    heapify(ready)
    order = []
    while ready:
        _, n = heappop(ready)
        order.append(n)
        for after, _ in net.after[n]:
            waiting[after] -= 1
            if not waiting[after]:
                heappush(ready, (priorities[after], after))
    return order


def _placed(problem: Problem, net: _Net, order: Sequence[int]) -> list[int]:
    """Each job in turn as early as links, the work placed before it and capacities allow."""
    starts = list(problem.earliest) or [0] * len(order)
    paused = list(starts)                               # the starts, later by as long as the job pauses
    rest = [_Rest(capacity) for capacity in problem.capacities]
    for n in order:
        duration, demand = problem.durations[n], problem.demands[n]
        start = max(starts[n], *((paused if ends else starts)[first] + apart for first, apart, ends in net.before[n]), 0)
        pause = 0
        if duration and demand:
            start = _first_fit(rest, demand, start, duration) if not net.paused[n] else _first_around(rest, demand, start, duration, net.paused[n])
            worked = pieces(start, duration, net.paused[n]) if net.paused[n] else ((start, start + duration),)
            for first, until in worked:
                for resource, amount in demand:
                    rest[resource].take(first, until - first, amount)
            pause = worked[-1][1] - start - duration
        starts[n], paused[n] = start, start + pause
    return starts


def _first_fit(rest: Sequence["_Rest"], demand: Sequence[tuple[int, int]], start: int, duration: int) -> int:
    """The first period from `start` on from which there is enough of everything."""
    while True:
        later = max(rest[resource].fits_from(start, duration, amount) for resource, amount in demand)
        if later == start:
            return start
        start = later


def _first_around(rest: Sequence["_Rest"], demand: Sequence[tuple[int, int]], start: int, duration: int, away: Away) -> int:
    """The same for a job that pauses."""
    while True:
        worked = pieces(start, duration, away)
        later = (max(rest[resource].fits_from(first, until - first, amount) for resource, amount in demand) for first, until in worked)
        moved = next((at for at, (first, _) in zip(later, worked, strict=True) if at > first), None)
        if moved is None:
            return worked[0][0]
        start = moved


class _Rest:
    """What is left of one resource in each period."""

    def __init__(self, capacity: Sequence[int]) -> None:
        self._left, self._steady, self._first = list(capacity), capacity[-1], 0

    def fits_from(self, start: int, duration: int, amount: int) -> int:
        """`start` if there is enough from then on, else the first period that may do."""
        start = max(start, self._first)
        self._reach(start + duration)
        within = self._left[start:start + duration]
        if min(within) >= amount:
            return start
        return start + max(n for n, left in enumerate(within) if left < amount) + 1

    def take(self, start: int, duration: int, amount: int) -> None:
        self._left[start:start + duration] = [left - amount for left in self._left[start:start + duration]]
        while self._first < len(self._left) and self._left[self._first] <= 0:
            self._first += 1

    def _reach(self, period: int) -> None:
        if period > len(self._left):
            self._left += [self._steady] * (2 * period - len(self._left))


def _improved(problem: Problem, net: _Net, starts: list[int]) -> list[int]:
    """Justify to the right, then to the left, as long as that shortens the plan."""
    while True:
        end = length(problem, starts)
        finish = _finishes(problem, starts)
        back, back_net = _mirrored(problem, net, end)
        right = _placed(back, back_net, _listed(back_net, [-f for f in finish]))
        left = [end - r - d for r, d in zip(right, problem.durations, strict=True)]
        again = _placed(problem, net, _listed(net, left, problem.running))
        if length(problem, again) >= end:
            return again if length(problem, again) == end else starts
        starts = again


def _mirrored(problem: Problem, net: _Net, end: int) -> tuple[Problem, _Net]:
    """The same problem with time running back from `end`; before its beginning there is as much as at best.

    It only tells in which order to place the jobs anew, so nobody is away in it.
    """
    durations = problem.durations
    capacities = tuple((*reversed((*c, *[c[-1]] * (end - len(c)))[:end]), max(c)) for c in problem.capacities)
    after = [[(first, apart + durations[n] - durations[first]) for first, apart, _ in before] for n, before in enumerate(net.before)]
    before = [[(second, apart + durations[second] - durations[n], True) for second, apart in following] for n, following in enumerate(net.after)]
    return Problem(durations, (), problem.demands, capacities), _Net(after, before, [], [], [()] * len(durations))
