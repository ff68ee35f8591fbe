"""How quickly reports are made: of one large project with all its parts, of a whole portfolio cold and when nothing changed, and as files of every format.

Beside the time on the wall stands the time of the processor, which says more on a machine that is shared; and the plain SQL that reads the same rows.
`python -m benchmarks.reporting URL ADDRESS PROJECT` makes a report in every format in a process of its own and tells its peak.
"""
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
import gc
import math
import resource
import subprocess
import sys
from time import perf_counter, process_time

from assistant.reporting.reporting import Reporting
from assistant.reporting.wanted import Wanted
from benchmarks.large import Large
from benchmarks.measuring import Measure
from benchmarks.portfolio import person
from records.asker import Role
from records.database import Database
from reports import formats
from reports.formats.base import Report

COLLECTED = (50_000, 20, 50)                    # as the server has it
TASKS = 10_000                                  # of the one project
WHOLE, COLD, WARM = 0.5, 2.0, 0.2               # seconds at most, by issue 9
FILES = {"pdf": 0.15, "pptx": 0.5, "png": 0.4, "docx": math.inf, "xlsx": math.inf, "html": math.inf}
PEAK = 400                                      # MB
LARGEST = "SELECT p.key, count(*) FROM task t JOIN project p ON p.id = t.project_id GROUP BY p.key ORDER BY 2 DESC LIMIT 1"
READ = ("task", "milestone", "risk", "costentry", "budgetline", "benefit", "cashflow", "changerequest", "link", "project")


def one_project(large: Large) -> Iterator[Measure]:
    """Every part of the report of a project, unshortened; then its one-pager as files."""
    who = person(large.database, Role.executive).email
    with large.plain() as connection:
        key, tasks = connection.execute(LARGEST).fetchone()
        plain = _spent(lambda: _read(connection), large.often(5))
    made = Reporting(large.database, lambda: large.now)
    made.shown(who, Wanted(key, audience="executive"))                   # the house is warm, the project is not
    yield from _both(f"report of a project with {tasks:,} tasks, all parts, {large.engine}", _spent(lambda: made.shown(who, Wanted(key)), large.often(5)),
                     large.limit(WHOLE * 1000))
    yield Measure(f"- the same rows by plain SQL, {large.engine}", 1000 * plain[1], "ms of processor")
    if large.is_sqlite:
        page = made.report(who, Wanted(key, audience="executive"))
        for name, most in FILES.items():
            yield from _both(f"its one-pager as {name.upper()}, after the data", _spent(lambda name=name: _written(name, page), large.often(10)),  # type: ignore[misc]
                             large.limit(most * 1000))
        yield Measure("peak of a process that makes all of it, from its start", _peak(large, who, key), "MB", most=large.limit(PEAK))


def all_projects(large: Large) -> Iterator[Measure]:
    """The summary of a portfolio, cold; and again when no record has changed since."""
    who = person(large.database, Role.executive).email
    with large.plain() as connection:
        plain = _spent(lambda: _read(connection), large.often(3))
    what = f"summary of {large.size.projects:,} projects with {large.size.tasks:,} tasks"
    made = Reporting(large.database, lambda: large.now)
    yield from _both(f"{what}, cold, {large.engine}", _spent(lambda: Reporting(large.database, lambda: large.now).report(who, Wanted()), large.often(3)),
                     large.limit(COLD * 1000))
    made.report(who, Wanted())
    yield from _both("- the same when nothing changed", _spent(lambda: made.report(who, Wanted()), large.often(10)), large.limit(WARM * 1000))
    yield Measure(f"- the same rows by plain SQL, {large.engine}", 1000 * plain[1], "ms of processor")


def _both(what: str, spent: tuple[float, float], most: float) -> Iterator[Measure]:
    yield Measure(what, 1000 * spent[0], "ms", most=most)
    yield Measure("- of which the processor", 1000 * spent[1], "ms")


def _spent(work: Callable[[], object], times: int) -> tuple[float, float]:
    """The least of several runs, on the wall and of the processor: what others do on the machine only adds to it."""
    found: list[tuple[float, float]] = []
    for _ in range(times):
        wall, cpu = perf_counter(), process_time()
        work()
        found.append((perf_counter() - wall, process_time() - cpu))
    return min(wall for wall, _ in found), min(cpu for _, cpu in found)


def _written(name: str, page: Report) -> bytes:
    return formats.named(name).render(page)


def _read(connection: object) -> None:
    for table in READ:
        connection.execute(f"SELECT * FROM {table}").fetchall()  # type: ignore[attr-defined]  # noqa: S608 - our own names


def _peak(large: Large, who: str, key: str) -> float:
    told = subprocess.run([sys.executable, "-m", "benchmarks.reporting", large.url, who, key, large.now.isoformat()],
                          capture_output=True, text=True, check=True)
    return float(told.stdout)


def main(arguments: Sequence[str]) -> int:
    url, who, key, now = arguments
    gc.set_threshold(*COLLECTED)
    made = Reporting(Database(url), lambda: datetime.fromisoformat(now))
    made.shown(who, Wanted(key))
    page = made.report(who, Wanted(key, audience="executive"))
    for name in formats.FORMATS:
        _written(name, page)
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
