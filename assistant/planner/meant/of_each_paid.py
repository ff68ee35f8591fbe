"""What was paid to several in one breath, “what has been paid to Immovia so far, and to Lichthaus?”: the sum of each, since no cost is of both."""
from collections.abc import Callable, Mapping
from dataclasses import replace
import re

from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Asked, Call, Plan
from assistant.planner.learned.weighing import is_order
from tools.base import Holds, Tool

NAME = r"[A-Z][\w&'’.-]*(?: (?:& )?[A-Z][\w&'’.-]*){0,3}"
LATELY = r"(?: so far| already| until now| up to now| to date| in total| altogether| by now| this year| last year| this month)*"
MORE = rf"(?:,? (?:and|or)(?: also| then)?|,) (?:how much |what )?(?:(?:to|on|for|with|by|from) )?{NAME}(?! ?(?:and|[,?]?) (?:the|a)\b)"
ASKS = r"(?:[Hh]ow much|[Ww]hat|[Ww]hich|[Tt]he|[Tt]otal|[Cc]osts?|payments?|amounts?|invoices?)"
IS_PAID = r"(?:paid|pay|spen[dt]|spending|costs?|invoiced|billed|owe|ordered|payments?|amounts?|invoices?|got|get|received|cost us)"
PAID = re.compile(rf"^(?P<q>(?:\w+[ ,]+)*?{ASKS}\b[^,?]*?\b{IS_PAID}\b[^,?A-Z]*?)(?P<a>{NAME})(?P<t>{LATELY})(?P<more>(?:{MORE}{LATELY})+)\W*$")
PART = re.compile(rf"(?P<n>{NAME})(?P<t>{LATELY})")


def of_each_paid(heard: Heard, asked: Asked, tools: Mapping[str, Tool], again: Callable[[str], Plan]) -> Plan | None:
    """The sum of each who is named; None where one is, where they are one name in the records, or where the sum of one of them is not found."""
    m = PAID.match(heard.text)
    if m is None or is_order(heard) or heard.types & {"KEY", "TEXT", "project", "person"}:
        return None
    parts = [(m["a"], m["t"]), *((p["n"], p["t"]) for p in PART.finditer(m["more"]))]
    if asked.holding(" and ".join(name for name, _ in parts)):
        return None                                        # “Smith and Sons” is one of them
    last = next((t for _, t in reversed(parts) if t), "")
    plans = [again(f"{m['q']}{name}{when or last}") for name, when in parts]
    if not all(len(p.calls) == 1 and _is_sum(p.calls[0], name, tools) for p, (name, _) in zip(plans, parts, strict=True)):
        return None
    says = " ".join(dict.fromkeys(p.says for p in plans if p.says))
    return replace(plans[0], calls=tuple(p.calls[0] for p in plans), says=says, below=next((p.below for p in plans if p.below), ""))


def _is_sum(call: Call, name: str, tools: Mapping[str, Tool]) -> bool:
    """Whether a call lists or adds up what holds the name."""
    tool, args = tools[call[0]], call[1]
    return tool.slot(Holds.kind) is not None and not tool.proposes and name in map(str, args.values())
