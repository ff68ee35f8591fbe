"""Columns that a list is wanted with beside its own: fields of its kind, figures, and how the records judge a project."""
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import cast

from records.computing import Book
from records.errors import BadInput, NotFound, Refused
from records.figures import FIGURES
from records.figures.base import cell, whole
from records.kinds import Project
from records.kinds.base import Record, fields, split
from records.query import Query, Where
from records.verdicts import delivery, value
from reports.blocks import Block, Table, Text
from reports.telling import currency_of
from tools.desk import Desk
from tools.desk.conditions import figure_named
from tools.desk.wording import shown

COLOUR, WORTH, CUMULATED = "colour", "value", "cumulated"          # of a project, by the records; of what comes year by year
NOT_SHOWN = "I cannot show “{names}” of {many}, so it is left out."
Told = Callable[[Record], str]


def with_columns(desk: Desk, kind: type[Record], blocks: Sequence[Block], wanted: str) -> tuple[Block, ...]:
    """The blocks with those columns in the list among them; what cannot be shown is said."""
    at = next((n for n, b in enumerate(blocks) if isinstance(b, Table) and b.columns[:1] == (kind.kind.one,)), None)
    if at is None or not wanted:
        return tuple(blocks)
    table = cast("Table", blocks[at])
    rows = {row.key: row for row in desk.reader.find(Query(kind, (Where("key", "in", tuple(table.keys)),), limit=None))}
    book, unknown, more = desk.book(*rows.values()), list[str](), list[tuple[str, list[str]]]()
    for name in split(wanted):
        if name == CUMULATED and (cells := _cumulated(kind, [rows[key] for key in table.keys if key in rows])):
            more.append((name, cells))
        elif (told := _told(desk, kind, book, name)) is None:
            unknown.append(name)
        elif told[0] not in (*table.columns, *(head for head, _ in more)):
            more.append((told[0], [told[1](rows[key]) if key in rows else "" for key in table.keys]))
    wide = replace(table, columns=(*table.columns, *(head for head, _ in more)),
                   rows=tuple((*row, *(cells[n] for _, cells in more)) for n, row in enumerate(table.rows)))
    left = (Text(NOT_SHOWN.format(names="”, “".join(unknown), many=kind.kind.many)),) if unknown else ()
    return (*blocks[:at], wide, *blocks[at + 1:], *left)


def _cumulated(kind: type[Record], rows: Sequence[Record]) -> list[str]:
    """What the amounts come to from the first year on, each as it is expected now; nothing of a kind that has no years."""
    known = {f.name: f for f in fields(kind)}
    if "year" not in known or not {"amount", "forecast"} <= known.keys():
        return []
    sums, total = dict[str, Decimal](), dict[object, Decimal]()
    for row in sorted(rows, key=lambda r: (getattr(r, "year", 0), r.key)):
        whose = getattr(row, "project_id", None), getattr(row, "business_case_id", None)
        now = getattr(row, "forecast", None)
        total[whose] = total.get(whose, Decimal(0)) + (now if now is not None else getattr(row, "amount", Decimal(0)))
        sums[row.key] = total[whose]
    return [whole(sums[row.key]) for row in rows]


def _told(desk: Desk, kind: type[Record], book: Book, name: str) -> tuple[str, Told] | None:
    """The head of a column and what stands in it; None of what there is not, or what this asker may not see."""
    if kind is Project and name.lower() in (COLOUR, WORTH):
        judge = delivery if name.lower() == COLOUR else value
        return name.lower(), lambda row: f"{(v := judge(book, cast('Project', row))).tone}: {v.word}"
    try:
        if (figure := figure_named(name)).of is not kind:
            figure = next(f for f in FIGURES if f.of is kind and f.title == figure.title)
        return figure.head, lambda row: cell(figure, book.value(row, figure), currency_of(book, row) if figure.unit == "money" else "")
    except (NotFound, StopIteration):
        pass
    try:
        field = desk.field(kind, name)
    except (NotFound, BadInput, Refused):
        return None
    return (field.label, lambda row: shown(desk.reader, field, getattr(row, field.name))) if field.name in desk.reader.columns(kind) else None
