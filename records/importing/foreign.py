"""How other systems and spreadsheets call our fields and choices: `foreign.toml`, read once, ready to be compared."""
from collections.abc import Mapping
from functools import cache
from pathlib import Path
import tomllib
from typing import Any

from records.importing.text import plainly

# What is no field of a record but tells something of a row: its mark in the file, who comes before, how deep it lies.
ID, PREDECESSORS, SUCCESSORS, LEVEL, DURATION, MILESTONE, BUDGET, FIRST, LAST, NOTHING = (
    "@id", "@predecessors", "@successors", "@level", "@duration", "@milestone", "@budget", "@first", "@last", "-")


def headers(kind: str, field: str) -> tuple[str, ...]:
    """What other systems head a column with that is this field of this kind."""
    said = _words()
    own = said["kinds"].get(kind, {}).get(field)
    return _split(own if own is not None else said["fields"].get(field, ""))


def first(kind: str, field: str) -> tuple[str, ...]:
    """The headers that win over the kind's own words, because in files they leave no doubt."""
    return _split(_words()["first"].get(kind, {}).get(field, ""))


def of_rows(kind: str) -> Mapping[str, tuple[str, ...]]:
    """What else a column may say of a row of this kind: "@id" and the like."""
    said = _words()["rows"]
    return {f"@{name}": _split(words) for name, words in {**said["any"], **said.get(kind, {})}.items()}


def hints(field: str) -> tuple[str, ...]:
    """Loose words in a header that speak for a field, once its cells fit too."""
    return _split(_words()["hints"].get(field, ""))


def is_remark(header: str) -> bool:
    """Whether a column is headed as one of remarks: words on how it goes, not on what is to be done."""
    said = f" {plainly(header)} "
    return any(f" {word} " in said for word in _split(_words()["remarks"]["words"]))


def names(kind: str) -> tuple[str, ...]:
    """What records of this kind are called in other languages."""
    return _split(_words()["names"].get(kind, ""))


def choices(field: str) -> Mapping[str, tuple[str, ...]]:
    """What this field's choices are called elsewhere."""
    return {choice: _split(words) for choice, words in _words()["choices"].get(field, {}).items()}


@cache
def _words() -> Mapping[str, Mapping[str, Any]]:
    with (Path(__file__).parent / "foreign.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def _split(words: str) -> tuple[str, ...]:
    return tuple(plain for word in words.split(",") if (plain := plainly(word)))
