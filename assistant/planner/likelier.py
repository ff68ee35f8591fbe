"""What is learned alone tells what a message is for where nothing else understood it, or another question was surely meant."""
from collections.abc import Mapping, Sequence
import re
from typing import Any

from assistant.planner.chain import What
from assistant.planner.completing import completed
from assistant.planner.filling import Filled, fill, open_ones
from assistant.planner.filtering import LED, condition_of, filtered
from assistant.planner.following import Context
from assistant.planner.hearing import Heard
from assistant.planner.leftover import reads_all
from assistant.planner.lexicon import choice_words, kind_coded, kind_named
from assistant.planner.marking import WHICH, Marked, Piece, is_beside, marking, pieces
from assistant.planner.narrowing import EVERY, OPEN
from assistant.planner.ordering import grouping, sorting
from assistant.planner.plain import pattern
from assistant.planner.plan import Asked, Plan
from assistant.planner.valuing import LIKELY, WRAPPED, overlaps, titled, value_of
from assistant.planner.weighing import is_asked_for, is_order, likely_kind, odds
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
ORDERED = ("sort", "group")


def likelier_list(plan: Plan, heard: Heard, tool: Tool) -> Plan | None:
    """The list that a message is likelier for than the plan: its kind and everything that narrows it are likely, and no word is left over. None where the
    plan is one already, or proposes what may well be wanted."""
    proposed = [t.name for t in TOOLS for name, _ in plan.calls if t.proposes and t.name == name]
    if any(odds(heard)[name] > HARDLY for name in proposed) or "KEY" in heard.types:
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
    is_question = (not best.proposes or is_asked_for(best)) and not best.slot(Holds.figure) and not best.slot(Holds.conditions)
    if not is_question or odds(heard)[best.name] < SURELY_ASKED or "KEY" in heard.types or is_order(heard):
        return None
    filled = fill(best, heard, context)
    return None if filled.missing else completed(best, filled, heard, asked)


def likelier_change(plan: Plan, heard: Heard, asked: Asked, tool: Tool) -> Plan | None:
    """The change that a message is surely for, where nothing else was understood: all that tells which and what is new is marked, and all else is surely
    only said. One record is told of by its title, in any words, and perhaps its project."""
    coded = {kind_coded(key) for key in heard.all("KEY")}
    kind = coded.pop() if len(coded) == 1 else likely_kind(heard, SURELY_OF_KIND)
    if plan.calls or kind is None or odds(heard)[tool.name] < CHANGED:
        return None
    is_of_many, known = heard.is_of_many or EVERY.search(heard.plain) is not None, {f.label: f for f in fields(kind)}
    where, values, spans = dict[str, str](), dict[str, str](), list[Span]()
    for mark in (m for m in marking(heard, kind, "changes").runs() if m.share >= LIKELY):
        of = known.get(mark.field.removeprefix(WHICH))
        said = _which(kind, of, heard, mark) if mark.field.startswith(WHICH) else value_of(kind, of, heard, mark) if of and of.name != kind.kind.title else ""
        if not said:
            return None
        names_it = not is_of_many and (of is None or of.name == kind.kind.title)
        (where if mark.field.startswith(WHICH) else values)["key" if of is None or names_it else of.label] = said
        spans.append(Span(mark.start, mark.end, said))
    spans += [Span(m.start(), m.end(), m[0]) for w in _so_called(kind, values) for m in pattern(rf"\b{re.escape(w)}\b").finditer(heard.text)]
    is_told = where if is_of_many else "key" in where and where.keys() <= {"key", "project"}
    if not is_told or not values or not all(_is_only_said(p, kind, heard, spans, BESIDE_MANY if is_of_many else BESIDE_ONE) for p in pieces(heard)):
        return None
    described = {**open_ones(kind, {n: v for n, v in where.items() if n != kind.kind.title}, heard), **where} if is_of_many else where
    filled = {Holds.kind: kind.kind.one, Holds.conditions: described, Holds.values: values}
    return completed(tool, Filled({s.name: filled[s.holds] for s in tool.slots if s.holds in filled}, ()), heard, asked)


def likelier_new(plan: Plan, heard: Heard, asked: Asked, tool: Tool) -> Plan | None:
    """The new record that a message is surely for, where nothing else was understood: its title is marked, and all else is a value or surely only said."""
    kind = likely_kind(heard, SURELY_OF_KIND)
    if plan.calls or kind is None or "KEY" in heard.types or odds(heard)[tool.name] < MADE:
        return None
    known, values, spans = {f.label: f for f in fields(kind)}, dict[str, str](), list[Span]()
    for mark in (m for m in marking(heard, kind, "values").runs() if m.share >= LIKELY):
        of = known[mark.field]
        said = titled(kind, heard, marking(heard, kind, "values")) if of.name == kind.kind.title and not of.choices else value_of(kind, of, heard, mark)
        if not said:
            return None
        values[of.label] = said
        spans.append(Span(mark.start, mark.end, said))
    if kind.kind.title not in values or not all(_is_only_said(p, kind, heard, spans, BESIDE_ONE, "values") for p in pieces(heard)):
        return None
    filled = {Holds.kind: kind.kind.one, Holds.values: values}
    return completed(tool, Filled({s.name: filled[s.holds] for s in tool.slots if s.holds in filled}, ()), heard, asked)


def _so_called(kind: type[Record], values: Mapping[str, str]) -> list[str]:
    """The words that say once more what a choice becomes: “close them all: done”."""
    known = {f.name: values[f.label] for f in fields(kind) if f.choices and f.label in values}
    return [word for name, word, value in choice_words(str(kind.__tablename__)) if known.get(name) == value]


def _which(kind: type[Record], of: FieldOf | None, heard: Heard, mark: Marked) -> str:
    """What a mark tells of the records that are meant: their keys, the title as it is said, or a condition."""
    if of is None:
        return ", ".join(heard.all("KEY"))
    return LED.sub("", heard.text[mark.start:mark.end].strip(WRAPPED)) if of.name == kind.kind.title else condition_of(kind, of, heard, mark)


def _is_only_said(piece: Piece, kind: type[Record], heard: Heard, spans: Sequence[Span], least: float, what: What = "changes") -> bool:
    span = Span(piece.start, piece.end, piece.word)
    return piece.type_ in ("SIGN", "KIND") or overlaps(span, spans) or piece.word in OPEN or is_beside(heard, kind, span, least, what)


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
