"""Whether somebody may do something: “could Carla approve it herself?” asks about Carla, and orders nothing."""
import re

from assistant.planner.heard.hearing import Heard, remembered
from assistant.planner.words.openings import opening

OPENING = opening()
MAY = r"(?:can|could|may|might|would|will|shall|should|must)"
GROUP = (r"(?:manager|leader?|sponsor|team|owner|board|committee|steerco|pmo|office|department|director|controller|supplier|vendor|partner|client|customer|"
         r"requester|decider|boss|executive|member|colleague|people|others?)s?")
OTHERS = rf"(?:PERSON(?: or PERSON| and PERSON)?|he|she|they|(?:the|an?|our|my|their|his|her|its|any|every|each) (?:[\w-]+ ){{0,2}}{GROUP})"
OF_OTHERS = re.compile(rf"{OPENING}{MAY} {OTHERS}\b")
OF_ONESELF = re.compile(rf"{OPENING}(?:{MAY} (?:i|we)\b.*\b(?:myself|ourselves|alone|on my own|on our own|by myself|without asking)\b|may (?:i|we)\b)")
ALLOWED = re.compile(rf"{OPENING}(?:am|are|is) (?:i|we|{OTHERS}) (?:allowed|entitled|authori[sz]ed|permitted|free)\b")

DECIDES = r"(?:approve|sign off|sign|authori[sz]e|release|decide|reject|accept|say yes)"
DOES = re.compile(rf"\b{DECIDES}\b")
WHO = re.compile(rf"{OPENING}(?:tell me )?(?:who|whose (?:approval|signature|decision))\b(?: else)? (?:may|can|could|must|should|has to|have to|needs? to|"
                 rf"is (?:allowed|entitled|authori[sz]ed|supposed|needed) to|would have to|do (?:i|we) need)\b")


@remembered
def asks_leave(heard: Heard) -> bool:
    """Whether it asks if a third person can or may do something, or the asker on their own; only “can you …” is an order in such a form."""
    if not heard.text.rstrip().endswith("?"):
        return False
    return OF_OTHERS.match(heard.shaped("person")) is not None or any(form.match(heard.shaped("person")) for form in (OF_ONESELF, ALLOWED))


@remembered
def asks_who_decides(heard: Heard) -> bool:
    """Whether it asks who may or has to approve something, or whether somebody may."""
    return (asks_leave(heard) or WHO.match(heard.plain) is not None) and DOES.search(heard.plain) is not None
