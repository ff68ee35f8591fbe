"""A day or a run of days against the date of the kind that is meant."""
from collections.abc import Iterator
from datetime import date
import re

from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.sentences import RUN
from assistant.planner.learned.marking import SURELY_BESIDE, is_beside
from assistant.planner.words.lexicon import open_of
from assistant.planner.words.plain import among, pattern
from language.words import Span
from records.kinds.base import FieldOf, Record, fields

DUE = re.compile(r"\b(?:due|finish|finished|done|completed|by|until|before|on|deadline|expire|happen|closed)\b")
ENDED = ("done", "approved", "rejected", "deferred", "decided", "resolved", "closed")
COMING = re.compile(r"\b(?:due|next|upcoming|coming|deadline|by|before|until|overdue|lapsed|missed)\b")

TELLING = re.compile(r"\b(?:due|planned|expected|scheduled|foreseen|forecast|ending)(?:\s+(?:for me|for us|on|in|for|by|before|until|till|after|within|since))*"
                     r"(?:\s+the)?$")
FROM_NOW = re.compile(r"\bbetween (?:right )?now and(?: the)?$")
RELATED = re.compile(r"\b(?:that|which)(?:['’]s| is| are)?(?: still| all)? (?:due|planned|scheduled)(?: (?:on|in|for|by|before|within))?(?: the)?$")
OF_MANY = re.compile(r"\b(?:[a-z]+s|work|everything)\s+(?:for|of|from|in)(?:\s+the)?$")


def still_open(kind: type[Record], heard: Heard, found: dict[str, str]) -> dict[str, str]:
    """What is due is what is still open, unless something else is said."""
    if not COMING.search(heard.plain) or not any(f.label in found for f in fields(kind) if f.type is date):
        return {}
    return open_of(kind)


def days(kind: type[Record], heard: Heard, found: dict[str, str]) -> dict[str, str]:
    """A date or a run of days against the date of the kind that is meant."""
    years = [m[0] for s in heard.of("DATE") if (m := re.fullmatch(r"(?:19|20)\d\d", heard.said(s)))]
    if years and (of := next((f for f in fields(kind) if f.name == "year"), None)):
        return {of.label: years[0]}
    field = _date_field(kind, heard, done=found.get("status") in ENDED)
    if field is None or field.label in found:
        return {}
    if run := RUN.search(heard.text):
        return {field.label: run[0]}
    spans = [s for s in heard.of("DATE") if not is_beside(heard, kind, s, SURELY_BESIDE)]
    if not spans or (heard.said(spans[0]).lower() == "today" and found and not DUE.search(heard.plain)):
        return {}
    if len(spans) > 1 and re.search(r"\b(?:between|from)$", heard.lead(spans[0])) and \
            re.fullmatch(r"\s*(?:and|to|until|till|-|–)\s*", heard.text[spans[0].end:spans[1].start]):
        return {field.label: f"{heard.said(spans[0])} to {heard.said(spans[1])}"}
    return {field.label: compared(heard, spans[0])}


def compared(heard: Heard, span: Span) -> str:
    """A day with what is asked of it: before it, since it, by it."""
    lead, said = heard.lead(span), heard.said(span)
    if FROM_NOW.search(lead):
        return f"today to {said}"
    if re.fullmatch(r"(?:19|20)\d\d", said):               # a year is its days
        first, last = f"{said}-01-01", f"{said}-12-31"
        return f"before {first}" if lead.endswith("before") else f"after {last}" if lead.endswith("after") else f"at least {first}" \
            if lead.endswith(("since", "from")) else f"at most {last}" if lead.endswith(("by", "until", "till")) else f"1 January {said} to 31 December {said}"
    if re.search(r"\bbefore$", lead):
        return f"before {said}"
    if re.search(r"\b(?:since|after|from)$", lead):
        return f"{'at least' if lead.endswith(('since', 'from')) else 'after'} {said}"
    if re.search(r"\b(?:by|until|till|up to|no later than)$", lead):
        return f"at most {said}"
    return said


def _date_field(kind: type[Record], heard: Heard, *, done: bool) -> FieldOf | None:
    dates = [f for f in fields(kind) if f.type is date]
    if done and (finished := next((f for f in dates if f.name in ("done_on", "decided_on", "resolved_on")), None)):
        return finished
    said = (f for f in dates if f.name != "done_on" and among((f.label,), heard.text) and pattern(rf"\b{f.label}\b").search(heard.text))
    return next(said, next((f for f in dates if f.name == kind.kind.when), None))


def which_days(kind: type[Record], heard: Heard) -> Iterator[tuple[FieldOf, str, Span]]:
    """The days that tell which records a change is for, beside the one that these get: “push my tasks for next week back by three days”."""
    spans = heard.of("DATE")
    is_related = len(spans) == 1 and RELATED.search(heard.lead(spans[0])) is not None
    if (len(spans) < 2 and not is_related) or heard.types & {"KEY"} or not any(f.name == kind.kind.when for f in fields(kind)):  # noqa: PLR2004 - the one is what they get
        return
    nouns = [s.end for s in heard.of("KIND")]
    for span in spans if is_related else spans[:-1]:
        lead = heard.lead(span)
        if TELLING.search(lead) or (OF_MANY.search(lead) and any(0 <= span.start - end <= len(" from the ") for end in nouns)):
            of = _date_field(kind, heard.without([s for s in spans if s != span]), done=False)
            if of is not None:
                yield of, compared(heard, span), span
