"""The last question once more with another time, or as it stands by now: “what about the week after?”, “ready now?” after “is Apollo ready for gate 2?”."""
from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta
import re

from assistant.planner.heard.following import Earlier
from assistant.planner.heard.plan import Asked
from assistant.planner.heard.wording import TAKEN_AS
from language.dates import find_dates
from language.names import find_names
from language.words import Span

OPENS = r"^\W*(?:(?:ok|okay|and|so|but|now|then|what about|how about|what of|also)\b[\s,]*)*(?:(?:in|for|during)\s+)?"
BESIDE = re.compile(rf"{OPENS}the (?:(?P<unit>week|month|quarter|year|day) (?P<way>after|before)(?: that| it)?|"
                    r"(?P<round>following|previous|preceding) (?P<u>week|month|quarter|year|day)|(?P<one>one|next) (?P<w>after|before)(?: that)?)\W*$", re.I)
BY_NOW = re.compile(r"^\W*(?:(?:and|so|ok|is it|are we|are they)\s+)*(?P<w>[a-z]{4,}(?: [a-z]{4,})?) (?:now|by now|yet)\W*$", re.I)
MONTH = re.compile(r"^(?:(?:this|next|last) month|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*(?: \d{4})?)$", re.I)
QUARTER = re.compile(r"\bq[1-4]\b|\bquarter\b", re.I)
YEAR = re.compile(r"^(?:\d{4}|(?:this|next|last) year)$", re.I)
TAKEN = re.compile(TAKEN_AS.format(words="(?P<q>[^”]+)"))
SAME = re.compile(r"^\W*(?:(?:and|so|ok|okay|now|then|please|do|show|give me|show me|tell me|what about)\b[\s,]*)*(?:the )?same(?: thing| again| question)? "
                  r"(?:for|on|with|of|in|about) (?:project )?(?P<of>.{2,40}?)(?:,? please| too| as well| then| now)*\W*$", re.I)
ANOTHER = re.compile(r"^\W*(?:(?:and|so|ok|then)\b[\s,]*)*(?:(?:what|how) about|for|on|of|and)(?: for| on| of)? (?P<of>.{2,40}?)(?: then)?\W*$", re.I)
NEAR, FAR, MONTHS = 2, 6, 12
PAIRS = (("most", "least"), ("biggest", "smallest"), ("largest", "smallest"), ("greatest", "smallest"), ("highest", "lowest"), ("best", "worst"),
         ("longest", "shortest"), ("oldest", "newest"), ("earliest", "latest"), ("top", "bottom"), ("cheapest", "most expensive"), ("first", "last"))
ENDS = {one: other for pair in PAIRS for one, other in (pair[::-1], pair)} | {"furthest": "least", "farthest": "least", "busiest": "least busy"}
SUPERLATIVE = re.compile(rf"\b(?:{'|'.join(sorted(ENDS, key=len, reverse=True))})\b(?! \d)", re.I)
OTHER_END = re.compile(rf"^\W*(?:(?:and|or|so|ok|now|then|what about|how about|which(?: one)? is|which(?: one)? has|who is|who has|what is)\b[\s,]*)*the "
                       rf"(?P<w>opposite|other (?:end|way round|extreme)|{'|'.join(sorted(ENDS, key=len, reverse=True))})"
                       r"(?: one| of (?:them|all|those))?\W*$", re.I)


def asked_again(text: str, asked: Asked) -> str:
    """The whole question that is meant; "" where nothing was asked before that could go on so."""
    past = [turn for turn in asked.past if turn.question and turn.question != text]
    if (m := BESIDE.match(text)):
        step = 1 if (m["way"] or m["w"] or {"following": "after"}.get((m["round"] or "").lower(), "before")).lower() == "after" else -1
        return _at_another(past, (m["unit"] or m["u"] or "").lower(), step, asked)
    if past and not past[-1].state and (m := OTHER_END.match(text)):         # an order is no question of which one is first
        return _at_other_end(_asked_last(past[-1]), m["w"].lower())
    was_taken = bool(past) and TAKEN.search(past[-1].answer) is not None
    if past and (same := SAME.match(text) or (ANOTHER.match(text) if was_taken else None)):
        return _of_another(_asked_last(past[-1]), same["of"], asked)
    if (m := BY_NOW.match(text)) and (words := set(m["w"].lower().split())):
        last = (turn.question for turn in reversed(past[-FAR:]) if turn.question.rstrip().endswith("?"))
        return next((q for q in last if words <= set(re.findall(r"[a-z]+", q.lower()))), "")
    return ""


def _asked_last(turn: Earlier) -> str:
    """What a turn asked, as it was taken where it was taken for another question."""
    return taken["q"] if (taken := TAKEN.search(turn.answer)) else turn.question


def _of_another(question: str, said: str, asked: Asked) -> str:
    """The question about another project, or another person, than the one that it names; "" where it names none or several."""
    for table in ("project", "person"):
        names = asked.names.get(table, {})
        new, old = list(find_names(said, names)), list(find_names(question, names))
        if len(new) == len(old) == 1 and new[0].value != old[0].value and new[0].end - new[0].start >= len(said) - 1:
            return f"{question[:old[0].start]}{said[new[0].start:new[0].end]}{question[old[0].end:]}"
    return ""


def _at_other_end(question: str, said: str) -> str:
    """The question about the least of what it asked the most of, or with the other superlative that is said; "" where it asked for none."""
    m = SUPERLATIVE.search(question)
    if m is None or m[0].lower() == said:
        return ""
    least = said == "least" or said.startswith(("opposite", "other"))
    new = said if not least and said != "most" else ENDS[m[0].lower()]
    gone = re.match(r"\s+[a-z]+(?=\W*$)", question[m.end():], re.I) if m[0].lower() in ("most", "least") and new not in ("most", "least") else None
    return f"{question[:m.start()]}{new}{question[m.end() + (gone.end() if gone else 0):]}"


def _at_another(past: Sequence[Earlier], unit: str, step: int, asked: Asked) -> str:
    for turn in reversed(past[-NEAR:]):
        question = _asked_last(turn)
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
