"""`python -m benchmarks.schedule FILE...`: the critical path and the levelled length of schedules, in working days, one JSON line for each file.

PSPLIB (.sm), MS Project XML and Primavera XER. Levelled exactly where OR-tools is installed and finds it in time, else by the heuristic.
"""
from collections.abc import Sequence
from fractions import Fraction
import json
from pathlib import Path
import re
import sys

from benchmarks import psplib
from benchmarks.schedule_files import Schedule, of_mspdi, of_xer
from records.errors import BadInput
from records.figures.schedule import exact
from records.figures.schedule.activities import Plan, plan_of
from records.figures.schedule.axis import DAY
from records.figures.schedule.critical import path_length
from records.figures.schedule.levelling import THOROUGH, Problem, length, levelled, unlevelled
from records.figures.schedule.network import Circle, Dates, Network, dated, difference, in_order, measured
from records.figures.schedule.staffing import FINE, PARTS, PERIOD

SECONDS, MOST_EXACT = 10, 600            # how long, and up to how many activities, the optimum is looked for
PSPLIB = b"PRECEDENCE RELATIONS"
SCARCE = re.compile(r"(nonrenewable|doubly constrained)\s*:\s*[1-9]", re.I)
JOBS = re.compile(r"^jobs\b[^:\n]*:\s*(\d+)", re.M)
Line = dict[str, object]


def main(files: Sequence[str]) -> int:
    if not files:
        print("Name one or more files: python -m benchmarks.schedule plan.sm plan.xml plan.xer", file=sys.stderr)
        return 2
    for file in files:
        print(json.dumps({"file": file, **_measured(Path(file))}, ensure_ascii=False), flush=True)
    return 0


def _measured(file: Path) -> Line:
    try:
        content = file.read_bytes()
        if file.suffix.lower() == ".sm" or PSPLIB in content:
            return _of_problem(_problem_in(content.decode("latin-1"), file.name))
        return _of_schedule(of_xer(content, file.name) if file.suffix.lower() == ".xer" else of_mspdi(content, file.name))
    except (BadInput, Circle, OSError) as odd:
        return {"critical_path": None, "levelled": None, "reason": str(odd)}


def _problem_in(text: str, name: str) -> Problem:
    """The problem of a file of PSPLIB. Raises BadInput or Circle where it is none that can be levelled here."""
    problem = psplib.read(text, name)
    if scarce := SCARCE.search(text):
        raise BadInput(f"“{name}” has {scarce[1].lower()} resources; a levelled plan knows only renewable ones.")
    if (said := JOBS.search(text)) and int(said[1]) != len(problem.durations):
        raise BadInput(f"“{name}” says it has {said[1]} jobs and lists {len(problem.durations)}.")
    in_order(Network(problem.durations, tuple((before, after, "SS", apart) for before, after, apart in problem.ties)))
    return problem


def _of_problem(problem: Problem) -> Line:
    return {"critical_path": length(problem, unlevelled(problem)), "levelled": length(problem, best(problem))}


def _of_schedule(schedule: Schedule) -> Line:
    plan = plan_of(schedule.rows)
    if isinstance(plan, str) or not plan.of:
        return {"critical_path": None, "levelled": None, "reason": plan if isinstance(plan, str) else "there is no task"}
    dates = dated(plan.network)
    path = Fraction(path_length(plan.network, dates), DAY)
    if not any(task.id in schedule.shares for task in plan.tasks.values()):
        return {"critical_path": _said(path), "levelled": _said(path)}
    problem = _problem(schedule, plan, dates)
    # A levelled plan is whole quarters of days; where nothing has to move, it is the path itself.
    longer = Fraction(length(problem, best(problem)) - length(problem, unlevelled(problem)), PARTS)
    return {"critical_path": _said(path), "levelled": _said(path + longer)}


def _problem(schedule: Schedule, plan: Plan, dates: Dates) -> Problem:
    """The plan with what its tasks need of whom; a resource is as much as one task of it needs, at least."""
    names = sorted(schedule.units)
    units = {name: round(schedule.units[name] * FINE) for name in names}
    demands: list[tuple[tuple[int, int], ...]] = []
    for n in range(len(plan.of)):
        shares = schedule.shares.get(plan.tasks[n].id or 0, ()) if n in plan.tasks else ()
        needs = {name: sum(round(share * FINE) for of, share in shares if of == name) for name, _ in shares}
        demands.append(tuple((names.index(name), min(need, units[name])) for name, need in sorted(needs.items()) if need > 0 and units[name] > 0))
    sizes = measured(plan.network, dates, plan.today)
    durations = tuple(-(-size // PERIOD) for size, _ in sizes)
    ties = tuple((a, b, difference(durations, (a, b, of, -(-lag // PERIOD)))) for a, b, of, lag in plan.network.links)
    return Problem(durations, ties, tuple(demands), tuple((max(units[name], 1),) for name in names), tuple(-(-bound // PERIOD) for _, bound in sizes))


def best(problem: Problem) -> Sequence[int]:
    """The shortest plan that can be found here."""
    if exact.is_installed() and len(problem.durations) <= MOST_EXACT:
        return exact.solved(problem, SECONDS).starts
    return levelled(problem, THOROUGH)


def _said(days: Fraction) -> float | int:
    return int(days) if days.denominator == 1 else round(float(days), 2)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
