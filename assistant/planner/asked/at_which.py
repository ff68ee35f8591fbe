"""From where on a figure has a colour here: “at which CPI does a project turn amber?” is told by what the office has set, and no document."""
from collections.abc import Iterator, Mapping
import re

from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Plan
from assistant.planner.heard.tool_for import called, lister_of
from assistant.planner.words.openings import opening
from records.figures import FIGURES
from records.kinds import KINDS
from records.kinds.base import FieldOf, Record, fields
from tools.base import Holds, Tool

OPENS = opening("tell me")
COLOUR = r"(?:red|amber|yellow)"
TURNS = r"(?:turns?|becomes?|gets?|goes?|go|is|are|counts? as|be|shows?|shown)"
AT = re.compile(rf"{OPENS}(?:(?:at|from|below|above|under|over|with|by|up to|until) )?(?:which|what|how (?:low|high|bad))\b.*\b{TURNS}"
                rf" (?:\w+ ){{0,3}}?(?P<c>{COLOUR})\b|"
                rf"{OPENS}when (?:does|do|is|are|will) .*\b(?:{TURNS} )?(?P<d>{COLOUR})\b(?: by| for| in)?\b")
AND = re.compile(rf"{OPENS}(?:what about |how about |when )?(?:is it |does it (?:turn|become|get) )?(?P<c>{COLOUR})(?: then)?$")


def at_which(heard: Heard, tools: Mapping[str, Tool], context: Context) -> Plan | None:
    """The list of what is set for such a colour of such a figure; None where no figure is named that has one, or a project is meant."""
    lister = lister_of(tools.values())
    if lister is None or heard.types & {"KEY", "person", "project", "TEXT"}:
        return None
    if (again := AND.match(heard.plain)) is not None:
        return _other_colour(again["c"], lister, context)
    m = AT.match(heard.plain)
    titles = [f.title for f in FIGURES if f.name in heard.all("FIGURE")]
    for kind, of in _named() if m else ():
        for title in titles:
            if m and (said := f"{title} {_shade(m['c'] or m['d'])}") in of.choices:
                return Plan((called(lister, {Holds.kind: kind.kind.one, Holds.conditions: {of.label: said}}),), sure=True)
    return None


def _other_colour(colour: str, lister: Tool, context: Context) -> Plan | None:
    """The same of another colour, right after one."""
    call, where = context.last_call, lister.slot(Holds.conditions)
    said = call.said.get(where.name) if call and where and call.tool == lister.name else None
    for kind, of in _named() if isinstance(said, Mapping) else ():
        now = re.sub(r"\b(?:red|amber)$", _shade(colour), str(said.get(of.label, ""))) if isinstance(said, Mapping) else ""
        if now in of.choices:
            return Plan((called(lister, {Holds.kind: kind.kind.one, Holds.conditions: {of.label: now}}),), sure=True)
    return None


def _named() -> Iterator[tuple[type[Record], FieldOf]]:
    """The kinds whose names are choices that end in a colour, with that field."""
    for kind in KINDS:
        of = next((f for f in fields(kind) if f.name == kind.kind.title and any(c.endswith(" red") for c in f.choices)), None)
        if of is not None:
            yield kind, of


def _shade(colour: str) -> str:
    return "amber" if colour == "yellow" else colour
