"""“And the others?”: of a list that was narrowed, those that it left out; and what of a change that waits is to be left out: “not the blocked ones”."""
from collections.abc import Mapping
import re
from typing import Any

from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Plan
from assistant.planner.heard.wording import WHICH_OTHERS
from assistant.planner.meant.conditions import conditions
from assistant.planner.words.lexicon import kind_named
from language.words import Span
from records.kinds.base import Record, split
from tools.base import Holds, Tool

OTHERS = re.compile(r"^(?:(?:and|but|ok|so|now|then|what about|how about|show me|show|list|which are|what are|who has)\b ?)*"
                    r"(?:(?:all )?the )?(?:others?|other ones?|remaining ones|rest of (?:them|those)|ones that are left)(?: then| please)*$")
OPENS = r"^\W*(?:(?:yes|ok|okay|but|and|please|no|fine|good|all|everything|them all)\b[\s,]*)*"
LEFT_OUT = re.compile(rf"{OPENS}(?:(?:leave out|take out|without|except(?: for)?|exclude|excluding|skip|but not|apart from)\s+(?P<all>\S.*)|"
                      r"(?:not|leave)\s+(?P<some>(?:(?:the|those|any)\s+)?(?:\S+\s+)*?(?:ones|tasks|risks|issues|milestones|items|[\w-]+['’]s)\b.*))$", re.I)
PAIR = 2


def of_others(heard: Heard, context: Context, tools: Mapping[str, Tool]) -> Plan | None:
    """The list before without what narrowed it last; or that it must be said which others are meant."""
    if not OTHERS.match(heard.plain):
        return None
    every = (c for turn in reversed(context.past) for c in reversed(turn.calls))
    lists: list[Any] = [c for c in every if (t := tools.get(c.tool)) and t.slot(Holds.conditions) and not t.proposes]
    if not lists or lists[0] != context.last_call:
        return None
    tool = tools[lists[0].tool]
    kind, where = tool.slot(Holds.kind), tool.slot(Holds.conditions)
    if kind is None or where is None:
        return None
    now, same = dict(lists[0].said.get(where.name) or {}), lists[0].said.get(kind.name)
    before = next((dict(c.said.get(where.name) or {}) for c in lists[1:PAIR] if c.tool == tool.name and c.said.get(kind.name) == same), None)
    more = {n: v for n, v in now.items() if before is None or before.get(n) != v}
    if before is not None and len(more) == 1 and before == {n: v for n, v in now.items() if n not in more} and _turned(*more.values()):
        return Plan(((tool.name, {**lists[0].said, where.name: {**before, **{n: _turned(v) for n, v in more.items()}}}),))
    many = kind_named(str(same)).kind.many
    at = f" of {now['project']}" if now.get("project") else ""
    ways = (f"show all {many}{at}", *((f"show all {many}",) if at else ()))
    return Plan(says=WHICH_OTHERS.format(many=many), choices=ways, understood=False)


def _turned(said: Any) -> str:
    """A condition for what another leaves out; "" where that is not said in a word."""
    text = str(said)
    if text.startswith("not "):
        return text.removeprefix("not ")
    return "" if re.match(r"(?:before|after|at most|at least|above|below|between|empty|has)\b", text) else f"not {text}"


def is_left_out(heard: Heard) -> bool:
    """Whether some of what waits are to be left out."""
    return LEFT_OUT.match(heard.text.rstrip(" .!")) is not None


def without_some(kind: type[Record], where: Mapping[str, str], heard: Heard, projects: Mapping[str, str]) -> dict[str, str] | None:
    """The conditions of a change that waits, without those that are told; None where it is not said which in words that are known."""
    m = LEFT_OUT.match(heard.text.rstrip(" .!"))
    if m is None:
        return None
    said = conditions(kind, heard.without([Span(0, m.start("all") if m["all"] else m.start("some"), "")]), Context((), projects))
    out = {n: v for n, v in said.items() if n != "key"}
    if len(out) != 1 or "key" in said:
        return None
    (name, value), = out.items()
    old = str(where.get(name, ""))
    if not _turned(value) or value.startswith("not ") or (old and not old.startswith("not ")):
        return None
    none = dict.fromkeys([*split(old.removeprefix("not ")), *split(value)])
    return {**where, name: f"not {', '.join(n for n in none if n)}"}
