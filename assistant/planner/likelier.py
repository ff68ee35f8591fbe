"""What is learned alone tells what a message is for where nothing else understood it, or another question was surely meant."""
from collections.abc import Mapping, Sequence
from typing import Any

from assistant.planner.completing import completed
from assistant.planner.filling import fill
from assistant.planner.filtering import filtered
from assistant.planner.following import Context
from assistant.planner.hearing import Heard
from assistant.planner.leftover import reads_all
from assistant.planner.lexicon import kind_named
from assistant.planner.marking import WHICH, marking
from assistant.planner.ordering import grouping, sorting
from assistant.planner.plan import Asked, Plan
from assistant.planner.valuing import LIKELY
from assistant.planner.weighing import is_asked_for, is_order, likely_kind, odds
from records.kinds.base import Record
from tools import TOOLS
from tools.base import Holds, Tool

OF_KIND, SURELY_OF_KIND = 0.6, 0.9
LISTED, ONLY_LISTED = 0.75, 0.93                     # of the odds: so many speak for a list where nothing else was understood, and where something else was
HARDLY = 0.05                                        # of the odds, so few that what would be proposed is not wanted
SURELY_ASKED = 0.96                                  # of the odds of a question, so many that another was hardly meant
ORDERED = ("sort", "group")


def likelier_list(plan: Plan, heard: Heard, tool: Tool) -> Plan | None:
    """The list that a message is likelier for than the plan: its kind and everything that narrows it are likely, and no word is left over. None where the
    plan is one already, or proposes what may well be wanted."""
    proposed = [t.name for t in TOOLS for name, _ in plan.calls if t.proposes and t.name == name]
    if any(odds(heard)[name] > HARDLY for name in proposed) or "KEY" in heard.types:
        return None
    if (plan.understood and any(name == tool.name for name, _ in plan.calls)) or odds(heard)[tool.name] < (
            ONLY_LISTED if plan.understood and plan.calls else LISTED):
        return None
    kind = _kind(heard)
    return Plan(((tool.name, args),)) if kind is not None and (args := _args(heard, tool, kind)) else None


def surely_asked(heard: Heard, context: Context, asked: Asked, tools: Sequence[Tool]) -> Plan | None:
    """The question that is surely meant and has all it needs, of `tools`, those that may be used; but for figures and lists, which are told from words
    that only they have."""
    best = max(tools, key=lambda t: odds(heard)[t.name])
    is_question = (not best.proposes or is_asked_for(best)) and not best.slot(Holds.figure) and not best.slot(Holds.conditions)
    if not is_question or odds(heard)[best.name] < SURELY_ASKED or "KEY" in heard.types or is_order(heard):
        return None
    filled = fill(best, heard, context)
    return None if filled.missing else completed(best, filled, heard, asked)


def _kind(heard: Heard) -> type[Record] | None:
    """The kind that is likely and is named, where any is; or surely another, as readings of a metric are."""
    named, likely = set(heard.all("KIND")), likely_kind(heard, OF_KIND)
    if likely is not None and (not named or likely.kind.one in named or likely_kind(heard, SURELY_OF_KIND) is likely):
        return likely
    return kind_named(named.pop()) if len(named) == 1 and likely is None else None


def _args(heard: Heard, tool: Tool, kind: type[Record]) -> Mapping[str, Any] | None:
    where = {of.label: said for of, said, _ in filtered(kind, heard)}
    marks = [m for m in marking(heard, kind, "finds").runs() if m.share >= LIKELY]
    if not where or any(m.field.startswith(WHICH) and m.field.removeprefix(WHICH) not in where for m in marks):
        return None
    order = {"sort": sorting(kind, heard), "group": grouping(kind, heard)}
    if any(m.field in ORDERED and not order[m.field] for m in marks) or any(m.field == "words" for m in marks):
        return None
    said = {Holds.kind: kind.kind.one, Holds.conditions: where}
    args = {s.name: value for s in tool.slots if (value := said.get(s.holds) or (order.get(s.name) if s.holds is Holds.field else None))}
    return args if reads_all(tool, args, heard, but_beside=True) else None
