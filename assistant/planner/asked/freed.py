"""Whose hours would be free without a project: “if we stopped Fortuna, whose hours would be free and how many?”."""
from collections.abc import Callable
import re

from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Plan
from assistant.planner.heard.wording import HOURS_PLANNED
from assistant.planner.words.openings import opening
from records.kinds import Task

OPENS = opening()
STOP = (r"(?:stop|stopped|stopping|cancel|cancelled|cancelling|end|ended|ending|halt|halted|drop|dropped|dropping|kill|killed|killing|pause|paused|"
        r"pausing)")
WHOSE = r"\b(?:whose|who|hours|capacity|people)\b"
FREE = r"\b(?:free|freed|available|have time|has time|gain|win|released?)\b"
FORMS = (re.compile(rf"{OPENS}(?:if|when|suppose|supposing|what if) (?:we )?{STOP} PROJECT\b(?=.*{WHOSE}).*{FREE}"),
         re.compile(rf"{OPENS}(?=.*{WHOSE})(?:whose|who|how many hours|how much (?:time|capacity)|which people|what capacity)\b.*{FREE}.*"
                    rf"\b(?:if|when|by) (?:we )?{STOP} PROJECT\b"))


def freed(heard: Heard, again: Callable[[str], Plan]) -> Plan | None:
    """The planned hours of what is open on the project, by owner; None where no hours that would be free are asked for."""
    homes = heard.of("project")
    if len(homes) != 1 or heard.types & {"KEY", "MONEY", "PERCENT"} or not any(form.match(heard.shaped("project")) for form in FORMS):
        return None
    found = again(f"total hours of open {Task.kind.many} of {heard.said(homes[0])} by owner")
    return Plan(found.calls, HOURS_PLANNED, sure=True) if found.calls and not found.says else None
