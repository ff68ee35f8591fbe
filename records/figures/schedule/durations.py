"""How long a task takes, in ticks of its calendar: its working days from start to due date, else its hours by the hours that are worked on it a day."""
from collections.abc import Mapping
from datetime import date

from records.figures.schedule.axis import DAY, begin_of, end_of
from records.figures.schedule.calendars import Worked
from records.kinds import Task

Weekly = Mapping[int | None, float]       # hours a week that are allocated to a task, by its id
BEGUN = ("in progress", "in review")


def duration(task: Task, worked: Worked, weekly: Weekly) -> int | None:
    """The whole of it; None where neither both dates nor hours say."""
    if task.start and task.due:
        length = worked.axis.position(end_of(task.due)) - worked.axis.position(begin_of(task.start))
        if length > 0:
            return length
    return None if task.hours is None else _ticks(task.hours, task, worked, weekly)


def has_begun(task: Task) -> bool:
    return task.began_on is not None or task.progress > 0 or task.status in BEGUN


def is_unsaid(task: Task) -> bool:
    """Whether a task has begun and nobody said how far it is: no progress, and no hours that are left."""
    return has_begun(task) and task.status != "done" and not task.progress and task.remaining is None


def begun_on(task: Task, today: date) -> date:
    """The day on which a task that has begun did so; where nobody noted it, as it was planned."""
    return min(task.began_on or task.start or today, today)


def left(task: Task, whole: int, worked: Worked, weekly: Weekly, today: date) -> int:
    """What is left of a task that has begun: by its remaining hours where somebody said them, else by its progress. Where nobody said anything it is taken
    to go as planned, and for half done at most (the 50/50 rule, PMI's Practice Standard for Earned Value Management)."""
    if is_unsaid(task):
        gone = worked.axis.position(begin_of(today)) - worked.axis.position(begin_of(begun_on(task, today)))
        return max(whole - gone, -(-whole // 2))
    if task.remaining is None:
        return whole * (100 - task.progress) // 100
    if task.hours:
        return round(whole * min(task.remaining / task.hours, 1))
    return _ticks(task.remaining, task, worked, weekly)


def _ticks(hours: float, task: Task, worked: Worked, weekly: Weekly) -> int:
    allocated = weekly.get(task.id) if task.id is not None else None
    daily = allocated / len(worked.axis.weekdays) if allocated else worked.hours
    return round(hours / daily * DAY)
