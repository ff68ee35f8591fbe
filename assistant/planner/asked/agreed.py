"""Whether and when something that is agreed and not decided was approved: “who agreed the baseline of Apollo?”, “was the business case ever approved?”."""
from collections.abc import Mapping
import re

from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Asked, Plan
from assistant.planner.heard.tool_for import called, lister_of
from assistant.planner.heard.wording import APPROVER_UNKEPT
from assistant.planner.learned.weighing import is_order
from assistant.planner.words.lexicon import kind_named
from assistant.planner.words.openings import opening
from records.kinds.base import Record, fields
from tools.base import Holds, Tool

ASKED = re.compile(rf"{opening('tell me', 'do you know')}(?:who|by whom|when|was|were|has|have|did|is|are)\b.*"
                   r"\b(?:approved?|agreed?(?: on| to)?|sign(?:ed)?[- ]?off|accepted?|confirmed)\b")
DAYS = ("approved_on", "agreed_on")


def agreed(heard: Heard, asked: Asked, tools: Mapping[str, Tool], context: Context) -> Plan | None:
    """The records of that kind of the project that is meant; None where no such kind is named."""
    lister, kind = lister_of(tools.values()), next((k for k in map(kind_named, heard.all("KIND")) if _is_agreed(k)), None)
    home = heard.first("project") or context.project or asked.projects.get(asked.my_only, "")
    if lister is None or kind is None or not home or is_order(heard) or heard.types & {"KEY", "MONEY", "TEXT"} or not ASKED.match(heard.plain):
        return None
    day = next(f for f in fields(kind) if f.name in DAYS)
    is_who = re.search(r"\bwho(?:m)?\b", heard.plain) is not None and not any(f.refers == "person" and f.name != "owner_id" for f in fields(kind))
    call = called(lister, {Holds.kind: kind.kind.one, Holds.conditions: {"project": home}}, f"-{day.label}")
    return Plan((call,), APPROVER_UNKEPT.format(kind=kind.kind.one) if is_who else "", sure=True)


def _is_agreed(kind: type[Record]) -> bool:
    return any(f.name in DAYS for f in fields(kind))
