"""“Who do I have to chase today?”: whoever owes what is late or awaited in the asker's projects, or in the one that is named."""
from collections.abc import Mapping
import re

from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.permitting import OPENING
from assistant.planner.heard.plan import Asked, Plan
from assistant.planner.heard.tool_for import overview_of
from tools.base import Holds, Tool

CHASE, MINE = "chase", "my projects"            # the choice of a tool that tells of several projects, and whose
VERB = r"(?:chase|nudge|remind|push|poke|hassle|prod|pester|ping|follow up with|get after|run after|go after|press|bug|call about (?:late|overdue) work)"
TO = r"(?:do i|should i|must i|shall i|can i|would i|do we|should we|have i|i|we)(?: (?:have|need|ought|got))?(?: to)?"
NOW = r"(?: (?:up|today|now|this week|first|next|tomorrow|this morning|for answers|for updates|for an answer|about (?:it|that)))*"
WHERE = r"(?: (?:(?:on|in|for|at|about|across) )?(?:PROJECT|(?:all )?(?:of )?my projects|the projects|all projects|the portfolio))?"
BEHIND = r"(?:behind|late|overdue|owing|not answered|not replied|not delivered|not finished)"
OBJECT = r"(?: (?:with (?:their|his|her) (?:work|tasks|things|stuff)|something|anything|me something|me anything|with anything|with something))?"
SAID = rf"(?:{VERB}|chasing|chased|nudging|nudged|reminding|reminded|a nudge|a reminder)"
ASKS = tuple(re.compile(rf"{OPENING}(?:tell me |show me |list )?{said}{WHERE}{NOW}{WHERE}$") for said in (
    rf"(?:who|whom|which (?:people|colleagues|owners|ones)|anybody|anyone)(?: all| else)? {TO} {VERB}",
    rf"(?:who|whom|anybody|anyone|is there (?:anybody|anyone|somebody)) (?:needs?|has|have|is|are|to)(?: to be| to)? {SAID}",
    rf"(?:who|whom|which (?:people|colleagues|owners)) (?:is|are|have|has)(?: (?:still|all|currently))? {BEHIND}{OBJECT}",
    r"(?:who|which people) (?:still )?owes? (?:me|us)(?: (?:something|anything|an answer|answers|work|what))?",
    rf"(?:who|whom) to {VERB}", r"(?:my )?(?:chase|chasing) list"))


def to_chase(heard: Heard, asked: Asked, tools: Mapping[str, Tool]) -> Plan | None:
    """The call of the summary that names them; None where nothing of the kind is asked."""
    tool = overview_of(tools.values(), CHASE)
    said = heard.shaped("project")
    if tool is None or heard.types & {"KEY", "person", "MONEY"} or len(heard.all("project")) > 1 or not any(form.match(said) for form in ASKS):
        return None
    home = heard.first("project")
    of = f"project {home}" if home else MINE if asked.own and not re.search(r"\b(?:all|the) (?:projects|portfolio)\b", said) else ""
    names = {s.holds: s.name for s in tool.slots}
    return Plan(((tool.name, {names[Holds.choice]: CHASE, **({names[Holds.among]: of} if of else {})}),), sure=True)
