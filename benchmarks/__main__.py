"""`python -m benchmarks`: measures everything in one run and writes benchmarks/RESULTS.md; `--quick` only shows it.

Ends with 1 when something took longer than it may.
"""
import argparse
from collections.abc import Sequence
from datetime import UTC, datetime
import os
from pathlib import Path
import platform
import shutil
import sys
from tempfile import TemporaryDirectory

from assistant import bootstrap
from assistant.settings import Settings
from benchmarks import answering, starting, writing
from benchmarks.measuring import Bench, Measure, Measuring, table

MEASURED: tuple[Measuring, ...] = (
    starting.help_, starting.first_answer, starting.server, answering.one_turn, answering.each_question, writing.applies)
RESULTS = Path(__file__).parent / "RESULTS.md"
NOW = datetime(2026, 11, 18, 9, 0, tzinfo=UTC)


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Measure how fast the house is.")
    parser.add_argument("--quick", action="store_true", help="a tenth of the repetitions; RESULTS.md stays as it is")
    quick = parser.parse_args(arguments).quick
    with TemporaryDirectory() as folder:
        measures = measured(Path(folder), quick=quick)
    made = table(measures)
    print(made)
    if not quick:
        RESULTS.write_text(f"# Measured\n\n{machine()}; `make bench` makes this anew. Ratios are of one run.\n\n{made}\n", "utf-8")
    return 0 if all(m.holds for m in measures) else 1


def measured(folder: Path, *, quick: bool) -> list[Measure]:
    """Every measure, each on a fresh copy of the same sample company."""
    template = Settings(_env_file=None, home=folder / "sample", now=NOW)  # type: ignore[call-arg]
    upkeep = bootstrap.upkeep(template)
    upkeep.start()
    upkeep.sample()
    for line in upkeep.handbook():
        print(line, file=sys.stderr)
    made: list[Measure] = []
    for number, measuring in enumerate(MEASURED):
        home = Path(shutil.copytree(template.home, folder / str(number)))
        made += measuring(Bench(template.model_copy(update={"home": home}), quick))
    return made


def machine() -> str:
    return f"{os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
