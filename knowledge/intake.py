"""Taking documents in: a file or a folder of them, each in its turn and transaction; what did not change costs nothing.

Files are read outside of any transaction. Documents are records, and records are written by `changing` only: `Record` is the caller's pen, lent for one
wish at a time, which answers with the key of what it wrote.
"""
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from hashlib import sha256
from pathlib import Path
import re
from types import MappingProxyType

from knowledge import library
from knowledge.ahead import ahead, bundled
from knowledge.formats import FORMATS, format_of, refusal
from knowledge.formats.base import READER, Parsed
from knowledge.library import Known, Taken, Vectors, Version
from knowledge.passages import Cut, cut
from records.bounded import Readers
from records.database import Reading, Writing
from records.errors import BadInput
from records.proposals import Change, Create, Wish

SPACE = "Governance"
LARGEST = 30_000_000
AHEAD, TOGETHER = 8, 256                 # files that are read before their turn; passages that get their vectors at once
TYPES = ("policy", "method", "template", "training", "minutes")
Record = Callable[[Wish], str]
Embed = Callable[[Mapping[str, str]], Vectors]          # texts by their marks; what has a vector already may be left out


@dataclass(frozen=True)
class Embedding:
    """What turns texts into vectors, and the name of its model; without one there are none."""
    model: str = ""
    embed: Embed = field(default=lambda _texts: {})


NO_VECTORS = Embedding()


@dataclass(frozen=True)
class Step:
    """One file's turn. `write` stores what was read, in a transaction of its own, and says how it went; without it nothing is to be stored."""
    name: str
    says: str = ""
    write: Callable[[Writing, Record], str] | None = None


@dataclass(frozen=True)
class File:
    """A file that was read and is not yet stored; `vectors` are those of its passages, of which those that had one may be missing."""
    path: Path
    mark: str
    parsed: Parsed
    cuts: Sequence[Sequence[Cut]]
    last: Taken | None
    now: datetime
    model: str
    space: str
    vectors: dict[str, bytes] = field(default_factory=dict)

    @property
    def texts(self) -> Mapping[str, str]:
        """What is embedded of it, by its marks."""
        return {c.mark: c.said for some in self.cuts for c in some}

    @property
    def edition(self) -> str:
        return self.parsed.about.get("edition", "")

    @property
    def effective(self) -> date | None:
        return _day(self.parsed.about.get("effective"))

    def version(self, document: int, *, is_current: bool = True) -> Version:
        return Version(document_id=document, edition=self.edition, path=str(self.path), sha256=self.mark, reader=READER, at=self.now, is_current=is_current)

    def keep(self, tx: Writing, document: int, *, is_current: bool = True) -> int:
        return library.keep(tx, self.version(document, is_current=is_current), self.parsed, self.cuts, self.vectors, self.model)


def taken_before(session: Reading, path: Path) -> Mapping[str, Taken]:
    """What was taken in from a file, or from below a folder."""
    return library.taken(session, str(path.resolve()))


def count(path: Path) -> int:
    """How many files there are to look at. Raises `BadInput` when none can be read."""
    return len(_files(path.resolve()))


def steps(path: Path, before: Mapping[str, Taken], now: datetime, embedding: Embedding = NO_VECTORS,
          known: Mapping[str, Parsed] = MappingProxyType({}), space: str = "") -> Iterator[Step]:
    """Read a file, or every readable file of a folder; yields a step for each. `known` are those read already, by the marks of their content; new
    documents go to the space of this name, unless they name one themselves.

    Raises `BadInput` when there is nothing to read."""
    files, there = _files(path.resolve()), path.is_dir()
    paths = {str(f) for f in files}
    gone = [t for where, t in before.items() if t.is_current and where not in paths] if there else []
    alone = {t.document for t in gone if not t.is_twin}
    if gone:
        yield Step("", write=lambda tx, _: _dropped(tx, gone))
    with Readers() as readers:
        def read(file: Path) -> Step | _Read:
            name, last = str(file.relative_to(path.resolve())) if there else file.name, before.get(str(file))
            try:
                return _read(name, file, last, partial(File, now=now, model=embedding.model, space=space), known, readers,
                             is_only=last is not None and last.document in alone)
            except BadInput as sorry:
                return Step(name, f"left out. {sorry}")
            except OSError as failed:
                return Step(name, f"left out. It cannot be opened: {(failed.strerror or 'it is gone').lower()}.")
        # One file is stored while the next ones get their vectors and those after them are read.
        some = bundled(ahead(read, files, AHEAD), lambda one: 1 if isinstance(one, Step) else len(one.file.texts), TOGETHER)
        for steps_ in ahead(partial(_embedded, embedding), some, 1):
            yield from steps_
    for left in gone:
        yield Step(Path(left.path).name, write=lambda tx, record, left=left: _retired(tx, left, record))  # type: ignore[misc]


@dataclass(frozen=True)
class _Read:
    """A file that was read and has no vectors yet."""
    name: str
    file: File


def _embedded(embedding: Embedding, some: Sequence[Step | _Read]) -> Sequence[Step]:
    """The steps of some files, whose passages get their vectors together: no transaction waits for these."""
    vectors = embedding.embed({mark: text for one in some if isinstance(one, _Read) for mark, text in one.file.texts.items()})
    for one in some:
        if isinstance(one, _Read):
            one.file.vectors.update((mark, vectors[mark]) for mark in one.file.texts if mark in vectors)
    return [one if isinstance(one, Step) else Step(one.name, write=partial(_kept, one.file)) for one in some]


def _files(path: Path) -> Sequence[Path]:
    """The files, those that cannot be read too, which is said in their turn; first the formats with the cleanest text, for a twin adds only its pages."""
    below = [p for p in path.rglob("*") if not any(part.startswith(".") for part in p.relative_to(path).parts)] if path.is_dir() else [path]
    found = [p for p in below if p.is_file()]
    if not any(format_of(p.name) for p in found):
        endings = ", ".join(e for f in FORMATS for e in f.endings)
        raise BadInput(f"There is nothing in {path.name} that I can read; I read {endings}." if path.is_dir() else refusal(path.name))
    return sorted(found, key=lambda p: (FORMATS.index(known) if (known := format_of(p.name)) else len(FORMATS), p))


def _read(name: str, path: Path, last: Taken | None, made: Callable[..., File], known: Mapping[str, Parsed], readers: Readers, *,  # noqa: PLR0913
          is_only: bool) -> Step | _Read:
    """Read one file, unless it is as it was; one whose document lost its other file is read again."""
    read = format_of(path.name)
    if read is None:
        raise BadInput(refusal(path.name))
    if path.stat().st_size > LARGEST:
        raise BadInput(f"It has more than {LARGEST // 1_000_000} MB.")
    content = path.read_bytes()
    mark = sha256(content).hexdigest()
    if last and last.sha256 == mark and not is_only and (last.is_current or last.status != "retired"):
        return Step(name, "unchanged")
    parsed = known.get(mark) or read.read(content, path.name, readers.run)
    cuts = [cut(parsed.title, library.ABOVE.join(s.path), s.heading, s.text) for s in parsed.sections]
    return _Read(name, made(path, mark, parsed, cuts, last))


def _kept(file: File, tx: Writing, record: Record) -> str:
    """Store a file as a new document, a new edition, an older one, or a known one in another format."""
    same = _same(tx, file)
    if same is None or same.path in ("", str(file.path)):
        return _as_current(tx, file, same, record)
    if file.edition == same.edition:
        if Path(same.path).suffix == file.path.suffix and same.sha256 != file.mark:
            raise BadInput(f"{same.key} has this title and edition already, from {Path(same.path).name}.")
        library.keep_twin(tx, file.version(same.id), file.parsed)
        return f"the same as {same.key} in another {'place' if same.sha256 == file.mark else 'format'}"
    if _is_older(file, same):
        file.keep(tx, same.id, is_current=False)
        return f"{same.key}, the older edition {file.edition}, for those who cite it"
    return _as_current(tx, file, same, record)


def _same(tx: Writing, file: File) -> Known | None:
    """The document a file is of: the one it was, else that of the same bytes, of its title and an edition, or of a file of the same name beside it."""
    if file.last:
        return library.known_by_id(tx, file.last.document)
    if copy := library.known_by_mark(tx, file.mark):
        return copy
    if file.edition:
        return library.known_by_title(tx, file.parsed.title)
    return library.known_by_path(tx, f"{file.path.with_suffix('')}.")


def _is_older(file: File, same: Known) -> bool:
    if file.effective and same.effective:
        return file.effective < same.effective
    mine, theirs = ([int(n) for n in re.findall(r"\d+", said)] for said in (file.edition, same.edition))
    return bool(mine and theirs) and mine < theirs


def _as_current(tx: Writing, file: File, same: Known | None, record: Record) -> str:
    if same and file.effective and file.effective > file.now.date() and file.edition != same.edition:
        raise BadInput(f"Edition {file.edition} is in force from {file.effective:%-d %b %Y} only; take it in then. Until that day {same.edition} holds.")
    key = _changed(tx, file, same, record) if same else _created(tx, file, record)
    sections = file.keep(tx, library.id_of(tx, key))
    return f"{key}, {sections} section{'' if sections == 1 else 's'}" + (f", edition {file.edition}" if file.edition else "")


def _changed(tx: Writing, file: File, same: Known, record: Record) -> str:
    """Bring the document's record to what the file says; a record that says so already is left alone."""
    wanted = _governed(tx, file)
    if wanted != {name: getattr(same, name) for name in wanted}:
        record(Change("document", (same.key,), wanted))
    return same.key


def _created(tx: Writing, file: File, record: Record) -> str:
    name = file.parsed.about.get("space") or file.space or SPACE
    space = library.space_named(tx, name)
    if space is None and name != SPACE:
        raise BadInput(f"There is no space “{name}”. Make it first, or leave it out.")
    if space is None:
        record(Create("space", {"name": SPACE, "description": "What holds for every project."}))
        space = library.space_named(tx, SPACE)
    return record(Create("document", {"type": "policy", **_governed(tx, file), "space_id": space}))


def _governed(tx: Writing, file: File) -> Mapping[str, object]:
    """What a file says of itself as a document of the office; where it says nothing, that is left as it is."""
    about, kind = file.parsed.about, file.parsed.about.get("type", "").lower()
    people = {field_: library.person_named(tx, about[key]) for key, field_ in (("owner", "owner_id"), ("approved by", "approver_id")) if key in about}
    return {"title": file.parsed.title[:200], "edition": file.edition[:50], "effective": file.effective,
            "status": about.get("status", "in force").lower(), **({"type": kind} if kind in TYPES else {}),
            **({"review": _day(about["review"])} if "review" in about else {}), **{field_: who for field_, who in people.items() if who}}


def _dropped(tx: Writing, gone: Sequence[Taken]) -> str:
    for file in gone:
        library.drop(tx, file.version)
    return ""


def _retired(tx: Writing, gone: Taken, record: Record) -> str:
    """Retire the document of a file that is gone, unless another file of it is there."""
    document = library.known_by_id(tx, gone.document)
    if document is None or document.path or document.status == "retired":
        return "gone"
    record(Change("document", (document.key,), {"status": "retired"}))
    return f"gone, {document.key} is retired"


def _day(said: str | None) -> date | None:
    try:
        return date.fromisoformat(said) if said else None
    except ValueError:
        raise BadInput(f"“{said}” is no date; write it as 2026-01-31.") from None
