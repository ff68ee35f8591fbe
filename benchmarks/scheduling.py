"""How quickly schedules are computed: the critical path, the figure of it from rows, the simulation and the levelling; how the path grows with its network."""
from collections.abc import Iterator
from datetime import date, timedelta
import math
from random import Random
from types import SimpleNamespace
from typing import Any

import numpy as np

from benchmarks.growing import STEEPEST, steepness
from benchmarks.measuring import Measure, seconds
from records.figures.base import Rows
from records.figures.schedule import critical
from records.figures.schedule.activities import NEEDS
from records.figures.schedule.axis import DAY, Axis, begin_of
from records.figures.schedule.levelling import QUICK, THOROUGH, Problem, bound, length, levelled
from records.figures.schedule.network import Link, Network, dated
from records.figures.schedule.risk import RUNS, Chance, Model, Uncertain, simulated
from records.kinds import Calendar, Project, Task
from records.kinds import Link as LinkKind

TASKS, DRAWN, JOBS = 10_000, 1_000, 30
SIZES = (10_000, 30_000, 100_000)
TODAY = date(2026, 11, 18)
PATH_MS, SIMULATED_S = 60, 0.25
WORKED = ((0, 1, 2, 3, 4), (0, 1, 2, 3, 4, 5), (0, 1, 2, 3))
OTHERWISE = 0.2                          # the share of tasks with a calendar of their own


def schedules(*, quick: bool) -> Iterator[Measure]:
    """All of them; a quick run is small and judges nothing."""
    tasks, times = (TASKS // 10, 2) if quick else (TASKS, 9)
    yield from _path(tasks, times, math.inf if quick else PATH_MS)
    yield from _growth([size // 10 for size in SIZES] if quick else list(SIZES), times, math.inf if quick else STEEPEST)
    yield from _simulation(DRAWN // 10 if quick else DRAWN, times, math.inf if quick else SIMULATED_S)
    yield from _levelling(2 if quick else 10)


def network(tasks: int, seed: int = 7) -> Network:
    """Tasks with one to three links of all types to those before them, lags, and calendars of which some have days off."""
    chance = Random(seed)  # noqa: S311 - believable, not secret
    off = [day.toordinal() for n in range(0, 2000, 37) if (day := TODAY + timedelta(days=n)).weekday() in WORKED[2]]
    axes = (Axis(WORKED[0]), Axis(WORKED[1]), Axis(WORKED[2], tuple(off)))
    axis = tuple(chance.choice((1, 2)) if chance.random() < OTHERWISE else 0 for _ in range(tasks))
    durations = tuple(chance.randrange(1, 40) * DAY // 4 for _ in range(tasks))
    links: list[Link] = []
    for n in range(1, tasks):
        links += [(before, n, chance.choice(("FS", "FS", "FS", "SS", "FF", "SF")), chance.choice((0, 0, DAY, -DAY // 2, 2 * DAY)))
                  for before in {chance.randrange(max(n - 50, 0), n) for _ in range(chance.choice((1, 1, 2, 3)))}]
    return Network(durations, tuple(links), tuple(axes[of].position(begin_of(TODAY)) for of in axis), (), axis, axes)


def _path(tasks: int, times: int, most: float) -> Iterator[Measure]:
    of = network(tasks)
    dated(of)
    said = f"critical path and floats of {tasks:,} tasks, {len(of.links):,} links of all types with lags, three calendars"
    yield Measure(said, _best(lambda: dated(of), times), "ms", most=most)
    yield Measure("a bare longest path over the same links, forward only, no calendars, no floats", _best(lambda: _bare(of), times), "ms")
    rows = rows_of(of)

    def compute() -> None:
        critical.passed.cache_clear()
        critical.critical_path.run(rows)
    yield Measure(f"the figure “critical path” from {tasks:,} rows, with its receipt", _best(compute, times), "ms")


def _growth(sizes: list[int], times: int, most: float) -> Iterator[Measure]:
    took = []
    for size in sizes:
        of = network(size)
        took.append(_best(lambda of=of: dated(of), max(times // 2, 1)))
        yield Measure(f"critical path of {size:,} tasks", took[-1], "ms")
    yield Measure(f"growth from {sizes[0]:,} to {sizes[-1]:,} tasks: critical path", steepness(sizes, took), "", most=most)


def _simulation(tasks: int, times: int, most: float) -> Iterator[Measure]:
    chance = Random(7)  # noqa: S311
    likely = [chance.uniform(1, 10) for _ in range(tasks)]
    ties = tuple((before, n, "FS", 0.0) for n in range(1, tasks) for before in {chance.randrange(max(n - 20, 0), n) for _ in range(2)})
    model = Model(tuple(Uncertain(f"T-{n}", 0.7 * m, m, 1.8 * m) for n, m in enumerate(likely)), ties,
                  chances=tuple(Chance(f"R-{n}", 0.3, 5.0, 1000.0) for n in range(10)))

    def simulate() -> None:
        simulated.cache_clear()
        simulated(model)
    yield Measure(f"Monte Carlo of {tasks:,} tasks × {RUNS:,} runs, with what they depend on", _best(simulate, times) / 1000, "s", most=most)
    source = np.random.default_rng(7)
    yield Measure("as many triangular numbers drawn by numpy, nothing done with them",
                  _best(lambda: [source.triangular(0.7 * m, m, 1.8 * m, RUNS) for m in likely], times) / 1000, "s")


def _levelling(problems: int) -> Iterator[Measure]:
    """Projects of the shape of PSPLIB's smallest: thirty jobs, four resources."""
    for how, effort in (("quick", QUICK), ("thorough", THOROUGH)):
        took, over = [], []
        for problem in map(_problem, range(problems)):
            took.append(seconds(lambda problem=problem, effort=effort: levelled(problem, effort)))  # type: ignore[misc]
            over.append(length(problem, levelled(problem, effort)) / bound(problem))
        yield Measure(f"{how} levelling of {JOBS} jobs on four resources, the mean of {problems} projects", 1000 * sum(took) / problems, "ms")
        yield Measure("how much longer than the bound that no plan undercuts", 100 * (sum(over) / problems - 1), "%")


def _problem(seed: int) -> Problem:
    chance = Random(seed)  # noqa: S311
    durations = tuple(chance.randrange(1, 11) for _ in range(JOBS))
    ties = tuple((before, n, durations[before]) for n in range(1, JOBS)
                 for before in {chance.randrange(max(n - 10, 0), n) for _ in range(chance.choice((1, 2)))})
    demands = tuple(tuple((r, chance.randrange(1, 11)) for r in range(4) if chance.random() < 0.5) for _ in range(JOBS))  # noqa: PLR2004 - half of them
    return Problem(durations, ties, demands, tuple((chance.randrange(14, 22),) for _ in range(4)))


def _bare(of: Network) -> list[int]:
    """The least that could do the same for one pass: the links come in the order of what they lead to."""
    finish = list(of.durations)
    for before, after, _, lag in of.links:
        found = finish[before] + lag + of.durations[after]
        if found > finish[after]:  # noqa: PLR1730 - this is faster
            finish[after] = found
    return finish


def rows_of(of: Network) -> Rows:
    """Rows of a project with this network."""
    def row(kind: Any, **values: object) -> Any:
        return SimpleNamespace(**{name: info.default for name, info in kind.model_fields.items()} | values)
    off = ", ".join(str(date.fromordinal(day)) for day in of.axes[2].off)
    calendars = [row(Calendar, id=n, key=f"CA-{n}", name=f"Calendar {n}", workdays=", ".join(str(d + 1) for d in worked), days_off=off if n == 2 else "")  # noqa: PLR2004
                 for n, worked in enumerate(WORKED)]
    tasks = [row(Task, id=n, key=f"T-{n}", title=f"Task {n}", hours=8 * of.durations[n] / DAY, calendar_id=of.axis[n] or None,
                 due=TODAY + timedelta(days=9)) for n in range(len(of.durations))]
    links = [row(LinkKind, key=f"L-{n}", predecessor_id=before, successor_id=after, type=kind, lag=lag / DAY)
             for n, (before, after, kind, lag) in enumerate(of.links)]
    rows: dict[Any, list[Any]] = {kind: [] for kind in NEEDS}
    rows |= {Project: [row(Project, id=1, key="P", calendar_id=0, start=None, finish=None)], Task: tasks, LinkKind: links, Calendar: calendars}
    return Rows(rows, {}, TODAY)


def _best(work: Any, times: int) -> float:
    """The least disturbed of several runs, in milliseconds."""
    return 1000 * min(seconds(work) for _ in range(times))
