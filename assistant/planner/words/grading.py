"""Grades that close a sentence: "supplier may deliver late, likely, high impact" is a title and two grades."""
from collections.abc import Mapping
import re

from assistant.planner.words.lexicon import state_of
from records.kinds.base import FieldOf, Record, fields, split

TWO_GRADES = r"(?P<p>[1-5])\s?[/x×]\s?(?P<i>[1-5])"     # “4/4”: probability and impact
PARTS = re.compile(r"(?:\s*[,;()]|(?<=\w)\.(?=\s))\s*(?:and\s+|but\s+|with\s+)?|\s+[-–]\s+")
INNER = re.compile(r"\s+(?:and|but|with|/)\s+|\s*/\s*")
FILLERS = re.compile(r"\b(?:is|of|a|an|the|with|quite|rather|probably|very much|pretty|fairly|it is|(?:it|that)(?:['’]?d| would) be|it['’]s|"
                     r"would be|and|but|at)(?!\w)")


def graded(kind: type[Record], words: str) -> tuple[str, dict[str, str]]:
    """A title without the grades that follow it, and these grades by field."""
    more, kept = dict[str, str](), list[str]()
    for piece in PARTS.split(words):
        read = grades(kind, piece, more)
        if read and kept:
            more |= read
        elif piece.strip():
            kept.append(piece.strip())
    return (", ".join(kept).strip(" ,;.-"), more) if more else (words, {})


def grades(kind: type[Record], piece: str, before: Mapping[str, str]) -> dict[str, str]:
    """The grades that a piece is and nothing else: one, or two joined ("unlikely but severe", "medium/high")."""
    if chosen := _chosen(kind, piece, before):
        return chosen
    known = [f for f in fields(kind) if f.says.words and not f.choices]
    if not known:
        return {}
    if one := _grade(known, piece, before):
        return one
    found = dict[str, str]()
    for part in INNER.split(piece):
        read = _grade(known, part, {**before, **found})
        if not read:
            return {}
        found |= read
    return found


def _chosen(kind: type[Record], piece: str, before: Mapping[str, str]) -> dict[str, str]:
    """A fixed choice that is the whole piece: "agile" of a project, "critical" of a task."""
    said = " ".join(FILLERS.sub(" ", piece.lower()).split()).strip(" .:!")
    for f in fields(kind):
        meant = {c: c for c in f.choices} | {w: value for spoken, value in f.says.words if f.choices for w in split(spoken)}
        if said in meant and before.get(f.label) == meant[said]:               # it is said of that field and of no other
            return {f.label: meant[said]}
        if said in meant and f.label not in before and f != state_of(kind):
            return {f.label: meant[said]}
    return {}


def _grade(known: list[FieldOf], piece: str, before: Mapping[str, str]) -> dict[str, str]:
    """One piece as a grade: with its field's name, or by a word that only one field has, or that only one is left for."""
    said = " ".join(FILLERS.sub(" ", piece.lower()).split()).strip(" .:!")
    for f in known:
        names = "|".join(re.escape(n.lower()) for n in f.names)
        for word in sorted((*_words(f), *"12345"), key=len, reverse=True):
            if re.fullmatch(rf"(?:{names})\W*{re.escape(word)}|{re.escape(word)}\s+(?:{names})", said):
                return {f.label: word}
    left = [f for f in known if f.label not in before]
    own = [f for f in left if said in _words(f) and not any(said in _words(o) for o in known if o is not f)]
    if again := next((f for f in known if f.label in before and str(before[f.label]).lower() == said and said in _words(f)), None):
        return {again.label: said}                         # it is read already
    fitting = own or [f for f in left if said in _words(f)]
    return {fitting[0].label: said} if fitting and (own or len(left) < len(known)) else {}


def _words(f: FieldOf) -> tuple[str, ...]:
    return tuple(w for ws, _ in f.says.words for w in split(ws))
