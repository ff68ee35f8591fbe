"""Scales: where an amount or a day stands in a picture, and the round ones that are written beside it."""
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from math import floor, log10

STEPS = (1, 2, 2.5, 5, 10)
MONTHS, MOST_WEEKS, MOST_DAYS = (1, 2, 3, 6, 12, 24, 60, 120), 70, 14


@dataclass(frozen=True)
class Scale:
    """From amounts to places; `start` may lie behind `end`, as heights do."""
    low: float
    high: float
    start: float
    end: float

    def __call__(self, amount: float) -> float:
        return self.start + (amount - self.low) / (self.high - self.low or 1) * (self.end - self.start)


def ticks(low: float, high: float, most: int = 5) -> list[float]:
    """Round amounts from below the lowest to above the highest."""
    span = (high - low) or abs(high) or 1
    size = 10 ** floor(log10(span / most))
    step = next(s * size for s in STEPS if span / (s * size) <= most)
    first = floor(low / step) * step or (-step if low < 0 else 0.0)      # an amount too small to be divided is still below zero
    found = [first]
    while found[-1] < high - step * 1e-9:
        found.append(found[-1] + step)
    return found if len(found) > 1 else [first, first + step]


def days(first: date, last: date, most: int = 8) -> list[tuple[date, str]]:
    """Days worth writing from the first to the last: each so many days, weeks or months, by what fits."""
    span = (last - first).days
    if span <= MOST_WEEKS:
        step = 1 if span <= MOST_DAYS and span <= most else 7 * max(1, -(-span // (7 * most)))
        start = first if step == 1 else first + timedelta(days=-first.weekday() % 7)
        return [(day, f"{day:%-d %b}") for n in range(span // step + 1) if (day := start + timedelta(days=n * step)) <= last]
    months = next((m for m in MONTHS if span / 30.44 / m <= most), MONTHS[-1])
    return [(day, f"{day:%b %Y}" if day.month == 1 or day is first else f"{day:%b}") if months < 12 else (day, f"{day:%Y}")  # noqa: PLR2004 - a year of months
            for day in _firsts(first, last, months)]


def _firsts(first: date, last: date, months: int) -> Iterator[date]:
    """The first days of every so many months, counted within the year."""
    number = first.year * 12 + first.month - (1 if first.day == 1 else 0)
    number += -number % months
    while (day := date(number // 12, number % 12 + 1, 1)) <= last:
        yield day
        number += months
