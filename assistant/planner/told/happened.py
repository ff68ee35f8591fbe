"""The day on which a record got the state that is told: “finished T-9 yesterday” was done yesterday, and “started T-4 on Monday” begins on
no Monday to come."""
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
import re
from typing import Any

from assistant.planner.heard.besides import hours
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.pieces import GONE_BY
from assistant.planner.heard.plan import Plan
from assistant.planner.heard.wording import LEFT_OUT, NOT_KNOWN, WHAT_TO_BECOME
from assistant.planner.words.lexicon import kind_named, state_of
from assistant.planner.words.phrases import ORDER
from language.dates import read_date
from language.words import Span
from records.kinds.base import Record, fields, split
from tools.base import Tool

WISHED = re.compile(r"\b(?:by|until|till|before|to|due|from|for|no later than|next|last)\W*$")       # what leads to such a day is no “on”
TOLD = re.compile(r"\b(?:finished|completed|done|closed|started|began|begun|delivered|resolved|fixed|solved|approved|rejected|deferred|declined|"
                  r"accepted|decided|"
                  r"implemented|passed|failed|held|wrapped up|picked up|took up|did)\b")
REACHED = r"(?:done|finished|completed?|fixed|solved|resolved|ready|closed|delivered)"
BY_THEN = re.compile(rf"\b{REACHED}\s+(?:by|until|till|before)\s*$|\b(?:will|to|should|must|can) (?:be )?(?:{REACHED}|finish|close)\s+(?:on|for)?\s*$", re.I)
ASKED_POLITELY = re.compile(r"^(?:\w+ ){0,2}?(?:can|could|would|will) (?:you|we|i|somebody|someone)\b")
PARTS = re.compile(r"[,;:]|[.!?]\s|\s(?:and|but|so)\s|\s[-–—]\s")
ORDERED = re.compile(r"\b(?:will|shall|should|must|can|could|would|has to|have to|needs? to|is to|going to|when|once|if)\b")


def on_its_day(plan: Plan, heard: Heard, changer: Tool) -> Plan:
    """The plan with the day that is told in the field that keeps it, where it changes the state of a record on a day gone by."""
    if len(plan.calls) != 1 or plan.calls[0][0] != changer.name or ORDERED.search(ASKED_POLITELY.sub("", heard.plain)):
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


def never_due_then(plan: Plan, heard: Heard, changer: Tool) -> Plan:
    """The plan without a day gone by as one to come: “legal agreed to the notice this morning” makes nothing due this morning."""
    if len(plan.calls) != 1 or plan.calls[0][0] != changer.name or ORDERED.search(heard.plain) or ORDER.match(heard.plain):
        return plan
    name, args = plan.calls[0]
    kind, values, when = kind_named(str(args["kind"])), args.get("values") or {}, None
    when = next((f.label for f in fields(kind) if f.name == kind.kind.when and f.type is date and f.says.set_by == "person"), None)
    span = next((s for s in heard.of("DATE") if heard.said(s) == values.get(when)), None)
    if when is None or span is None or not GONE_BY.fullmatch(heard.said(span)) or WISHED.search(heard.lead(span)):
        return plan
    kept = {n: v for n, v in values.items() if n != when}
    return replace(plan, calls=((name, {**args, "values": kept}),)) if kept else Plan(says=WHAT_TO_BECOME, understood=False)


def not_yet(plan: Plan, heard: Heard, changer: Tool, today: date) -> Plan:
    """The plan without the state that is only reached on a day to come: “order history done by tomorrow” is due tomorrow, and not done."""
    return replace(plan, calls=tuple((name, _to_come(args, heard, today) if name == changer.name else args) for name, args in plan.calls))


def _to_come(args: Mapping[str, Any], heard: Heard, today: date) -> Mapping[str, Any]:
    kind, values = kind_named(str(args["kind"])), dict(args.get("values") or {})
    state = state_of(kind)
    became, when = values.get(state.label) if state else None, next((f for f in fields(kind) if f.name == kind.kind.when), None)
    of = next((f for f in fields(kind) if f.type is date and became and became in split(f.says.day_of)), None)
    if state is None or of is None or when is None or when.says.set_by != "person":
        return args
    by = {heard.said(s) for s in heard.of("DATE") if BY_THEN.search(heard.text[:s.start])}
    told = next((n for n, v in values.items() if n == of.label or (n == when.label and v in by) or _is_unsaid(kind, n, heard)), "")
    said = str(values.get(told, ""))
    day = read_date(said, today, past=said not in by and told == of.label) if said else None
    if day is None or day <= today:
        return args
    kept = {n: v for n, v in values.items() if n not in (state.label, told)}
    return {**args, "values": {**kept, when.label: said}}


def _is_unsaid(kind: type[Record], label: str, heard: Heard) -> bool:
    """Whether a field keeps the day on which something was, and nobody named it: the day when an issue was raised."""
    of = next((f for f in fields(kind) if f.label == label and f.type is date and f.label.endswith(" on")), None)
    return of is not None and not any(n.split()[0].lower() in heard.plain for n in of.names)


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
    """What is said of the plan, without the words of the day as not understood or left out."""
    says = says.replace(LEFT_OUT.format(words=said), "").replace(f"; {said}.", ".")
    for word in said.lower().split():
        says = says.replace(NOT_KNOWN.format(words=word), "")
    return " ".join(says.split())
