"""Planned work: spans of time with a weight, and how much of them the plan wants done by a day. Not a figure: what progress and earned value share."""
from collections import Counter
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from records.figures.base import brief

Weighed = Literal["h", "points", "tasks"]
Span = tuple[date | None, date | None, float]        # start, end and weight of one task as the plan has it
LEAST_DATED = Decimal("0.5")        # of the work must have a date, or a plan to date would be a guess


def planned_by(spans: Iterable[Span], day: date) -> Decimal:
    """Nothing of a task before its start, all of it by its end, evenly in between by calendar days; without a start, all on the last day."""
    whole: Counter[float] = Counter()
    part = Decimal(0)
    for start, end, weight in spans:
        if end is None:
            continue
        if end <= day:
            whole[weight] += 1
        elif start is not None and start <= day:
            part += exact(weight) * ((day - start).days + 1) / ((end - start).days + 1)
    return summed(whole) + part


def summed(weights: Counter[float]) -> Decimal:
    """The sum of many weights, of which the same few come again and again."""
    return sum((exact(weight) * n for weight, n in weights.items()), Decimal(0))


@lru_cache(maxsize=4096)
def exact(number: float) -> Decimal:
    """A float as it is written."""
    return Decimal(str(number))


def weighed(amount: Decimal, by: Weighed) -> str:
    """ “40 h”, “1 point”, “3 tasks”."""
    return f"{brief(amount)} {by if amount != 1 else by.removesuffix('s')}"
