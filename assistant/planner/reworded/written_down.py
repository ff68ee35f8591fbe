"""What is told first and asked to be written down behind it, the other way round: “the lift is broken, make an issue of it” is a new issue of that title."""
from collections.abc import Iterable
import re

from assistant.planner.words.phrases import NOTING, ORDER, QUESTION
from records.kinds import KINDS

LEAD = r"^(?P<lead>\W*(?:(?:please|ok|so|and|hi|hello|sorry)\b[\s,]*)*)"
ABOUT = "|".join(sorted({re.escape(n) for k in KINDS if k.kind.within == "project_id" for n in k.kind.names}, key=len, reverse=True))
TELLING = "decision|lesson|risk|issue|assumption"         # whole sentences are their titles, so that “log the decision” is of what was told
WRITE = f"{NOTING}|raise|pop|stick|file|save|make|create|open|turn"
OF_IT = r"(?:(?:out )?of|from|for|about|on) (?:it|that|this)"
TOLD = rf"(?P<told>[^?:]{{8,240}}?)\s*[,;.–-]+\s*(?:and |so )?(?:please |pls |can you |could you )*(?:{WRITE})"
AS = rf"(?:it|that|this)(?: down| up| in)? (?:as|into) (?:an? )?(?:new )?(?P<as>{ABOUT})"
OUT_OF = rf"(?:an? )?(?:new )?(?P<out>{ABOUT}) {OF_IT}"
THE = rf"(?:the|this|that|an?) (?:new )?(?P<the>{TELLING})"
AT = r"(?P<at> (?:on|for|in|to) (?:the )?[\w'-]+)?"
DOWN = re.compile(rf"{LEAD}{TOLD} (?:{AS}|{OUT_OF}|{THE}){AT}(?: please)?(?P<rest>\s*[,;.]\s+\S.*)?\W*$", re.I | re.S)
KEPT = re.compile(rf"{LEAD}{TOLD.replace(WRITE, f'{WRITE}|take')} (?:it|that|this)(?: down| up| in)?"
                  r"(?: (?:in|into|to) (?:the )?(?:system|tool|records?|register|log|books?))?(?: please| for me)?\W*$", re.I | re.S)
TELLS = re.compile(r"\b(?:is|are|was|were|has|have|had|will|won['’]t|did|does|might|may|could|can|cannot|can['’]t|went|broke|lost|failed|left)\b", re.I)
MAY_COME = re.compile(r"\b(?:might|may|could|likely|probably|risk|perhaps|threaten(?:s|ed)?)\b", re.I)
GONE_BY = re.compile(r"\b(?:since|yesterday|this morning|last (?:night|week|month|\w+day)|ago)\b", re.I)
DECIDED = re.compile(r"(?:we|i)(?: have|['’]ve)? (?:just )?(?:decided|agreed)\b", re.I)
STANDS = re.compile(r"\d\s?(?:%|percent\b|h\b|hours?\b)|(?:\w-)+\d|\b(?:done|finished|completed?|ready|started|due|in review)\b", re.I)     # how work stands
FEW = 4                                         # words that are told
FROM_NOW = re.compile(r"^(?:we|i) (?:would like|want|need|have) to (?=[a-z])", re.I)


def written_down(text: str, projects: Iterable[str]) -> str:
    """The message with the kind first and what is told as its title, in quotes: a day in it is no field, but what was said."""
    if (m := DOWN.match(text)) is None:
        return text
    kind, told = m["as"] or m["out"] or m["the"], FROM_NOW.sub("", m["told"].strip())
    if DECIDED.match(told) or (m["the"] and GONE_BY.search(told)):
        return text                                        # a sentence of its own tells what was decided, and when something came about
    if not m["at"] and (home := _at(told, projects)) and told.lower().endswith(home.lower()):
        told = told[:-len(home)]
    return f"{m['lead']}{kind}{m['at'] or _at(m['told'], projects)}: “{told[:1].upper()}{told[1:]}”{m['rest'] or ''}"


def kept_as(text: str, projects: Iterable[str]) -> str:
    """The message as an issue, or a risk of what only may come, where it tells of something and asks that it be kept, and no kind is said; "" for any other."""
    m = KEPT.match(text)
    told = m["told"].strip() if m else ""
    if len(told.split()) < FEW or ORDER.match(told.lower()) or QUESTION.match(told.lower()) or not TELLS.search(told) or STANDS.search(told):
        return ""
    first, _, rest = told.partition(". ")
    return f"{'risk' if MAY_COME.search(told) else 'issue'}{_at(told, projects)}: “{first[:1].upper()}{first[1:]}”{f'. {rest}' if rest else ''}"


def _at(told: str, projects: Iterable[str]) -> str:
    homes = [name for name in projects if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", told, re.I)]
    return f" on {homes[0]}" if len(homes) == 1 else ""
