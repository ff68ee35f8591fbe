"""Which breach of a rule is the oldest, or since when one is broken: the rules that are broken now, with that their beginning is kept nowhere."""
from collections.abc import Mapping
import re

from assistant.planner.filled.filling import fill
from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Plan
from assistant.planner.heard.wording import NOT_SINCE_BROKEN
from assistant.planner.learned.weighing import is_order
from records.kinds import Project
from tools.base import Holds, Tool

BREACH = (r"(?:breach(?:es)?|violations?|infringements?|broken rules?|rules? (?:being )?broken|rules? (?:is|are|was|were) (?:being )?broken|"
          r"break(?:s|ing)? (?:the|our|a|any)(?: \w+)? rules?)")
OLDEST = r"(?:oldest|longest|first|earliest|since when|how long|from when|old)"
ASKED = re.compile(rf"\b{BREACH}\b.*\b{OLDEST}\b|\b{OLDEST}\b.*\b{BREACH}\b")


def since_broken(heard: Heard, tools: Mapping[str, Tool]) -> Plan | None:
    """What breaks the rules, of one project or of all; None where no breach is asked about by its age."""
    checker = next((t for t in tools.values() if not t.proposes and _is_checker(t)), None)
    if checker is None or is_order(heard) or heard.types & {"KEY", "MONEY", "TEXT"} or not ASKED.search(heard.plain):
        return None
    return Plan(((checker.name, fill(checker, heard, Context((), {})).args),), NOT_SINCE_BROKEN, sure=True, whole=True)


def _is_checker(tool: Tool) -> bool:
    """Whether a tool needs nothing said, and takes at most a project and a past day."""
    return [s.of for s in tool.slots if s.holds is not Holds.moment] == [Project] and not tool.slots[0].required
