"""Whose hours they are that are told of a task, where somebody else worked or reported them: “T-8 is at 20%, Dev used 25h”."""
from collections.abc import Mapping
from dataclasses import replace
import re
from typing import Any

from assistant.planner.heard.plan import Asked, Plan
from assistant.planner.heard.wording import HOW_PARTED, NOT_ONE_DAY
from assistant.planner.reworded.reported import said_by
from records.kinds import TimeEntry
from tools.base import Holds, Tool

WHO, HOURS = "\1+", "\2+"
WORKED = re.compile(rf"(?P<who>{WHO})\s+(?:has\s+|have\s+|already\s+|just\s+)*(?:used|worked|spent|put in|put|did|booked|logged|burned|needed)\s+{HOURS}", re.I)
OF_DAYS = re.compile(r".*\b(?:week|month|(?:to|until|till|and) \w+day)\b", re.I)              # what is told of several days at once
BY, HOURS_OF_A_DAY = ", worked by ", 24


def worked_by(plan: Plan, text: str, asked: Asked, changer: Tool) -> Plan:
    """The plan with those hours as theirs, and nobody made an owner for having worked."""
    slot = changer.slot(Holds.values)
    if slot is None or not any(TimeEntry.kind.one in _values(args, slot.name) for name, args in plan.calls if name == changer.name):
        return plan
    heard = asked.heard(text)
    most = next((str(s.value) for s in heard.of("HOURS") if _is_too_long(str(s.value))), "")
    told = (_values(args, slot.name).get(TimeEntry.kind.one, "") for name, args in plan.calls if name == changer.name)
    spread = next((m[0] for said in told if (m := OF_DAYS.match(said))), "")
    if most or spread:
        why = NOT_ONE_DAY.format(hours=most) if most else HOW_PARTED.format(hours=spread)
        calls = tuple((name, {**args, slot.name: {k: v for k, v in _values(args, slot.name).items() if k != TimeEntry.kind.one}}) for name, args in plan.calls)
        kept = tuple((name, args) for name, args in calls if args[slot.name])
        return replace(plan, calls=kept, says=f"{plan.says} {why}".strip())
    m = WORKED.search(heard.signed(*((s, "\1" if t == "person" else "\2") for t, s in heard.spans if t in ("person", "HOURS"))))
    who = heard.text[m.start("who"):m.end("who")] if m else next((heard.said(s) for s in heard.of("person") if heard.said(s) == said_by(text)), "")
    if not who:
        return plan
    return replace(plan, calls=tuple((name, _of(args, slot.name, who)) for name, args in plan.calls))


def _is_too_long(said: str) -> bool:
    """Whether hours are more than a day has."""
    number = re.match(r"\d+(?:[.,]\d+)?(?=\s?h)", said)
    return number is not None and float(number[0].replace(",", ".")) > HOURS_OF_A_DAY


def _values(args: Mapping[str, Any], name: str) -> Mapping[str, str]:
    found = args.get(name)
    return found if isinstance(found, Mapping) else {}


def _of(args: Mapping[str, Any], name: str, who: str) -> Mapping[str, Any]:
    values = {k: v for k, v in _values(args, name).items() if not (k == "owner" and v.lower() == who.lower())}
    hours = values.get(TimeEntry.kind.one)
    return {**args, name: {**values, TimeEntry.kind.one: hours if BY in hours else f"{hours}{BY}{who}"}} if hours else args
