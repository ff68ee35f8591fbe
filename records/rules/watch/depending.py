"""Depending: something is needed from others by a day that they will not keep, or have not promised."""
from collections.abc import Iterator
from datetime import timedelta

from records.figures.base import Rows, counted
from records.kinds import Dependency
from records.rules.base import Finding, Threat, Thresholds, rule

SOON = timedelta(days=42)


@rule("schedule", needs={Dependency: ("key", "title", "direction", "party", "needed_by", "promised_for", "confidence", "effect", "next_step", "status",
                                      "owner_id")},
      clause="What a project needs from others is promised for the day it is needed.")
def depending(rows: Rows, thresholds: Thresholds) -> Iterator[Finding]:  # noqa: ARG001
    for d in rows[Dependency]:
        if d.direction != "get" or d.status not in ("open", "agreed") or d.needed_by is None or (why := _why(d, rows)) is None:
            continue
        party = d.party or "the others"
        yield Finding("red" if d.needed_by < rows.today else "amber", f"“{d.title}” is needed by {d.needed_by:%-d %b %Y}; {why}.", (d.key,), who=d.owner_id,
                      threat=Threat(
            d.key, f"“{d.title}” is needed from {party} by {d.needed_by:%-d %b %Y}, and {why}.", f"{party} delivers too late",
            d.effect or "The work that needs it waits.", "supplier", 4, 3, d.next_step or "Agree a day, and what happens when it passes."))


def _why(d: Dependency, rows: Rows) -> str | None:
    assert d.needed_by is not None  # noqa: S101 - the caller looked
    if d.needed_by < rows.today:
        return f"it is {counted((rows.today - d.needed_by).days, 'day')} late"
    if d.promised_for and d.promised_for > d.needed_by:
        return f"it is promised for {d.promised_for:%-d %b %Y}, {counted((d.promised_for - d.needed_by).days, 'day')} later"
    if d.needed_by <= rows.today + SOON and (d.promised_for is None or d.confidence == "low"):
        return "nobody promised a day" if d.promised_for is None else "there is little confidence in the promise"
    return None
