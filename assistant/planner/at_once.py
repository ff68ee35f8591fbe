"""What some words alone ask for: how the office works, what is to be decided, who has time, who changed what, who the asker is."""
from collections.abc import Mapping
import re

from assistant.planner.blocking import blocking
from assistant.planner.by_week import by_week
from assistant.planner.changed_by import changed_by, done_by
from assistant.planner.filling import fill
from assistant.planner.following import Context
from assistant.planner.having_time import free_time
from assistant.planner.hearing import Heard
from assistant.planner.loads import loads
from assistant.planner.on_documents import on_document
from assistant.planner.plan import Asked, Plan
from assistant.planner.reckoning import by_month
from assistant.planner.ruling import asks_of_office
from assistant.planner.to_decide import to_decide
from assistant.planner.untouched import untouched
from assistant.planner.waiting_for import waits_for
from assistant.planner.wishing import is_open
from assistant.planner.wording import NOT_ONE_CHANGE
from tools.base import Holds, Tool

WHO_AM_I = re.compile(r"^(?:so |and )*(?:who am i|what is my (?:name|role|job|profile)|what do you know about me|show (?:me )?my (?:profile|role|"
                      r"record))(?: here)?$")
ONE_CHANGE = re.compile(r"^(?:please )?(?:show|see|open|display|what (?:was|is|did|happened)|tell me|who (?:made|did))\b")


def asked_at_once(heard: Heard, asked: Asked, context: Context, tools: Mapping[str, Tool]) -> Plan | None:
    """The plan for such a question, by `tools`, those that may be used; None where it is none."""
    asking = next((t for t in tools.values() if any(is_open(s) for s in t.slots)), None)
    of_office = (asking.name, fill(asking, heard, context).args) if asking and asks_of_office(heard) else None
    if call := on_document(heard, asked, tools) or of_office:
        return Plan((call,))
    calls = to_decide(heard, tools) or waits_for(heard, tools) or by_month(heard, asked.today, tools) or by_week(heard, tools)
    calls = calls or untouched(heard, tools) or loads(heard, tools) or blocking(heard, tools, context)
    if plan := Plan(calls, sure=True) if calls else free_time(heard, tools) or changed_by(heard, tools, context) or done_by(heard, tools, context):
        return plan
    if asked.me and WHO_AM_I.match(heard.plain) and (teller := next((t for t in tools.values() if t.slot(Holds.field) and t.slot(Holds.record)), None)):
        return Plan(((teller.name, {s.name: asked.me for s in teller.slots if s.holds is Holds.record}),))
    if (number := heard.first("CHANGE")) and ONE_CHANGE.match(heard.plain):
        return Plan(says=NOT_ONE_CHANGE, choices=("what changed today?", f"undo change #{number}"))
    return None
