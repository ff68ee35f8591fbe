"""“Apollo is declared green although the records say red. Since when has that been so?”: when the colour changed by the figures, and when it was declared."""
from collections.abc import Mapping
import re

from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Plan
from assistant.planner.words.openings import opening
from records.kinds import Project
from tools.base import Holds, Tool

OPENS = opening("tell me")
COLOUR = r"(?:red|amber|yellow|green|on track|off track|at risk)"
DECLARED = rf"(?:declar\w+|call(?:s|ed)|report(?:s|ed)|claim(?:s|ed)|rated?|marked|shown|set|put|said to be|given)(?: (?:as|to be|it|us|him|PROJECT))* {COLOUR}"
WHEN = r"(?:since when|from when(?: on)?|when|how long(?: ago)?|since which day|for how long)"
FIRST = re.compile(rf"\b{WHEN}\b.*\bPROJECT\b.*\b{DECLARED}\b|\b{WHEN}\b.*\b{DECLARED}\b.*\bPROJECT\b")
SAID = re.compile(DECLARED.replace(COLOUR, f"(?P<c>{COLOUR})"))
BEHIND = re.compile(rf"\bPROJECT\b.*\b{DECLARED}\b.* {WHEN} (?:has|have|had|is|was|were|did|does|do|are) "
                    r"(?:it|that|this|the (?:records?|figures?|two|manager|colou?rs?)|they|we|there|PROJECT)\b")


def declared_since(heard: Heard, tools: Mapping[str, Tool]) -> Plan | None:
    """The changes of its colour, by the figures and as declared; None where no one project is asked about so."""
    said = heard.shaped("project").replace("  ", " ")
    m = SAID.search(said) if FIRST.search(said) or BEHIND.search(said) else None
    tool = next((t for t in tools.values() if t.slot(Holds.changed) and any(s.of is Project for s in t.slots)), None)
    if m is None or tool is None or len(set(heard.all("project"))) != 1 or heard.types & {"KEY", "MONEY", "PERCENT"}:
        return None
    changed = tool.slot(Holds.changed)
    args = {changed.name if changed else "": f"colour {m['c']}", next(s.name for s in tool.slots if s.of is Project): str(heard.first("project"))}
    return Plan(((tool.name, args),), sure=True, whole=True)
