"""What the sentences of a turn's blocks say, so that a model may say it in other words: numbers with their word, verdicts, and whose turn it is to decide."""
from collections.abc import Iterator, Mapping, Sequence
import re

from assistant.guarding.anchors import DATE, STEM, anchored, stems
from assistant.guarding.claims import plain, verdicts
from assistant.guarding.states import claimed
from reports.blocks import Block, Card, Table, Text

PLACED = "\x00"                 # stands where something covered stood
CLAUSE = re.compile(r"[,;.!?]\s|\s(?:but|while|although|though|whereas|and|yet|so)\s", re.I)
KEY = re.compile(r"\b[A-Z][A-Z0-9]*-[A-Z]{1,3}-\d+\b")
NAMED = re.compile(r"(?!.*\d{4})[^\W\d]{3,} .*\d")              # a cell of words with a number, such as “Gate 2: build approved”
DECIDES = re.compile(r"\b(?:has|have|needs?|must|should|is asked|is|to) (?:to )?(?:decide|approve|answer|confirm|say)\b|\bdecides?\b", re.I)
Of = frozenset[str]             # the projects that something is said of


def lines(block: Block) -> tuple[str, ...]:
    """The sentences of a block."""
    match block:
        case Card(title, _, said):
            return (plain(title), *map(plain, said))
        case Table(title, _, rows, _, note):
            return (plain(title), plain(note), *(plain(cell) for row in rows for cell in row if NAMED.match(cell)))
        case Text(text):
            return (plain(text),)
    return ()


def dated(line: str) -> Iterator[tuple[str, str]]:
    """The one record of a line, with its one day."""
    keys, days = KEY.findall(line), DATE.findall(line)
    if len(keys) == len(days) == 1:
        yield keys[0], days[0]


def is_declared(verdict: str, text: str) -> bool:
    """Whether a text says that somebody declares this; that is not what the records say."""
    return any("decl" in stems(clause) for clause in CLAUSE.split(text) if verdict in verdicts(clause))


class Told:
    """`spoken` are the names of projects, `people` whoever else may be named."""

    def __init__(self, spoken: Mapping[str, str], people: Sequence[str]) -> None:
        self._projects, self._people = frozenset(stems(" ".join(spoken))), [p.lower() for p in people]
        self._numbers: list[tuple[str, str, Of]] = []
        self._judged: list[tuple[str, frozenset[str], Of]] = []
        self._states: list[tuple[tuple[str, bool], frozenset[str], Of]] = []
        self._deciding: list[tuple[str, str]] = []

    @property
    def judges(self) -> bool:
        return bool(self._judged)

    def hear(self, line: str, of: Of) -> None:
        self._numbers += [(a.said, a.word, of) for a in anchored(line) if a.word]
        self._judged += [(said, frozenset(stems(clause)) - set(stems(said)), of) for clause in CLAUSE.split(line) for said in verdicts(clause)]
        self._states += [(said, frozenset(stems(clause)) - {said[0][:STEM]}, of) for clause in CLAUSE.split(line) for said in claimed(clause)]
        self._deciding += [(key.lower(), line.lower()) for key in KEY.findall(line)]

    def without_numbers(self, text: str, about: Of) -> str:
        """The text without the numbers that a line gives to the same word."""
        for each in reversed(list(anchored(text))):
            if any(said == each.said and word == each.word and _fits(about, of) for said, word, of in self._numbers):
                text = text[:each.start] + PLACED + text[each.stop:]
        return text

    def is_judged(self, verdict: str, text: str, about: Of) -> bool:
        """Whether a line gives this verdict with a same word around it: “declares it green” is not “the records say green”."""
        mine = [frozenset(stems(clause)) - self._projects for clause in CLAUSE.split(text) if verdict in verdicts(clause)]
        return any(said == verdict and _fits(about, of) and words & each for said, words, of in self._judged for each in mine)

    def is_so(self, text: str, about: Of) -> bool:
        """Whether a line says of the same, in some of the same words, each status that this text gives."""
        mine = [(said, frozenset(stems(clause)) - self._projects) for clause in CLAUSE.split(text) for said in claimed(clause)]
        return all(any(said == told and _fits(about, of) and words & each for told, words, of in self._states) for said, each in mine)

    def is_their_turn(self, text: str) -> bool:
        """Whether it says of somebody what a line says too: that a record waits for their decision. That is no rule of the office's."""
        low = text.lower()
        said = [line for key, line in self._deciding if key in low]
        return DECIDES.search(text) is not None and any(name in line for line in said for name in self._people if name in low)


def _fits(about: Of, of: Of) -> bool:
    return not about or not of or bool(about & of)
