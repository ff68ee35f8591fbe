"""What the project that is talked of has, or is about, where it is only “it”: “and who owns its benefits?”, “what is it about?”"""
from collections.abc import Mapping
import re

from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Plan
from assistant.planner.heard.tool_for import called, lister_of, teller_of
from assistant.planner.learned.weighing import is_order
from assistant.planner.words.lexicon import kind_named
from assistant.planner.words.openings import opening
from records.kinds import Project
from records.kinds.base import fields
from tools.base import Holds, Tool

OPENS = opening("tell me", "and")
ITS = re.compile(rf"{OPENS}(?:(?:who|whose)(?: people)? (?:owns?|has|have|is responsible for|looks? after|answers? for|is in charge of|are|is)|show(?: me)?|"
                 rf"list|give me|"
                 r"what are|which are|what is|what about|how about|what of|how are|where are|see)?\s*(?:all )?its (?:open )?KINDS?(?: doing)?(?: please)?$")
ABOUT = re.compile(rf"{OPENS}what (?:is|was) (?:it|this|that|this project|that project)(?: all| actually| really)? about$|"
                   rf"{OPENS}what (?:is|was) (?:it|this|that|this project|that project) (?:for|good for|meant for)$|{OPENS}what (?:does it do|is its "
                   rf"(?:purpose|aim|goal|point))$")


def of_its(heard: Heard, context: Context, tools: Mapping[str, Tool]) -> Plan | None:
    """The list of what is in the project, or its purpose; None where none is talked of, or one is named."""
    lister, teller, home = lister_of(tools.values()), teller_of(tools.values()), context.project
    if lister is None or teller is None or is_order(heard) or heard.types - {"KIND", "FIGURE", "ME", "SAYING"} or home not in context.projects.values():
        return None
    if ABOUT.match(heard.plain) and context.it in (None, home):
        purpose = next(f.label for f in fields(Project) if f.name == "purpose")
        return Plan((called(teller, {Holds.record: home, Holds.field: purpose}),), sure=True)
    kinds = {kind_named(one) for one in heard.all("KIND")}
    kind = kinds.pop() if len(kinds) == 1 else None
    if kind is None or kind.kind.within != "project_id" or not ITS.match(heard.shaped("KIND")):
        return None
    return Plan((called(lister, {Holds.kind: kind.kind.one, Holds.conditions: {Project.kind.one: home}}),), sure=True)
