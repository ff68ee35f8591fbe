"""Figures over days to come: the book of these days, what is said of them, and a figure of people week by week."""
from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal
import re

from language.dates import Period
from records.computing import Book
from records.figures.allocation import hours_available
from records.figures.base import Figure, brief, counted, rounded
from records.figures.delivery.capacity import weeks
from records.figures.delivery.wanting import spoken
from records.figures.free_time import hours_wanted
from records.figures.workload import load
from records.kinds.base import Record
from reports.blocks import Block, Table, Text
from reports.telling import NONE, few
from tools.desk import Desk
from tools.desk.conditions import Having, figure_named
from tools.desk.values import PART_OF_DAY

BY_WEEK = re.compile(r"(?P<f>.+?) (?:by|per|each|for each) week$", re.I)
OPS = {"before": "below", "after": "above"}
UNITS = {"%": " %", "hours": " h"}
FULL, MOST, WEEKS = 100, 4, timedelta(weeks=8)
RATIOS = {load: (hours_wanted, hours_available)}


def over(desk: Desk, book: Book, figures: Sequence[Figure], said: str) -> tuple[Book, tuple[Text, ...]]:
    """The book over the days that are said, and what must be said where none of the figures looks ahead."""
    if not said:
        return book, ()
    days = _days(desk, figures, said)
    aside = () if any(f.is_over_days for f in figures) else (Text(f"The {' and '.join(f.title for f in figures)} is of now and not {spoken(days)}."),)
    hour = (Text(f"I count whole days, so this is of all the day and not only of “{part[0].strip()}”."),) if (part := PART_OF_DAY.search(said)) else ()
    return book.over(days), (*aside, *hour)


def lead(desk: Desk, figures: Sequence[Figure], having: Sequence[Having], said: str) -> tuple[Text, ...]:
    """The days that a list is computed over and what it is narrowed to, to stand above it."""
    asked = [f.title + next((f" {OPS.get(h.op, h.op)} {h.number:f}{UNITS.get(f.unit, '')}" for h in having if h.figure is f), "")
             for f in figures if f.is_over_days]
    told = " and ".join(asked)
    return (Text(f"{told[0].upper()}{told[1:]}, {spoken(_days(desk, figures, said))}:"),) if said and told else ()


def _days(desk: Desk, figures: Sequence[Figure], said: str) -> Period:
    """The days that are meant, gone by where the figures look back."""
    looks_back = [f.looks_back for f in figures if f.is_over_days]
    return desk.days_back(said) if looks_back and all(looks_back) else desk.days_ahead(said)


def by_week(kind: type[Record], said: str) -> Figure | None:
    """ "Load by week": the figure that is wanted for each week; None where none that looks ahead is named."""
    m = BY_WEEK.fullmatch(said.strip())
    return next((f for f in RATIOS if m and f.of is kind and f is figure_named(m["f"])), None)


def told_by_week(desk: Desk, people: Sequence[Record], figure: Figure, said: str) -> tuple[Block, ...]:
    """Of each week what is wanted of all together, of how many hours, and of whom more than there is; the fullest are named first."""
    days = desk.days_ahead(said) if said else Period(desk.today, desk.today - timedelta(days=desk.today.weekday() + 1) + WEEKS)
    book, above, below = desk.book(*people), *RATIOS[figure]
    found = []
    for week in weeks(desk.today, days):
        own = book.over(Period(week.first, week.last))
        over_ = sorted(((n, p) for p in people if (n := own.value(p, figure).number) is not None and n > FULL), key=lambda each: -each[0])
        wants, has = (sum((own.value(p, f).number or Decimal(0) for p in people), Decimal(0)) for f in (above, below))
        found.append((week, wants, has, over_))
    rows = tuple((week.called, f"{brief(wants)} h", f"{brief(has)} h", f"{rounded(100 * wants / has)} %" if has else NONE,
                  few([f"{_named(p)} {rounded(n)} %" for n, p in over_], MOST) or NONE) for week, wants, has, over_ in found)
    full = [f"{week.called} ({few([_named(p) for _, p in over_], MOST)})" for week, *_, over_ in found if over_]
    said_ = f"More is wanted of somebody than there is in {counted(len(full), 'week')} of {len(found)}, {spoken(days)}: {'; '.join(full)}." if full else (
        f"Of nobody more is wanted than there is {spoken(days)}.")
    return (Text(said_), Table(f"{figure.title.capitalize()} by week", ("week", "wanted", "to work", figure.title, f"above {FULL} %"), rows))


def _named(row: Record) -> str:
    return str(getattr(row, "name", row.key))
