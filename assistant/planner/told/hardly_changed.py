"""A change that can hardly be wanted as it was read: one that waits for something, one of two that are set against each other, or something new."""
from collections.abc import Mapping
import re
from typing import Any

from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Plan
from assistant.planner.heard.wording import NO_CONDITION, UNUSED, WHAT_TO_BECOME, WHICH_NEW
from assistant.planner.learned.weighing import as_new
from assistant.planner.words.lexicon import kind_named, state_of
from records.kinds.base import Record, fields

WAITS = re.compile(r"\b(?P<w>(?:once|as soon as)\s+(?:(?:the|a|an|our|all|we|they|he|she|it|this|that|[A-Z][\w-]+)\s)[^,;.!?]*)", re.I)
NOT_BUT = re.compile(r"(?:\bnot|n['’]t)\b[^,;.!?]{0,40}?\b(?P<lead>by|because of|for|to|on|with)\s+[^,;.!?]+?,?\s+(?P<w>but\s+(?P=lead)\s+[^,;.!?]+)", re.I)
ADDED = re.compile(r"^(?:please |can you |could you |and |so )*(?:add|create) (?:it|that|this|KEY) (?:for|as|to (?:his|her|their|my|our) list)\b")
MORE = re.compile(r"(?P<n>\d+(?:[.,]\d+)?\s?(?:h|hours?|days?))\s+(?:more|longer|less)\b", re.I)
PLANNED = re.compile(r"\bneeds?\s+(?:about |around |some )?\d+(?:[.,]\d+)?\s?(?:h|hrs?|hours?)\b", re.I)


def hardly_changed(args: Mapping[str, Any], heard: Heard) -> Plan | None:
    """What is asked instead of a change, or None where nothing speaks against it."""
    values, said = args.get("values") or {}, " ".join(map(str, (args.get("values") or {}).values()))
    if not values:
        return Plan(says=WHAT_TO_BECOME, understood=False)
    kind = kind_named(str(args["kind"]))
    state = state_of(kind)
    if state and state.label in values and (m := WAITS.search(heard.text)) and m["w"] not in said:
        return Plan(says=NO_CONDITION.format(words=m["w"].strip()), understood=False)
    if (m := NOT_BUT.search(heard.text)) and m["w"].split(maxsplit=2)[-1] not in said:
        return Plan(says=UNUSED.format(words=m["w"].strip()), understood=False)
    if ADDED.search(heard.typed):
        return Plan(says=WHICH_NEW, choices=as_new(heard), understood=False)
    return _of_hours(kind, values, heard)


def _of_hours(kind: type[Record], values: Mapping[str, Any], heard: Heard) -> Plan | None:
    """Hours that are more than before, or planned for a day, and no new estimate: “10 hours more than estimated”, “I need 4 hours for it tomorrow”."""
    said = " ".join(map(str, values.values()))
    if "time entry" in values and (m := PLANNED.search(heard.text)):
        return Plan(says=UNUSED.format(words=m[0]), understood=False)      # what somebody will need is not worked yet
    of_hours = next((str(values[f.label]) for f in fields(kind) if f.says.unit == "h" and f.label in values), "")
    if of_hours and (m := MORE.search(heard.text)) and m["n"] == of_hours:
        return Plan(says=UNUSED.format(words=m[0].strip()), understood=False)
    day = next((heard.said(s) for s in heard.of("DATE") if heard.said(s) not in said), "")
    if of_hours and day and PLANNED.search(heard.text) and len(values) == 1:
        return Plan(says=UNUSED.format(words=day), understood=False)
    return None
