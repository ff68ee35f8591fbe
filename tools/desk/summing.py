"""Figures over many records: a sum in each currency, a mean, and an index as the ratio of the sums it is made of."""
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
import re

from records.computing import Book
from records.errors import BadInput
from records.figures import FIGURES
from records.figures.base import Figure, cell, counted, rounded, whole
from records.figures.earned_value import ac, bac, cpi, ev, pv, spi
from records.kinds.base import Record, split
from records.kinds.project import ENDED
from reports.blocks import Block, Table, Text
from reports.telling import day

SAID = re.compile(r"(?P<how>total|sum|average|mean)(?: of)?(?: the)? (?P<f>.+)", re.I)
RATIOS = {cpi: (ev, ac), spi: (ev, pv)}
ADDED = ("money", "hours", "points", "count")               # a sum of percents, dates or indices says nothing


def figure_total(kind: type[Record], said: str) -> tuple[Figure, bool] | None:
    """ "Total NPV", "average CPI": the figure, and whether its mean is wanted; None where no figure of the kind is named."""
    m = SAID.fullmatch(said.strip())
    named = m["f"].lower().replace("_", " ") if m else ""
    known = (f for f in FIGURES if f.of is kind and named in (f.name.replace("_", " "), f.title.lower(), *(a.lower() for a in split(f.also))))
    figure = next(known, None)
    return (figure, m["how"].lower() in ("average", "mean")) if m and figure else None


def told_in_all(book: Book, rows: Sequence[Record], figure: Figure,
                is_mean: bool, today: date) -> tuple[Block, ...]:  # noqa: FBT001 - one of two ways to add up
    """The sentence, and each record's own below it; what cannot be computed is named and is not counted as nothing."""
    known = [(row, n) for row in rows if (n := book.value(row, figure).number) is not None]
    if not known:
        why = book.value(rows[0], figure).how if rows else "there is none that you may see"
        return (Text(f"The {figure.title} of all together is not computable: {why}."),)
    said = _ratio(book, rows, figure) if figure in RATIOS else " ".join(
        _sum(figure, [each for each in known if _currency(each[0]) == currency], currency, is_mean)
        for currency in sorted({_currency(row) for row, _ in known}))
    keys = tuple(row.key for row, _ in sorted(known, key=lambda each: -each[1]))
    by_key = {row.key: row for row, _ in known}
    cells = tuple((key, str(getattr(by_key[key], "name", "")), cell(figure, book.value(by_key[key], figure), _currency(by_key[key])),
                   book.value(by_key[key], figure).how) for key in keys)
    left = ", ".join(row.key for row in rows if row.key not in keys)
    note = f"Not computable for {left}{' alone' if figure in RATIOS else ''}." if left else ""
    title = f"{figure.head} of {_many(figure, len(known))}"
    return (Text(f"{said} As of {day(today)}."), Table(title, ("record", "name", figure.head, "how"), cells, keys, note))


def _set(figure: Figure, rows: Sequence[Record]) -> str:
    """How many records a sum is of, and of projects how many of them are open, as other sums are of the open ones alone."""
    over = sum(getattr(row, "phase", "") in ENDED for row in rows)
    return _many(figure, len(rows)) + (f" ({len(rows) - over} open, {over} ended)" if over else "")


def _many(figure: Figure, number: int) -> str:
    return counted(number, figure.of.kind.one, figure.of.kind.many)


def _sum(figure: Figure, known: Sequence[tuple[Record, Decimal]], currency: str, is_mean: bool) -> str:  # noqa: FBT001
    numbers, of = [n for _, n in known], _set(figure, [row for row, _ in known])
    mean, total = sum(numbers, Decimal(0)) / len(numbers), sum(numbers, Decimal(0))
    if figure.unit not in ADDED:
        if figure.unit == "date":
            raise BadInput(f"The {figure.title} is a day, and days cannot be added up; ask for each.")
        said = f"The {figure.title} of {of} is {rounded(mean, 2)} on average"
        return f"{said}, each counted the same; it is no number that can be added up."
    unit = currency if figure.unit == "money" else "h" if figure.unit == "hours" else ""
    both = [f"{whole(total)} {unit}".rstrip() + " in all", f"{rounded(mean, 0 if figure.unit == 'money' else 1)} {unit}".rstrip() + " on average"]
    live = [n for row, n in known if getattr(row, "phase", "") not in ENDED]
    alone = f" Of the {len(live)} open alone: {whole(sum(live, Decimal(0)))} {unit}".rstrip() + "." if 0 < len(live) < len(known) else ""
    return f"{figure.title[0].upper()}{figure.title[1:]} of {of}: {', '.join(both[::-1] if is_mean else both)}.{alone}"


def _ratio(book: Book, rows: Sequence[Record], figure: Figure) -> str:
    """An index of many is no mean of indices: it is what was earned in all over what was spent, or planned, in all."""
    above, below = RATIOS[figure]
    both = [(a, b, row) for row in rows
            if (a := book.value(row, above).number) is not None and (b := book.value(row, below).number) is not None and book.value(row, bac).number]
    said = []
    for currency in sorted({_currency(row) for *_, row in both}):
        own = [each for each in both if _currency(each[-1]) == currency]
        a, b = sum((x for x, *_ in own), Decimal(0)), sum((y for _, y, _ in own), Decimal(0))
        said.append(f"{figure.title} of {_set(figure, [row for *_, row in own])} together: {rounded(a / b, 2)}, as the sum of their {above.title}, {whole(a)} "
                    f"{currency}, over the sum of their {below.title}, {whole(b)} {currency}; it is no mean of the {figure.title} of each." if b else "")
    return " ".join(filter(None, said)) or f"The {figure.title} of all together is not computable."


def _currency(row: Record) -> str:
    return str(getattr(row, "currency", ""))
