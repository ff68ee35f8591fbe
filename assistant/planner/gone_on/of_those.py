"""“Which of those are late already?” of records that no list held: of one's own work, of a report."""
from collections.abc import Mapping
import re

from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Plan
from assistant.planner.heard.tool_for import called, lister_of
from assistant.planner.meant.conditions import conditions
from assistant.planner.words.lexicon import kind_coded
from records.kinds import Task
from tools.base import Holds, Tool

OF_THOSE = re.compile(r"^(?:and |so |ok )*(?:which|what|how many|who|any) of (?:those|these|them|it|my tasks)\b")


def of_those(heard: Heard, context: Context, tools: Mapping[str, Tool]) -> Plan | None:
    """The list of those that were shown last and are so; None where a list was shown, which is narrowed by itself."""
    last = tools.get(context.last_call.tool) if context.last_call else None
    lister = lister_of(tools.values())
    if last is None or lister is None or last.slot(Holds.conditions) or not OF_THOSE.match(heard.plain) or heard.of("KEY"):
        return None
    keys = context.them
    kinds = [kind_coded(key) for key in keys]
    kind = Task if Task in kinds else next(iter(kinds), None)
    where = {n: v for n, v in conditions(kind, heard, Context((), context.projects)).items() if n != "key"} if kind else {}
    if kind is None or not where:
        return None
    own = ", ".join(key for key in keys if kind_coded(key) is kind)
    said = {Holds.kind: kind.kind.one, Holds.conditions: {**where, "key": own}}
    return Plan((called(lister, said),))
