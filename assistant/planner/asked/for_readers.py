"""What is to be told to a board or a sponsor: a short note to send on, and what they will ask; worded by code, of a project or of all."""
from collections.abc import Mapping
import re

from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Plan
from records.kinds import Project
from tools.base import Holds, Tool

LEAD = r"^(?:(?:please|so|and|ok|hi|hello|can you|could you|would you|i need|i want|i would like|help me|let us) )*(?:to )?"
READERS = (r"(?:(?:critical |sceptical |board |committee |nervous |tough )*(?:board|steering committee|steerco|steering|committee|sponsor|executives?|"
           r"auditors?|management|cfo|ceo|"
           r"members?|directors?|shareholders?|investors?))")
ASKS = re.compile(rf"{LEAD}(?:tell me )?(?:what|which|give me|show me|list)\b.*\b{READERS}\b.*\b(?:asks?|asking|asked|want to know|wants to know|"
                  rf"challenges?|grill|probe|question us|worry about)\b|"
                  rf"{LEAD}(?:what|which|give me|list|the) .*\bquestions?\b.*\b(?:from|by|of|for|will|would|might|may|could) (?:the |an? |our )?{READERS}\b")
TEXT = r"(?:note|memo|message|mail|e-?mail|paragraph|blurb|statement|short text|few lines|few sentences|lines|sentences|text)"
DRAFTS = re.compile(rf"{LEAD}(?:draft|write|prepare|compose|word|phrase|give|make|formulate|put together|send|sketch)(?: me| us)? (?:up )?(?:an? |the |"
                    rf"some |my |our )?"
                    rf"(?:(?:very |short|brief|quick|two-line|one-line|concise|crisp|little|small|draft|\d+ \w+|two|three|four|five) ?)*{TEXT}\b")
PAST = re.compile(r"\b(?:did|had|asked last|have asked|has asked|was asked|were asked)\b")
NOTE, QUESTIONS = frozenset(("note",)), frozenset(("likely questions", "questions"))
ALL = re.compile(r"\b(?:portfolio|all projects|all our projects|our projects|projects|programme|everything)\b")
ADDRESSED = re.compile(rf"\b(?:to|for) (?:the |our |my |an? )?{READERS}\b")

BEFORE = re.compile(r"\b(?:steering committee|steering group|steerco|board meeting|project board|sponsor meeting)\b.*\b(?:what|which|anything)\b.*\b(?:i|we) "
                    r"(?:need|should|must|have|ought)(?: to)?\b(?: (?:know|say|tell|prepare|bring|expect|look at|read|have ready))?|"
                    r"^(?:please |can you |could you )*(?:prepare|brief|ready|get) me (?:up |ready )?(?:for|on|before) (?:the |my |our )?"
                    r"(?:steering committee|steering group|steerco|board meeting|project board)(?: meeting)?(?: (?:on|at|next|this|tomorrow|today)\b.*)?$")


def for_readers(heard: Heard, context: Context, tools: Mapping[str, Tool]) -> Plan | None:
    """The report of a project, or else of all, in the choice that such words are for; None where nothing of the kind is wanted."""
    if (ready := _before(heard, tools, context)) is not None:
        return ready
    is_asked, is_note = ASKS.match(heard.plain) is not None, DRAFTS.match(heard.plain) is not None
    if not (is_asked or is_note) or heard.types & {"KEY", "TEXT", "HOURS", "MONEY", "person"} or PAST.search(heard.plain):
        return None
    home = heard.first("project") or (None if ALL.search(heard.plain) else context.project)
    if is_note and not (home or ALL.search(heard.plain) or ADDRESSED.search(heard.plain)):
        return None
    said = QUESTIONS if is_asked else NOTE
    for tool in tools.values():
        slot, whole = next((s for s in tool.slots if s.holds is Holds.choice), None), next((s for s in tool.slots if s.of is Project and s.required), None)
        if tool.proposes or slot is None or not (whole if home else tool.slot(Holds.among)):
            continue
        if (choice := next((c for c, ws in slot.choices.items() if said & set(ws)), None)) is not None:
            return Plan(((tool.name, {**({whole.name: home} if whole and home else {}), slot.name: choice}),))
    return None


def _before(heard: Heard, tools: Mapping[str, Tool], context: Context) -> Plan | None:
    """All projects and what waits for whoever asks, before a meeting on no project in particular; a project that is named or talked of has a report."""
    if not BEFORE.search(heard.plain) or heard.types & {"project", "KEY"} or context.project:
        return None
    overview = next((t for t in tools.values() if t.slot(Holds.among) and t.slot(Holds.choice) and not t.proposes), None)
    waiting = next(((t, s) for t in tools.values() for s in t.slots if s.holds is Holds.choice and "waiting" in s.choices), None)
    calls = [*([(overview.name, {})] if overview else []), *([(waiting[0].name, {waiting[1].name: "waiting"})] if waiting else [])]
    return Plan(tuple(calls), sure=True) if calls else None
