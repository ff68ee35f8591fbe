"""What was read as bytes and back: JSON, never pickle, so that a child process which went wrong can only say wrong things."""
from dataclasses import asdict
import json
from typing import Any

from records.importing.base import Read, Row, Skipped, To
from records.importing.vocabulary import Vocabulary, known, plain
from records.importing.wanted import Wanted

Told = Any                                      # what `told` makes, as JSON


def told(wanted: Wanted, vocabulary: Vocabulary) -> Told:
    """What a reader is told, as JSON."""
    return [asdict(wanted), plain(vocabulary)]


def understood(more: Told) -> tuple[Wanted, Vocabulary]:
    """What a reader was told."""
    return Wanted(**more[0]), known(more[1])


def packed(read: Read) -> bytes:
    """One line for each row, then one for what was skipped and noted."""
    lines = [json.dumps([row.kind, row.source, row.where, row.values], default=_reference, ensure_ascii=True) for row in read.rows]
    lines.append(json.dumps([[asdict(s) for s in read.skipped], read.notes]))
    return "\n".join(lines).encode()


def unpacked(made: bytes) -> Read:
    """The same `Read` again."""
    *rows, rest = made.split(b"\n")
    skipped, notes = json.loads(rest)
    return Read(tuple(_row(*json.loads(line)) for line in rows), tuple(Skipped(**s) for s in skipped), tuple(notes))


def _row(kind: str, source: str, where: str, values: dict[str, Any]) -> Row:
    return Row(kind, source, {name: To(*value["to"]) if isinstance(value, dict) else value for name, value in values.items()}, where)


def _reference(value: object) -> object:
    if isinstance(value, To):
        return {"to": [value.kind, value.said]}
    raise TypeError(f"a {type(value).__name__} is no JSON value")
