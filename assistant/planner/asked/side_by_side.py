"""Two projects that are put beside each other: the one that is talked about with another, or both by name. How one was on two days is no such thing."""
from collections.abc import Mapping
import re

from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Plan
from records.kinds import Project
from tools.base import Holds, Tool

ONE = r"(?:PROJECT|it|this|that|this one|that one)"
AGAINST = r"(?:with|to|and|against|beside|next to|alongside|versus|vs\.?)"
SET = r"(?:compare|contrast|hold|put|set|line up|show(?: me)?|see)"
TWO = re.compile(rf"^(?:(?:so|and|but|ok|now|then|please|can you|could you|just)\s+)*(?:{SET} {ONE} {AGAINST} {ONE}|"
                 rf"how (?:does|do|did|would) {ONE} (?:compare|stack up|look|do|hold up)(?: overall)? {AGAINST} {ONE}|"
                 rf"what is the difference between {ONE} and {ONE}|{ONE} (?:versus|vs\.?|against|compared (?:to|with)) {ONE})"
                 r"(?: (?:then|please|now|today|overall|in (?:all|figures|numbers)|side by side|in one table))*$")


def side_by_side(heard: Heard, context: Context, tools: Mapping[str, Tool]) -> Plan | None:
    """The plan for such a wish; None where it is none, or where one of the two is unknown."""
    if heard.types & {"DATE", "FIGURE", "PERCENT", "MONEY", "person", "KEY"} or not TWO.match(heard.shaped("project")):
        return None
    named = [key for key in heard.all("project") if key in context.projects.values()]
    both = named if len(heard.all("project")) > 1 else [*([context.project] if context.project else []), *named]
    tool = next((t for t in tools.values() if sum(s.of is Project for s in t.slots) > 1 and not t.proposes), None)
    if tool is None or len(dict.fromkeys(both)) != 2 or len(named) != len(heard.all("project")):  # noqa: PLR2004 - two
        return None
    slots = [s.name for s in tool.slots if s.of is Project and s.holds is not Holds.without]
    return Plan(((tool.name, dict(zip(slots, both, strict=False))),))
