"""Taking documents in: a file or a folder of them, each in its turn; what did not change costs nothing.

Documents are records, and records are written by `changing` only: `record` is the caller's pen, lent for one wish at a time.
"""
from collections.abc import Callable, Iterator
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path

from knowledge import library
from knowledge.formats import FORMATS, format_of
from knowledge.formats.base import Parsed
from records.database import Writing
from records.errors import BadInput
from records.proposals import Change, Create, Wish

SPACE = "Governance"
LARGEST = 30_000_000
Record = Callable[[Wish], str]
TYPES = ("policy", "method", "template", "training", "minutes")


def ingest(tx: Writing, path: Path, record: Record, now: datetime) -> Iterator[str]:
    """Take in a file or every readable file of a folder; yields a line for each. A file that cannot be read is said and left."""
    found = sorted(p for p in path.rglob("*") if p.is_file() and format_of(p.name)) if path.is_dir() else [path]
    if path.is_file() and format_of(path.name) is None:
        endings = ", ".join(e for f in FORMATS for e in f.endings)
        raise BadInput(f"I cannot read {path.name}; I read {endings}.")
    # Markdown first: its text is cleaner than that of the same document as PDF.
    for file in sorted(found, key=lambda p: (p.suffix.lower() not in FORMATS[0].endings, p.name)):
        try:
            yield f"{file.name}: {_taken_in(tx, file, record, now)}"
        except BadInput as sorry:
            yield f"{file.name}: left out. {sorry}"
    if path.is_dir():
        yield from _retired(tx, path, {str(f.resolve()) for f in found}, record)


def _taken_in(tx: Writing, file: Path, record: Record, now: datetime) -> str:
    if file.stat().st_size > LARGEST:
        raise BadInput(f"It has more than {LARGEST // 1_000_000} MB.")
    content, where = file.read_bytes(), str(file.resolve())
    mark = sha256(content).hexdigest()
    before = library.known_file(tx, where)
    if before and before.sha256 == mark:
        return "unchanged"
    read = format_of(file.name)
    if read is None:
        raise BadInput("I cannot read this kind of file.")
    parsed = read.read(content, file.name)
    same = library.document_titled(tx, parsed.title)
    if same and same[2] == parsed.about.get("edition", "") and (before is None or before.is_twin):
        library.keep_twin(tx, same[0], parsed, where, mark, now)
        return f"the same as {same[1]} in another format"
    key = _recorded(tx, parsed, same, record)
    sections = library.keep(tx, library.document_id(tx, key), parsed, where, mark, now)
    return f"{key}, {sections} sections" + (f", edition {parsed.about['edition']}" if "edition" in parsed.about else "")


def _recorded(tx: Writing, parsed: Parsed, same: tuple[int, str, str] | None, record: Record) -> str:
    """The key of the document's record, made or brought to the new edition."""
    about = {"edition": parsed.about.get("edition", ""), "effective": _day(parsed.about.get("effective")), "review": _day(parsed.about.get("review")),
             "status": "in force"}
    if same:
        if same[2] != about["edition"]:
            record(Change("document", (same[1],), about))
        return same[1]
    space = library.space_named(tx, SPACE)
    if space is None:
        record(Create("space", {"name": SPACE, "description": "What holds for every project."}))
        space = library.space_named(tx, SPACE)
    kind = parsed.about.get("type", "").lower()
    return record(Create("document", {**about, "title": parsed.title[:200], "space_id": space, "type": kind if kind in TYPES else "policy"}))


def _retired(tx: Writing, folder: Path, there: set[str], record: Record) -> Iterator[str]:
    for path, key in library.files_under(tx, f"{folder.resolve()}/"):
        if path not in there and not any(p in there for p, k in library.files_under(tx, f"{folder.resolve()}/") if k == key):
            record(Change("document", (key,), {"status": "retired"}))
            yield f"{Path(path).name}: gone, {key} is retired"


def _day(said: str | None) -> date | None:
    try:
        return date.fromisoformat(said) if said else None
    except ValueError:
        raise BadInput(f"“{said}” is no date; write it as 2026-01-31.") from None
