"""A change of many records keeps every word that tells which: they are said to be many, and what no condition and no value holds is asked about."""
from collections.abc import Iterator, Mapping
import re
from typing import Any

from assistant.planner.heard.denying import denied, rules_out
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.lacking import absent
from assistant.planner.heard.left_out import content, of_call, parts
from assistant.planner.learned.marking import BESIDE_CHANGE, is_beside
from assistant.planner.words.idle import EMPTY
from assistant.planner.words.plain import pattern
from language.numbers import read_number
from language.words import Span
from records.kinds.base import Record, split

MANY = re.compile(r"\b(?:all|every|each|everything|whatever|anything|any|work|stuff|things|ones|rest|both|those|these|them|what|mine|theirs)\b")
REASON = re.compile(r"^(?:he|she|they|we|i|it|because|since|as|so that|while|agreed|for|due to|after all|by order|sorry|unfortunately|could|can|would|will)\b|"
                    r"\b(?:is|are|am|was|were|has|have|had|cannot|can['’]?t|can not|did|does|do|wants?|said|says|decided|agreed|told|asked|needs?|left|leaves|"
                    r"moved|went|goes on|runs|prefers?|takes? over|joined|got|will)\b|['’](?:s|re|m|ve|ll|d)\b|\b(?:him|her|us|me)\W*$", re.I)
WHY = re.compile(r"\s(?:while|because|since|as|cause|cos|so that|now that)\s+(?:he|she|they|we|i|it|the|our|my|nobody|PERSON|[A-Z]\w+)\b", re.I)
# These say how a change goes, and never which records are meant; what narrows a list narrows a change, too.
CHANGING = frozenset((
    "go", "goes", "get", "gets", "longer", "he", "she", "they", "it", "him", "takes", "moves", "becomes", "become", "shifted", "moved", "pushed", "postponed",
    "given", "handed", "back", "later", "earlier", "forward", "instead", "into", "onto", "away", "off", "down", "whoever", "whatever", "look", "looks",
    "after", "watch", "value", "field", "state", "date", "day", "entry", "record", "records", "possible", "great", "sure", "course", "must", "shall", "may",
    "might", "let", "lets", "make", "made", "say", "says", "meant", "mean", "agreed", "decided", "approved", "shifts", "hold", "holds", "held", "pass",
    "passes", "passed", "kindly", "care", "everybody", "next", "keep", "keeps", "still", "left", "plate", "desk", "hands", "apiece", "stands", "reads", "turn",
    "turns", "fall", "drops", "rolls", "rest", "belonging", "sits", "sitting", "arranged"))
OTHERS = re.compile(r"\b(?:other|except|excluding|apart from|but not|rather than)\b", re.I)
EVERY = re.compile(r"\b(?:all|every|each|everything|whatever|anything|any)\b")
WHEN = re.compile(r"\b(?:due|planned|expected|forecast|scheduled|ending|starting|dated) (?:after|before|since|between|for|in)(?: the)?$")
MINE = re.compile(r"\bmine\b")
NARROWS = frozenset(("latest", "newest", "oldest", "earliest", "dearest", "recent", "upcoming", "under", "between", "different", "except", "excluding",
                     "apart", "other", "biggest", "top", "above", "below", "named", "called", "related", "happening"))
OPEN = EMPTY - NARROWS | CHANGING
THEIRS = frozenset(("his", "her", "their"))
OWNERS = frozenset(("owner", "manager", "person"))
NAMED = ("project", "person", "DATE", "PERCENT", "MONEY", "HOURS", "TEXT")
NUMBERED = ("key", "number", "name", "rule", "role")


def is_of_many(kind: type[Record], where: Mapping[str, Any]) -> bool:
    """Whether a change is for as many records as fit, and for none that is named."""
    return bool(where) and not where.keys() & {*NUMBERED, kind.kind.title}


def says_many(kind: type[Record], where: Mapping[str, Any], heard: Heard) -> bool:
    """Whether it is said that many are meant: a plural of the kind that is narrowed, “everything”, “Ben's late ones”; “it slipped again” is one."""
    usual = [asked for spoken, asked in kind.kind.sayings if {"open", "current"} & set(split(spoken))]
    if EVERY.search(heard.plain) is None and any(all(asked.get(n) == v for n, v in where.items()) for asked in usual):
        return False                                       # no more is said than that they are open
    plural = any(heard.said(s).lower().endswith("s") for s in heard.of("KIND"))
    owned = any(heard.owns(s) for s in heard.of("person")) or re.search(r"\b(?:my|his|her|their|our)\b", heard.plain) is not None
    return plural or MANY.search(heard.plain) is not None or (owned and bool(heard.of("SAYING")))


def unheld(kind: type[Record], where: Mapping[str, Any], values: Mapping[str, Any], heard: Heard) -> str:
    """The first word, name or day of a change of many that no condition and no value holds; what is only why is no condition."""
    said, is_denied = f"{where} {values}".lower(), _is_denied(kind, where)
    if (other := OTHERS.search(heard.masked)) and not is_denied:
        return other[0]
    if "'me'" not in said and (mine := MINE.search(heard.plain)):
        return mine[0]
    used = of_call(values, said, kind, heard) | (NARROWS if is_denied else frozenset()) | (THEIRS if where.keys() & OWNERS else frozenset())
    heard = heard.without([*(span for of, span in absent(kind, heard) if of.label in where),
                           *(span for of, value, span in denied(kind, heard) if rules_out(where, of, value))])
    begin = 0
    for part in _clauses(heard.text):
        at = heard.text.find(part, begin)
        begin = at + len(part) if at >= 0 else begin
        spans = [(t, s) for t, s in heard.spans if at <= s.start < begin]
        if not _is_why(part, used, spans, said, heard) and (left := _left(part, used, spans, said, kind, where, heard)):
            return left
    return ""


def _is_denied(kind: type[Record], where: Mapping[str, Any]) -> bool:
    """Whether a condition leaves some out, and not only what is closed anyway."""
    usual = {v for _, asked in kind.kind.sayings for v in asked.values()}
    return any(str(v).startswith("not ") and v not in usual for v in where.values())


def _clauses(text: str) -> Iterator[str]:
    """The parts between commas and joining words, with what is only why a part of its own."""
    for part in parts(text):
        m = WHY.search(part)
        yield from (part[:m.start()], part[m.start():].strip()) if m else (part,)


def _is_why(part: str, used: frozenset[str], spans: list[tuple[str, Span]], said: str, heard: Heard) -> bool:
    """Whether a part only gives a reason: a sentence of its own none of whose words is in the change."""
    names = {w for t, s in spans if t == "person" for w in heard.said(s).lower().split()}
    held = [w for w in content(part) if w in used and w not in EMPTY and w not in names]
    is_held = any(_is_held(t, s, said, heard) for t, s in spans if t in NAMED and t != "person")
    return REASON.search(part) is not None and not is_held and (not held or WHY.match(f" {part}") is not None)


def _left(part: str, used: frozenset[str], spans: list[tuple[str, Span]], said: str, kind: type[Record], where: Mapping[str, Any],  # noqa: PLR0913, PLR0917
          heard: Heard) -> str:
    for type_, span in spans:
        if type_ in NAMED and not _is_held(type_, span, f"{where}".lower() if WHEN.search(heard.lead(span)) else said, heard):
            return heard.said(span)
        if type_ == "SAYING" and not _is_meant(kind, str(span.value), said):
            return heard.said(span)
    known = used | {_stem(w) for w in used} | {_stem(w) for label in re.findall(r"'([a-z ]+)':", said) for w in label.split()}
    return next((w for w in content(part) if w not in known and _stem(w) not in known and w not in OPEN and not _is_only_said(w, kind, heard)), "")


def _is_only_said(word: str, kind: type[Record], heard: Heard) -> bool:
    """Whether a word surely is no value and no condition, wherever it stands: “tidy up”, “must be looked at again”; before the noun it tells which."""
    before = re.compile(rf"\b(?:all|every|each|any|both|those|these|the|my)(?: [\w'’-]+)*? {re.escape(word)}(?: [\w'’-]+)*$")
    if any(before.search(heard.lead(s)) for s in heard.of("KIND")):
        return False
    said = [Span(m.start(), m.end(), word) for m in pattern(rf"(?<!\w){re.escape(word)}(?!\w)").finditer(heard.text)]
    return bool(said) and all(is_beside(heard, kind, s, BESIDE_CHANGE, "changes") for s in said)


def _stem(word: str) -> str:
    return re.sub(r"(?<=\w{3})(?:ing|ed|er|es|e|s)$", "", word)


def _is_held(type_: str, span: Span, said: str, heard: Heard) -> bool:
    spoken = heard.said(span).lower().strip(" .")
    if spoken in said or str(span.value).lower() in said or re.search(r"\b(?:from|by|told|asked|tell)$", heard.lead(span)):
        return True
    number = read_number(spoken.split()[0]) if type_ == "HOURS" else None
    return (type_ == "DATE" and any(w in said for w in re.findall(r"\d+|[a-z]{5,}", spoken))) or (number is not None and f"'{number:f}'" in said)


def _is_meant(kind: type[Record], saying: str, said: str) -> bool:
    """Whether what a saying stands for is in the change, as a condition or as what becomes of them."""
    asked = next((dict(a) for spoken, a in kind.kind.sayings if saying.removeprefix("still ") in map(str.lower, split(spoken))), None)
    return asked is None or any(part in said for v in asked.values() for part in split(str(v).lower())) or any(w in said for w in saying.split() if len(w) > 3)  # noqa: PLR2004 - no small word
