"""A change of what still waits for a yes, in a new wish with the old values: “no, for Ben”, “move it to the Monday after”."""
from collections.abc import Mapping
from datetime import date
import re
from typing import Any

from assistant.planner.gone_on.answering import SHORT
from assistant.planner.gone_on.further import is_further
from assistant.planner.gone_on.going_on import Call, Tools
from assistant.planner.gone_on.the_rest import is_left_out, without_some
from assistant.planner.heard.following import IT, Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.mood import is_question
from assistant.planner.heard.plan import Plan
from assistant.planner.heard.repeating import bounded
from assistant.planner.heard.wishing import is_text
from assistant.planner.learned.weighing import is_order
from assistant.planner.meant.conditions import conditions
from assistant.planner.reworded.written_down import kept_as
from assistant.planner.told.altering import changed
from assistant.planner.told.creating import corrected
from assistant.planner.words.lexicon import kind_named
from assistant.planner.words.phrases import MAKING
from language.dates import find_moves
from records.kinds.base import Record, fields
from tools.base import Holds

ALL_OF = re.compile(r"\b(?:all|every|each|everything|whatever)\b")
REVISING = re.compile(r"^(?:hm+ )?(?:no|nope|rather|better|actually|instead|make|set|change|move|assign|give|for|due|by|with|and|call|rename|title|priority|"
                      r"in|on|to|also|not|only|but|let us|until|at|hand|push|postpone|put|owner|estimate|sorry|oops|"
                      r"i meant|should be|ok but|hmm|wait|make that|please|add)\b")
AFRESH = re.compile(r"^\W*(?:(?:please|no|ok|now|do it|and|yes)\b[\s,]*)*(?:again|once more|the same|anew|redo it|do it again|same again)\b[\s,]*"
                    r"(?:but|and|just|only)?\s*(?P<how>\S.*)$", re.I | re.S)
LENGTH = re.compile(r"\b(?:\d+|an?|one|two|three|four|five|six|half a|another|a couple of|a few) (?:working |business )?(?:days?|weeks?|months?)\b", re.I)
EARLIER = re.compile(r"\b(?:earlier|sooner|forward|up|in)\b", re.I)
NUMBER = re.compile(r"(?:^\W*|\b(?:it was|it is|it['’]s|they were|make (?:it|that)|should (?:be|have been)|i meant|meant|was|rather|actually|only|no|sorry|but)"
                    r"[\s,:]+)(?:(?:about|only|just|actually|it was|more like)\s+)*(?P<n>\d+(?:[.,]\d+)?)"
                    r"(?=\s*(?:$|[,;.!]|(?:and|not|instead|please|for|on|rather|today|yesterday)\b))", re.I)
WAY = re.compile(r"\b(?:earlier|sooner|later|back)\b", re.I)
INSTEAD = re.compile(r"^(?:(?:no|ok|sorry|hm|hmm|oh|and|please|actually|better|rather|wait)\b ?)*"
                     r"(?:(?:make|move|push|shift) (?:it|that|them|these|those|both|all of them)|only|just|by|rather|better|say|"
                     r"(?:an?|one|two|three|four|five|six|\d+|half|another) \w+)\b.*$")


def revised(heard: Heard, context: Context, tools: Tools) -> Call | None:
    """ "Move it to the Monday after", "no, for Ben" while its preview still waits: the same wish again with the new values."""
    call = context.pending
    tool = tools.get(call.tool) if call else None
    if call is not None and tool is not None and (text := next((s for s in tool.slots if is_text(s)), None)) and (again := AFRESH.match(heard.text)):
        return tool.name, {**call.said, text.name: f"{again['how'].strip(' .!')}: {call.said[text.name]}"}
    values = tool.slot(Holds.values) if tool else None
    if call is None or tool is None or values is None or not _revises(heard) or is_further(heard, context):
        return None
    kind = kind_named(str(call.said.get("kind", "task")))
    where, old = tool.slot(Holds.conditions), dict(call.said[values.name])
    if until := bounded(old, heard):
        return tool.name, {**call.said, values.name: {**old, **until}}
    if where and (is_left_out(heard) or INSTEAD.match(heard.plain)):
        left, longer = without_some(kind, call.said[where.name], heard, context.projects), _by_length(heard, old, kind)
        if left or longer or is_left_out(heard):
            return (tool.name, {**call.said, where.name: left or call.said[where.name], values.name: {**old, **longer}}) if left or longer else None
    new = changed(kind, heard) if where else corrected(kind, heard)
    new = {**_bare(kind, heard, old), **_of_the_same(kind, heard, old, new)}
    if new:
        return tool.name, {**call.said, values.name: {**old, **{n: v if "REPEAT" in heard.types else _counted(v, old.get(n)) for n, v in new.items()}}}
    is_one = where is not None and "key" in (call.said.get(where.name) or {})
    narrower = conditions(kind, heard, Context((), context.projects)) if where and not is_one else {}
    return (tool.name, {**call.said, where.name: {**call.said[where.name], **narrower}}) if where and narrower else None


def number_left(heard: Heard, call: Call, context: Context) -> str:
    """The number that is told for what waits and went into none of its fields: “make it 4” where several could take it; "" where there is none."""
    m, before = NUMBER.search(heard.text), str(context.pending.said) if context.pending else ""
    is_used = m is None or str(call[1]) == before or any(s.start < m.end("n") and m.start("n") < s.end for t, s in heard.spans if t not in ("COUNT", "ME"))
    told = [str(v) for part in call[1].values() if isinstance(part, Mapping) for v in part.values()]
    waited = [str(v) for part in (context.pending.said.values() if context.pending else ()) if isinstance(part, Mapping) for v in part.values()]
    return "" if m is None or is_used or any(m["n"] in v for v in told if v not in waited) else m[0].strip(" ,.")


def is_of_waiting(plan: Plan, context: Context) -> bool:
    """Whether a plan is what waits with something of it changed."""
    call = context.pending
    return call is not None and any(name == call.tool and args.get("values") == call.said.get("values") for name, args in plan.calls)


def leans(heard: Heard, context: Context) -> bool:
    """Whether it means what waits and nothing else: “make both due Monday”."""
    return _revises(heard) and IT.search(heard.plain) is not None and not is_further(heard, context)


def _revises(heard: Heard) -> bool:
    if ALL_OF.search(heard.plain) and heard.types & {"person", "KIND"} and len(heard.text.split()) > SHORT:
        return False                                       # “push back all of Jonas's tasks” is an order of its own
    if kept_as(heard.text, ()):
        return False                                       # “we may lose our tester, log that” tells of something new
    if heard.of("KEY") or MAKING.match(heard.plain) or (is_question(heard) and not is_order(heard)):
        return False
    if "REPEAT" in heard.types and not is_order(heard) and len(heard.text.split()) <= SHORT:
        return True
    if is_left_out(heard):
        return True
    return bool(IT.search(heard.plain)) or bool(REVISING.match(heard.plain)) or len(heard.text.split()) <= 3  # noqa: PLR2004 - "Friday instead", "8 hours"


def _by_length(heard: Heard, old: Mapping[str, Any], kind: type[Record]) -> dict[str, str]:
    """ "Make it two weeks instead" of what moves by a week: the same move by another length, in the other direction where that is said; of what moves to a
    day, so much later than it is now."""
    lengths, dates = list(LENGTH.finditer(heard.text)), {f.label for f in fields(kind) if f.type is date}
    moved = {n: v for n, v in old.items() if n in dates and isinstance(v, str)}
    by = {n: v for n, v in moved.items() if LENGTH.search(v) and any(True for _ in find_moves(v))}
    if len(lengths) != 1 or not moved or len(heard.text.split()) > SHORT or not INSTEAD.search(heard.plain):
        return {}
    if way := WAY.search(heard.text):
        return {n: f"{lengths[0][0]} {'earlier' if EARLIER.search(way[0]) else 'later'}" for n in by}
    return {n: LENGTH.sub(lengths[0][0], v, count=1) for n, v in by.items()} or dict.fromkeys(moved, f"{lengths[0][0]} later")


def _of_the_same(kind: type[Record], heard: Heard, old: Mapping[str, Any], new: Mapping[str, str]) -> dict[str, str]:
    """An amount for which no field is said is one of the only amount that waits: “make it 130k” of a new forecast is no new budget."""
    amounts = {f.label: f for f in fields(kind) if f.is_money}
    waits = [n for n in old if n in amounts]
    if len(waits) != 1:
        return dict(new)
    return {waits[0] if n in amounts and not any(re.search(rf"\b{re.escape(w)}\b", heard.text, re.I) for w in amounts[n].names) else n: v
            for n, v in new.items()}


def _bare(kind: type[Record], heard: Heard, old: Mapping[str, Any]) -> dict[str, str]:
    """A number without a unit is one of the only number that waits: “sorry, it was 4 and it was yesterday”."""
    m = NUMBER.search(heard.text)
    amounts = {f.label for f in fields(kind) if f.type in (int, float) and not f.refers}
    waits = [n for n, v in old.items() if n in amounts and isinstance(v, str) and re.search(r"\d", v)]
    if m is None or len(waits) != 1 or any(s.start < m.end("n") and m.start("n") < s.end for t, s in heard.spans if t not in ("COUNT", "ME")):
        return {}
    return {waits[0]: re.sub(r"\d+(?:[.,]\d+)?", m["n"], str(old[waits[0]]), count=1)}


def _counted(said: str, before: str | None) -> str:
    """A date that counts from the one shown before: "the Monday after" becomes "the Monday after next Friday"."""
    if before and re.search(r"\b(?:after|before)$", said.strip(), re.I):
        return f"{said} {before}"
    if before and (m := LENGTH.search(said)):
        return f"{m[0]} {'before' if EARLIER.search(said) else 'after'} {before}"
    return said
