"""Several concerns of one project in one question, each told: “did it deliver what it promised, in money, time and benefits?”."""
from collections.abc import Mapping
import re

from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Plan
from assistant.planner.learned.weighing import is_order
from assistant.planner.words.openings import opening
from records.kinds import Project
from tools.base import Holds, Tool

SAID: tuple[tuple[str, str], ...] = (
    ("cost", r"(?:money|costs?|budget|spending|financially|finances?)"),
    ("schedule", r"(?:time|schedule|dates?|deadlines?|timeline|delivery date|the finish|finish date)"),
    ("value", r"(?:benefits?|value|worth|outcomes?)"), ("risks", r"(?:risks?)"), ("decisions", r"(?:decisions?)"), ("work", r"(?:work done|progress)"))
ANY = "|".join(said for _, said in SAID)
LIST = (rf"(?:(?:the|its|their|our|in|on|within|to|of)\s+)*(?:{ANY})(?:(?:\s+(?:and|or|as well as|the|its|in|on|also|both|plus|to|within|with|"
        rf"of))*\s+(?:{ANY}))+")
WHOM = r"(?:PROJECT|it|this|that|the project|we)"
FORMS = tuple(re.compile(said) for said in (
    rf"{opening()}(?:(?:PROJECT is \w+ )?)(?:did|does|has|have|is|was|are|will) {WHOM}\b.*?\b(?P<on>{LIST})(?: so far| now| then)?$",
    (rf"{opening()}(?:how|where) (?:is|are|does|do|did|was) {WHOM}(?: (?:doing|stand|standing|going|look|looking|run|running))?"
    rf"(?: (?:on|with|in|as to|regarding|concerning|for|by|in terms of|with regard to|against))* (?P<on>{LIST})(?: so far| now)?$"),
    rf"{opening('show me', 'tell me', 'give me')}(?P<on>{LIST}) (?:of|on|for) {WHOM}$"))
ELSE = frozenset(("person", "KEY", "TEXT", "DATE", "MONEY", "PERCENT", "objective"))
LEAST = 2


def on_concerns(heard: Heard, context: Context, tools: Mapping[str, Tool]) -> Plan | None:
    """A report of each concern; None where fewer than two are named, or it is of no one project."""
    tool = next((t for t in tools.values() if (c := t.slot(Holds.choice)) and {c for c, _ in SAID} <= set(c.choices) and any(
        s.of is Project and s.required for s in t.slots)), None)
    home = heard.first("project") or context.project
    if tool is None or is_order(heard) or heard.types & ELSE or len(heard.all("project")) > 1 or home not in context.projects.values():
        return None
    m = next(filter(None, (form.match(heard.shaped("project")) for form in FORMS)), None)
    found = sorted((at.start(), name) for name, said in SAID if m and (at := re.search(rf"\b{said}\b", m["on"])))
    if len(found) < LEAST:
        return None
    slots = {s.holds: s.name for s in tool.slots if s.of is Project or s.holds is Holds.choice}
    return Plan(tuple((tool.name, {slots[Holds.record]: home, slots[Holds.choice]: name}) for _, name in found), sure=True)
