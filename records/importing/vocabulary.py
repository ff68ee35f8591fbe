"""The kinds' own words as plain data: what a reader in the child process knows of them without the database's library."""
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Shape = Literal["text", "choice", "date", "money", "number", "whole", "flag", "person", "record"]


@dataclass(frozen=True)
class Slot:
    """One field: how it is said, and what a value of it must look like. `words` are (said, choice)."""
    name: str
    names: tuple[str, ...]
    shape: Shape
    refers: str = ""
    choices: tuple[str, ...] = ()
    words: tuple[tuple[str, str], ...] = ()
    required: bool = False
    unit: str = ""
    longest: int = 0
    least: float | None = None
    most: float | None = None


@dataclass(frozen=True, eq=False)
class KindWords:
    """One kind: its table, how it is said (plural, singular, other words), the field that titles it, the field of what it belongs to.

    `slots` are the fields that a person may set; `refers` names all fields, each with the table it refers to or an empty text.
    """
    table: str
    code: str
    names: tuple[str, ...]
    title: str
    within: str
    slots: Mapping[str, Slot] = field(default_factory=dict)
    refers: Mapping[str, str] = field(default_factory=dict)


Vocabulary = Mapping[str, KindWords]


def plain(vocabulary: Vocabulary) -> object:
    """The vocabulary as JSON."""
    return [{**vars(kind), "slots": [vars(slot) for slot in kind.slots.values()]} for kind in vocabulary.values()]


def known(told: Any) -> Vocabulary:
    """The vocabulary from JSON."""
    return {kind["table"]: KindWords(**{**kind, "names": tuple(kind["names"]), "slots": {s["name"]: _slot(s) for s in kind["slots"]}})
            for kind in told}


def _slot(told: Any) -> Slot:
    words = tuple((said, choice) for said, choice in told["words"])
    return Slot(**{**told, "names": tuple(told["names"]), "choices": tuple(told["choices"]), "words": words})
