"""Why a project is still there, or called green, after what is known of it or without: “Fortuna has a negative NPV, so why is it still a candidate?”, "
  "“Zephyr is
red on delivery, what are the reasons?”; and what of it to take up first."""
from collections.abc import Mapping
from dataclasses import replace
import re

from assistant.planner.asked.of_verdict import of_verdict
from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Asked, Plan
from assistant.planner.heard.wording import BACK_BY, FIRST_OF_WORST, OF_YOURS
from assistant.planner.learned.weighing import is_order
from assistant.planner.words.openings import opening
from records.kinds import Project
from tools.base import Holds, Tool

OPENS = opening("tell me", "explain", "explain to me")
WHY = "why"                                     # the choice of a tool that tells of one project
IT = r"(?:PROJECT|it|that|this|the project)"
STATED = re.compile(r"^\s*(?:(?:so|and|but|ok|well)\s+)?(?:the )?(?:project )?PROJECT\s+(?:is|was|has|had|does|looks?|seems?|loses?|lost|makes?|costs?|will|"
                    r"would|"
                    r"can(?:no|')?t?|keeps?|got|went|turned|slips?|slipped|runs?|serves?|brings?|stands?)\b[^,;:?–-]*[,;:–-]+\s*(?:(?:so|then|but|and|yet)\s+)?"
                    r"(?P<asks>\S.*)$", re.I)
ASKS = re.compile(rf"{OPENS}(?:why|how come|what|which|where|for what|on what)\b")
STILL = re.compile(rf"{OPENS}(?:why|how come)\b.*\b(?:(?:still|even|keep|keeps|not|never)\b.*\b(?:candidate|on hold|in planning|planned|open|running|doing|"
                   rf"do|going|"
                   r"started?|begun|begin|stopped?|stop|killed|cancelled|cancel|approved|decided|funded|alive|there|on the list|in the portfolio|pursue\w*|"
                   r"continu\w+|working on|paying for|invest\w*)|(?:a candidate|on hold|alive|worried|concerned|nervous|anxious|upset|unhappy|alarmed)\b)")
CALLED = re.compile(rf"{OPENS}(?:why|how come|on what grounds|for what reason)\b.*\b(?:call|calls|called|report|reports|reported|declare|declares|declared|"
                    rf"rate|rates|"
                    r"rated|mark|marks|marked|show|shows|shown|keep|keeps|kept|say|says|claim|claims|paint|paints|see|sees|put|puts|judge|judges|think|"
                    r"thinks)\b"
                    r".*\b(?:green|amber|yellow|red|fine|on track)\b")
REASONS = re.compile(rf"{OPENS}(?:(?:what|which)(?: (?:is|are|were|was))?(?: (?:all|exactly))? the (?:(?:main|real|exact|underlying|root) )?(?:reasons?|"
                     rf"causes?|grounds?)|"
                     rf"(?:what|which) (?:reasons?|causes?)|why|how come|why (?:is|are) (?:that|{IT})(?: so)?|what is (?:wrong|the matter|behind (?:it|that))"
                     rf"(?: with {IT})?|because of what)"
                     rf"(?: (?:for|of|behind|with|on) (?:it|that|this|{IT}))?(?: so| then)?$")
FIRST = re.compile(rf"{OPENS}(?:(?:and )?(?:what|which(?: one| of (?:them|those|these))?|where)(?: is it| is)? (?:should|shall|do|can|must|would|could|ought)"
                   r"(?: (?:i|we|you|one|somebody))?(?: (?:have|need|best))?(?: to)? (?:do|tackle|start|begin|fix|take up|look at|go for|address|take on|"
                   r"solve|mend|"
                   r"attack|handle|work on|deal with|act on)\b(?: (?:about|with|on|for|at|it|that|this|now|first|them))*"
                   rf"(?: {IT})?(?: first| now| next| then)?)$")
COLOUR = r"(?:green|amber|yellow|on track|at risk)"
BACK_TO = re.compile(rf"{OPENS}(?:what (?:would|must|should|could|has|have|needs?|will|do|does|can|shall)\b.*\b(?:change|happen|do|take|be done|improve)\b|"
                     rf"what (?:is needed|is missing|does it take|would it take|is in the way|stands between|keeps?|stops?|prevents?|hinders?)\b|"
                     rf"how (?:do|can|could|would|will|shall|should|does|to)\b)"
                     rf".*\b(?:back|again|get|gets|become|becomes|turn|turns|be|being|to)\b.*\b{COLOUR}(?: again| status)?(?: now| soon)?$")
SAYS_FIRST = re.compile(r"\b(?:first|start|begin)\b")


def why_still(heard: Heard, asked: Asked, context: Context, tools: Mapping[str, Tool]) -> Plan | None:
    """The findings on the project, with what its manager declares; None where something else is asked, or it is not told of which project."""
    tool = next((t for t in tools.values() if (c := t.slot(Holds.choice)) and WHY in c.choices and any(s.of is Project and s.required for s in t.slots)), None)
    if tool is None or is_order(heard) or len(heard.all("project")) > 1 or heard.types & {"KEY", "objective", "TEXT"}:
        return None
    rest = _behind(heard)
    said = asked.heard(rest).shaped("project") if rest else heard.shaped("project")
    if rest and not ASKS.match(said):
        return None
    is_back = BACK_TO.match(said) is not None and not heard.types & {"FIGURE", "person", "DATE", "PERCENT", "MONEY"}
    own = asked.projects.get(asked.my_only, "") if re.search(r"\b(?:us|we|our)\b", said) else ""
    home = heard.first("project") or (context.project if is_back or _is_one(said) else None) or (own if is_back else None)
    is_first = FIRST.match(said) is not None and SAYS_FIRST.search(said) is not None
    is_why = STILL.match(said) or CALLED.match(said) or (rest and REASONS.match(said))
    is_own = is_back and home == own and not heard.first("project")
    if home in context.projects.values() and (is_why or is_first or is_back):
        slots = {s.name: home for s in tool.slots if s.of is Project} | {s.name: WHY for s in tool.slots if s.holds is Holds.choice}
        says = FIRST_OF_WORST if is_first else BACK_BY if is_back else ""
        return Plan(((tool.name, slots),), f"{OF_YOURS.format(name=asked.my_only)} {says}" if is_own else says, sure=True)
    plan = of_verdict(asked.heard(re.sub(r"\b(?:it|that|this)\b", heard.said(heard.of("project")[0]), rest, count=1)), asked, context, tools) if rest else None
    return replace(plan, sure=True) if plan and plan.calls else None


def _behind(heard: Heard) -> str:
    """The question behind the comma after what is known of the project; "" where nothing is told before it."""
    spans = heard.of("project")
    m = STATED.match(f"{heard.text[:spans[0].start]}PROJECT{heard.text[spans[0].end:]}") if spans else None
    return m["asks"] if m and len(spans) == 1 else ""


def _is_one(said: str) -> bool:
    return re.search(r"\b(?:it|that|this|the project)\b", said) is not None or FIRST.match(said) is not None
