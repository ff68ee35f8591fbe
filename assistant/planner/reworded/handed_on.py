"""Who is to get the work for which somebody was looked for: “ask Ben whether he can”, “Dev then”, “no, Dev”."""
from collections.abc import Mapping
import re

from assistant.planner.heard.following import Context

OFFERED = re.compile(r"say “assign (?P<key>[A-Z][\w-]*-\d+) to”")
CAN = r"(?:can|could|would|has time|is able to|is free|wants to|may)"
FORMS = tuple(re.compile(f"^{said}$", re.I) for said in (
    rf"\W*(?:(?:ok|then|please|so|and)\b[\s,]*)*ask (?P<who>.+?) (?:whether|if) (?:he|she|they) {CAN}(?: (?:do|take|have) (?:it|that|this)(?: over| on)?)?\W*",
    r"\W*(?:(?:ok|no|then|so|give it to|to|let|maybe|rather|better|take)\b[\s,]*)*(?P<who>[\w'-]+(?: [\w'-]+)??)(?: then| please| (?:do|take) it)*\W*"))


def handed_on(text: str, people: Mapping[str, str], context: Context) -> str:
    """The order to give it to them, where the answer before told who has time for it."""
    offered = OFFERED.search(context.past[-1].answer) if context.past else None
    if offered is None or text.rstrip().endswith("?"):
        return text
    for form in FORMS:
        if (m := form.match(text)) and any(m["who"].lower() in (name.lower(), name.split()[0].lower()) for name in people):
            return f"assign {offered['key']} to {m['who']}"
    return text
