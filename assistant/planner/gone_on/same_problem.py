"""“Which other projects have the same problem?”: those that lack what was lacking, or are so as was asked last; else the question which problem is meant."""
from collections.abc import Mapping
import re
from typing import Any

from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Plan
from assistant.planner.heard.tool_for import called, lister_of
from assistant.planner.heard.wording import SAME_PROBLEM
from assistant.planner.words.lexicon import kind_named
from assistant.planner.words.openings import opening
from records.kinds.base import fields
from tools.base import Holds, Tool

ASKS = re.compile(rf"{opening('tell me')}(?:(?:and )?(?:which|what|any|are there(?: any)?|do|does|is there(?: any)?|where else|who else)\b.*\b(?:the |that |"
                  rf"this )?same "
                  r"(?:problem|issue|trouble|gap|defect|weakness|shortcoming|fault|lack|situation|flaw|mistake|finding)s?)(?: too| as well| there)?$")
LACKS = re.compile(r"^(?:nobody|nothing|none|empty)$", re.I)
LATELY = 6


def same_problem(heard: Heard, context: Context, tools: Mapping[str, Tool]) -> Plan | None:
    """The list of all that are so; None where it is not asked."""
    lister = lister_of(tools.values())
    if lister is None or context.pending or not ASKS.match(heard.plain) or heard.types & {"project", "KEY", "person"}:
        return None
    for turn in reversed(context.past[-LATELY:]):
        for call in reversed(turn.calls):
            if (found := _lacking(call.said)) is not None:
                return Plan((called(lister, {Holds.kind: found[0], Holds.conditions: {found[1]: "nothing"}}),), sure=True)
    return Plan(says=SAME_PROBLEM, choices=("which benefits have no owner?", "check compliance", "which projects are over budget?"), understood=False)


def _lacking(said: Mapping[str, Any]) -> tuple[str, str] | None:
    """The kind, and its field that was empty: asked about, or filled since."""
    kind = next((str(said[n]) for n in ("kind",) if n in said), "")
    where, values = said.get("where"), said.get("values")
    if not kind:
        return None
    empty = next((n for n, v in where.items() if LACKS.match(str(v))), "") if isinstance(where, Mapping) else ""
    refers = {f.label for f in fields(kind_named(kind)) if f.refers}
    filled = next((n for n in values if n in refers), "") if isinstance(values, Mapping) and isinstance(where, Mapping) else ""
    return (kind, empty or filled) if empty or filled else None
