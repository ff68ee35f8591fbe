"""Whether a project has a record of some kind, which projects have none, when one was last looked at, and what slipped: lists, and never something new."""
from collections.abc import Mapping
import re

from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Call, Plan
from assistant.planner.heard.tool_for import called, lister_of
from assistant.planner.heard.wording import SLIPPED_SINCE_PLANNED
from assistant.planner.meant.conditions import conditions
from assistant.planner.words.lexicon import kind_named
from assistant.planner.words.openings import opening
from records.kinds import Milestone, Project, Task
from records.kinds.base import Record, fields, split
from tools.base import Holds, Tool

OPENS = opening()
HAS = re.compile(OPENS + r"(?:(?:does|has|did) (?:PROJECT|it) (?:already |even |actually |yet )*(?:have|has|got|gotten)?(?: got)?(?: already|"
                         r" yet)?(?: an?| any| the| its)*"
                 r"(?: own| approved| valid)* KIND|"
                 r"(?:PROJECT|it) (?:does|has|did) (?:it |PROJECT )?(?:already |even |actually )*(?:have|has|got)(?: an?| any)* KIND|"
                 r"(?:is|was) there (?:already |even )*(?:an?|any) KIND (?:for|of|on|in) PROJECT|"
                 r"where is (?:the|its) KIND (?:for|of|on) PROJECT)(?: at all| yet| already| now)*$")
LOOKED_AT = r"(?:checked|reviewed|looked at|updated|changed|revised|approved|touched|validated|confirmed)"
WHEN = re.compile(OPENS + rf"(?:(?:the )?KIND (?:for|of|on) PROJECT when (?:was|is|were) (?:it|this|that) (?:last )?{LOOKED_AT}(?: last)?|"
                  rf"when (?:was|were) (?:the )?KIND (?:for|of|on) PROJECT (?:last )?{LOOKED_AT}(?: last)?|"
                  rf"when (?:was|were) PROJECT KIND (?:last )?{LOOKED_AT}(?: last)?)$")
VERB = (r"(?:serve|support|have|contribute to|help|further|work for|work on|back|belong to|fit|relate to|link to|(?:are )?(?:linked|tied|aligned|"
        r"related|connected) to)")
BOOKED = r"(?:booked|entered|posted|recorded|reported|written|made|logged|billed|invoiced|created|planned|held)"
WITHOUT = re.compile(OPENS + rf"(?:which|what|any|are there(?: any)?|is there(?: any| a)?|show(?: me)?|list)(?: of)?(?: (?:the|our|these|those|them))*"
                     rf"(?: (?:ones?|KINDS?|of them|of these|of those))*(?: that| which)? (?:(?:do|does|is|are) not {VERB}|"
                     rf"(?:serve|serves|support|supports|have|has) no|(?:without|with no))(?: (?:to|any|an?|no|our|the|strategic|strategy|a single|one))*"
                     rf" KINDS?(?P<when>(?: (?:at all|yet|so far|{BOOKED}|there|been|are|is|was|were|has|have|in|for|during|since|on|DATE))*)$")
SLIPPED = re.compile(OPENS + r"(?:what|(?:did|has|is) (?:anything|something)|anything|how much|show(?: me)? what)(?: (?:has|have|is|are|did|that|"
                             r"we))* (?:slipped|slipping|slip|moved back|got later|been delayed|was delayed|"
                     r"were delayed|missed)\b")
SPRINT = re.compile(r"\b(?:this|the current|the running|in the last|last|the last) (?:sprint|iteration)\b")


def of_records(heard: Heard, context: Context, tools: Mapping[str, Tool]) -> Plan | None:
    """The plan for such a question; None where it is none."""
    lister = lister_of(tools.values())
    if lister is None or heard.types & {"KEY", "person"} or len(heard.all("project")) > 1:
        return None
    project, shaped = heard.first("project") or context.project, heard.shaped("KIND", "project")
    kinds = [kind_named(str(value)) for value in dict.fromkeys(heard.all("KIND"))]
    if len(kinds) == 1 and (HAS.match(shaped) or WHEN.match(shaped)) and project and any(f.refers == "project" for f in fields(kinds[0])):
        return Plan((_listing(lister, kinds[0], {"project": project}),))
    if WITHOUT.match(heard.shaped("KIND", "project", "DATE")) and len(kinds) > 1 and kinds[0] is not Project and kinds[-1] is Project and any(
            f.refers == kinds[0].__tablename__ for f in fields(Project)):
        return Plan((_listing(lister, kinds[0], {"without": Project.kind.one}),))          # “which objectives have no project”
    if without := WITHOUT.match(heard.shaped("KIND", "project", "DATE")):
        return _without(lister, [k for k in kinds if k is not Project], heard if without["when"] else None, context)
    if project and SLIPPED.match(heard.plain) and SPRINT.search(heard.plain) and "DATE" not in heard.types and not set(kinds) & {Milestone, Task}:
        calls = tuple(_listing(lister, kind, {"project": project, "slip": "above 0"}) for kind in (Milestone, Task))
        return Plan(calls, says=SLIPPED_SINCE_PLANNED)
    return None


def _without(lister: Tool, kinds: list[type[Record]], heard: Heard | None, context: Context) -> Plan | None:
    """The projects that refer to none of a kind, or of which none of a kind is kept, as it is narrowed by days and a choice: “no cost booked in November”."""
    if len(kinds) != 1:
        return None
    of = next((f for f in fields(Project) if f.refers == kinds[0].__tablename__), None)
    kept = any(f.refers == Project.__tablename__ for f in fields(kinds[0]))
    usual = {f.label for f in fields(kinds[0]) if f.choices or f.name == kinds[0].kind.when}
    said = {n: v for n, v in conditions(kinds[0], heard, context).items() if n in usual} if heard else {}
    said |= {f.label: to for f in fields(kinds[0]) for word in re.findall(BOOKED, heard.plain if heard else "") for spoken, to in f.says.words
             if f.choices and word in split(spoken)}
    if heard and "DATE" in heard.types and (of or not any(f.label in said for f in fields(kinds[0]) if f.name == kinds[0].kind.when)):
        return None
    inside = f" ({'; '.join(f'{name} {words}' for name, words in said.items())})" if said else ""
    where = {of.label: "nothing"} if of else {"without": f"{kinds[0].kind.one}{inside}"} if kept else {}
    return Plan((_listing(lister, Project, where),)) if where else None


def _listing(lister: Tool, kind: type[Record], where: Mapping[str, str]) -> Call:
    said = {Holds.kind: kind.kind.one, Holds.conditions: dict(where)}
    return called(lister, said)
