"""What a business case says of itself beside its flows, as “Owner: Ana” or “Project | Apollo”; and what stands there that nobody takes, which is said."""
from collections.abc import Collection, Iterator, Sequence

from records.importing import foreign, numbers
from records.importing.cash_flows import FIRST_YEAR
from records.importing.tables import Cell, Sheet
from records.importing.text import is_nothing, plainly, sound, told

LABELS_AT = 40
SHOWN, LONGEST = 8, 60
OWN = {"project": "project", "project name": "project", "owner": "owner_id", "case owner": "owner_id", "business case owner": "owner_id", "horizon": "years",
       "assumptions": "assumptions", "residual value": "residual", "approved on": "approved_on", "approval date": "approved_on", "tax rate": "tax",
       "description": "description", "case title": "title", "case name": "title", "discount rate": "discount", "hurdle rate": "discount"}
OF_PROJECT = ("sponsor_id", "manager_id")                   # people of the project, which are none of the case


def labels(sheet: Sheet) -> dict[str, str]:
    """What stands beside a label."""
    found: dict[str, str] = {}
    for row in sheet.rows[:LABELS_AT]:
        label, value = _pair(row)
        if (name := _named(label)) and value:
            found.setdefault(name, value)
    return found


def untaken(sheet: Sheet, taken: Collection[int]) -> Iterator[str]:
    """What a sheet of flows says that nobody took, each with its row; `taken` are the rows that were read. Its first text is its title."""
    filled = [(number, row) for number, row in enumerate(sheet.rows, 1) if any(not is_nothing(c) for c in row)]
    for place, (number, row) in enumerate(filled):
        label, value = _pair(row)
        is_title = place == 0 and not value
        is_unit = any(numbers.scale_in(c) for c in row if isinstance(c, str))
        if number in taken or is_title or is_unit or (value and (_named(label) or plainly(label) in FIRST_YEAR)):
            continue
        said = f"{label}: {value}" if value else " | ".join(str(c) for c in row if not is_nothing(c))
        yield f"{told(said, LONGEST)} (row {number})"


def told_untaken(sheet: Sheet, taken: Collection[int]) -> Iterator[str]:
    """The note on it, if there is any."""
    if found := list(untaken(sheet, taken)):
        more = f" and {len(found) - SHOWN:,} more" if len(found) > SHOWN else ""
        yield f"Sheet {told(sheet.name)}: not taken, for no field of a case or its project was found for it: {', '.join(found[:SHOWN])}{more}."


def _pair(row: Sequence[Cell]) -> tuple[str, str]:
    """A label and what stands behind it, in its own cell or the next."""
    cells = [c for c in row if not is_nothing(c)]
    if not cells or not isinstance(cells[0], str):
        return "", ""
    label, _, inline = cells[0].partition(":")
    return label.strip(), inline.strip() or (sound(str(cells[1])) if len(cells) in (2, 3) else "")


def _named(label: str) -> str:
    """The field that a label means, or nothing."""
    plain = plainly(label).removeprefix("project ") if plainly(label) != "project name" else plainly(label)
    if name := OWN.get(plainly(label)) or OWN.get(plain):
        return name
    return next((name for name in OF_PROJECT if plain in (plainly(name.removesuffix("_id")), *foreign.headers("project", name))), "")
