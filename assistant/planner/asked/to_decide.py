"""What somebody has to decide in a time: the requests and decisions that wait for them, of which their own list tells no time."""
from collections.abc import Mapping
import re

from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Call, Plan
from assistant.planner.heard.tool_for import called, lister_of
from assistant.planner.heard.wording import NOT_USED
from assistant.planner.learned.weighing import is_order
from assistant.planner.told.dating import days
from assistant.planner.words.lexicon import open_of
from records.kinds import KINDS, Person
from records.kinds.base import fields
from tools.base import Holds, Tool

MINE = re.compile(r"^(?:so |and |please )*what (?:all )?(?:do|must|should|shall|can|am) i (?:still |have |need |to |supposed )*"
                  r"(?:decide|approve|sign off)\b|"
                  r"^(?:so |and |please )*(?:what|which decisions?|anything|is there anything) (?:is |are )?(?:waiting|due|waits?) for my "
                  r"(?:decision|approval|yes)\b|"
                  r"^(?:so |and |please )*which decisions (?:do|must|should) i (?:still |have to |need to )*(?:make|take|decide)\b")

HELLO = r"^(?:so |and |please |hi |good morning |morning )*"
ON_NOW = r"(?: on)?(?: for me)?(?: today| now| right now| this morning| at the moment)*$"
NOW = re.compile(rf"{HELLO}(?:is there |do i have |have i got )?(?:anything|something|what|any decisions?|which decisions?)(?: else| still| all| that)*"
                 rf"(?: (?:do|must|should))? i (?:still |have |need |must |should |to |got |am |supposed )*(?:decide|approve|sign off|sign){ON_NOW}|"
                 rf"{HELLO}(?:what|which|how many|any) (?:decisions?|approvals?|answers?)(?: all)? (?:do|am) i (?:still |yet )*(?:owe|owing|due|behind with)"
                 rf"(?: (?:to )?(?:anybody|anyone|somebody|people|others|the team|them))?(?: a decision| still)*{ON_NOW}|"
                 rf"{HELLO}(?:do i|am i) (?:still )?(?:owe|owing) (?:anybody|anyone|somebody) (?:an? |any )?(?:decisions?|approvals?|answers?){ON_NOW}|"
                 rf"{HELLO}(?:is there |are there )?(?:anything|something|any decisions?|decisions?)(?: for me| that i have| i have)*"
                 rf" to (?:decide|approve|sign off|sign|take|make){ON_NOW}")

WAITS = re.compile(rf"{HELLO}(?:what|which decisions?|how many decisions?|anything)(?: all)?(?: is| are)? (?:still )?(?:waiting|waits?|open) for "
                   r"(?:my (?:decision|approval|word|yes|ok)|me to decide),? and (?:which|what|how many|any)(?: of (?:those|them|these))?(?: is| are)?\b.*"
                   r"\b(?:overdue|late|due|urgent)\b")
RUN = re.compile(r"^(?:this|next|the coming) (?:week|month|quarter|year)$", re.I)
AFTER = r"^(?:so |and |ok |please )*(?:which|what)"
FROM = re.compile(rf"{AFTER} (?:decisions?|approvals?|change requests?)(?: all)? (?:do|must|should|will|would|does) (?:i|we|PROJECT|it) (?:still )?"
                  r"(?:need|want|get|require)\b.*\bfrom PERSON\b|"
                  rf"{AFTER} decisions? (?:does|must|should|has|is|will) PERSON (?:(?:still|have|has|need|needs|to|supposed) ?)*(?:take|make|decide)\b|"
                  rf"{AFTER} (?:decisions?|approvals?|answers?)(?: all)? (?:does|is) PERSON (?:still |yet )*(?:owe|owing|due to give)\b|"
                  rf"^(?:so |and |ok |please )*does PERSON (?:still )?owe (?:me|us|PROJECT|PERSON|anybody|anyone|somebody) (?:an? |any |some )?(?:decisions?|"
                  rf"approvals?|answers?)\b")
OWED = re.compile(r"\bow(?:e|ing)\b.*\b(?P<me>me)\b")
TO_MAKE = re.compile(rf"{AFTER} decisions? (?:are|is|have|has|need|needs|must|should|do|will)(?: (?:we|still|to|have|has|need|must|be|all|the board|us))* "
                     r"(?:made|taken|make|take|decided)(?: (?:(?:on|in|for|of|by) )?(?:PROJECT|the board|us|still|now))*$")
LED = re.compile(r"\b(?:by|until|till|before|due|within)(?: the)?\s*$", re.I)


def to_decide_now(heard: Heard, tools: Mapping[str, Tool]) -> tuple[Call, ...]:
    """What waits for whoever asks, of every kind that waits for a word: today is no day by which, but now."""
    for tool in tools.values():
        slot = next((s for s in tool.slots if s.holds is Holds.choice and "waiting" in s.choices), None)
        if slot is not None and any(s.of is Person for s in tool.slots) and NOW.match(heard.plain):
            return ((tool.name, {slot.name: "waiting"}),)
    return ()


def waits_and(heard: Heard, tools: Mapping[str, Tool]) -> Plan | None:
    """What waits for whoever asks, and those of it that are due: “what is waiting for my decision, and which of those is overdue?”."""
    tool = next((t for t in tools.values() if (c := t.slot(Holds.choice)) and "waiting" in c.choices and any(s.of is Person for s in t.slots)), None)
    slot = tool.slot(Holds.choice) if tool else None
    if tool is None or slot is None or not WAITS.match(heard.plain):
        return None
    return Plan(((tool.name, {slot.name: "waiting"}), *_of_those(heard, tools)), sure=True, whole=True)


def _of_those(heard: Heard, tools: Mapping[str, Tool]) -> tuple[Call, ...]:
    """Those of what waits that are due by the day that is said, or that should have been decided by now."""
    lister = lister_of(tools.values())
    said = [heard.said(s) for s in heard.of("DATE")]
    by = f"at most {'the end of ' if RUN.search(said[0]) else ''}{said[0]}" if said else "before today"
    kinds = [k for k in KINDS if {"decider_id", "decide_by", "status"} <= {f.name for f in fields(k)}]
    return tuple(called(lister, {Holds.kind: k.kind.one, Holds.conditions: {"decider": "me", **open_of(k), "decide by": by}}) for k in kinds) if lister else ()


def from_somebody(heard: Heard, tools: Mapping[str, Tool], project: str | None) -> Plan | None:
    """What one person, or anybody at all, has to decide, open ones of each kind that is decided by a day; of the project that is named or talked of."""
    people = heard.of("person")
    lister = lister_of(tools.values())
    is_of_all = not people and TO_MAKE.match(heard.shaped("project")) is not None
    if lister is None or "KEY" in heard.types or not (is_of_all or (len(people) == 1 and FROM.match(heard.shaped("person", "project")))):
        return None
    project = None if is_of_all or OWED.search(heard.plain) else project
    kind_slot, where_slot = (next(s.name for s in lister.slots if s.holds is holds) for holds in (Holds.kind, Holds.conditions))
    home = heard.first("project") or ("my projects" if OWED.search(heard.plain) else project)
    bare = [heard.said(s) for s in heard.of("DATE") if not LED.search(heard.text[:s.start])]
    calls = list[Call]()
    for kind in (k for k in KINDS if {"decider_id", "decide_by", "status"} <= {f.name for f in fields(k)}):
        is_open = open_of(kind)
        by = {} if bare else days(kind, heard, {})
        where = {**({"decider": heard.said(people[0])} if people else {}), **is_open, **by, **({"project": home} if home else {})}
        calls.append((lister.name, {kind_slot: kind.kind.one, where_slot: where}))
    return Plan(tuple(calls), NOT_USED.format(words="”, “".join(bare)) if bare else "")


def to_decide(heard: Heard, tools: Mapping[str, Tool]) -> tuple[Call, ...]:
    """A list of each kind that is decided by a day; () where no time is said."""
    lister = lister_of(tools.values())
    if lister is None or not MINE.match(heard.plain) or "DATE" not in heard.types or heard.types & {"KEY", "person"} or is_order(heard):
        return ()
    kind_slot, where_slot = (next(s.name for s in lister.slots if s.holds is holds) for holds in (Holds.kind, Holds.conditions))
    found = list[Call]()
    for kind in (k for k in KINDS if {"decider_id", "decide_by", "status"} <= {f.name for f in fields(k)}):
        is_open = open_of(kind)
        where = {"decider": "me", **is_open, **days(kind, heard, {})}
        found.append((lister.name, {kind_slot: kind.kind.one, where_slot: where}))
    return tuple(found)
