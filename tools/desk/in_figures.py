"""What a figure comes to of the records of a list: told before it, with the day and, of money, the sum."""
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from records.computing import Book
from records.figures.base import Figure, Value, cell, counted
from records.kinds.base import Record
from reports.blocks import Text
from reports.telling import currency_of, day

MOST = 3


def figures_told(book: Book, rows: Sequence[Record], figure: Figure, of: int, today: date) -> tuple[Text, ...]:
    """The first of the rows with their figures, and of money what all of them come to; `of`: how many there are where only some were wanted, else 0."""
    known = [row for row in rows if book.value(row, figure).number is not None]
    if not known:
        return ()
    one, many = figure.of.kind.one, figure.of.kind.many
    title = f"{figure.head[0].upper()}{figure.head[1:]}"
    number = f"{len(rows)} of {counted(of, one, many)}" if of else counted(len(known), one, many)
    title_of = figure.of.kind.title
    first = ", ".join(f"{getattr(row, title_of) or row.key} {cell(figure, book.value(row, figure), currency_of(book, row))}" for row in known[:MOST])
    more = f" and {len(known) - MOST} more" if len(known) > MOST else ""
    return (Text(f"{title} of {number}: {_sums(book, known, figure)}{first}{more}, as of {day(today)}."),)


def _sums(book: Book, rows: Sequence[Record], figure: Figure) -> str:
    """What they come to in all, in each currency; nothing of what cannot be added up."""
    if figure.unit != "money" or len(rows) == 1:
        return ""
    said = []
    for currency in sorted({currency_of(book, row) for row in rows}):
        numbers = [n for row in rows if currency_of(book, row) == currency and (n := book.value(row, figure).number) is not None]
        said.append(cell(figure, Value(sum(numbers, Decimal(0)), ""), currency))
    return f"{' and '.join(said)} in all; "
