"""Whether words that sound like a name are one."""
from collections.abc import Iterable, Mapping
import re

from assistant.planner.words.lexicon import meaning, spelt
from assistant.planner.words.spelling import spelling
from language.cleaning import folded
from language.words import Span, words

Names = Mapping[str, Mapping[str, str]]          # table name -> spoken name -> key
FAMILY = re.compile(r"\s+(?P<n>[A-ZÄÖÜ][a-zà-ÿ]{2,})(?![\w-])")
PAPER = re.compile(r"\b(?:documents?|handbooks?|polic(?:y|ies)|guides?|guidelines?|templates?|manuals?|papers?|files?|forms?|playbooks?|charters?)\b", re.I)


def is_meant(type_: str, span: Span, text: str, names: Names) -> bool:
    """Whether words that sound like a name are one: no other person's, and no few words of a long title."""
    if type_ in ("project", "person"):
        return type_ == "project" or not is_another(span, text, names)
    said, known = text[span.start:span.end], names[type_]
    return _is_telling(said) and not _only_opens(said, known) and (type_ != "document" or _is_paper(said, text))


def is_another(span: Span, text: str, names: Names) -> bool:
    """Whether a first name that is somebody's here is another's: Tom Bauer is not Tom Brandt."""
    return " " not in text[span.start:span.end] and is_namesake(text[span.end:], (name for known in names.values() for name in known))


def is_namesake(after: str, names: Iterable[str]) -> bool:
    """Whether what follows a first name is a family name of nobody who is known."""
    m = FAMILY.match(after)
    if m is None or m["n"].lower() in spelling() or m["n"].lower() in {**words().counted["weekdays"], **words().counted["months"]}:
        return False
    return not any(folded(m["n"]) in folded(name).split() for name in names)


def _is_telling(said: str) -> bool:
    """Whether words of a long title name it: "cost of" is no objective, and no number is."""
    is_kind = any(type_ == "KIND" for type_, _ in meaning(spelt(said)))
    return not is_kind and any(not w.isdigit() and w not in words()["common"] and w not in words()["small"] for w in said.lower().split())


def _is_paper(said: str, text: str) -> bool:
    """Whether part of a document's title means the document: several words of it, or one where papers are spoken of."""
    telling = [w for w in said.lower().split() if w not in words()["common"] and w not in words()["small"]]
    return len(telling) > 1 or PAPER.search(text) is not None


def _only_opens(said: str, known: Mapping[str, str]) -> bool:
    """Whether words only open a long title, as its verb does: "cut the" of “Cut the cost of service by 15 %”."""
    return len(said.split()) <= 2 and any(name.lower().startswith(f"{said.lower()} ") and len(name.split()) > 3 for name in known)  # noqa: PLR2004 - a title
