"""Who might do somebody else's work: a stand-in, of whom no record knows, or somebody for a task that its owner cannot do."""
from collections.abc import Collection, Mapping
import re

from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Plan
from assistant.planner.heard.tool_for import lister_of
from records.kinds import Person
from records.kinds.base import split
from tools.base import Holds, Tool

NO_STAND_IN = "No record says who stands in for somebody."
THEY_HAVE = " These have time in the next two weeks."
NOT_MOVED = "Nothing is changed yet. These have time in the next two weeks; to hand it over, say “assign {key} to” and who."
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
HAND = tuple(re.compile(rf"^(?:so |and |please |hi |hello |sorry |ok )*{said}{MORE}$") for said in (
    rf"(?:i |we |PERSON )?{CAN_NOT} (?:{TAKE} |work on |manage )?KEY(?: DATE)? (?:(?:so|and|but) )*(?:{CAN} )?{SOMEBODY} (?:{CAN} )?(?:please )?{TAKE} {IT}",
    rf"(?:i |we |PERSON )?{CAN_NOT} (?:{TAKE} |work on |manage )?KEY(?: DATE)? who {CAN}(?: else)?(?: please)?",
    rf"(?:{CAN} )?{SOMEBODY} (?:else )?(?:{CAN} )?(?:please |else )*{TAKE} KEY",
    rf"who {CAN} (?:please )?(?:help|{TAKE}) (?:me |us |PERSON )?(?:with )?KEY",
    rf"who (?:else )?(?:has|would have|has got) (?:the )?time (?:for|to {TAKE}) KEY",
    rf"(?:can you |could you )*(?:find|look for|i need|we need|suggest|is there) {SOMEBODY} (?:for|to {TAKE}|who {CAN} {TAKE}) KEY",
    rf"(?:hand|give|pass|move|assign|reassign)(?: over)? KEY (?:over )?to {SOMEBODY}",
    r"KEY needs (?:another owner|a new owner|somebody else|someone else)"))


def who_could(heard: Heard, tools: Mapping[str, Tool], offered: Collection[str]) -> Plan | None:
    """The people who have time, said to be no stand-ins or that nothing is changed; None where nobody is looked for."""
    said, key = heard.shaped("KEY", "DATE", "person"), heard.first("KEY")
    is_stand_in = STAND_IN.match(said) is not None
    lister = lister_of(tools.values())
    if lister is None or lister.name not in offered or not (is_stand_in or (key and any(form.match(said) for form in HAND))):
        return None
    where = next(dict(asked) for spoken, asked in Person.kind.sayings if HAS_TIME in split(spoken))
    args = {Holds.kind: Person.kind.one, Holds.conditions: where, Holds.field: next(iter(where))}
    filled = {next(s.name for s in lister.slots if s.holds is holds): value for holds, value in args.items()}
    return Plan(((lister.name, filled),), NO_STAND_IN + THEY_HAVE if is_stand_in else NOT_MOVED.format(key=key))
