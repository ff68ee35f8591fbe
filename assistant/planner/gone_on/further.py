"""An order that names records of its own while a preview waits: a further request, and no change of what waits: “and the risks he owns go to Ana”."""
import re

from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Asked
from assistant.planner.learned.weighing import is_order
from assistant.planner.words.phrases import ORDERS
from language.words import Span

POINTS = re.compile(r"\b(?:those|these|both|such|same)\s+(?:[\w-]+\s+){0,2}$", re.I)
NARROWS = re.compile(r"^\W*(?:(?:and|but|no|ok|please|actually)\b[\s,]*)*(?:only|just|not|except|without|leave|skip|exclude)\b", re.I)
OWNED = re.compile(r"(?:\b(?:his|her|their|my|our|other)|['’]s|s['’])\s+(?:[\w-]+\s+){0,2}$", re.I)
OWNING = re.compile(r"^\s+(?:(?:that|which|who)\s+)?(?:of|in|on|owned by|\S+(?: \S+)? (?:owns|has|leads))\b", re.I)
SHORTENED = re.compile(r"^\W*(?:(?:and|also|plus|then)\b[\s,]*)+"
                       r"(?P<what>(?:(?:the|all|his|her|their|my|our)\b|\S+(?: \S+)?['’]s?\s).+? (?:to|by|until|back|on) .+)$",
                       re.I | re.S)
VERB = re.compile(rf"^\W*(?:(?:please|ok|and|so|now)\b[\s,]*)*(?P<verb>{'|'.join(ORDERS)})\b", re.I)


def is_further(heard: Heard, context: Context) -> bool:
    """Whether an order is of many records that are named, of another kind than what waits, or of other people's or projects' of the same kind."""
    call = context.pending
    if call is None or NARROWS.match(heard.text) or not is_order(heard):
        return False
    waits = str(call.said.get("kind", ""))
    return any(str(s.value) != waits or _are_others(heard, s, str(call.said.get("where", ""))) for s in _many(heard))


def in_the_same_words(heard: Heard, asked: Asked, context: Context) -> Heard:
    """ "And his risks by two days" right after “move Ben's tasks by a week”: the order with the verb that was said before; itself where there is none."""
    m = SHORTENED.match(heard.text) if context.pending and context.past and _many(heard) else None
    said = VERB.match(context.past[-1].question) if m and not is_order(heard) and not heard.text.rstrip().endswith("?") else None
    return asked.heard(f"{said['verb']} {m['what']}") if m and said else heard


def _many(heard: Heard) -> list[Span]:
    """The kinds that are named as many, and not pointed at as those that wait."""
    return [s for s in heard.of("KIND") if heard.said(s).lower().endswith("s") and not POINTS.search(heard.text[:s.start])]


def _are_others(heard: Heard, span: Span, where: str) -> bool:
    """Whether records of the kind that waits are said to be of somebody or somewhere that the change which waits does not name."""
    before, after = heard.text[:span.start], heard.text[span.end:]
    if not OWNED.search(before) and not OWNING.match(after):
        return False
    if re.search(r"\bother\s+(?:[\w-]+\s+){0,2}$", before, re.I):
        return True
    near = [s for t in ("person", "project") for s in heard.of(t) if s.end <= span.start or OWNING.match(after)]
    return bool(near) and heard.said(near[0]).split()[0].lower() not in where.lower()
