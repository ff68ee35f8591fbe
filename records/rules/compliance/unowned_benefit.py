"""Unowned benefit: nobody answers for it."""
from collections.abc import Iterator

from records.figures.base import Rows
from records.kinds import Benefit
from records.rules.base import Finding, Thresholds, rule


@rule("benefits", needs={Benefit: ("key", "title", "owner_id")}, clause="Every benefit has one named owner.")
def unowned_benefit(rows: Rows, thresholds: Thresholds) -> Iterator[Finding]:  # noqa: ARG001
    for b in rows[Benefit]:
        if b.owner_id is None:
            yield Finding("amber", f"Nobody owns the benefit “{b.title}”.", (b.key,))
