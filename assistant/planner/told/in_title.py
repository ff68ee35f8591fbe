"""What the title of a new record says of it beside its name: an inspection, a weekly mail to the dealers."""
from collections.abc import Mapping
import re

from assistant.planner.heard.repeating import REPEATED
from assistant.planner.words.lexicon import choice_words, state_of
from records.kinds.base import FieldOf, Record, fields

OFTEN = re.compile(r"(?:an? |the |our )?(?P<w>(?:bi-?)?(?:daily|weekly|monthly)|fortnightly|quarterly|half-yearly|yearly|annual)\b", re.I)
TO_WHOM = re.compile(r"\b(?:to|for) (?P<w>(?:the |all |our )?(?!the\b)[^\s,;:]+(?: [^\s,;:]+){0,4})$", re.I)
CALLED = re.compile(r"(?:an? |the )?(?P<w>\w+) of ", re.I)


def in_title(kind: type[Record], values: Mapping[str, str], text: str) -> dict[str, str]:
    """The values that the title of a new record says and nothing else did, or the word that leads to it: “a test of the picking app”."""
    title, found = values.get(kind.kind.title, ""), dict[str, str]()
    lead = re.search(rf"\b\w+ of (?:the |an? |our )?(?={re.escape(title)})", text, re.I) if title else None
    whole = f"{lead[0]}{title}" if lead else title
    for of in (f for f in fields(kind) if title and f.label not in values and f.name != kind.kind.title and f.says.set_by == "person"):
        if said := (_often(of, title) if kind.kind.title != "name" else "") or _to_whom(of, title) or _choice(kind, of, whole):
            found[of.label] = said
    return found


def _often(of: FieldOf, title: str) -> str:
    m = OFTEN.match(title) if of.name in REPEATED and of.name != "recurrence" else None          # what is to be done again and again is said so elsewhere
    return m["w"].lower() if m else ""


def _to_whom(of: FieldOf, title: str) -> str:
    m = TO_WHOM.search(title) if "recipients" in of.names else None
    return m["w"] if m else ""


def _choice(kind: type[Record], of: FieldOf, title: str) -> str:
    """The choice that the title calls it: “inspection of the wiring”."""
    called = CALLED.match(title) if of.choices and of != state_of(kind) else None
    return next((value for name, word, value in choice_words(str(kind.__tablename__)) if called and name == of.name and word == called["w"].lower()), "")
