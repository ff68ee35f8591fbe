"""Days that are said once for two questions: “who is overbooked in December and who has time to spare?”."""
from collections.abc import Mapping, Sequence
from dataclasses import replace

from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Call, Plan
from tools.base import Holds, Tool


def in_the_same_days(plan: Plan, part: Heard, before: Sequence[Plan], tools: Mapping[str, Tool]) -> Plan:
    """The plan of a part that names no days, over the days of the part before it, where both list the same kind by figures of days."""
    said = [call for each in before for call in each.calls]
    if part.of("DATE") or not said:
        return plan
    return replace(plan, calls=tuple(_over(call, said[-1], tools) for call in plan.calls))


def _over(call: Call, before: Call, tools: Mapping[str, Tool]) -> Call:
    (name, args), slot = call, tools[call[0]].slot(Holds.days)
    kind = tools[name].slot(Holds.kind)
    is_alike = before[0] == name and kind is not None and args.get(kind.name) == before[1].get(kind.name) and slot is not None
    is_same = is_alike and _figures(args, tools[name]) == _figures(before[1], tools[name])
    return (name, {**args, slot.name: before[1][slot.name]}) if is_same and slot and slot.name in before[1] and slot.name not in args else call


def _figures(args: Mapping[str, object], tool: Tool) -> frozenset[str]:
    slot = tool.slot(Holds.conditions)
    where = args.get(slot.name) if slot else None
    return frozenset(map(str, where)) if isinstance(where, Mapping) else frozenset()
