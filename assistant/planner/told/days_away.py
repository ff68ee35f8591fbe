"""What is said of days away that are recorded already: who is back earlier or later, stays away for longer, moves them, or calls them off."""
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
import re

from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Plan
from assistant.planner.heard.sentences import RUN
from assistant.planner.heard.wording import UNTIL_ASKED
from assistant.planner.words.lexicon import choice_words
from assistant.planner.words.phrases import NOTING
from assistant.planner.words.runs import run_of
from records.kinds import KINDS
from records.kinds.base import Record, fields

CALLED_OFF = {"status": "cancelled"}
JUST_OVER = timedelta(days=4)                   # days for which who was away may still say that it takes longer: a weekend may lie between
ANYBODYS = ("training", "other")                # “the training” may be a task as well
ONE_DAY = timedelta(days=1)
ONE, WHEN, AWAY = "\0+", "\3+", "\5+"           # what stands for somebody, for a day or a run of them, and for days away
WHO, DAY = rf"(?P<who>{ONE})", rf"(?:(?:on|by|from|until|till|to|for|in|during|over|only|already|now)\s+)*(?P<day>{WHEN})"
OPENS = r"^\s*(?:(?:please|pls|hi|hello|hey|ok|so|and|well|fyi|sorry|good news|i think|can you|could you)\b[\s,:]*)*"
ENDS = r"(?:\s+(?:already|again|instead|after all|now|please|then|though|only))*[\s.!]*$"
IS = r"(?:\s+(?:am|is|are|will be|can be|come|comes|should be|shall be|expects? to be|have to be))?"
EARLY = r"(?:\s+(?:already|again|early|earlier|sooner|at work|in the office|at the office|to work|in|than (?:planned|expected)))*"
BACK = re.compile(rf"{OPENS}{WHO}{IS}(?P<late>\s+(?:only|not|later))?\s+back{EARLY}(?P<later>\s+(?:only|before|until|not (?:before|until)|later))?"
                  rf"(?:\s*,)?(?:\s+{DAY})?{ENDS}", re.I)
STILL = re.compile(rf"{OPENS}(?:{WHO}{IS}\s+)?still\s+(?:off\s+)?(?:{AWAY}|away|off|out|ill|absent|not (?:well|in|here))[\s,]+{DAY}{ENDS}", re.I)
WHOSE = rf"(?:(?P<who>{ONE})(?:['’]s?)?|the)\s+(?:(?:whole|planned|next|coming|upcoming|booked)\s+)*(?P<what>{AWAY})"
WHOSE2, DAY2 = WHOSE.replace("<who>", "<who2>").replace("<what>", "<what2>"), DAY.replace("<day>", "<day2>")
WHO3, DAY3 = WHO.replace("<who>", "<who3>"), DAY.replace("<day>", "<day3>")
OFF = re.compile(rf"{OPENS}(?:cancel|call off|withdraw|scrap|undo|take back|drop)\s+{WHOSE}(?:\s+{DAY})?{ENDS}|"
                 rf"{OPENS}{WHOSE2}(?:\s+{DAY2})?"
                 rf"\s+(?:is|was|got|has been|are|were)\s+(?:cancelled|canceled|called off|off)"
                 rf"{ENDS}|{OPENS}{WHO3}{IS}\s+not\s+(?:going\s+)?(?:on\s+)?(?:{AWAY}|away|off|out|absent)(?:\s+{DAY3})?"
                 rf"\s+after all{ENDS}", re.I)
LASTS = re.compile(rf"{OPENS}(?:extend|prolong|lengthen|shorten|cut|reduce)\s+{WHOSE}(?:\s+short)?\s+{DAY}{ENDS}|"
                   rf"{OPENS}{WHOSE2}\s+(?:only\s+|now\s+|already\s+)*"
                   rf"(?:ends|lasts|finishes|goes on|runs|is over|continues)\s+{DAY2}{ENDS}", re.I)
BEGINS = re.compile(rf"{OPENS}{WHOSE}\s+(?:only\s+|now\s+|already\s+)*(?:starts|begins)\s+{DAY}{ENDS}", re.I)
MOVED = re.compile(rf"{OPENS}(?:move|shift|postpone|reschedule|change|put)\s+{WHOSE}\s+{DAY}{ENDS}", re.I)


BEGINNING = re.compile(r"\b(?:from|starting|as of|beginning)(?: on)?\s*$", re.I)
NOW_AWAY = re.compile(rf"{OPENS}(?:{WHO}{IS}\s+)?(?:\s*off\s+)?(?P<what>{AWAY}|ill|unwell|away|off|out)(?:\s+(?:{WHEN}))?[\s,;]+(?:(?:and|but)\s+)?"
                      rf"(?:(?:i|{ONE}){IS}\s+)?back{EARLY}\s+{DAY}{ENDS}", re.I)
PUT_IN = (r"(?:\s*[,.;–-]\s*(?:and |so )?(?:please |pls |kindly |can you |could you )*"
          rf"(?:{NOTING}|block)(?: (?:it|that|this|me|th[eo]se days|the days))?"
          r"(?: in| down| up)?(?: please| for me)?)?")
FROM_TO = (rf"(?:(?:from|for|in|on)\s+)?(?P<day>(?:\d{{1,2}}\s*(?:and|&|to|until|till|[-–—])\s*)?{WHEN}"
           rf"(?:\s*(?:to|until|till|through|and|[-–—])\s*{WHEN})?)")
NEEDED = (rf"(?:(?P<who2>{ONE})\s+)?(?:needs?|wants?|takes?|would like(?: to take| to have)?|books?|plans?)\s+(?:{ONE}\s+)?"
          r"(?:(?:\d+|an?|one|two|three|four|five|some|a few|my|the|our)\s+)?")
PLANNED = re.compile(rf"{OPENS}(?:{NEEDED}|{WHO}(?:{IS}\s+|\s*[:,–-]\s*))"
                     r"(?:(?:on|at|in|off|away|an?|the|for|will|attends?|attending|going to|goes to)\s+)*(?:(?:(?<=attend )|(?<=attends )|(?<=at a ))\w+\s+)?"
                     rf"(?P<what>{AWAY})[\s:,–-]+{FROM_TO}"
                     rf"{PUT_IN}{ENDS}", re.I)


PRESENT = re.compile(rf"{OPENS}(?:who(?: else| all)?|anybody|anyone|is anybody|is anyone|which (?:people|colleagues))"
                     rf"(?:\s+(?:is|are|will be|all|still|there))*\s+"
                     rf"(?:(?:in|here|there|around|present|at work|in the office|at the office|on site|on duty|not (?:away|off|absent|{AWAY}))(?:\s+{DAY})?|"
                     rf"working\s+{DAY.replace('<day>', '<day2>')})[\s?.!]*$", re.I)


@dataclass(frozen=True)
class Away:
    """Which records of days away are meant, None where they are new, and what becomes of them."""
    kind: type[Record]
    where: Mapping[str, str] | None
    values: Mapping[str, str]


def days_away(heard: Heard, today: date) -> Away | None:
    """None where anything else is said, too."""
    kind = _kind()
    text = _signed(kind, heard)
    if (new := _now_away(kind, heard, text, today) or _planned(kind, heard, text, today)) is not None:
        return Away(kind, None, new)
    found = (_back(heard, text, today) or _longer(heard, text, today) or _called_off(kind, heard, text, today)
             or _moved(kind, heard, text, today))
    return Away(kind, *found) if found else None


def without_end(plan: Plan, heard: Heard) -> Plan:
    """The question when it ends, where days away begin on a day and nothing tells more: “Ben is on holiday from 14 Dec” is no single day."""
    kind = _kind()
    new = [args["values"] for _, args in plan.calls if args.get("kind") == kind.kind.one and "values" in args and "where" not in args]
    days = heard.of("DATE")
    if len(new) != 1 or len(days) != 1 or new[0].get("end", new[0].get("start")) != new[0].get("start") or not BEGINNING.search(heard.text[:days[0].start]):
        return plan
    if re.match(r"\s*(?:for|until|till|to|through)\b", heard.text[days[0].end:]) or len(plan.calls) > 1:
        return plan
    return Plan(says=UNTIL_ASKED.format(day=heard.said(days[0])), understood=False)


@cache
def _kind() -> type[Record]:
    """The kind of days that somebody is away."""
    return next(k for k in KINDS if k.kind.whose and {"start", "end", "type"} <= {f.name for f in fields(k)})


def present(heard: Heard, today: date) -> dict[str, str] | None:
    """The days on which those are wanted who are not away: “who is in the office today?”; None where anything else is asked."""
    m = PRESENT.match(_signed(_kind(), heard))
    run = run_of(_said(m, "day", heard), today) if m and _said(m, "day", heard) else (today, today) if m else None
    return {"there": f"{run[0]} to {run[1]}"} if run else None


def _signed(kind: type[Record], heard: Heard) -> str:
    """The message with who, days and days away as signs."""
    text = heard.signed(*((s, "\0") for s in heard.of("person")), *((s, "\3") for s in heard.of("DATE")))
    text = RUN.sub(lambda m: "\3" * len(m[0]), text)
    text = re.sub(r"(?<!\w)(?:i|my|me|mine)(?!\w)", lambda m: "\0" * len(m[0]), text, flags=re.I)
    return _names(kind).sub(lambda m: "\5" * len(m[0]), text)


@cache
def _names(kind: type[Record]) -> re.Pattern[str]:
    """What days away are called, by the kind's own words and those of its types."""
    types = {w for name, w, _ in choice_words(str(kind.__tablename__)) if name == "type" and w != "other"}
    names = "|".join(map(re.escape, sorted({*kind.kind.names, *types}, key=len, reverse=True)))
    return re.compile(rf"(?<!\w)(?:{names})s?(?:[ -](?:leave|days?|time))?(?!\w)", re.I)


def _said(m: re.Match[str], name: str, heard: Heard) -> str:
    """The words of a place of a form, in whichever of its wordings they stand."""
    at = next((m.span(n) for n in (name, f"{name}2", f"{name}3") if n in m.groupdict() and m[n]), None)
    return heard.text[at[0]:at[1]] if at else ""


def _who(m: re.Match[str], heard: Heard) -> dict[str, str]:
    said = _said(m, "who", heard)
    return {"person": "me" if said.lower() in ("i", "my", "me", "mine", "") else re.sub(r"['’]s?$", "", said)}


Found = tuple[dict[str, str], dict[str, str]]


def _back(heard: Heard, text: str, today: date) -> Found | None:
    """The last day away is the one before who was away is back; of those that are away then, or a longer one of those who are away now."""
    m = BACK.match(text)
    day = _said(m, "day", heard) if m else ""
    if m is None or (not day and not re.search(r"\bback\s+\w|\balready\b", heard.text, re.I)):
        return None
    run = run_of(day, today) if day else (today, today)
    if run is None:
        return None
    is_later = bool(m["late"] or m["later"])
    first = run[0] + ONE_DAY if is_later and re.search(r"\buntil\b|\btill\b", m.group(0), re.I) and "not" not in m.group(0).lower() else run[0]
    when = {"start": f"at most {today}", "end": f"at least {today - JUST_OVER}"} if is_later else {"start": f"before {first}", "end": f"at least {first}"}
    return {**_who(m, heard), **when}, {"end": f"{first - ONE_DAY}"}


def _now_away(kind: type[Record], heard: Heard, text: str, today: date) -> dict[str, str] | None:
    """Days away that begin today, of which only the day after them is said: “I am ill today, back on Friday”."""
    m = NOW_AWAY.match(text)
    run = run_of(_said(m, "day", heard), today) if m else None
    if m is None or run is None or run[0] <= today:
        return None
    what = _said(m, "what", heard)
    kind_of = _type(kind, what) or ({"type": "sick"} if what.lower() in ("ill", "unwell") else {})
    return {**_who(m, heard), **kind_of, "start": f"{today}", "end": f"{run[0] - ONE_DAY}"}


def _planned(kind: type[Record], heard: Heard, text: str, today: date) -> dict[str, str] | None:
    """Days away from one day to another: “I am on leave from 21.12. to 1.1., put it in”, “Sofia: training 30 Nov - 2 Dec”."""
    m = PLANNED.match(text)
    run = run_of(_said(m, "day", heard), today) if m else None
    what = _type(kind, _said(m, "what", heard)) if m else {}
    return {**_who(m, heard), **what, "start": f"{run[0]}", "end": f"{run[1]}"} if m and run and run[0] < run[1] else None


def _longer(heard: Heard, text: str, today: date) -> Found | None:
    m = STILL.match(text)
    run = run_of(_said(m, "day", heard), today) if m else None
    if m is None or run is None:
        return None
    return {**_who(m, heard), "start": f"at most {today}", "end": f"at least {today - JUST_OVER}"}, {"end": f"{run[1]}"}


def _called_off(kind: type[Record], heard: Heard, text: str, today: date) -> Found | None:
    m = OFF.match(text)
    if m is None or (not _said(m, "who", heard) and _type(kind, _said(m, "what", heard)).get("type") in ANYBODYS):
        return None
    run = run_of(_said(m, "day", heard), today) if _said(m, "day", heard) else None
    when = {"start": f"at most {run[1]}", "end": f"at least {run[0]}"} if run else {"end": f"at least {today}"}
    return {**_who(m, heard), **_type(kind, _said(m, "what", heard)), **when}, dict(CALLED_OFF)


def _moved(kind: type[Record], heard: Heard, text: str, today: date) -> Found | None:
    """Another last day, another first day, or other days altogether."""
    for form, which in ((LASTS, ("end",)), (BEGINS, ("start",)), (MOVED, ("start", "end"))):
        m = form.match(text)
        run = run_of(_said(m, "day", heard), today) if m else None
        if m and run:
            values = dict(zip(which, (run[1],) if which == ("end",) else run, strict=False))
            return {**_who(m, heard), **_type(kind, _said(m, "what", heard)), "end": f"at least {today}"}, {n: f"{d}" for n, d in values.items()}
    return None


def _type(kind: type[Record], said: str) -> dict[str, str]:
    """The type that is said; nothing where it is only said that they are days away."""
    words = {w.lower(): value for name, w, value in choice_words(str(kind.__tablename__)) if name == "type"}
    low = said.lower().strip()
    value = next((words[w] for w in (low, low.removesuffix("s"), low.partition(" ")[0]) if w in words), "")
    return {"type": value} if value else {}
