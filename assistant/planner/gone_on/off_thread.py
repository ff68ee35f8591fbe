"""What points to the last answer and could only be read over the whole office: that is said, for the answer to another question misleads."""
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
import re
from typing import Any

from assistant.planner.gone_on.of_shown import shown_last
from assistant.planner.heard.following import Context, Earlier
from assistant.planner.heard.hearing import KEY, Heard
from assistant.planner.heard.names_out import names_out
from assistant.planner.heard.plan import Plan
from assistant.planner.heard.tool_for import called, lister_of
from assistant.planner.heard.wording import NOT_RANKED, OFF_THREAD, TEAM_WITHOUT
from assistant.planner.words.lexicon import kind_coded
from records.kinds import Membership
from records.kinds.base import fields
from tools.base import Holds, Tool

THAT = r"(?:it|that|they|those|these|them)"
IS = r"(?:is|are|was|were|does|do|did|will|should|would|could|can|has|have|must)"
POINTS = re.compile(r"\bwhich (?:ones?|of (?:them|those|these))\b|"
                    rf"\b(?:who|whose|what|when|where|why|which|how(?: \w+)?) {IS}(?: got| had)? {THAT}\b(?! (?:going|possible|with)\b)|"
                    rf"\b(?:with|of|about|for|on|to|from|in|behind|against|between|by|than) {THAT}$|"
                    r"\b(?:theirs?|his|hers|him|he|she)\b|\bthe others?(?: ones?)?$|\b(?:that|this|the (?!next|last)\w+) ones?$|"
                    r"\bthe (?:week|month|quarter|year|day) (?:after|before)(?: that)?$")
HAPPENED = re.compile(rf"^(?:(?:and|so|but)\b ?)*(?:has|have|had|did|does) {THAT}\b.*\bhappen(?:ed|s)?\b")
COMPARED = re.compile(r"\b(?:it|that|this|ours|the new one) (?:rank|ranks|compare|compares|do|does|stand|stands|fare|score|look|come out) "
                      r"(?:against|with|to|compared (?:to|with)|beside|next to)\b|\bcompare (?:it|that|this) (?:with|to|against)\b")
WHO_ELSE = re.compile(r"^(?:(?:and|so|ok)\b ?)*who\b.*\b(?:knows?|works?|is|are|sees?|has access|may see|can see|belongs?|involved)\b"
                      r".*\b(?:it|that|there|this)\b")
OF_SOMEBODY = re.compile(r"\b(?:his|hers?|him|he|she)\b")                # no document says what somebody who is talked of thinks
INSIDE = frozenset(("KEY", "project", "person", "TEXT", "objective", "document", "FIGURE"))
SHORT, OFFERED, LATELY = 10, 3, 3


def off_thread(plan: Plan, heard: Heard, context: Context, tools: Mapping[str, Tool]) -> Plan | None:
    """The sentence in the place of such an answer; None where the plan stays with what was shown, or nothing points to it."""
    last = shown_last(context) or next((t for t in reversed(context.past[-LATELY:]) if t.calls and not t.failed), None)
    if last is None or not plan.calls or plan.sure or context.pending or heard.types & INSIDE or len(heard.text.split()) > SHORT or not (
            POINTS.search(heard.plain) or HAPPENED.match(heard.plain)):
        return None
    is_kept = any(tools[name].proposes or _quotes(tools[name], heard) or _stays(name, said, context, last) for name, said in plan.calls)
    return None if is_kept and not HAPPENED.match(heard.plain) else not_read_of(last)


def _quotes(tool: Tool, heard: Heard) -> bool:
    """Whether it is put to the documents, and not what somebody who is talked of thinks."""
    return tool.slot(Holds.question) is not None and OF_SOMEBODY.search(heard.plain) is None


def not_read_of(last: Earlier) -> Plan:
    """That a message goes on from what was shown, and could not be read of that."""
    keys = [key for key in last.keys if KEY.fullmatch(key)]
    such = ", such as" if keys else "."
    return Plan(says=OFF_THREAD.format(what=_called(keys), such=such), choices=tuple(f"show {key}" for key in keys[:OFFERED]), understood=False)


def beside_it(plan: Plan, heard: Heard, context: Context, tools: Mapping[str, Tool]) -> Plan | None:
    """What is compared with one that only waits, and who there is besides some; None where neither is asked."""
    if COMPARED.search(heard.plain) and len(heard.all("project")) == 1 and context.pending and tools[context.pending.tool].proposes and plan.calls:
        return replace(plan, says=f"{NOT_RANKED.format(title=context.wish)} {plan.says}".strip()) if "where" not in context.pending.said else None
    out, lister = names_out(heard, "person"), lister_of(tools.values())
    if not out or lister is None or len(out) != len(heard.of("person")) or not context.project or not WHO_ELSE.search(heard.plain):
        return None
    home = next((f.label for f in fields(Membership) if f.refers == "project"), "")
    person = next((f.label for f in fields(Membership) if f.refers == "person"), "")
    where = {home: context.project, person: f"not {', '.join(heard.said(s) for s in out)}"}
    return Plan((called(lister, {Holds.kind: Membership.kind.one, Holds.conditions: where}),), TEAM_WITHOUT)


def _stays(name: str, said: Mapping[str, Any], context: Context, last: Earlier) -> bool:
    """Whether a call is of records, projects or people that are named or were shown, or is the last one with something more."""
    inner = {**said, **{n: v for part in said.values() if isinstance(part, Mapping) for n, v in part.items()}}
    if inner.keys() & {"key", "project", "record", "person", "objective"} or set(map(str, inner.values())) & set(last.keys):
        return True
    before = context.last_call
    return before is not None and before.tool == name and bool(before.said) and all(n in said for n in before.said)


def _called(keys: Sequence[str]) -> str:
    """What was shown in a few words: “2 risks”, “APOLLO-R-1”."""
    if len(keys) == 1:
        return f" ({keys[0]})"
    kinds = Counter(kind_coded(key) for key in keys)
    return f" ({', '.join(f'{n} {of.kind.one if n == 1 else of.kind.many}' for of, n in kinds.most_common(OFFERED))})" if kinds else ""
