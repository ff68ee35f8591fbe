"""Which records or projects break what is laid down: “and if not, which ones break the rule?” lists the findings and no passage of the rules."""
from collections.abc import Mapping
import re

from assistant.planner.asked.ruling import ON, TEXTS
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Plan
from assistant.planner.heard.wording import ALL_FINDINGS
from assistant.planner.words.lexicon import kind_named
from records.kinds import Project
from tools.base import Holds, Tool

BREAKS = r"(?:breaks?|violates?|breach(?:es)?|infringes?|ignores?|(?:do|does) not (?:comply|conform|follow|keep|meet|obey|stick)(?: with| to)?)"
RULE = rf"(?:the |that |this |our |these |those |any )?(?:[\w-]+ ){{0,2}}(?:{TEXTS}|it|them)"
ASKS = re.compile(rf"\b(?:which|what|who)(?: (?:ones?|of (?:them|those|these|the [a-z]+|our [a-z]+)|[a-z]+s))?(?: (?:then|currently|still|now))* "
                  rf"{BREAKS} {RULE}(?: (?:then|now|today|currently))*\W*$")


def who_breaks(heard: Heard, tools: Mapping[str, Tool]) -> Plan | None:
    """The findings of the rules, on one project or on all; None where something else is asked."""
    tool = next((t for t in tools.values() if not t.proposes and {s.of for s in t.slots if s.of} == {Project} and not t.slot(Holds.choice)
                 and not any(s.required for s in t.slots) and not t.slot(Holds.figure) and not t.slot(Holds.changed) and not t.slot(Holds.question)), None)
    homes = heard.all("project")
    if tool is None or len(homes) > 1 or heard.types & {"KEY", "person", "DATE", "CHANGE"} or not ASKS.search(heard.plain) or ON.search(heard.plain):
        return None
    kinds = [kind_named(str(s.value)).kind.many for s in heard.of("KIND") if not re.fullmatch(TEXTS, heard.said(s), re.I) and s.value != Project.kind.one]
    said = {next(s.name for s in tool.slots if s.of is Project): homes[0]} if homes else {}
    return Plan(((tool.name, said),), ALL_FINDINGS.format(kinds=kinds[0]) if kinds else "", sure=True)
