"""The one record of some kinds that a message speaks of by words of its title: “who moved the pilot?”, “who decides the cloud hosting question?”."""
from collections.abc import Callable
from dataclasses import replace
import re

from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Asked
from assistant.planner.meant.subjects import fitting, subjects
from records.kinds.base import Record, fields
from tools.desk.holding import Holder

NUMBERED = re.compile(r"\bgate (?P<n>\d{1,2})\b", re.I)


def spoken_of(heard: Heard, asked: Asked, is_such: Callable[[type[Record]], bool]) -> Holder | None:
    """The record that fits best of those kinds; None where none holds the words, or several do as well."""
    for subject in subjects(heard, asked):
        such = replace(subject, holders=tuple(h for h in subject.holders if is_such(h.kind)))
        fit = fitting(such, heard, asked) if such.holders else ()
        if len(fit) == 1:
            return fit[0]
    return None


def milestone_of(heard: Heard, asked: Asked, home: str) -> str:
    """The milestone that is spoken of, by the number of a gate or by words of its title; "" where none or several are."""
    if n := NUMBERED.search(heard.text):
        begins = f"gate {n['n']}"
        held = [h for h in asked.holding(begins) if _is_milestone(h.kind) and h.title.lower().startswith(begins)]
        there = [h for h in held if h.home == home] if home else [h for h in held if h.is_own] or held
        return there[0].key if len(there) == 1 else ""
    found = spoken_of(heard, asked, _is_milestone)
    return found.key if found and found.is_titled else ""


def _is_milestone(kind: type[Record]) -> bool:
    return {"forecast", "planned", "actual"} <= {f.name for f in fields(kind)}
