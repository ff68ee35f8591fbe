"""`python -m benchmarks.holding [--passages 10000] [--home DIR]`: what a server takes of memory while a large library is searched in it.

Ends with 1 when it is more than it may be.
"""
import argparse
from collections.abc import Iterator, Sequence
import json
import math
import os
from pathlib import Path
import subprocess
import sys
from tempfile import TemporaryDirectory
from time import monotonic, sleep
from urllib.parse import quote
from urllib.request import Request, urlopen

from assistant import bootstrap
from assistant.settings import Settings
from benchmarks.finding import QUESTIONS, Texts, fill
from benchmarks.measuring import Measure, table
from benchmarks.shelving import NOW, Shelves
from benchmarks.starting import PMO, address, megabytes
from knowledge.minilm import MiniLM

FEW, MOST = 10_000, 500
PATIENCE = 300


def measured(home: Path, passages: int, *, quick: bool = False) -> Iterator[Measure]:
    settings = Settings(_env_file=None, home=home, now=NOW)  # type: ignore[call-arg]
    upkeep = bootstrap.upkeep(settings)
    upkeep.start()
    if upkeep.is_empty():
        upkeep.sample()
        fill(Shelves(home, by_meaning=False), Texts(MiniLM()), passages)
    with subprocess.Popen([*PMO, "serve"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                          env={**os.environ, "PMO_HOME": str(home), "PMO_SAMPLE": "true", "PMO_PORT": "0"}) as served:
        try:
            where = address(served)
            until = monotonic() + PATIENCE
            while "alone" in json.dumps(_got(f"{where}/api/v1/health")) and monotonic() < until:
                sleep(0.5)
            most = 0.0
            for question in QUESTIONS * 3:
                _got(f"{where}/api/v1/ask", {"text": f"what does the handbook say about {question}?"})
                most = max(most, megabytes(served.pid))
            yield Measure(f"memory of a server while {passages:,} passages are searched", most, "MB", most=MOST if passages <= FEW and not quick else math.inf)
        finally:
            served.terminate()


def _got(url: str, said: object = None) -> object:
    asked = Request(url, json.dumps(said).encode() if said else None, {"Content-Type": "application/json", "X-PMO-Person": quote("Ana")})  # noqa: S310 - ours
    with urlopen(asked, timeout=PATIENCE) as answer:  # noqa: S310 - an address of this machine
        return json.load(answer)


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.holding", description="What a server takes of memory while it is searched.")
    parser.add_argument("--passages", type=int, default=FEW)
    parser.add_argument("--home", type=Path, help="where the library stays, to be measured again; else it is made anew and removed")
    asked = parser.parse_args(arguments)
    with TemporaryDirectory(prefix="pmo-holding-") as made:
        measures = list(measured(asked.home or Path(made), asked.passages))
    print(table(measures))
    return int(not all(m.holds for m in measures))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
