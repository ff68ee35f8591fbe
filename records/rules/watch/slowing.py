"""Slowing: at the pace of the last weeks the work before a milestone takes longer than there is time."""
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from records.figures.base import Rows, brief, counted
from records.kinds import Milestone, Project, Task
from records.kinds.task import ENDED
from records.rules.base import Finding, Threat, Thresholds, rule

LOOKS_BACK, LOOKS_AHEAD = timedelta(weeks=8), timedelta(weeks=8)
SLACK = Decimal("1.25")                         # how far work may exceed the pace before it is said
LEAST_DONE = 3                                  # tasks; of fewer no pace can be told
WEEK = 7


@rule("schedule", needs={Project: ("key", "phase"), Task: ("key", "status", "due", "hours", "progress", "done_on"),
                         Milestone: ("key", "title", "planned", "forecast", "actual", "tolerance_days", "owner_id")},
      clause="A milestone that the pace of the work cannot reach is said before it is missed.")
def slowing(rows: Rows, thresholds: Thresholds) -> Iterator[Finding]:  # noqa: ARG001
    (project,), today = rows[Project], rows.today
    done = [t for t in rows[Task] if t.status == "done" and t.hours and t.done_on and today - LOOKS_BACK < t.done_on <= today]
    if project.phase != "in delivery" or len(done) < LEAST_DONE:
        return
    pace = _hours(t.hours for t in done) / (LOOKS_BACK.days // WEEK)
    near = [m for m in rows[Milestone] if m.actual is None and today < (m.forecast or m.planned) <= today + LOOKS_AHEAD]
    for m in sorted(near, key=lambda m: m.forecast or m.planned):
        expected = m.forecast or m.planned
        before = [t for t in rows[Task] if t.status not in ENDED and t.hours and t.due and t.due <= expected]
        left = sum((Decimal(str(t.hours)) * (100 - t.progress) / 100 for t in before), Decimal(0))
        if left > SLACK * pace * _weeks(today, expected) + pace * m.tolerance_days / WEEK:
            said = (f"{brief(left)} h of work are due before “{m.title}” on {expected:%-d %b %Y}; at {brief(pace)} h a week, the pace of the last eight, "
                    f"that takes {brief(left / pace)} weeks, and {brief(_weeks(today, expected))} are left.")
            yield Finding("amber", said, (m.key, *(t.key for t in before)), who=m.owner_id, threat=Threat(
                m.key, f"The team does {brief(pace)} h a week, and {counted(len(before), 'task')} with {brief(left)} h are due before the milestone.",
                f"“{m.title}” is missed", f"It comes about {brief(left / pace - _weeks(today, expected))} weeks late.", "schedule", 4, 3,
                "Move or drop work that the milestone does not need, or add hands to it."))
            return


def _hours(hours: "Iterator[float | None]") -> Decimal:
    return sum((Decimal(str(h)) for h in hours if h), Decimal(0))


def _weeks(today: date, until: date) -> Decimal:
    return Decimal((until - today).days) / WEEK
