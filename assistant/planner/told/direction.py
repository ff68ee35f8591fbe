"""“Down to 430k”, “lower it to 430k”: which way a number is to go is handed on with it, so that one which would go the other way is asked about."""
from collections.abc import Mapping
from dataclasses import replace
import re
from typing import Any

from assistant.planner.heard.plan import Plan
from tools.base import Holds, Tool

TO = r"(?:(?!\b(?:to|from)\b).){0,60}?\bto\s*$"
DOWN = re.compile(rf"\b(?:down|lower(?:ed)?|reduced?|cut|decreased?|drop(?:ped|s)?|shrink|trim(?:med)?|falls?|fell|sinks?|scaled? back)\b{TO}", re.I)
UP = re.compile(r"(?:\b(?:go|goes|went|is|moves?|it|forecast|budget|bring|push|take|put)\b.{0,30}\bup|"
                rf"\b(?:raised?|increased?|rais(?:es|ing)|grows?|grew|lift(?:ed)?|rises?|rose))\b{TO}", re.I)


def directed(plan: Plan, text: str, tools: Mapping[str, Tool]) -> Plan:
    """The plan with the way that each number of a change is said to go."""
    return replace(plan, calls=tuple((name, _directed(said, text, tools[name])) for name, said in plan.calls)) if plan.calls else plan


def _directed(said: Mapping[str, Any], text: str, tool: Tool) -> Mapping[str, Any]:
    values = tool.slot(Holds.values) if tool.changes else None
    if values is None or not isinstance(said.get(values.name), Mapping):
        return said
    return {**said, values.name: {n: _with_way(str(v), text) if isinstance(v, str) else v for n, v in said[values.name].items()}}


def _with_way(value: str, text: str) -> str:
    at = text.lower().find(value.lower())
    if at <= 0 or not re.match(r"\D{0,3}\d", value) or re.search(r"\b(?:to|by)\b", value):
        return value
    return f"down to {value}" if DOWN.search(text[:at]) else f"up to {value}" if UP.search(text[:at]) else value
