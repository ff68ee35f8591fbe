"""What blocks display: each text as a whole, and its clauses, with the records it belongs to."""
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
import re

from assistant.guarding.anchors import DATE, stems
from assistant.guarding.claims import plain
from assistant.guarding.saying import whole
from reports.blocks import Block, Card, Chart, Fact, Heading, Passage, Table, Text

BARE = re.compile(r"[\W\d]*")
CLAUSES = re.compile(r"(?<=[.!?;,:])\s+|\n+(?:-\s+)?")
MEANS = {"start": ("from", "starts", "begins?", "starting"), "end": ("to", "until", "ends"), "due": ("by", "until"), "finish": ("by", "until", "ends?"),
         "actual": ("reached", "came", "held", "finished"), "planned": ("instead of",), "done on": ("done", "finished"),
         "progress": ("done", r"complet\w+", "through"),
         "up": (r"ris\w+", "rose", r"grow\w*", "grew", r"increas\w+", "more", "higher", r"gain\w*", r"improv\w+", "later", r"slip\w*", r"climb\w*", "longer"),
         "down": ("falls?", "fell", r"drop\w*", r"decreas\w+", "less", "lower", r"los\w+", r"shrink\w*", r"sink\w*", r"sav\w+", "earlier", r"reduc\w+")}
LETTERS = re.compile(r"[^\W\d_]+")
SHORTEST = 4                    # words that a clause has at least to be quoted
COUNTED = re.compile(r"(.+): (\d{1,3})(?:, .*)?")
QUANTITY = re.compile(r"[-+−]?\d[\d.,]*\s?(?:%|h|d|[A-Z]{3}|weeks?|days?|hours?|months?|years?)?")
OWN = re.compile(r"\d[\d.,]{3,}|[^\W\d]{2,}|%|\bh\b")
SIDED = re.compile(r"(?<![\w.,])(\d[\d.,]*\s?(?:days?|weeks?|hours?|h|%|points?|[A-Z]{3})) (?:late|later|early|earlier|over|under|behind|ahead)\b")
HOURS = re.compile(r"\d\s?h\b")
AND = re.compile(r"^(?:and|but|so|or|then) ", re.I)


@dataclass(frozen=True)
class Shown:
    """Something that this turn's blocks display. `of` are the projects it belongs to, `row` the names of its row, `beside` what must be named with it."""
    text: str
    of: frozenset[str] = frozenset()
    row: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    is_rule: bool = False                       # it stands in a document
    is_nearest: bool = False                    # it stands in a column of one project, and is told of the one that is named last


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
    for each in dict.fromkeys((text, *(c for c in clauses if len(LETTERS.findall(c)) >= SHORTEST))):
        if not BARE.fullmatch(each):
            yield Shown(whole(plain(each)), of, row)


def measures(cells: Sequence[tuple[str, str]]) -> Iterator[tuple[str, frozenset[str]]]:
    """Each bare number and day of a record, with what must be said beside it: its column, where it is small or another one is of the same sort."""
    sorts = Counter(_sort(cell) for _, cell in cells)
    for column, cell in cells:
        if (sort := _sort(cell)) is not None:
            is_clear = sorts[sort] == 1 and (sort == "day" or OWN.search(cell))
            yield whole(cell), frozenset() if is_clear else frozenset([column.lower()])


def sided(cells: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Each length or amount that a cell tells with its side: the “15 days” of “15 days late”."""
    yield from (found[1] for _, cell in cells for found in SIDED.finditer(cell))


def is_beside(beside: str, low: str) -> bool:
    """Whether a sentence says what must stand beside a measure: a column by its words or what means the same, a key as it is."""
    if beside in low or any(re.search(rf"\b{word}\b", low) for word in MEANS.get(beside, ())):
        return True
    words = set() if any(c.isdigit() for c in beside) else set(stems(beside))
    return bool(words) and words <= {*stems(low), *stems("hours" if HOURS.search(low) else "")}


def _sort(cell: str) -> str | None:
    """What a cell measures: a day, or an amount of a unit; None for words."""
    if DATE.fullmatch(cell):
        return "day"
    return re.sub(r"[\d.,+−\-\s]", "", cell) if QUANTITY.fullmatch(cell) or BARE.fullmatch(cell) else None


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
