"""Our own JSON, everything as it was: each record with its key, where it came from, and its references by key."""
from collections.abc import Iterator, Mapping
from typing import Any

from language.articles import one
from records.errors import BadInput
from records.importing.base import Read, Row, Skipped, To
from records.importing.text import told
from records.importing.vocabulary import KindWords, Vocabulary

FORMAT, VERSION = "project-assistant", 1
GIVEN = ("key", "source", "archived")
OURS = ("id", "version")                        # what a database counts by itself
LONGEST_KEY = 60


def read(said: Mapping[str, Any], vocabulary: Vocabulary) -> Read:
    """Read every record. Raises BadInput for a later version or what is no such file."""
    version, tables = said.get("version"), said.get("records")
    if version != VERSION:
        raise BadInput(f"This export is of version {told(version, 20)}; I read version {VERSION}. Export it again, or bring me up to date.")
    if not isinstance(tables, dict):
        raise BadInput("This export holds no records.")
    skipped: list[Skipped] = []
    there = {(table, str(record["key"])) for table, records in tables.items() for record in _records(records) if record.get("key")}
    rows = []
    for table, records in tables.items():
        kind = vocabulary.get(table)
        if kind is None:
            skipped.append(Skipped(table, f"left out: there is no kind of record {told(table, 40)}"))
            continue
        for number, record in enumerate(_records(records), 1):
            row = _row(kind, record, f"{table} {number}", there, skipped)
            rows += [row] if row else []
    return Read(tuple(rows), tuple(skipped))


def _records(said: Any) -> Iterator[Mapping[str, Any]]:
    yield from (record for record in (said if isinstance(said, list) else ()) if isinstance(record, dict))


def _row(kind: KindWords, record: Mapping[str, Any], place: str, there: set[tuple[str, str]], skipped: list[Skipped]) -> Row | None:
    key = record.get("key")
    if not isinstance(key, str) or not key or len(key) > LONGEST_KEY:
        skipped.append(Skipped(place, "left out: it has no key"))
        return None
    values: dict[str, object] = {name: record[name] for name in GIVEN if name in record and isinstance(record[name], (str, bool))}
    for name, value in record.items():
        refers = kind.refers.get(name)
        if name in GIVEN or name in OURS:
            continue
        if refers is None:
            skipped.append(Skipped(key, f"{told(name, 40)} left out: {one(kind.names[1])} has no such field"))
        elif isinstance(value, (dict, list)):
            skipped.append(Skipped(key, f"{told(name, 40)} left out: it is no single value"))
        elif refers and value is not None:
            values[name] = To(refers, f"key:{value}" if (refers, str(value)) in there else str(value))
        else:
            values[name] = value
    return Row(kind.table, f"key:{key}", values, key)
