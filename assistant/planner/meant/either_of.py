"""Two conditions on different fields of which one is enough: a list holds what meets all of them, so each is asked for on its own."""
from collections.abc import Callable, Iterator
from datetime import date
from itertools import pairwise
import re

from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.lacking import absent
from assistant.planner.heard.plan import Plan
from assistant.planner.heard.wording import EITHER, EITHER_LISTED
from assistant.planner.told.valuing import overlaps
from assistant.planner.words.lexicon import choice_words, kind_named, spaced
from assistant.planner.words.plain import among, pattern
from language.words import Span
from records.figures import FIGURES
from records.kinds.base import FieldOf, Record, fields, split
from tools.base import Holds, Tool

LINK = r"(?: that| which| who)?(?: are| is| have| has| were)?(?: still| already| yet)?"
OR, JOINED = re.compile(rf"\s*,?\s*or{LINK}\s*", re.I), re.compile(rf"\s*(?:,|,?\s*or){LINK}\s*", re.I)
DUE = re.compile(r"\b(?P<said>(?:due|planned|expected|ending|starting)(?: (?:by|on|before|in|until|after|for|within))?\s+)(?:the\s+)?$", re.I)
ANOTHER = re.compile(r"[,.;?]\s+(?:and\s+)?(?:are|is|who|which|what|how|do|does|did|has|have|when|where|why)\b", re.I)
DANGLING = re.compile(r"\s+(?:that|which|who)(?: (?:are|is|have|has))?$", re.I)
BARE = re.compile(r"^(?:no|an?|any)\s+(?=\w)", re.I)          # “or a response”, behind “without an owner”
SIGN = re.compile(r"(?:\b(?:an?|the)\s+)?(?P<sign>(?:negative|positive)\s+)?$", re.I)
AGAINST = re.compile(r"\s*(?:is |are |of |that is )?(?:above|below|over|under|at least|at most|(?:more|less|higher|lower|greater|longer|shorter) than|"
                     r"[<>]=?)\s*"
                     r"-?\d[\d.,]*(?:\s*(?:%|per ?cent|years?|months?|weeks?|days?|EUR|euros?|points?))?", re.I)
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
            return Plan(says=EITHER.format(one=ways[-2], other=ways[-1]), choices=tuple(_said_alone(opens, way, ends) for way in ways))
    return None


def _said_alone(opens: str, way: str, ends: str) -> str:
    """The question with one of the conditions; “tasks that without an owner” says one word too many."""
    return f"{DANGLING.sub('', opens) if way.lower().startswith(('without', 'with no')) else opens} {way}{ends}".strip()


def each_of(plan: Plan, heard: Heard, lister: Tool, again: Callable[[str], Plan]) -> Plan:
    """The lists of both conditions, one after the other, where each alone is plainly read; the plan as it is where one is enough for nothing."""
    if ANOTHER.search(heard.text):
        return plan                                        # a second question has conditions of its own
    kind = lister.slot(Holds.kind)
    one = plan.calls[0][1] if kind and len(plan.calls) == 1 and plan.calls[0][0] == lister.name else {}
    asked = either_of(kind_named(str(one[kind.name])), heard) if kind and kind.name in one else plan
    if asked is None or asked.calls or not asked.choices or not asked.says.startswith(EITHER.partition("{")[0]):
        return plan
    plans = [again(said) for said in asked.choices]
    if any(len(p.calls) != 1 or p.calls[0][0] != lister.name or p.says for p in plans):
        return plan if plan.says else asked
    return Plan(tuple(p.calls[0] for p in plans), EITHER_LISTED)


def _said(kind: type[Record], heard: Heard) -> Iterator[Said]:
    own = {w.lower(): tuple(named) for spoken, named in kind.kind.sayings for w in split(spoken)}
    lacked = [(span, (of.label,)) for of, span in absent(kind, heard)]
    taken = [span for span, _ in lacked]
    yield from lacked
    for span in heard.of("SAYING"):
        if not overlaps(span, taken):
            yield span, tuple(n for n in own.get(str(span.value), (str(span.value),)) if len(own.get(str(span.value), ())) == 1 or n != "status")
            taken.append(span)
    for name, span in _figured(kind, heard):
        if not overlaps(span, taken):
            yield span, (name,)
            taken.append(span)
    for of, span in (*_chosen(kind, heard), *_dated(kind, heard)):
        if not overlaps(span, taken):
            yield span, (of.label,)
            taken.append(span)


def _figured(kind: type[Record], heard: Heard) -> Iterator[tuple[str, Span]]:
    """The figures of the kind that are held against a number, or are to be negative, with that."""
    own = {f.name for f in FIGURES if f.of is kind}
    for span in (s for s in heard.of("FIGURE") if s.value in own):
        signed = SIGN.search(heard.text[:span.start])
        number = AGAINST.match(heard.text, span.end)
        if signed and (number or signed["sign"]):
            yield str(span.value), Span(signed.start(), number.end() if number else span.end, "")


def _chosen(kind: type[Record], heard: Heard) -> Iterator[tuple[FieldOf, Span]]:
    """The choices that are said, with the name of their field behind them: “high priority”."""
    known = {f.name: f for f in fields(kind)}
    for name, word, _ in choice_words(str(kind.__tablename__)):
        if among((word,), heard.masked):
            behind = "|".join(re.escape(n) for n in known[name].names)
            for m in pattern(rf"(?<![\w-]){spaced(word)}(?: (?:{behind}))?(?![\w-])").finditer(heard.masked):
                yield known[name], Span(m.start(), m.end(), word)


def _dated(kind: type[Record], heard: Heard) -> Iterator[tuple[FieldOf, Span]]:
    """The days by which records are due, with the word that leads to them."""
    when = next((f for f in fields(kind) if f.name == kind.kind.when and f.type is date), None)
    for span in heard.of("DATE") if when else ():
        if when and (led := DUE.search(heard.text[:span.start])):
            yield when, Span(led.start("said"), span.end, "")
