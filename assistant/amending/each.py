"""“T-9 yes, T-14 no”, “yes to the first, no to the second”: a word of its own on each of several that wait."""
from collections.abc import Sequence
import re

from assistant.amending.rows import Row
from assistant.amending.which import Hear, meant

PARTS = re.compile(r"\s*[,;.]\s*(?:(?:and|but)\s+)?|"
                   r"\s+(?:and|but)\s+(?=(?:yes|no|not|ok|okay)\b|\S+(?:\s+\S+){0,6}?\s+(?:yes|no|not|ok|okay)\W*$)", re.I)
YES = r"yes|yep|ok|okay|fine|good|right|correct|agreed|approved|go ahead|go|do it|do that|can go ahead|please"
LEAD = re.compile(r"^(?:(?:no|nope|ok|okay|but|well|sorry|wait|and)\b[\s,.:;–-]*)+(?=\S+\s)(?!(?:to|for|on)\b)", re.I)
OTHERS = re.compile(r"(?:all )?(?:the )?(?:others?|rest|other (?:ones?|two|three|four)|remaining ones?|everything else|all else)", re.I)
NO = (r"no|nope|not|not yet|not (?:done|finished|ready|closed|complete|through)(?: yet)?|"
      r"not now|wait|rather not|leave it|leave that|leave it out|skip it|skip|drop it|please not|better not")
SAID = (re.compile(rf"^(?P<x>.+?)\s*[:=–-]?\s+(?:is |are |we can do, )?(?:(?P<yes>{YES})|(?P<no>{NO}))(?: please| thanks)?$", re.I),
        re.compile(rf"^(?:(?P<yes>{YES})|(?P<no>{NO})) (?:to|for|on|with) (?P<x>.+)$", re.I))


def said_of_each(said: str, rows: Sequence[Row], hear: Hear, me: str) -> tuple[Row, ...] | None:
    """The rows that are left where each part of what is said is a yes or a no of some of them; None where a part is not, or none is a no."""
    kept, gone, others = list[Row](), list[Row](), ""
    for part in filter(None, (part.strip(" .!") for part in PARTS.split(LEAD.sub("", said)))):
        m = next((m for form in SAID if (m := form.match(part))), None)
        if m and OTHERS.fullmatch(m["x"]):
            others = "yes" if m["yes"] else "no"
            continue
        found = meant(m["x"], rows, hear, me) if m else ()
        if m is None or not found:
            return None
        (kept if m["yes"] else gone).extend(found)
    left = tuple(row for row in rows if row in kept or (row not in gone and others != "no"))
    is_plain = bool(gone or others == "no") and not any(row in gone for row in kept)
    return left if is_plain and 0 < len(left) < len(rows) else None
