"""The one record of some kinds that a message speaks of by words of its title: “who moved the pilot?”, “who decides the cloud hosting question?”."""
from collections.abc import Callable
from dataclasses import replace

from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Asked
from assistant.planner.meant.subjects import fitting, subjects
from records.kinds.base import Record
from tools.desk.holding import Holder


def spoken_of(heard: Heard, asked: Asked, is_such: Callable[[type[Record]], bool]) -> Holder | None:
    """The record that fits best of those kinds; None where none holds the words, or several do as well."""
    for subject in subjects(heard, asked):
        such = replace(subject, holders=tuple(h for h in subject.holders if is_such(h.kind)))
        fit = fitting(such, heard, asked) if such.holders else ()
        if len(fit) == 1:
            return fit[0]
    return None
