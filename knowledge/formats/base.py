"""What a format makes of a file: a document of headed sections, each with its number and page where it has them."""
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
import re

NUMBERED = re.compile(r"^(?:(?:§|section|clause|chapter)\s*)?(?P<number>\d+(?:\.\d+)*)\.?\s+(?P<heading>\S.*)$", re.I)


@dataclass(frozen=True)
class Section:
    """`path` are the headings above it, outermost first."""
    number: str
    heading: str
    text: str
    path: tuple[str, ...] = ()
    page: int | None = None


@dataclass(frozen=True)
class Parsed:
    """`about` are the "Key: value" lines of its head, keys in small letters: edition, effective, owner, type, review."""
    title: str
    sections: tuple[Section, ...]
    about: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Format:
    """Reads bytes; raises `BadInput` with a sentence when they are not what the ending says."""
    endings: tuple[str, ...]
    read: Callable[[bytes, str], Parsed]


def numbered(line: str) -> tuple[str, str]:
    """The number and the heading of a heading's line; "" for one without a number."""
    m = NUMBERED.match(line.strip())
    return (m["number"], m["heading"].strip()) if m else ("", line.strip())


ABOUT = re.compile(r"^(?P<key>edition|version|in force from|effective|owner|approved by|type|review|next review)\s*:\s*(?P<value>.+)$", re.I)
SAME = {"version": "edition", "in force from": "effective", "next review": "review"}


def about(text: str) -> dict[str, str]:
    """The "Key: value" lines of a document's head."""
    found = (m for line in text.splitlines() if (m := ABOUT.match(line.strip())))
    return {SAME.get(m["key"].lower(), m["key"].lower()): m["value"].strip() for m in found}
