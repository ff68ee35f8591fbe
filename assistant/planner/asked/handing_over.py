"""Who might do somebody else's work: a stand-in, of whom no record knows, or somebody for a task that its owner cannot do."""
from collections.abc import Collection, Mapping
import re

from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Plan
from assistant.planner.heard.tool_for import lister_of
from records.kinds import Person
from records.kinds.base import split
from tools.base import Holds, Tool

NO_STAND_IN = "No record says who stands in for somebody."
THEY_HAVE = " These have time in the next two weeks."
NOT_MOVED = "Nothing is changed yet. These have time {when}; to hand it over, say “assign {key} to” and who."
NEXT_DAYS = "in the next two weeks"
MOST_FREE = "I hand nothing to whoever has the most time, as several may have as much: say “assign {key} to” and who."
HAS_TIME = "has time"                           # how people say it, of which the kind knows what it means
SOMEBODY = r"(?:someone|somebody|anyone|anybody|any one|who|who else|some other person|another person|any colleague|one of (?:you|us|them))(?: else)?"
TAKE = (r"(?:take(?: on| over| care of)?|do|pick up|finish|help (?:me )?(?:out )?with|jump in (?:for|on)|cover|step in (?:for|on)|handle|own|have)")
CAN = r"(?:can|could|would|will|may|might|is able to|is free to|has time (?:for|to))"
IT = r"(?:KEY|it|that|this(?: one)?|the task)"
MORE = (r"(?: (?:from|for|instead|of|me|please|this|next|week|then|over|now|DATE|PERSON|until|by|on))*"
        r"(?: (?:it|that) is due(?: (?:on|by))? DATE| (?:while|as|because|since|when) .*)*")
CAN_NOT = (r"(?:can not|could not|will not be able to|am not able to|do not have (?:the )?time (?:for|to)|have no time (?:for|to)|"
           r"will not manage(?: to)?|do not manage(?: to)?)")
DEPUTY = r"(?:backup|back-up|back up|deputy|deputies|stand[- ]in|substitute|replacement|cover|proxy)"
STAND_IN = re.compile(rf"^(?:so |and )*(?:who (?:is|are|will be|could be|would be|can be)(?: the)? (?:my|PERSON) {DEPUTY}|do i have an? {DEPUTY}|"
                      r"who (?:all )?(?:stands?|will stand|can stand|could stand|steps?|can step|will step|fills?|can fill) in(?: for (?:me|PERSON))?|"
                      rf"(?:is there )?(?:{CAN} )?{SOMEBODY} (?:{CAN} )?(?:please )?"
                      r"(?:cover|stand in|fill in|step in|deputi[sz]e|take over) (?:for|from) (?:me|PERSON)|"
                      r"who (?:covers?|deputi[sz]es|substitutes|can cover|will cover|replaces|takes over)(?: for)?(?: (?:me|PERSON|my (?:work|tasks)))?)"
                      r"(?:,? (?:while|when|if|during|DATE) .*| (?:on |from |for )?DATE| KIND| then| meanwhile)*$")
LED = re.compile(r"(?:in|on|from|between|until|over|during|for|next|this)\b", re.I)
OF_ANSWER = re.compile(r"say “assign (?P<key>[\w-]+) to” and who")
TO_THE_FREEST = re.compile(r"^(?:so |and |please |ok |then |can you )*(?:assign|give|hand|pass|move)(?: over)? (?:it|that|this|KEY|the task) (?:over )?to "
                           r"(?:the (?:one|person|colleague)|whoever|who|the|somebody) .*\b(?:most|least|freest|more) (?:free |spare )?"
                           r"(?:time|hours|capacity|room|load|work|busy)?\b.*$")
HAND = tuple(re.compile(rf"^(?:so |and |please |hi |hello |sorry |ok )*{said}{MORE}$") for said in (
    rf"(?:i |we |PERSON )?{CAN_NOT} (?:{TAKE} |work on |manage )?KEY(?: DATE)? (?:(?:so|and|but) )*(?:{CAN} )?{SOMEBODY} (?:{CAN} )?(?:please )?{TAKE} {IT}",
    rf"(?:i |we |PERSON )?{CAN_NOT} (?:{TAKE} |work on |manage )?KEY(?: DATE)? who {CAN}(?: else)?(?: please)?",
    rf"(?:{CAN} )?{SOMEBODY} (?:else )?(?:{CAN} )?(?:please |else )*{TAKE} KEY",
    rf"who {CAN} (?:please )?(?:help|{TAKE}) (?:me |us |PERSON )?(?:with )?KEY",
    rf"who (?:else )?(?:has|would have|has got) (?:the )?time (?:for|to {TAKE}) KEY",
    rf"(?:can you |could you )*(?:find|look for|i need|we need|suggest|is there) {SOMEBODY} (?:for|to {TAKE}|who {CAN} {TAKE}) KEY",
    rf"(?:hand|give|pass|move|assign|reassign)(?: over)? KEY (?:over )?to {SOMEBODY}",
    r"KEY needs (?:another owner|a new owner|somebody else|someone else)"))


def who_could(heard: Heard, context: Context, tools: Mapping[str, Tool], offered: Collection[str]) -> Plan | None:
    """The people who have time, said to be no stand-ins or that nothing is changed; None where nobody is looked for."""
    said, key = heard.shaped("KEY", "DATE", "person"), heard.first("KEY")
    if TO_THE_FREEST.match(said) and (of := key or _asked_about(context)):
        return Plan(says=MOST_FREE.format(key=of), understood=False)
    is_stand_in = STAND_IN.match(said) is not None
    lister = lister_of(tools.values())
    if lister is None or lister.name not in offered or not (is_stand_in or (key and any(form.match(said) for form in HAND))):
        return None
    where = next(dict(asked) for spoken, asked in Person.kind.sayings if HAS_TIME in split(spoken))
    days = _days_before(context, lister)
    args = {Holds.kind: Person.kind.one, Holds.conditions: where, Holds.field: next(iter(where)), **({Holds.days: days} if days else {})}
    filled = {next(s.name for s in lister.slots if s.holds is holds): value for holds, value in args.items()}
    return Plan(((lister.name, filled),), NO_STAND_IN + THEY_HAVE if is_stand_in else NOT_MOVED.format(key=key, when=_when(days)))


def _when(days: str) -> str:
    return NEXT_DAYS if not days else days if LED.match(days) else f"in these days: {days}"


def _days_before(context: Context, lister: Tool) -> str:
    """The days over which people were listed last, as one of them is spoken of."""
    slot, kind = lister.slot(Holds.days), lister.slot(Holds.kind)
    calls = context.past[-1].calls if context.past else ()
    return next((str(c.said[slot.name]) for c in calls if slot and kind and c.said.get(kind.name) == Person.kind.one and c.said.get(slot.name)), "")


def _asked_about(context: Context) -> str | None:
    """The record that somebody was looked for in the answer before."""
    m = OF_ANSWER.search(context.past[-1].answer) if context.past else None
    return m["key"] if m else None
