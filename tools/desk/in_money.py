"""What the records of a list come to in money: told before the list, and for each part of one that is grouped."""
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from records.figures.base import counted, whole
from records.figures.benefits import signed
from records.kinds import Benefit, Project
from records.kinds.base import FieldOf, Record, fields
from records.query import Query, Where
from records.reading import Reader
from reports.blocks import Table, Text
from reports.telling import day
from tools.desk.wording import shown

Row = Record


def told_in_money(reader: Reader, kind: type[Record], rows: Sequence[Row], today: date) -> tuple[Text, ...]:
    """How many there are and what they come to, in each currency and for each type of such a record that is still ahead; nothing of what is no money."""
    amounts = amounts_of(reader, kind)
    if not amounts or not rows:
        return ()
    own = currencies(reader, rows)
    parted = next((f for f in fields(kind) if kind.ahead and set(kind.ahead) <= set(f.choices)), None)
    said = [f"{f'{part} ' if part else '' if len(amounts) == 1 else f'{f.label} '}{sum_}" for part, some in _parts(rows, parted) for f in amounts
            for sum_ in sums(some, f, own)]
    return (Text(f"{counted(len(rows), kind.kind.one, kind.kind.many)}: {', '.join(said)}{' in all' if len(said) == 1 else ''}, as of {day(today)}."),) \
        if said else ()


def grouped_in_money(reader: Reader, kind: type[Record], rows: Sequence[Row], by: FieldOf, today: date) -> tuple[Text | Table, ...]:
    """Of each part how many there are and what they come to, the greatest first; nothing of what is no money."""
    amounts = amounts_of(reader, kind)
    if not amounts or not rows or by in amounts:
        return ()
    own, parts = currencies(reader, rows), dict[str, list[Row]]()
    for row in rows:
        parts.setdefault(shown(reader, by, getattr(row, by.name)) or "none", []).append(row)
    ordered = sorted(parts.items(), key=lambda part: (-_added(part[1], amounts[0]), part[0]))
    cells = tuple((name, str(len(some)), *(" + ".join(sums(some, f, own)) or "–" for f in amounts)) for name, some in ordered)
    many = kind.kind.one if len(rows) == 1 else kind.kind.many
    return (*told_in_money(reader, kind, rows, today),
            Table(f"{len(rows)} {many} by {by.label}", (by.label, "count", *(f.label for f in amounts)), cells))


def amounts_of(reader: Reader, kind: type[Record]) -> tuple[FieldOf, ...]:
    """The amounts that a list of the kind shows and the asker may see, of what belongs to a project."""
    known = reader.columns(kind) if kind.kind.within == "project_id" else ()
    return tuple(f for name in kind.kind.columns for f in fields(kind) if f.name == name and f.is_money and name in known)


def sums(rows: Sequence[Row], of: FieldOf, own: dict[int | None, str]) -> Iterator[str]:
    """The sum of an amount in each currency; of how many it is where not of all."""
    for currency in sorted({own.get(getattr(r, "project_id", None), "") for r in rows}):
        some = [r for r in rows if own.get(getattr(r, "project_id", None), "") == currency]
        known = [r for r in some if getattr(r, of.name) is not None]
        if known:
            yield f"{whole(_added(known, of))} {currency}".rstrip() + (f" ({len(known)} of {len(some)})" if len(known) < len(some) else "")


def currencies(reader: Reader, rows: Sequence[Row]) -> dict[int | None, str]:
    """The currency of each project that the rows are in, by its id."""
    ids = {i for row in rows if (i := getattr(row, "project_id", None)) is not None}
    return {p.id: p.currency for p in reader.find(Query(Project, (Where("id", "in", tuple(ids)),), ("id", "key", "currency"), limit=None))} if ids else {}


def _parts(rows: Sequence[Row], by: FieldOf | None) -> Iterator[tuple[str, Sequence[Row]]]:
    if by is None:
        yield "", rows
        return
    for choice in by.choices:
        if some := [r for r in rows if getattr(r, by.name) == choice]:
            yield choice, some


def _added(rows: Sequence[Row], of: FieldOf) -> Decimal:
    """The sum of an amount; a dis-benefit counts against the others."""
    return sum((signed(r, n) if isinstance(r, Benefit) else n for r in rows if (n := getattr(r, of.name)) is not None), Decimal(0))
