"""What is said next of what was just shown, changed or proposed, before anything else is read in it."""
from collections.abc import Mapping
from dataclasses import replace

from assistant.planner.gone_on.changed_of_shown import changed_of_shown
from assistant.planner.gone_on.gone_through import gone_through
from assistant.planner.gone_on.left_before import left_before
from assistant.planner.gone_on.meant_another import meant_another, which_other
from assistant.planner.gone_on.of_changes import of_changes
from assistant.planner.gone_on.of_kind_too import of_kind_too
from assistant.planner.gone_on.of_the_one import of_the_one
from assistant.planner.gone_on.one_more import one_more
from assistant.planner.gone_on.over_list import of_the_same
from assistant.planner.gone_on.who_decided import who_decided, who_runs
from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Asked, Plan
from tools.base import Tool


def said_next(heard: Heard, context: Context, tools: Mapping[str, Tool], asked: Asked) -> Plan | None:
    """The plan of such a message; None for any other."""
    found = meant_another(heard, context, tools) or which_other(heard, context) or of_kind_too(heard, context, tools)
    found = found or left_before(heard, context) or one_more(heard, context, tools, asked) or changed_of_shown(heard, context, tools, asked)
    found = found or gone_through(heard, context, tools) or of_the_same(heard, context, tools, asked) or who_decided(heard, context, tools)
    found = found or who_runs(heard, context, tools) or of_the_one(heard, context, tools)
    found = found or of_changes(heard, context, tools)
    return replace(found, whole=True) if found and found.calls else found            # each of them is read from its first word to its last
