"""The people of one file: rows that are one person are put together, and a name in another row means one of them where it can be told."""
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from records.finding import folded
from records.importing.base import Row, Skipped
from records.importing.people import untitled
from records.importing.text import told

PERSON = "person"


def name_of(said: str) -> str:
    """A name for comparing: "Müller, Jürgen", "Dr. Jürgen Müller" and "jürgen müller" are one."""
    parts = said.split(",")
    return folded(untitled(f"{parts[1]} {parts[0]}".strip() if len(parts) == 2 else said.strip()))  # noqa: PLR2004 - last name, first name


@dataclass
class Persons:
    """The file's rows with each person once. `also` has where the rows that went came from, and which row stands for them."""
    rows: list[Row] = field(default_factory=list)
    also: dict[tuple[str, str], Row] = field(default_factory=dict)
    skipped: list[Skipped] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    _known: dict[str, list[Row]] = field(default_factory=dict)          # by folded name and by address

    def meant(self, said: str) -> Row | None:
        """The one row of the person that a file calls so."""
        found = self._known.get(said.strip().casefold() if "@" in said else name_of(said), ())
        return found[0] if len(found) == 1 else None

    def first_named(self, said: str) -> Sequence[Row]:
        """The rows whose people have this first name."""
        return [row for name, rows in self._known.items() if name.split(" ")[0] == folded(said) and "@" not in name for row in rows]


def united(rows: Sequence[Row]) -> Persons:
    """Put together the rows of one person: those of one e-mail address, else of one name. What is read back whole is left alone."""
    made = Persons()
    several: dict[int, list[Row]] = {}
    for row in _addressed_first(rows):
        if (same := _group(row, made, several)) is not None:
            same.append(row)
    whole = {id(group[0]): _whole(group, made) for group in several.values()}
    made.rows = [whole.get(id(row), row) for row in rows if id(row) in whole or not _is_met(row)]
    made._known = {name: [whole[id(row)] for row in found] for name, found in made._known.items()}  # noqa: SLF001 - made here
    return made


def _addressed_first(rows: Sequence[Row]) -> Iterable[Row]:
    people = [row for row in rows if _is_met(row)]
    return [*(row for row in people if row.values.get("email")), *(row for row in people if not row.values.get("email"))]


def _is_met(row: Row) -> bool:
    return row.kind == PERSON and "key" not in row.values and bool(row.values.get("name"))


def _group(row: Row, made: Persons, several: dict[int, list[Row]]) -> list[Row] | None:
    """The rows of the person this one is of, itself not yet among them; None when it cannot be told whose it is."""
    email, name = str(row.values.get("email") or "").casefold(), name_of(str(row.values["name"]))
    found = made._known.get(email or name, [])  # noqa: SLF001 - made here
    if len(found) > 1:
        made.skipped.append(Skipped(row.where, f"left out: {told(row.values['name'])} has no e-mail, and {' and '.join(r.where for r in found)} are called so"))
        return None
    if not found:
        found = [row]
        several[id(row)] = []
        if email:
            made._known[email] = found  # noqa: SLF001 - made here
    if all(r is not found[0] for r in made._known.setdefault(name, [])):  # noqa: SLF001 - made here
        made._known[name].append(found[0])  # noqa: SLF001 - made here
    return several[id(found[0])]


def _whole(group: Sequence[Row], made: Persons) -> Row:
    """One row with what each of them says, the first word counting."""
    values = {name: value for row in reversed(group) for name, value in row.values.items()}
    whole = replace(group[0], values=values, source=next((row.source for row in group if row.source), ""))
    if len(group) > 1:
        made.notes.append(f"{', '.join(row.where for row in group)} are one person: {values['name']}.")
    made.also |= {(PERSON, row.source): whole for row in group if row.source}
    return whole
