"""The parts of a message that ask or order something, apart from those that only tell: reasons, occasions, what somebody else said."""
from collections.abc import Iterator
from itertools import pairwise
import re

from assistant.planner.heard.hearing import Heard
from assistant.planner.meant.thoughts import A_QUESTION, AUX, BOUND, JOINT, ORDERS, TELLS
from language.words import Span

WHOSE = r"(?:i|we|he|she|they|it|nobody|somebody|someone|everybody|everyone|people)"
CUTS = re.compile(rf"(?<=[?!;])\s+|(?<=[a-z\d)’'\"”])[.:]\s+|\s+[–—-]+\s+|,\s+(?={WHOSE}(?:['’](?:m|s|re|ve|d|ll))?\b)|"
                  rf",?\s+(?=(?:because|so that|as {WHOSE}|since {WHOSE}|when {WHOSE}|before {WHOSE}|while {WHOSE})\b)|"
                  r",\s+(?=(?:the|my|our|his|her|(?-i:[A-Z])[\w'’-]+)(?: [\w'’-]+){0,2}? "
                  rf"(?:{AUX}|wants?|needs?|asks?|says|said|told|keeps?|hates?|calls?|called|claims?|sits?|knows?)\b)", re.I)
OPENERS = (rf"(?:{ORDERS}|{TELLS}|show|list|find|get|compare|rank|report|write|draft|create|new|which|what|who|how|when|where|why|whose|tasks?|risks?|"
           r"issues?|milestones?|projects?|benefits?|people|all|everything|any|anything|every|each|open|overdue|status|state|only|just)\b")
SUBJECT = (r"(?:(?:i|we|you|he|she|they|it|that|this|nobody|somebody|someone|everybody|everyone|people)(?:['’](?:m|s|re|ve|d|ll))?|"
           rf"(?!{OPENERS})(?:the|my|our|his|her|these|those|a|an) [\w'’-]+(?: [\w'’-]+){{0,3}}?|(?!{OPENERS})(?-i:[A-Z])[\w'’-]+(?: [\w'’-]+){{0,3}}?)")
VERB = (rf"(?:{AUX}|am|need(?:s|ed)?|want(?:s|ed)?|keep(?:s)?|kept|said|says?|told|tells|think(?:s)?|thought|hear(?:s|d)?|hate(?:s|d)?|ask(?:s|ed)?|"
        r"know(?:s)?|knew|believe(?:s)?|bet|fear|got|get(?:s)?|went|walked|start(?:s|ed)?|comes?|came|look(?:s|ed)?|seem(?:s|ed)?|feel(?:s)?|felt|sits?|"
        r"call(?:s|ed)?|claim(?:s|ed)?|sees?|saw|meets?|met|promise[sd]?|visited|found|read|understand|understood|insist(?:s|ed)?|leaves?|left|closed?|"
        r"closes|phoned|wrote|sent|swears?|trying|going|planning|negotiating|boarding|walking|losing|not|don['’]?t|doesn['’]?t|didn['’]?t|can['’]?t|"
        r"won['’]?t|haven['’]?t|hasn['’]?t)")
LEADS = r"(?:(?:so|ok|hi|hello|hey|and|but|sorry|please|because|as|since|before|while|when|so that|seriously|also|honestly|well|now)\b[ ,]*)*"
TOLD = re.compile(rf"^\W*{LEADS}{SUBJECT}\s+(?:just |only |really |already |also |still |again |now |never |certainly |always |all )*{VERB}\b", re.I)
CONTRACTED = re.compile(rf"^\W*{LEADS}(?:(?:i|we|you|he|she|they|it|that)['’](?:m|s|re|ve|d|ll)|"
                        r"(?:i|we) (?:only |just )?(?:need|want|have) to (?!know|see\b))\b", re.I)
WISHES = re.compile(r"\b(?:i|we)(?:['’]d| would)? (?:only |just |really |also )?(?:like|want|need|wish)(?: you)?"
                    r"(?: to (?:know|see|have|get)| the| an?| all| every| only| \d| open| our| my)\b", re.I)


def asking_parts(heard: Heard) -> Iterator[Span]:
    """Each part of a message that asks, orders or names something, where it stands; what is bound to a condition is no question."""
    text = heard.text
    for span in heard.of("person"):
        text = f"{text[:span.start]}{text[span.start].upper()}{text[span.start + 1:]}"
    cuts = {0, len(text), *(m.end() for m in CUTS.finditer(text)), *(m.end() for m in JOINT.finditer(text))}
    for start, end in pairwise(sorted(cuts)):
        said = text[start:end]
        if re.search(r"\w", said) and not is_told(said) and not BOUND.match(said):
            yield Span(start, end, said)


def is_told(said: str) -> bool:
    """Whether a part only tells something, for which nobody expects an answer."""
    if said.rstrip(" \"'”").endswith("?") or A_QUESTION.match(said) or WISHES.search(said):
        return False
    return (TOLD.match(said) or CONTRACTED.match(said)) is not None
