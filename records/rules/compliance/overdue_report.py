"""Overdue report: a status report that the communications plan promises was not sent."""
from collections.abc import Iterator

from records.figures.base import Rows
from records.kinds import Communication
from records.rules.base import Finding, Thresholds, rule


@rule("stakeholders", needs={Communication: ("key", "title", "next_due", "sender_id")},
      clause="A status report is sent on the day the communications plan names.")
def overdue_report(rows: Rows, thresholds: Thresholds) -> Iterator[Finding]:  # noqa: ARG001
    for c in rows[Communication]:
        if c.next_due and c.next_due < rows.today and "report" in c.title.lower():
            yield Finding("amber", f"“{c.title}” was due on {c.next_due:%-d %b %Y}.", (c.key,), who=c.sender_id)
