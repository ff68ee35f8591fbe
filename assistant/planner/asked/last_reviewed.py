"""When records of a kind were last reviewed: the log of their review days, and beside it those that are open by the day of their next one."""
from collections.abc import Mapping
import re

from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Plan
from assistant.planner.heard.tool_for import called, lister_of
from assistant.planner.heard.wording import NOT_USED, REVIEWS_KEPT
from assistant.planner.words.lexicon import kind_named, open_of
from assistant.planner.words.openings import opening
from records.kinds import Person, Project
from records.kinds.base import fields
from tools.base import Holds, Tool

OPENS = opening("tell me")
LAST = re.compile(rf"{OPENS}(?:when|on which day|how long ago) (?:was|were|did|have|has|is|are)\b.*\b(?:review\w*|look\w* at|gone through|go through|"
                  rf"went through)\b|"
                  rf"{OPENS}(?:date|day) of the last .*\breviews?\b|{OPENS}(?:the )?last (?:KIND )?reviews?\b")
LONG_AGO = re.compile(rf"{OPENS}(?:(?:which|what|any|are there(?: any)?|show(?: me)?|list|all|open|of|the|our) )*KINDS?(?: (?:on|of|in|for) PROJECT)?"
                      r"(?: that| which)? (?:have|has|were|was|are)(?: not|n['’]t)(?: been)? (?:reviewed|looked at|gone through) "
                      r"(?P<time>(?:for|in|since|within|during) .+)")
REVIEW = "review"
MINE, BY_ME = re.compile(r"\b(?:my|mine|i (?:own|have))\b"), re.compile(r"\b(?:did|have|had) i\b")


def last_reviewed(heard: Heard, tools: Mapping[str, Tool], context: Context) -> Plan | None:
    """The changes of the review days of a kind, and its open records by them; None where no kind that is reviewed is named, or one record is."""
    log, lister = next((t for t in tools.values() if t.slot(Holds.changed)), None), lister_of(tools.values())
    kinds = [kind_named(one) for one in dict.fromkeys(heard.all("KIND"))]
    of = next((k for k in kinds if any(f.name == REVIEW for f in fields(k))), None)
    if log is None or lister is None or of is None or heard.types & {"KEY", "person", "TEXT"} or not (
            LAST.match(heard.shaped("KIND")) or LONG_AGO.match(heard.shaped("KIND", "project"))):
        return None
    if len(heard.all("project")) > 1 or not re.search(r"\b(?:last|latest|most recent|ago|review|reviewed)\b", heard.plain):
        return None
    home = heard.first("project") or context.project
    here = {s.name: home for s in log.slots if s.of is Project and home}
    here |= {s.name: "me" for s in log.slots if s.of is Person and BY_ME.search(heard.plain)}
    owner = next((f.label for f in fields(of) if f.name == "owner_id"), "") if MINE.search(heard.plain) else ""
    changed = next(s.name for s in log.slots if s.holds is Holds.changed)
    label = next(f.label for f in fields(of) if f.name == REVIEW)
    where = {**open_of(of), **({"project": home} if home else {}), **({owner: "me"} if owner else {})}
    return Plan(((log.name, {**here, changed: f"{of.kind.one} {label}"}),
                 called(lister, {Holds.kind: of.kind.one, Holds.conditions: where}, label)), f"{REVIEWS_KEPT} {_time_left(heard)}".strip(), sure=True)


def _time_left(heard: Heard) -> str:
    """That how long ago it may have been is not compared, so that nobody takes all of them for those."""
    m = LONG_AGO.match(heard.shaped("KIND", "project"))
    return NOT_USED.format(words=m["time"].strip(" ?.!")) if m else ""
