"""“List the decisions and changes I still have to make, with who asked for each”: what waits for the asker, of the kinds that are named, with who asked."""
from collections.abc import Mapping
import re

from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Call, Plan
from assistant.planner.heard.tool_for import called, lister_of
from assistant.planner.heard.wording import NOT_USED
from assistant.planner.words.lexicon import open_of
from records.kinds import KINDS, Person
from records.kinds.base import fields
from tools.base import Holds, Tool

HELLO = r"^(?:so |and |please |hi |good morning |morning |can you |could you )*"
DECIDED = r"(?:decisions?|approvals?|changes|change requests?|requests?|choices)"
TO_BE = r"(?:make|take|decide(?: on| upon)?|approve|sign off|sign|give|answer|settle)"
LISTED = re.compile(rf"{HELLO}(?:list|show|give|tell|send|name|what are|which are|i need|i want|i would like|let me see|see|which|what)(?: me| us)?"
                    rf"(?: (?:all|the|of|any|those|open))*(?: {DECIDED}(?:,? (?:and|or)|,)?)+(?: (?:that|which))? "
                    rf"(?:i|(?:are|is) (?:still )?(?:left |there )?for me|(?:are|is) (?:still )?on me|(?:do|must|should|can|have) i) ?"
                    rf"(?:(?:still|have|has|need|must|should|to|yet|am|supposed|be|got|also) )*{TO_BE}\b(?P<more>.*)$")
SHOWN_WITH = re.compile(r"^(?: on| for me| now| today| yet| myself| still)*$|^,? ?(?:with|and|including|plus) (?:(?:the|their|each|its|a|by|until|on) )*"
                        r"(?:dates?|days?|deadlines?|when|who|person|people|requesters?|projects?|titles?|and|due|asked|asks|for|each|them|it|of|that|raised|"
                        r"the|is|are|needed|,|\s)+$")
WHO = re.compile(r"\b(?:who|whom|person|people|requesters?|by)\b")
CHANGES, DECISIONS = re.compile(r"\b(?:changes|change requests?|requests?)\b"), re.compile(r"\b(?:decisions?|approvals?|choices)\b")
ASKERS = ("requester_id", "raised_by_id")


def mine_to_decide(heard: Heard, tools: Mapping[str, Tool]) -> Plan | None:
    """What waits for the asker's word; by kind, where only some are named or who asked is to be seen; None where anything else is asked."""
    m = LISTED.match(heard.plain) if not heard.types & {"KEY", "project", "person", "DATE"} else None
    tool = next((t for t in tools.values() if (c := t.slot(Holds.choice)) and "waiting" in c.choices and any(s.of is Person for s in t.slots)), None)
    slot, lister = tool.slot(Holds.choice) if tool else None, lister_of(tools.values())
    if m is None or tool is None or slot is None or lister is None or SHOWN_WITH.match(m["more"]) is None:
        return None
    said = heard.plain[:m.start("more")]
    kinds = [k for k in KINDS if {"decider_id", "decide_by", "status"} <= {f.name for f in fields(k)}]
    if DECISIONS.search(said) and not WHO.search(m["more"]):
        return Plan(((tool.name, {slot.name: "waiting"}),), sure=True, whole=True)
    calls, unknown = list[Call](), list[str]()
    for kind in kinds if DECISIONS.search(said) else [k for k in kinds if any(f.name in ASKERS for f in fields(k))]:
        show = ", ".join(f.label for f in fields(kind) if WHO.search(m["more"]) and f.name in ASKERS and f.name not in kind.kind.columns)
        name, args = called(lister, {Holds.kind: kind.kind.one, Holds.conditions: {"decider": "me", **open_of(kind)}})
        calls.append((name, {**args, **({"show": show} if show else {})}))
        unknown += [] if not WHO.search(m["more"]) or any(f.name in ASKERS for f in fields(kind)) else [f"who asked for each of the {kind.kind.many}"]
    return Plan(tuple(calls), NOT_USED.format(words="”, “".join(unknown)) if unknown else "", sure=True, whole=True)
