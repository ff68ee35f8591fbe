"""Several facts in one breath, each of its own record: “the login page is done and the API test starts on Monday”."""
from collections.abc import Mapping, Sequence
import re
from typing import Any

from assistant.planner.heard.following import IT
from assistant.planner.heard.hearing import QUOTED, Heard
from assistant.planner.heard.mood import is_labelled, is_new, is_question
from assistant.planner.heard.plan import Call
from assistant.planner.words.lexicon import kind_named
from assistant.planner.words.phrases import LOOK, MAKING, REMOVAL

JOINT = re.compile(r"\s*(?:;|,(?!\d)(?:\s+(?:and|but|while))?|\s(?:and|but|while|whereas)\s|(?<=\w)\.(?=\s+\S))\s*", re.I)
MOST, LONGEST, SHORTEST = 4, 300, 3             # facts, letters of the message, and words of a fact


def facts(heard: Heard) -> tuple[str, ...]:
    """The parts that may each be a fact; () where it is an order for something new, a question, or one sentence."""
    text = heard.text.strip(" .!")
    if len(text) > LONGEST or "\n" in text or ":" in text or QUOTED.search(text) or is_question(heard) or "?" in text:
        return ()
    if MAKING.match(heard.plain) or LOOK.match(heard.plain) or REMOVAL.match(heard.plain) or is_new(heard) or is_labelled(heard):
        return ()
    parts = [p for p in JOINT.split(text) if p.strip()]
    if not 2 <= len(parts) <= MOST or any(len(p.split()) < SHORTEST or IT.search(p.lower()) for p in parts):  # noqa: PLR2004 - one is no several
        return ()
    return tuple(parts)


def are_told(parts: Sequence[Heard]) -> bool:
    """Whether each names its record, or none does by a key; beside one that does, a title that nobody knows needs an amount or a day to be no mere reason."""
    others = [part for part in parts if "KEY" not in part.types]
    return len(others) == len(parts) or all(part.types & {"PERCENT", "DATE"} for part in others)


def of_several(calls: Sequence[Call]) -> bool:
    """Whether each is a change of one record or makes a new one, and no two changes are of the same."""
    which = [args["where"] for _, args in calls if "where" in args]
    keys = [str(where["key"]) for where in which if isinstance(where, dict) and set(where) == {"key"}]
    return len(keys) == len(which) == len(set(keys)) and not any("," in key for key in keys)


def is_of_somebody(args: Mapping[str, Any]) -> bool:
    """Whether what is new is about somebody, such as days away, and no work that was only spoken of."""
    return bool(kind_named(str(args["kind"])).kind.whose)
