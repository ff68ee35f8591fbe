"""A list that is understood by what is learned alone: its kind and everything that narrows it are likely, and no word is left over."""
from collections.abc import Mapping
from typing import Any

from assistant.planner.filtering import filtered
from assistant.planner.hearing import Heard
from assistant.planner.leftover import reads_all
from assistant.planner.lexicon import kind_named
from assistant.planner.marking import WHICH, marking
from assistant.planner.ordering import grouping, sorting
from assistant.planner.plan import Plan
from assistant.planner.valuing import LIKELY
from assistant.planner.weighing import likely_kind, odds
from records.kinds.base import Record
from tools.base import Holds, Tool

LISTED, ONLY_LISTED, OF_KIND = 0.75, 0.93, 0.6       # of the odds: so many speak for a list where nothing else was understood, and where something else was
ORDERED = ("sort", "group")


def listed(heard: Heard, tool: Tool, plan: Plan) -> Plan | None:
    """The list that is likelier than the plan; None where the plan is one already, or the list would leave something out."""
    if plan.understood and any(name == tool.name for name, _ in plan.calls):
        return None
    is_understood = plan.understood and bool(plan.calls)
    if "KEY" in heard.types or odds(heard)[tool.name] < (ONLY_LISTED if is_understood else LISTED):
        return None
    kind = _kind(heard)
    return Plan(((tool.name, args),)) if kind is not None and (args := _args(heard, tool, kind)) else None


def _kind(heard: Heard) -> type[Record] | None:
    """The one kind that is named, or the likeliest of those that are, or of all."""
    named, likely = list(dict.fromkeys(heard.all("KIND"))), likely_kind(heard, OF_KIND)
    if likely is not None:
        return likely
    return kind_named(named[0]) if len(named) == 1 else None


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
    return args if reads_all(tool, args, heard) else None
