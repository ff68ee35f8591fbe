"""A column "blocked by" that names other rows: it says what comes before each, not why it is stuck."""
from dataclasses import replace
import re

from records.importing import foreign
from records.importing.listed import Listed
from records.importing.text import is_nothing, told


def read_as_links(listed: Listed) -> None:
    """Take a column of reasons for the predecessors, where every cell names rows by their ids."""
    fields = listed.chosen.matched.fields
    reasons, ids = listed.column("blocked_by"), listed.column(foreign.ID)
    if listed.kind.table != "task" or not reasons or not ids or foreign.PREDECESSORS in fields:
        return
    known = {_plain(cell) for cell in ids if not is_nothing(cell)}
    named = [part.strip() for cell in reasons if not is_nothing(cell) for part in re.split(r"[,;\n]", _plain(cell)) if part.strip()]
    if named and known.issuperset(named):
        listed.notes.append(f"Column {told(listed.header('blocked_by'))} names other rows, so it was read as the predecessors.")
        moved = {foreign.PREDECESSORS if field == "blocked_by" else field: at for field, at in fields.items()}
        listed.chosen = replace(listed.chosen, matched=replace(listed.chosen.matched, fields=moved))


def _plain(cell: object) -> str:
    return f"{cell:g}" if isinstance(cell, float) else str(cell).strip()
