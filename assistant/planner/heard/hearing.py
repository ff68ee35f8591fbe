"""What a request contains: every piece that has a type, found by the words that kinds and figures declare."""
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property, wraps
import re
from typing import TypeVar, cast

from assistant.planner.words.lexicon import CODES, longest, meaning
from assistant.planner.words.plain import runs, tokens
from assistant.planner.words.sounding import is_another, is_meant
from assistant.planner.words.spelling import spelling
from assistant.planner.words.unknown import unknown_projects
from language.amounts import find_efforts, find_large, find_money, find_percents
from language.dates import find_dates, find_moves
from language.names import ambiguous_names, find_names
from language.numbers import read_number, spoken_pattern
from language.recurrence import find_recurrences
from language.words import Span, words
from records.kinds import KINDS

Names = Mapping[str, Mapping[str, str]]          # table name -> spoken name -> key
NEVER = "never"                                  # how often something repeats that is to repeat no more
MOST = 2000                                      # characters that are read
LONG = 120                                       # characters of a question that may say a figure in two parts
LINKS = frozenset(("of", "on", "in", "for", "by", "at", "with", "is", "are", "has", "have", "does", "do", "will", "can"))
KEY = re.compile(rf"(?<![\w-])(?:[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*-)?(?:{CODES})-\d+(?![\w-])", re.I)
BARE_KEY = re.compile(rf"(?<![\w-])(?:tasks?|risks?|tickets?|milestones?|change requests?|change)\s+(?P<key>(?:{CODES})\s?\d+)(?![\w-])", re.I)
QUOTED = re.compile(r"[\"“‘]([^\"”’]{2,})[\"”’](?!\w)|(?<!\w)'((?:[^']|(?<=\w)'(?=\w)){2,})'(?!\w)")
EMAIL = re.compile(r"(?<![\w.])[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b")
CHANGE = re.compile(r"#\s?(\d+)|\bchange (?:no\.? ?|number )?(\d+)\b", re.I)
STOPPED = re.compile(r"\b(?:stops?|end|cancel|remove|clear|delete|drop|no longer|not|\w+n['’]?t|never)(?: \w+){0,3}? (?:repeat\w*|repetition|recur\w*)\b"
                     r"(?: any ?more| again)?|\b(?:repeats?|recurs?) (?:no (?:more|longer)|not any ?more|never|only once)\b", re.I)
CENTS = re.compile(r"(?<![\w.,-])\d{1,3}(?:[.,]\d{3})*[.,](?:\d0|\d5|1[3-9]|[2-9]\d)(?![\w%]|[.,]\d)")          # no day of a month
BILLED = re.compile(r"\b(?:receipts?|invoices?|bills?|expenses?|taxi|fares?|tickets?|hotel|paid|spent|costs?)\b", re.I)
PAID = re.compile(r"\b(?:(?:spent|paid|invoiced|billed|book|booked)\s+(?:about |around |roughly |another )?|(?:price|worth|sum|amount)(?: (?:of|is|at|to))?\s+"
                  r"(?=\d{1,3}[.,]\d{3}(?!\d)))(?P<n>\d{1,3}(?:[.,]\d{3})+|\d{3,})"
                  r"(?![\w%.,-]*\d|\s*(?:h|hrs?|hours?|min|minutes|days?|weeks?|months?|%|percent|people)\b)", re.I)
NOW = re.compile(r"(?:right )?now$|at the moment$|currently$", re.I)
TABLES = tuple(str(k.__tablename__) for k in KINDS)
ORDER = ("TEXT", "KEY", "REPEAT", "CHANGE", "COUNT", "MONEY", "PERCENT", "DATE", "HOURS", *TABLES, "SAYING", "KIND", "FIGURE", "ME")
OPEN = ("KIND", "SAYING", "FIGURE", "ME", "COUNT")                # their words mean something to others too


@dataclass(frozen=True)
class Heard:
    """`spans` by type: TEXT quoted, KEY, DATE, HOURS, MONEY, FIGURE, KIND, SAYING, ME, and table names for named records."""
    text: str
    spans: tuple[tuple[str, Span], ...]
    moment: str = ""                                     # the past day it is asked as of, taken out of the text
    whole: str = ""                                      # what was said, where only its beginning is read

    def first(self, type_: str) -> str | None:
        return next((str(s.value) for t, s in self.spans if t == type_), None)

    def all(self, type_: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(str(s.value) for t, s in self.spans if t == type_))

    def of(self, type_: str) -> tuple[Span, ...]:
        return tuple(s for t, s in self.spans if t == type_)

    def said(self, span: Span) -> str:
        """The words of a piece; whose it is does not matter."""
        return self.text[span.start:span.end].removesuffix("'s").removesuffix("’s")

    def lead(self, span: Span) -> str:
        """The few words before a piece, in small letters: what tells “to Ana” from “of Ana”."""
        return self.text[max(0, span.start - 30):span.start].rstrip().lower()

    def owns(self, span: Span) -> bool:
        """Whether a name is said as the owner of what follows: “Ben's”."""
        return self.text[span.end:span.end + 2].lower() in ("'s", "’s") or re.match(r"['’](?!\w)", self.text[span.end:span.end + 2]) is not None

    def without(self, spans: Iterable[Span]) -> "Heard":
        """The message with pieces blanked that were read, so that their words are read for nothing else."""
        text, gone = self.text, tuple(spans)
        for span in gone:
            text = text[:span.start] + " " * (span.end - span.start) + text[span.end:]
        return Heard(text, tuple((t, s) for t, s in self.spans if not any(o.start <= s.start < o.end for o in gone)), self.moment)

    def only_saying(self, words: Container[str]) -> "Heard":
        """The message with no other sayings than these."""
        return Heard(self.text, tuple((t, s) for t, s in self.spans if t != "SAYING" or str(s.value).lower() in words), self.moment, self.whole)

    @cached_property
    def named(self) -> tuple[Span, ...]:
        """The pieces that are no mere words."""
        return tuple(s for t, s in self.spans if t not in ("ME", "COUNT"))

    @cached_property
    def is_of_many(self) -> bool:
        """Whether a kind is named in the plural."""
        return any(self.said(s).lower().endswith(("s", "criteria", "people")) for s in self.of("KIND"))

    @cached_property
    def types(self) -> frozenset[str]:
        return frozenset(t for t, _ in self.spans)

    @cached_property
    def plain(self) -> str:
        """The words as they are meant, in small letters, short forms written out and misspellings put right."""
        return " ".join(t.word for t in tokens(self.text, spelling()))

    @cached_property
    def shape(self) -> str:
        """The plain words with every piece replaced by its type, several of a kind told from one."""
        return self.shaped(*self.types)

    @cached_property
    def typed(self) -> str:
        """The plain words with only what is named or measured replaced by its type."""
        return self.shaped("KEY", "PERCENT", "DATE", "HOURS", "MONEY", "TEXT", *TABLES)

    @cached_property
    def jotted(self) -> str:
        """The text as it is written, signs and all, with only what is named or measured replaced by its type."""
        text = self.text
        for type_, span in sorted((each for each in self.spans if each[0] in ("project", "person", "DATE", "HOURS", "ME")), key=lambda each: -each[1].start):
            text = f"{text[:span.start]}{type_.upper()}{text[span.end:]}"
        return text

    def signed(self, *pieces: tuple[Span, str]) -> str:
        """The text with each letter of a piece as a sign, so that a form can say where such a piece stands and nothing moves."""
        signed = self.text
        for span, sign in pieces:
            signed = signed[:span.start] + sign * (span.end - span.start) + signed[span.end:]
        return signed

    def shaped(self, *types: str) -> str:
        shaped = self.text
        for type_, span in sorted((each for each in self.spans if each[0] in types), key=lambda each: -each[1].start):
            rest = re.sub(r"^(?:['’]s|['’])(?!\w)", "", shaped[span.end:])
            shaped = f"{shaped[:span.start]} {self._token(type_, span)} {rest}"
        return " ".join(t.word if not t.word.startswith("zz") else t.word[2:].upper() for t in tokens(shaped, spelling()))

    def _token(self, type_: str, span: Span) -> str:
        many = type_ == "KIND" and self.text[span.start:span.end].lower().endswith("s")
        return f"zz{type_.lower()}{'s' if many else ''}"

    @cached_property
    def masked(self) -> str:
        """The text with names, keys, dates and quotes blanked, so that words inside them are not taken for others."""
        masked = self.text
        for type_, span in self.spans:
            if type_ not in OPEN:
                masked = masked[:span.start] + "\0" * (span.end - span.start) + masked[span.end:]
        return masked


T = TypeVar("T")


def remembered(tell: Callable[[Heard], T]) -> Callable[[Heard], T]:
    """What is asked of the same message again and again is worked out once."""
    name = f"_{tell.__name__}"

    @wraps(tell)
    def told(heard: Heard) -> T:
        known = heard.__dict__
        if name not in known:
            known[name] = tell(heard)
        return cast("T", known[name])
    return told


def hear(text: str, names: Names, today: date) -> Heard:
    """Every typed piece, the surer types first; where two overlap the surer one stands."""
    whole, text = text, text[:MOST]
    taken: list[tuple[str, Span]] = []
    for type_, span in sorted(_spans(text, names, today), key=lambda each: ORDER.index(each[0])):
        if not any(s.start < span.end and span.start < s.end for _, s in taken):
            taken.append((type_, span))
    taken += _worded(text, taken)
    taken += _around(text, taken)
    if not any(t == "project" for t, _ in taken):
        taken = _unknown(text, taken)
    return Heard(text, tuple(sorted(taken, key=lambda each: each[1].start)), whole=whole if len(whole) > MOST else "")


def _unknown(text: str, taken: list[tuple[str, Span]]) -> list[tuple[str, Span]]:
    """The pieces with an unknown project's name among them; what is only a saying gives way to a description."""
    closed = tuple(s for t, s in taken if t not in ("ME", "COUNT", "KIND", "SAYING"))
    words_ = tuple(s for t, s in taken if t in ("KIND", "SAYING"))
    for span in unknown_projects(text, closed, spelling()):
        if not str(span.value).startswith("the ") and any(s.start < span.end and span.start < s.end for s in words_):
            break
        return [(t, s) for t, s in taken if not (s.start < span.end and span.start < s.end)] + [("project", span)]
    return taken


def _spans(text: str, names: Names, today: date) -> Iterator[tuple[str, Span]]:
    quotes = list(QUOTED.finditer(text))
    yield from (("TEXT", Span(m.start(), m.end(), m[1] or m[2])) for m in quotes)
    for m in quotes:
        text = text[:m.start()] + " " * len(m[0]) + text[m.end():]
    yield from (("KEY", Span(m.start(), m.end(), m[0].upper())) for m in KEY.finditer(text))
    yield from (("KEY", Span(m.start("key"), m.end("key"), re.sub(r"([A-Z])\s?(\d)", r"\1-\2", m["key"].upper()))) for m in BARE_KEY.finditer(text))
    yield from (("REPEAT", Span(m.start(), m.end(), NEVER)) for m in STOPPED.finditer(text))
    yield from (("REPEAT", Span(s.start, s.end, text[s.start:s.end])) for s in find_recurrences(text, today))
    yield from (("CHANGE", Span(m.start(), m.end(), m[1] or m[2])) for m in CHANGE.finditer(text))
    yield from (("COUNT", span) for span in _counts(text))
    yield from _measured(text, today)
    if not re.search(r"\b(?:person|people|contact|stakeholder)s?\b", text, re.I):          # of a new person it is the address
        yield from (("person", Span(m.start(), m.end(), m[0])) for m in EMAIL.finditer(text))
    for type_, known in ((t, k) for t, k in names.items() if t in TABLES):           # what is measured is no name
        yield from ((type_, span) for span in find_names(text, known) if is_meant(type_, span, text, names))
        # A name that several share is passed on as it was said, so that the desk asks which one is meant.
        yield from ((type_, Span(s.start, s.end, text[s.start:s.end])) for s in ambiguous_names(text, known)
                    if type_ != "person" or not is_another(s, text, names))


def _measured(text: str, today: date) -> Iterator[tuple[str, Span]]:
    """Amounts and days; the costly search for days only where a word of the calendar is said."""
    if re.search(r"\d|\b(?:half|hours?|days?|percent|euros?|dollars?|pounds|thousand|million)\b", text, re.I):
        for type_, found in (("MONEY", find_money(text)), ("PERCENT", find_percents(text)), ("HOURS", find_efforts(text))):
            yield from ((type_, Span(s.start, s.end, text[s.start:s.end])) for s in found)
        yield from (("MONEY", Span(s.start, s.end, text[s.start:s.end])) for s in find_large(text))
        yield from (("MONEY", Span(m.start("n"), m.end("n"), m["n"])) for m in PAID.finditer(text))
        yield from (("MONEY", Span(m.start(), m.end(), m[0])) for m in CENTS.finditer(text) if BILLED.search(text))
    if _calendar().search(text):
        yield from (("DATE", Span(s.start, s.end, text[s.start:s.end])) for s in find_dates(text, today) if not NOW.match(text[s.start:s.end]))
        yield from (("DATE", s) for s in find_moves(text))


@cache
def _calendar() -> re.Pattern[str]:
    w = words()
    several = ("today", "now", "tomorrow", "yesterday", "day_end", "weekend", "fortnight", "units", "holidays", "months", "weekdays", "later", "earlier")
    return re.compile(rf"\d|(?<!\w)(?:{'|'.join(w.any_of(meaning) for meaning in several)}|eom|eoy|eoq|asap)(?!\w)", re.I)


@cache
def _counting() -> re.Pattern[str]:
    n, rank = rf"(?:\d{{1,3}}|{spoken_pattern(words())})", "top|first|last|next|biggest|worst|highest|largest|main|most important|most severe|greatest"
    unit = r"(?!\s*(?:h|%|hours?|days?|weeks?|months?|quarters?|years?)\b)"
    return re.compile(rf"\b(?:{rank})\s+(?P<a>{n})\b{unit}|\b(?P<b>{n})\s+(?:{rank})\b", re.I)


def _counts(text: str) -> Iterator[Span]:
    """ "Top 5", "the five biggest": how many are wanted."""
    for m in _counting().finditer(text):
        group = "a" if m["a"] else "b"
        number = read_number(m[group])
        if number is not None and number == int(number) and number > 0:
            yield Span(m.start(group), m.end(group), int(number))


def _worded(text: str, taken: list[tuple[str, Span]]) -> list[tuple[str, Span]]:
    """Kinds, sayings, figures and the asker, by the words that they declare: the longest run of words that means something."""
    said = [t for t in tokens(text, spelling()) if not any(s.start < t.end and t.start < s.end for _, s in taken)]
    found: list[tuple[str, Span]] = []
    used = set[int]()
    for first, last, run in runs([t.word for t in said], longest()):
        places = set(range(first, last))
        if not places & used and (meant := meaning(run)) and _together(text, said[first].end, said[last - 1].start):
            type_, value = meant[0]
            start, end = said[first].start, said[last - 1].end
            inside = [s.start for _, s in taken if start < s.start < end]            # a name that is said amid the words stays a piece of its own
            before = [t.end for t in said[first:last] if not inside or t.end <= min(inside)]
            found.append((type_, Span(start, before[-1], value)))
            used |= places
    return found


def _around(text: str, taken: list[tuple[str, Span]]) -> list[tuple[str, Span]]:
    """A figure said around whose it is: “has the scope of Apollo grown”, “how many hours is Ben available”."""
    names = [s for t, s in taken if t in ("project", "person", "KEY")]
    if any(t == "FIGURE" for t, _ in taken) or len(names) != 1 or len(text) > LONG:
        return []
    name = names[0]
    said = [t for t in tokens(text, spelling()) if t.end <= name.start or t.start >= name.end]
    place = next((n for n, t in enumerate(said) if t.start >= name.end), len(said))
    while place and said[place - 1].word in LINKS:
        del said[place - 1]
        place -= 1
    for first, last, run in runs([t.word for t in said], longest()):
        if first < place < last and (meant := meaning(run)) and meant[0][0] == "FIGURE" and not any(
                s.start < said[place - 1].end and said[first].start < s.end for t, s in taken if t not in ("KIND", "SAYING", "ME")):
            span = Span(said[first].start, said[place - 1].end, meant[0][1])
            taken[:] = [(t, s) for t, s in taken if s.end <= span.start or s.start >= span.end]
            return [("FIGURE", span)]
    return []


def _together(text: str, start: int, end: int) -> bool:
    """Whether nothing that parts stands between the first and the last word."""
    return not re.search(r"[,.;:!?\n]", text[start:end])
