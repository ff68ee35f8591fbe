"""Whether a gate may be passed by its criteria: what of them is met and what is not, in a sentence before the list."""
from collections.abc import Mapping, Sequence
from typing import cast

from records.kinds import Criterion
from records.kinds.base import Record
from reports.blocks import Text


def readiness(kind: type[Record], where: Mapping[str, str], found: Sequence[Record]) -> tuple[Text, ...]:
    """The sentence where all criteria of one gate are listed; nothing where they are another kind, or only some of them."""
    if kind is not Criterion or where.keys() - {"gate", "project"} or not found:
        return ()
    rows = cast("Sequence[Criterion]", found)
    if len({row.gate_id for row in rows}) != 1:
        return ()
    lacking = [f"{row.key} {row.title} ({row.status})" for row in rows if row.status not in ("met", "waived")]
    if not lacking:
        return (Text(f"By its criteria, yes: all {len(rows)} that are recorded for this gate are met or waived."),)
    return (Text(f"By its criteria, not yet: {len(rows) - len(lacking)} of {len(rows)} met. Missing: {'; '.join(lacking)}."),)
