"""What blocks display: each text as a whole, and its clauses, with the records it belongs to."""
from collections.abc import Iterator
from dataclasses import dataclass
import re

from assistant.guarding.claims import plain
from reports.blocks import Block, Card, Chart, Fact, Heading, Passage, Table, Text

BARE = re.compile(r"[\W\d]*")
CLAUSES = re.compile(r"(?<=[.!?;,:])\s+")
SHORTEST = 4                    # words that a clause has at least to be quoted
COUNTED = re.compile(r"(.+): (\d{1,3})(?:, .*)?")
AND = re.compile(r"^(?:and|but|so|or|then) ", re.I)


@dataclass(frozen=True)
class Shown:
    """Something that this turn's blocks display. `of` are the projects it belongs to, `row` the names of its row, `beside` what must be named with it."""
    text: str
    of: frozenset[str] = frozenset()
    row: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    is_rule: bool = False                       # it stands in a document


def counted(block: Block) -> tuple[str, str] | None:
    """A number that a block gives of something, and what of: “Decisions needed: 2”, or a figure that is a small whole number."""
    if isinstance(block, Table | Card) and (found := COUNTED.fullmatch(block.title)):
        return found[2], found[1]
    return (block.display, block.label.rpartition(": ")[2]) if isinstance(block, Fact) and block.display.isdigit() else None


def record_of(block: Block) -> frozenset[str]:
    """The names of the one record that a card is about."""
    if not isinstance(block, Card) or not block.keys or not block.title.startswith(block.keys[0]):
        return frozenset()
    key = block.keys[0].lower()
    return frozenset({key, block.title.lower().removeprefix(key).strip() or key})


def parts(text: str, of: frozenset[str], row: frozenset[str] = frozenset()) -> Iterator[Shown]:
    """A text as a whole, and each of its clauses that is long enough to say something by itself."""
    clauses = (AND.sub("", c).rstrip(".,;:") for c in CLAUSES.split(text))
    for each in dict.fromkeys((text, *(c for c in clauses if len(c.split()) >= SHORTEST))):
        if not BARE.fullmatch(each):
            yield Shown(plain(each), of, row)


def texts(block: Block) -> tuple[str, ...]:  # noqa: PLR0911 - one line for each block that holds words
    """Every text that a block shows."""
    match block:
        case Text(text) | Heading(text):
            return (text,)
        case Chart(title, alt):
            return (title, alt)
        case Fact(_, label, display, how):
            return (label, display, how)
        case Table(title, _, rows, keys, note):
            return (title, note, *(cell for row in rows for cell in row), *keys)
        case Card(title, _, lines, keys):
            return (title, *lines, *keys)
        case Passage(text, source):
            return (text, source.title, source.key)
    return ()
