"""`python -m benchmarks`: measures everything in one run and writes benchmarks/RESULTS.md and GROWTH.svg; `--quick` only shows it.

Ends with 1 when something took longer than it may.
"""
import argparse
import asyncio
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
import os
from pathlib import Path
import platform
import shutil
import sys
from tempfile import TemporaryDirectory

from assistant import bootstrap
from assistant.settings import Settings
from benchmarks import (
    answering,
    choosing,
    earned_value,
    finding,
    growing,
    holding,
    importing,
    inbox,
    judging,
    large,
    listing,
    mcp_calls,
    moving,
    page,
    reading,
    reporting,
    schedule_reading,
    scheduling,
    serving,
    starting,
    summaries,
    taking_in,
    watching,
    writing,
)
from benchmarks import schedules as schedules_due
from benchmarks.measuring import Bench, Measure, Measuring, table
from benchmarks.portfolio import Size

MEASURED: tuple[Measuring, ...] = (starting.help_, starting.first_answer, starting.server, answering.one_turn, answering.each_question,
                                  mcp_calls.calls, page.page, page.streams, serving.under_load)
ON_BOTH: tuple[large.Measuring, ...] = (reading.next_tasks, reading.overdue, reading.past, reading.words, writing.applies, writing.verifies, judging.health,
                                         listing.lists)
HERE = Path(__file__).parent
NOW = datetime(2026, 11, 18, 9, 0, tzinfo=UTC)
TASKS, FEW = 100_000, 500
LIVES, FEW_LIVES = 300, 30
MOVED = 50_000                          # tasks whose company is a file of some 50 MB
LONG = 10                               # megabytes of a schedule
Part = Callable[[Path, bool], Iterator[Measure]]


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Measure how fast the house is.")
    parser.add_argument("--quick", action="store_true", help="few repetitions and a small portfolio; nothing is judged or written but what always holds")
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], help=f"only some of {', '.join(PARTS)}; nothing is written then")
    asked = parser.parse_args(arguments)
    parts = asked.parts or list(PARTS)
    measures: list[Measure] = []
    curves: growing.Curves = {}
    for name in parts:
        with TemporaryDirectory(prefix="pmo-bench-") as made:
            folder = Path(made)
            folder.chmod(0o755)          # the server of PostgreSQL runs as somebody else
            found = list(PARTS[name](folder, asked.quick))
            print(f"## {name.capitalize()}\n\n{table(found)}\n", flush=True)
            measures += found
    if not asked.quick and not asked.parts:
        with TemporaryDirectory(prefix="pmo-bench-") as made:
            curves = growing.measured(Path(made), NOW)
        measures += growing.measures(curves)
        _write(measures, curves)
    return 0 if all(m.holds for m in measures) else 1


def sample(folder: Path, quick: bool) -> Iterator[Measure]:  # noqa: FBT001 - a part is told how
    """What is measured on the sample company, which is made where it is not there, each on a fresh copy of it."""
    template = Settings(_env_file=None, home=folder / "sample", now=NOW)  # type: ignore[call-arg]
    upkeep = bootstrap.upkeep(template)
    upkeep.start()
    if upkeep.is_empty():
        upkeep.sample()
        for line in upkeep.handbook():
            print(line, file=sys.stderr)
    for number, measuring in enumerate(MEASURED):
        home = Path(shutil.copytree(template.home, folder / str(number)))
        yield from measuring(Bench(template.model_copy(update={"home": home}), quick))


def portfolio(folder: Path, quick: bool) -> Iterator[Measure]:  # noqa: FBT001
    """What is measured on a large portfolio, on both engines."""
    with large.grounds(folder, NOW, Size.of(FEW if quick else TASKS), quick=quick) as made:
        for fresh in (made.sqlite, made.postgres):
            for measuring in ON_BOTH:
                yield from measuring(fresh())


def value(folder: Path, quick: bool) -> Iterator[Measure]:  # noqa: FBT001
    """The figures of one large project, on both engines."""
    size = Size(1, FEW if quick else earned_value.TASKS, 40, 0)
    with large.grounds(folder, NOW, size, quick=quick) as made:
        for fresh in (made.sqlite, made.postgres):
            yield from earned_value.earned_value(fresh())


def reports(folder: Path, quick: bool) -> Iterator[Measure]:  # noqa: FBT001
    """Reports of one large project and of a whole portfolio."""
    one, many = folder / "one", folder / "many"
    one.mkdir()
    many.mkdir()
    with large.grounds(one, NOW, Size(1, FEW if quick else reporting.TASKS, 40, 0), quick=quick) as made:
        yield from reporting.one_project(made.sqlite())
    with large.grounds(many, NOW, Size.of(FEW if quick else TASKS), quick=quick) as made:
        for fresh in (made.sqlite, made.postgres):
            yield from reporting.all_projects(fresh())


def files(folder: Path, quick: bool) -> Iterator[Measure]:  # noqa: FBT001
    """Large files in and out."""
    with large.grounds(folder, NOW, Size.of(FEW if quick else MOVED), quick=quick) as made:
        for engine in ("SQLite", "PostgreSQL"):
            yield from importing.tasks(made.empty(engine), FEW if quick else TASKS)
        yield from moving.company(made.sqlite(), made.empty("SQLite"))
    yield from schedule_reading.files(1 if quick else LONG, quick=quick)


def lives(folder: Path, quick: bool) -> Iterator[Measure]:  # noqa: FBT001
    """What the watch sees of projects whose end is known."""
    yield from watching.watch(folder, NOW, FEW_LIVES if quick else LIVES)


def told(folder: Path, quick: bool) -> Iterator[Measure]:  # noqa: FBT001
    """What reports of generated projects say at their beginning, and how long they are."""
    yield from summaries.summaries(folder, NOW, summaries.FEW if quick else summaries.PROJECTS)


def choice(_: Path, quick: bool) -> Iterator[Measure]:  # noqa: FBT001
    """Which projects to do together."""
    yield from choosing.choices(quick=quick)


def schedules(_: Path, quick: bool) -> Iterator[Measure]:  # noqa: FBT001
    """Networks, simulations and levelling, without any database."""
    yield from scheduling.schedules(quick=quick)


def documents(folder: Path, quick: bool) -> Iterator[Measure]:  # noqa: FBT001
    """Documents: found in a large library, taken in, and what a server takes of memory for them."""
    passages = FEW if quick else finding.PASSAGES
    yield from finding.measures(finding.measured(folder / "found", passages), passages, quick=quick)
    files = folder / "files"
    files.mkdir()
    taking_in.made(files, taking_in.DOCUMENTS // 6 if quick else taking_in.DOCUMENTS)
    yield from taking_in.measured(files, folder, taking_in.MANY // 20 if quick else taking_in.MANY, quick=quick)
    yield from holding.measured(folder / "held", FEW if quick else holding.FEW, quick=quick)


def deliveries(folder: Path, quick: bool) -> Iterator[Measure]:  # noqa: FBT001 - a part is told how
    """Schedules due at one moment, whose workers are killed; ten thousand of them by `python -m benchmarks.schedules`."""
    yield from schedules_due.measured(folder, many=200 if quick else 1_000, kills=3 if quick else 10)


def messages(_: Path, quick: bool) -> Iterator[Measure]:  # noqa: FBT001 - a part is told how
    """Messages from Slack: how soon each is acknowledged, and that none is lost or answered twice however often a process dies."""
    yield from asyncio.run(inbox.measured(list(inbox.PARTS), quick=quick))


PARTS: dict[str, Part] = {"sample": sample, "portfolio": portfolio, "value": value, "reports": reports, "told": told, "choice": choice,
                         "files": files, "documents": documents, "lives": lives, "schedules": schedules,
                         "deliveries": deliveries, "messages": messages}


def _write(measures: Sequence[Measure], curves: growing.Curves) -> None:
    about = f"{machine()}; `make bench` makes this anew. Each figure stands beside the least that could do the same, taken in the same run."
    shape = "The portfolio has 1,000 projects, 100,000 tasks and 20,000 lines in its log; PostgreSQL syncs to its disk as it does for anybody."
    growth = f"## Growth with size\n\n{growing.table(curves)}\n\n![Times against the number of tasks](GROWTH.svg)"
    (HERE / "RESULTS.md").write_text(f"# Measured\n\n{about}\n{shape}\n\n{table(measures)}\n\n{growth}\n", "utf-8")
    (HERE / "GROWTH.svg").write_text(growing.picture(curves), "utf-8")


def machine() -> str:
    return f"{os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
