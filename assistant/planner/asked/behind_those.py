"""What stands behind those that were shown: “was each within its budget line?”, “is there a contract behind it?”. What they refer to, with what is left."""
from collections.abc import Mapping
import re

from assistant.planner.heard.following import RECORD, Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Plan
from assistant.planner.heard.tool_for import called, lister_of
from assistant.planner.words.lexicon import kind_coded, kind_named
from assistant.planner.words.openings import opening
from records.figures import FIGURES
from records.kinds import Project
from records.kinds.base import fields
from tools.base import Holds, Tool

OPENS = opening()
THOSE = r"(?:each|every|all|any|they|them|these|it|that|this|those|each one|every one)(?: (?:of (?:them|these|those)|KINDS?))?"
WITHIN = re.compile(OPENS + rf"(?:was|were|is|are|did|does|do) (?:the )?{THOSE} (?:still |all |really |stay |lie |fit )*"
                    r"(?:within|inside|in|under|over|above|beyond|below|covered by|charged to|on) (?:its|their|the|a|an|our)(?: own)? KINDS?$|"
                    + OPENS + rf"(?:is|was|are|were) there (?:a|an|any) KINDS? (?:behind|for|to|with|on|of) {THOSE}$|"
                    + OPENS + rf"(?:which|what) KINDS? (?:is|are|was|were|stands?|lies?) (?:behind|for|on) {THOSE}$|"
                    + OPENS + rf"(?:which|what) KINDS? (?:do|does|did) {THOSE} (?:belong to|come from|go to|hang on)$")
LEADS = (r"(?:manages?|leads?|runs?|sponsors?|is responsible for|are responsible for|"
         r"looks after|is (?:the )?(?:project )?(?:manager|sponsor|lead) of|is in charge of)")
OF_HOMES = re.compile(OPENS + rf"(?:who|whom|which managers?|what managers?) {LEADS} (?:the |their |its |those |these |each of the |all the )*projects?"
                      rf"(?: (?:that |which )?{THOSE} (?:belongs?|belong|come|comes|hang|is|are)(?: \w+)? (?:to|from|on|in|of|part of)|"
                      rf" behind {THOSE}| of {THOSE}|"
                      r" concerned| in question| they are on)?$|"
                      + OPENS + r"(?:who|whom) (?:is|are) the (?:project )?managers? of (?:the |their |those |these )projects?$|"
                      + OPENS + r"(?:and )?(?:which|what) projects? (?:do|does|did|are|is) (?:they|those|these|it) (?:belong to|on|in|part of|come from|of)$")


def behind_those(heard: Heard, context: Context, tools: Mapping[str, Tool]) -> Plan | None:
    """The list of what those refer to, by what is left of it; None where nothing was shown that refers to such."""
    if (homes := _homes(heard, context, tools)) is not None:
        return homes
    lister, kinds = lister_of(tools.values()), [kind_named(v) for v in heard.all("KIND")]
    if lister is None or not kinds or heard.types & {"KEY", "project", "person", "DATE"} or not WITHIN.match(heard.shaped("KIND")):
        return None
    last = next((t for t in reversed(context.past) if any(RECORD.match(k) for k in t.keys)), None)
    shown = [k for k in last.keys if RECORD.match(k)] if last else []
    kind = kinds[-1]
    own = [key for key in shown if any(f.refers == kind.__tablename__ and f.refers != "project" for f in fields(kind_coded(key)))]
    home = context.project if not own and any(f.refers == "project" for f in fields(kind)) else None
    if (not own and home is None) or (own and kind is kind_coded(own[0])):
        return None
    left = next((f for f in FIGURES if f.of is kind and f.unit == "money"), None)
    where = {"behind": ", ".join(own)} if own else {"project": home}
    return Plan((called(lister, {Holds.kind: kind.kind.one, Holds.conditions: where}, left.title if left else ""),), sure=True)


def _homes(heard: Heard, context: Context, tools: Mapping[str, Tool]) -> Plan | None:
    """The projects of what was shown, each with who leads it."""
    lister = lister_of(tools.values())
    if lister is None or heard.types & {"KEY", "project", "person", "DATE"} or not OF_HOMES.match(heard.plain):
        return None
    last = next((t for t in reversed(context.past) if any(RECORD.match(k) for k in t.keys)), None)
    homes = dict.fromkeys(m["project"] for k in (last.keys if last else ()) if (m := RECORD.match(k)) and m["project"] in context.projects.values())
    return Plan((called(lister, {Holds.kind: Project.kind.one, Holds.conditions: {"key": ", ".join(homes)}}),), sure=True) if homes else None
