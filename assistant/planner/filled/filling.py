"""Filling a tool's slots from what was heard; it knows slots and kinds, and no tool by name."""
from collections.abc import Mapping
from dataclasses import dataclass
import re
from typing import Any

from assistant.planner.heard.asking import asked_field
from assistant.planner.heard.comparing import of_a_time
from assistant.planner.heard.following import IT, RECORD, Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.left_of_share import left_of_share
from assistant.planner.heard.names_out import names_out
from assistant.planner.heard.naming import entitled
from assistant.planner.meant.columns_said import columns_said, to_sort_by, without_columns
from assistant.planner.meant.conditions import conditions
from assistant.planner.meant.kind import kind_of
from assistant.planner.meant.moment import is_of_now
from assistant.planner.meant.ordering import counted, grouping, sorting
from assistant.planner.meant.targeting import targets
from assistant.planner.told.altering import changed
from assistant.planner.told.creating import created
from assistant.planner.words.lexicon import open_of
from assistant.planner.words.plain import among, pattern
from assistant.planner.words.unknown import leaning
from records.figures import FIGURES
from records.kinds import Person, Project
from records.kinds.base import Record, split
from reports.looking import SAID
from reports.selecting import says_which
from tools.base import Holds, Slot, Tool

LEADS = re.compile(r"\b(?:since|from|between|during|over|in|within|for|after|until|before|ever since)(?: the)?\s*$", re.I)
COMPARED = re.compile(r"\bcompar|\bdifference\b")
NUMBERED = re.compile(r"-\d+$")
ENDED = re.compile(r"\b(?:done|finished|completed|closed|cancelled|canceled|every single|including)\b")
FEW = 4                                         # words of a text to be worked on
SINCE = re.compile(r"\bsince\b(?!.*\bsince\b)[^?!]{0,60}?(?:\b(?:that|it|which|this)\b[\s,]*)?(?:\b(?:was|were|is|on|in|namely)\b[\s,]*)*[(,:–-]*\s*$", re.I)
PER = re.compile(r"\s+per\b", re.I)
THIS = re.compile(r"\b(?:this|that|it)\b")
BY = re.compile(r"\bby (?:the |their )?$", re.I)             # what is to be gone by, rather than what is only said, too
HERE = re.compile(r"\b(?:the project|that project|this project|there)\b")
OF_OBJECTIVE = re.compile(r"OBJ-\d+$")
PART_OF_DAY = re.compile(r"\s+(?:(?:in the )?(?:morning|afternoon|evening)|at (?:noon|lunch(?:time)?|\d\S*(?: ?[ap]\.?m\.?)?))\b", re.I)
MOVED = re.compile(r"(?:out|back|forward|up|down)\b", re.I)              # “help out for two days” is no day
I_DID = re.compile(r"\b(?:did|have|had) i\b|\bmy (?:changes|edits)\b")


@dataclass(frozen=True)
class Filled:
    args: Mapping[str, Any]
    missing: tuple[Slot, ...]


def fill(tool: Tool, heard: Heard, context: Context) -> Filled:
    found = {slot.name: value for slot in tool.slots if (value := _slot(slot, heard, tool, context)) not in (None, "", {}, [])}
    return Filled(found, tuple(s for s in tool.slots if s.required and s.name not in found))


def _slot(slot: Slot, heard: Heard, tool: Tool, context: Context) -> Any:  # noqa: C901, PLR0911, PLR0912 - one line for each thing a slot may hold
    match slot.holds:
        case Holds.record:
            nth = [s for s in tool.slots if s.of is slot.of is Project].index(slot) if slot.of is Project else 0
            return _named(slot, heard, tool, context) if nth == 0 else _beside(nth, heard)
        case Holds.kind:
            return kind_of(heard, tool, context).kind.one
        case Holds.figure:
            return figure_of(heard) or (context.figure if IT.search(heard.plain) else None)
        case Holds.period:
            return _period(heard)
        case Holds.days:
            return _days(heard, tool, context)
        case Holds.columns:
            return columns_said(kind_of(heard, tool, context), heard)[0]
        case Holds.conditions:
            kind = kind_of(heard, tool, context)
            heard = without_columns(kind, heard) if tool.slot(Holds.columns) else heard
            return open_ones(kind, targets(kind, heard, context), heard) if tool.proposes else conditions(kind, heard, context)
        case Holds.values:
            kind = kind_of(heard, tool, context)
            return changed(kind, heard) if tool.slot(Holds.conditions) else created(kind, heard, context)
        case Holds.field:
            return _field(slot, heard, tool, context)
        case Holds.question | Holds.among:
            return _question(slot, heard, tool, context)
        case Holds.lines:
            return _lines(heard)
        case Holds.choice:
            return choice_of(slot, heard)
        case Holds.number:
            return _number(slot, heard)
        case Holds.passage:
            said = (heard.whole or heard.text).strip()     # the tool tells the request from the text itself
            return said if len(said.split()) >= FEW else None
        case Holds.without:
            return ", ".join(str(s.value) for s in names_out(heard, "project"))
        case Holds.moment | Holds.words:                                  # what is looked for is told by its own grammar
            return heard.moment if slot.holds is Holds.moment else None


def open_ones(kind: type[Record], where: dict[str, str], heard: Heard) -> dict[str, str]:
    """All that are described are those that are still open: what is cancelled, or done, stays as it is."""
    is_many = bool(where) and not where.keys() & {"key", "status", kind.kind.title}
    becomes = changed(kind, heard).get("status", "")
    is_of_closed = becomes not in ("", "done", "cancelled", "blocked") or (not becomes and ENDED.search(heard.plain))
    if not is_many or is_of_closed:
        return where
    return {**where, **open_of(kind)}


def _question(slot: Slot, heard: Heard, tool: Tool, context: Context) -> str:
    """The whole sentence; an order about “this” is about what was asked last: “save this as scenario Autumn”."""
    if slot.holds is Holds.among and not says_which(heard.text) and not any(heard.owns(s) for s in heard.of("person")):
        return ""
    last = context.last_call.said.get(slot.name) if tool.proposes and context.last_call and THIS.search(heard.plain) else None
    return f"{heard.text.strip()}: {last}" if isinstance(last, str) else (heard.whole or heard.text).strip()


def figure_of(heard: Heard) -> str | None:
    """The figure that is named, or that a saying is about: overloaded is a matter of the load."""
    if left := left_of_share(heard):
        return left[0]
    if named := heard.first("FIGURE"):
        is_of_objective = "project" not in heard.types and ("objective" in heard.types or OF_OBJECTIVE.match(heard.first("KEY") or ""))
        return "attainment" if named == "progress" and is_of_objective else of_a_time(next(f for f in FIGURES if f.name == named), heard).name
    for word in heard.all("SAYING"):
        for kind in (Person, Project):
            about = [name for spoken, asked in kind.kind.sayings if word in map(str.lower, split(spoken)) for name in asked]
            found = next((f.name for f in FIGURES if f.of is kind and about and about[0] in (f.name, f.title, f.name.replace("_", " "))), None)
            if found and str(kind.__tablename__) in heard.types:
                return found
    return None


def _record(slot: Slot, heard: Heard, context: Context) -> str | None:
    if slot.of is Project:
        return project_of(heard, context, required=slot.required)
    if slot.of is Person:
        return next((heard.said(s) for s in heard.of("person")), "me" if I_DID.search(heard.plain) and not SAID.search(heard.text) else None)
    named = (heard.first(type_) for type_ in ("KEY", "project", "person", "objective", "document"))
    found = next((n for n in named if n), None) or next(iter(context.meant(heard)), None) or entitled(heard) or _numbered(heard)
    return found or (context.project if context.project and asked_field(heard, context.project) else None)


def _beside(nth: int, heard: Heard) -> str | None:
    """The project that is named after others, for a tool that puts one beside another: only where as many are named as it has places for."""
    every = heard.all("project")
    return every[nth] if len(every) == nth + 1 else None


def _numbered(heard: Heard) -> str | None:
    """A record by its kind and number: “sprint 6”."""
    spans = ((s, re.match(r"\s+(\d{1,3})\b", heard.text[s.end:])) for s in heard.of("KIND"))
    return next((f"{heard.said(s)} {number[1]}" for s, number in spans if number), None)


def _named(slot: Slot, heard: Heard, tool: Tool, context: Context) -> str | None:
    if slot.of is Record and tool.slot(Holds.figure):
        return _figured(heard)
    heard = heard.without(names_out(heard, "project")) if tool.slot(Holds.without) else heard
    return _record(slot, heard, context) or _project_of_figure(slot, heard, tool, context)


def _figured(heard: Heard) -> str | None:
    """A record that a figure may be of and that is neither a project nor a person, which have a place of their own."""
    key = heard.first("KEY")
    return key if key and NUMBERED.search(key) else heard.first("objective")


def _project_of_figure(slot: Slot, heard: Heard, tool: Tool, context: Context) -> str | None:
    """ "What is the budget?" after talk of one project is a question about that project."""
    is_ours = slot.of is Project and tool.slot(Holds.figure) is not None and figure_of(heard) is not None and "person" not in heard.types
    if is_ours and (home := RECORD.match(heard.first("KEY") or "")):
        return home["project"]
    return context.project if is_ours and not re.search(r"\b(?:portfolio|all|our|every|total|projects)\b", heard.plain) else None


WHICH = re.compile(r"\bwhich (?:\w+ )?(?:of (?:our|the|my) )?projects?\b")          # “its” is then that of whichever it is


def project_of(heard: Heard, context: Context, *, required: bool = False) -> str | None:
    """The project that is named or described, the one talked about, or the unknown name where one should stand."""
    if named := heard.first("project"):
        return named
    is_leaning = (IT.search(heard.plain) or HERE.search(heard.plain)) and not WHICH.search(heard.plain)
    if context.project and (required or is_leaning):
        return context.project
    return leaning(heard.masked, heard.named)


def _period(heard: Heard) -> str | None:
    """The words for a time from the one that leads to it on: "since Monday", "between 1 and 15 November"."""
    if looked := SAID.search(heard.text):
        return looked[0]
    spans = heard.of("DATE")
    if not spans:
        return None
    lead = LEADS.search(heard.text[:spans[0].start])
    if not lead and len(spans) == 1 and SINCE.search(heard.text[:spans[0].start]):
        return f"since {heard.said(spans[0])}"             # “since the last one, that was 29 October”
    if not lead and len(spans) == 1 and COMPARED.search(heard.plain) and is_of_now(heard) and not is_of_now(Heard(heard.said(spans[0]), ())):
        return f"since {heard.said(spans[0])}"
    return heard.text[lead.start() if lead else spans[0].start:spans[-1].end].strip()


def _days(heard: Heard, tool: Tool, context: Context) -> str | None:
    """The days to come that a figure which looks ahead is asked over: of one record, or of those that a list is narrowed to, sorted or parted by."""
    if heard.moment or not heard.of("DATE"):
        return None
    if tool.slot(Holds.figure):
        asked = [figure_of(heard) or ""]
    else:
        kind = kind_of(heard, tool, context)
        by = [grouping(kind, heard) or "", sorting(kind, heard) or ""]
        asked = [*conditions(kind, heard, context), *(each.removeprefix("-").removesuffix(" by week") for each in by)]
    if not any(f.is_over_days and {f.name, f.title} & set(asked) for f in FIGURES):
        return None
    return spoken_days(heard)


def spoken_days(heard: Heard) -> str:
    """The words for days to come, and for the hour of the day behind them; "" where none are said."""
    days = tuple(("DATE", s) for s in heard.of("DATE") if not MOVED.match(heard.said(s)))
    if not days:
        return ""
    hour = PART_OF_DAY.match(heard.text, days[-1][1].end)
    return f"{_period(Heard(heard.text, days))}{hour[0] if hour else ''}"


def _lines(heard: Heard) -> list[str]:
    _, colon, rest = heard.text.partition(":")
    text = rest if colon else heard.text
    parts = [p.strip(" -*•\t") for p in re.split(r"\n|;|(?<=\S)\s+\d+[.)]\s+", text) if p.strip(" -*•\t")]
    if len(parts) == 1 and heard.is_of_many:
        parts = [p.strip() for p in re.split(r",\s*(?:and\s+)?|\s+and\s+", parts[0]) if p.strip()]
    return [re.sub(r"^\d+[.)]\s*", "", p) for p in parts] if colon and len(parts) > 1 else []


def choice_of(slot: Slot, heard: Heard) -> str | None:
    """The choice whose words are said first, the longest there; what stands inside a name or a date is not read."""
    every = ((w, c) for c, ws in slot.choices.items() for w in among(ws, heard.masked))
    said = [(m.start(), -len(w), c) for w, c in every if (m := pattern(rf"(?<![\w-]){re.escape(w)}(?![\w-])").search(heard.masked))]
    if not said:
        return None
    at, length, first = min((-1 if BY.search(heard.masked[:at]) else at, length, c) for at, length, c in said)
    start = next(n for n, size, c in said if (size, c) == (length, first) and (n == at or at < 0))
    rest = heard.masked[start - length:]                   # “NPV per euro” is what comes per euro
    return next((c for n, _, c in sorted(said) if PER.match(rest) and n == start - length + len(rest) - len(rest.lstrip())), first)


def _number(slot: Slot, heard: Heard) -> int | None:
    if slot.name == "position":
        return int(heard.first("CHANGE") or 0) or None
    return counted(heard)


def _field(slot: Slot, heard: Heard, tool: Tool, context: Context) -> str | None:
    """The field to count or sort a listing by, or the one of a record that is asked about."""
    record = next((s for s in tool.slots if s.holds is Holds.record), None)
    if record:
        return asked_field(heard, _record(record, heard, context))
    kind = kind_of(heard, tool, context)
    return grouping(kind, without_columns(kind, heard)) if slot.name == "group" else sorting(kind, to_sort_by(kind, heard))
