"""What a format makes of a file: a document of headed sections, each with its number and page where it has them."""
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
import re

READER = 3                              # counted up when the formats read more than before: then unchanged files are read again
NUMBERED = re.compile(r"^(?:(?:§|section|clause|chapter)\s*)?(?P<number>\d{1,3}(?:\.\d{1,3})*)\.?\s+(?P<heading>\S.*)$", re.I)
ABOUT = re.compile(r"^(?P<key>edition|version|in force from|effective|owner|approved by|approver|space|type|review|next review|"
                   r"status(?=\s*:\s*(?:draft|in force|superseded|retired)\s*$))\s*:\s*(?P<value>.+)$", re.I)
MADE_UP = re.compile(r"\.\w{2,5}$|^Microsoft|^(?:untitled|document|presentation|powerpoint|word|word document|slide|book|page)\s*\d*$|^https?:", re.I)
LONGEST_ABOVE = 300                     # characters of a logo's name or a mark of secrecy that may stand above a title
SAME = {"version": "edition", "in force from": "effective", "next review": "review", "approver": "approved by"}


@dataclass(frozen=True)
class Section:
    """`path` are the headings above it, outermost first; `place` says where it stands when that is not "page" and a number: page iv, slide 3, sheet Costs."""
    number: str
    heading: str
    text: str
    path: tuple[str, ...] = ()
    page: int | None = None
    place: str = ""


@dataclass(frozen=True)
class Parsed:
    """`about` are the "Key: value" lines of its head, keys in small letters: edition, effective, owner, approved by,
    space, type, status, review."""
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
    place: str = ""


@dataclass(frozen=True)
class Block:
    """One paragraph, entry of a list or row of a table; a heading has a level from 1 on. `is_line`: it stands right below the block before it."""
    text: str
    level: int = 0
    is_line: bool = False
    is_bold: bool = False


def document(title: str, head: str, pieces: Iterable[Piece], page: int | None = None) -> Parsed:
    """A document of its head (what stands below the title) and its pieces; nothing that was written is lost."""
    about, intro = _told(head)
    sections = [*([Section("", title, intro, page=page)] if intro else ()), *_sections(pieces)]
    return Parsed(title, tuple(sections), about)


def gathered(blocks: Iterable[Block]) -> Iterator[Piece]:
    """The blocks below their headings."""
    level, heading, body = 0, "", list[Block]()
    for block in blocks:
        if not block.text.strip():
            continue
        if block.level:
            if level or body:
                yield Piece(level, heading, _below(body))
            level, heading, body = block.level, " ".join(block.text.split()), []
        else:
            body.append(block)
    if level or body:
        yield Piece(level, heading, _below(body))


def entitled(pieces: Sequence[Piece], told: str, name: str) -> tuple[str, str, Sequence[Piece]]:
    """The title, what stands below it, and the other pieces: a title stands first and alone on its level, else the file says it or is called so."""
    said = "" if MADE_UP.search(told.strip()) else " ".join(told.split())
    intro = pieces[0].text if pieces and pieces[0].level == 0 else ""
    rest = pieces[1:] if intro else pieces
    is_alone = bool(rest) and all(p.level > rest[0].level for p in rest[1:])
    if rest and len(intro) <= LONGEST_ABOVE and not numbered(rest[0].heading)[0] and (is_alone or rest[0].heading == said):
        return rest[0].heading, "\n\n".join(t for t in (intro, rest[0].text) if t), rest[1:]
    return said or named(name), intro, rest


def cells(row: Sequence[str]) -> str:
    """The cells of a table's row in one line; a fact of the document's head as such."""
    told = [" ".join(cell.split()) for cell in row]
    if len(told) == 2 and ABOUT.match(fact := f"{told[0].rstrip(':')}: {told[1]}"):  # noqa: PLR2004 - a key and its value
        return fact
    while told and not told[-1]:
        told.pop()
    return " | ".join(told)


def numbered(line: str) -> tuple[str, str]:
    """The number and the heading of a heading's line; "" for one without a number."""
    m = NUMBERED.match(line.strip())
    return (m["number"], m["heading"].strip()) if m else ("", line.strip())


def named(file: str) -> str:
    """The title of a file that has none inside: its name as words."""
    return re.sub(r"[-_]+", " ", file.rsplit(".", 1)[0]).strip().capitalize() or file


def _below(blocks: Sequence[Block]) -> str:
    return "".join(("" if at == 0 else "\n" if block.is_line else "\n\n") + block.text for at, block in enumerate(blocks)).strip()


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
            yield Section(number, heading, piece.text, tuple(h for _, h in above), piece.page, piece.place)
        above.append((piece.level, heading))
