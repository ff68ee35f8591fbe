"""“Were the gates on Apollo and Corvus passed late, and by how many days each?”: the gates of those projects, each with its days behind the plan."""
from collections.abc import Mapping
import re

from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Plan
from assistant.planner.heard.tool_for import called, lister_of
from assistant.planner.words.openings import opening
from records.figures.milestones import milestone_slip
from records.kinds import Milestone
from tools.base import Holds, Tool

OPENS = opening("tell me", "show me", "list", "show")
HOME = r"(?: (?:of|on|in|for|at)(?: (?:the )?(?:project )?PROJECT(?:,? and|,)?)+| (?:of|on|in|across|over) (?:all|our|my|the)(?: the| our| my)? projects)?"
GATES = r"(?:stage |phase )?gates?(?: reviews?)?"
PASSED = r"(?:passed|reached|held|taken|met|crossed|gone through|approved|done)"
HOW = (r"(?P<how>(?:too )?late|late or (?:not|in time|on time)|(?:in|on) time(?: or (?:not|late))?|"
       r"(?:not|never) (?:in|on) time|as planned|punctually|behind plan)")
BY = (r"(?:,? (?:and|or)(?: if so)?,? (?:by )?how (?:much|late|many (?:working )?(?:days|weeks)|long)(?: (?:was|were|each|late|later|each one|of them|it|"
      r"they|is|are|delayed))*)?(?: each| each of them| each one)?")
WERE = re.compile(rf"{OPENS}(?:were|was|have|has|did|are|is) (?:all |any of |any |each of |every |both )?(?:of )?(?:the |our |its )?{GATES}{HOME}"
                  rf"(?: been| be)? (?:{PASSED} )?{HOW}(?: {PASSED})?{HOME}{BY}$")
WHICH = re.compile(rf"{OPENS}(?:which|what|how many)(?: of)?(?: the| our)? {GATES}{HOME} (?:were|was|have been|has been|did we|have we) (?:{PASSED} )?{HOW}"
                   rf"(?: {PASSED})?{HOME}{BY}$")
HOW_LATE = re.compile(rf"{OPENS}(?:how|by how many days|how many days)(?: too)? late (?:were|was) (?:all |each of |every )?(?:the |our )?{GATES}{HOME}"
                      rf"(?: {PASSED})?{HOME}$")


def gates_passed(heard: Heard, tools: Mapping[str, Tool]) -> Plan | None:
    """All of those gates, or, where it is asked which were late or in time, those; None where anything else is asked."""
    said, lister = heard.shaped("project"), lister_of(tools.values())
    which = WHICH.match(said)
    if lister is None or heard.types & {"KEY", "person", "DATE", "MONEY", "PERCENT"} or not (which or WERE.match(said) or HOW_LATE.match(said)):
        return None
    slip = milestone_slip.title
    where = {"type": "gate", **({"project": ", ".join(heard.all("project"))} if heard.of("project") else {})}
    if which:
        where |= {"actual": "not empty", slip: "above 0" if re.search("late|behind|never|not", which["how"]) else "at most 0"}
    name, args = called(lister, {Holds.kind: Milestone.kind.one, Holds.conditions: where}, f"-{slip}")
    return Plan(((name, args),), sure=True, whole=True)
