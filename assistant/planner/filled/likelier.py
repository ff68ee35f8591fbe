"""What is learned alone tells what a message is for where nothing else understood it, or another question was surely meant."""
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
import re
from typing import Any

from assistant.planner.filled.completing import completed
from assistant.planner.filled.filling import Filled, fill, open_ones
from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Asked, Plan
from assistant.planner.learned.chain import What
from assistant.planner.learned.marking import HALF, WHICH, Marked, is_beside, marking, pieces
from assistant.planner.learned.weighing import is_asked_for, is_order, likely_kind, odds
from assistant.planner.meant.filtering import LED, condition_of, filtered
from assistant.planner.meant.leftover import reads_all
from assistant.planner.meant.narrowing import EVERY, OPEN
from assistant.planner.meant.ordering import grouping, sorting
from assistant.planner.told.altering import PAUSED
from assistant.planner.told.creating import reached
from assistant.planner.told.valuing import LIKELY, WRAPPED, overlaps, titled, value_of
from assistant.planner.words.lexicon import choice_words, kind_coded, kind_named
from assistant.planner.words.plain import pattern
from language.words import Span
from records.kinds.base import FieldOf, Record, fields
from tools import TOOLS
from tools.base import Holds, Tool

OF_KIND, SURELY_OF_KIND = 0.6, 0.9
LISTED, ONLY_LISTED = 0.75, 0.93                     # of the odds: so many speak for a list where nothing else was understood, and where something else was
HARDLY = 0.05                                        # of the odds, so few that what would be proposed is not wanted
CHANGED, MADE = 0.6, 0.85                            # of the odds, so many speak for a change, and for a new record, where nothing else was understood
BESIDE_MANY, BESIDE_ONE = 0.85, 0.6                  # of belief that a word tells nothing, where many are changed and where one record is told of
SURELY_ASKED = 0.96                                  # of the odds of a question, so many that another was hardly meant
UNSURE = re.compile(r"\b\d+ (?:out )?of \d+\b|\btook (?:me|us|him|her|them)\b|\b(?:almost|nearly|mostly|partly|half|as good as)\b",
                    re.I)                            # “3 of 4 rooms are done” and “nearly done” change none, and what took hours is no estimate
ORDERED = ("sort", "group")


def likelier_list(plan: Plan, heard: Heard, tool: Tool) -> Plan | None:
    """The list that a message is likelier for than the plan: its kind and everything that narrows it are likely, and no word is left over. None where the
    plan is one already, or proposes what may well be wanted."""
    if plan.sure or any(odds(heard)[t.name] > HARDLY for t in _proposed(plan)) or "KEY" in heard.types:
        return None
    if (plan.understood and any(name == tool.name for name, _ in plan.calls)) or odds(heard)[tool.name] < (
            ONLY_LISTED if plan.understood and plan.calls else LISTED):
        return None
    kind = _kind(heard)
    return Plan(((tool.name, args),)) if kind is not None and (args := _args(heard, tool, kind)) else None


def surely_asked(heard: Heard, context: Context, asked: Asked, tools: Sequence[Tool]) -> Plan | None:
    """The question that is surely meant and has all it needs, of `tools`, those that may be used; but for figures and lists, which are told from words
    that only they have."""
    best = max(tools, key=lambda t: odds(heard)[t.name], default=None)
    if best is None:
        return None                                        # nothing may be used
    is_narrowed = "SAYING" in heard.types or any(" " in heard.said(s) for s in heard.of("FIGURE"))           # which only a list and a figure tell
    is_question = not is_narrowed and (not best.proposes or is_asked_for(best)) and not best.slot(Holds.figure) and not best.slot(Holds.conditions)
    if not is_question or odds(heard)[best.name] < SURELY_ASKED or "KEY" in heard.types or is_order(heard):
        return None
    filled = fill(best, heard, context)
    return None if filled.missing else completed(best, filled, heard, asked)


def likelier_change(plan: Plan, heard: Heard, asked: Asked, tool: Tool) -> Plan | None:
    """The change that a message is surely for, where nothing else was understood: all that tells which and what is new is marked, and all else is surely
    only said. One record is told of by its key or its title, in any words, and perhaps its project; many by anything."""
    coded = {kind_coded(key) for key in heard.all("KEY")}
    kind = coded.pop() if len(coded) == 1 else likely_kind(heard, SURELY_OF_KIND)
    is_likely = _is_open(plan, heard) and odds(heard)[tool.name] >= CHANGED and not UNSURE.search(heard.text)
    read = _read(kind, heard, "changes") if kind and is_likely else None
    if kind is None or read is None or not read.values:
        return None
    title, is_of_many = kind.kind.title, heard.is_of_many or EVERY.search(heard.plain) is not None
    which = {"key" if n == title and not is_of_many else n: said for n, said in read.which.items()} | _home(kind, read, heard)
    is_told = which if is_of_many else "key" in which and which.keys() <= {"key", "project"}
    read = replace(read, which=which, spans=[*read.spans, *heard.of("project")] if "project" in which else read.spans)
    if not is_told or not _is_all(read, kind, heard, "changes", BESIDE_MANY if is_of_many else BESIDE_ONE):
        return None
    if is_of_many:
        which = {**open_ones(kind, {n: said for n, said in which.items() if n != title}, heard), **which}
    return _called(tool, {Holds.kind: kind.kind.one, Holds.conditions: which, Holds.values: {**read.values, **reached(kind, read.values)}}, heard, asked)


def likelier_new(plan: Plan, heard: Heard, asked: Asked, tool: Tool, least: float = MADE) -> Plan | None:
    """The new record that a message is surely for, where nothing else was understood: its title is marked, and all else is a value or surely only said."""
    kind = likely_kind(heard, SURELY_OF_KIND)
    is_likely = _is_open(plan, heard) and "KEY" not in heard.types and odds(heard)[tool.name] >= least
    read = _read(kind, heard, "values") if kind and is_likely else None
    if kind is None or read is None or kind.kind.title not in read.values or not _is_all(read, kind, heard, "values", BESIDE_ONE):
        return None
    return _called(tool, {Holds.kind: kind.kind.one, Holds.values: read.values}, heard, asked)


def all_tell(heard: Heard, parts: Sequence[str]) -> bool:
    """Whether each part of a message holds a value of the new record that it is surely for; its title is told in one."""
    kind = likely_kind(heard, SURELY_OF_KIND)
    marks = [m for m in marking(heard, kind, "values").runs() if m.share >= LIKELY] if kind else []
    at = [heard.text.find(part) for part in parts]
    return min(at) >= 0 and all(any(n <= m.start < n + len(part) for m in marks) for n, part in zip(at, parts, strict=True))


@dataclass(frozen=True)
class _Marks:
    """What the marks of a message tell: which records, their values, and where all of it stands."""
    which: Mapping[str, str]
    values: Mapping[str, str]
    spans: Sequence[Span]


def _read(kind: type[Record], heard: Heard, what: What) -> _Marks | None:
    """What is likely marked; None where a mark is of nothing that the field can hold."""
    known, found = {f.label: f for f in fields(kind)}, marking(heard, kind, what)
    which, values, spans = dict[str, str](), dict[str, str](), list[Span]()
    for mark in (m for m in found.runs() if m.share >= LIKELY):
        of = known.get(mark.field.removeprefix(WHICH))
        if mark.field.startswith(WHICH):
            said = _which(kind, of, heard, mark)
        elif of and of.name == kind.kind.title and not of.choices:
            said = titled(kind, heard, found) if what == "values" else ""          # what is there keeps its name
        else:
            said = value_of(kind, of, heard, mark) if of else ""
        if not said or (of and of.type is date and what == "changes" and PAUSED.search(heard.plain)):
            return None
        (which if mark.field.startswith(WHICH) else values)[of.label if of else "key"] = said
        spans.append(Span(mark.start, mark.end, said))
    return _Marks(which, values, spans)


def _home(kind: type[Record], read: _Marks, heard: Heard) -> dict[str, str]:
    """The one project that is named, where no mark tells it."""
    home = next((f for f in fields(kind) if f.refers == "project" and f.label == "project"), None)
    is_told = home is None or "project" in {*read.which, *read.values} or len(heard.of("project")) != 1 or "key" in read.which
    return {} if is_told else {"project": heard.first("project") or ""}


def _is_open(plan: Plan, heard: Heard) -> bool:
    """Whether nothing else was understood that is wanted, or only what it is hardly for; lines of a list are plainly several."""
    return not plan.calls or not plan.understood or (
        bool(proposed := _proposed(plan)) and all(odds(heard)[t.name] <= HARDLY and not t.slot(Holds.lines) for t in proposed))


def _proposed(plan: Plan) -> list[Tool]:
    return [t for t in TOOLS for name, _ in plan.calls if t.proposes and t.name == name]


def _called(tool: Tool, said: Mapping[Holds, Any], heard: Heard, asked: Asked) -> Plan:
    return completed(tool, Filled({s.name: said[s.holds] for s in tool.slots if s.holds in said}, ()), heard, asked)


def _is_all(read: _Marks, kind: type[Record], heard: Heard, what: What, least: float) -> bool:
    """Whether every other word is surely only said, or says once more what is marked. What stands behind the last comma and holds no mark is a reason."""
    again = (m for w in _so_called(kind, read) for m in pattern(rf"\b{re.escape(w)}\b").finditer(heard.text))
    spans = [*read.spans, *(Span(m.start(), m.end(), m[0]) for m in again)]
    last = heard.text.rfind(",")
    reason = last if last >= 0 and not any(s.end > last for s in read.spans) else len(heard.text)
    return all(p.type_ in ("SIGN", "KIND") or p.word in OPEN or overlaps(span := Span(p.start, p.end, p.word), spans)
               or is_beside(heard, kind, span, min(least, HALF) if p.start > reason else least, what) for p in pieces(heard))


def _so_called(kind: type[Record], read: _Marks) -> list[str]:
    """The words that name the fields that are marked, and those that say once more what a choice becomes: “close them all: done”."""
    known = {f.name: read.values[f.label] for f in fields(kind) if f.choices and f.label in read.values}
    names = [n for f in fields(kind) if f.label in {*read.values, *read.which} for n in f.names]
    return [*names, *(word for name, word, value in choice_words(str(kind.__tablename__)) if known.get(name) == value)]


def _which(kind: type[Record], of: FieldOf | None, heard: Heard, mark: Marked) -> str:
    """What a mark tells of the records that are meant: their keys, the title as it is said, or a condition."""
    if of is None:
        return ", ".join(heard.all("KEY"))
    return LED.sub("", heard.text[mark.start:mark.end].strip(WRAPPED)) if of.name == kind.kind.title else condition_of(kind, of, heard, mark)


def _kind(heard: Heard) -> type[Record] | None:
    """The kind that is likely and is named, where any is; or surely another, as readings of a metric are."""
    named, likely = set(heard.all("KIND")), likely_kind(heard, OF_KIND)
    if likely is not None and (not named or likely.kind.one in named or likely_kind(heard, SURELY_OF_KIND) is likely):
        return likely
    return kind_named(named.pop()) if len(named) == 1 and likely is None else None


def _args(heard: Heard, tool: Tool, kind: type[Record]) -> Mapping[str, Any] | None:
    where = {of.label: said for of, said, _ in filtered(kind, heard)}
    marks = [m for m in marking(heard, kind, "finds").runs() if m.share >= LIKELY]
    if not where or any(m.field.startswith(WHICH) and m.field.removeprefix(WHICH) not in where for m in marks):
        return None
    order = {"sort": sorting(kind, heard), "group": grouping(kind, heard)}
    if any(m.field in ORDERED and not order[m.field] for m in marks) or any(m.field == "words" for m in marks):
        return None
    said = {Holds.kind: kind.kind.one, Holds.conditions: where}
    args = {s.name: value for s in tool.slots if (value := said.get(s.holds) or (order.get(s.name) if s.holds is Holds.field else None))}
    return args if reads_all(tool, args, heard, but_beside=True) else None
