"""Somebody who is taken off a task or a risk, which has no owner then: “take me off the rollout”. No such words make them its owner."""
from collections.abc import Mapping
from dataclasses import replace
import re
from typing import Any

from assistant.planner.heard.plan import Plan
from tools.base import Holds, Tool

NOBODY = "nobody"
OFF = re.compile(r"\b(?:take|get|pull|drop)\s+(?P<who>me|him|her|(?-i:[A-Z])[\w'-]+(?: (?-i:[A-Z])[\w'-]+)?)\s+(?:off|from)\b(?!\s+(?:work|sick|duty)\b)", re.I)


def taken_off(plan: Plan, text: str, changer: Tool) -> Plan:
    """The plan with nobody in the place of who is taken off, where a change would put them there."""
    slot, m = changer.slot(Holds.values), OFF.search(text)
    if slot is None or m is None:
        return plan
    who = m["who"].lower()
    def without(said: Mapping[str, Any]) -> dict[str, Any]:
        return {n: NOBODY if str(v).lower() == who else v for n, v in said.items()}
    return replace(plan, calls=tuple((name, {**args, slot.name: without(args[slot.name])} if name == changer.name and args.get(slot.name) else args)
                                     for name, args in plan.calls))
