"""What the board's scoring says of a project: its place and what put it there, however it is asked for."""
from collections.abc import Mapping
import re

from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Plan
from assistant.planner.learned.weighing import is_order
from assistant.planner.words.openings import opening
from records.kinds import Project
from tools.base import Holds, Tool

OPENS = opening("tell me", "show me")
SCORE = "score"                                 # a choice of the tool that puts projects in an order
WHOM = r"(?:PROJECT|it|that|this|that one|this one|the project)"
NAMED = (r"(?:the |our |its )?(?:(?:board|board['’]?s|strategic|strategy|portfolio|weighted|overall|value) )*(?:scor(?:e|es|ing)(?: model| system| card)?|"
         r"weights|drivers)")
ASKS = re.compile(rf"{OPENS}(?:what (?:does|do|did) {NAMED} (?:say|tell(?: us)?|give|show)(?: (?:about|of|on|for|to))* {WHOM}|"
                  rf"how (?:does|do|did|is|was) {WHOM} (?:score[ds]?|do in {NAMED}|scored by the board|come out in {NAMED}|rank in {NAMED})(?: then| now| "
                  rf"overall)?|"
                  rf"what (?:is|was) {NAMED} (?:of|for|on) {WHOM}|{NAMED} (?:of|for|on) {WHOM}|what {NAMED} (?:does|has|did) {WHOM} (?:have|get|got|reach))$")


def scored(heard: Heard, context: Context, tools: Mapping[str, Tool]) -> Plan | None:
    """The place of the project by score; None where it is not asked, or of no one project."""
    tool = next((t for t in tools.values() if not t.proposes and (c := t.slot(Holds.choice)) and SCORE in c.choices and any(
        s.of is Project for s in t.slots)), None)
    home = heard.first("project") or context.project
    if "FIGURE" in heard.types and "project" in heard.types and re.match(r"^(?:how|what (?:does|do|did))\b", heard.plain) is None:
        return None                                        # “board score of Apollo” is that figure
    if tool is None or is_order(heard) or home not in context.projects.values() or len(heard.all("project")) > 1 or not ASKS.match(heard.shaped("project")):
        return None
    choice = next(s.name for s in tool.slots if s.holds is Holds.choice and SCORE in s.choices)
    return Plan(((tool.name, {choice: SCORE, next(s.name for s in tool.slots if s.of is Project): home}),), sure=True)
