"""Missed communication: somebody was promised word by a day that has passed."""
from collections.abc import Iterator

from records.figures.base import Rows
from records.kinds import Communication
from records.rules.base import Finding, Thresholds, rule


@rule("stakeholders", needs={Communication: ("key", "title", "audience", "next_due", "sender_id")},
      clause="Those whom the communications plan names hear by the day it names.")
def missed_communication(rows: Rows, thresholds: Thresholds) -> Iterator[Finding]:  # noqa: ARG001
    for c in rows[Communication]:
        if c.next_due and c.next_due < rows.today and "report" not in c.title.lower():
            to = f" to {c.audience}" if c.audience else ""
            yield Finding("amber", f"“{c.title}”{to} was due on {c.next_due:%-d %b %Y}.", (c.key,), who=c.sender_id)
