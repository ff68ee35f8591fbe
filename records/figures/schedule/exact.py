"""Levelling to the proven optimum with CP-SAT of OR-tools, where that is installed (the extra `exact`)."""
from dataclasses import dataclass
from importlib.util import find_spec
import json
from pathlib import Path
import subprocess
import sys

from records.errors import BadInput
from records.figures.schedule.levelling import THOROUGH, Problem, levelled

PROGRAM = Path(__file__).with_name("cp_sat.py")
LONGER = 30                              # seconds to start and to set up, beyond those of the search


@dataclass(frozen=True)
class Solved:
    """The starts, and a length that no plan undercuts; the plan is proven to be the shortest where it has that length."""
    starts: tuple[int, ...]
    least: int
    is_proven: bool


def is_installed() -> bool:
    return find_spec("ortools") is not None


def solved(problem: Problem, seconds: float = 10) -> Solved:
    """The shortest plan found in this time, at worst that of the heuristic; where somebody is away, that. Raises BadInput where the extra is not installed."""
    if not is_installed():
        raise BadInput("Exact levelling needs OR-tools: pip install 'project-assistant[exact]'.")
    known = levelled(problem, THOROUGH)
    if not known:
        return Solved((), 0, is_proven=True)
    if any(problem.away):
        return Solved(known, 0, is_proven=False)
    told = {"durations": problem.durations, "ties": problem.ties, "demands": problem.demands, "capacities": problem.capacities,
            "earliest": problem.earliest or (0,) * len(known), "known": known, "seconds": seconds}
    try:
        done = subprocess.run([sys.executable, "-I", str(PROGRAM)], input=json.dumps(told), capture_output=True, text=True, check=True,  # noqa: S603 - our own
                              timeout=seconds + LONGER)
    except subprocess.TimeoutExpired:
        return Solved(known, 0, is_proven=False)
    found = json.loads(done.stdout)
    return Solved(tuple(found["starts"]), found["least"], found["is_proven"])
