"""Several figures of several projects: one table, a row for each project, where the figures alone would each be told of one."""
from collections.abc import Mapping
import re

from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Plan
from assistant.planner.heard.tool_for import lister_of
from assistant.planner.meant.columns_said import columns_named
from assistant.planner.meant.conditions import conditions
from assistant.planner.meant.ordering import sorting
from assistant.planner.words.openings import opening
from records.kinds import Project
from reports.beside import MAIN
from tools.base import Holds, Tool

LEAST = 2                                       # figures and projects that make a table
AND = r"(?:and|or|with|to|versus|vs|against|plus|the|their|both|each|as well as|beside|project|projects|also|&)"
ASKS = (r"(?:(?:compare|contrast|show|list|give|get|tell|see|put|what|which|how|is|are|was|were|do|does|me|us|the|their|a|an|table|overview|comparison|"
        r"of|i|we|need|want|would|like|to|can|could|you|please|have|let|know|about)\s+)*")
FIGURES_SAID = rf"FIGURES?(?:\s+{AND})*(?:\s+(?:{AND}\s+)*FIGURES?)+"
PROJECTS_SAID = rf"(?:{AND}\s+)*PROJECT(?:(?:\s+{AND})*\s+PROJECT)+"
EVERY = r"(?:(?:all|the|our|my|of|each|every|open|running|active|current|whole|entire|projects?)\s+)*(?:KINDS?|portfolio|all|them)"
TAIL = (r"(?:\s+(?:side by side|beside each other|next to each other|in (?:a|one|the same) table|in comparison|compared|please|now|today|then|overall|"
        r"compare|look|stand|differ|each|for each|together|have|has))*")
ON = r"(?:by|on|in|in terms of|with|for|regarding|as to|with respect to|according to|of|across|over|between|from)"
WHOLE = re.compile(rf"{opening()}(?:can you |could you )?(?:compare|contrast|put|show)\s+{PROJECTS_SAID}{TAIL}$")
THREE = 3                                       # two are told beside each other at length
FORMS = tuple(re.compile(said) for said in (
    rf"^{opening()[1:]}{ASKS}{FIGURES_SAID}\s+(?:{AND}\s+)*{ON}\s+(?P<whose>{PROJECTS_SAID}|{EVERY}){TAIL}$",
    rf"^{opening()[1:]}{ASKS}(?P<whose>{PROJECTS_SAID}|{EVERY})(?:\s+compare)?\s+{ON}\s+(?:{AND}\s+)*{FIGURES_SAID}{TAIL}$"))


def figures_beside(heard: Heard, context: Context, tools: Mapping[str, Tool]) -> Plan | None:
    """The list of those projects with those figures; None where it is not that alone."""
    lister = lister_of(tools.values())
    slots = {s.holds: s.name for s in reversed(lister.slots)} if lister else {}
    wanted, named = columns_named(Project, heard), heard.all("project")
    is_whole = len(named) >= THREE and not heard.types - {"project"} and WHOLE.match(heard.shaped("project")) is not None
    wanted = ("colour", "value", *(f.title for f in MAIN)) if is_whole else wanted
    if lister is None or Holds.columns not in slots or len(wanted) < LEAST or heard.types & {"DATE", "MONEY", "PERCENT", "KEY", "person", "TEXT"}:
        return None
    if set(heard.all("KIND")) - {Project.kind.one} or not (
            is_whole or any(form.match(heard.shaped("FIGURE", "project", "KIND")) for form in FORMS)):
        return None
    if named and (len(named) < LEAST or set(named) - set(context.projects.values())):
        return None
    where = {"key": ", ".join(named)} if named else conditions(Project, heard.without(heard.of("FIGURE")), Context((), {}))
    order = None if named else sorting(Project, heard)
    said = {slots[Holds.field]: order, slots[Holds.kind]: Project.kind.one, slots[Holds.conditions]: where, slots[Holds.columns]: ", ".join(wanted)}
    return Plan(((lister.name, {n: v for n, v in said.items() if v}),), sure=True)
