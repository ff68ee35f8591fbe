"""“What did you create?”: what was written in this conversation last, or that what was shown only waits."""
from collections.abc import Mapping
import re

from assistant.planner.heard.following import RECORD, Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Plan
from assistant.planner.heard.tool_for import called, lister_of, teller_of
from assistant.planner.heard.wording import NOTHING_WRITTEN, ONLY_WAITS, WRITTEN_LAST
from assistant.planner.words.lexicon import kind_coded
from tools.base import Holds, Tool

ASKS = re.compile(r"^(?:(?:so|and|ok|now|wait|hm+)\b ?)*(?:what|which (?:ones?|records?|tasks?)) (?:exactly )?(?:did|have) (?:you|we|i)(?: just| now)* "
                  r"(?:created?|add(?:ed)?|writ(?:e|ten)|wrote|change[d]?|saved?|book(?:ed)?|record(?:ed)?|done|do|made?|enter(?:ed)?|updated?|log(?:ged)?)"
                  r"(?: (?:now|just now|there|here|in the end|for me|exactly))?$|"
                  r"^(?:(?:so|and|ok)\b ?)*(?:show (?:me )?)?what (?:was|has been|got) (?:just )?(?:created|added|written|changed|saved|done)"
                  r"(?: (?:now|just now|here))?$")


def written_here(heard: Heard, context: Context, tools: Mapping[str, Tool]) -> Plan | None:
    """The records that were written last here; None where that is not asked, or nothing was said here at all."""
    if not context.past or heard.types & {"KEY", "project", "person", "DATE"} or not ASKS.match(heard.plain):
        return None
    if any(turn.state == "pending" for turn in context.past[-2:]):
        return Plan(says=ONLY_WAITS)
    keys = next(([k for k in turn.keys if RECORD.match(k)] for turn in reversed(context.past) if not turn.question and not turn.calls and turn.keys), [])
    lister, teller = lister_of(tools.values()), teller_of(tools.values())
    if not keys or lister is None or teller is None:
        return Plan(says=NOTHING_WRITTEN) if not keys else None
    if len(keys) == 1:
        return Plan((called(teller, {Holds.record: keys[0]}),), WRITTEN_LAST)
    kinds = dict.fromkeys(kind_coded(key) for key in keys)
    return Plan(tuple(called(lister, {Holds.kind: kind.kind.one, Holds.conditions: {"key": ", ".join(k for k in keys if kind_coded(k) is kind)}})
                      for kind in kinds), WRITTEN_LAST)
