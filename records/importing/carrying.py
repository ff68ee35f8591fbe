"""What was read as bytes and back: JSON, never pickle, so that a child process which went wrong can only say wrong things."""
from dataclasses import asdict
from io import BytesIO
import json
from typing import Any

from records.importing.base import Rate, Read, Row, Skipped, To
from records.importing.vocabulary import Vocabulary, known, plain
from records.importing.wanted import Wanted

Told = Any                                      # what `told` makes, as JSON

A_LINE = 500


def told(wanted: Wanted, vocabulary: Vocabulary) -> Told:
    """What a reader is told, as JSON."""
    return [asdict(wanted), plain(vocabulary)]


def understood(more: Told) -> tuple[Wanted, Vocabulary]:
    """What a reader was told."""
    return Wanted(**more[0]), known(more[1])


def packed(read: Read) -> bytes:
    """Some rows on each line, then one line for what was skipped and noted."""
    lines = []
    for first in range(0, len(read.rows), A_LINE):
        rows = [[row.kind, row.source, row.where, row.values] for row in read.rows[first:first + A_LINE]]
        lines.append(json.dumps(rows, default=_reference).encode())
    rates = [[rate.percent, rate.project] for rate in read.rates]
    lines.append(json.dumps([[[s.where, s.why] for s in read.skipped], read.notes, rates, read.homeless, dict(read.guessed)]).encode())
    return b"\n".join(lines)


def unpacked(made: bytes) -> Read:
    """The same `Read` again."""
    rest, lines = made[made.rfind(b"\n") + 1:], BytesIO(made)               # which takes no copy of it, as to split it would
    skipped, notes, rates, homeless, guessed = json.loads(rest)
    rows = tuple(_row(*row) for line in iter(lines.readline, rest) for row in json.loads(line))
    return Read(rows, tuple(Skipped(*s) for s in skipped), tuple(notes), tuple(Rate(*r) for r in rates), homeless, guessed)


def _row(kind: str, source: str, where: str, values: dict[str, Any]) -> Row:
    for name, value in values.items():
        if isinstance(value, dict):
            values[name] = To(*value["to"])
    return Row(kind, source, values, where)


def _reference(value: object) -> object:
    if isinstance(value, To):
        return {"to": [value.kind, value.said, value.known]}
    raise TypeError(f"a {type(value).__name__} is no JSON value")
