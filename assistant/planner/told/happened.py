"""The day on which a record got the state that is told: “finished T-9 yesterday” was done yesterday, and “started T-4 on Monday” begins on
no Monday to come."""
from dataclasses import replace
from datetime import date
import re

from assistant.planner.heard.besides import hours
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.pieces import GONE_BY
from assistant.planner.heard.plan import Plan
from assistant.planner.heard.wording import NOT_KNOWN
from assistant.planner.words.lexicon import kind_named, state_of
from language.words import Span
from records.kinds.base import fields, split
from tools.base import Tool

WISHED = re.compile(r"\b(?:by|until|till|before|to|due|from|for|no later than|next|last)\W*$")       # what leads to such a day is no “on”
TOLD = re.compile(r"\b(?:finished|completed|done|closed|started|began|begun|delivered|resolved|fixed|solved|approved|rejected|deferred|declined|"
                  r"accepted|decided|"
                  r"implemented|passed|failed|held|wrapped up|picked up|took up|did)\b")
PARTS = re.compile(r"[,;:]|[.!?]\s|\s(?:and|but|so)\s|\s[-–—]\s")
ORDERED = re.compile(r"\b(?:will|shall|should|must|can|could|would|has to|have to|needs? to|is to|going to|when|once|if)\b")


def on_its_day(plan: Plan, heard: Heard, changer: Tool) -> Plan:
    """The plan with the day that is told in the field that keeps it, where it changes the state of a record on a day gone by."""
    if len(plan.calls) != 1 or plan.calls[0][0] != changer.name or ORDERED.search(heard.plain):
        return plan
    name, args = plan.calls[0]
    kind, values = kind_named(str(args["kind"])), args.get("values") or {}
    state, span = state_of(kind), _day(heard)
    became = values.get(state.label) if state else None
    of = next((f for f in fields(kind) if f.type is date and became in split(f.says.day_of)), None)
    if of is None or span is None or of.label in values or any(each.span.start <= span.start < each.span.end for each in hours(kind, heard)):
        return plan
    said = heard.said(span)
    if said in " ".join(map(str, args.get("where", {}).values())) or not (GONE_BY.fullmatch(said) or _is_told_of(heard, span)):
        return plan
    days = {f.label for f in fields(kind) if f.type is date}
    kept = {n: v for n, v in values.items() if not (n in days and v == said)}
    calls = ((name, {**args, "values": {**kept, of.label: said}}),)
    return replace(plan, calls=calls, says=_without(plan.says, said))


def _day(heard: Heard) -> Span | None:
    """The one day that is said, and is no end of a time."""
    days = [s for s in heard.of("DATE") if not WISHED.search(heard.lead(s))]
    return days[0] if len(days) == 1 == len(heard.of("DATE")) else None


def _is_told_of(heard: Heard, day: Span) -> bool:
    """Whether the same part of the message tells what is done, or the day stands alone: “T-7 done, demo on Monday” was not done on Monday."""
    start = max((m.end() for m in PARTS.finditer(heard.text, 0, day.start)), default=0)
    end = next((m.start() for m in PARTS.finditer(heard.text, day.end)), len(heard.text))
    alone = re.fullmatch(r"\W*(?:on|at|in)?\W*", heard.text[start:day.start] + heard.text[day.end:end], re.I) is not None
    return TOLD.search(heard.text.lower() if alone else heard.text[start:end].lower()) is not None


def _without(says: str, said: str) -> str:
    """What is said of the plan, without the words of the day as not understood."""
    for word in said.lower().split():
        says = says.replace(NOT_KNOWN.format(words=word), "")
    return " ".join(says.split())
