"""Lengths of time in words ("2 weeks and 3 days", "half a year"), and the day or moment that lies so far away."""
from datetime import date, datetime, timedelta
from functools import cache
import re

from language.counting import Period, ahead, one
from language.grammar import Now, number
from language.words import Words

CLOCK = {"hour": 3600, "minute": 60, "second": 1}
HALVES = {"year": (6, "month"), "hour": (30, "minute"), "fortnight": (1, "week")}


def read_length(said: str, language: Words) -> tuple[tuple[float, str], ...]:
    """The parts of a length: "2 weeks, 3 days" -> ((2, "week"), (3, "day")). Empty when it cannot be counted, as half a month."""
    parts: list[tuple[float, str]] = []
    for m in _part(language).finditer(said.lower()):
        unit = language.groups["units"][" ".join(m["unit"].split())]
        if m["half"] and unit not in HALVES:
            return ()
        parts.append(HALVES[unit] if m["half"] else (float(m["figures"].replace(",", ".")) if m["figures"] else number(m["n"], language), unit))
    return tuple(parts)


def away(said: str, now: Now, start: date, sign: int = 1) -> tuple[Period, ...]:
    """The day a length after the start, before it for sign -1. Hours count from the clock only; without one there is no reading."""
    parts = read_length(said, now.words)
    if not parts or any(n % 1 for n, unit in parts if unit not in CLOCK):
        return ()
    day, seconds = start, 0.0
    for n, unit in parts:
        if unit in CLOCK:
            seconds += sign * n * CLOCK[unit]
        else:
            day = ahead(sign * int(n), unit, day, now.customs.days)
    if not any(unit in CLOCK for _, unit in parts):
        return (one(day),)
    if now.clock is None or start != now.today:
        return ()
    return (one((datetime.combine(day, now.clock.time()) + timedelta(seconds=seconds)).date()),)


@cache
def _part(language: Words) -> "re.Pattern[str]":
    spoken = rf"(?<![a-z])(?:(?P<half>{language.any_of('half')})|(?P<n>(?:(?:twenty|thirty)[ -]?)?{language.any_of('numbers')}))[\s-]+"
    return re.compile(rf"(?:(?P<figures>\d+(?:[.,]\d)?)[\s-]*|{spoken})(?P<unit>{language.any_of('units')})(?![a-z])", re.I)
