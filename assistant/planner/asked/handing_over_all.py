"""Who could take over somebody's work as a whole, and a fact about somebody with a question about them behind it: “Jonas is off sick, who takes his tasks?”."""
from collections.abc import Callable, Mapping
import re

from assistant.planner.asked.handing_over import CAN, HAS_TIME, NO_STAND_IN, STAND_IN, TAKE
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Plan
from assistant.planner.words.openings import opening
from records.kinds import Person
from records.kinds.base import split
from tools.base import Holds, Tool

HANDOVER = "handover"                           # the choice of a tool that tells of somebody's work
WORK = (r"(?:tasks?|work|stuff|things|job|jobs|duties|to-?dos?|tickets|part|workload|load|responsibilities|open (?:tasks?|work|items)|everything|"
        r"share|assignments?)")
HIS = r"(?:PERSON|my|his|her|their|this|these|those|the)"
OPENS = opening("tell me", "show me", "do you know")
LATER = (r"(?: (?:then|now|meanwhile|instead|for now|please|while|in the meantime|until|till|for|that long|next|this|DATE|HOURS|week|he|she|they|"
         r"is|are|away|off|sick|out|i|am|PERSON))*")
WHO = r"(?:who|which (?:people|colleagues?|of us|person)|(?:is there )?(?:anybody|anyone|somebody|someone)(?: who)?)(?: else)?"
TAKES = rf"(?:{TAKE}|take over from|takes(?: over| on)?|takes care of|gets|jump in with|step in with|look after|cover for|finishes|do instead)"
FORMS = tuple(re.compile(f"{OPENS}{said}{LATER}$") for said in (
    (rf"{WHO} (?:{CAN} |has time to |is able to |is free to |would be able to )?{TAKES} (?:all |all of |some of |over )?(?:of )?{HIS}(?: open| "
     rf"current| remaining)? (?:KINDS|SAYING|{WORK})(?: over| on)?"),
    rf"{WHO} (?:{CAN} )?(?:{TAKES}|fill in|stand in|step in|deputi[sz]e|substitute|replace|cover|SAYING)(?: for)? (?:PERSON|me|him|her|them)",
    rf"{WHO} (?:SAYING|has time|have time)(?: for)? {HIS}(?: open)? (?:KINDS|{WORK})",
    rf"(?:{CAN} )?{WHO} (?:{CAN} )?SAYING (?:all |some )?(?:of )?{HIS}(?: open)? (?:KINDS|{WORK})",
    rf"(?:to )?(?:who|whom) (?:{CAN}|should|do|shall) (?:i|we) (?:give|hand|pass|assign|move)(?: over)? {HIS}(?: open)? (?:KINDS|{WORK})(?: to| over to)?",
    (rf"(?:how|where) (?:{CAN}|should|do|shall) (?:i|we) (?:cover|spread|distribute|share|redistribute|reassign|hand over|staff)(?: out)? {HIS}(?: "
     rf"open)? (?:KINDS|{WORK})"),
    rf"what (?:happens|do we do|should (?:we|i) do|shall we do|about)(?: to| with)? {HIS}(?: open)? (?:KINDS|{WORK})"))
SPLIT = re.compile(r"^(?P<fact>.+?)(?:\s*[,;.!–—]+\s*(?:so |and |but )*|\s+-\s+|\s+(?:so|and)\s+)(?P<asks>(?:so |and )*(?:who|which|what|how|when|"
                   r"is|can|could|does|do|to whom|where)\b.+)$",
                   re.I | re.S)
THEIR = re.compile(r"\b(?P<p>his|her|their|him|them|he|she|they)\b", re.I)
OWNS = frozenset(("his", "her", "their"))


def who_takes_all(heard: Heard, tools: Mapping[str, Tool]) -> Plan | None:
    """The open work of somebody and who could take it; None where no stand-in of somebody is looked for."""
    tool = next((t for t in tools.values() if not t.proposes and any(s.of is Person for s in t.slots) and (c := t.slot(Holds.choice))
                 and HANDOVER in c.choices), None)
    people = heard.of("person")
    free = {w.lower() for words, _ in Person.kind.sayings if HAS_TIME in split(words) for w in split(words)}
    said = heard.only_saying(free).shaped("person", "DATE", "HOURS", "KIND", "SAYING")
    stands_in = STAND_IN.match(heard.shaped("KEY", "DATE", "person")) is not None
    is_asked = any(form.match(said) for form in FORMS) or (stands_in and (people or re.search(r"\b(?:my|me|i)\b", heard.plain)))
    if tool is None or len(people) > 1 or heard.types & {"KEY", "project", "MONEY", "TEXT"} or not is_asked:
        return None
    if not people and not re.search(r"\b(?:my|me|i)\b", heard.plain):
        return None
    whose = {s.name: heard.said(people[0]) for s in tool.slots if s.of is Person and people}
    args = {**whose, **{s.name: HANDOVER for s in tool.slots if s.holds is Holds.choice}}
    return Plan(((tool.name, args),), NO_STAND_IN if stands_in else "", sure=True)


def fact_and_question(heard: Heard, tools: Mapping[str, Tool], again: Callable[[str], Plan]) -> Plan | None:
    """What is told of one person, as a proposal, with the answer to what is asked about them behind it; None where it is not both."""
    m, people = SPLIT.match(heard.text), heard.of("person")
    if m is None or len(people) != 1 or people[0].end > m.end("fact") or heard.types & {"KEY", "TEXT"} or not THEIR.search(m["asks"]):
        return None
    name = heard.said(people[0])
    question = THEIR.sub(lambda p: f"{name}'s" if p["p"].lower() in OWNS else name, m["asks"])
    fact, answer = again(m["fact"]), again(question)
    if not fact.calls or not answer.calls or fact.says or any(not tools[n].proposes for n, _ in fact.calls if n in tools) or any(
            tools[n].proposes for n, _ in answer.calls if n in tools):
        return None
    return Plan((*answer.calls, *fact.calls), answer.says, sure=True)
