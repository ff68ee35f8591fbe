"""Dates as an office says them. Never guesses: what is not understood is no date, what could be two days is said to be so, and so is a day
that no calendar has. A run of days is due on its last day, a week on its Friday. Whoever calls masks what is quoted first.

`today` may be a datetime: then "in 2 hours" is understood too. `customs` are the office's: its working days, and when its year begins.
"""
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime
from functools import cache, lru_cache
import re

from language import chains, moves, numbered, periods, pointing, spoken
from language.counting import Period, one
from language.customs import USUAL, Customs
from language.grammar import Found, Here, Now, Rule, compiled, groups
from language.needing import may_hold, said_in
from language.words import Span, Words, words

__all__ = ["Period", "ambiguous_dates", "find_dates", "find_moves", "find_periods", "find_points", "impossible_dates", "read_date", "read_dates", "read_days",
           "read_period"]

RULES: tuple[Rule, ...] = (*numbered.RULES, *spoken.RULES, *periods.RULES)
JOINT = re.compile(r"[\s,(]*(?:(?:on|of|at|the)\s+)?")                # between two sayings of the same day


def ready() -> None:
    """Make every pattern now, and not with the first text that may hold one."""
    for template in (*(rule.template for rule in RULES), *moves.FROM_ITS_DAY, *moves.BY_A_LENGTH):
        compiled(template, words())
    for template, _ in chains.BESIDE:
        compiled(template, words(), ends=False)


def find_dates(text: str, today: date, language: Words | None = None, anchor: date | None = None, customs: Customs = USUAL) -> Iterator[Span]:
    """Yield every date in a text, left to right, each a Span whose value is a `date`; the likelier one where it could be two."""
    for found in _found(text, _now(today, language, customs), anchor):
        if found.readings:
            yield Span(found.start, found.end, found.readings[0].due(customs.days))


def find_periods(text: str, today: date, language: Words | None = None, *, coming: bool = False) -> Iterator[Span]:
    """Yield every day or run of days in a text, each a Span whose value is a `Period`; `coming`: of two readings the one that is not over."""
    for found in _found(text, _now(today, language), None):
        runs = [run for run in found.readings if run.last >= today] if coming and len(found.readings) > 1 else found.readings
        if len(runs) == 1:
            yield Span(found.start, found.end, runs[0])


def find_points(text: str, now: datetime, language: Words | None = None, customs: Customs = USUAL) -> Iterator[Span]:
    """Yield every day that a text points at where no deadline is asked; an hour alone only when nothing else says a day."""
    found = [f for f in _found(text, pointing.pointing(now, customs, language or words()), None, (*pointing.RULES, *RULES)) if f.readings]
    for each in [f for f in found if f.kind != "day end"] or found:
        yield Span(each.start, each.end, each.readings[0].first)


def find_moves(text: str, language: Words | None = None) -> Iterator[Span]:
    """Yield wordings that count from a record's own date ("a week later", "the Monday after"); the value is what was said."""
    some_day = _now(date(2024, 1, 1), language)
    for found in _found(text, some_day, None) if any(True for _ in moves.moves(text, some_day, None)) else ():
        if found.kind == "move":
            yield Span(found.start, found.end, text[found.start:found.end])


def ambiguous_dates(text: str, today: date, anchor: date | None = None, customs: Customs = USUAL) -> Iterator[Span]:
    """Yield what could be either of two days ("3/12"); the value is the tuple of these dates, the likelier one first."""
    for found in _found(text, _now(today, customs=customs), anchor):
        if len(found.readings) > 1:
            yield Span(found.start, found.end, tuple(run.due(customs.days) for run in found.readings))


def impossible_dates(text: str, today: date | None = None) -> Iterator[Span]:
    """Yield what looks like a day of the calendar and is none: 31 February, 2026-13-45, Monday 18 November 2026 (a Wednesday)."""
    days = [today] if today else [date(year, 1, 1) for year in range(2020, 2031)]
    impossible: set[tuple[int, int]] | None = None
    for day in days:
        found = {(f.start, f.end) for f in _found(text, _now(day), None) if f.is_impossible}
        impossible = found if impossible is None else impossible & found
        if not impossible:
            return
    for start, end in sorted(impossible or ()):
        yield Span(start, end, text[start:end])


def read_date(text: str, today: date, anchor: date | None = None, *, past: bool = False, customs: Customs = USUAL) -> date | None:
    """Return the one date that a text says, or None. With an anchor, the record's present date, "a week later" counts from it.

    `past`: a bare weekday or a day without a year is one that is over, as in "booked on Monday".
    """
    meant = read_dates(text, today, anchor, past=past, customs=customs)
    return meant[0] if len(meant) == 1 else None


def read_dates(text: str, today: date, anchor: date | None = None, *, past: bool = False, customs: Customs = USUAL) -> tuple[date, ...]:
    """Return the day that a text says; both when it could be two, the likelier first; none when it says no day."""
    found = _single(text, replace(_now(today, customs=customs), past=past), anchor)
    return tuple(run.due(customs.days) for run in found.readings) if found else ()


def read_days(text: str, today: date, *, past: bool = False, customs: Customs = USUAL) -> Period | None:
    """Return the day or run of days that a text says and nothing else, or None; a month without a year is the nearest one."""
    found = _single(text, replace(_now(today, customs=customs), past=past, near=True), None)
    return found.one if found else None


def read_period(text: str, today: date, customs: Customs = USUAL) -> Period | None:
    """Return the period that a saying or question looks at, as "last 14 days" or "since Monday", or None. A bare weekday is the past one."""
    now = replace(_now(today, customs=customs), past=True, near=True)
    found = [f for f in _found(text, now, None) if f.kind != "move"]
    if not found or any(f.one is None for f in found):
        return None
    first, last = found[0], found[-1]
    before = text[:first.start]
    if len(found) == 2 and _says("to", now, text[first.end:last.start]):  # noqa: PLR2004 - from one to the other
        return _between(first.one, text[last.start:last.end], last.one, customs)
    if len(found) > 1:
        return None
    if opening := re.search(rf"(?<![\w.,])(\d\d?)\s*{now.words.any_of('to')}\s*$", before, re.I):
        return _between(_opened(opening[1], first.one), "", first.one, customs)
    return _led(before, text[first.start:first.end], first.one, now)


def _led(before: str, said: str, run: Period | None, now: Now) -> Period | None:
    """A period by the word before it: since, from, until or none of them."""
    here = Here(before, said, "", now.words)
    if not before.strip() or run is None:
        return run
    if here.led_by("since", "onward"):
        found = _single(said, replace(now, near=False), None)
        first = (found and found.one) or run
        return Period(first.first, max(first.first, now.today))
    return None if here.led_by("up_to", "between") else run


def _between(first: Period | None, said: str, last: Period | None, customs: Customs) -> Period | None:
    """From one day to another; the other is read from the first one when it would lie before it."""
    if first is None or last is None:
        return None
    if last.last < first.first:
        found = _single(said, Now(first.first, customs=customs), None) if said else None
        last = found.one if found else None
    return Period(first.first, last.last) if last and first.first <= last.last else None


def _opened(day: str, last: Period | None) -> Period | None:
    """The "1" of "between 1 and 15 November": that day of the other's month."""
    if last is None or last.first != last.last:
        return None
    try:
        return one(last.first.replace(day=int(day)))
    except ValueError:
        return None


def _says(meaning: str, now: Now, between: str) -> bool:
    return re.fullmatch(rf"\s*{now.words.any_of(meaning)}\s*(?:{now.words.any_of('the')}\s*)?", between, re.I) is not None


def _single(text: str, now: Now, anchor: date | None) -> Found | None:
    """The date phrase that a text is, but for the words that lead to it."""
    found = _found(text, now, anchor)
    if len(found) != 1 or _rest(now.words).sub("", text[:found[0].start] + " " + text[found[0].end:]).strip():
        return None
    return found[0]


def _now(today: date, language: Words | None = None, customs: Customs = USUAL) -> Now:
    clock = today if isinstance(today, datetime) else None
    return Now(clock.date() if clock else today, clock, words=language or words(), customs=customs)


@lru_cache(maxsize=256)
def _found(text: str, now: Now, anchor: date | None, rules: tuple[Rule, ...] = RULES) -> tuple[Found, ...]:
    """Every date phrase in a text, left to right: the longest ones, widened by what leans on them, those of one day joined."""
    wide = [chains.leaned(text, found, now) if found.readings else found for found in _longest(_matched(text, now, rules))]
    wide += moves.moves(text, now, one(anchor) if anchor else None)
    return tuple(_joined(text, _longest(f for f in wide if f.kind != "bare")))


def _matched(text: str, now: Now, rules: tuple[Rule, ...]) -> Iterator[Found]:
    said = said_in(text)
    for rule in rules:
        if not may_hold(rule.template, now.words, said):
            continue
        for m in compiled(rule.template, now.words).finditer(text):
            here = Here(text[:m.start()], m[0], text[m.end():], now.words)
            if not rule.fits(here) or (here.before and here.follows("every")):
                continue
            seen = replace(now, past=True) if here.follows("since") else now
            try:
                yield Found(m.start(), m.end(), rule.meaning(groups(m), seen), rule.kind)
            except ValueError:
                yield Found(m.start(), m.end(), (), rule.kind, is_impossible=True)


def _longest(found: Iterable[Found]) -> list[Found]:
    """Of those that overlap the longest, left to right."""
    kept: list[Found] = []
    for each in sorted(found, key=lambda f: (f.start - f.end, not f.readings, f.start)):
        if not any(each.start < other.end and other.start < each.end for other in kept):
            kept.append(each)
    return sorted(kept, key=lambda f: f.start)


def _joined(text: str, found: list[Found]) -> list[Found]:
    """Sayings of one day side by side made one: "next Friday, 27 November", "EOD Friday"."""
    joined: list[Found] = []
    for each in found:
        before = joined[-1] if joined else None
        if before and before.readings and each.readings and JOINT.fullmatch(text[before.end:each.start]) and (same := _same(before, each)):
            joined[-1] = same
        else:
            joined.append(each)
    return joined


def _same(a: Found, b: Found) -> Found | None:
    shared = tuple(run for run in a.readings if run in b.readings)
    if "day end" in (a.kind, b.kind):
        shared = b.readings if a.kind == "day end" else a.readings
    return Found(a.start, b.end, shared) if shared else None


@cache
def _rest(language: Words) -> "re.Pattern[str]":
    """What may stand beside a date without changing it: words that lead to it, times, parts of the day, punctuation."""
    spoken_words = "|".join(language.any_of(meaning) for meaning in ("leads", "day_end", "day_part"))
    return re.compile(rf"\b(?:at )?\d\d?(?::\d\d)?\s?(?:am|pm)\b|\b(?:at )?\d\d?:\d\d\b|(?<!\w)(?:{spoken_words})(?!\w)|[\s,.;:()!?-]", re.I)
