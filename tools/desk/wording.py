"""Stored values as a person reads them in a list or a card."""
from collections.abc import Iterator
from datetime import date, tzinfo
from decimal import Decimal

from knowledge.searching import Hit
from language.rrule import in_words
from records.kinds import BY_TABLE
from records.kinds.base import FieldOf, fields
from records.reading import Event, Reader
from reports.blocks import Passage, Source


def shown(reader: Reader, field: FieldOf, value: object) -> str:
    """Names for references, weekdays with dates, thousands and units with numbers; empty for nothing."""
    if value is None or value == "":
        return ""
    if field.refers:
        kind = BY_TABLE[field.refers]
        return reader.labels(kind).get(int(str(value)), "–")
    if isinstance(value, date):
        return f"{value:%a %-d %b %Y}"
    if isinstance(value, Decimal):
        return f"{value:,.0f}" if value == value.to_integral_value() else f"{value:,.2f}"
    if isinstance(value, float):
        return f"{value:g} {field.says.unit}".strip()
    return in_words(str(value)) if field.name == "recurrence" else f"{value} {field.says.unit}".strip()


def quoted(hit: Hit) -> Passage:
    """A section of a document as a block, with the source that opens it."""
    return Passage(hit.text, Source("section", hit.key, hit.title, hit.edition, hit.page, hit.path, hit.place, hit.effective,
                                    hit.start, hit.start + len(hit.text)))


def event_at(event: Event, zone: tzinfo | None) -> str:
    """When it was, by the clock of the one who asks."""
    return f"{event.at.astimezone(zone):%a %-d %b %Y %H:%M}"


def event_lines(reader: Reader, event: Event) -> Iterator[str]:
    """What one event did to its record, field by field."""
    if event.created:
        yield "created"
        return
    for f in fields(event.kind):
        if f.name == "archived" and f.name in event.after:
            yield "taken back" if event.after["archived"] else "brought back"
        elif f.name in event.after:
            before, after = (shown(reader, f, _typed(f, side.get(f.name))) or "nothing" for side in (event.before, event.after))
            yield f"{f.label}: {before} → {after}"


def _typed(field: FieldOf, value: object) -> object:
    """A value as the log keeps it, in its own type."""
    if value is None:
        return None
    if field.type is date:
        return date.fromisoformat(str(value))
    return Decimal(str(value)) if field.is_money else value
