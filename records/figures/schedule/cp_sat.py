"""The exact levelling, as a program of its own: a problem as JSON comes in, its plan as JSON goes out.

OR-tools and HiGHS each bring their own build of one library, so that a process that has loaded the one cannot load the other.
"""
from importlib import import_module
import json
import sys
from typing import Any


def solve(told: dict[str, Any]) -> dict[str, Any]:
    """The shortest plan found in the time given, a length that none undercuts, and whether it is proven."""
    cp_model: Any = import_module("ortools.sat.python.cp_model")
    model, durations, known = cp_model.CpModel(), told["durations"], told["known"]
    most = max(s + d for s, d in zip(known, durations, strict=True))
    starts = [model.new_int_var(first, most, f"s{n}") for n, first in enumerate(told["earliest"])]
    spans = [model.new_interval_var(s, d, s + d, f"i{n}") for n, (s, d) in enumerate(zip(starts, durations, strict=True))]
    for before, after, apart in told["ties"]:
        model.add(starts[after] >= starts[before] + apart)
    for resource, capacity in enumerate(told["capacities"]):
        using = [(spans[n], amount) for n, demand in enumerate(told["demands"]) for of, amount in demand if of == resource]
        if using:
            using += [(model.new_fixed_size_interval_var(*span, "less"), less) for *span, less in gaps(capacity, most)]
            model.add_cumulative([span for span, _ in using], [amount for _, amount in using], max(capacity))
    end = model.new_int_var(0, most, "end")
    model.add_max_equality(end, [s + d for s, d in zip(starts, durations, strict=True)])
    model.minimize(end)
    for variable, start in zip(starts, known, strict=True):
        model.add_hint(variable, start)
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds, solver.parameters.num_workers, solver.parameters.random_seed = told["seconds"], 1, 1
    status = solver.solve(model)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return {"starts": known, "least": 0, "is_proven": False}
    return {"starts": [solver.value(s) for s in starts], "least": round(solver.best_objective_bound), "is_proven": status == cp_model.OPTIMAL}


def gaps(capacity: list[int], end: int) -> list[tuple[int, int, int]]:
    """Where there is less than at best: from when, how long, by how much. After the last period it stays as it is."""
    most = max(capacity)
    found = [(period, 1, most - left) for period, left in enumerate(capacity) if left < most]
    return [*found, (len(capacity), end, most - capacity[-1])] if capacity[-1] < most else found


if __name__ == "__main__":
    json.dump(solve(json.load(sys.stdin)), sys.stdout)
