"""Going stale: work that is said to be under way, and nobody touched its record for weeks."""
from collections.abc import Iterator
from datetime import timedelta

from records.figures.base import Rows, counted
from records.kinds import Comment, Project, Task, TimeEntry
from records.rules.base import Finding, Threat, Thresholds, rule

UNTOUCHED = timedelta(days=21)
FEW = 3


@rule("schedule", needs={Project: ("key", "phase"), Task: ("id", "key", "title", "status", "due", "owner_id"), TimeEntry: ("key", "task_id", "on"),
                         Comment: ("id", "key", "about")}, written=(Task, Comment),
      clause="Work under way is brought up to date at least every three weeks.")
def going_stale(rows: Rows, thresholds: Thresholds) -> Iterator[Finding]:  # noqa: ARG001
    (project,), since = rows[Project], rows.today - UNTOUCHED
    if project.phase != "in delivery":
        return
    booked = {e.task_id for e in rows[TimeEntry] if e.on > since}
    talked = {c.about for c in rows[Comment] if rows.written(Comment, c)[1] > since}
    if not booked and not talked and all(rows.written(Task, t)[1] <= since for t in rows[Task]):
        return                                  # the whole project is silent, which is said once
    still = [t for t in rows[Task] if t.status == "in progress" and rows.written(Task, t)[1] <= since and t.id not in booked and t.key not in talked]
    if still:
        named = ", ".join(f"“{t.title}”" for t in still[:FEW]) + (f" and {len(still) - FEW} more" if len(still) > FEW else "")
        oldest = min(rows.written(Task, t)[1] for t in still)
        since_when = f"{oldest:%-d %b %Y}" + (" or later" if len(still) > 1 else "")
        yield Finding("amber", f"{counted(len(still), 'task')} under way without a word since {since_when}: {named}.",
                      tuple(t.key for t in still), who=still[0].owner_id, threat=Threat(
            still[0].key, f"{named} {'is' if len(still) == 1 else 'are'} said to be under way, and nothing was written, booked or said for three weeks.",
            f"Work on {named} has stopped without anybody saying so", "What follows it starts late.", "schedule", 3, 2,
            "Ask the owner for the real state, or give the work to somebody else."))
