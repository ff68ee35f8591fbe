"""What a model says in one turn: heard in pieces, guarded unit by unit, and passed on at once; what was passed on is the answer.

Markers place blocks: `[[block:2]]` is the second that the tools of this turn showed. Blocks nobody placed stand after the text.
"""
from collections.abc import Sequence
import re

from assistant.guarding.guard import Guard
from assistant.guarding.sentences import Sentences, Unit
from assistant.messages import Say, unheard
from assistant.model.tabling import own_table, repeats
from reports.blocks import Block, Heading, Table, Text

BLOCK = re.compile(r"\s*\[\[block:(\d+)\]\]", re.I)
# Faces show plain words; a model's marks for bold, code and headings would stand there as they are.
MARKS = re.compile(r"\*\*|__|`+|^#{1,6}\s+", re.M)
CUT = "My answer was cut off here. Nothing was changed."
# A sentence that leans on the one before; where that was left out, it would lean on nothing.
LEANS = re.compile(r"\W*(?:so|therefore|thus|hence|accordingly|that (?:means|is why)|this means|as a result|"
                   r"(?:none|all|both|most|some|one) of (?:them|these|those|which)|"
                   r"(?:they|these|those|both)\b(?! (?:projects?|tasks?|risks?)))\b", re.I)
PREAMBLE = 200                  # letters of what may stand before a tool is called: “Great work! I'll look at both.”
ORDER = ("", " ", "\n", "\n\n")


class Speech:
    """One turn's. The first sentences before anything was read wait for more: in front of a tool call they are only a preamble."""

    def __init__(self, guard: Guard, say: Say = unheard) -> None:
        self._guard, self._say = guard, say
        self._units = Sentences()
        self._read: list[Block] = []
        self._placed: set[int] = set()
        self._said: list[Block] = []
        self._waits: list[Unit] = []
        self._intro: Unit | None = None
        self._apart, self._missed, self._is_cut = "", False, False
        self._leaned = False            # whether the sentence before was left out

    @property
    def length(self) -> int:
        """How many pieces were passed on."""
        return len(self._said)

    @property
    def shown(self) -> tuple[Block, ...]:
        """Everything that the tools showed so far."""
        return tuple(self._read)

    def read(self, blocks: Sequence[Block]) -> int:
        """Take in what a tool showed; returns the number of its first block."""
        self._guard.read(blocks)
        self._read += blocks
        return len(self._read) - len(blocks) + 1

    def hear(self, piece: str) -> None:
        """Take in the next piece of the model's text."""
        for unit in self._units.feed(piece):
            self._next(unit)

    def end(self, *, called: bool) -> None:
        """The model stopped speaking, to call tools or to be done."""
        for unit in self._units.flush():
            self._next(unit)
        for unit in self._waits if not called else ():
            self._take(unit)
        self._waits, self._intro = [], None
        self._apart, self._missed = "\n\n", False

    def cut(self) -> None:
        """The text broke off: what was said stays and is said to have been cut; the begun sentence goes."""
        self._units, self._waits, self._intro = Sentences(), [], None
        if self._said and not self._is_cut:
            self._speak("\n\n", CUT)
            self._is_cut = True
        self._apart = "\n\n"

    def blocks(self, shown: Sequence[Block]) -> tuple[Block, ...]:
        """What was said with what it placed, then all else that was shown."""
        placed = [self._read[n - 1] for n in self._placed]
        return (*_joined(self._said), *(b for b in shown if not any(b is p or (b == p and not isinstance(b, Heading)) for p in placed)))

    def _next(self, unit: Unit) -> None:
        if not (self._read or self._said) and sum(len(u.text) for u in (*self._waits, unit)) <= PREAMBLE:
            self._waits.append(unit)
            return
        for each in (*self._waits, unit):
            self._take(each)
        self._waits = []

    def _take(self, unit: Unit) -> None:
        """Pass a unit on if the guard does. One that only leads to others (“These matter:”) goes with the first of them, or not at all."""
        numbers = [int(n) for n in BLOCK.findall(unit.text)]
        text = BLOCK.sub("", MARKS.sub("", unit.text)).strip()
        passed = self._guard.passed(text) if text and not (self._leaned and LEANS.match(text) and not text.endswith(":")) else ""
        self._leaned = bool(text) and not passed
        table = own_table(passed)
        if table and (same := next((n for n, b in enumerate(self._read, 1) if isinstance(b, Table) and repeats(table, b)), 0)):
            passed, numbers, table = "", [same], None
        self._apart = max(self._apart, unit.before, key=ORDER.index)
        leads = self._intro is not None and (not self._missed or unit.is_listed)
        if passed and passed.endswith(":") and not numbers:
            self._intro, self._missed = Unit(passed, self._apart), False
            self._apart = ""
            return
        if (passed or numbers) and leads and self._intro:
            self._speak(self._intro.before, self._intro.text)
        if passed or numbers or (text and not unit.is_listed):
            self._intro = None
        elif text:
            self._missed = True
        if passed:
            self._pass(table) if table else self._speak(self._apart, passed)
            self._apart = ""
        for number in numbers:
            self._place(number)

    def _speak(self, before: str, text: str) -> None:
        self._pass(Text((before or " ") + text if self._said and isinstance(self._said[-1], Text) else text))

    def _place(self, number: int) -> None:
        if 0 < number <= len(self._read) and number not in self._placed:
            self._placed.add(number)
            block = self._read[number - 1]
            if isinstance(block, Text):
                self._speak("\n\n", block.text)
            else:
                self._pass(block)

    def _pass(self, block: Block) -> None:
        self._said.append(block)
        self._say(block)


def _joined(said: Sequence[Block]) -> list[Block]:
    """The pieces as an answer keeps them: neighbouring texts are one."""
    joined: list[Block] = []
    for block in said:
        if isinstance(block, Text) and joined and isinstance(joined[-1], Text):
            joined[-1] = Text(joined[-1].text + block.text)
        else:
            joined.append(block)
    return joined
