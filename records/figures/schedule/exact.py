"""Levelling to the proven optimum with CP-SAT of OR-tools, where that is installed (the extra `exact`)."""
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from records.errors import BadInput
from records.figures.schedule.levelling import Problem, length, levelled


@dataclass(frozen=True)
class Solved:
    """The starts, and a length that no plan undercuts; the plan is proven to be the shortest where it has that length."""
    starts: tuple[int, ...]
    least: int
    is_proven: bool


def is_installed() -> bool:
    return find_spec("ortools") is not None


def solved(problem: Problem, seconds: float = 10) -> Solved:
    """The shortest plan found in this time, at worst that of the heuristic. Raises BadInput where the extra is not installed."""
    if not is_installed():
        raise BadInput("Exact levelling needs OR-tools: pip install 'project-assistant[exact]'.")
    cp_model: Any = import_module("ortools.sat.python.cp_model")        # it takes a third of a second, and may not be there
    known = levelled(problem)
    most = length(problem, known)
    model = cp_model.CpModel()
    first = problem.earliest or (0,) * len(known)
    starts = [model.new_int_var(first[n], most, f"s{n}") for n in range(len(known))]
    spans = [model.new_interval_var(s, d, s + d, f"i{n}") for n, (s, d) in enumerate(zip(starts, problem.durations, strict=True))]
    for before, after, apart in problem.ties:
        model.add(starts[after] >= starts[before] + apart)
    for resource, capacity in enumerate(problem.capacities):
        _limit(model, problem, spans, resource, capacity)
    end = model.new_int_var(0, most, "end")
    model.add_max_equality(end, [s + d for s, d in zip(starts, problem.durations, strict=True)] or [0])
    model.minimize(end)
    for variable, start in zip(starts, known, strict=True):
        model.add_hint(variable, start)
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds, solver.parameters.num_workers, solver.parameters.random_seed = seconds, 1, 1
    status = solver.solve(model)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return Solved(known, 0, is_proven=False)
    return Solved(tuple(solver.value(s) for s in starts), round(solver.best_objective_bound), status == cp_model.OPTIMAL)


def _limit(model: Any, problem: Problem, spans: list[Any], resource: int, capacity: tuple[int, ...]) -> None:
    """Where there is less than at best for a time, something else uses the difference."""
    most = max(capacity)
    using = [(spans[n], amount) for n, demand in enumerate(problem.demands) for of, amount in demand if of == resource]
    taken = [(model.new_fixed_size_interval_var(period, 1, f"c{resource}-{period}"), most - left) for period, left in enumerate(capacity) if left < most]
    if capacity[-1] < most:
        long = sum(problem.durations) + len(capacity) + max((abs(apart) for *_, apart in problem.ties), default=0)
        taken.append((model.new_fixed_size_interval_var(len(capacity), long, f"c{resource}"), most - capacity[-1]))
    if using:
        model.add_cumulative([span for span, _ in (*using, *taken)], [amount for _, amount in (*using, *taken)], most)
