"""Two projects that are put beside each other: the one that is talked about with another, or both by name. How one was on two days is no such thing."""
from collections.abc import Mapping, Sequence
from dataclasses import replace
import re

from assistant.planner.gone_on.leaning import because
from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Plan
from assistant.planner.heard.wording import NOT_USED
from assistant.planner.words.openings import opening
from records.kinds import Project
from tools.base import Holds, Tool

ONE = r"(?:PROJECT|it|this|that|this one|that one)"
AGAINST = r"(?:with|to|and|against|beside|next to|alongside|versus|vs\.?)"
SET = r"(?:compare|contrast|hold|put|set|line up|show(?: me)?|see)"
TWO = re.compile(rf"^(?:(?:so|and|but|ok|now|then|please|can you|could you|just)\s+)*(?:{SET} {ONE} {AGAINST} {ONE}|"
                 rf"how (?:does|do|did|would) {ONE} (?:compare|stack up|look|do|hold up)(?: overall)? {AGAINST} {ONE}|"
                 rf"what is the difference between {ONE} and {ONE}|{ONE} (?:versus|vs\.?|against|compared (?:to|with)) {ONE})"
                 r"(?: (?:then|please|now|today|overall|in (?:all|figures|numbers)|side by side|in one table|for (?:me|us|the board)))*"
                 r"(?P<only> (?:(?:but )?(?:only|just) (?:on |by |as to |for |in terms of )?(?:the )?[a-z]+(?: and (?:the )?[a-z]+)?|"
                 r"(?:on |by )?(?:the )?[a-z]+(?: and (?:the )?[a-z]+)? (?:only|alone)))?$")

DO = r"(?:keep|choose|pick|take|do|prefer|stop|drop|cancel|kill|continue|fund|favour|recommend|back|go (?:for|on with|with)|start(?: with)?|be|is|give up)"
COULD = r"(?: (?:if|when|with|given|should|suppose|supposing|in case)\b.*)?(?:,? and why)?"
NEEDS = re.compile(rf"{opening()}(?:which|what)(?: one)?(?: project)?(?: of (?:the|those|these|them|both)(?: two)?(?: projects)?)? "
                   r"(?:(?:needs?|wants?|requires?|deserves?) (?:(?:me|us|my|our|more|most|the|help|attention|time|care|urgently) ?)+|"
                   r"(?:is|looks|seems|does) (?:(?:the|in|a|more|much|far) ?)*(?:worse|worst|more at risk|riskier|bigger problem|weaker|urgent|critical|"
                   r"troubled|trouble)(?: (?:off|shape|state|one|case))?|(?:worries|should worry|has|have) (?:(?:me|us|you|more|most|the) ?)+"
                   r"(?:problems?|trouble|issues|worries)?)(?: (?:now|right now|today|first|this week|next week|at the moment|currently))*$")
WHICH_OF_TWO = re.compile(rf"{opening()}(?:which|what)(?: one)?(?: project)?(?: of (?:the|those|these|them|both)(?: two)?(?: projects)?)? "
                          rf"(?:would|should|shall|do|could|can|is|are)(?: you| we| i| one)?(?: (?:rather|better|then|the))*(?: {DO})?(?: the)?"
                          rf"(?: (?:better|stronger|weaker|worse|more worth it)(?: one)?)?{COULD}$")
OF_TWO = re.compile(r"\b(?:of (?:the|those|these|them|both)(?: two)?|one of (?:them|the two))\b")
BETTER = (r"(?:better|worse|weaker|stronger|ahead|behind|cheaper|dearer|stronger|riskier|healthier|more \w+|less \w+)")
WHERE_BETTER = re.compile(rf"{opening()}(?:(?:where|how|in what|in which (?:way|points?|respects?)|by what|why|what makes) )?(?:is|does|was|do) {ONE} "
                          rf"(?:(?:so much|much|any|do|does|really|the) )*{BETTER} (?:than|of) {ONE}$")


def _of_the_last(context: Context, tools: Mapping[str, Tool]) -> list[str]:
    """The two projects that were put beside each other or shown last, where it were just two."""
    last = context.last_call
    tool = tools.get(last.tool) if last else None
    beside = [str(last.said.get(s.name, "")) for s in tool.slots if s.of is Project and s.holds is not Holds.without] if last and tool else []
    if len(beside) > 1 and all(key in context.projects.values() for key in beside):
        return list(dict.fromkeys(beside))
    shown = [key for key in (context.past[-1].keys if context.past else ()) if key in context.projects.values()]
    return list(dict.fromkeys(shown))


def of_two(heard: Heard, context: Context, tools: Mapping[str, Tool]) -> Plan | None:
    """Which of the two projects that were shown last is the better one: both beside each other; None where it is not asked, or of others."""
    said = heard.shaped("project")
    is_else = heard.types & {"project", "PERCENT", "person", "KEY"} or set(heard.all("KIND")) - {Project.kind.one}
    is_asked = not is_else and OF_TWO.search(said) is not None and WHICH_OF_TWO.match(said) is not None
    if not is_asked and not is_else and OF_TWO.search(said) and NEEDS.match(said) and len(both := _of_the_last(context, tools)) == len(("one", "other")):
        return Plan(calls, sure=True) if (calls := tuple(call for one in both for call in because(one, tools) or ())) else None
    return _beside(_of_the_last(context, tools), tools) if is_asked else None


def side_by_side(heard: Heard, context: Context, tools: Mapping[str, Tool]) -> Plan | None:
    """The plan for such a wish; None where it is none, or where one of the two is unknown."""
    said = heard.shaped("project")
    if heard.types & {"DATE", "FIGURE", "PERCENT", "MONEY", "person", "KEY"} or not ((two := TWO.match(said)) or WHERE_BETTER.match(said)):
        return None
    named = [key for key in heard.all("project") if key in context.projects.values()]
    both = named if len(heard.all("project")) > 1 else [*([context.project] if context.project else []), *named]
    plan = _beside(both, tools) if len(named) == len(heard.all("project")) else None
    return replace(plan, says=NOT_USED.format(words=two["only"].strip())) if plan and two and two["only"] else plan


def _beside(both: Sequence[str], tools: Mapping[str, Tool]) -> Plan | None:
    tool = next((t for t in tools.values() if sum(s.of is Project for s in t.slots) > 1 and not t.proposes), None)
    slots = [s.name for s in tool.slots if s.of is Project and s.holds is not Holds.without] if tool else []
    if tool is None or len(dict.fromkeys(both)) != len(slots):
        return None
    return Plan(((tool.name, dict(zip(slots, both, strict=False))),))
