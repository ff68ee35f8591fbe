"""Repetitions as an office says them: “every other Friday until Christmas” into a rule of iCalendar. Never a guess: what cannot be read whole is
None, and so is what people mean in two ways ("bimonthly", "monthly on Friday"). Whoever calls masks what is quoted first.

A rule knows days only. An hour ("daily at 9") and an exception ("except in May") are not part of it and are kept beside it, as they were said.
"""
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache
import re

from language.assembling import assembled, merged
from language.counting import Period
from language.dates import find_periods
from language.grammar import Now, compiled, groups
from language.lengths import away
from language.needing import said_in
from language.repeating import Parts, Piece, Unread, cues, pieces
from language.rrule import SAID, can_be_kept, days_of, fits, in_words, parts, written
from language.words import Span, Words, words

__all__ = ["Repetition", "find_recurrences", "in_words", "read_recurrence"]

REACH = 80                    # characters in which a day that a word leads to must be said
JOINT = re.compile(r"[\s,()]*(?:(?:and|then)\s+)?")
BARE = ("often", "days")      # kinds of pieces that alone may be something else: the monthly report, the Mondays


@dataclass(frozen=True)
class Repetition:
    """`rule` as in iCalendar, without an hour; `first` the day from which on, where one is said; `at` and `unless` what a rule by days cannot hold."""
    rule: str
    first: date | None = None
    at: str = ""
    unless: str = ""


@dataclass(frozen=True)
class _Piece:
    """One piece in its text; `said` is None where it cannot be read."""
    start: int
    end: int
    said: Parts | None
    kind: str = ""
    is_core: bool = False


def find_recurrences(text: str, today: date, language: Words | None = None) -> Iterator[Span]:
    """Yield each repetition in a text, a Span whose value is a `Repetition`, or None when it plainly is one and cannot be read.

    A first or last day said at a distance ("every Monday to send it, until Christmas") is a Span of its own with the same value."""
    yield from _found(text, today, language or words())


@lru_cache(maxsize=256)
def _found(text: str, today: date, w: Words) -> tuple[Span, ...]:
    return tuple(_each(text, today, w))


def _each(text: str, today: date, w: Words) -> Iterator[Span]:
    done = 0
    for at in _beginnings(text, w):
        chain = _chain(text, at, today, w) if at >= done else ()
        if not chain or not _repeats(text, chain, w):
            continue
        done = chain[-1].end
        tail = _tail(text, chain, today, w)
        meant = None if _goes_on(text, done, today, w) else _meant((*chain, *tail), today)
        yield Span(at, done, meant)
        for piece in tail:
            yield Span(piece.start, piece.end, meant)
            done = piece.end


def read_recurrence(text: str, today: date, language: Words | None = None) -> Repetition | None:
    """Return the repetition that a text is and nothing else, or None. A rule of iCalendar is taken as it is."""
    said, w = " ".join(text.split()), language or words()
    if re.match(r"(?:RRULE:)?FREQ=", said, re.I):
        return Repetition(written(parts(said))) if can_be_kept(said) and not parts(said).keys() - SAID else None
    starts = [m.start() for m in re.finditer(r"(?<!\w)\w|[@+]", said)]
    chain = next((c for c in (_chain(said, at, today, w) for at in starts) if _tells(c)), ())
    rest = f"{said[:chain[0].start]} {said[chain[-1].end:]}" if chain else ""
    return None if not chain or re.search(r"\w", _filler(w).sub("", rest)) else _meant(chain, today)


def _beginnings(text: str, w: Words) -> Iterator[int]:
    """Where a repetition could begin: at each word that has one that tells of repetition near after it."""
    telling = [m.start() for m in _telling(w).finditer(text)]
    for m in re.finditer(r"(?<![^\W_])[\w@]", text) if telling else ():
        while telling and telling[0] < m.start():
            telling.pop(0)
        if telling and telling[0] - m.start() < REACH:
            yield m.start()


def _chain(text: str, at: int, today: date, w: Words) -> tuple[_Piece, ...]:
    """The pieces that follow each other from here on, the longest at each place."""
    chain: tuple[_Piece, ...] = ()
    while (found := _longest(text, at, today, w)) is not None:
        chain = (*chain, found)
        joint = JOINT.match(text, found.end)
        at = joint.end() if joint else found.end
    return chain


def _longest(text: str, at: int, today: date, w: Words) -> _Piece | None:
    found = [each for piece, pattern in pieces(w, said_in(text[at:])) if (m := pattern.match(text, at)) and (each := _read(piece, m, w))]
    found += _dated(text, at, today, w)
    return max(found, key=lambda each: each.end, default=None)


def _read(piece: Piece, m: "re.Match[str]", w: Words) -> _Piece | None:
    g = groups(m)
    try:
        said = piece.read(g, w)
    except Unread:
        return _Piece(m.start(), m.end(), None, piece.kind, piece.is_core(g))
    return None if said is None else _Piece(m.start(), m.end(), said, piece.kind, piece.is_core(g))


def _dated(text: str, at: int, today: date, w: Words) -> Iterator[_Piece]:
    """A first or last day: the word that leads to it and the day itself. Until June is until it comes, through June until it is over."""
    for name, pattern in cues(w).items():
        found = _day(text, at, m.end(), today) if (m := pattern.match(text, at)) else None
        if found is None:
            continue
        start, end, run = found
        if name == "first":
            yield _from(text, at, end, run, w)
        elif name == "before":
            yield _Piece(at, end, {"until": run.first - timedelta(days=0 if start == at else 1)})       # "before Christmas" is a day of its own
        else:
            yield _Piece(at, end, {"until": run.last if name == "through" else run.first})


def _from(text: str, at: int, end: int, run: Period, w: Words) -> _Piece:
    """From a day on, or from one day to another."""
    if to := compiled(",? {to} (?:{the} )?", w, starts=False, ends=False).match(text, end):
        last = _day(text, to.start(), to.end(), run.first)
        if last is not None:
            return _Piece(at, last[1], {"first": run.first, "until": last[2].first})
    onwards = compiled(" {onwards}(?! {the}| \\d)", w, starts=False).match(text, end)
    return _Piece(at, onwards.end() if onwards else end, {"first": run.first})


def _day(text: str, at: int, latest: int, today: date) -> tuple[int, int, Period] | None:
    """Where the day or run of days that is said here starts and ends, and what it is; seen together with the word that leads to it."""
    span = next(iter(find_periods(text[at:at + REACH], today, coming=True)), None)
    return (at + span.start, at + span.end, span.value) if span and isinstance(span.value, Period) and at + span.start <= latest else None


def _tells(chain: tuple[_Piece, ...]) -> bool:
    """Whether one of the pieces says that something repeats; "repeats" itself does not say when."""
    says = any(p.kind == "says" for p in chain) and any(p.said and p.said.keys() & {"days", "doms", "unit"} for p in chain)
    return says or any(p.is_core for p in chain)


def _repeats(text: str, chain: tuple[_Piece, ...], w: Words) -> bool:
    """Whether these pieces say that something repeats, and do not tell which one is meant: "the monthly report"."""
    if not _tells(chain):
        return False
    cores = [p for p in chain if p.is_core]
    if len(chain) > 1 or cores[0].kind not in BARE or text[cores[0].start:cores[0].end].lower().startswith((*w["every"], *w["on"], *w["alternate"])):
        return True
    before, after = text[:cores[0].start], text[cores[0].end:]
    if cores[0].kind == "often" and _new(w).search(before) and _task(w).match(after):
        return True
    if _telling_which(w).search(before):
        return False
    return _ends(w).match(after) is not None if cores[0].kind == "often" else not after.strip(" .,!?")


def _tail(text: str, chain: tuple[_Piece, ...], today: date, w: Words) -> tuple[_Piece, ...]:
    """A first or last day that closes the sentence, at a distance from what repeats: "every Monday to send it, until Christmas"."""
    ends = re.compile(r"[.;!?\n]").search(text, chain[-1].end)
    stop, known = ends.start() if ends else len(text), {name for p in chain for name in p.said or ()}
    for m in compiled("(?:{starts}|{lasts})", w, ends=True).finditer(text, chain[-1].end, stop):
        for piece in _dated(text, m.start(), today, w):
            if piece.said and not piece.said.keys() & known and not text[piece.end:stop].strip(" ,)") and _comes_again((*chain, piece), today):
                return (piece,)
    return ()


def _comes_again(chain: tuple[_Piece, ...], today: date) -> bool:
    """Whether it comes at least twice: "every Friday ask Ben to wait until Monday" has another end."""
    meant = _meant(chain, today)
    return meant is not None and len(days_of(meant.rule, meant.first or today, 2)) > 1


def _goes_on(text: str, end: int, today: date, w: Words) -> bool:
    """Whether what follows narrows it in a way that was not read: "in December", "until the launch", "or Tuesday", "next week"."""
    after = text[end:end + REACH]
    if compiled(",? ?(?:{lasts}|{lasts_whole}|{starts} (?=\\d))", w, starts=False).match(after):
        return True
    m = compiled(",? ?{narrowing} (?:{the} )?", w, starts=False, ends=False).match(after)
    if m and compiled("(?:{every}|{weekdays}|{months}|{ordinals}|{numbers} {units}|\\d+)", w).match(after, m.end()):
        return True
    return _day(after, 0, m.end() if m else len(after) - len(after.lstrip()), today) is not None


def _meant(chain: tuple[_Piece, ...], today: date) -> Repetition | None:
    """What the pieces come to; None when one of them cannot be read, or they contradict each other."""
    try:
        said: Parts = {}
        for piece in chain:
            if piece.said is None:
                return None
            said = merged(said, piece.said)
        rule = assembled(said)
        end = _end(rule, said, today)
    except Unread:
        return None
    return Repetition(written({**parts(rule), **end}), said.get("first"), said.get("at", ""), said.get("unless", ""))


def _end(rule: str, said: Parts, today: date) -> Parts:
    """The number of times or the last day. For 10 weeks is until they are over: the day after them counts no more."""
    start = said.get("first", today)
    is_unclear = "bare" in said and parts(rule)["FREQ"] == "DAILY"
    if len(said.keys() & {"count", "until", "length"}) > 1 or said.get("count") == 0 or is_unclear:
        raise Unread
    last = said.get("until")
    if "length" in said:
        run = next(iter(away(said["length"], Now(start), start)), None)
        if run is None or run.last - start < _step(rule):
            raise Unread
        last = run.last - timedelta(days=1) if fits(rule, run.last) else run.last
    if last is not None and last < start:
        raise Unread
    return {"COUNT": said["count"]} if "count" in said else {"UNTIL": f"{last:%Y%m%d}"} if last else {}


def _step(rule: str) -> timedelta:
    """How long it takes until the next time: what lasts no longer does not repeat."""
    found = parts(rule)
    return timedelta(days={"DAILY": 1, "WEEKLY": 7, "MONTHLY": 28, "YEARLY": 365}[found["FREQ"]] * int(found.get("INTERVAL", "1")))


@cache
def _telling(w: Words) -> "re.Pattern[str]":
    """Words without which nothing repeats."""
    meanings = ("repeats", "every", "once", "frequencies", "often", "times", "alternate", "workday", "weekends", "unclear_frequency")
    return re.compile(rf"{'|'.join(w.any_of(meaning) for meaning in meanings)}|{w.any_of('weekdays')}['’]?s", re.I)


@cache
def _ends(w: Words) -> "re.Pattern[str]":
    """What may follow a word such as "monthly" that says how often."""
    return re.compile(rf"\s*(?:$|[.,;:!?)\n]|{w.any_of('how_often_before')}(?![\w-]))", re.I)


@cache
def _new(w: Words) -> "re.Pattern[str]":
    return re.compile(rf"(?<!\w)(?:{w.any_of('a')}|{w.any_of('new')})\s+$", re.I)


@cache
def _task(w: Words) -> "re.Pattern[str]":
    """A monthly task repeats monthly; a monthly task list need not."""
    return re.compile(rf"\s+{w.any_of('tasks')}(?=\s*(?:$|[.,:;!?]|{w.any_of('how_often_before')}(?![\w-])))", re.I)


@cache
def _telling_which(w: Words) -> "re.Pattern[str]":
    """What stands before "quarterly" and "weekdays" where they are of something else: the quarterly one, in 3 weekdays."""
    before = "|".join(w.any_of(meaning) for meaning in ("the", "a", "owners", "this", "next", "last", "numbers"))
    return re.compile(rf"(?:\d|(?<!\w)(?:{before}))[\s-]+$", re.I)


@cache
def _filler(w: Words) -> "re.Pattern[str]":
    return compiled("(?:{repeats}|{beside_repeats}|{on})", w)
