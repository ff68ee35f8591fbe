"""`python -m benchmarks.serving [--minutes 10]`: what a server without embedder takes of memory under load, and whether it goes on growing.

Ends with 1 when it is more than it may be.
"""
import argparse
from collections.abc import Iterator, Sequence
from itertools import count
import json
import math
from pathlib import Path
import shutil
from statistics import median
import subprocess
import sys
from tempfile import TemporaryDirectory
from threading import Event, Thread
from time import monotonic, sleep
from urllib.error import HTTPError
from urllib.parse import quote
from urllib.request import Request, urlopen

from assistant import bootstrap
from assistant.settings import Settings
from benchmarks.measuring import Bench, Measure, spread_of, table
from benchmarks.shelving import NOW
from benchmarks.starting import PMO, address, environment, megabytes

MINUTES, A_FEW_SECONDS = 10.0, 2.0
MOST, GROWTH = 300, 5                   # megabytes, and per cent from the middle to the end
CLIENTS, PAUSE, PATIENCE = 4, 0.1, 120
AS_DEPLOYED = {"MALLOC_ARENA_MAX": "2", "MALLOC_MMAP_THRESHOLD_": "131072"}          # as in deploy/pmo.service and the Dockerfile
PEOPLE = ("Ana", "Ben", "Paula", "Elena", "Mia", "Sofia")
ASKED = ("how is Apollo doing?", "what is overdue?", "what should I do today?", "how is the portfolio?", "what do I need before gate 2?", "why is Apollo red?",
         "what is the EAC of Apollo?", "create a task for Ana to fix the login page by next Friday, 6h", "top 5 risks across the portfolio",
         "which project gives most value for its money?", "what changed on Apollo since Monday?", "is Apollo compliant?")
READ = ("/", "/page/app.js", "/api/v1/health", "/api/v1/records/APOLLO-T-5", "/api/v1/projects/APOLLO", "/projects/APOLLO", "/metrics")
RARELY, REPORTS = 40, ("/api/v1/reports/Apollo?format=pdf", "/api/v1/portfolio?format=pdf", "/api/v1/reports/Borealis?format=html")


def memory(bench: Bench, seconds: float) -> Iterator[Measure]:
    """Load a server for so long with what people do all day; its memory at the middle and at the end, each as the median of a tenth of the time."""
    with subprocess.Popen([*PMO, "serve"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                          env={**environment(bench), **AS_DEPLOYED, "PMO_EMBED": "false", "PMO_RATE_LIMIT": "0"}) as served:
        took = list[float]()
        over = Event()
        try:
            where = address(served)
            clients = [Thread(target=_load, args=(where, n, over, took)) for n in range(CLIENTS)]
            for client in clients:
                client.start()
            samples = _watched(served.pid, seconds)
        finally:
            over.set()
            for client in clients:
                client.join()
            served.terminate()
    part = max(1, len(samples) // 10)
    middle, end = median(samples[len(samples) // 2 - part:len(samples) // 2]), median(samples[-part:])
    is_whole = seconds >= MINUTES * 60
    yield Measure(f"memory of a server without embedder, after {seconds / 60:.3g} minutes of load", end, "MB", most=MOST if is_whole else math.inf)
    yield Measure("its growth over the second half", 100 * (end / middle - 1), "%", most=GROWTH if is_whole else math.inf)
    yield Measure("requests meanwhile", len(took), "")
    yield Measure("half of them were answered within", spread_of(took).p50, "ms")


def _watched(process: int, seconds: float) -> list[float]:
    """The memory of a process, second by second."""
    end, samples = monotonic() + seconds, list[float]()
    while monotonic() < end:
        samples.append(megabytes(process))
        sleep(min(1.0, seconds / 20))
    return samples


def _load(where: str, number: int, over: Event, took: list[float]) -> None:
    """What one after another of some people does: asks, reads, and now and then has a report made. Nobody answers faster than they are asked."""
    for n in count(number):
        if over.is_set():
            return
        who, start = PEOPLE[n % len(PEOPLE)], monotonic()
        if n % RARELY == 0:
            _got(where + REPORTS[n // RARELY % len(REPORTS)], who)
        elif n % 3:
            _got(where + READ[n % len(READ)], who)
        else:
            _got(f"{where}/api/v1/ask", who, {"text": ASKED[n // 3 % len(ASKED)], "thread": f"load-{number}-{n // 30}"})
        took.append(monotonic() - start)
        over.wait(PAUSE)


def _got(url: str, who: str, said: object = None) -> None:
    asked = Request(url, json.dumps(said).encode() if said else None, {"Content-Type": "application/json", "X-PMO-Person": quote(who)})  # noqa: S310 - ours
    try:
        with urlopen(asked, timeout=PATIENCE) as answer:  # noqa: S310 - an address of this machine
            answer.read()
    except HTTPError as refused:
        if refused.code >= 500:  # noqa: PLR2004 - what a server may not say
            raise


def under_load(bench: Bench) -> Iterator[Measure]:
    """The whole time, or a few seconds of it when it is to be quick."""
    yield from memory(bench, A_FEW_SECONDS if bench.quick else MINUTES * 60)


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.serving", description="What a server takes of memory under load.")
    parser.add_argument("--minutes", type=float, default=MINUTES)
    parser.add_argument("--home", type=Path, help="a folder of state with the sample company; else it is made")
    asked = parser.parse_args(arguments)
    with TemporaryDirectory(prefix="pmo-serving-") as made:
        home = Path(made) / "pmo"
        settings = Settings(_env_file=None, home=home, now=NOW, embed=False)  # type: ignore[call-arg]
        if asked.home:
            shutil.copytree(asked.home, home)
        else:
            upkeep = bootstrap.upkeep(settings)
            upkeep.start()
            upkeep.sample()
            for _ in upkeep.handbook():
                pass
        measures = list(memory(Bench(settings, quick=False), asked.minutes * 60))
    print(table(measures))
    return int(not all(m.holds for m in measures))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
