"""What somebody else says of the work, as if it was told here: “Jonas told me Vienna is at 80%”, “scanners: Scanfix says delivery on 11 December”."""
from collections.abc import Collection
import re

from assistant.planner.words.phrases import ORDER, QUESTION

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

SPOKEN = re.compile(rf"^{LEAD}(?P<who>(?-i:[A-Z])[\w'-]+(?: (?-i:[A-Z])[\w'-]+)?)\s*:\s+(?P<rest>\S.*)$", re.I | re.S)
STANDS = re.compile(r"\d\s?(?:%|percent\b)|\b(?:done|finished|completed?|ready|late|delayed|stuck|blocked|started|begun|waiting|in review|under ?way|on track|"
                    r"slips?|slipped)\b", re.I)
ANOTHER = re.compile(r"[;,.\n]\s*[A-Z][\w'-]+\s*:\s")


def as_told(text: str, people: Collection[str] = ()) -> str:
    """The message without who says it, where what they say tells how something stands; and without a heading of the meeting it was said in."""
    bare = OPENING.sub("", text) if "\n" not in text.strip() else text
    if (spoken := SPOKEN.match(bare)) and _is_one_of(spoken["who"], people) and STANDS.search(spoken["rest"]) and not bare.rstrip().endswith("?"):
        return bare if ORDER.match(spoken["rest"].lower()) or ANOTHER.search(spoken["rest"]) else spoken["rest"]
    m = REPORTED.match(bare)
    if m is None or TO_KEEP.search(bare) or bare.rstrip().endswith("?") or QUESTION.match(bare.lower()):
        return bare
    if not TELLS.search(m["rest"]) or not (m["of"] or VERB.search(m["rest"])):
        return bare
    return f"{m['of'] or ''}{m['rest']}"


def said_by(text: str) -> str:
    """Who says it; "" where nobody else does."""
    bare = OPENING.sub("", text)
    m = REPORTED.match(bare) or SPOKEN.match(bare)
    return m["who"] if m else ""


def _is_one_of(who: str, people: Collection[str]) -> bool:
    return any(who.lower() in (name.lower(), name.split()[0].lower()) for name in people)
