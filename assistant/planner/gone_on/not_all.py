"""All records of a kind that nobody named are no answer: that nothing was read is said instead, and of what was shown last where something was."""
from collections.abc import Mapping

from assistant.planner.gone_on.of_shown import shown_last
from assistant.planner.gone_on.off_thread import not_read_of
from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Asked, Plan
from assistant.planner.heard.tool_for import lister_of
from assistant.planner.heard.wording import LOST, helpful
from records.kinds import Task
from tools.base import Holds, Tool

SAYS_WHICH = frozenset(("KIND", "SAYING", "FIGURE", "KEY", "objective", "document", "TEXT"))


def not_all(plan: Plan, heard: Heard, asked: Asked, context: Context, tools: Mapping[str, Tool]) -> Plan | None:
    """The sentence in the place of such a list; None where the plan is no list of everything, or the message tells of which."""
    lister = lister_of(tools.values())
    if lister is None or plan.sure or len(plan.calls) != 1 or plan.calls[0][0] != lister.name or heard.types & SAYS_WHICH:
        return None
    kind, where, said = lister.slot(Holds.kind), lister.slot(Holds.conditions), plan.calls[0][1]
    if kind is None or where is None or set(said) - {kind.name, where.name} or plan.says or said[kind.name] != Task.kind.one:
        return None                                        # tasks are what is listed where nothing says what; “who works here?” asks for people
    if "project" in heard.types or set(said.get(where.name) or ()) - {"project"}:
        return None                                        # a project that is only taken from before tells no more of which
    last = shown_last(context)
    if last is not None:
        return not_read_of(last)
    return Plan(says=LOST, choices=tuple(helpful((), heard, asked.projects, context.project)), understood=False)
