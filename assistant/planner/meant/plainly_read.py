"""Whether a plan answers a question plainly: it lists or tells something of its own, and nothing that was said is left out of it."""
from collections.abc import Mapping
import re
from typing import Any

from assistant.planner.heard.plan import Plan
from records.kinds.base import Record
from tools.base import Holds, Tool

UNCLEAN = re.compile(r"\b(?:left out|left .* aside|could not|took no notice|did not understand|not sure|cannot|which record do you mean|"
                     r"what should it become|i know no|several records could be meant|which project)\b", re.I)
SUPPOSED = re.compile(r"(?:what|how) (?:would|will|happens|does|if|is|much|about)\b.*\d", re.I)
A_RULE = re.compile(r"\b(?:handbook|polic|rules?\b|guide|procedure|document|allow|must\b|may\b|need|requir|approv|sign|gate|should)", re.I)
SHOWS = re.compile(r"\b(?:show|see|open|details?|status|state|stand|stuck|record|card)\b|\b(?:more|tell \w+|all|everything|know) about\b|"
                   r"\bis (?:it|that|this) about\b|^(?:is|are|was|has|have|did|does|when|who) ", re.I)


def is_answer(plan: Plan, said: str, tools: Mapping[str, Tool]) -> bool:
    """Whether a question was plainly read: it lists or tells something of its own, and nothing of it was left out."""
    if not plan.calls or not plan.understood or plan.later or UNCLEAN.search(plan.says) or any(tools[name].proposes for name, _ in plan.calls):
        return False
    return not any(_is_of_all(tools[name], args) or (is_card(tools[name], args) and not SHOWS.search(said)) or (
        tools[name].slot(Holds.question) and not _is_asked_so(tools[name], said)) for name, args in plan.calls)


def _is_asked_so(tool: Tool, said: str) -> bool:
    """Whether a question that a tool takes in its own words is one for it: of a rule, or a supposition with a number in it."""
    return A_RULE.search(said) is not None or (tool.slot(Holds.record) is not None and SUPPOSED.match(said) is not None)


def is_card(tool: Tool, args: Mapping[str, Any]) -> bool:
    """Whether it shows all of one record, which answers no question about what it means."""
    record = next((s.name for s in tool.slots if s.holds is Holds.record and s.of is Record), "")
    return bool(record) and set(args) == {record}


def _is_of_all(tool: Tool, args: Mapping[str, Any]) -> bool:
    """Whether it lists all records of a kind, which answers no question about some of them."""
    kind = tool.slot(Holds.kind)
    return tool.slot(Holds.conditions) is not None and kind is not None and set(args) == {kind.name}
