"""Two choices of one field joined by “or” or “and”: “critical or high”, “with priority high or medium”; a record is only one of them, so either is enough,
and where they are denied it is neither."""
import re

from assistant.planner.heard.hearing import Heard
from assistant.planner.words.lexicon import choice_words, spaced, state_of
from assistant.planner.words.plain import among, pattern
from records.kinds.base import Record, fields

JOINED = re.compile(r"\s*(?:,|/|,?\s*(?:and/or|or|nor|and|as well as|plus))(?: even| only| just| also)?\s*", re.I)
DENIED = re.compile(r"\b(?:not|neither|never|nor|except|but)\s*$|n['’]t\s*$", re.I)
REACH = 12                                       # letters before the first in which the field's own name stands


def paired_choices(kind: type[Record], heard: Heard) -> dict[str, str]:
    """The field with both choices; {} where none are joined, or those of a state, which sayings tell of."""
    state, known = state_of(kind), {f.name: f for f in fields(kind) if f.choices}
    every = [(name, word, value) for name, word, value in choice_words(str(kind.__tablename__)) if name in known and not (state and name == state.name)]
    said = among({word for _, word, _ in every}, heard.masked)
    places = sorted({(m.start(), -m.end(), name, value) for name, word, value in every if word in said
                     for m in pattern(rf"(?<![\w-]){spaced(word)}(?![\w-])").finditer(heard.masked)})
    found = dict[str, tuple[int, list[str]]]()              # where the first stands, and the values
    for start, end, name, value in places:
        for other, _, of, more in places:
            if of == name and other >= -end and more != value and JOINED.fullmatch(heard.masked, -end, other):
                at, values = found.setdefault(name, (start, [value]))
                found[name] = (at, list(dict.fromkeys((*values, value, more))))
    if not found:
        return {}
    named = next((n for n, (at, _) in found.items() if among(known[n].names, heard.text[max(0, at - REACH):])), "")
    spoken = {label for _, asked in kind.kind.sayings for label in asked}
    best = named or next((n for n in found if known[n].label in spoken), next(iter(found)))
    denied = "not " if DENIED.search(heard.masked[:found[best][0]]) else ""
    return {known[best].label: denied + ", ".join(found[best][1]), **{known[n].label: "" for n in found if n != best}}
