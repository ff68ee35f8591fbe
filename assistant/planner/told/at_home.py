"""What nobody said the project of: something new goes into the only one that the conversation is about, which is told, and a gate told by its number is its."""
from collections.abc import Mapping
from dataclasses import replace
import re
from typing import Any

from assistant.planner.heard.following import Context
from assistant.planner.heard.plan import Asked, Plan
from assistant.planner.heard.wording import ONE_TALKED_OF
from assistant.planner.words.lexicon import kind_named
from records.kinds.base import fields
from tools.base import Holds, Tool

GATE = re.compile(r"gate \d", re.I)


def at_home(plan: Plan, asked: Asked, maker: Tool) -> Plan:
    """The plan with that project in what `maker` is to make and says none."""
    lacks = [said for name, said in plan.calls if name == maker.name and _lacks_project(said)]
    sole, values = Context(asked.past, asked.projects).sole if lacks else None, maker.slot(Holds.values)
    if sole is None or values is None:
        return plan
    name = next((n for n, k in asked.projects.items() if k == sole), sole)
    calls = tuple((tool, {**said, values.name: {**said[values.name], "project": sole}} if said in lacks else said) for tool, said in plan.calls)
    return replace(plan, calls=calls, says=f"{plan.says} {ONE_TALKED_OF.format(name=name)}".strip())


def of_own_gate(plan: Plan, asked: Asked) -> Plan:
    """The plan with the asker's only project, or the one that is talked of, for a gate that is told by its number alone: “push gate 2 back by three days”."""
    home = Context(asked.past, asked.projects).project or asked.projects.get(asked.my_only)
    if home is None or not any(GATE.fullmatch(str((said.get("where") or {}).get("key", ""))) for _, said in plan.calls):
        return plan
    return replace(plan, calls=tuple((name, _of_gate(said, home)) for name, said in plan.calls))


def _of_gate(said: Mapping[str, Any], home: str) -> Mapping[str, Any]:
    where = said.get("where") or {}
    key = str(where.get("key", ""))
    return {**said, "where": {**{n: v for n, v in where.items() if n != "key"}, "project": home, "title": key}} if GATE.fullmatch(key) else said


def _lacks_project(said: Mapping[str, Any]) -> bool:
    kind = kind_named(str(said["kind"])) if said.get("kind") else None
    home = next((f for f in fields(kind) if f.name == "project_id"), None) if kind else None
    return home is not None and home.required and home.label not in said.get("values", {})
