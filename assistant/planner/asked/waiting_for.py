"""What waits for somebody: their signature, approval or answer, and others' work that theirs holds up."""
from collections.abc import Mapping
import re

from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Call
from records.kinds import Person
from tools.base import Holds, Tool

WAITING = "waiting"                             # the choice of a tool that tells of somebody's work
WORD = (r"(?:signature|sign[- ]?off|approval|acceptance|review|decision|ok|okay|word|answer|input|feedback|consent|yes|verdict|judgement)s?")
SOMEBODY = r"(?:anybody|anyone|any one|somebody|someone|others|other people)"
ANYTHING = (rf"(?:who|whom|what|anything|something|which \w+|{SOMEBODY}|(?:is|are|does|do)(?: there)? (?:anything|something|{SOMEBODY}))")
ONE, HIS = r"(?:me|PERSON)", r"(?:my|PERSON)"
STILL = r"(?: (?:is|are|all|still|currently|that|there|else|to be))*"
AWAITS = r"(?:waits?|waiting|pending|open|due|needed|needs?|requires?|outstanding|awaits?|awaiting)"
HELD = r"(?:stuck|blocked|held up|held back|delayed|waiting|hanging|stopped|idle|late|slowed down)"
HOLDING = (r"(?:blocking|holding(?: up| back)?|delaying|slowing down|keeping|stopping|block|hold up|hold|keep|in the way of|(?:a|the) bottleneck for)")
OTHERS = rf"(?: (?:the )?(?:{SOMEBODY}|anything|something|colleagues|team|work|people|you|us|else|up|back|waiting))*"
TO_DO = (r"(?:sign|sign off|approve|accept|agree to|countersign|release|review|check|decide|validate|look over|look through|give my ok (?:to|"
         r"for))(?: off)?(?: on| about)?")
HAS_TO = r"(?: (?:still|have|has|need|needs|to|supposed|be|do|must|should|shall|can|am|is|does|all|i|PERSON))*"
LATER = r"(?: (?:else|right|now|at|the|moment|still|currently|today|all|there))*"
DONE = r"(?:signed|approved|accepted|agreed|countersigned|released|reviewed|checked|decided|validated)"
QUEUE = r"(?:review|approval|sign[- ]?off|signature|acceptance|decision|approvals|decisions|reviews)s?"
FORMS = tuple(re.compile(rf"^(?:so |and |please |hi |hello |ok )*{said}{LATER}$") for said in (
    rf"(?:who|whom|which (?:people|colleagues)|(?:is |are )?{SOMEBODY}){STILL} (?:waits?|waiting) (?:for|on) {ONE}",
    (rf"(?:who|whom|which (?:people|colleagues)|(?:is |are |does |do )?(?:there )?{SOMEBODY}){STILL}(?: here)? "
     rf"(?:waits?|waiting) (?:for|on) (?:something|anything|"
     rf"things|some ?thing else|stuff|work|results?|input|an? \w+) (?:from|of|by) {ONE}"),
    rf"{ANYTHING}{STILL} {AWAITS}(?: for| on| at)? {HIS} {WORD}",
    rf"{ANYTHING}{STILL} {HELD}(?: up)? (?:because of|by|on|due to|through|behind) {ONE}",
    rf"(?:am i|is PERSON|do i|does PERSON) {HOLDING}{OTHERS}",
    rf"(?:who|whom|what|which \w+) (?:am i|is PERSON|do i|does PERSON) {HOLDING}{OTHERS}",
    rf"(?:what|whom|who|anything|is there anything|which ones){HAS_TO} (?:i|PERSON){HAS_TO} {TO_DO}",
    rf"{ANYTHING}(?: (?:is|are|there|still|left|else|waiting|pending|open|due|outstanding))*(?: for| on)? {ONE} to {TO_DO}",
    rf"{ANYTHING}(?: (?:is|are|there|still|left|else|waiting|pending|open|due|outstanding))* to {TO_DO}(?: for| by) {ONE}",
    (rf"(?:(?:what|anything|something|which \w+|how much|how many|show|list|see|open|show me)(?: is| are| there| do i have)*(?: still| left| "
     rf"waiting| pending| new)*"
     rf"(?: (?:in|on|for))? )?{HIS} {QUEUE}(?: (?:queue|list|pile|inbox|tray|backlog|to-?dos?|tasks?|items))?"),
    (rf"{SOMEBODY}(?: is| are)? {HELD}(?: up)? (?:on|with|because of|by|behind|through|due to) (?:my|PERSON) (?:stuff|work|tasks?|things|part|"
     rf"deliverables?|side)"),
    rf"{ANYTHING}{STILL} (?:needs?|has|have|must|should|is|are)(?: (?:to|still|be))* {DONE}(?: off)? by {ONE}",
    (rf"(?:who|whom|which (?:people|colleagues)|(?:is |are )?{SOMEBODY}){STILL} (?:waits?|waiting|stuck|blocked|held up) (?:for|on|by) {HIS} "
     rf"(?:work|tasks?|stuff|part|things|deliverables?|results?|side)"),
    r"(?:am i|is PERSON) in (?:any ?(?:one|body)['’]?s?|some ?(?:one|body)['’]?s?|their|your|the team['’]?s?|the) way",
    rf"(?:(?:open|pending|outstanding|all|the) )*(?:approvals|signatures|sign[- ]?offs|acceptances) (?:for|of|from|by|waiting for) {ONE}",
    r"my (?:open |pending |outstanding )?(?:approvals|signatures|sign[- ]?offs|acceptances)",
    rf"{ANYTHING}(?: needs?| wants?)(?: anything| something| an? {WORD})? from {ONE}"))


def waits_for(heard: Heard, tools: Mapping[str, Tool]) -> tuple[Call, ...]:
    """What waits for somebody; () where nothing of the kind is asked, or more is said."""
    tool = next((t for t in tools.values() if not t.proposes and any(s.of is Person for s in t.slots)
                 and (choice := t.slot(Holds.choice)) and WAITING in choice.choices), None)
    people = heard.of("person")
    if tool is None or len(people) > 1 or heard.types & {"KEY", "DATE", "project", "TEXT"} or not any(form.match(_said(heard)) for form in FORMS):
        return ()
    whose = {s.name: heard.said(people[0]) for s in tool.slots if s.of is Person and people}
    return ((tool.name, {**whose, **{s.name: WAITING for s in tool.slots if s.holds is Holds.choice}}),)


def _said(heard: Heard) -> str:
    return heard.shaped("person")
