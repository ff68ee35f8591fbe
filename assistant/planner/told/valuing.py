"""What marked words are as values: a free text as it is said, and anything else only where it can be what the field holds."""
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
import re

from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.titling import LEAD
from assistant.planner.learned.marking import HALF, WHICH, Marked, Marking, marking
from assistant.planner.told.choice_meant import choice_meant
from assistant.planner.words.lexicon import choice_words
from assistant.planner.words.plain import among, pattern
from language.numbers import read_number, spoken_pattern
from language.words import Span, words
from records.kinds.base import FieldOf, Record, fields

SURE, SURELY, LIKELY = 0.9, 0.75, 0.55                        # of belief: so much takes a value from where a rule has put it, so much betters one of a whole
                                                # sentence, and so much makes one
CHOSEN, EXACTLY = 0.8, 0.7                      # in a choice or a number, which may mean something else; in a word that is just a choice
FAIR = 0.35                                     # of belief in the words of a title, which had better hold too much than too little
ME = frozenset(("me", "i", "myself", "my"))
NUMBER = re.compile(r"[+−-]?(?:\d{1,3}(?: \d{3})+|\d+(?:[.,]\d+)*)")
GROUPED = re.compile(r"(?<![\w.,-])\d{1,3}(?:[.,]\d{3})+(?![\w-])")        # an amount of which no currency is said: “31,500”
SIZE = re.compile(r"\s?(?P<s>thousand|million|mio|mn)\b", re.I)
ARTICLE = re.compile(r"^(?:(?:named|called|titled)\s+)?(?:(?:the|an?|our)\s+)?(?=\w)", re.I)
SUBJECT = re.compile(r"(?:might|may|could|will|would|can|must|should|need|have)\b", re.I)
LONGEST_VERB = 6
UNBROKEN = re.compile(r"(?:(?![,;:.!?)\]}”\"'’]+(?:\s|$))\S)*")          # up to a blank, or a sign before one: “<img src=x>” is not cut in its midst
ENDS = re.compile(r"[,;.!?]\s|\s[–—-]\s|\(")                        # a part of its own begins
PARTED = re.compile(r"[,;]\s")
DOING = re.compile(r"\s+(?:to\s+)?(?P<verb>[a-z]{3,})\s+(?:(?:the|an?|our|his|her|their)\s+)?")
TOLD = re.compile(r"\b(?:have|let|get|make|ask|tell|remind|needs?|want)\s+$", re.I)
CUT_OFF = re.compile(r"^(?:and|or|but)\b|\b(?:the|an?|of|our|my|and|or|to|with|for)$", re.I)          # “call the” is no title
NAMES = ("title", "name")                        # these begin with a capital; a duty or a role does not
NAME_GOES_ON = re.compile(r"(?: (?:(?:of|for|and|&|de|der|von) )?(?-i:[A-Z])[\w-]+)+")
WRAPPED = " \t\n,;:.!\"“”'‘’()-–—"


def valued(kind: type[Record], heard: Heard, found: Marking, least: float = LIKELY) -> Iterator[tuple[FieldOf, str, Span]]:
    """Field, value in words, and where it stands; but for the title."""
    known = {f.label: f for f in fields(kind)}
    for mark in found.runs():
        of = known.get(mark.field)
        is_open = of and (of.is_money or of.refers or of.type in (str, date)) and not (of.choices or of.says.words)
        is_rate = of and "%" in heard.text[mark.start:mark.end] and of.name != "progress" and not is_named(of, heard)          # a rate of nothing named
        sure = least if is_open else max(least, EXACTLY if of and _is_choice(kind, of, heard, mark) else CHOSEN)
        whole = _whole_name(mark, heard) if of and is_open and of.type is str else mark
        if of and of.name != kind.kind.title and not is_rate and mark.share >= sure and (
                value := value_of(kind, of, heard, whole)):
            yield of, value, Span(whole.start, whole.end, value)


def _whole_name(mark: Marked, heard: Heard) -> Marked:
    """A name up to its end: “the Oslo Chamber of Commerce”."""
    last = heard.text[mark.start:mark.end].rpartition(" ")[2]
    more = NAME_GOES_ON.match(heard.text, mark.end) if last[:1].isupper() else None
    return replace(mark, end=more.end()) if more and not any(s.start < more.end() and mark.end < s.end for t, s in heard.spans if t != "SAYING") else mark


def _is_choice(kind: type[Record], of: FieldOf, heard: Heard, mark: Marked) -> bool:
    """Whether a word behind a key is just a choice: “T-17 started”; one before it is what is to be done, “finish T-9 by tomorrow”."""
    said = heard.text[mark.start:mark.end].lower()
    is_told = any(s.end <= mark.start for s in heard.of("KEY"))
    return is_told and any(name == of.name and word == said for name, word, _ in choice_words(str(kind.__tablename__)))


def conditioned(kind: type[Record], heard: Heard, found: Marking, least: float = LIKELY) -> Iterator[tuple[FieldOf, str, Span]]:
    """Field, value and place of what tells which records are meant, where it is a choice, a person or a project."""
    known = {f.label: f for f in fields(kind) if f.choices or f.refers in ("person", "project")}
    for mark in found.runs():
        of = known.get(mark.field.removeprefix(WHICH)) if mark.field.startswith(WHICH) else None
        is_saying = of and of.choices and any(heard.text[mark.start:mark.end].strip(WRAPPED).lower() == heard.said(s).lower() for s in heard.of("SAYING"))
        if of and mark.share >= least and not is_saying and (value := value_of(kind, of, heard, mark)):
            yield of, value, Span(mark.start, mark.end, value)


def titled(kind: type[Record], heard: Heard, found: Marking, others: Sequence[Span] = ()) -> str:
    """The words that are marked as the title, without what at their ends is another value; "" when a title is quoted or none is likely."""
    mark = found.run(kind.kind.title, FAIR)
    if mark is None or mark.share < HALF or heard.of("TEXT"):
        return ""
    start, end = mark.start, _surely_ends(heard, found.run(kind.kind.title), mark.end)
    for other in sorted(others, key=lambda s: -s.end):
        if start < other.start < end <= other.end + 1:
            end = other.start
    for other in sorted(others, key=lambda s: s.start):
        if other.start - 1 <= start < other.end < end:
            start = other.end
    start = with_subject(heard, start)
    end = _whole_end(heard, start, end, others)
    said = ARTICLE.sub("", heard.text[_with_its_verb(heard, start):end].strip(WRAPPED))
    said = LEAD.sub("", said).strip(WRAPPED) if end < mark.end else said
    if CUT_OFF.search(said) or not re.search(r"[^\W\d]{2}", said) or read_number(said) is not None:
        return ""
    return said[:1].upper() + said[1:] if kind.kind.title in NAMES else said


def with_subject(heard: Heard, start: int) -> int:
    """Where a title begins that has its subject: “we might lose our designer”."""
    who = re.search(rf"\b(?:we|i|they|he|she|it)\s+(?:{SUBJECT.pattern}\s+)?$", heard.text[:start], re.I)
    return who.start() if who and SUBJECT.search(heard.text, who.start(), start + LONGEST_VERB) else start


def _surely_ends(heard: Heard, sure: Marked | None, end: int) -> int:
    """Where a title ends: what stands in a part of its own, behind a comma, had better be surely marked."""
    part = PARTED.search(heard.text, sure.end, end) if sure else None
    return part.start() if part else end


def _whole_end(heard: Heard, start: int, end: int, others: Sequence[Span]) -> int:
    """Where a title ends that is cut in the midst of no word: up to a blank; and behind a colon up to the end, where nothing else is said there."""
    whole = UNBROKEN.match(heard.text, end)
    end = whole.end() if whole and not any(o.start == end for o in others) else end
    is_last = not any(o.start >= end for o in others) and not ENDS.search(heard.text, end)
    return len(heard.text) if is_last and ":" in heard.text[:start] else end


def _with_its_verb(heard: Heard, start: int) -> int:
    """Where a title begins with what somebody is to do, which is part of it: “have Ana fix the login page”, “ask Ben to call the landlord”."""
    for person in heard.of("person"):
        m = DOING.fullmatch(heard.text, person.end, start)
        if m and TOLD.search(heard.text[:person.start]):
            return m.start("verb")
    return start


def bettered(kind: type[Record], heard: Heard, values: Mapping[str, str]) -> dict[str, str]:
    """The values of a new record that a whole sentence says: a free text without what is surely no part of it, a day in the field that it is
    surely for, and what only the marks tell."""
    found, title = marking(heard, kind, "values"), kind.kind.title
    made, free = dict(values), {f.label for f in fields(kind) if f.type is str and not f.choices}
    dates = {f.label for f in fields(kind) if f.type is date}
    called, mark = next(f for f in fields(kind) if f.name == title), found.run(title)
    name = titled(kind, heard, found) if title in free else value_of(kind, called, heard, mark) if mark and mark.share >= SURELY else ""
    for label, said in ((title, name), *((of.label, said) for of, said, _ in valued(kind, heard, found, SURELY))):
        if not said:
            continue
        old = made.get(label, "")
        is_most = len(old) * HALF < len(said) < len(old) or (label == title and old.lower().startswith(f"{said.lower()} ") and " " in said)
        is_saying = any(heard.said(s).lower() == old.lower() for s in heard.of("SAYING"))
        if label in free and said.lower() in old.lower() and is_most and not is_saying:
            made[label] = said
        elif label in dates and (other := next((n for n in dates if made.get(n) == said), "")):
            made = {n: v for n, v in made.items() if n != other} | {label: said}
        elif not old and not (label in dates and dates & made.keys()) and not any(said.lower() in v.lower() for v in made.values()):
            made[label] = said
    return made


def likelier_day(kind: type[Record], of: FieldOf, span: Span, found: Marking) -> FieldOf | None:
    """The date of a kind that a day is likelier for than for the one that a rule has put it in; None when there is none."""
    others = [f for f in fields(kind) if f.type is date and f.says.set_by == "person" and f != of]
    best = max(others, key=lambda f: found.share(f.label, span), default=None)
    return best if best and found.share(best.label, span) >= max(HALF, 2 * found.share(of.label, span)) else None


def likelier_person(of: FieldOf, span: Span, heard: Heard, found: Marking) -> Span:
    """Who is likelier in a field than the one whom a rule has put there, where two are named: “mail from Sofia: … a task for Mia”."""
    best = max(heard.of("person"), key=lambda s: found.share(of.label, s))
    return best if found.share(of.label, best) >= SURE and found.share(of.label, span) < HALF else span


def is_named(of: FieldOf, heard: Heard) -> bool:
    """Whether a field is called by one of its names."""
    return any(pattern(rf"(?<!\w){re.escape(n)}(?!\w)").search(heard.text) for n in among(of.names, heard.text))


def overlaps(span: Span, others: Iterable[Span]) -> bool:
    """Whether a piece shares letters with one of others."""
    return any(span.start < o.end and o.start < span.end for o in others)


def value_of(kind: type[Record], of: FieldOf, heard: Heard, mark: Marked) -> str:
    """The words of a mark as the field's value; "" when they are none."""
    said = heard.text[mark.start:mark.end].strip(WRAPPED)
    inside = [(t, s) for t, s in heard.spans if mark.start <= s.start and s.end <= mark.end]
    if of.choices or of.says.words:
        return _chosen(kind, of, said)
    if of.type is date:
        return next((heard.said(s) for t, s in inside if t == "DATE"), "")
    if of.refers == "person":
        return next((heard.said(s) for t, s in inside if t == "person"), "me" if said.lower() in ME else said if _is_name(said) else "")
    if of.refers:
        named = next((str(s.value) for t, s in inside if t in ("KEY", of.refers)), "")
        return named or (said if of.refers != "project" else "")
    if of.is_money or of.type in (int, float):
        return next((heard.said(s) for t, s in inside if t in ("MONEY", "HOURS", "PERCENT")), _number(said, heard, mark))
    is_number = of.name != "document" or any(c.isdigit() for c in said)        # “invoice Lumitec” tells no number of an invoice
    return said if of.type is str and is_number else ""


def _is_name(said: str) -> bool:
    """Whether words could be the name of somebody whom no record knows."""
    return said[:1].isupper() and not any(c.isdigit() for c in said)


def _chosen(kind: type[Record], of: FieldOf, said: str) -> str:
    known = [(w, v) for name, w, v in choice_words(str(kind.__tablename__)) if name == of.name]
    whole = next(((w, v) for w, v in known if w == said.lower()), None)
    if whole is None and of.says.words and not of.choices and (n := NUMBER.search(said)):
        return n[0]
    found = whole or next(((w, v) for w, v in known if pattern(rf"(?<![\w-]){re.escape(w)}(?![\w-])").search(said)), ("", ""))
    return (found[1] or choice_meant(kind, of, said)) if of.choices else found[0]


def _number(said: str, heard: Heard, mark: Marked) -> str:
    """The number in figures, or in words, all of those beside it that belong to it: “thirty thousand”."""
    if m := NUMBER.search(said):
        size = SIZE.match(heard.text, heard.text.find(m[0], mark.start) + len(m[0]))
        return f"{m[0]} {size['s']}" if size else m[0]
    whole = next((m[0] for m in pattern(spoken_pattern(words())).finditer(heard.text) if m.start() < mark.end and mark.start < m.end()), said)
    number = read_number(whole)
    return f"{number:f}".removesuffix(".0") if number is not None else ""
