"""What a second question asks that the answer to the first shows already: who has what in a list, from what to what in a log of changes, by how much."""
from collections.abc import Mapping
import re

from assistant.planner.heard.plan import Call, Plan
from assistant.planner.meant.thoughts import BARE, EMPTY, WHOM
from records.kinds import TimeEntry
from tools.base import Holds, Tool

OF_US = re.compile(r"\b(?:me|us)\b", re.I)       # who does something to us stands in no list of ours
TO_WHAT = re.compile(r"(?:from what )?(?:and )?to what\W*$|what (?:exactly )?was (?:it|that|changed)\W*$", re.I)
BY_HOW_MUCH = re.compile(r"(?:by )?how (?:much|late|far|many \w+)\W*$|how many hours\b(?! (?:are|is|has|have) left)[\w ]*\W*$", re.I)
ON_WHAT = re.compile(r"(?:on|for) (?:what|which (?:tasks?|projects?|work))\W*$", re.I)
WHICH_ONES = re.compile(r"(?:which|who)(?: ones?| of (?:them|those|these)| (?:are|is) (?:they|those|it|that))?\W*$|what are (?:they|those)\W*$", re.I)
OF_THEIR_HOME = re.compile(r"\b(?:projects?|programmes?|portfolios?)\b.*\b(?:they|those|these|it|each|belongs?|are on|are in|come from|concerned|behind)\b|"
                           r"\b(?:their|its|those|these|the)(?: \w+)? projects?\b", re.I)
COMPARED = re.compile(r"(?:above|below|at least|at most) -?\d[\d.,]*$")


def told_anyway(first: Plan, whole: Plan, said: str, tools: Mapping[str, Tool]) -> bool:
    """Whether the first shows it: a list who has what and by how much, a journal who did what and when; or it asks for nothing of its own."""
    if EMPTY.match(said) and whole.calls == first.calls:
        return True
    used = [tools[name] for name, _ in first.calls]
    if OF_US.search(said) or not used or any(tool.proposes for tool in used):
        return False
    if all(tool.slot(Holds.changed) for tool in used) and (WHOM.match(said) or BARE.match(said) or TO_WHAT.match(said)):
        return True
    if not all(tool.slot(Holds.conditions) for tool in used):
        return False
    if (WHOM.match(said) and not OF_THEIR_HOME.search(said)) or WHICH_ONES.match(said):
        return True
    return (BY_HOW_MUCH.match(said) is not None and all(_is_measured(call) for call in first.calls)) or (
        ON_WHAT.match(said) is not None and all(_is_booked(tools[name], args) for name, args in first.calls))


def _is_measured(call: Call) -> bool:
    """Whether a list shows a number, which it is narrowed or put in order by, or adds up."""
    _, args = call
    is_sorted = str(args.get("sort", "")).startswith("-")
    return is_sorted or str(args.get("group", "")).startswith("total ") or any(COMPARED.match(str(v)) for v in (args.get("where") or {}).values())


def _is_booked(tool: Tool, args: Mapping[str, object]) -> bool:
    """Whether a list is of hours, each of which stands beside its task."""
    kind = tool.slot(Holds.kind)
    return kind is not None and args.get(kind.name) == TimeEntry.kind.one and not args.get("group")
