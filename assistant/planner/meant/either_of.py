"""Two conditions on different fields of which one is enough: a list holds what meets all of them, so each is asked for on its own."""
from collections.abc import Iterator
from itertools import pairwise
import re

from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.lacking import absent
from assistant.planner.heard.plan import Plan
from assistant.planner.heard.wording import EITHER
from assistant.planner.told.valuing import overlaps
from assistant.planner.words.lexicon import choice_words, spaced, state_of
from assistant.planner.words.plain import among, pattern
from language.words import Span
from records.kinds.base import Record, split

LINK = r"(?: that| which| who)?(?: are| is| have| has| were)?(?: still| already| yet)?"
OR, JOINED = re.compile(rf"\s*,?\s*or{LINK}\s*", re.I), re.compile(rf"\s*(?:,|,?\s*or){LINK}\s*", re.I)
BARE = re.compile(r"^(?:no|an?|any)\s+(?=\w)", re.I)          # “or a response”, behind “without an owner”
Said = tuple[Span, tuple[str, ...]]             # what is said, and the fields it is about


def either_of(kind: type[Record], heard: Heard) -> Plan | None:
    """The plan to ask for each; None where what is joined by “or” is about one field, as “blocked or in review” is."""
    said = sorted(_said(kind, heard), key=lambda each: each[0].start)
    for n, ((one, fields_), (other, others)) in enumerate(pairwise(said)):
        if OR.fullmatch(heard.text, one.end, other.start) and set(fields_) != set(others):
            first = n
            while first and JOINED.fullmatch(heard.text, said[first - 1][0].end, said[first][0].start):
                first -= 1
            spans = [span for span, _ in said[first:n + 2]]
            opens, ends = heard.text[:spans[0].start].rstrip(), heard.text[other.end:]
            ways = [BARE.sub("without ", heard.text[s.start:s.end].strip()) for s in spans]
            return Plan(says=EITHER.format(one=ways[-2], other=ways[-1]), choices=tuple(f"{opens} {way}{ends}".strip() for way in ways))
    return None


def _said(kind: type[Record], heard: Heard) -> Iterator[Said]:
    own = {w.lower(): tuple(named) for spoken, named in kind.kind.sayings for w in split(spoken)}
    lacked = [(span, (of.label,)) for of, span in absent(kind, heard)]
    taken = [span for span, _ in lacked]
    yield from lacked
    for span in heard.of("SAYING"):
        if not overlaps(span, taken):
            yield span, tuple(n for n in own.get(str(span.value), (str(span.value),)) if len(own.get(str(span.value), ())) == 1 or n != "status")
            taken.append(span)
    state = state_of(kind)
    for name, word, _ in choice_words(str(kind.__tablename__)):
        if state and name == state.name and among((word,), heard.masked):
            for m in pattern(rf"(?<![\w-]){spaced(word)}(?![\w-])").finditer(heard.masked):
                if not overlaps(span := Span(m.start(), m.end(), word), taken):
                    yield span, (state.label,)
                    taken.append(span)
