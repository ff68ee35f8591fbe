"""Headings that nobody marked as such: numbers that follow each other as those of chapters do, and bold lines."""
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
import re

from knowledge.formats.base import ABOUT, NUMBERED, Block

LONGEST = 110
MOST = 0.4                              # where more than that look like headings, none is one
INNERMOST = 9
NO_HEADING = re.compile(r"[.;,!?…]$|^[-–—•▪●◦*]")


def in_order(lines: Sequence[str], shown: Collection[int] = ()) -> Iterator[tuple[int, int]]:
    """The numbered lines that follow each other, with their depth; where some lines stand out, only those count, and need not follow."""
    last: tuple[int, ...] = ()
    for at, line in enumerate(lines):
        m = NUMBERED.match(line)
        if not m or not m["heading"][:1].isupper():
            continue
        number = tuple(int(n) for n in m["number"].split("."))
        if at in shown or (not shown and _follows(number, last)):
            last = number
            yield at, len(number)


def headed(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks with headings found: where none is marked, by numbers that follow each other; else by bold lines, which stand below all marked ones."""
    may = [at for at, b in enumerate(blocks) if not b.level and not b.is_line and _may_head(b.text)]
    found: dict[int, int] = {}
    marked = [b.level for b in blocks if b.level]
    if len(marked) <= 1:                    # a title at most
        found = {may[i]: level + sum(marked) for i, level in in_order([blocks[at].text for at in may])}
    if len(found) <= 1:
        bold = [at for at in may if blocks[at].is_bold]
        found = dict.fromkeys(bold, INNERMOST) if len(bold) <= MOST * len(blocks) else {}
    return [replace(b, level=found.get(at, b.level)) for at, b in enumerate(blocks)]


def _may_head(text: str) -> bool:
    return (2 < len(text) <= LONGEST and "\n" not in text and not NO_HEADING.search(text) and not ABOUT.match(text)  # noqa: PLR2004 - "A" heads nothing
            and sum(c.isalpha() for c in text) * 2 > len(text))


def _follows(number: tuple[int, ...], last: tuple[int, ...]) -> bool:
    """4.3 follows 4.2, and so do 4.2.1, 4.2.0 and 5."""
    if len(number) > len(last):
        return number[:-1] == last and number[-1] <= 1
    return number[:-1] == last[:len(number) - 1] and number[-1] == last[len(number) - 1] + 1
