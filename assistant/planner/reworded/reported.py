"""What somebody else says of the work, as if it was told here: “Jonas told me Vienna is at 80%”, “scanners: Scanfix says delivery on 11 December”."""
import re

from assistant.planner.heard.following import RECORD, Context
from assistant.planner.words.lexicon import kind_coded
from assistant.planner.words.phrases import QUESTION
from records.kinds.base import fields

SAYS = (r"(?:says|said|told (?:me|us)|tells (?:me|us)|reports|reported|confirms|confirmed|writes|wrote|announced|mentioned|claims|promises|"
        r"has (?:told (?:me|us)|confirmed|announced|reported))")
OURS = r"(?:i|we|you|it|who|what|he|she|they|nobody|board|committee|handbook|policy|law|plan|report|record|meeting|please)"
LEAD = r"(?P<lead>\W*(?:(?:hi|hello|hey|ok|so|and|update|fyi|stand-?up|note)\b[\s,:-]*)*)"
REPORTED = re.compile(rf"^{LEAD}(?P<of>[^:?\n]{{2,60}}:\s+)?(?:the\s+)?(?!{OURS}\b)(?P<who>[\w-]+(?: (?!(?:the|an?|this|that|our|my)\b)[\w-]+)?) "
                      rf"(?:just |now |already |also )*{SAYS}(?:\s+now)?(?: that|:|,)? (?P<rest>\S.*)$", re.I | re.S)
TELLS = re.compile(r"\d|\b(?:done|finished|complete|ready|late|delayed|stuck|blocked|tomorrow|(?:mon|tues|wednes|thurs|fri)day|weeks?|"
                   r"months?|longer|later)\b", re.I)
VERB = re.compile(r"\b(?:is|are|was|will|has|have|comes?|needs?|slips?|moves?|takes?|finishes|starts?)\b|['’](?:s|ll|re)\b", re.I)
TO_KEEP = re.compile(r"\b(?:put|log|note|record|add|raise|write|track|file|make|keep|open|register|capture) (?:that|this|it|an?)\b|\bas (?:an?|the) \w+", re.I)
OPENING = re.compile(r"^\W*(?:stand-?up|daily|scrum|status update)(?: (?:of |for )?(?:today|yesterday))?\s*[:–-]\s+(?=\S)", re.I)


THEY = re.compile(r"^\W*(?:(?:so|and|but|ok|well)\b[\s,]*)*they(?: are| have)?(?: now| just| already)* "
                  r"(?:say(?:ing)?|said|promised?|claim|talk of|tell us|told us|confirmed)(?: now)?(?: that)?"
                  r"(?: it (?:will be|is|comes)(?: there| ready| done)?)?(?: on| by| for)? (?P<day>(?:the )?[\w ,.]{2,30}?)\W*$", re.I)
BARE = re.compile(r"(?:the )?(?P<n>\d{1,2})(?:st|nd|rd|th)", re.I)
SHOWN = r"{field}: (?:\w{{3}} )?\d{{1,2}} (?P<month>\w{{3}} \d{{4}})"


def of_them(text: str, context: Context) -> str:
    """ "They now say the 18th" as the day of the one record that was shown: of one that keeps what others promised, the promise; a day without a month
    is of the month that was shown."""
    m, key = THEY.match(text), context.it if context.past else None
    if m is None or not key or not RECORD.match(key) or not TELLS.search(m["day"]):
        return text
    promised = next((f.label for f in fields(kind_coded(key)) if "promised" in f.label), "")
    shown = re.search(SHOWN.format(field=promised or "due"), context.past[-1].answer)
    bare = BARE.fullmatch(m["day"])
    day = f"{bare['n']} {shown['month']}" if bare and shown else m["day"]
    return f"set {promised} of {key} to {day}" if promised else f"move {key} to {day}"


def as_told(text: str) -> str:
    """The message without who says it, where what they say tells how something stands; and without a heading of the meeting it was said in."""
    bare = OPENING.sub("", text) if "\n" not in text.strip() else text
    m = REPORTED.match(bare)
    if m is None or TO_KEEP.search(bare) or bare.rstrip().endswith("?") or QUESTION.match(bare.lower()):
        return bare
    if not TELLS.search(m["rest"]) or not (m["of"] or VERB.search(m["rest"])):
        return bare
    return f"{m['of'] or ''}{m['rest']}"


def said_by(text: str) -> str:
    """Who says it; "" where nobody else does."""
    m = REPORTED.match(OPENING.sub("", text))
    return m["who"] if m else ""
