"""How the sprint is going, what is left of it and whether it will be finished; and what the last sprints came to."""
from collections.abc import Mapping
import re

from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.permitting import OPENING
from assistant.planner.heard.plan import Asked, Plan
from assistant.planner.heard.tool_for import called, lister_of
from assistant.planner.heard.wording import with_each
from assistant.planner.learned.weighing import is_order
from language.numbers import read_number
from records.kinds import Project, Sprint
from tools.base import Holds, Slot, Tool

WORD = "sprint"
RUNNING = r"(?:the|this|our|my|its|the current|the running|this current|the ongoing|current|running)"
OF_SPRINT = re.compile(rf"{OPENING}(?:how|where|are|is|will|would|can|do|what|which|tell|show|does)\b.*\b{RUNNING} (?:PROJECT )?(?:sprint|iteration)\b")
DOING = re.compile(r"\b(?:how (?:is|are|does|do|did)|where (?:are|do|is)|going|doing|stand|on track|finish\w*|completed?|make it|"
                   r"get (?:it|there|through)|points?|left|remaining|velocity|burn ?down|progress|goal|done|manage|in time)\b")
POINTS = re.compile(rf"{OPENING}how many (?:story )?points (?:are|do we have|is|have we)(?: still| there)* (?:left|open|remaining|to go|to do|done|got)\b")
GOES_ON = re.compile(rf"{OPENING}(?:how many (?:story )?points\b.*|(?:will|do|can|are) (?:we|they|it|the team)\b.*\b"
                     r"(?:finish|make it|done|complete|manage|get there|on track|in time|going to)\b.*|"
                     r"(?:what|how much) is (?:still )?(?:left|open|missing|remaining)(?: in it)?|what is (?:the|our) velocity|how is it going)$")
LAST = re.compile(r"\b(?:last|past|previous) (?P<n>\w+) (?:sprints|iterations)\b|\b(?P<one>last|previous) (?:sprint|iteration)\b")


def of_sprints(heard: Heard, asked: Asked, context: Context, tools: Mapping[str, Tool]) -> Plan | None:
    """The report of the running sprint, or the list of the last ones; None where neither is asked."""
    if heard.types & {"KEY", "person", "MONEY", "TEXT"} or is_order(heard) or len(heard.all("project")) > 1:
        return None
    home = heard.first("project") or context.project or (asked.projects[asked.my_only] if asked.my_only else None)
    if (last := LAST.search(heard.plain)) and (plan := _last(last, home, tools)) is not None:
        return plan
    found = next(((t, s, c) for t in tools.values() for s in t.slots if s.holds is Holds.choice and not t.proposes for c, ws in s.choices.items()
                  if WORD in ws and any(o.of is Project and o.required for o in t.slots)), None)
    if found is None:
        return None
    tool, slot, choice = found
    is_asked = OF_SPRINT.match(heard.shaped("project").replace("sprints", "sprint")) is not None and DOING.search(heard.plain) is not None
    if not (is_asked or POINTS.match(heard.plain) or (GOES_ON.match(heard.plain) and _was(tool, slot, choice, context))):
        return None
    if home is None:
        return Plan(says="Which project?", choices=tuple(with_each(f"how is the {WORD} going", asked.of_mine)))
    return Plan(((tool.name, {next(s.name for s in tool.slots if s.of is Project): home, slot.name: choice}),), sure=True)


def _was(tool: Tool, slot: Slot, choice: str, context: Context) -> bool:
    """Whether the report of the running sprint was shown last."""
    last = context.last_call
    return last is not None and last.tool == tool.name and last.said.get(slot.name) == choice


def _last(said: "re.Match[str]", home: str | None, tools: Mapping[str, Tool]) -> Plan | None:
    """The last sprints that are closed, the latest first, as many as are said."""
    lister, number = lister_of(tools.values()), 1 if said["one"] else read_number(said["n"] or "")
    if lister is None or not number:
        return None
    where = {"status": "closed", **({"project": home} if home else {})}
    args = {Holds.kind: Sprint.kind.one, Holds.conditions: where, Holds.number: int(number)}
    return Plan((called(lister, args, f"-{Sprint.kind.when}"),), sure=True)
