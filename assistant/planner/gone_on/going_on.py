"""The last question again, with what is said now: “and for Borealis?”, “only Ana's”, “why?”."""
from collections.abc import Mapping
import re
from typing import Any

from assistant.planner.filled.filling import fill, spoken_days
from assistant.planner.gone_on.answering import SHORT
from assistant.planner.heard.asking import asks_figure_of_project
from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Asked
from assistant.planner.learned.weighing import is_order
from assistant.planner.meant.conditions import conditions
from assistant.planner.meant.moment import is_of_now, timed
from assistant.planner.words.lexicon import kind_named
from records.figures import FIGURES
from records.kinds import Person
from tools.base import Holds, Tool

Tools = Mapping[str, Tool]
Call = tuple[str, Mapping[str, Any]]
AGAIN = re.compile(r"^(?:and|what about|how about|same for|now|or|also|then|only|just|but|for|in|on|with|without|sort|sorted|order|group|grouped|more|all|"
                   r"show all|show more|the rest|everything|not)\b")
THOSE = re.compile(r"\b(?:which|who|what|how many|any|some|one|those|only|just|all|none) (?:of|among) (?:those|these|them)\b|\b(?:only|just|show|the|"
                   r"which) (?:[\w-]+ ){0,2}ones\b|"
                   r"^(?:and )?those (?:that|which|who|with|without|of|in|on|due|from)\b")
BARE = re.compile(r"^(?:why|how come|why is that|and why|why so|because of what)$")
METHOD = re.compile(r"^(?:and )?(?:(?:by|with|using|in) )?(?:which|what) (?:method|formula|way)\b|"
                    r"^(?:and )?how(?: so| exactly| come)?$|^how do you know(?: that| this)?$|"
                    r"^(?:and )?(?:show (?:me )?)?(?:your|the) (?:working|formula|method)$")
MORE = re.compile(r"^(?:and )?(?:(?:show|give|list|see) (?:me )?)?(?:more|all|all of them|the rest|everything|them all)(?: please)?$")
WHOLE = re.compile(r"^(?:please )?(?:show|list|all)\b")


def continued(heard: Heard, context: Context, tools: Tools, asked: Asked) -> tuple[Call, ...]:
    """ "And for Borealis?", "only Ana's", "why?": the last call again with what is new, or all calls of the last turn where each is a list of its own."""
    calls = context.last_calls
    if len({c.tool for c in calls}) == 1 and len(calls) > 1 and tools[calls[0].tool].slot(Holds.kind):
        again = [_continued(c, heard, context, tools, asked) for c in calls]
        return tuple(each for each in again if each) if all(again) else ()
    again_last = _continued(context.last_call, heard, context, tools, asked)
    return (again_last,) if again_last else ()


def _continued(call: Any, heard: Heard, context: Context, tools: Tools, asked: Asked) -> Call | None:
    tool = tools.get(call.tool) if call else None
    if call is None or tool is None or tool.proposes or not _goes_on(heard, call.said) or (asks_figure_of_project(heard) and not tool.slot(Holds.figure)):
        return None
    if tool.slot(Holds.figure) and METHOD.match(heard.plain):
        return tool.name, dict(call.said)
    if question := tool.slot(Holds.question):
        return tool.name, {question.name: _renumbered(str(call.said.get(question.name, "")), heard.text)}
    moment = tool.slot(Holds.moment)
    if moment:
        leaning = moment.name in call.said or not any(tool.slot(h) for h in (Holds.period, Holds.conditions))
        heard = timed(heard, asked.names, asked.today, leaning=leaning)
    now = dict(fill(tool, heard, Context((), context.projects)).args)
    now |= {moment.name: ""} if moment and moment.name in call.said and is_of_now(heard) else {}
    now |= {s.name: 100 for s in tool.slots if s.holds is Holds.number and MORE.match(heard.plain)}
    if (kind := tool.slot(Holds.kind)) and "KIND" not in heard.types:
        now.pop(kind.name, None)
        now |= _narrower(tool, call.said, heard, context)
    now |= _people(tool, call.said, heard)
    if ahead := _ahead(tool, call.said, heard):
        now = {n: v for n, v in now.items() if not (s := tool.slot(Holds.conditions)) or n != s.name or "person" in heard.types} | ahead
    before = {n: v for n, v in now.items() if call.said.get(n) == v}
    if before and before == now and (same := tool.slot(Holds.choice)) and same.name in now and heard.types & {"DATE", "MONEY", "PERCENT"}:
        return tool.name, dict(call.said)                  # the same once more; that it cannot be narrowed so is told
    return (tool.name, merged(tool, call.said, now)) if now.keys() - before.keys() else None


def _ahead(tool: Tool, said: Mapping[str, Any], heard: Heard) -> dict[str, str]:
    """The days to come that are said now, of a figure that was asked over days or looks ahead; nothing else of the call is narrowed by them."""
    slot = tool.slot(Holds.days)
    told = {str(v).removeprefix("-") for v in said.values() if isinstance(v, str)} | {n for v in said.values() if isinstance(v, Mapping) for n in v}
    is_of_days = slot is not None and heard.of("DATE") and (slot.name in said or any(f.is_over_days and {f.name, f.title} & told for f in FIGURES))
    return {slot.name: re.sub(r"^for ", "", spoken_days(heard))} if slot and is_of_days else {}


def _people(tool: Tool, said: Mapping[str, Any], heard: Heard) -> dict[str, Any]:
    """Other people in the place of those whose list it was: “and Dev?” after the load of Ana and Ben."""
    kind, where = tool.slot(Holds.kind), tool.slot(Holds.conditions)
    keyed = kind and where and said.get(kind.name) == Person.kind.one and "key" in (said.get(where.name) or {})
    keys = [str(s.value) for s in heard.of("person")]
    return {where.name: {"key": ", ".join(keys)}} if keyed and keys and where else {}


def _narrower(tool: Tool, said: Mapping[str, Any], heard: Heard, context: Context) -> dict[str, Any]:
    """What narrows a list of the kind that was listed before: “only the technical ones”."""
    kind, where = tool.slot(Holds.kind), tool.slot(Holds.conditions)
    if kind is None or where is None or kind.name not in said:
        return {}
    found = conditions(kind_named(str(said[kind.name])), heard, Context((), context.projects))
    return {where.name: found} if found else {}


def merged(tool: Tool, before: Mapping[str, Any], now: Mapping[str, Any]) -> dict[str, Any]:
    """The earlier call with what is said now; of another kind of record only whose and where it is still counts."""
    out = dict(before)
    kind = tool.slot(Holds.kind)
    is_other = kind is not None and kind.name in now and now[kind.name] != before.get(kind.name)
    for slot in tool.slots:
        old, new = out.get(slot.name), now.get(slot.name)
        if is_other and slot.holds is Holds.conditions and isinstance(old, Mapping):
            out[slot.name] = old = {n: v for n, v in old.items() if n in ("project", "owner")}
        if is_other and slot.holds is Holds.field:
            out.pop(slot.name, None)
        if new is not None:
            out[slot.name] = {**old, **new} if isinstance(old, Mapping) and isinstance(new, Mapping) else new
    return out


def _goes_on(heard: Heard, said: Mapping[str, Any]) -> bool:
    if is_order(heard) or len(heard.text.split()) > SHORT:
        return False
    if WHOLE.match(heard.plain) and heard.of("KIND") and not THOSE.search(heard.plain):
        return False                                       # “show all issues”, “all risks” ask anew
    named = [t for t, _ in heard.spans]
    is_bare_name = len(heard.plain.split()) <= 2 and bool(named) and all(t in said for t in named)  # noqa: PLR2004 - "Borealis?", "Ben Okafor?"
    return bool(AGAIN.match(heard.plain) or THOSE.search(heard.plain) or BARE.match(heard.plain) or METHOD.match(heard.plain)) or is_bare_name


def _renumbered(question: str, said: str) -> str:
    """ "And gate 3?" after a question about gate 2: the same question of the other number."""
    for m in re.finditer(r"\b([a-z]+) (\d+)\b", said, re.I):
        if (other := re.sub(rf"\b{m[1]} \d+\b", m[0], question, flags=re.I)) != question:
            return other
    return said
