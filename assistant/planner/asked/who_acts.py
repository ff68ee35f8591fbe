"""Who can put right what is wrong with a project: what breaks the rules there, each with who can act: “who can do something about it?”"""
from collections.abc import Mapping
import re

from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Plan
from assistant.planner.heard.wording import NOT_USED, WHO_ACTS
from assistant.planner.words.openings import opening
from records.kinds import Project
from tools.base import Holds, Tool

WHOM = r"(?:it|that|this|PROJECT|the project|the (?:problems?|reasons?|findings?|delay)(?: (?:of|on|with) (?:PROJECT|it))?)"
OF_NOW = frozenset(("today", "now", "right now", "at the moment"))
ASKS = re.compile(rf"{opening()}(?:and )?who (?:can|could|should|must|has to|is able to|is to|will|would)(?: best)? (?:do (?:something|anything|what)|act|"
                  rf"help|fix|"
                  r"change|put|step in|solve|mend|tackle|repair|turn|improve|take care|sort)\b"
                  rf"(?: (?:it|that|this|right|things|something|around))*(?: (?:about|on|with|for|of|at|against|in|to) {WHOM})?(?: {WHOM})?(?: now| then| "
                  rf"right| next| first)?$")
TALK = re.compile(rf"{opening('tell me')}(?:and )?(?:to )?whom? (?:(?:do|should|must|can|could|would|shall|will) "
                  r"(?:i|we|one)|(?:is|are) (?:it best )?(?:for (?:me|us))?)"
                  r"(?: (?:have|need|had|best|better|then|really))*(?: to)? (?:talk|speak|turn|go|write|call|ring|ask|see|contact|approach|address)"
                  rf"(?: (?:to|with|on|at))?(?: (?:about|on|with|for|of|because of|over|in) {WHOM})?(?: now| then| first)?$")


def who_acts(heard: Heard, context: Context, tools: Mapping[str, Tool]) -> Plan | None:
    """The findings of the rules on the project; None where something else is asked, or of no one project."""
    tool = next((t for t in tools.values() if not t.proposes and {s.of for s in t.slots if s.of} == {Project} and not t.slot(Holds.choice)
                 and not any(s.required for s in t.slots) and not t.slot(Holds.figure) and not t.slot(Holds.changed) and not t.slot(Holds.question)), None)
    home, said = heard.first("project") or context.project, " ".join(heard.without(heard.of("DATE")).shaped("project").split())
    bare = [heard.said(s) for s in heard.of("DATE") if heard.said(s).lower() not in OF_NOW]
    days = f"{NOT_USED.format(words='”, “'.join(bare))} " if bare else ""
    if tool is None or heard.types & {"KEY", "person", "KIND"} or home not in context.projects.values() or not (ASKS.match(said) or TALK.match(said)):
        return None
    return Plan(((tool.name, {next(s.name for s in tool.slots if s.of is Project): home}),), f"{days}{WHO_ACTS}", sure=True)
