"""Why something is on the list that was just shown, or is not: the conditions and the order that made the list, with what it comes to by them."""
from collections.abc import Mapping
import re
from typing import Any

from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Plan
from assistant.planner.heard.wording import LISTED_BY
from assistant.planner.words.lexicon import kind_named
from records.figures import FIGURES
from records.kinds.base import Record, fields
from tools.base import Holds, Tool

LIST = r"(?:list|table|ranking|overview|answer|result|register)"
WHY = re.compile(rf"^(?:and |so |but |ok |hm )*(?:why|how come|what puts|what put|what got|for what reason)\b.*\b(?:on|in|among|onto|part of|into|"
                 rf"at) (?:that|the|this|your|there|those)\b(?: {LIST}s?)?"
                 rf"(?: (?:above|then|at all))?$|^(?:and |so |but )*why (?:is|are|was|were|does|did) .+ (?:listed|there|included|shown|show up|appear|"
                 rf"appears|come up|named|missing|not "
                 r"(?:listed|there|included|shown|on (?:that|the|this|it)(?: list)?))(?: (?:there|too|at all))?$")
AND = re.compile(r"^(?:and|what about|how about|and what about|why not|and why not)\b.{2,40}$")
NAMED = ("KEY", "project", "person", "objective")
ORDER = ("sort", "group")


def why_listed(heard: Heard, context: Context, tools: Mapping[str, Tool]) -> Plan | None:
    """The last list again for the one record that is named, with what the list was made by; None where none was shown."""
    is_more = AND.match(heard.plain) is not None and bool(context.past) and WHY.match(_plain(context.past[-1].question)) is not None
    is_asked = is_more or WHY.match(heard.plain) is not None
    made = next((c for t in reversed(context.past) for c in reversed(t.calls) if _is_list(c, tools)), None) if is_asked else None
    named = [(type_, str(s.value)) for type_, s in heard.spans if type_ in NAMED]
    if made is None or len(named) != 1:
        return None
    (type_, name), tool = named[0], tools[made.tool]
    place = next((s for s in tool.slots if s.of is not None and str(s.of.__tablename__) == type_ and not s.required), None)
    kind, where = tool.slot(Holds.kind), tool.slot(Holds.conditions)
    if place and not where:                               # a ranking tells the place of one
        choice = {s.name: made.said[s.name] for s in tool.slots if s.holds is Holds.choice and s.name in made.said}
        return Plan(((tool.name, {**choice, place.name: name}),))
    if kind is None or where is None:
        return None
    of, had = kind_named(str(made.said[kind.name])), {n: v for n, v in made.said.get(where.name, {}).items() if n not in ("key", "project")}
    only = "key" if type_ in ("KEY", str(of.__tablename__)) else type_
    sorted_by = made.said.get("sort", "")
    by = [*(f"{_called(of, n)} {v}" for n, v in had.items()), *([f"the order by {str(sorted_by).removeprefix('-')}"] if sorted_by else [])]
    said = LISTED_BY.format(many=of.kind.many, by="; ".join(by)) if by else LISTED_BY.format(many=of.kind.many, by="no condition: all that you may see")
    figured = next((n for n in had if any(f.of is of and n in (f.name, f.title) for f in FIGURES)), sorted_by)       # its value is told whichever way
    kept = {n: v for n, v in had.items() if n != figured and not any(n == f.label for f in fields(of))}
    args: dict[str, Any] = {kind.name: made.said[kind.name], where.name: {**kept, only: name}, **({"sort": figured} if figured else {})}
    return Plan(((tool.name, args),), said)


def _called(of: type[Record], name: str) -> str:
    return next((f.title for f in FIGURES if f.of is of and f.name == name), name)


def _plain(text: str) -> str:
    return " ".join(text.lower().strip(" ?.!").split())


def _is_list(call: Any, tools: Mapping[str, Tool]) -> bool:
    """Whether a call listed or ranked several: a list of a kind that is not of one key, or what ranks by a choice."""
    tool = tools.get(call.tool)
    if tool is None or tool.proposes:
        return False
    where, kind = tool.slot(Holds.conditions), tool.slot(Holds.kind)
    if where and kind:
        return kind.name in call.said and "key" not in call.said.get(where.name, {})
    ranks = [s for s in tool.slots if s.of is not None and not s.required]
    return bool(ranks) and any(s.holds is Holds.choice for s in tool.slots) and not any(s.required for s in tool.slots)
