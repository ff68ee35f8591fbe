"""The last question once more with another time, or as it stands by now: “what about the week after?”, “ready now?” after “is Apollo ready for gate 2?”."""
from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta
import re

from assistant.planner.heard.following import Earlier
from assistant.planner.heard.plan import Asked
from assistant.planner.heard.wording import TAKEN_AS
from language.dates import find_dates
from language.words import Span

OPENS = r"^\W*(?:(?:ok|okay|and|so|but|now|then|what about|how about|what of|also)\b[\s,]*)*(?:(?:in|for|during)\s+)?"
BESIDE = re.compile(rf"{OPENS}the (?:(?P<unit>week|month|quarter|year|day) (?P<way>after|before)(?: that| it)?|"
                    r"(?P<round>following|previous|preceding) (?P<u>week|month|quarter|year|day)|(?P<one>one|next) (?P<w>after|before)(?: that)?)\W*$", re.I)
BY_NOW = re.compile(r"^\W*(?:(?:and|so|ok|is it|are we|are they)\s+)*(?P<w>[a-z]{4,}(?: [a-z]{4,})?) (?:now|by now|yet)\W*$", re.I)
MONTH = re.compile(r"^(?:(?:this|next|last) month|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*(?: \d{4})?)$", re.I)
QUARTER = re.compile(r"\bq[1-4]\b|\bquarter\b", re.I)
YEAR = re.compile(r"^(?:\d{4}|(?:this|next|last) year)$", re.I)
TAKEN = re.compile(TAKEN_AS.format(words="(?P<q>[^”]+)"))
NEAR, FAR, MONTHS = 2, 6, 12


def asked_again(text: str, asked: Asked) -> str:
    """The whole question that is meant; "" where nothing was asked before that could go on so."""
    past = [turn for turn in asked.past if turn.question and turn.question != text]
    if (m := BESIDE.match(text)):
        step = 1 if (m["way"] or m["w"] or {"following": "after"}.get((m["round"] or "").lower(), "before")).lower() == "after" else -1
        return _at_another(past, (m["unit"] or m["u"] or "").lower(), step, asked)
    if (m := BY_NOW.match(text)) and (words := set(m["w"].lower().split())):
        last = (turn.question for turn in reversed(past[-FAR:]) if turn.question.rstrip().endswith("?"))
        return next((q for q in last if words <= set(re.findall(r"[a-z]+", q.lower()))), "")
    return ""


def _at_another(past: Sequence[Earlier], unit: str, step: int, asked: Asked) -> str:
    for turn in reversed(past[-NEAR:]):
        question = TAKEN.sub(r"\g<q>", taken[0]) if (taken := TAKEN.search(turn.answer)) else turn.question
        found = [s for s in find_dates(question, asked.today) if isinstance(s.value, date)]
        if len(found) == 1:
            return _with_time(question, found[0], unit, step, turn.answer)
    return ""


def _with_time(question: str, span: Span, unit: str, step: int, answer: str) -> str:
    """The question with the time beside the one that it names, in the year that its answer told; "" where that is of another length."""
    day, said = span.value, question[span.start:span.end]
    of = "week" if re.search(r"\bweek\b", said, re.I) else "month" if MONTH.match(said) else "quarter" if QUARTER.search(said) else "year" if YEAR.match(
        said) else "day"
    if not isinstance(day, date) or unit not in ("", of):
        return ""
    if f"{day:%b} {day.year}" not in answer and f"{day:%b} {day.year - 1}" in answer:
        day = day.replace(year=day.year - 1, day=min(day.day, 28))
    new = _beside(day, of, step)
    before = question[:span.start]
    return f"{before}{'' if re.search(r'(?:in|for|of|during|by|on|over) $', before, re.I) else 'in '}{new}{question[span.end:]}"


def _beside(day: date, of: str, step: int) -> str:
    if of == "week":
        return f"the week of {day - timedelta(days=day.weekday()) + timedelta(days=7 * step):%-d %B %Y}"
    if of == "day":
        return f"{day + timedelta(days=step):%-d %B %Y}"
    if of == "year":
        return str(day.year + step)
    months = day.year * MONTHS + day.month - 1 + (step if of == "month" else 3 * step)
    then = date(months // MONTHS, months % MONTHS + 1, 1)
    then = then.replace(day=monthrange(then.year, then.month)[1])
    return f"{then:%B %Y}" if of == "month" else f"Q{(then.month - 1) // 3 + 1} {then.year}"
