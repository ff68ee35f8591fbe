"""Growing: more work than was agreed, counted against the baseline in force; work that was only divided is none."""
from collections.abc import Iterator

from records.figures.base import Rows, rounded
from records.figures.scope import scope_growth
from records.rules.base import Finding, Thresholds, rule

SOME, MUCH = 10, 25                             # percent of the tasks that were agreed


@rule("scope", reads=(scope_growth,), clause="Scope that grows by more than 10 % needs a change request; by more than 25 % a new baseline.")
def growing(rows: Rows, thresholds: Thresholds) -> Iterator[Finding]:  # noqa: ARG001
    more = rows[scope_growth]
    if more.number is not None and more.number > SOME:
        yield Finding("red" if more.number > MUCH else "amber", f"The scope grew by {rounded(more.number)} %: {more.how}.", more.keys)
