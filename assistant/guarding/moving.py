"""What a table of before and after says of a row in words: “from A to B”, “B instead of A”, “up by the difference”."""
from collections.abc import Iterator, Sequence
import re

from assistant.guarding.anchors import DATE

BOTH = frozenset(("now", "then"))
SIGN = re.compile(r"^\s*(?P<sign>[-+−])\s*(?=\d)")
VALUE = rf"{DATE.pattern}|[-+−]?\d[\d.,]*\d(?:\s?(?:%|[A-Z]{{3}}\b|h\b))?|\d+(?:\s?(?:%|h\b))?"
ARROW = re.compile(rf"(?P<a>{VALUE})\s*→\s*(?P<b>{VALUE})")
UNIT = re.compile(r"(?<=\d)\s?(?:[^\W\d_]{1,4}|%|years?|weeks?|months?|percentage points?)$")


def arrows(line: str) -> Iterator[str]:
    """What a line shows as “A → B”, in words."""
    yield from (f"from {m['a']} to {m['b']}" for m in ARROW.finditer(line))


def moved(columns: Sequence[str], row: Sequence[str]) -> Iterator[tuple[str, frozenset[str]]]:
    """The phrases, each with the way that must be said beside it, from the earlier of its two columns to the later."""
    cells = dict(zip(columns, row, strict=False))
    if not cells.keys() >= BOTH:
        return
    before, after = (cells[c] for c in columns if c in BOTH)
    if not before or not after or before == after:
        return
    for was in dict.fromkeys((before, UNIT.sub("", before))):
        yield f"from {was} to {after}", frozenset()
    yield f"{after} instead of {before}", frozenset()
    yield from ((f"{would} {after}", frozenset()) for would in ("to", "would be", "would then be", "would come to"))
    if DATE.fullmatch(after):
        yield f"on {after}", frozenset(["would"])
    change = cells.get("difference", "")
    if found := SIGN.match(change):
        yield f"by {change[found.end():]}", frozenset(["up" if found["sign"] == "+" else "down"])
