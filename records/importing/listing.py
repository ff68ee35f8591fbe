"""A table with one record in each row: its cells become values, and what is left out is said row by row."""
from collections.abc import Iterator, Mapping
import re

from language.articles import one
from records.importing import cells, dates, foreign, numbers, outline
from records.importing.ahead import read_as_links
from records.importing.amounts import reading
from records.importing.base import Read, Skipped
from records.importing.choosing import Chosen
from records.importing.guessing import as_said
from records.importing.listed import Listed, usual_style
from records.importing.text import is_nothing, plainly, sound, told
from records.importing.wanted import Wanted

STANDS_IN: Mapping[tuple[str, str], tuple[str, ...]] = {("milestone", "planned"): ("forecast", "actual"), ("costentry", "title"): ("supplier", "document")}
MONEY = re.compile(rf"[{numbers.SIGNS}]|\b[kmt]?(?:{numbers.CODES})|\b(?:euros?|pounds?|dollars?|francs?|money)\b", re.I)
LONGEST_REASON, MOST_NAMED = 500, 12
AHEAD = "tasks that come before it are said as COLUMN=predecessors"


def read(chosen: Chosen, wanted: Wanted) -> Read:
    """Read the chosen table."""
    listed = Listed(chosen, wanted, notes=[*chosen.notes, *chosen.body.notes])
    read_as_links(listed)
    listed.values = [{} for _ in listed.chosen.body.rows]
    for column in _columns(listed):
        name = column.slot.name
        for number, (value, why) in enumerate(cells.read(column)):
            if value is not None:
                listed.values[number][name] = value
            if why:
                listed.skipped.append(Skipped(listed.where(number), why))
    kept = [at for at in range(len(listed.values)) if _is_whole(listed, at)]
    rows = tuple(outline.rows(listed, kept))
    if listed.remarked:
        which = "1 task is" if listed.remarked == 1 else f"{listed.remarked:,} tasks are"
        listed.notes.append(f"Why {which} blocked was taken from {told(listed.header('description'))}.")
    _tell_unplaced(listed)
    return Read(rows, tuple(sorted(listed.skipped, key=lambda s: int(s.where.removeprefix("row ")))), tuple(listed.notes), homeless=_homeless(listed),
                guessed=as_said(chosen.body, chosen.guesses))


def _columns(listed: Listed) -> Iterator[cells.Column]:
    """Each column with its field, once it is settled what the table's dates and numbers look like."""
    body, fields = listed.chosen.body, listed.chosen.matched.fields
    slots = [slot for name in fields if (slot := listed.kind.slots.get(name)) is not None]
    columns = {slot.name: body.column(fields[slot.name]) for slot in slots}
    orders = {slot.name: dates.order_of(columns[slot.name]) for slot in slots if slot.shape == "date"}
    usual = next((order for order in orders.values() if order and order.known), None)
    styles = {slot.name: numbers.style_of(columns[slot.name]) for slot in slots if slot.shape in ("money", "number", "whole")}
    plain = next((style for style in styles.values() if style.known), usual_style(listed))
    for slot in slots:
        amounts = None
        order, style = orders.get(slot.name), styles.get(slot.name, plain)
        header = body.headers[fields[slot.name]]
        if order and not order.known:
            _tell_order(listed, header, order, usual)
            order = order if order.mixed or usual is None else usual
        if slot.shape == "money":
            amounts = reading(columns[slot.name], numbers.scale_in(header), plain)
            listed.notes += amounts.notes(f"Column {told(header)}")
            if cells.is_day_rate(slot, header):
                listed.notes.append(f"Column {told(header)} is for a day of {cells.DAY} hours; rates are kept for an hour.")
        yield cells.Column(slot, header, columns[slot.name], order or usual or dates.DAY_FIRST, style if style.known else plain,
                           _meant(listed, header), amounts)


def _meant(listed: Listed, header: str) -> Mapping[str, str]:
    return next((meant for said, meant in listed.wanted.choices.items() if said.strip().casefold() == header.strip().casefold()), {})


def _tell_order(listed: Listed, header: str, order: dates.Order, usual: dates.Order | None) -> None:
    if order.mixed:
        listed.notes.append(f"Column {told(header)} has dates with the day first and dates with the month first; where both are possible, the day is.")
    elif usual is None:
        listed.notes.append(f"Column {told(header)}: every date could be read day first or month first; the day was taken first, as in 31/12/2026.")


def _is_whole(listed: Listed, at: int) -> bool:
    """Complete a row with what can stand in for what is missing; a row without a title is no record."""
    values, kind = listed.values[at], listed.kind
    if kind.table == "person":
        _name(listed, at)
    if kind.table == "benefit":
        _by_unit(listed, at)
    for (table, name), others in STANDS_IN.items():
        if table == kind.table and name not in values and (there := [other for other in others if other in values]):
            values[name] = values[there[0]]
    _blocked(listed, at)
    slot = kind.slots.get(kind.title)
    if slot is None or not slot.required or kind.title in values:
        return True
    other = next((str(values[name]).strip() for name in ("description", "purpose") if values.get(name)), "")
    if other:
        first = other.splitlines()[0]
        values[kind.title] = first if len(first) <= (slot.longest or 200) else first[:(slot.longest or 200) - 1] + "…"
        listed.skipped.append(Skipped(listed.where(at), f"it has no {slot.names[0]} and is called after its description"))
        return True
    listed.skipped.append(Skipped(listed.where(at), f"left out: it has no {slot.names[0]}"))
    return False


def _blocked(listed: Listed, at: int) -> None:
    """The reason of what is blocked is what its remark says, where no column gives reasons; a reason for what is not is left out and said."""
    values = listed.values[at]
    if values.get("status") == "blocked" and "blocked_by" in listed.kind.slots:
        remark = " ".join(str(values.get("description", "")).split())
        if remark and not values.get("blocked_by") and foreign.is_remark(listed.header("description")):
            values["blocked_by"] = remark if len(remark) <= LONGEST_REASON else remark[:LONGEST_REASON - 1] + "…"
            listed.remarked += 1
    elif values.get("blocked_by") and "key" not in listed.chosen.body.headers:
        listed.skipped.append(Skipped(listed.where(at), f"blocked by left out: its status is not blocked; {AHEAD}"))
        del values["blocked_by"]


def _by_unit(listed: Listed, at: int) -> None:
    """A benefit counted in points or claims has an aim; what its columns of money say is no money."""
    values = listed.values[at]
    unit = str(values.get("unit", ""))
    if not unit or MONEY.search(unit):
        return
    if (expected := values.pop("expected", None)) is not None:
        values.setdefault("aim", float(str(expected)))
    for name in ("forecast", "realised"):
        if name in values and float(str(values.pop(name))):
            listed.skipped.append(Skipped(listed.where(at), f"{name} left out: it counts {unit}, not money; say it as a measurement of the benefit"))


def _name(listed: Listed, at: int) -> None:
    """A person's name from its parts, or from the address."""
    values = listed.values[at]
    parts = [sound(str(column[at])) for mark in (foreign.FIRST, foreign.LAST) if (column := listed.column(mark)) and not is_nothing(column[at])]
    if parts and "name" not in values:
        values["name"] = " ".join(parts)[:200]
    if "name" not in values and "email" in values:
        values["name"] = " ".join(p.capitalize() for p in str(values["email"]).partition("@")[0].replace(".", " ").replace("_", " ").split())[:200]
    if (name := values.get("name")) and isinstance(name, str) and name.count(",") == 1:
        last, _, first = name.partition(",")
        values["name"] = " ".join(f"{first} {last}".split())


def _beside(listed: Listed) -> set[str]:
    """What our own exports hold beside the fields that can be set: names of what is referred to, and what code sets."""
    if "key" not in listed.chosen.body.headers:
        return set()
    kind = listed.kind
    names = (f"{slot.names[0]} name" for slot in kind.slots.values() if slot.refers)
    return {"archived", *map(plainly, names), *map(plainly, kind.refers.keys() - kind.slots.keys())}


def _homeless(listed: Listed) -> str:
    """How to name the project of rows that need one, where no column does."""
    kind, matched = listed.kind, listed.chosen.matched
    slot = kind.slots.get(kind.within)
    if slot is None or not slot.required or slot.name in matched.fields or listed.wanted.project:
        return ""
    name, columns = slot.names[0], ", ".join(told(h, 50) for h in matched.left)
    which = f"say which of {columns} does" if columns else "name a column that does"
    return (f'No column says the {name} of the {kind.names[0]}: {which} (--map "COLUMN={name}")'
            + (", or one project for all rows (--project NAME)." if name == "project" else "."))


def _tell_unplaced(listed: Listed) -> None:
    """Say which columns were not taken; what was asked for and is not there is said too."""
    body, matched = listed.chosen.body, listed.chosen.matched
    filled = [h for h in matched.left if plainly(h) not in _beside(listed) and any(not is_nothing(c) for c in body.column(body.headers.index(h)))]
    if filled:
        many = ", ".join(told(h, 50) for h in filled[:MOST_NAMED]) + (f" and {len(filled) - MOST_NAMED:,} more" if len(filled) > MOST_NAMED else "")
        listed.notes.append(f"No field of {one(listed.kind.names[1])} was found for {many}; to take a column, say which field it is "
                            f'(--map "{filled[0][:50]}=FIELD").')
    there = {h.strip().casefold() for h in body.headers}
    for header in (*listed.wanted.columns, *listed.wanted.choices):
        if header.strip().casefold() not in there:
            listed.notes.append(f"There is no column {told(header)} in this file.")
    if any(not h and any(not is_nothing(c) for c in body.column(at)) for at, h in enumerate(body.headers)):
        listed.notes.append("A column without a header was left out.")
