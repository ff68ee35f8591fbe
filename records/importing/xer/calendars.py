"""Calendars: working days, hours and days off out of the nested brackets of `clndr_data`."""
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
import re

from records.importing.schedule import Gathered
from records.importing.xer.tables import Line, Tables
from records.importing.xer.values import amount, serial

_TOKEN = re.compile(r"\(\s*(?:\d+\s*)?\|\|([^()]*)\(|[()]|[^()]+")
_SHIFT = re.compile(r"([sf])\|(\d{1,2}):(\d{2})")
_SERIAL = re.compile(r"d\|(\d+)")
DEEPEST, SUNDAY_FIRST = 20, tuple("1234567")
USUAL_HOURS = 8.0


@dataclass
class Node:
    """One bracket: (0||name(attributes)(brackets within))."""
    name: str
    attributes: str = ""
    within: list["Node"] = field(default_factory=list)

    def find(self, name: str) -> "Node | None":
        return next((n for n in self.within if n.name == name), None)


@dataclass
class Known:
    """One calendar: its hours by working day (1 Monday to 7 Sunday), days off, hours a day as Primavera counts them, where it became a record."""
    name: str
    day: float
    hours: dict[int, float]
    off: set[date]
    source: str = ""


def read(tables: Tables, gathered: Gathered, projects: Mapping[str, str]) -> Mapping[str, Known]:
    """Add a row for each calendar; all of them by their id. `projects`: the sources of the projects by their id."""
    lines = {line.said("clndr_id"): line for line in tables.all("CALENDAR")}
    known: dict[str, Known] = {}
    taken: set[str] = set()
    for uid, line in lines.items():
        calendar = known[uid] = _calendar(line, gathered)
        base = lines.get(line.said("base_clndr_id"))
        if base is not None and base is not line:
            calendar.off |= _exceptions(parsed(base.said("clndr_data")))[0]
        source = f"{projects.get(line.said('proj_id'), 'xer:')}/calendar/{calendar.name[:90]}".replace("xer:/", "xer:")
        calendar.source = source if source not in taken else f"{source}/{uid}"
        taken.add(calendar.source)
        if not gathered.calendar(calendar.source, calendar.name or f"Calendar {uid}", calendar.hours, calendar.off):
            calendar.source = ""
    return known


def parsed(said: str) -> Node:
    """The brackets as a tree, as far as they can be read: what is missing at the end is as if it were closed."""
    root = Node("")
    stack: list[tuple[Node, int]] = [(root, 0)]
    depth, in_attributes = 0, False
    for found in _TOKEN.finditer(said.replace("\x7f", " ")):
        mark = found[0]
        if found[1] is not None:
            if len(stack) > DEEPEST:
                break
            node = Node(found[1].strip())
            stack[-1][0].within.append(node)
            stack.append((node, depth))
            depth, in_attributes = depth + 2, True
        elif mark == "(":
            depth += 1
        elif mark == ")":
            depth, in_attributes = depth - 1, False
            while len(stack) > 1 and depth <= stack[-1][1]:
                stack.pop()
        elif in_attributes:
            stack[-1][0].attributes = mark.strip()
    return root


def _calendar(line: Line, gathered: Gathered) -> Known:
    name, day = " ".join(line.said("clndr_name").split()), amount(line.said("day_hr_cnt"))
    day = day if day and 0 < day <= 24 else USUAL_HOURS  # noqa: PLR2004 - hours of a day
    tree = parsed(line.said("clndr_data"))
    where = f"calendar “{name}”"
    hours = _week(tree, day)
    if hours is None:
        gathered.skip(where, f"Its working days cannot be read; Monday to Friday with {day:g} h are taken")
        hours = dict.fromkeys(range(1, 6), day)
    off, worked = _exceptions(tree)
    gathered.worked_otherwise(where, worked)
    return Known(name, day, hours, off)


def _found(tree: Node, name: str) -> Node | None:
    """The part of that name, at the top or within CalendarData."""
    inner = tree.find("CalendarData")
    return tree.find(name) or (inner.find(name) if inner else None)


def _week(tree: Node, day: float) -> dict[int, float] | None:
    week = _found(tree, "DaysOfWeek")
    if week is None or not week.within:
        return None
    hours = {(int(node.name) - 1 or 7): _shifts(node) for node in week.within if node.name in SUNDAY_FIRST}
    return {at: length or day for at, length in sorted(hours.items()) if length is not None}


def _shifts(node: Node) -> float | None:
    """The hours of a day's shifts; None where it has none. A shift that ends when it begins lasts the whole day."""
    lengths = [length for shift in node.within if (length := _length(shift.attributes)) is not None]
    return sum(lengths) if lengths else None


def _length(attributes: str) -> float | None:
    times = {mark: int(hours) + int(minutes) / 60 for mark, hours, minutes in _SHIFT.findall(attributes)}
    if len(times) < 2:  # noqa: PLR2004 - a start and a finish
        return None
    return (times["f"] - times["s"]) % 24 or 24.0


def _exceptions(tree: Node) -> tuple[set[date], set[date]]:
    """Days off, and days with shifts of their own."""
    found = list(_days(tree))
    return {day for day, is_worked in found if not is_worked}, {day for day, is_worked in found if is_worked}


def _days(tree: Node) -> Iterator[tuple[date, bool]]:
    part = _found(tree, "Exceptions")
    for node in part.within if part else ():
        said = _SERIAL.search(node.attributes or node.name)
        day = serial(said[1]) if said else None
        if day is not None:
            yield day, _shifts(node) is not None
