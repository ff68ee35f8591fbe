"""What is open besides those whose status is called “open”: a risk that is being mitigated is an open risk, and whoever asks by the status would miss it."""
from collections.abc import Mapping
from dataclasses import replace

from records.kinds.base import R, fields, split
from records.query import Where
from reports.blocks import Text
from tools.desk import Desk

STATUS, FEW = "status", 3


def open_too(desk: Desk, kind: type[R], where: Mapping[str, str], sort: str) -> tuple[Text, ...]:
    """Those that the status left out, in the order that was asked for; nothing where it means what people mean by it."""
    said = where.get(STATUS, "").strip().lower()
    choices = next((f.choices for f in fields(kind) if f.name == STATUS), ())
    meant = next((found[STATUS] for phrases, found in kind.kind.sayings if said in split(phrases) and STATUS in found), said)
    if said not in choices or meant == said:
        return ()
    wider = desk.query(kind, {**where, STATUS: meant}, sort, None)
    found = desk.reader.find(replace(wider, where=(*wider.where, Where(STATUS, "not", said))))
    if not found:
        return ()
    rows = ", ".join(f"{row.key} {getattr(row, kind.kind.title)} ({getattr(row, STATUS)})" for row in found[:FEW])
    more = f" and {len(found) - FEW} more" if len(found) > FEW else ""
    return (Text(f"Also {said}, by another status: {rows}{more}."),)
