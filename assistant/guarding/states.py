"""Sentences that say how a record stands: done, blocked, approved. They hold only where this turn shows that record so."""
from collections.abc import Iterator
import re

from records.kinds import KINDS
from records.kinds.base import fields
from reports.blocks import Block, Card, Table

STATUS = "status"
SWITCHED = {"on", "off"}          # “is on leave” says how no schedule stands
WORDS = sorted({choice for k in KINDS for f in fields(k) if f.name == STATUS for choice in f.choices} - SWITCHED, key=len, reverse=True)
# Not “the share that is done” or “what was planned”: that says it of no record.
SAYS = re.compile(r"(?<!\bthat )(?<!\bwhich )(?<!\bwhat )(?<!\bwho )"
                  r"\b(?:is|are|was|were|been|remains?|stays?|[^\W\d_]+n't|[^\W\d_]+'s)\s+((?:not|no longer|never)\s+)?"
                  r"(?:(?:\w+ly|already|still|now|all|yet)\s+)?"
                  rf"({'|'.join(map(re.escape, WORDS))})\b(?!\s+(?:to|of|for)\b)", re.I)
NONE = re.compile(r"\b(?:none of|no|nobody|neither)\b[^,;.:]*$", re.I)          # “none of your tasks is blocked”
DAY_OF = {"actual": "reached", "done on": "done", "decided on": "decided", "resolved on": "resolved"}          # a day that only such records have
Standing = tuple[frozenset[str], str]           # a record by its names, and its status


def claimed(text: str) -> list[tuple[str, bool]]:
    """Each status that a sentence gives to something, and whether it denies it; a question gives none."""
    if text.rstrip().endswith("?"):
        return []
    return [(m[2].lower(), bool(m[1]) or "n't" in m[0].lower() or NONE.search(text[:m.start()]) is not None) for m in SAYS.finditer(text)]


def standing(block: Block) -> Iterator[Standing]:
    """How the records of a block stand."""
    if isinstance(block, Table) and STATUS in block.columns:
        at = block.columns.index(STATUS)
        for number, row in enumerate(block.rows):
            names = (c for n, c in enumerate(row[:2]) if n != at)
            yield frozenset(c.lower() for c in (*block.keys[number:number + 1], *names) if c), row[at].lower()
    if isinstance(block, Table):
        yield from _dated(block)
    if isinstance(block, Card):
        for line in block.lines:
            name, _, said = line.partition(": ")
            if name == STATUS:
                yield frozenset(k.lower() for k in block.keys), said.lower()


def _dated(table: Table) -> Iterator[Standing]:
    """How the rows stand by a day that only records of one status have."""
    for column, state in DAY_OF.items():
        at = table.columns.index(column) if column in table.columns else -1
        for n, row in enumerate(table.rows if at >= 0 else ()):
            yield frozenset(c.lower() for c in (*table.keys[n:n + 1], *row[:2]) if c), state if row[at] else f"not {state}"


def is_so(text: str, low: str, shown: list[Standing]) -> bool:
    """Whether every status that a text gives is that of a record it names, or of any where it names none."""
    named = [said for names, said in shown if any(name in low for name in names)]
    known = named or [said for _, said in shown]
    return all(any((said != state) if denied else (said == state) for said in known) for state, denied in claimed(text))
