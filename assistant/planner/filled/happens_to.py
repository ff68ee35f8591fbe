"""What is supposed of one record and asked of another: “will the load test start in time if the password reset only comes next week?” supposes the password
reset, and shows beside it how the load test stands."""
from collections.abc import Mapping
import re

from assistant.planner.filled.supposed import UNDONE, slot_of
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Plan
from assistant.planner.heard.tool_for import called, lister_of, teller_of
from assistant.planner.heard.wording import NOT_USED, SUPPOSED_ALONE
from assistant.planner.words.lexicon import kind_coded
from assistant.planner.words.openings import opening
from records.kinds import Milestone
from records.kinds.base import fields
from tools.base import Holds, Tool

ASKS = (r"(?:what (?:happens|will happen|would happen|does (?:that|it) do|becomes|comes) (?:to|with|of|for) |"
        r"(?:will|is|are|does|do|can|would|could|when (?:will|does|"
        r"do|is|would|can)) (?!we |i |it |you |they |there )).+?")
SPLIT = re.compile(rf"{opening('tell me')}(?:(?P<asks>{ASKS}),? (?:if|when|in case|supposing|should) (?P<clause>.+)|"
                   rf"(?:if|when|in case|supposing) (?P<clause2>[^,]+), (?:then )?(?P<asks2>{ASKS}))[\s?.!]*$", re.I)
ONLY = re.compile(r"^(?P<who>(?-i:[A-Z])[\w'-]+|he|she|they|we|i) (?P<late>only |not )?(?:gets?|got|is|are|comes?) (?:done|finished|ready|through|to the end) "
                  r"(?:with|of) (?P<what>.+?) (?P<when>(?:(?:only )?(?:next|this|on|in|by|until|at|after|before|tomorrow|two|three|one|a) ?).+)$", re.I)
STONES = re.compile(r"\b(?:go[- ]?live|launch|milestones?|roll[- ]?out)\b", re.I)
ALONE = re.compile(rf"{opening('tell me')}what (?:happens|will happen|would happen|changes|would change) (?:if|when|in case) (?P<clause>.+?)[\s?.!]*$", re.I)
LATE = re.compile(r"\b(?:longer|later?|slips?|delayed|moved|behind|postponed|earlier|weeks?|days?|months?)\b", re.I)
BEGINS = re.compile(r"\b(?:start|starts|begin|begins|starting|beginning)\b", re.I)
FORESEEN = ("forecast", "due", "finish")


def happens_to(heard: Heard, titled: Mapping[str, str], tools: Mapping[str, Tool]) -> Plan | None:
    """What would be by what is supposed, and the other record as it is planned; None where nothing is supposed of one and asked of another."""
    tool, teller, m = next((t for t in tools.values() if slot_of(t)), None), teller_of(tools.values()), SPLIT.match(heard.text.strip())
    if tool is not None and (alone := ALONE.match(heard.text.strip())) and LATE.search(alone["clause"]) and not UNDONE.search(heard.typed):
        late = _keys(alone["clause"], heard, titled)
        return Plan((called(tool, {Holds.question: f"what if {alone['clause']}?", Holds.record: late[0]}),), sure=True) if len(late) == 1 else None
    if tool is None or teller is None or m is None or UNDONE.search(heard.typed) or heard.types & {"TEXT", "MONEY", "PERCENT"}:
        return None
    asks, clause = (m["asks"] or m["asks2"]).strip(), (m["clause"] or m["clause2"]).strip(" ?.!")
    of, others = _keys(clause, heard, titled), _keys(asks, heard, titled)
    is_of_person = not others and any(heard.said(s) in asks for s in heard.of("person"))
    if len(of) != 1 or set(of) & set(others) or len(others) > 1 or not (others or is_of_person or STONES.search(asks)):
        return None
    only = ONLY.match(clause)
    said = f"{only['what']} is only done {only['when']}" if only else clause
    suppose = called(tool, {Holds.question: f"what if {said}?", Holds.record: of[0]})
    if is_of_person:
        return Plan((suppose,), NOT_USED.format(words=asks), sure=True)
    asked_of = tuple(_told(key, asks, teller) for key in others) or _stones(of[0], tools)
    return Plan((suppose, *asked_of), SUPPOSED_ALONE.format(words=clause), sure=True)


def _keys(part: str, heard: Heard, titled: Mapping[str, str]) -> list[str]:
    """The records that a part names, by key or by title; one whose title names several is none."""
    low = part.lower()
    found = [key for key in heard.all("KEY") if key in part.upper()]
    return list(dict.fromkeys((*found, *(key for words, key in titled.items() if words.lower() in low and " " not in key and _is_planned(key)))))


def _is_planned(key: str) -> bool:
    return any(f.name in FORESEEN for f in fields(kind_coded(key)))


def _told(key: str, asks: str, teller: Tool) -> tuple[str, dict[str, object]]:
    """The day of the other record that is asked about."""
    labels = {f.name: f.label for f in fields(kind_coded(key))}
    day = labels.get("start") if BEGINS.search(asks) else None
    name, args = called(teller, {Holds.record: key, Holds.field: day or next((labels[n] for n in FORESEEN if n in labels), "")})
    return name, dict(args)


def _stones(key: str, tools: Mapping[str, Tool]) -> tuple[tuple[str, dict[str, object]], ...]:
    """The milestones to come of the same project, where one is asked about by no title."""
    lister, home = lister_of(tools.values()), key.rsplit("-", 2)[0]
    if lister is None:
        return ()
    name, args = called(lister, {Holds.kind: Milestone.kind.one, Holds.conditions: {"actual": "empty", "project": home}}, "forecast")
    return ((name, dict(args)),)
