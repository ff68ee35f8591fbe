"""Why a project is in a choice or not, and what it would take; and why there may be no choice at all."""
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from records.figures.base import rounded, whole
from records.figures.portfolio.selecting import Candidate, Chosen, choose, use
from tools.desk.selecting.candidates import Field, amount, must_use, names

FEW = 25                             # candidates up to which each is tried the other way round


def why(field: Field, found: Chosen, candidate: Candidate) -> str:
    return "; ".join(_why_in(field, found, candidate) if candidate.key in found.keys else _why_out(field, found, candidate))


def _why_in(field: Field, found: Chosen, candidate: Candidate) -> Iterator[str]:
    if candidate.must:
        yield "must be done" if field.projects[candidate.key].phase != "closing" else "is closing already"
    if by := [a for a, b in field.limits.needs if b == candidate.key and a in found.keys]:
        yield f"{names(by, field.projects)} needs it"
    if not candidate.must and len(field.candidates) <= FEW:
        without = choose([c for c in field.candidates if c.key != candidate.key], field.limits)
        if without is not None:
            instead = without.keys - found.keys
            yield f"without it the best is {_points(field, found.worth - without.worth)} less" + (f", with {names(instead, field.projects)}" if instead else "")


def _why_out(field: Field, found: Chosen, candidate: Candidate) -> Iterator[str]:
    if rival := [b if a == candidate.key else a for a, b in field.limits.excludes if candidate.key in (a, b) and (a in found.keys or b in found.keys)]:
        yield f"{names(rival, field.projects)} is in and rules it out"
    if lacking := [b for a, b in field.limits.needs if a == candidate.key and b not in found.keys]:
        yield f"needs {names(lacking, field.projects)}, which is out"
    short = {thing: over for thing, most in field.limits.most.items()
             if (over := use(field.candidates, found.keys, thing) + candidate.uses.get(thing, Decimal(0)) - most) > 0 and candidate.uses.get(thing)}
    for thing, over in short.items():
        yield f"{thing}: {amount(thing, over, field.currency)} more would be needed beside the others"
    if candidate.worth <= 0:
        yield f"is worth {_points(field, candidate.worth)}, which lowers the whole"
    if len(field.candidates) <= FEW:
        forced = choose([replace(c, must=c.must or c.key == candidate.key) for c in field.candidates], field.limits)
        if forced is None:
            yield "cannot be done within these limits at all"
        elif gone := found.keys - forced.keys:
            yield f"it would push out {names(gone, field.projects)} and cost {_points(field, found.worth - forced.worth)}"


def impossible(field: Field) -> str:
    """What of that which must be done does not fit together."""
    must = [c.key for c in field.candidates if c.must]
    for thing, most in field.limits.most.items():
        if (used := must_use(field.candidates, thing)) > most:
            takes = f"{amount(thing, used, field.currency)} of {amount(thing, most, field.currency)} {thing}"
            return f"{names(must, field.projects)} must be done and alone take {takes}"
    for a, b in field.limits.excludes:
        if a in must and b in must:
            return f"{names((a, b), field.projects)} must both be done, and rule each other out"
    return f"{names(must, field.projects)} must be done, and what they need does not fit into the limits"


def _points(field: Field, number: Decimal) -> str:
    return f"{whole(number)} {field.currency}" if field.measure == "NPV" else f"{rounded(number, 2)} points"
