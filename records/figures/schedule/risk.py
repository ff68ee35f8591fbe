"""Monte Carlo over a network: triangular durations between the optimistic and the pessimistic estimate, risks that happen or not, 10,000 times.

Every record draws from a sequence of its own, seeded by its key: the same records always come to the same, in whatever order, and a changed
estimate changes nothing but itself. A risk's delay comes after the last activity: nobody said which one it would hold up.
"""
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
import math

import numpy as np
import numpy.typing as npt

RUNS = 10_000
MOST_AT_ONCE = 12_000_000                # drawn numbers held in memory together
CANDIDATES, SHOWN = 20, 5
TRACED = 2_000                           # runs in which the critical path is looked for; a share of them is right to a point or two
NO_FLOAT = 0.001                         # days; what is drawn is exact to less
Draws = npt.NDArray[np.float32]
Tie = tuple[int, int, str, float]        # which comes first, which waits, FS SS FF or SF, the lag in days


@dataclass(frozen=True)
class Uncertain:
    """What an activity takes at least, most likely and at most, in days or hours; `worth` is what one more of them costs, `effort` the hours in it."""
    key: str
    low: float
    likely: float
    high: float
    worth: float = 0.0
    effort: float = 0.0

    @property
    def varies(self) -> bool:
        return self.low < self.high


@dataclass(frozen=True)
class Chance:
    """A risk: how probable it is (0 to 1), and what it adds if it happens; less than nothing for an opportunity."""
    key: str
    probability: float
    days: float = 0.0
    cost: float = 0.0


@dataclass(frozen=True)
class Model:
    """What is drawn. Ties lead from lower to higher numbers; `earliest` are the starts before which nothing begins, in days from today.

    Before risks come, half of the runs end no sooner than `aim`: one that has a tenth more hours in it ends no sooner than a tenth behind that. No run
    ends before `least`. Whatever begins later or `aim` later makes no run end sooner: hours do not change with dates.
    """
    activities: tuple[Uncertain, ...]
    ties: tuple[Tie, ...] = ()
    earliest: tuple[float, ...] = ()
    chances: tuple[Chance, ...] = ()
    aim: float = 0.0
    least: float = -math.inf


@dataclass(frozen=True)
class Outcome:
    """The ends (days from today) and the added costs of all runs in rising order; what they depend on most, by key, with the rank correlation.

    `critical`: by key in which share of the runs it is on the critical path (the criticality index), the greatest first.
    """
    ends: Draws
    costs: Draws
    drivers: tuple[tuple[str, float], ...]
    critical: tuple[tuple[str, float], ...] = ()


@lru_cache(maxsize=8)
def simulated(model: Model, runs: int = RUNS) -> Outcome:
    """Draw all runs; in portions where the network is large."""
    sources = [_source(a.key) if a.varies else None for a in model.activities]
    risks = [_source(c.key) for c in model.chances]
    hours = sum(a.effort for a in model.activities) if model.aim > 0 else 0.0
    portion = max(1, min(runs, MOST_AT_ONCE // max(1, sum(s is not None for s in sources))))
    ends, added, costs, more = (np.zeros(runs, np.float32) for _ in range(4))
    drivers: tuple[tuple[str, float], ...] = ()
    critical: tuple[tuple[str, float], ...] = ()
    for first in range(0, runs, portion):
        some = slice(first, min(first + portion, runs))
        size = some.stop - first
        drawn = [a.likely if s is None else _triangular(s, a, size) for a, s in zip(model.activities, sources, strict=True)]
        ends[some] = _ends(model, drawn)
        for activity, draws in zip(model.activities, drawn, strict=True):
            if isinstance(draws, float):
                continue
            if activity.worth:
                costs[some] += (draws - np.float32(activity.likely)) * np.float32(activity.worth)
            if hours and activity.effort:
                more[some] += (draws / np.float32(activity.likely) - 1) * np.float32(activity.effort / hours)
        happened = [(s.random(size, dtype=np.float32) < c.probability).astype(np.float32) for c, s in zip(model.chances, risks, strict=True)]
        for chance, draws in zip(model.chances, happened, strict=True):
            added[some] += draws * np.float32(chance.days)
            costs[some] += draws * np.float32(chance.cost)
        if not first:
            critical = _critical(model, [d if isinstance(d, float) else d[:TRACED] for d in drawn]) if model.ties else ()
            result = _aimed(model.aim, ends[some], more[some]) + added[some] if model.ties or not costs.any() else costs[some]
            drivers = _drivers([*_varying(model, drawn), *((c.key, d) for c, d in zip(model.chances, happened, strict=True))], result)
    ends = _aimed(model.aim, ends, more)
    return Outcome(np.sort(np.maximum(ends + added, np.float32(model.least))), np.sort(costs), drivers, critical)


def _aimed(aim: float, ends: Draws, more: Draws) -> Draws:
    """The ends, none sooner than the aim in proportion to the hours that its run has in it; `more` is how much more than likely, as a share."""
    if aim <= 0:
        return ends
    shares = more + 1
    later: Draws = np.maximum(ends, shares * np.float32(aim / within(np.sort(shares), 0.5)))
    return later


def within(ordered: Draws, share: float) -> float:
    """The least value that so large a share of the runs does not exceed."""
    return float(ordered[max(math.ceil(share * len(ordered)) - 1, 0)])


def share_by(ordered: Draws, value: float) -> float:
    """The share of the runs that do not exceed a value."""
    return float(np.searchsorted(ordered, np.float32(value), side="right")) / len(ordered)


def _source(key: str) -> np.random.Generator:
    return np.random.Generator(np.random.SFC64(int.from_bytes(sha256(key.encode()).digest()[:8])))


def _triangular(source: np.random.Generator, of: Uncertain, size: int) -> Draws:
    """Draws by the inverse of the distribution function."""
    width = of.high - of.low
    uniform = source.random(size, dtype=np.float32)
    rising = np.sqrt(uniform * np.float32(width * (of.likely - of.low)))
    rising += np.float32(of.low)
    falling: Draws = np.sqrt((np.float32(1) - uniform) * np.float32(width * (of.high - of.likely)))
    np.subtract(np.float32(of.high), falling, out=falling)
    np.copyto(falling, rising, where=uniform < np.float32((of.likely - of.low) / width))
    return falling


def _ends(model: Model, drawn: Sequence[float | Draws]) -> float | Draws:
    """When the last activity ends: a forward pass over all runs at once. What nobody waits for any more is dropped."""
    waited = Counter(tie[0] for tie in model.ties)
    starts: dict[int, float | Draws] = {}
    end: float | Draws = 0.0
    for n, start, before in _started(model, drawn, starts):
        for first, *_ in before:
            waited[first] -= 1
            if not waited[first]:
                del starts[first]
        end = _later(end, start + drawn[n])
        if not waited[n]:
            del starts[n]
    return end


def _started(model: Model, drawn: Sequence[float | Draws], starts: dict[int, float | Draws]) -> Iterator[tuple[int, float | Draws, Sequence[Tie]]]:
    """Each activity with its start, which is kept, and what it waited for."""
    before: list[list[Tie]] = [[] for _ in drawn]
    for tie in model.ties:
        before[tie[1]].append(tie)
    for n, length in enumerate(drawn):
        start: float | Draws = model.earliest[n] if model.earliest else 0.0
        for first, _, of, lag in before[n]:
            at = starts[first] + (lag if of[0] == "S" else _plus(drawn[first], lag))
            start = _later(start, at if of[1] == "S" else at - length)
        starts[n] = start
        yield n, start, before[n]


def _critical(model: Model, drawn: Sequence[float | Draws]) -> tuple[tuple[str, float], ...]:
    """In which share of some runs each activity has no float: a backward pass from the end of each."""
    starts: dict[int, float | Draws] = {}
    end: float | Draws = 0.0
    for n, start, _ in _started(model, drawn, starts):
        end = _later(end, start + drawn[n])
    late = [end - length for length in drawn]
    for first, second, of, lag in sorted(model.ties, key=lambda tie: -tie[0]):
        by = late[second] - lag if of[1] == "S" else late[second] + drawn[second] - lag
        late[first] = -_later(-late[first], -(by if of[0] == "S" else by - drawn[first]))
    shares = ((a.key, float(np.mean(late[n] - starts[n] <= NO_FLOAT))) for n, a in enumerate(model.activities))
    return tuple(sorted(shares, key=lambda each: (-each[1], each[0])))


def _plus(length: float | Draws, lag: float) -> float | Draws:
    return length + lag if lag else length


def _later(one: float | Draws, other: float | Draws) -> float | Draws:
    if isinstance(one, float) and isinstance(other, float):
        return max(one, other)
    return np.maximum(one, other)


def _varying(model: Model, drawn: Sequence[float | Draws]) -> Iterator[tuple[str, Draws]]:
    for activity, draws in zip(model.activities, drawn, strict=True):
        if not isinstance(draws, float):
            yield activity.key, draws


def _drivers(drawn: Sequence[tuple[str, Draws]], result: Draws) -> tuple[tuple[str, float], ...]:
    """What the result depends on most: the plain correlation chooses the candidates, the rank correlation (Spearman) tells their order."""
    if not drawn or not np.ptp(result):
        return ()
    centred = (result - result.mean()) / np.float32(result.std() * len(result))
    plain = [(abs(float(draws @ centred)) / (float(draws.std()) or 1.0), key, draws) for key, draws in drawn]
    ranks = _ranks(result)
    likely = sorted(plain, key=lambda p: (-p[0], p[1]))[:CANDIDATES]
    found = [(key, float(np.corrcoef(_ranks(draws), ranks)[0, 1])) for _, key, draws in likely if np.ptp(draws)]
    return tuple(sorted(found, key=lambda f: (-abs(f[1]), f[0]))[:SHOWN])


def _ranks(draws: Draws) -> npt.NDArray[np.float64]:
    """Ranks from 0 on; equal values share the middle of theirs."""
    values, back, counts = np.unique(draws, return_inverse=True, return_counts=True)
    ends = np.cumsum(counts)
    return (ends - (counts + 1) / 2)[back] if len(values) < len(draws) else back.astype(np.float64)
