"""What was just decided and is to be kept as a decision of whoever says so: “we carry on. Record that as a decision of mine from today with the reason that
most of the money is spent” is a decision with its title, who took it, when and why."""
from collections.abc import Iterable
import re

from assistant.planner.words.phrases import QUESTION

LEAD = r"^\W*(?:(?:please|ok|okay|so|and|well|right|fine|good|yes)\b[\s,]*)*"
KEEP = "record|log|note|enter|write|put|keep|save|register|file|document|book"
WHEN = r"(?:from|as of|of|dated|taken|made|on)"
DECIDED = re.compile(
    rf"{LEAD}(?P<told>[^?:“”\"]{{6,160}}?)\s*[,;.–-]+\s*(?:and |so )?(?:please |can you |could you )*(?:{KEEP}) (?:that|it|this)(?: down)? as "
    r"(?:an?|(?P<my>my|our)|the) (?:new )?decision(?P<at> (?:on|for|in) (?!mine\b)[\w-]+)?"
    rf"(?P<who> (?:of mine|of ours|by me|of me|by us))?(?: {WHEN} (?P<day>today|yesterday|(?:last |this )?\w+day|\d[\w -]{{3,16}}?))?(?: (?:of mine|by me))?"
    r"(?:,? (?:and |with |for )?(?:(?:the|this|my|our|as) )*(?:reason|rationale|grounds?)(?: (?:is|being))?(?: that)?:? |,? (?:because|since) )?"
    r"(?P<why>\S[^?;]{4,200}?)?[\s.!]*$", re.I)
OURS = re.compile(r"^(?:(?:we|i)(?:['’]ll| will| shall| have|['’]ve)?(?: just| now)?(?: decided| agreed)?(?: to| that we)?|let['’]?s|let us) (?=[a-z])", re.I)


def decided_now(text: str, projects: Iterable[str] = ()) -> str:
    """The message as such a decision; any other as it is."""
    m = DECIDED.match(text)
    if m is None or not any(m[n] for n in ("my", "who", "day", "why")) or "\n" in text.strip() or QUESTION.match(m["told"].lower()):
        return text
    title = OURS.sub("", m["told"].strip())
    home = next((name for name in projects if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", title, re.I)), "")
    title, at = f"{title[:1].upper()}{title[1:]}", m["at"] or (f" on {home}" if home else "")
    parts = [f"decision{at}: {f'“{title}”' if home else title}", f"outcome: {title}", "decider me", f"decided on {m['day'] or 'today'}", "status decided",
             *([f"rationale: {m['why'].strip()}"] if m["why"] else [])]
    return ", ".join(parts)
