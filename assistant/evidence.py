"""The auditor's file: the whole log with its hashes, the journal, every pass without its secret, and what went to a language model; a line of JSON for each."""
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
import io
import json
from tempfile import SpooledTemporaryFile
from typing import IO, Any
import zipfile

from records import auditing, log
from records.access import readable
from records.asker import Asker
from records.database import Reading
from records.journal import Event
from records.kinds import KINDS
from records.kinds.base import fields

IN_MEMORY = 4_000_000                # bytes; a larger file waits on the disk
READ_ME = """What this installation of Project Assistant holds for an auditor, made {now:%Y-%m-%d %H:%M} for {name}.
Times are in UTC; people stand by the id of people.jsonl.

changes.jsonl   every applied change, the oldest first. The hash of a line is the SHA-256, in hex, of
                  HASH BEFORE|position|seconds|asker|undoes|body
                as UTF-8, with seconds since 1970 to six decimals as in "seconds", None for no "undoes", and nothing before the first line.
                A line that names fields in "withheld" comes without these, which {name} may not read; its hash cannot be worked out from it.
                A line whose body was emptied to forget a person keeps its hash; the change that emptied it holds the hash of what is left.
journal.jsonl   what is worth knowing and is no record. Who said what was not understood is left out.
passes.jsonl    sessions, tokens and links that are still known, without their secrets.
sent.jsonl      every call of a language model: in whose turn, which model where, and the keys of the records and passages that went with it.
people.jsonl    who is meant by an id.

The log was verified when this was made: {verified}.
"""


def written(session: Reading, now: datetime, asker: Asker) -> IO[bytes]:
    """The file, at its beginning; whoever reads it closes it."""
    broken = log.verify(session)
    verified = f"whole, {log.head(session)} changes" if broken is None else f"broken at change #{broken}"
    made: IO[bytes] = SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115 - its reader closes it
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("README.txt", READ_ME.format(now=now.astimezone(UTC), name=asker.name, verified=verified))
        for name, lines in (("changes", _changes(session, asker)), ("journal", _journal(session)), ("passes", _passes(session)), ("sent", _sent(session)),
                            ("people", _people(session))):
            _write(file, f"{name}.jsonl", lines)
    made.seek(0)
    return made


def _write(file: zipfile.ZipFile, name: str, lines: Iterable[Mapping[str, Any]]) -> None:
    with file.open(name, "w") as member, io.TextIOWrapper(member, encoding="utf-8", newline="\n") as text:
        for line in lines:
            text.write(json.dumps(line, ensure_ascii=False, default=_said) + "\n")


def _changes(session: Reading, asker: Asker) -> Iterator[Mapping[str, Any]]:
    hidden = {str(kind.__tablename__): held for kind in KINDS
              if (held := {f.name for f in fields(kind)} - {f.name for f in readable(kind, asker)})}
    for line in auditing.bodies(session):
        body, withheld = _without(line.body, hidden)
        yield {"position": line.position, "at": line.at, "seconds": f"{line.at.timestamp():.6f}", "asker": line.asker_id, "undoes": line.undoes,
               "hash": line.hash, "body": body, **({"withheld": withheld} if withheld else {})}


def _without(body: str, hidden: Mapping[str, set[str]]) -> tuple[str, list[str]]:
    """A line's body without the fields that its reader may not read, and which these are."""
    if not any(f'"{kind}"' in body for kind in hidden):
        return body, []
    edits, found = json.loads(body), set[str]()
    for edit in edits:
        for side in ("before", "after"):
            held = hidden.get(edit["kind"], set()) & set(edit.get(side) or {})
            found |= held
            for name in held:
                del edit[side][name]
    return (json.dumps(edits, sort_keys=True), sorted(found)) if found else (body, [])


def _journal(session: Reading) -> Iterator[Mapping[str, Any]]:
    for note in auditing.journal(session):
        who = {} if note.event == Event.question_misunderstood else {"asker": note.asker_id}
        yield {"at": note.at, "event": note.event, **who, "body": note.body}


def _passes(session: Reading) -> Iterator[Mapping[str, Any]]:
    for token in auditing.passes(session):
        yield token.model_dump(exclude={"digest"})


def _sent(session: Reading) -> Iterator[Mapping[str, Any]]:
    for sent in auditing.sent(session):
        yield {**sent.model_dump(exclude={"id", "keys"}), "keys": sent.keys.split()}


def _people(session: Reading) -> Iterator[Mapping[str, Any]]:
    for person in auditing.people(session):
        yield person._asdict()


def _said(value: object) -> str:
    return value.astimezone(UTC).isoformat() if isinstance(value, datetime) else str(value)
