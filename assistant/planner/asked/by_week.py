"""The load of people week by week: “which weeks are critical for the team?”, “load of the team per week”."""
from collections.abc import Mapping
import re

from assistant.planner.filled.filling import spoken_days
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Call
from assistant.planner.heard.tool_for import lister_of
from assistant.planner.learned.weighing import is_order
from records.figures import FIGURES
from records.kinds import Task
from records.kinds.base import split
from tools.base import Holds, Tool

FULL = (r"critical|tight(?:er|est)?|bus(?:y|ier|iest)|full(?:er|est)?|worst|overloaded|overbooked|stretched|hard(?:est)?|heav(?:y|iest)|too much|"
        r"problem(?:s|atic)?|short|bottlenecks?|crunch|not enough|peaks?|overallocated|over-allocated|over capacity|overcommitted")
WHICH = re.compile(rf"\b(?:which|what|when|in which)\b(?: \w+){{0,3}} weeks?\b.*\b(?:{FULL})\b|"
                   rf"\b(?:{FULL})(?: \w+){{0,2}} weeks\b|\bweeks?\b.*\b(?:{FULL})\b.*\b(?:team|us|we|people|everybody|everyone|all)\b")
FREE = re.compile(r"\b(?:free|quiet(?:er|est)?|light(?:er|est)?|empty|least busy|slack|calm(?:er|est)?)"
                  r"(?: (?!next|this|last|the|all|every|each|per|in)\w+)? weeks?\b|"
                  r"\bweeks? (?:is|are) .*\b(?:free|quiet(?:er|est)?|light(?:er|est)?|empty|least busy|calm(?:er|est)?)\b")
EACH = re.compile(r"\b(?:by|per|each|every|for each|week by) week\b|\bweekly\b")
OF_ALL = re.compile(r"\b(?:team|people|everybody|everyone|us|we|our|all|staff|colleagues|office|persons?)\b")


def by_week(heard: Heard, tools: Mapping[str, Tool]) -> tuple[Call, ...]:
    """The list of people by week, of one who is named or of all; () where that is not asked for."""
    lister = lister_of(tools.values())
    share = next((f.left_of for f in FIGURES if f.left_of is not None and f.left_of.is_over_days), None)
    if lister is None or share is None or is_order(heard) or heard.types & {"KEY", "project", "MONEY"}:
        return ()
    people = share.of.kind
    if "person" in heard.types and set(heard.all("FIGURE")) - {share.name}:
        return ()                                          # a figure of one tells of its weeks itself
    sayings = {w.lower() for spoken, _ in people.sayings for w in split(spoken)}
    is_load = bool(set(heard.all("SAYING")) & sayings or any(f.of is share.of and f.is_over_days for f in FIGURES if f.name in heard.all("FIGURE")))
    is_of_people = is_load or "person" in heard.types or OF_ALL.search(heard.plain) is not None
    is_asked = (EACH.search(heard.plain) and is_load) or ((WHICH.search(heard.plain) or FREE.search(heard.plain)) and is_of_people)
    if not is_asked or set(heard.all("KIND")) - {people.one, Task.kind.one}:
        return ()
    named = {people.title: ", ".join(heard.said(s) for s in heard.of("person"))} if heard.of("person") else {}
    said = {Holds.kind: people.one, Holds.conditions: named, Holds.days: spoken_days(heard)}
    args = {s.name: value for s in lister.slots if (value := said.get(s.holds) or (f"{share.title} by week" if s.name == "group" else None))}
    return ((lister.name, args),)
