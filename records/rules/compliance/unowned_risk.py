"""Unowned risk: nobody minds it; the severe ones colour the project, these are put right in the register."""
from collections.abc import Iterator

from records.figures.base import Rows, counted
from records.kinds import Risk
from records.rules.base import Finding, Thresholds, rule


@rule("risk", needs={Risk: ("key", "status", "owner_id")}, clause="Every risk has one owner.")
def unowned_risk(rows: Rows, thresholds: Thresholds) -> Iterator[Finding]:  # noqa: ARG001
    bare = tuple(r.key for r in rows[Risk] if r.status != "closed" and r.owner_id is None)
    if bare:
        yield Finding("amber", f"Nobody owns {counted(len(bare), 'open risk')}.", bare)
