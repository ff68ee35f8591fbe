"""What calls ask for, and whether a plan is a plain answer: it lists or tells something of its own, and nothing was left out."""
from collections.abc import Mapping, Sequence
import re
from typing import Any

from assistant.planner.heard.plan import Call, Plan
from records.kinds.base import Record
from tools.base import Holds, Tool

UNCLEAN = re.compile(r"\b(?:left out|left .* aside|could not|took no notice|did not understand|not sure|cannot|which record do you mean|"
                     r"what should it become|i know no|several records could be meant|which project)\b", re.I)
SHOWS = re.compile(r"\b(?:show|see|open|details?|status|state|stand|stuck|record|card)\b|\b(?:more|tell \w+|all|everything|know) about\b|"
                   r"\bis (?:it|that|this) about\b|^(?:is|are|was|has|have|did|does|when|who) ", re.I)
A_RULE = re.compile(r"\b(?:handbook|polic|rules?\b|guide|procedure|document|allow|must\b|may\b|need|requir|approv|sign|gate|should)", re.I)
SUPPOSED = re.compile(r"(?:what|how) (?:would|will|happens|does|if|is|much|about)\b.*\d", re.I)


def is_answer(plan: Plan, said: str, tools: Mapping[str, Tool]) -> bool:
    """Whether a question was plainly read: it lists or tells something of its own, and nothing of it was left out."""
    if not plan.calls or not plan.understood or plan.later or UNCLEAN.search(plan.says) or any(tools[name].proposes for name, _ in plan.calls):
        return False
    return not any(is_of_all(tools[name], args) or (is_card(tools[name], args) and not SHOWS.search(said)) or (
        tools[name].slot(Holds.question) and not _is_asked_so(tools[name], said)) for name, args in plan.calls)


def leans_on(plan: Plan, first: Plan, keys: Sequence[str]) -> bool:
    """Whether each call is about something that was shown, or goes on from what was asked first."""
    before = [str(v) for _, args in first.calls for v in values(args)]
    return all(any(key in str(args) for key in keys) or any(str(v) in before for v in values(args)) for _, args in plan.calls)


def is_card(tool: Tool, args: Mapping[str, Any]) -> bool:
    """Whether it shows all of one record, which answers no question about what it means."""
    record = next((s.name for s in tool.slots if s.holds is Holds.record and s.of is Record), "")
    return bool(record) and set(args) == {record}


def is_of_all(tool: Tool, args: Mapping[str, Any]) -> bool:
    """Whether it lists all records of a kind, which answers no question about some of them."""
    kind = tool.slot(Holds.kind)
    return tool.slot(Holds.conditions) is not None and kind is not None and set(args) == {kind.name}


def holds(call: Call, of: Call) -> bool:
    """Whether a call asks for all that another asks for."""
    return call[0] == of[0] and all(_has(call[1].get(name), v) for name, v in of[1].items())


def _has(value: Any, of: Any) -> bool:
    return all(value.get(n) == v for n, v in of.items()) if isinstance(of, Mapping) and isinstance(value, Mapping) else value == of


def named_values(args: Mapping[str, Any]) -> list[tuple[str, Any]]:
    """Each value of a call with the name of its field or slot."""
    return [each for n, v in args.items() for each in (v.items() if isinstance(v, Mapping) else [(n, v)])]


def values(args: Mapping[str, Any]) -> list[Any]:
    return [each for v in args.values() for each in (v.values() if isinstance(v, Mapping) else [v])]


def _is_asked_so(tool: Tool, said: str) -> bool:
    """Whether a question that a tool takes in its own words is one for it: of a rule, or a supposition with a number in it."""
    return A_RULE.search(said) is not None or (tool.slot(Holds.record) is not None and SUPPOSED.match(said) is not None)
