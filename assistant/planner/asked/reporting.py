"""Who has not reported, and which reports are overdue: by the plan that says what is sent to whom and when, and never by the tasks of somebody."""
from collections.abc import Mapping
import re

from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Plan
from assistant.planner.heard.tool_for import called, lister_of
from assistant.planner.learned.weighing import is_order
from records.kinds import KINDS
from records.kinds.base import fields, split
from tools.base import Holds, Tool

BY_PLAN = "Who reports when is kept in the communications plan. Overdue by it:"
REPORT = r"(?:status |progress |project |monthly |weekly )*reports?"
NOT = r"(?:not|n['’]t|never|forgot(?:ten)?(?: to)?|failed to|yet to|did not|no)"
SILENT = re.compile(rf"^(?:so |and |please |tell me |show me |list )*(?:who|which|whose|what|any|anybody|has anybody|is there any|are there any)\b.*?"
                    rf"\b{NOT}\b(?: yet| been| had| ever)* (?:reported\b(?! (?:as|to be|red|green|amber))|report(?:ing)? (?:in|on time|for|since|this|last)\b|"
                    rf"(?:sent|send|delivered|deliver|handed in|hand in|written|write|filed|given|submitted)(?: in)? "
                    rf"(?:an? |any |the |their |his |her |its )?{REPORT})", re.I)
LATE = re.compile(rf"^(?:so |and |please |tell me |show me |list )*(?:(?:which|what|any|whose|are there any|the|all)(?: of the| the| our)? )?"
                  rf"(?:(?:overdue|late|missing|outstanding|missed) {REPORT}|{REPORT} (?:that |which )?(?:is |are |was |were |has been |have been )*"
                  rf"(?:overdue|late|missing|outstanding|missed|not sent|not delivered))(?: now| today| this \w+)*"
                  r"(?:,? and (?:whose|who|by whom|from whom)\b.*)?\W*$", re.I)


def reported(heard: Heard, tools: Mapping[str, Tool]) -> Plan | None:
    """The list of what the plan promised and was not sent, with a word on what it is by; None where no report is asked about."""
    lister = lister_of(tools.values())
    plan = next((k for k in KINDS if {"next_due", "sender_id"} <= {f.name for f in fields(k)}), None)
    text = heard.text.replace("n't", " n't").replace("n’t", " n't")
    if lister is None or plan is None or heard.types & {"KEY", "FIGURE", "MONEY", "TEXT"} or is_order(heard) or not (SILENT.match(text) or LATE.match(text)):
        return None
    where = next((dict(asked) for spoken, asked in plan.kind.sayings if "overdue" in split(spoken)), {})
    home = {"project": heard.first("project") or ""} if heard.first("project") else {}
    return Plan((called(lister, {Holds.kind: plan.kind.one, Holds.conditions: {**home, **where}}),), BY_PLAN, ("check compliance",), sure=True)
