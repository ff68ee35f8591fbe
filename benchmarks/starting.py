"""How quickly things start: the help, a first answer from nothing, the server; and the memory it takes."""
from collections.abc import Iterator
import os
from pathlib import Path
import re
import subprocess
import sys
from time import monotonic, perf_counter, sleep
from urllib.request import urlopen

from benchmarks.measuring import Bench, Measure, typical

PMO = (sys.executable, "-m", "bots")
PATIENCE = 60


def environment(bench: Bench) -> dict[str, str]:
    return {**os.environ, "PMO_HOME": str(bench.home), "PMO_NOW": "2026-11-18T09:00", "PMO_SAMPLE": "true", "PMO_PORT": "0"}


def help_(bench: Bench) -> Iterator[Measure]:
    yield Measure("`pmo --help`", typical(lambda: subprocess.run([*PMO, "--help"], capture_output=True, check=True), bench.often(10)), "s", most=0.5)


def first_answer(bench: Bench) -> Iterator[Measure]:
    def ask() -> None:
        subprocess.run([*PMO, "ask", "how is Apollo doing?", "--json"], capture_output=True, check=True, env=environment(bench))
    yield Measure("first answer, from a cold start", typical(ask, bench.often(10)), "s")


def server(bench: Bench) -> Iterator[Measure]:
    start = perf_counter()
    with subprocess.Popen([*PMO, "serve"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=environment(bench)) as served:
        try:
            _opened(address(served))
            yield Measure("server start, until the page opens", perf_counter() - start, "s")
            yield Measure("server memory, after the first page", megabytes(served.pid), "MB")
        finally:
            served.terminate()


def address(served: "subprocess.Popen[str]") -> str:
    """Where the server says it is."""
    said = []
    for line in served.stdout or ():
        said.append(line)
        if found := re.search(r"http://127\.0\.0\.1:\d+", line):
            return found[0]
    raise RuntimeError("the server did not start:\n" + "".join(said))


def _opened(address: str) -> None:
    until = monotonic() + PATIENCE
    while True:
        try:
            with urlopen(address, timeout=5) as page:  # noqa: S310 - an address of this machine
                page.read()
        except OSError:                 # it does not listen yet, or is too busy to answer
            if monotonic() > until:
                raise
            sleep(0.02)
        else:
            return


def megabytes(process: int) -> float:
    status = Path(f"/proc/{process}/status").read_text("ascii")
    return int(re.findall(r"VmRSS:\s+(\d+)", status)[0]) / 1024
