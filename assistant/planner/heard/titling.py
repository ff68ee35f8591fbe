"""The free text of an order: what is quoted, else what follows a colon, else what is left once the pieces are taken out."""
import re

from assistant.planner.heard.hearing import Heard
from language.words import Span
from records.kinds import KINDS
from records.kinds.base import split

NAMES = "|".join(sorted({re.escape(n) for k in KINDS for n in (k.kind.one, k.kind.many, *split(k.kind.also))}, key=len, reverse=True))
OPENING = re.compile(
    r"^\W*(?:(?:please|hi|hey|hello|ok|can|could|would|will|you|we're|we|i'm|i’m|i'd|i've|i|want|need|like|someone|somebody|to|let's|also|and|just|now|"
    r"then|there is|there's|i'm|am|worried|afraid|that|"
    r"don't|forget|have|get|us|of)\b[\s,]*)*"
    r"(?:(?:create|add|open|make|put|new|log|raise|record|register|note|capture|post|assign|give|remind|ask|tell|set up|schedule|book|plan|enter|file|start|"
    r"let)\b[\s:]*)*"
    r"(?:(?:a|an|the|another|one|new|following|me|my|him|her|them)\b\s*)*"
    rf"(?:(?:to-?dos?|tickets?|reminders?|action items?|items?|risk register|costs?|invoices?|expenses?|{NAMES})\b[\s:,-]*)*", re.I)
AFTER = re.compile(r"^\W*(?:(?:at \d{1,2}(?:[:.]\d\d)?(?: ?(?:am|pm|h|o['’]clock))?(?= to\b)|that|which|to|for|called|named|titled|about|of|on|in|"
                   r"into|needs? to|must|has to|have to|should|will|called|is|the|"
                   r"project)\b[\s:,-]*)*", re.I)
LED = re.compile(r"^\W*(?:(?:the|to|about)\b[\s:,-]*)*", re.I)              # of what stands behind a colon
LEAD = re.compile(r"(?:[\s,;(-]+|\b(?:for|by|due(?: date)?|deadline|until|till|on|in|into|to|at|of|owner|owned by|led by|led|managed by|sponsored by|"
                  r"assigned to|assign(?:ed)?|estimate|"
                  r"effort|about|takes|with|from|before|"
                  r"project|and|is|it|hours|starting|start|priority|the)\b[:=]?|@|-)+$", re.I)
LOGGED = re.compile(r"[,.;]?\s*(?:please\s+|so\s+|can you\s+|could you\s+)*(?:log|record|capture|note|register|add|track|raise|write)\s+(?:it|this|"
                    r"that)\b.*$", re.I)
TO_ASK = re.compile(r"\bremind (?:me|us)\b(?:(?! to ).)*? to (?P<t>ask\b[^,;.?!]*)", re.I)
FOR_ME = re.compile(r"\b(?:for me|remind me|to me)\b", re.I)
DUTY = re.compile(r"^\W*(?:please )?(?:add|put|bring) [^,:]+ (?:to|on|onto|into) [^,:]+ as (?:an? |the )?(?P<t>[^,:]+?)\W*$", re.I)
CALLED = re.compile(r"\b(?:called|named|titled|rename\b.*?\bto)\s+(?P<t>.+)$", re.I)


SMALL = re.compile(r"(?:(?:from|to|until|till|on|in|at|by|for|of|with|and|or|the|an?|between|is|it)\b\W*)+", re.I)         # no name at all


def title(heard: Heard, own: tuple[Span, ...]) -> str | None:
    """`own` are the pieces that became values of their own; the words that lead to them go with them."""
    quoted = heard.first("TEXT")
    if quoted:
        return quoted
    if duty := DUTY.match(heard.text):
        return duty["t"]
    if (ask := TO_ASK.search(heard.text)) and not any(s.start < ask.end() and ask.start("t") < s.end for s in own):
        return f"{ask['t'][:1].upper()}{ask['t'][1:]}".rstrip()
    text = FOR_ME.sub(lambda m: " " * len(m[0]), heard.text)
    text = LOGGED.sub(lambda m: " " * len(m[0]), text) if LOGGED.search(text) and LOGGED.sub("", text).strip() else text
    outer = {s for s in own if not any(o.start <= s.start and s.end <= o.end and (o.start, o.end) != (s.start, s.end) for o in own)}
    for span in sorted({(s.start, s.end): s for s in outer}.values(), key=lambda s: -s.start):
        text = LEAD.sub("", text[:span.start]) + " \0 " + re.sub(r"^(?:'s)?\s*", "", text[span.end:])
    head, colon, rest = text.partition(":")
    if colon and len(rest.strip(" \0,;.")) > 2 and len(head) < 120:  # noqa: PLR2004 - a title is longer than a smiley
        text = rest
    elif called := CALLED.search(text):
        text = re.split(r"[,;.](?=\s)|\0", called["t"])[0] if re.search(r"\w", re.split(r"[,;.](?=\s)|\0", called["t"])[0]) else called["t"]
    else:
        text = OPENING.sub("", text)
    raw = [p for p in text.split("\0") if re.search(r"\w", p)]
    raw = raw if colon else [p for p in raw if not re.match(r"\s*[,;]", p)] or raw           # an aside is no title where there is another
    pieces = [(LED.sub("", p) if colon else AFTER.sub("", OPENING.sub("", p))).strip(" ,;.:-?!\t\n") for p in raw]
    pieces = [p for p in pieces if len(p) > 1 and re.search(r"\w", p) and not SMALL.fullmatch(p)]
    best = max(pieces, key=len, default="")
    return best[:1].upper() + best[1:] if best else None
