"""Sums and averages of a number over records: in each currency, and for each value of another field when one is said."""
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
import re

from records.errors import BadInput
from records.kinds.base import FieldOf, Record, fields
from records.reading import Reader
from reports.blocks import Block, Table, Text
from reports.telling import day
from tools.desk.in_money import currencies
from tools.desk.values import field_named
from tools.desk.wording import shown

SAID = re.compile(r"(?P<how>total|sum|average|mean)(?: of)?(?: the)? (?P<f>.+?)(?: (?:by|per|for each) (?P<by>.+))?", re.I)


NOTHING, FIRST = "none", 3


@dataclass(frozen=True)
class Total:
    """What is added up, whether its average is what matters, and by what it is parted."""
    field: FieldOf
    is_average: bool
    by: FieldOf | None = None


def total_said(reader: Reader, kind: type[Record], said: str) -> Total | None:
    """ "Total hours", "average cost effect by project"; None for a field to count by. Raises `BadInput` for what cannot be added up."""
    m = SAID.fullmatch(said.strip())
    if m is None:
        return None
    field = field_named(reader, kind, m["f"])
    if not _is_number(field):
        can = [f.label for f in fields(kind) if f.name in reader.columns(kind) and _is_number(f) and f.says.set_by == "person"]
        raise BadInput(f"The {field.label} of a {kind.kind.one} is no number to add up" + (f"; there is {', '.join(can)}." if can else "."))
    return Total(field, m["how"].lower() in ("average", "mean"), field_named(reader, kind, m["by"]) if m["by"] else None)


def _is_number(field: FieldOf) -> bool:
    return (field.is_money or field.type in (int, float)) and not field.refers and field.name not in ("id", "version")


def totalled(reader: Reader, kind: type[Record], found: Sequence[Record], total: Total, today: date) -> tuple[Block, ...]:
    """The sentence, of money with the day it is of, and the table where it is parted, the greatest part first."""
    money = currencies(reader, found) if total.field.is_money else {}
    parts = sorted({(_part(reader, row, total.by), money.get(getattr(row, "project_id", None), "")) for row in found})
    of = {part: [r for r in found if (_part(reader, r, total.by), money.get(getattr(r, "project_id", None), "")) == part] for part in parts}
    at = f", as of {day(today)}" if total.field.is_money else ""
    lead = [_sentence(kind, [r for part, rows in of.items() if part[1] == currency for r in rows], total, currency, at)
            for currency in sorted({currency for _, currency in parts})]
    if total.by is None or not parts:
        return (Text(" ".join(lead) if lead else f"There are no such {kind.kind.many}."),)
    ordered = sorted(parts, key=lambda part: (part[0] == NOTHING, -sum(_known(of[part], total.field), Decimal(0))))     # of none stands last
    rows = tuple(_row(name, of[name, currency], total, currency) for name, currency in ordered)
    label = total.field.label
    named = [f"{row[0]} {row[2]}" for row in rows if row[0] != NOTHING and len(row) > 2][:FIRST]  # noqa: PLR2004 - a name, a count, a sum
    most = f" The most: {', '.join(named)}." if len(named) > 1 and not total.is_average else ""
    return (Text(f"{' '.join(lead)}{most}"), Table(f"{label.capitalize()} of {len(found)} {kind.kind.many} by {total.by.label}",
                                        (total.by.label, "count", f"total {label}", f"average {label}"), rows))


def _sentence(kind: type[Record], rows: Sequence[Record], total: Total, currency: str, at: str) -> str:
    known = _known(rows, total.field)
    noun = kind.kind.one if len(rows) == 1 else kind.kind.many
    lacking = f" {len(rows) - len(known)} {'has' if len(rows) - len(known) == 1 else 'have'} none, not counted." if len(known) < len(rows) else ""
    if not known:
        return f"Not computable: none of the {len(rows)} {noun} has {total.field.label}."
    whole, mean = _written(sum(known, Decimal(0)), total.field, currency), _written(sum(known, Decimal(0)) / len(known), total.field, currency)
    first = f"{mean} on average, {whole} in all" if total.is_average else f"{whole} in all, {mean} on average"
    return f"{total.field.label.capitalize()} of {len(rows)} {noun}: {first}{at}.{lacking}"


def _row(name: str, rows: Sequence[Record], total: Total, currency: str) -> tuple[str, ...]:
    known = _known(rows, total.field)
    whole = sum(known, Decimal(0))
    many = str(len(rows)) if len(known) in (0, len(rows)) else f"{len(known)} of {len(rows)}"
    return (name, many, *((_written(whole, total.field, currency), _written(whole / len(known), total.field, currency)) if known else ("–", "–")))


def _known(rows: Sequence[Record], field: FieldOf) -> list[Decimal]:
    return [Decimal(str(value)) for row in rows if (value := getattr(row, field.name)) is not None]


def _written(number: Decimal, field: FieldOf, currency: str) -> str:
    rounded = f"{number:,.2f}".rstrip("0").rstrip(".")
    return f"{rounded} {currency or field.says.unit}".strip()


def _part(reader: Reader, row: Record, by: FieldOf | None) -> str:
    return "" if by is None else shown(reader, by, getattr(row, by.name)) or NOTHING
