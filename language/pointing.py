"""The day that a saying points at where no deadline is asked: a named run of days stands for its first, "next month" is a month from now,
"for 5 minutes" is over in five. What an office must not guess ("a few days", a bare hour) has its plainest reading here."""
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import cache
import re

from language.counting import MONTHS, Period, around, one
from language.customs import Customs
from language.grammar import WHICH, Groups, Here, Now, Rule, number
from language.lengths import away
from language.numbered import of_month
from language.spoken import Meaning, from_today
from language.words import Words

SMALL_HOURS, NOON, ERAS = 2, 12, {"be": -543}


@cache
def wide(w: Words) -> Words:
    """The words of a language with those that say no number or unit clearly."""
    units = {**w.groups["units"], **w.groups["loose_units"]}
    return replace(w, counted={**w.counted, "numbers": {**w.counted["numbers"], **w.counted["loose_numbers"]}}, groups={**w.groups, "units": units})


def pointing(now: datetime, customs: Customs, w: Words) -> Now:
    """Where such a saying is read from."""
    return Now(now.date(), now, near=True, words=wide(w), customs=customs)


def _this(g: Groups, now: Now) -> tuple[Period, ...]:
    """This month begins on its first; next week is a week from now, last week a week ago."""
    unit = now.words.groups["units"].get(" ".join(g["unit"].split()), "")
    if not g["this"] or g.get("after"):
        return away(f"1 {g['unit']}", now, now.today, -1 if g["last"] else 1)
    if unit == "week" and now.customs.order == "month":
        return (one(now.today - timedelta(days=(now.today.weekday() + 1) % 7)),)
    return (one(around(unit, 0, now.today).first),) if unit == "week" or unit in MONTHS else (one(now.today),)


def _ahead(sign: int) -> Meaning:
    return lambda g, now: away(g.get("length") or f"1 {g['unit']}", now, now.today, sign)


def _midnight(_: Groups, now: Now) -> tuple[Period, ...]:
    """The one that has just been, or the coming one."""
    return (one(now.today + timedelta(days=now.clock is not None and now.clock.hour > SMALL_HOURS)),)


def _hour(g: Groups, now: Now) -> tuple[Period, ...]:
    """The coming one of an hour that is said with its half of the day; of any other that of today."""
    at = _time(g)
    is_over = at is not None and now.clock is not None and g.get("half") and at <= now.clock.hour * 60 + now.clock.minute
    return (one(now.today + timedelta(days=bool(is_over))),) if at is not None else ()


def _time(g: Groups) -> int | None:
    hour, minute = int(g["hour"]), int(g.get("minute") or 0)
    if g.get("half"):
        hour = hour % NOON + (NOON if g["half"].startswith("p") else 0)
    return hour * 60 + minute if hour < 2 * NOON and minute < 60 else None  # noqa: PLR2004 - minutes of an hour


def _era(g: Groups, now: Now) -> tuple[Period, ...]:
    return (one(date(int(g["year"]) + ERAS.get(g["era"], 0), now.words.counted["months"][g["month"]], number(g["dom"], now.words))),)


def _weekday_today(g: Groups, now: Now) -> tuple[Period, ...]:
    """Today counts, where a weekday alone is said."""
    day = now.words.counted["weekdays"][g["weekday"]] - 1
    return (one(now.today + timedelta(days=(day - now.today.weekday()) % 7)),)


def _turned(g: Groups, _: Now) -> tuple[Period, ...]:
    """2026-13-01, of who writes the day first: there is no other reading."""
    return (one(date(int(g["y"]), int(g["d"]), int(g["m"]))),) if int(g["d"]) <= NOON < int(g["m"]) else ()


def _is_waited(here: Here) -> bool:
    """A length alone, or one that something takes: wait for 5 minutes, give it 2 months."""
    return here.is_whole or here.follows("waits")


def _stands_alone(here: Here) -> bool:
    """The end of this week needs the whole week."""
    return not here.follows("of", "end", "begin", "middle", "early", "late")


def _ends(here: Here) -> bool:
    return here.ends


def _is_short(here: Here) -> bool:
    return re.fullmatch(r"(?:sun|sat|mon|wed)\.?", here.said, re.I) is None or here.is_whole


LENGTH = "(?:(?:{about} )?~?{length})"
HALF = r"(?P<half>[ap])\.?m\.?"
RULES = (
    Rule(f"(?:{{the}} )?{WHICH} ?(?P<unit>{{units}})", _this, _stands_alone), Rule(f"(?P<after>{{after}}) {WHICH} (?P<unit>{{units}})", _this),
    Rule(f"(?:{{after}}|{{within}}|{{in}}) {LENGTH}", _ahead(1)), Rule("(?:{over} )?(?:{the} )?(?:{coming}|{next}) {length}", _ahead(1)),
    Rule("(?:{over} )?(?:{the} )?{last} {length}", _ahead(-1)),
    Rule("{length}", _ahead(1), _is_waited),
    Rule("(?:{length}|(?:{the} )?(?P<unit>{units})) {from_now}", _ahead(1), _ends),
    Rule("(?:{length}|(?:{the} )?(?P<unit>{units})) {ago_from_now}", _ahead(-1), _ends),
    Rule("{weekday}", _weekday_today, _is_short),
    Rule(r"(?P<y>(?:19|20)\d\d)[-/](?P<m>\d\d?)[-/](?P<d>\d\d?)", _turned),
    Rule(r"{dom} {month},? (?P<year>\d{1,4}) (?P<era>ce|ad|be)", _era), Rule(r"{month} {dom},? (?P<year>\d{1,4}) (?P<era>ce|ad|be)", _era),
    Rule(r"{dom} ?{to} ?\d\d?(?:st|nd|rd|th)?(?: of)? {month}(?:,? (?P<year>(?:19|20)\d\d))?", of_month),
    Rule("{midnight}", _midnight, kind="day end"),
    Rule("(?:at )?{moment}", from_today(0), kind="day end"),
    Rule(rf"(?:at )?(?P<hour>\d\d?)(?:[:.](?P<minute>\d\d))? ?{HALF}", _hour, kind="day end"),
    Rule(r"(?:at )?(?P<hour>\d\d?):(?P<minute>\d\d)(?::\d\d)?", _hour, kind="day end"),
    Rule(r"(?:at )?(?P<hour>\d\d?) (?:{day_part}|{at_night})", _hour, kind="day end"),
)
