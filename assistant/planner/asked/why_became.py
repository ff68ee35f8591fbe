"""Why a record was cancelled, closed or moved: the record with its latest changes, and that the log keeps who changed it and no reason."""
from collections.abc import Mapping
import re

from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Plan
from assistant.planner.heard.tool_for import called, teller_of
from assistant.planner.heard.wording import NO_REASONS
from assistant.planner.words.openings import opening
from tools.base import Holds, Tool

BECAME = (r"(?:cancell?ed|dropped|stopped|closed|removed|called off|given up|abandoned|postponed|delayed|moved|pushed(?: back| out)?|put off|reopened|"
          r"changed|shifted|rescheduled|reassigned|skipped|scrapped|cancel|drop|stop|close|remove|call off|give up|abandon|postpone|delay|"
          r"move|push(?: back| out)?|put off|reopen|change|shift|reschedule|reassign|skip|scrap)")
WHY = (r"(?:why|how come|for what reason|what (?:is|was) the reason(?: that| why| for)?|do (?:we|you) know why|does anybody know why|on what grounds)")
ASKS = re.compile(rf"{opening('tell me', 'can you tell me', 'do you know')}{WHY} "
                  rf"(?:(?:was|were|is|did|has|have|had|got|do|does|we|you|they|somebody) )*"
                  rf"(?:the |our |my )?(?:task |milestone |issue )?(?:{BECAME} )?(?:the |our |my )?KEY(?: (?:was|got|has|had|been|be|is|were|so|again|"
                  rf"ever|just))*"
                  rf"(?: {BECAME})?(?: (?:so late|twice|\w+ times|again|at all|then|back then|in the end|so often))*$")


def why_became(heard: Heard, tools: Mapping[str, Tool]) -> Plan | None:
    """The record and that no reason is kept; None where it does not ask why a record became what it is."""
    teller, shaped = teller_of(tools.values()), heard.shaped("KEY")
    if teller is None or len(heard.all("KEY")) != 1 or heard.types - {"KEY", "KIND", "SAYING", "ME"}:
        return None
    if not ASKS.match(shaped) or not re.search(rf"\b{BECAME}\b", shaped):
        return None
    return Plan((called(teller, {Holds.record: heard.first("KEY") or ""}),), NO_REASONS, sure=True)
