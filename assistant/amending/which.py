"""Which rows of what waits are meant: by key, number, place, title, project, person or kind, as “the Apollo one”, “Ben's”, “the kick-off call”."""
from collections.abc import Callable, Iterator, Sequence
import re

from assistant.amending.rows import Row
from assistant.planner.heard.hearing import KEY, Heard
from assistant.planner.heard.placing import ORDINALS
from language.cleaning import folded
from language.titles import stems
from records.errors import Ambiguous
from records.kinds import Person
from records.kinds.base import fields

Hear = Callable[[str], Heard]
ALL = re.compile(r"(?:them|all|all of (?:them|these|those|it)|both(?: of (?:them|these|those))?|everything|these|those|each|every one|they)", re.I)
ONE = re.compile(r"(?:it|that|this|that one|this one)", re.I)
NOUN = r"(?:ones?|tasks?|rows?|lines?|items?|things?|points?|parts?|bits?|records?|entr(?:y|ies)|steps?|changes?|of (?:them|these|those))"
GENERIC = re.compile(rf"\b{NOUN}\b", re.I)
ARTICLE = re.compile(r"^(?:(?:the|that|those|these|this|our|any|all(?: of)?|of|on|in|for|from|with|what is|what['’]s)\b\s*)+", re.I)
TAIL = re.compile(r"(?:\s+|,\s*)(?:please|though|then|instead|now|after all|for now|thanks)\W*$", re.I)
PARTED = re.compile(r"\s*(?:[,;&]|\band(?: also)?\b|\bor\b|\bnor\b|\bas well as\b|\bplus\b)\s*(?:(?:and|not|only|the)\b\s*)*", re.I)
NUMBER = re.compile(rf"(?:(?:no\.?|number|nr\.?|#|{NOUN})\s*)?(?P<n>\d+(?:\.\d+)*)\.?", re.I)
PLACE = re.compile(rf"(?P<nth>{'|'.join(ORDINALS)}|last)(?: {NOUN})?", re.I)
CONDITION = re.compile(r"(?:if|when|after|before|once|because|unless|until|as long as|since|so that|provided|in case|to)\b", re.I)
DOING = re.compile(r"[a-z]{3,}ing\b")          # “without waiting for legal” is no title said in part
LACKS = re.compile(rf"(?:{NOUN}\s+|what is |what has )?(?:without|with no|that (?:has|have) no|(?:has|having|lacking) no|lacking)\s+"
                   r"(?:an? |any )?(?P<f>[\w ]{3,30})", re.I)
SPANS = ("person", "project", "KIND", "ME")
WORD = re.compile(r"[^\W_]+")
SHORTEST, HALF = 4, 0.5


def meant(said: str, rows: Sequence[Row], hear: Hear, me: str, *, strictly: bool = False) -> tuple[Row, ...]:
    """The rows that words mean, () for none. Raises `Ambiguous` where one is meant and several are called so. `strictly`: every word is of the row."""
    text = ARTICLE.sub("", TAIL.sub("", said.strip(" .!,;:'\"“”‘’"))).strip(" '\"“”‘’")
    if ALL.fullmatch(text) or (ONE.fullmatch(text) and len(rows) == 1):
        return tuple(rows)
    if not text or not rows or CONDITION.match(text):
        return ()
    strictly = strictly or DOING.match(text) is not None
    if whole := _one(text, rows, hear, me, strictly=strictly):
        return whole
    parts = [part for part in PARTED.split(text) if part]
    found = [_one(ARTICLE.sub("", part), rows, hear, me, strictly=strictly) for part in parts] if len(parts) > 1 else []
    return tuple(row for row in rows if any(row in each for each in found)) if found and all(found) else ()


def _one(text: str, rows: Sequence[Row], hear: Hear, me: str, *, strictly: bool) -> tuple[Row, ...]:
    if KEY.fullmatch(text):
        key = text.upper()
        return tuple(row for row in rows if row.key == key or row.key.endswith(f"-{key}"))
    if m := NUMBER.fullmatch(text):
        found = tuple(row for row in rows if row.at == m["n"] or row.at.startswith(f"{m['n']}."))
        if strictly and len(found) > 1:
            raise Ambiguous(text, tuple(row.called for row in found if not row.is_above))
        return found
    if m := LACKS.fullmatch(text):
        return tuple(row for row in rows if _lacks(row, m["f"].strip().lower()))
    if m := PLACE.fullmatch(text):
        each = [row for row in rows if not row.is_above]
        at = -1 if m["nth"].lower() == "last" else ORDINALS.index(m["nth"].lower())
        return (each[at],) if at < len(each) else ()
    return _called(text, rows, hear(text), me, strictly=strictly)


def _lacks(row: Row, said: str) -> bool:
    """Whether a row has such a field and nothing in it."""
    return any(said in (n.lower() for n in (*f.names, *(f"{n}s" for n in f.names))) and row.holds.get(f.name) in (None, "") for f in fields(row.kind))


def _called(text: str, rows: Sequence[Row], heard: Heard, me: str, *, strictly: bool) -> tuple[Row, ...]:
    """By what it belongs to, whose it is and its kind, and what else is said by its title; or by its title alone."""
    spans = [(t, s) for t, s in heard.spans if t in SPANS]
    left = text
    for _, span in spans:
        left = f"{left[:span.start]}{' ' * (span.end - span.start)}{left[span.end:]}"
    words = [w for w in stems(GENERIC.sub(" ", re.sub(r"(?<!\w)['’]s?\b", " ", left))) if w]
    whose = {str(s.value) for t, s in spans if t == "person"} | ({me} if any(t == "ME" for t, _ in spans) else set())
    homes, kinds = {str(s.value) for t, s in spans if t == "project"}, {str(s.value) for t, s in spans if t == "KIND"}
    some = tuple(row for row in rows if (not whose or whose & (row.people | _itself(row))) and (not homes or homes & {row.project, row.key})
                 and (not kinds or kinds & {row.kind.kind.one, str(row.kind.__tablename__)}))
    if spans and some and not words:
        return tuple(row for row in some if not row.is_above) or some
    if spans and some and words and (found := _titled(words, some, text, strictly=strictly)):
        return found
    every = stems(GENERIC.sub(" ", text)) or stems(text)
    return _titled(every, rows, text, strictly=strictly) if every else ()


def _itself(row: Row) -> set[str]:
    """The key of the person that a row is."""
    return {row.key} if row.kind is Person else set()


def _titled(said: Sequence[str], rows: Sequence[Row], text: str, *, strictly: bool) -> tuple[Row, ...]:
    """The rows whose titles hold all of the words; else the one that holds most of them, where it need not be told strictly."""
    held = [(sum(any(_is_same(word, other) for other in _words(row.title)) for word in said) / len(said), row) for row in rows if row.title]
    whole = [row for share, row in held if share == 1]
    whole = [row for row in whole if not row.is_above] or whole
    if len(whole) > 1 and not _is_many(text):
        raise Ambiguous(text, tuple(row.called for row in whole))
    if whole:
        return tuple(whole)
    most = max((share for share, _ in held), default=0)
    near = [row for share, row in held if share == most]
    return tuple(near) if len(near) == 1 and most >= HALF and not strictly else ()


def _words(title: str) -> Iterator[str]:
    yield from stems(title)
    yield from stems(title.replace("-", ""))


def _is_same(said: str, title: str) -> bool:
    said, title = folded(said), folded(title)
    return said == title or (min(len(said), len(title)) >= SHORTEST and (title.startswith(said) or said.startswith(title)))


def _is_many(text: str) -> bool:
    words = WORD.findall(text)
    return bool(words) and words[-1].lower().endswith("s") and not words[-1].lower().endswith("ss")
