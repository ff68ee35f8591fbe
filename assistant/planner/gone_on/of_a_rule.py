"""What goes on from a rule that was just told: “who has to approve that?”, “and for change requests over 50k?”."""
from collections.abc import Mapping
import re

from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Plan
from assistant.planner.heard.wishing import is_open
from tools.base import Holds, Tool

WHO_MAY = re.compile(r"^(?:and |so |but |ok )*who (?:has to|must|may|can|needs to|should|would|is to|does)(?: then)? "
                     r"(?:approve|sign|agree|decide|allow|confirm|release|accept|do|check|own)\b.*\b(?:that|it|this)$")
AND_FOR = re.compile(r"^\W*(?:and|what about|how about|and what about)\s+(?:for|with|of|in case of|when it is|if it is)?\s*(?P<x>\S.*?)\W*$", re.I)
NUMBERED = re.compile(r"(?:the )?\w+ \d+", re.I)
THAT = re.compile(r"\b(?:that|it|this)\W*$", re.I)


def of_a_rule(heard: Heard, context: Context, tools: Mapping[str, Tool]) -> Plan | None:
    """The rule that is asked for next, with what the last question was about; None where the last answer told of no rule or a record is named."""
    last = tools.get(context.last_call.tool) if context.last_call else None
    slot = next((s for s in last.slots if is_open(s)), None) if last and not last.proposes and not last.slot(Holds.kind) else None
    if last is None or slot is None or context.last_call is None or heard.types & {"KEY", "project", "person"}:
        return None
    asked = str(context.last_call.said.get(slot.name, "")).strip()
    if WHO_MAY.match(heard.plain):
        return Plan(((last.name, {slot.name: f"{asked.rstrip(' ?')}: {heard.text.strip()}"}),))
    m = AND_FOR.match(heard.text)
    if m is None or not (THAT.search(asked) or heard.of("KIND")) or NUMBERED.fullmatch(m["x"]):
        return None                                        # “and gate 3?” is asked in the same words
    question = asked.rsplit(": ", 1)[-1]
    again = THAT.sub(m["x"], question) if THAT.search(question) else f"{question.rstrip(' ?')}: {m['x']}"
    return Plan(((last.name, {slot.name: again}),))
