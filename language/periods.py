"""Runs of days: this week, last month, December, Q1 2027, week 50, the last 14 days."""
import datetime as dt
import re

from language.counting import MONTHS, Period, ahead, around, month_end, one
from language.customs import Customs
from language.grammar import RELATIVE_YEAR, WHICH, Groups, Here, Now, Rule, number, year_said
from language.lengths import away

JANUARY, CENTURY, TWO_THOUSAND = 1, 100, 2000
INITIALS = {"w": "week", "m": "month", "q": "quarter", "y": "year"}


def about_today(g: Groups, now: Now) -> tuple[Period, ...]:
    """This, next or last week, weekend, month, quarter, year or working day; the one after next."""
    if g.get("last") in now.words["past"]:
        return rolling(g, now)
    unit = "weekend" if g["unit"] in now.words["weekend"] else now.words.groups["units"].get(g["unit"], "")
    if unit == "working day" and not g.get("this"):
        return (one(ahead(-1 if g.get("last") else 1, unit, now.today, now.customs.days)),)
    if unit not in ("week", "weekend", "month", "quarter", "year"):
        return ()
    return (_run(unit, 2 if g.get("twice") else 1 if g.get("next") or g.get("coming") else -1 if g.get("last") else 0, g, now),)


def rolling(g: Groups, now: Now) -> tuple[Period, ...]:
    """The last 14 days, the next two weeks: up to today, or from today."""
    sign = -1 if g.get("last") else 1
    return tuple(Period(*sorted((now.today, end.first))) for end in away(g.get("length") or f"1 {g['unit']}", now, now.today, sign))


def month(g: Groups, now: Now) -> tuple[Period, ...]:
    """A month: of its year, or the coming one. "Next December" said in November could be either."""
    wanted = now.words.counted["months"][g["month"]] if g.get("month") else int(g["m"])
    if (said := year_said(g, now)) is not None:
        first = dt.date(said, wanted, 1)
        return (Period(first, month_end(first)),)
    firsts = [dt.date(now.today.year + years, wanted, 1) for years in (-1, 0, 1, 2)]
    return _of_years([Period(first, month_end(first)) for first in firsts], g, now)


def quarter(g: Groups, now: Now) -> tuple[Period, ...]:
    """A quarter or half of a year: of the office's year unless the calendar's is said. Of a year said so plainly that it is either, both."""
    unit = "half" if g.get("half") else "quarter"
    n = number(g.get("half") or g["q"], now.words)
    if not 1 <= n <= MONTHS["year"] // MONTHS[unit]:
        return ()
    if g.get("fy"):
        return (now.customs.part(fiscal_name(g, now), unit, n),)
    said = year_said(g, now)
    if said is None:
        years = Customs() if g.get("calendar") else now.customs
        return _of_years([years.part(now.today.year + y, unit, n) for y in (-1, 0, 1, 2, 3)], g, now)
    either = (Customs(),) if g.get("calendar") else (now.customs,) if g.get("fiscal") else (now.customs, Customs())
    return tuple(dict.fromkeys(years.part(said, unit, n) for years in either))


def fiscal_year(g: Groups, now: Now) -> tuple[Period, ...]:
    """FY27, fiscal year 2026/27."""
    return (now.customs.fiscal_year(fiscal_name(g, now)),)


def fiscal_name(g: Groups, now: Now) -> int:
    """The year that a fiscal year is named by; ValueError for 2026/27 where it is one of the calendar, and for 2026/29."""
    first = int(g["fy"]) % CENTURY + TWO_THOUSAND
    if not g.get("to"):
        return first
    if int(g["to"]) % CENTURY != (first + 1) % CENTURY or now.customs.first_month == JANUARY:
        raise ValueError(g["to"])
    return first + 1


def to_date(g: Groups, now: Now) -> tuple[Period, ...]:
    """Year to date, this quarter so far, YTD: from the beginning of the present one, of the office's year, up to today."""
    unit = INITIALS[g["initial"]] if g.get("initial") else now.words.groups["units"][g["unit"]]
    if unit not in INITIALS.values():
        return ()
    is_of_calendar = g.get("calendar") or unit in ("week", "month")
    run = around(unit, 0, now.today) if is_of_calendar else now.customs.fiscal(unit, 0, now.today)
    return (Period(run.first, now.today),)


def week(g: Groups, now: Now) -> tuple[Period, ...]:
    """A calendar week by its ISO number: of its year, or the coming one; ValueError when the year has no such week."""
    said = year_said(g, now)
    years = [now.today.year + y for y in (-1, 0, 1, 2)] if said is None else [said]
    runs = []
    for year in years:
        try:
            runs.append(around("week", 0, dt.date.fromisocalendar(year, int(g["w"]), 1)))
        except ValueError:
            continue
    if not runs:
        raise ValueError(g["w"])
    return _of_years(runs, g, now) if said is None else (runs[0],)


def year(g: Groups, _: Now) -> tuple[Period, ...]:
    return (around("year", 0, dt.date(int(g["year"]), 1, 1)),)


def end_of_present(g: Groups, now: Now) -> tuple[Period, ...]:
    """EOM, EOW, month end: the last of the present month, week, quarter or year."""
    unit = INITIALS[g["initial"]] if g.get("initial") else now.words.groups["units"][g["unit"]]
    if unit in ("hour", "fortnight"):
        return ()                                          # “visiting hours end at eight” is no day
    if unit in ("day", "working day"):
        return (one(now.today),)
    return (one(_run(unit, 0, g, now).due(now.customs.days)),)


def _run(unit: str, away: int, g: Groups, now: Now) -> Period:
    """A run by how far it is away. Quarters are the office's, a year is the calendar's unless it is called fiscal."""
    is_fiscal = g.get("fiscal") or (unit in ("quarter", "half") and not g.get("calendar"))
    return now.customs.fiscal(unit, away, now.today) if is_fiscal else around(unit, away, now.today)


def _of_years(runs: list[Period], g: Groups, now: Now) -> tuple[Period, ...]:
    """Which year's run is meant: the coming one unless somebody looks back."""
    today = now.today
    coming = [run for run in runs if run.last >= today]
    gone = [run for run in runs if run.first <= today]
    if g.get("last") or (now.past and not now.near and not g.get("next")):
        return ([run for run in runs if run.last < today][-1] if g.get("last") else gone[-1],)
    if g.get("this"):
        return (next(run for run in runs if run.first.year == today.year),)
    if now.near and not g.get("next"):
        return (min(runs, key=lambda run: max((run.first - today).days, (today - run.last).days, 0)),)
    later = [run for run in coming if run.first > today]
    is_unclear = g.get("next") and later[0].first.year == today.year
    return tuple(later[:2]) if is_unclear else tuple((later if g.get("next") else coming)[:1])


def _is_month(here: Here) -> bool:
    """A month alone is one only when a word leads to it; April, May and June are also people, may and march are also verbs."""
    if re.search(r"\d", here.said) :
        return True
    if " " in here.said:                                         # "next March", but not "this may slip"
        return not here.said.endswith(" may") or here.ends
    if here.led_by("month_cues"):
        return here.ends or not here.said.islower() or here.said.lower() not in ("may", "march", "mar")
    return here.said.lower() not in here.words["given"] and here.said.lower() not in ("march", "mar", "sep") and here.led_by("weak_month_cues")


def _is_no_adjective(here: Here) -> bool:
    """In "the Q1 plan" and "the year end closing" no date is named."""
    return here.ends or (here.led_by("month_cues") and not here.before.lower().rstrip().endswith("the"))


def _is_year(here: Here) -> bool:
    return bool(here.before.strip()) and here.led_by("month_cues") and here.ends


def _is_leaned_on(here: Here) -> bool:
    """"End of the month" needs its month; alone it is no date."""
    return here.before != "" and here.led_by("of", "end", "begin", "middle", "early", "late")


YEAR = rf"(?:(?:[ ,-]*(?:of )?|/)(?P<year>20\d\d|['’]\d\d|(?<=/)\d\d(?!\d))|{RELATIVE_YEAR})?"
OF_WHICH_YEAR = "(?:(?:(?P<fiscal>{fiscal})|(?P<calendar>{calendar})) )?"
FISCAL_YEAR = r"(?:fy|{fiscal}(?: {year_word})?)[ -]?(?P<fy>(?:20)?\d\d)(?: ?[/–-] ?(?P<to>(?:20)?\d\d)(?![\d-]))?"
RULES = (
    Rule(rf"(?:{{the}} )?{WHICH} {OF_WHICH_YEAR}(?P<unit>{{units}}|{{weekend}})", about_today),
    Rule(FISCAL_YEAR, fiscal_year),
    Rule(rf"(?:(?P<fiscal>{{fiscal}}) )?(?:q(?P<q>[1-4])|h(?P<half>[12]))[ ,/-]*(?:of )?{FISCAL_YEAR}", quarter),
    Rule(rf"{FISCAL_YEAR}[ ,/-]*(?:q(?P<q>[1-4])|h(?P<half>[12]))", quarter),
    Rule(rf"(?:(?:{{the}}|{{this}}) )?{OF_WHICH_YEAR}(?P<unit>{{units}})[ -]{{to_date}}", to_date), Rule("(?P<initial>[mqy])td", to_date),
    Rule("(?:{the} )?(?P<unit>{units}|{weekend}) {after} (?P<twice>{next})", about_today, lambda here: here.ends),
    Rule(f"(?:{{the}} )?{OF_WHICH_YEAR}(?P<unit>{{units}})", about_today, _is_leaned_on, "bare"),
    Rule("(?:{over} )?(?:{the} )?(?:(?P<last>{last})|{coming}|{next}) {length}", rolling),
    Rule("{over} {the} (?P<last>{last}) (?P<unit>{units})", rolling),
    Rule("{within} (?:{about} )?{length}", rolling),
    Rule(rf"(?:{WHICH} )?{{month}}{YEAR}", month, _is_month),
    Rule(r"(?P<m>0?[1-9]|1[0-2])/(?P<year>(?:19|20)\d\d)", month),
    Rule(r"(?P<year>20\d\d)-(?P<m>0[1-9]|1[0-2])(?!-)", month, lambda here: here.led_by("month_cues")),
    Rule(rf"(?:{WHICH} )?{OF_WHICH_YEAR}q(?P<q>[1-4]){YEAR}", quarter, _is_no_adjective), Rule(r"(?P<year>20\d\d)[ /-]?q(?P<q>[1-4])", quarter),
    Rule(rf"(?:{{the}} )?(?P<q>1st|2nd|3rd|4th|first|second|third|fourth) {OF_WHICH_YEAR}quarter{YEAR}", quarter),
    Rule(rf"{OF_WHICH_YEAR}h(?P<half>[12]){YEAR}", quarter), Rule(rf"(?:{{the}} )?(?P<half>1st|2nd|first|second) half(?= of 20\d\d){YEAR}", quarter),
    Rule(rf"{{calendar_week}} ?(?P<w>\d\d?){YEAR}", week, lambda here: not re.match(r"\s+of\b", here.after)),
    Rule(r"(?P<year>20\d\d)-?w(?P<w>\d\d?)", week),
    Rule(r"(?P<year>20\d\d)", year, _is_year),
    Rule("eo(?P<initial>[wmqy])", end_of_present), Rule(f"{OF_WHICH_YEAR}(?P<unit>{{units}})[ -]{{end}}", end_of_present, _is_no_adjective),
)
