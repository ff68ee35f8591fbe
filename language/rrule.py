"""The rule of a repetition, written as in iCalendar (RFC 5545): in words, the days that fit it, and its end as a day. Only days, weeks, months
and years; what it has no words for is said as the rule itself."""
from calendar import monthrange
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
import re

from dateutil.rrule import rrulestr

from language.words import Words, words

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
WORKDAYS = ",".join(DAYS[:5])
UNITS = {"DAILY": "day", "WEEKLY": "week", "MONTHLY": "month", "YEARLY": "year"}
NTH = {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth", -1: "last", -2: "second to last"}
STARTS, ENDS = "1,4,7,10", "3,6,9,12"          # the first and the last months of the quarters
SAID = frozenset(("FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "COUNT", "UNTIL"))
STEPS, MONTH, DOM = r"[1-9]\d{0,2}", "(?:[1-9]|1[0-2])", "-?(?:[1-9]|[12]\\d|3[01])"
VALUES = {"INTERVAL": STEPS, "COUNT": STEPS, "BYMONTH": f"{MONTH}(?:,{MONTH})*", "BYMONTHDAY": f"{DOM}(?:,{DOM})*", "UNTIL": r"\d{8}(?:T\d{6}Z?)?"}
LEAP = 2024
FAR = 30                                       # years in which a rule must have a day, as one for 29 February has


def parts(rule: str) -> dict[str, str]:
    """The parts of a rule by name; raises `ValueError` when it is none."""
    pairs = [p.partition("=") for p in rule.strip().upper().removeprefix("RRULE:").split(";")]
    found = {name: value for name, _, value in pairs if value}
    if found.get("FREQ") not in UNITS or len(found) < len(pairs):
        raise ValueError(rule)
    return found


def written(found: Mapping[str, object]) -> str:
    """The parts as a rule, in one order; an interval of one is not written."""
    order = ("FREQ", "INTERVAL", "BYMONTH", "BYMONTHDAY", "BYDAY", "BYSETPOS", "COUNT", "UNTIL")
    return ";".join(f"{name}={found[name]}" for name in order if found.get(name) and (name, str(found[name])) != ("INTERVAL", "1"))


def can_be_kept(rule: str) -> bool:
    """Whether a rule is one of ours: it can be said in words, and falls on some day. One that never does would be searched without end."""
    try:
        found = parts(rule)
    except ValueError:
        return False
    months, doms = ([int(n) for n in found[name].split(",")] if found.keys() <= SAID and name in found and re.fullmatch(VALUES[name], found[name]) else []
                    for name in ("BYMONTH", "BYMONTHDAY"))
    return in_words(rule) != rule and (not months or not doms or any(abs(d) <= monthrange(LEAP, m)[1] for d in doms for m in months))


def first_day(rule: str, start: date) -> date | None:
    """The first day that fits on the start or after it. Whatever the interval, the first is the nearest: it is where counting begins."""
    nearest = {**parts(rule), "INTERVAL": "1", "COUNT": ""}
    return next(iter(days_of(written(nearest), start, 1)), None)


def fits(rule: str, day: date) -> bool:
    return first_day(rule, day) == day


def ended(rule: str, first: date) -> str:
    """The rule with a number of times made the day of the last one, so that it ends wherever it is counted from."""
    found = parts(rule)
    if "COUNT" not in found:
        return rule
    last = days_of(rule, first, int(found.pop("COUNT")))[-1:]
    return written(found | ({"UNTIL": f"{last[0]:%Y%m%d}"} if last else {}))


def in_words(rule: str, language: Words | None = None) -> str:
    """Say a rule as a person would: “every other Friday until 24 Dec 2026”. One that has no words stays as it is."""
    try:
        found = parts(rule)
        is_known = found.keys() <= SAID and not found.keys() >= {"COUNT", "UNTIL"} and all(re.fullmatch(VALUES.get(n, ".*"), v) for n, v in found.items())
        said = _said(found, language or words()) if is_known else None
        return f"{said}{_end(found)}" if said else rule
    except (ValueError, KeyError):
        return rule


def _said(found: Mapping[str, str], language: Words) -> str | None:
    freq, n = found["FREQ"], int(found.get("INTERVAL", "1"))
    shape = frozenset(found) - {"FREQ", "INTERVAL", "COUNT", "UNTIL"}
    every = _every(n, UNITS[freq])
    if not shape:
        return every
    if freq == "WEEKLY" and shape == {"BYDAY"}:
        return _weekly(found["BYDAY"].split(","), n, language)
    if freq == "YEARLY" and "BYMONTH" in shape:
        on = _on(found, shape - {"BYMONTH"}, language)
        return None if on is None else _yearly(found, every, on, language)
    is_readable = freq == "MONTHLY" or (freq == "YEARLY" and "BYMONTHDAY" not in shape)
    on = _on(found, shape - {"BYMONTH"}, language) if is_readable else None
    if not on:
        return None
    if "BYMONTH" not in shape:
        return f"{every} {on}"
    return f"{on} of every quarter" if found["BYMONTH"] == _quarter(found) and n == 1 else None


def _weekly(days: Sequence[str], n: int, language: Words) -> str:
    if ",".join(days) == WORKDAYS:
        return "every weekday" if n == 1 else f"{_every(n, 'week')} on weekdays"
    named = _listed([_weekday(d, language) for d in days])
    if n == 1:
        return f"every {named}"
    return f"every other {named}" if n == 2 and len(days) == 1 else f"{_every(n, 'week')} on {named}"  # noqa: PLR2004 - every other


def _yearly(found: Mapping[str, str], every: str, on: str, language: Words) -> str | None:
    months = [_month(m, language) for m in found["BYMONTH"].split(",")]
    if not on:
        return f"{every} in {_listed(months)}"
    if "BYMONTHDAY" not in found or "-" in found["BYMONTHDAY"]:
        return f"{every} {on} of {_listed(months)}"
    if "," in found["BYMONTHDAY"] and "," in found["BYMONTH"]:
        return None
    return f"{every} on {_listed([f'{d} {m}' for m in months for d in found['BYMONTHDAY'].split(',')])}"


def _on(found: Mapping[str, str], shape: frozenset[str], language: Words) -> str | None:
    """The days inside a month or year: “on the 1st and 15th”, “on the last Friday”; empty for none, None when it cannot be said."""
    if not shape:
        return ""
    if shape == {"BYMONTHDAY"}:
        return f"on the {_listed([_dom(int(d)) for d in found['BYMONTHDAY'].split(',')])}"
    if shape == {"BYDAY", "BYSETPOS"}:
        return f"on the {_listed([NTH[int(n)] for n in found['BYSETPOS'].split(',')])} weekday" if found["BYDAY"] == WORKDAYS else None
    ranked = [re.fullmatch(r"([+-]?\d+)([A-Z]{2})", d) for d in found["BYDAY"].split(",")] if shape == {"BYDAY"} else []
    by_day = dict[str, list[str]]()
    for m in ranked:
        if m is None:
            return None
        by_day.setdefault(m[2], []).append(NTH[int(m[1])])
    return f"on the {_listed([f'{_listed(nths)} {_weekday(day, language)}' for day, nths in by_day.items()])}" if by_day else None


def _quarter(found: Mapping[str, str]) -> str | None:
    """The months in which this falls once a quarter: the first ones for a first day, the last for a last."""
    places = {p for name in ("BYMONTHDAY", "BYSETPOS") for p in found.get(name, "").split(",") if p} or set(re.findall(r"-?\d", found.get("BYDAY", "")))
    return STARTS if places == {"1"} else ENDS if places == {"-1"} else None


def _end(found: Mapping[str, str]) -> str:
    said = f", {found['COUNT']} times in all" if "COUNT" in found and found["COUNT"] != "1" else ", once" if "COUNT" in found else ""
    if "UNTIL" in found:
        last = datetime.strptime(found["UNTIL"][:8], "%Y%m%d").replace(tzinfo=None).date()  # noqa: DTZ007 - a day has no zone
        said += f" until {last:%-d %b %Y}"
    return said


def _every(n: int, unit: str) -> str:
    return f"every {unit}" if n == 1 else f"every other {unit}" if n == 2 else f"every {n} {unit}s"  # noqa: PLR2004 - every other


def _listed(said: Sequence[str]) -> str:
    return said[0] if len(said) == 1 else f"{', '.join(said[:-1])} and {said[-1]}"


def _dom(day: int) -> str:
    if day < 0:
        return "last day" if day == -1 else f"{NTH[day]} day"
    return f"{day}{'th' if 10 < day % 100 < 20 else {1: 'st', 2: 'nd', 3: 'rd'}.get(day % 10, 'th')}"  # noqa: PLR2004 - the teens


def _weekday(code: str, language: Words) -> str:
    at = DAYS.index(code) + 1
    return next(name for name, number in language.counted["weekdays"].items() if number == at).capitalize()


def _month(said: str, language: Words) -> str:
    return next(name for name, number in language.counted["months"].items() if number == int(said)).capitalize()


def days_of(rule: str, start: date, most: int) -> list[date]:
    """The first days of a rule from its start on; none when there is none in sight."""
    found = parts(rule)
    until = found.pop("UNTIL", "")[:8]
    horizon = start + timedelta(days=366 * FAR)
    last = min(horizon, datetime.strptime(until, "%Y%m%d").date()) if until else horizon  # noqa: DTZ007 - a day has no zone
    rest = {**found, "UNTIL": f"{last:%Y%m%d}"} if "COUNT" not in found else found
    days = list[date]()
    for moment in rrulestr(";".join(f"{k}={v}" for k, v in rest.items() if v), dtstart=datetime.combine(start, time())):
        if len(days) == most or moment.date() > last:
            break
        days.append(moment.date())
    return days
