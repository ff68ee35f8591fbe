"""What a message says of a new record in fixed turns of phrase: its reason, the number of its document, the company that somebody is of, and the choice that
it has anyway."""
from collections.abc import Mapping
import re

from assistant.planner.told.choice_meant import meanings
from assistant.planner.words.lexicon import choice_words
from language.words import words
from records.kinds.base import FieldOf, Record, fields

REASON = re.compile(r"(?:\b(?:the )?reason (?:being|is|for (?:it|this|that) is)(?: that)?|\breason\s*:|\bon the grounds that)\s+(?P<w>\S[^.;]*)", re.I)
DOCUMENT = re.compile(r"\b(?:inv|invoice|bill|receipt)\b\.?,? (?:no\.? |number |nr\.? |#)?(?P<w>(?:[A-Z]{1,4}-?)?\d{3,}[\w/-]*)", re.I)
TITLES = r"(?:Mrs?|Ms|Dr|Prof|Frau|Herr|Mme|Ing)\.?"
OF_COMPANY = re.compile(rf"(?P<n>(?:{TITLES} )+\w[\w-]*(?: [A-ZÄÖÜ][\w-]*)*|[A-ZÄÖÜ][\w-]+ [A-ZÄÖÜ][\w-]+),? "
                        r"(?:of|from|at|with) (?:the )?(?P<w>(?-i:[A-ZÄÖÜ])\S.*)$")
PARTICLES = frozenset(("van", "von", "de", "der", "den", "di", "da", "dos", "la", "le", "el", "zu", "al"))          # these stay small in a name
FROM_TO = re.compile(r"\bfrom (?P<baseline>\d+(?:[.,]\d+)*)\s?%? to (?P<target>\d+(?:[.,]\d+)*)", re.I)
ALONE = re.compile(r"(?P<n>\d+(?:[.,]\d+)*)\s?(?:%|[a-z]{1,8})?", re.I)
I_DECIDED = re.compile(r"\bi (?:have |just |already )*decided\b", re.I)
TURNS = {"reason": REASON, "document": DOCUMENT}


def said_of_new(kind: type[Record], values: Mapping[str, str], text: str) -> dict[str, str]:
    """The values with those that are said so and that nothing else told."""
    found, title = dict(values), kind.kind.title
    for of in (f for f in fields(kind) if f.label not in values and f.says.set_by == "person"):
        if m := TURNS[of.name].search(text) if of.name in TURNS else None:
            found[of.label] = m["w"].strip(" ,")
        elif of.name in ("baseline", "target") and (way := FROM_TO.search(found.get(title, "")) or FROM_TO.search(text)):
            found[of.label] = way[of.name]
        elif of.name == "decider_id" and I_DECIDED.search(text):
            found[of.label] = "me"
        elif of.name == "organisation" and (m := OF_COMPANY.fullmatch(found.get(title, ""))):
            found |= {title: m["n"], of.label: m["w"]}
        elif of.name == "direction" and _is_said(kind, of, usual := str(kind.model_fields[of.name].default), text):
            found[of.label] = usual                        # it would be so anyway, and is shown: “Corvus needs the wifi upgrade from IT” gets something
    found = _shown(kind, found)
    named = found.get(title, "").lower().split()
    if any(f.name == "email" for f in fields(kind)) and found.get(title, "")[1:].islower() and not {*words()["small"]} & {*named}:
        found[title] = " ".join(w if w in PARTICLES else w.capitalize() for w in found[title].split())
    return found


def _shown(kind: type[Record], found: dict[str, str]) -> dict[str, str]:
    """The values with a bare number as what was measured, where it was taken for what shows it: “page load time of Apollo 2.4 s”."""
    m = ALONE.fullmatch(found.get("evidence", "")) if "value" not in found and any(f.name == "value" for f in fields(kind)) else None
    return {n: v for n, v in found.items() if n != "evidence"} | {"value": m["n"]} if m else found


def _is_said(kind: type[Record], of: FieldOf, choice: str, text: str) -> bool:
    own = ((word, value) for name, word, value in choice_words(str(kind.__tablename__)) if name == of.name)
    words_ = (word for word, value in (*own, *meanings(kind, of).items()) if value == choice)
    return any(re.search(rf"(?<![\w-]){re.escape(w)}(?![\w-])", text, re.I) for w in words_)
