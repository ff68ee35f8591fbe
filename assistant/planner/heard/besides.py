"""What is said about a record beside its change: hours worked on it ("3h today"), a comment ("note: tests are green"), hours that are left."""
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
import re

from assistant.planner.heard.hearing import KEY, Heard
from language.words import Span
from records.kinds.base import FieldOf, Record, fields
from tools.desk.beside import kinds_about

HOURS = re.compile(r"(?<![\w.,-])(?:\d+(?:[.,]\d+)?|half an?|an?|one|two|three|four|five|six|seven|eight)\s?"
                   r"(?:h|hrs?|hours?|min|minutes|days?)\b(?:\s+of work)?", re.I)
WORKED = re.compile(r"\b(?:spent|worked|logged|booked|log|book|put in|did|took|invested|used|burned|burnt)\b", re.I)
SPENT = re.compile(r"^\s*(?:were |was |are |already |of work |have been )*(?:spent|worked|logged|booked|invested|used(?: up)?|burned|burnt|gone|so far|"
                   r"in(?=\s+(?:today|yesterday|on|last|this|so far)\b))\b", re.I)
ESTIMATED = re.compile(r"\b(?:estimate|effort|takes?|needs?|costs?|by|of|for|within|in|after|before|every|to|is|last|next|past|delay\w*|extend\w*|lag)\W*"
                       r"(?:at least |at most |about |another |only )?$", re.I)
LATER = re.compile(r"^\s*(?:more|later|earlier|late|before|after|ago|from|behind|ahead|a week|per week|a day|per day|each)\b", re.I)
STILL = re.compile(r"\b(?:(?:remaining|left)\W*(?:hours?\W*)?|still (?:needs?|requires?|takes?|wants?)(?: another| about| some)? *)$", re.I)
LEFT = re.compile(r"^\s*(?:are |is )?(?:left|remaining|remain|to go|still to go|still to do)\b", re.I)
IT = re.compile(r"^(?:and |so |now |i |spent |worked |put |mark |set )*(?:it|that|this)\b|.*\bon it\b")
ON_KEY = re.compile(rf"^\s*(?:on|for|at|with|into)\s+{KEY.pattern}", re.I)
JUST = re.compile(r"today|yesterday|this (?:morning|afternoon)|last night", re.I)
ALONE = re.compile(r"(?:^|[,;:]|\band\b|KEY)\s*$")


@dataclass(frozen=True)
class Beside:
    """Hours in a request and what they are: worked, with the day, or left."""
    span: Span
    is_left: bool
    words: str


def beside(kind: type[Record], heard: Heard) -> dict[str, str]:
    """The time entry and the comment, by the name of their kind, and the hours left, by their field."""
    found = dict[str, str]()
    for each in hours(kind, heard):
        of = left_field(kind) if each.is_left else None
        found[of.label if of else _timed(kind).kind.one] = each.words
    return found


def without_comment(kind: type[Record], heard: Heard) -> tuple[Heard, dict[str, str]]:
    """The request without what is said as a comment, so that its words are read for nothing else; and the comment by its kind."""
    for other in kinds_about(kind):
        title = next(f for f in fields(other) if f.name == other.kind.title)
        if title.required and title.type is str and (m := _labelled(other, title).search(heard.text)):
            kept = tuple((t, s) for t, s in heard.spans if s.end <= m.start())
            return Heard(heard.text[:m.start()], kept, heard.moment), {other.kind.one: m["said"].strip(" \"“”'‘’")}
    return heard, {}


@cache
def _labelled(kind: type[Record], title: FieldOf) -> re.Pattern[str]:
    names = "|".join(re.escape(n) for n in (*kind.kind.names, *title.names))
    return re.compile(rf"(?:[,;.]|\s[-–]|\band)\s*(?:{names})\s*[:=]\s*(?P<said>\S.*)$", re.I | re.S)


def hours(kind: type[Record], heard: Heard) -> Iterator[Beside]:
    """The hours that are no estimate: those worked, with their day, and those left."""
    if _timed_or_none(kind) is None or not ("KEY" in heard.types or IT.match(heard.plain)):
        return                                                          # a new record's hours are its estimate
    closed = [s for t, s in heard.spans if t in ("TEXT", "KEY")]
    for m in HOURS.finditer(heard.text):
        before, after = heard.text[:m.start()], heard.text[m.end():]
        if any(s.start < m.end() and m.start() < s.end for s in closed):
            continue
        if (left := LEFT.match(after)) or STILL.search(before):
            yield Beside(Span(m.start(), m.end() + (left.end() if left else 0), m[0]), True, m[0])
        elif not LATER.match(after) and (day := _day(heard, m)) is not None:
            words = f"{m[0]} {heard.text[day.start:day.end] if day.end else 'today'}"
            yield Beside(Span(min(m.start(), day.start or m.start()), max(m.end(), day.end), words), False, words)


def _day(heard: Heard, m: re.Match[str]) -> Span | None:
    """The day beside the hours, or an empty span where they are worked all the same; None when they are an estimate."""
    after, before = ON_KEY.sub("", heard.text[m.end():]), heard.text[:m.start()]
    is_on_key = after != heard.text[m.end():]
    near = [s for s in heard.of("DATE") if re.match(rf"\s*(?:on|for|of)?\s*{re.escape(heard.said(s))}", after)
            or re.search(rf"{re.escape(heard.said(s))}[\s,:]*$", before)]
    if near and (WORKED.search(heard.text) or JUST.match(heard.said(near[0])) or not ESTIMATED.search(before)):
        return near[0]
    said = [s for s in heard.of("DATE") if re.fullmatch(r"today|yesterday", heard.said(s), re.I)]
    if is_on_key or WORKED.search(heard.text[:m.start()]) or SPENT.match(after):
        return said[0] if said else Span(0, 0, "")
    lead = heard.text[:m.start()]
    for span in reversed(heard.of("KEY")):
        lead = lead[:span.start] + "KEY" + lead[span.end:] if span.end <= len(lead) else lead
    is_alone = ALONE.search(lead) and re.match(r"\s*(?:$|[,;.!]|\band\b)", heard.text[m.end():]) and heard.types & {"PERCENT", "SAYING"}
    return Span(0, 0, "") if is_alone else None


def left_field(kind: type[Record]) -> FieldOf | None:
    """The field for hours that are still to be worked."""
    return next((f for f in fields(kind) if f.says.unit == "h" and any("left" in n or "remaining" in n for n in f.names)), None)


def _timed_or_none(kind: type[Record]) -> type[Record] | None:
    return next((k for k in kinds_about(kind) if any(f.type is float and f.required and f.says.unit == "h" for f in fields(k))
                 and any(f.type is date and f.required for f in fields(k))), None)


def _timed(kind: type[Record]) -> type[Record]:
    found = _timed_or_none(kind)
    if found is None:
        raise ValueError(f"No hours are kept of a {kind.kind.one}.")
    return found
