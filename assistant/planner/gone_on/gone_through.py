"""“Did that go through, and is anything else missing on it?”: what became of the last change here, and the record as it stands now."""
from collections.abc import Mapping
import re

from assistant.planner.heard.following import RECORD, Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Plan
from assistant.planner.heard.tool_for import called, lister_of, teller_of
from assistant.planner.heard.wording import HAS_GONE_THROUGH, NOT_YET_WRITTEN, STANDS_WITH, WAS_NOT_WRITTEN
from assistant.planner.words.lexicon import kind_coded
from assistant.planner.words.openings import opening
from tools.base import Holds, Tool

OPENS = opening("great", "good", "thanks", "tell me")
IT = r"(?:it|that|this|the (?:change|update|booking|entry|order)|my (?:change|update|entry)|everything|all(?: of (?:it|that|them))?|they|those|both)"
THROUGH = re.compile(rf"{OPENS}(?:(?:did|has|have|is|was|are|were|does|do) {IT}(?: (?:really|now|actually|all|already|been|got|gotten|get))* "
                     r"(?:go(?:ne)? (?:through|in)|went through|work(?:ed)?|saved?|stored?|recorded|written(?: down)?|applied|booked|done|taken(?: over)?|"
                     r"in(?: there| the system| the records)?|there|entered|confirmed|arrived?|registered|changed now)|"
                     rf"(?:did|have) you (?:really |actually )?(?:saved?|do|done|record(?:ed)?|changed?|book(?:ed)?|write|written|apply|applied) {IT})"
                     r"(?: now| then| already| yet| properly| correctly| ok)*$")
PLAINLY = re.compile(r"\b(?:through|saved?|stored?|recorded|did you|have you)\b")          # “is it done?” may be asked of a task
LACKS = re.compile(rf"{OPENS}(?:(?:is|are) (?:there )?(?:anything|something)|what|what else is|do we (?:still )?(?:need|miss) anything)(?: else| more)?"
                   r"(?: (?:still|that|is|are|does it|else))* (?:missing|lacking|empty|unfilled|not filled(?: in)?|"
                   r"to (?:be )?(?:fill(?:ed)?(?: in)?|add(?:ed)?)|incomplete)(?: still| now| then)*"
                   r"(?: (?:on|in|for|of|with|from) (?:it|that|this|KEY|the (?:KIND|record)))?$")
OF_IT = re.compile(r"\b(?:on|in|for|of|with|from) (?:it|that|this|KEY|the (?:KIND|record))$")


def gone_through(heard: Heard, context: Context, tools: Mapping[str, Tool]) -> Plan | None:
    """Whether the last change was made, with the records that it changed; or one record, where it is asked what it lacks; None for another message."""
    shaped = heard.shaped("KEY", "KIND")
    last = context.past[-1] if context.past else None
    is_behind = last is not None and bool(last.state or (not last.question and last.keys))
    if THROUGH.match(heard.plain) and (is_behind or PLAINLY.search(heard.plain)) and not heard.types & {"KEY", "person", "project"}:
        return _became(context, tools)
    key = heard.first("KEY") or context.it or ""
    teller = teller_of(tools.values())
    if LACKS.match(shaped) and OF_IT.search(shaped) and context.pending and not heard.of("KEY"):
        return _became(context, tools)
    if LACKS.match(shaped) and (OF_IT.search(shaped) or is_behind) and RECORD.match(key) and teller and not context.pending:
        return Plan((called(teller, {Holds.record: key}),), STANDS_WITH, sure=True)
    return None


def _became(context: Context, tools: Mapping[str, Tool]) -> Plan | None:
    """What was written last, as it stands; that it still waits, or that nothing was."""
    turn = next((t for t in reversed(context.past) if t.state or (not t.question and t.keys)), None)
    if turn is None:
        return Plan(says=WAS_NOT_WRITTEN) if context.past else None
    teller, lister = teller_of(tools.values()), lister_of(tools.values())
    waits = str((context.waiting[-1].said.get("where") or {}).get("key", "")).split(", ") if context.waiting else []
    keys = [key for key in (waits if turn.state == "pending" else turn.keys) if RECORD.match(key)]
    told = (called(teller, {Holds.record: keys[0]}),) if len(keys) == 1 and teller else ()
    if turn.state == "pending":
        return Plan(told, NOT_YET_WRITTEN.format(title=turn.wish), sure=bool(told))
    if turn.state not in ("", "applied") or not keys:
        return Plan(says=WAS_NOT_WRITTEN)
    if told:
        return Plan(told, HAS_GONE_THROUGH, sure=True)
    kinds = dict.fromkeys(kind_coded(key) for key in keys)
    calls = [called(lister, {Holds.kind: of.kind.one, Holds.conditions: {"key": ", ".join(k for k in keys if kind_coded(k) is of)}}) for of in kinds] \
        if lister else []
    return Plan(tuple(calls), HAS_GONE_THROUGH, sure=True) if calls else None
