"""Effort: the hours that are left of a task, as its owner says, else by its estimate and progress."""
from decimal import Decimal

from records.figures.delivery.planning import exact
from records.kinds import Task


def hours_left(task: Task) -> Decimal:
    if task.remaining is not None:
        return exact(task.remaining)
    return exact(task.hours or 0) * (100 - task.progress) / 100


def is_estimated(task: Task) -> bool:
    return task.hours is not None or task.remaining is not None
