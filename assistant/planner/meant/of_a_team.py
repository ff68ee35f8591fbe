"""What is asked of the people of a project, of a kind that is about people: “who is away next week on Corvus?”."""
from collections.abc import Callable, Mapping
from dataclasses import replace
import re

from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Plan
from assistant.planner.heard.tool_for import lister_of
from assistant.planner.words.lexicon import kind_named
from assistant.planner.words.phrases import ORDER
from records.kinds import KINDS, Project
from records.kinds.base import fields
from tools.base import Holds, Tool

LED = r"\s*\b(?:on|in|of|from|at|for|working on|who works? on)\s+(?:the\s+)?(?:project\s+)?$"
BEHIND = re.compile(r"(?:['’]s)?(?:\s+(?:project|team|people|colleagues|crew))*", re.I)
ASKS = re.compile(r"^(?:so |and |please |tell me |show me |show |list )*(?:who|which|whom|is|are|will|any ?body|any ?one|some ?body|what|"
                  r"absences?|vacations?|leave|holidays?|days off|"
                  r"when)\b")


def of_a_team(heard: Heard, tools: Mapping[str, Tool], again: Callable[[str], Plan | None]) -> Plan | None:
    """The list of such a kind, narrowed to the people of the one project that is named; `again` plans the question without the project."""
    spans = heard.of("project")
    lister = lister_of(tools.values())
    if len(spans) != 1 or lister is None or ORDER.match(heard.plain) or not ASKS.match(heard.plain) or heard.types & {"KEY", "FIGURE", "MONEY", "TEXT"}:
        return None
    before, after = heard.text[:spans[0].start], heard.text[spans[0].end:]
    led = re.search(LED, before, re.I)
    if led is None:
        return None
    plan = again(" ".join(f"{before[:led.start()]} {after[m.end():] if (m := BEHIND.match(after)) else after}".split()))
    kind, where = lister.slot(Holds.kind), lister.slot(Holds.conditions)
    if plan is None or len(plan.calls) != 1 or plan.says or plan.calls[0][0] != lister.name or kind is None or where is None:
        return None
    said = plan.calls[0][1]
    of = next((k for k in KINDS if k is kind_named(str(said.get(kind.name)))), None)
    if of is None or not of.kind.whose or any(f.refers == Project.__tablename__ for f in fields(of)):
        return None
    return replace(plan, calls=((lister.name, {**said, where.name: {**(said.get(where.name) or {}), "project": str(spans[0].value)}}),), sure=True)
