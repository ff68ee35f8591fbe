"""What a wish says that ends in no field: it is named above the preview, so that half of a sentence never passes for the whole."""
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
import re
from typing import Any

from assistant.planner.heard.hearing import Heard
from assistant.planner.words.lexicon import choice_words, kind_named
from assistant.planner.words.phrases import NOT_DOING, ORDERS
from assistant.planner.words.plain import TOKEN, tokens
from assistant.planner.words.spelling import spelling
from language.words import words
from records.kinds.base import Record, fields

PART = re.compile(r"[,;]\s+(?:and\s+|but\s+)?|\s+(?:and|but|with|plus)\s+|[.!?]\s+|\n")
LEADING = re.compile(r"^(?:(?:with|and|but|the|its|it|a|an|is|on|for|at|by|in|to|also|please)\b\s*)+(?=\S)", re.I)
POLITE = frozenset(("please", "thanks", "thank", "hello", "asap", "also", "today", "now", "sorry", "already", "just", "took", "goes", "again", "into",
                    "soon", "there", "all", "every", "each", "morning", "evening", "afternoon", "night"))
SHORT = 2                                       # letters of what may be anything
SEVERAL, MOSTLY = 3, 0.75                       # words of a part, and the share of them, of which one that is used elsewhere makes no difference
ONLY = re.compile(r"\bonly\s+(?=(?:works?\s+)?\d)", re.I)         # an amount is no less for being small
ISO = re.compile(r"\d{4}-\d\d-\d\d")
NO_DAY = frozenset(("today", "now", "this week", "right now", "at the moment"))             # what is done is done today
NUMBER = re.compile(r"(?<![\w.,-])\d+(?:[.,]\d+)*(?![\w-])")


def left_out(values: Mapping[str, Any], said: str, kind_name: str, heard: Heard) -> tuple[str, ...]:
    """The parts of a wish none of whose words were used, and every name, day or number besides; `said` is all that the call holds."""
    kind = kind_named(kind_name)
    used = of_call(values, said, kind, heard)
    reasons = tuple(name for s in heard.of("person") if NOT_DOING.match(heard.text[s.end:]) and (name := heard.said(s)).lower() not in said.lower())
    days = [heard.said(s) for s in heard.of("DATE") if not _stands_in(heard.said(s).lower(), said.lower())]
    found = [" ".join(part.split()) for part in parts(heard.text) if _is_unused(_without(part, days), used) or (reasons and part.startswith(reasons))]
    is_dated = any(f.type is date and f.label in values for f in fields(kind)) or "recurrence" in values or ISO.search(said) is not None
    found += [day for day in days if not is_dated and day.lower() not in NO_DAY and not any(day in part for part in found)]
    return tuple(dict.fromkeys(p for p in found if p))


def _stands_in(said: str, text: str) -> bool:
    """Whether words stand in a text as they are: “4 Dec” does not in “14 Dec”."""
    return re.search(rf"(?<!\w){re.escape(said)}(?!\w)", text) is not None


def _without(part: str, days: Sequence[str]) -> str:
    """A part without the days that were not used, the words of which may be used elsewhere: “4 Dec” beside “14 Dec”."""
    for day in days:
        part = part.replace(day, "")
    return part


def lost(values: Mapping[str, Any], said: str, kind_name: str, heard: Heard) -> tuple[str, ...]:
    """Words that nothing here knows, inside the parts of a change that were used."""
    used = of_call(values, said, kind_named(kind_name), heard)
    closed = [s for t, s in heard.spans if t in ("TEXT", "person", "project")]
    text = ONLY.sub(" ", "".join(" " if any(s.start <= n < s.end for s in closed) else c for n, c in enumerate(heard.text)))
    found = (w for part in parts(text) if not _is_unused(part, used) for w in content(part) if w not in used and w not in spelling())
    return tuple(dict.fromkeys(w for w in found if w.isalpha() and len(w) > SHORT))


def parts(text: str) -> Iterator[str]:
    """Yield the parts between commas and joining words."""
    start = 0
    for m in (*PART.finditer(text), None):
        end = m.start() if m else len(text)
        yield LEADING.sub("", text[start:end].strip(" .,;:!?\"“”'‘’"))
        start = m.end() if m else end


def _is_unused(part: str, used: frozenset[str]) -> bool:
    """Whether a part says something, and none of it is in the call."""
    unused = [w for w in content(part) if w not in used]
    numbers = [n[0] for n in NUMBER.finditer(part) if n[0] not in used]
    every = [*content(part), *(n[0] for n in NUMBER.finditer(part))]
    left = len(unused) + len(numbers)
    return bool(every) and (left == len(every) or (left >= SEVERAL and left >= MOSTLY * len(every)))


def content(part: str) -> list[str]:
    """The words of a part that say something."""
    small = words()["small"]
    return [w for w in (m[0].lower().replace("’", "'").removesuffix("'s") for m in TOKEN.finditer(part))
            if w not in small and w not in POLITE and w not in ORDERS and w.removesuffix("s") not in ORDERS
            and not w.isdigit() and not re.fullmatch(r"\d+(?:[.,]\d+)*", w)]


def of_call(values: Mapping[str, Any], said: str, kind: type[Record], heard: Heard) -> frozenset[str]:
    """Every word of the call, of the kind, of the fields that got a value, of the choices that were taken, and of the names and days that are in it."""
    found = {w for text in (said, *kind.kind.names, *(f"{n} {v}" for n, v in values.items())) for w in re.findall(r"\w[\w.,'’-]*\w|\w", text.lower())}
    found |= {w for text in (said,) for w in re.findall(r"\w+", text.lower())}
    for of in (f for f in fields(kind) if f.label in values):
        found |= {w for n in of.names for w in n.lower().split()}
        found |= {w for name, word, value in choice_words(str(kind.__tablename__)) if name == of.name and str(value) == str(values[of.label])
                  for w in word.split()}
    for type_, span in heard.spans:
        spoken = heard.said(span).lower()
        if type_ in ("KIND", "REPEAT", "KEY", "SAYING", "ME") or _stands_in(spoken, said.lower()) or str(span.value).lower() in said.lower():
            found |= set(re.findall(r"[\w.,'’-]+", spoken)) | set(re.findall(r"\w+", spoken))
    return frozenset(found | {t.word for t in tokens(" ".join(found), spelling())})
