"""Being blocked: a task waits for something and says for what. A critical one is a danger once the days it is given are over."""
from collections.abc import Iterator

from records.figures.base import Rows
from records.kinds import Calendar, Office, Task
from records.rules.base import Finding, Thresholds, rule
from records.working_time import working_time

GRACE = 5                                   # working days, counted from the last word about the task: a file that was read in is one


@rule("schedule", needs={Task: ("id", "key", "title", "status", "priority", "blocked_by"), Office: ("key", "calendar_id"),
                         Calendar: ("id", "key", "workdays", "days_off", "hours")}, written=(Task,),
      clause="A blocked task is cleared or escalated within five working days.")
def being_blocked(rows: Rows, thresholds: Thresholds) -> Iterator[Finding]:  # noqa: ARG001
    stuck = [t for t in rows[Task] if t.status == "blocked"]
    last_day = working_time(rows[Office], rows[Calendar]).days.add(rows.today, -GRACE) if stuck else rows.today
    for t in stuck:
        why = f": {t.blocked_by.rstrip('.')}" if t.blocked_by else ""
        is_danger = t.priority == "critical" and rows.written(Task, t)[1] < last_day
        yield Finding("red" if is_danger else "amber", f"“{t.title}” is blocked{why}.", (t.key,))
