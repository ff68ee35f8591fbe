"""Who may approve a change that is only supposed, by its days or its money: “who has to approve 12 extra days on Corvus?”, “and if it costs nothing?”."""
from collections.abc import Mapping
from decimal import Decimal
import re

from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Plan
from assistant.planner.heard.tool_for import called, teller_of
from assistant.planner.words.openings import opening
from language.amounts import find_large, find_money
from tools.base import Holds, Tool

MAY = "may approve"
OPENS = opening("tell me")
DOES = r"(?:approv\w+|sign(?:s|ed)?(?: off)?|authori[sz]\w+|decid\w+|agree\w*|ok|okay|allow\w*|release\w*|grant\w*)"
WHO = re.compile(rf"\b(?:who|whose|whom|which role|do i need|does (?:it|that|this) need)\b.*\b{DOES}\b|\bwhose (?:approval|signature|decision|ok|yes)\b|"
                 rf"\b(?:may|can|could|am i allowed to) i (?:\w+ )?{DOES}\b")
DAYS = re.compile(r"\b(?P<n>\d{1,3}) (?:(?:extra|more|additional|further|working|calendar|later|of) )*(?P<unit>days?|weeks?)\b")
NOTHING = re.compile(r"\b(?:nothing|no money|no cost|no extra cost|free|for free|no costs|zero|without (?:extra |any )?costs?)\b")
NO_DAYS = re.compile(r"\b(?:no delay|no days|no extra days|no time|without (?:any )?delay|in time)\b")
ALSO = re.compile(rf"{OPENS}(?:what |and )*(?:if|when|for|with|even if|also if|suppose)\b")
WEEK, LONG = 5, 16


def may_take(heard: Heard, tools: Mapping[str, Tool], context: Context) -> Plan | None:
    """The teller's answer on such a change of the project that is named or talked of; None where no amount is said, or a record is."""
    teller, home = teller_of(tools.values()), heard.first("project") or context.project
    if teller is None or home is None or heard.types & {"KEY", "person", "TEXT"} or len(heard.text.split()) > LONG:
        return None
    was = _last(context, teller)
    is_of_it = WHO.search(heard.plain) is not None
    if not is_of_it and not (was and ALSO.match(heard.plain)):
        return None
    now = {n: v for n, v in (("days", _days(heard)), ("cost", _cost(heard))) if v}
    if not now or (was is None and "KIND" in heard.types):
        return None
    said = {**(was or {}), **now} if not is_of_it else now
    told = " and ".join(said[n] for n in ("days", "cost") if n in said)
    return Plan((called(teller, {Holds.record: home, Holds.field: f"{MAY}: {told}"}),), sure=True)


def _days(heard: Heard) -> str:
    if m := DAYS.search(heard.plain):
        n = int(m["n"]) * (WEEK if m["unit"].startswith("week") else 1)
        return f"{n} days"
    return "0 days" if NO_DAYS.search(heard.plain) else ""


def _cost(heard: Heard) -> str:
    amounts = [s.value for s in (*find_money(heard.text), *find_large(heard.text))]
    amount = next((a[0] if isinstance(a, tuple) else a for a in amounts), None)
    if isinstance(amount, Decimal):
        return f"{amount:f} EUR"
    return "0 EUR" if NOTHING.search(heard.plain) else ""


def _last(context: Context, teller: Tool) -> dict[str, str] | None:
    """What was supposed in the question before this one; None where that was another question."""
    call, field = context.last_call, teller.slot(Holds.field)
    said = str(call.said.get(field.name, "")) if call and field and call.tool == teller.name else ""
    if not said.startswith(f"{MAY}: ") or not re.search(r"\d", said):
        return None
    days, cost = re.search(r"\d+ days", said), re.search(r"\d+(?:\.\d+)? EUR", said)
    return {n: m[0] for n, m in (("days", days), ("cost", cost)) if m}
