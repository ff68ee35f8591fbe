"""“Who is on it?”, “which task is that for?” of the one record that was shown or waits; and “the biggest of those” in an order, which is asked."""
from collections.abc import Mapping
import re

from assistant.planner.gone_on.off_thread import not_read_of
from assistant.planner.heard.following import RECORD, Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Plan
from assistant.planner.heard.tool_for import called, teller_of
from assistant.planner.heard.wording import WHICH_ONE
from assistant.planner.learned.weighing import is_order
from assistant.planner.words.lexicon import kind_coded
from assistant.planner.words.openings import opening
from records.kinds import Person
from records.kinds.base import fields
from tools.base import Holds, Tool

OPENS = opening("tell me")
ON_IT = re.compile(rf"{OPENS}who(?: is)?(?: still| actually| currently| now)? (?:on|doing|does|working on|works on|busy with) (?:it|that|this)(?: now| then)?$")
WHICH = re.compile(rf"{OPENS}(?:which|what) KIND (?:is|was) (?:it|that|this)(?: (?:for|of|about|on|then))*$")
MOST = re.compile(r"\bthe (?:very )?(?:biggest|largest|smallest|longest|shortest|oldest|newest|latest|earliest|worst|best|easiest|hardest|least \w+|most \w+) "
                  r"(?:ones?|of (?:them|those|these|all))\b")
FEW = 4


def of_the_one(heard: Heard, context: Context, tools: Mapping[str, Tool]) -> Plan | None:
    """The plan for such a message; None for another, or where nothing was shown."""
    teller, rows = teller_of(tools.values()), context.rows()
    if teller is None or not context.past or heard.types & {"KEY", "TEXT", "project"}:
        return None
    if MOST.search(heard.plain) and is_order(heard) and not context.pending and len(rows) > 1:
        return Plan(says=WHICH_ONE, choices=tuple(f"show {key}" for key in rows[:FEW]), understood=False)
    key = _waits(context) or context.called(context.it or "")
    if ON_IT.match(heard.plain) and RECORD.match(key):
        owner = next((f.label for f in fields(kind_coded(key)) if f.refers == Person.__tablename__), "")
        return Plan((called(teller, {Holds.record: key, Holds.field: owner}),), sure=True) if owner else None
    if WHICH.match(heard.shaped("KIND")):
        last = next((t for t in reversed(context.past) if t.keys), None)
        return Plan((called(teller, {Holds.record: key}),), sure=True) if RECORD.match(key) else not_read_of(last) if last else None
    return None


def _waits(context: Context) -> str:
    """The one record that the change which waits is of."""
    said = context.pending.said.get("where") if context.pending else None
    key = str(said.get("key", "")) if isinstance(said, Mapping) else ""
    return key.upper() if RECORD.match(key.upper()) else ""
