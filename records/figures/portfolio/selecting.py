"""Which projects to do together: the greatest worth under limits of money and people, with what must be, needs and rules out each other.

Exact by HiGHS, a branch-and-cut solver. Up to `EXACT` candidates the choice is proven best; beyond, it is proven to be within `NEAR` of the best.
"""
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import chain

import highspy

EXACT = 40
NEAR = 0.002
SECONDS = 5.0                                   # a search that nobody should wait for longer
HALF = 0.5
SPARE = Decimal("1e-7")                         # the solver counts in floats: should it pass a limit by a cent, so much is kept free of it
# None of these changes what is best; together they halve the time for a few hundred candidates.
OPTIONS: Mapping[str, bool | int | float] = {
    "output_flag": False, "threads": 1, "time_limit": SECONDS, "mip_abs_gap": 1e-9, "mip_feasibility_tolerance": 1e-9, "primal_feasibility_tolerance": 1e-9,
    "mip_allow_restart": False, "mip_heuristic_effort": 0.0, "mip_detect_symmetry": False, "mip_allow_cut_separation_at_nodes": False,
    "mip_heuristic_run_feasibility_jump": False}


@dataclass(frozen=True)
class Candidate:
    """A project as the choice sees it: its worth, and how much it uses of each limited thing, such as “money of 2027” or “developer”."""
    key: str
    worth: Decimal
    uses: Mapping[str, Decimal] = field(default_factory=dict)
    must: bool = False


@dataclass(frozen=True)
class Limits:
    """What there is of each thing; `needs` (a, b): a only with b; `excludes` (a, b): not both."""
    most: Mapping[str, Decimal] = field(default_factory=dict)
    needs: tuple[tuple[str, str], ...] = ()
    excludes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Chosen:
    """The keys that are done together and their worth; `gap`: by which share the best possible could at most be better."""
    keys: frozenset[str]
    worth: Decimal
    gap: float = 0.0


def choose(candidates: Sequence[Candidate], limits: Limits) -> Chosen | None:
    """The best choice there is, or None when the limits cannot hold what must be done."""
    if not candidates:
        return Chosen(frozenset(), Decimal(0))
    for spare in (Decimal(0), SPARE):
        held = replace(limits, most={thing: most * (1 - spare) for thing, most in limits.most.items()})
        found = _solved(candidates, held)
        if found is None or not broken(candidates, limits, found[0]):
            break
    return None if found is None else Chosen(found[0], _worth(candidates, found[0]), found[1])


def greedy(candidates: Sequence[Candidate], limits: Limits) -> Chosen | None:
    """What a plain list gives: what must be first, then by worth for its share of the limits, as far as it fits."""
    taken = frozenset(c.key for c in candidates if c.must)
    if broken(candidates, limits, taken):
        return None
    for c in sorted((c for c in candidates if c.key not in taken and c.worth > 0), key=lambda c: (-_rate(c, limits), c.key)):
        if not broken(candidates, limits, taken | {c.key}):
            taken |= {c.key}
    return Chosen(taken, _worth(candidates, taken))


def broken(candidates: Sequence[Candidate], limits: Limits, keys: Iterable[str]) -> str:
    """The first limit that a choice breaks, in a few words; nothing when it keeps them all."""
    taken = frozenset(keys)
    for thing, most in limits.most.items():
        if (used := use(candidates, taken, thing)) > most:
            return f"{thing}: {used} of {most}"
    for a, b in limits.needs:
        if a in taken and b not in taken:
            return f"{a} needs {b}"
    for a, b in limits.excludes:
        if a in taken and b in taken:
            return f"{a} rules out {b}"
    return next((f"{c.key} must be done" for c in candidates if c.must and c.key not in taken), "")


def use(candidates: Sequence[Candidate], keys: Iterable[str], thing: str) -> Decimal:
    taken = frozenset(keys)
    return sum((c.uses.get(thing, Decimal(0)) for c in candidates if c.key in taken), Decimal(0))


def _worth(candidates: Sequence[Candidate], keys: frozenset[str]) -> Decimal:
    return sum((c.worth for c in candidates if c.key in keys), Decimal(0))


def _rate(candidate: Candidate, limits: Limits) -> Decimal:
    shares = (candidate.uses.get(thing, Decimal(0)) / most for thing, most in limits.most.items() if most > 0)
    return candidate.worth / (sum(shares, Decimal(0)) + Decimal("1e-9"))


def _solved(candidates: Sequence[Candidate], limits: Limits) -> tuple[frozenset[str], float] | None:
    solver = highspy.Highs()  # type: ignore[no-untyped-call]  # its one function without types
    for name, value in OPTIONS.items():
        solver.setOptionValue(name, value)
    solver.setOptionValue("mip_rel_gap", 0.0 if len(candidates) <= EXACT else NEAR)
    solver.passModel(_model(candidates, limits))
    solver.run()
    found = solver.getInfo()
    if solver.getModelStatus() == highspy.HighsModelStatus.kInfeasible or found.primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
        return None
    taken = solver.getSolution().col_value
    return frozenset(c.key for c, x in zip(candidates, taken, strict=True) if x > HALF), max(0.0, found.mip_gap)


def _model(candidates: Sequence[Candidate], limits: Limits) -> highspy.HighsLp:
    """One yes or no for each candidate, one row for each limit; each row is measured in parts of its limit."""
    at = {c.key: n for n, c in enumerate(candidates)}
    rows: list[tuple[dict[int, float], float]] = []
    for thing, most in limits.most.items():
        scale = most if most > 0 else Decimal(1)
        rows.append(({n: float(c.uses[thing] / scale) for n, c in enumerate(candidates) if c.uses.get(thing)}, float(most / scale)))
    rows += [({at[a]: 1.0, at[b]: -1.0}, 0.0) for a, b in limits.needs if a in at and b in at]
    rows += [({at[a]: 1.0, at[b]: 1.0}, 1.0) for a, b in limits.excludes if a in at and b in at and a != b]
    missing = {a for a, b in limits.needs if a in at and b not in at}
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = len(candidates), len(rows)
    lp.sense_ = highspy.ObjSense.kMaximize
    top = max((abs(c.worth) for c in candidates), default=Decimal(0)) or Decimal(1)
    lp.col_cost_ = [float(c.worth / top) for c in candidates]
    lp.col_lower_ = [1.0 if c.must else 0.0 for c in candidates]
    lp.col_upper_ = [0.0 if c.key in missing else 1.0 for c in candidates]
    lp.integrality_ = [highspy.HighsVarType.kInteger] * len(candidates)
    lp.row_lower_, lp.row_upper_ = [-highspy.kHighsInf] * len(rows), [most for _, most in rows]
    matrix = lp.a_matrix_
    matrix.format_ = highspy.MatrixFormat.kRowwise
    matrix.start_ = [0, *_running(len(each) for each, _ in rows)]
    matrix.index_ = list(chain.from_iterable(each for each, _ in rows))
    matrix.value_ = list(chain.from_iterable(each.values() for each, _ in rows))
    return lp


def _running(lengths: Iterable[int]) -> list[int]:
    total, ends = 0, []
    for length in lengths:
        total += length
        ends.append(total)
    return ends
