"""As of when: the past day that a question is about. It is taken out of the question, which is then heard as if it were asked on that day."""
from dataclasses import replace
from datetime import date, timedelta
import re

from assistant.planner.heard.hearing import Heard, Names, hear
from assistant.planner.learned.weighing import is_order
from language.dates import read_dates, read_days
from language.words import Span
from records.figures import FIGURES

AS_OF = re.compile(r"\b(?:as of|as at|as (?:it|they|things) (?:was|were|stood)(?: on| at| in)?|as on|(?:the )?(?:state|status|position) (?:on|at|as of|as at))"
                   r"(?: the)?\s*$", re.I)
LEAD = re.compile(r"(?:\b(?:back )?(?:on|at|in)(?: the)?\s*|\bback\s*|,\s*)$", re.I)
LED_ELSEWHERE = re.compile(r"\b(?:since|from|between|until|till|before|after|by|during|for|over|within|through|due)(?: the)?\s*$", re.I)
FIGURE_ON = re.compile(r"(?:\b(?:on|at|in|by|as of|of|up to|until|till)(?: the)?(?: end of| beginning of| start of)?\s*|,\s*)$", re.I)
AHEAD = r"\b(?:will|chance|likely|odds|probability|finish(?:es)?|ends|can|capacity|next)\b"
WAS = re.compile(r"^(?:(?:so|and|but|tell me|show me|can you tell me)\b[\s,]*)*(?:how|what|where|who|which|was|were|why)\b.*?\b(?:was|were|did)\b|"
                 r"^(?:was|were|who (?:owned|led|managed|sponsored))\b", re.I)
STATE = re.compile(r"\b(?:was|were|did \S+(?: \S+)? (?:look|stand|do|have))\b|^who (?:owned|led|managed|sponsored)\b", re.I)
# What happened on a day is no state of that day.
HAPPENED = re.compile(r"\b(?:done|finished|completed|closed|delivered|booked|spent|paid|created|added|changed|due|planned|scheduled|started|raised|logged|new|"
                      r"happened|happening|going on|moved|slipped|updated|decided|approved|rejected|ordered|invoiced|reported|supposed|meant|expected|hired|"
                      r"cancelled|submitted|accepted|held|discussed|agreed|said|asked|made|accomplished|achieved|worked|working)\b", re.I)
PRESENT = ((r"\bwas\b", "is"), (r"\bwere\b", "are"), (r"\bowned\b", "owns"), (r"\bled\b", "leads"), (r"\bmanaged\b", "manages"),
           (r"\bsponsored\b", "sponsors"), (r"\b(?:what|how) did (?P<of>.+?) (?:look like|look|stand|do)\b", r"how is \g<of> doing"), (r"\bdid\b", "does"))
SOON = timedelta(weeks=26)                       # what lies further ahead is more likely the one gone by
NOW = re.compile(r"\b(?:now|today|at present|currently|at the moment|right now)\b", re.I)


def timed(heard: Heard, names: Names, today: date, *, leaning: bool = False) -> Heard:
    """The question without the day that it is asked as of, and that day in words; unchanged when it is about the present.
    `leaning`: it goes on from a question that was, so that a bare day is enough."""
    days = heard.of("DATE")
    if not days or is_order(heard):
        return heard
    day = next((s for s in days if AS_OF.search(heard.text[:s.start])), None)
    if day is None and _looks_ahead(heard, today):
        return heard
    if day is None and len(days) == 1 and _is_past(heard.said(days[0]), today) and (leaning or _asks_a_state(heard, days[0])):
        day = days[0]
    return _without(heard, day, names, today) if day else heard


def says_as_of(heard: Heard) -> bool:
    """Whether the day is said in so many words, so that an answer as of now would be none."""
    return any(AS_OF.search(heard.text[:s.start]) for s in heard.of("DATE"))


def is_of_now(heard: Heard) -> bool:
    return NOW.search(heard.text) is not None


def _looks_ahead(heard: Heard, today: date) -> bool:
    """Whether a figure of days is asked for over days that may be read as such, to come or gone by: “Dev's load in December”, “hours worked last week”."""
    run = read_days(heard.said(heard.of("DATE")[0]), today)
    if any(f.looks_back and f.name in heard.all("FIGURE") for f in FIGURES):
        return True                                        # it is counted over those days, and none that stood otherwise then
    is_ahead = any(f.is_over_days and f.name in heard.all("FIGURE") for f in FIGURES)
    return is_ahead and run is not None and run.last >= today and run.first <= today + SOON and not re.search(r"\b(?:was|were|did|had|been)\b", heard.plain)


def _asks_a_state(heard: Heard, day: Span) -> bool:
    """ "How was Apollo doing on 1 October": how things stood on a day, and not what happened on it."""
    if "FIGURE" in heard.types and heard.types & {"project", "person", "KEY"} and not heard.types & {"KIND", "HOURS"}:
        before = heard.text[:day.start]
        led = (FIGURE_ON.search(before) is not None or LED_ELSEWHERE.search(before) is None) and not re.search(r"\b(?:if|since|between|due)\b", heard.plain)
        if led and not re.search(AHEAD, heard.plain):
            return True
    told = heard.types - {"DATE", "ME", "COUNT"} or re.search(r"\b(?:portfolio|we|projects?)\b", heard.plain)
    is_led_elsewhere = LED_ELSEWHERE.search(heard.text[:day.start]) is not None
    return bool(told) and not is_led_elsewhere and bool(WAS.search(heard.text) and STATE.search(heard.text)) and not HAPPENED.search(heard.masked)


def _is_past(said: str, today: date) -> bool:
    run = read_days(said, today, past=True)
    if run is not None and run.first < today <= run.last:
        return False                                       # “this year” is not over
    if run is not None and run.first < today:
        return True
    return any(day < today for day in read_dates(said, today, past=True))


def _without(heard: Heard, day: Span, names: Names, today: date) -> Heard:
    before = AS_OF.sub("", heard.text[:day.start])
    before = LEAD.sub("", before) if before == heard.text[:day.start] else before
    rest = " ".join(f"{before.rstrip(' ,')} {heard.text[day.end:].lstrip(' ,')}".split())
    for was, now in PRESENT:
        rest = re.sub(was, now, rest, flags=re.I)
    return replace(hear(rest.replace(" ?", "?").strip(), names, today), moment=heard.said(day))
