"""Numbers of headings that follow each other as those of chapters do."""
from collections.abc import Collection, Iterator, Sequence

from knowledge.formats.base import NUMBERED


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


def _follows(number: tuple[int, ...], last: tuple[int, ...]) -> bool:
    """4.3 follows 4.2, and so do 4.2.1, 4.2.0 and 5."""
    if len(number) > len(last):
        return number[:-1] == last and number[-1] <= 1
    return number[:-1] == last[:len(number) - 1] and number[-1] == last[len(number) - 1] + 1
