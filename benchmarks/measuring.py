"""What a measurement is, and the stopwatch."""
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
import math
from pathlib import Path
from statistics import median
from time import perf_counter

from assistant.settings import Settings


@dataclass(frozen=True)
class Measure:
    """One line of the table: what, how much, and the most (or least) it may be."""
    what: str
    figure: float
    unit: str
    most: float = math.inf
    least: float = -math.inf

    @property
    def holds(self) -> bool:
        return self.least <= self.figure <= self.most

    @property
    def limit(self) -> str:
        return f"≤ {self.most:g}" if self.most < math.inf else f"≥ {self.least:,g}" if self.least > -math.inf else ""

    @property
    def shown(self) -> str:
        return f"{self.figure:,.0f}" if self.figure >= 100 else f"{self.figure:,.3g}"  # noqa: PLR2004 - digits that mean something


@dataclass(frozen=True)
class Bench:
    """A copy of the sample company to measure on, and how often to repeat."""
    settings: Settings
    quick: bool

    @property
    def home(self) -> Path:
        return self.settings.home

    def often(self, times: int) -> int:
        return max(1, times // 10) if self.quick else times


Measuring = Callable[[Bench], Iterator[Measure]]


def seconds(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


def typical(work: Callable[[], object], times: int) -> float:
    """The median of several runs, in seconds."""
    return median(seconds(work) for _ in range(times))


@dataclass(frozen=True)
class Spread:
    """How long it took half of the times, and all but one in a hundred times; in milliseconds."""
    p50: float
    p99: float


def spread(work: Callable[[], object], times: int) -> Spread:
    """Run once to warm up, then measure each of several runs."""
    work()
    return spread_of([seconds(work) for _ in range(times)])


def spread_of(took: Sequence[float]) -> Spread:
    """The spread of runs that took so many seconds."""
    ordered = sorted(took)
    return Spread(median(ordered) * 1000, ordered[min(math.ceil(len(ordered) * 0.99), len(ordered)) - 1] * 1000)


def table(measures: Sequence[Measure]) -> str:
    """The measurements as a Markdown table."""
    rows = [("what", "measured", "may be", ""), ("---", "---:", "---:", "---")]
    rows += [(m.what, f"{m.shown} {m.unit}".strip(), m.limit, "" if m.holds else "**too slow**") for m in measures]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)
