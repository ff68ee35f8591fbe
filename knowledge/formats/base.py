"""What a format makes of a file: a document of headed sections, each with its number and page where it has them."""
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
import re

READER = 1                              # counted up when the formats read more than before: then unchanged files are read again
NUMBERED = re.compile(r"^(?:(?:§|section|clause|chapter)\s*)?(?P<number>\d{1,3}(?:\.\d{1,3})*)\.?\s+(?P<heading>\S.*)$", re.I)
ABOUT = re.compile(r"^(?P<key>edition|version|in force from|effective|owner|approved by|type|review|next review)\s*:\s*(?P<value>.+)$", re.I)
SAME = {"version": "edition", "in force from": "effective", "next review": "review"}


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
class Piece:
    """A heading's line with what stands below it until the next one; level 0: what stands before the first."""
    level: int
    heading: str
    text: str
    page: int | None = None


@dataclass(frozen=True)
class Format:
    """Reads bytes; raises `BadInput` with a sentence when they are not what the ending says."""
    endings: tuple[str, ...]
    read: Callable[[bytes, str], Parsed]


def document(title: str, head: str, pieces: Iterable[Piece], page: int | None = None) -> Parsed:
    """A document of its head (what stands below the title) and its pieces; nothing that was written is lost."""
    about, intro = _told(head)
    sections = [*([Section("", title, intro, page=page)] if intro else ()), *_sections(pieces)]
    return Parsed(title, tuple(sections), about)


def numbered(line: str) -> tuple[str, str]:
    """The number and the heading of a heading's line; "" for one without a number."""
    m = NUMBERED.match(line.strip())
    return (m["number"], m["heading"].strip()) if m else ("", line.strip())


def named(file: str) -> str:
    """The title of a file that has none inside: its name as words."""
    return re.sub(r"[-_]+", " ", file.rsplit(".", 1)[0]).strip().capitalize() or file


def _told(head: str) -> tuple[dict[str, str], str]:
    """The "Key: value" lines of a document's head, and its other lines."""
    about, other = dict[str, str](), list[str]()
    for line in head.splitlines():
        if m := ABOUT.match(line.strip()):
            about[SAME.get(m["key"].lower(), m["key"].lower())] = m["value"].strip()
        else:
            other.append(line)
    return about, "\n".join(other).strip()


def _sections(pieces: Iterable[Piece]) -> Iterator[Section]:
    above: list[tuple[int, str]] = []
    for piece in pieces:
        above = [(level, heading) for level, heading in above if level < piece.level]
        number, heading = numbered(piece.heading)
        if number or piece.text:
            yield Section(number, heading, piece.text, tuple(h for _, h in above), piece.page)
        above.append((piece.level, heading))
