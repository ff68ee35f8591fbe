"""Hours that were worked, several of them in one breath: on two tasks, on two days, or so many a day over several; each comes to an entry of its own."""
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
import re

from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.mood import is_labelled
from assistant.planner.told.time_words import (
    AMOUNT,
    ASKS,
    BARE,
    BARE_FIRST,
    DAY,
    DAYS,
    EACH_DAY,
    ELSE,
    EMPTY,
    FORGOT,
    IT_WAS,
    JOINT,
    KEYED,
    OPENS_SO,
    OTHERWISE,
    PUT_IN,
    STANDS,
    TASK_LED,
    TIMED,
    WEEK,
    WORKED,
)
from assistant.planner.words.runs import run_of
from language.amounts import read_effort

RATE, AND = " each day", " and "                # what marks hours of each day, and what stands between days that are told one by one
WEEKEND, MOST_DAYS, MOST, SUNDAY = 5, 10, 6, 6  # the weekday that begins it; days of one spread; entries of a message; the weekday that ends a week


@dataclass(frozen=True)
class Worked:
    """One entry as it is told: its hours, what on, which day, who, and what else is said of it."""
    hours: str = ""
    task: str = ""
    day: str = ""
    note: str = ""
    who: str = ""
    is_parted: bool = False                     # whether it was on several things, and nobody said how long on which

    @property
    def message(self) -> str:
        """The entry as a message of its own."""
        the = "the " if self.task[:1].islower() else ""
        return " ".join(filter(None, ("log", self.hours, f"on {the}{self.task}" if self.task else "", f"on {self.day}" if self.day else "")))


@dataclass(frozen=True)
class Told:
    """The entries of a message, the hours of several days of which nobody knows how many were of which, and what else it asks for."""
    entries: tuple[Worked, ...]
    unclear: str = ""
    rest: str = ""
    is_one: bool = False                        # whether it is one entry in one breath, which a sentence of the kind tells


def time_told(heard: Heard, today: date) -> Told | None:
    """What a message tells of hours that were worked; None of any other."""
    told = PUT_IN.sub("", heard.text.strip())
    begun = FORGOT.match(told)
    if not _is_of_time(heard, told, is_put=told != heard.text.strip() or begun is not None):
        return None
    segments = _segments(heard, begun.end() if begun else 0, len(told))
    cut = next((n for n, (text, _) in enumerate(segments) if _is_else(text)), len(segments))
    rest = heard.text[segments[cut][1]:].strip() if cut < len(segments) else ""
    entries = _whole(tuple(_entries(segments[:cut], heard)))
    found = _spread(entries, heard, today, rest) if entries else None
    return replace(found, is_one=cut == 1 and not rest and len(found.entries) == 1 and not begun) if found else None


def _is_else(text: str) -> bool:
    """Whether a part asks something, or orders something that is no booking of hours."""
    return ASKS.match(text) is not None or (OTHERWISE.match(text) is not None and not TIMED.search(text) and not EMPTY.match(text))


def _is_of_time(heard: Heard, told: str, *, is_put: bool) -> bool:
    """Whether hours are told as worked, and neither a new task, its estimate, money nor how far something is."""
    is_bare = BARE_FIRST.match(heard.typed) is not None or KEYED.match(heard.typed) is not None
    if heard.types & {"PERCENT", "MONEY", "TEXT", "REPEAT"} or "\n" in told or not (TIMED.search(heard.text) or is_bare):
        return False
    if ELSE.search(heard.masked) or STANDS.search(heard.text) or ASKS.match(told):
        return False
    if is_labelled(heard) or len([s for s in heard.of("person") if s.end < (m.start() if (m := TIMED.search(heard.text)) else 0)]) > 1:
        return False                                       # “lesson: the test took 4 hours”, “Ben and Dev worked 4 hours”
    first = m.start() if (m := TIMED.search(heard.text)) else 0
    dayless = heard.without(s for s in heard.of("DATE")).text
    return is_bare or is_put or WORKED.search(heard.text) is not None or EMPTY.match(dayless[:first]) is not None


def _segments(heard: Heard, start: int, end: int) -> list[tuple[str, int]]:
    """The parts of what is told and where each begins; no name, day or amount is parted."""
    closed = [s for t, s in heard.spans if t not in ("ME", "KIND", "SAYING", "FIGURE", "COUNT")]
    parts, at = list[tuple[str, int]](), start
    for m in JOINT.finditer(heard.text, start, end):
        if not any(s.start < m.end() and m.start() < s.end for s in closed):
            parts.append((heard.text[at:m.start()], at))
            at = m.end()
    parts.append((heard.text[at:end], at))
    return [(text, where) for text, where in parts if text.strip(" .,!")]


def _entries(segments: Sequence[tuple[str, int]], heard: Heard) -> Iterator[Worked]:
    """What each part adds to the entry before it, or the entry that it begins; a remark on all that was told is a note of each."""
    found = list[Worked]()
    for text, at in segments:
        part = _read(text, at, heard)
        if not found or (part.hours and found[-1].hours):
            found.append(part)
        elif IT_WAS.match(text.strip()) and len(found) > 1:
            found = [_joined(each, part) for each in found]
        else:
            found[-1] = _joined(found[-1], part)
    yield from found


def _read(text: str, at: int, heard: Heard) -> Worked:
    """The hours, the day and the words of a part."""
    inside = [(t, s) for t, s in heard.spans if at <= s.start and s.end <= at + len(text)]
    each = EACH_DAY.search(text)
    hours, signed, days = f"{each['n']} h{RATE}" if each else "", text, [heard.said(s) for t, s in inside if t == "DATE"]
    for type_, span in inside:
        if sign := {"HOURS": AMOUNT, "DATE": DAY}.get(type_):
            hours = hours or (heard.said(span) if sign == AMOUNT else "")
            signed = _with_sign(signed, span.start - at, span.end - at, sign)
    if each or (not hours and (each := TIMED.search(signed))):
        hours, signed = hours or each[0].strip(), _with_sign(signed, *each.span(), AMOUNT)
    if not hours and (m := BARE.match(signed)):
        hours, signed = f"{m['n']} {'h' if m['n'][0].isdigit() else 'hours'}", _with_sign(signed, *m.span("n"), AMOUNT)
    run = re.search(DAYS, signed)
    day = text[run.start():run.end()] if run and len(days) > 1 else " ".join(days)
    who = next((s for t, s in inside if t == "person" and not text[:s.start - at].strip() and hours), None)
    signed = _with_sign(signed, who.start - at, who.end - at, " ") if who else signed
    words = " ".join(re.sub(rf"(?:\b(?:on|for|from|of|all of|all|in|during|at|both)\s+)*{DAYS}|{AMOUNT}+", " ", signed).split())
    key = next((str(s.value) for t, s in inside if t == "KEY" and "-T-" in f"-{s.value}"), "")
    task, note = _parted(OPENS_SO.sub("", words).strip(" ,.!"), key, has_hours=bool(hours))
    return Worked(hours, task, day, note, heard.said(who) if who else "")


def _with_sign(text: str, start: int, end: int, sign: str) -> str:
    return text[:start] + sign * (end - start) + text[end:]


def _parted(words: str, key: str, *, has_hours: bool) -> tuple[str, str]:
    """What was worked on, and what is only said of it: “connecting the order system” is a note beside its key."""
    if key:
        rest = re.sub(rf"\b(?:on|for|with|into)?\s*\b{re.escape(key)}\b", "", words).strip(" ,:")
        return key, "" if EMPTY.match(rest) else rest
    led = TASK_LED.match(words)
    if led or EMPTY.match(words):
        return (led["what"].strip(" ,.") if led and not EMPTY.match(led["what"]) else ""), ""
    is_task = has_hours and not re.match(r"\w+ing\b", words) and not IT_WAS.match(words)
    return (words, "") if is_task else ("", IT_WAS.sub("", words))


def _joined(one: Worked, other: Worked) -> Worked:
    """An entry with what a later part adds; a second thing that it was on, or what it was, is its note."""
    is_second = bool(one.task and other.task)
    note = ", ".join(filter(None, (one.note, other.note, other.task if is_second else "")))
    return Worked(one.hours or other.hours, one.task or other.task, AND.join(filter(None, (one.day, other.day))), note, one.who or other.who,
                  one.is_parted or is_second)


def _whole(entries: tuple[Worked, ...]) -> tuple[Worked, ...]:
    """Each entry with the task and the day that are said for another only: “7.5 h on T-4 yesterday and 4 today”, “2 h on T-3 and 1 h on T-4 today”."""
    if len(entries) > MOST or not entries or not all(e.hours for e in entries):
        return ()
    tasks, days, people = [e.task for e in entries], [e.day for e in entries], [e.who for e in entries]
    found = [replace(e, task=e.task or _near(tasks, n), day=e.day or _near(days, n), who=e.who or _near(people, n)) for n, e in enumerate(entries)]
    found = [replace(e, task=e.task or e.note, note=e.note if e.task else "") for e in found]
    return tuple(found) if all(e.task for e in found) else ()


def _near(said: Sequence[str], n: int) -> str:
    return next((s for s in (*said[:n][::-1], *said[n:]) if s), "")


def _spread(entries: tuple[Worked, ...], heard: Heard, today: date, rest: str) -> Told | None:
    """Each entry on its day: hours of each day over all that are told; hours of several days without a word how they are parted are unclear."""
    rated = [e for e in entries if RATE in e.hours]
    others = [e for e in entries if e not in rated]
    if len(rated) == len(others) == 1:                     # the sum, and what it is of each day
        whole, = others
        of_days = _spread((replace(rated[0], note=whole.note or rated[0].note),), heard, today, rest)
        total = sum(read_effort(e.hours) or 0 for e in of_days.entries) if of_days else 0
        return of_days if total == read_effort(whole.hours) else Told((), whole.hours, rest)
    found = list[Worked]()
    for entry in entries:
        days, bare = _days(entry.day, heard, today), entry.hours.removesuffix(RATE)
        if len(days) > MOST_DAYS or (RATE in entry.hours and not days):
            return None
        if entry.is_parted or (len(days) > 1 and RATE not in entry.hours):
            return Told((), bare, rest)
        found += [replace(entry, hours=bare, day=f"{day}") for day in days] if len(days) > 1 else [replace(entry, hours=bare)]
    return Told(tuple(found), "", rest)


def _days(said: str, heard: Heard, today: date) -> tuple[date, ...]:
    """The working days that are over among those that are told, in the week that is said beside them; today's too."""
    week = next((run[0] for s in heard.of("DATE") if WEEK.search(heard.said(s)) and (run := run_of(heard.said(s), today, past=True))), None)
    bare = [b for part in said.split(AND) if (b := WEEK.sub("", part).strip())]
    anchor = week + timedelta(days=SUNDAY - week.weekday()) if week and bare else today
    found = list[date]()
    for part in bare or ([said] if said else []):
        if (run := run_of(part, anchor, past=True)) is not None:
            days = [run[0] + timedelta(days=n) for n in range((min(run[1], today) - run[0]).days + 1)]
            found += [d for d in days if d.weekday() < WEEKEND or len(days) == 1]
    return tuple(dict.fromkeys(found))
