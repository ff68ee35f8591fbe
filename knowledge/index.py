"""The index of vectors: Chroma, in a folder of its own or on a server. It holds numbers only; what is true stands in SQL, from which it is made anew
whenever it differs or answers wrongly. One collection for each space, so that rights choose which are asked.

A folder belongs to one process, which holds its lock; the others compare every vector themselves. The index is never written to files by Chroma
(`sync_threshold`) but replayed from its own log: written in the middle of a crash it breaks for good. A generation is a folder, or on a server a set of
collections; the next one is made beside it.
"""
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
import fcntl
import logging
from pathlib import Path
import re
import shutil
from threading import RLock
from typing import IO, Any, Protocol, cast

import chromadb
from chromadb.api import ClientAPI
from chromadb.api.models.Collection import Collection
from chromadb.config import Settings

from knowledge import library
from knowledge.library import ALL, Held, Readable
from knowledge.meaning import NOT_READY, Opened
from knowledge.scanning import Scan
from knowledge.vectors import Ask, Vectors, unpacked
from records.database import Reading

HOW = {"hnsw": {"space": "cosine", "sync_threshold": 10**9}}
FILE, MAGIC = "chroma.sqlite3", b"SQLite format 3\0"
NAME = re.compile(r"pmo-(?P<owner>\w+)-(?P<generation>\d+)-(?P<space>\d+)")
MARK = 8                                # letters of a text's mark
SOME = 500                              # rows of one call: each becomes a list of numbers, which takes eight times its room
TOGETHER = 50                           # versions whose vectors are read at once
KNOWN = 5                               # vectors whose nearest must be themselves
NEAR_ENOUGH = 1e-3
ENDS = (KeyboardInterrupt, SystemExit, GeneratorExit)
SECONDS = 5                             # for a server to answer
AWAY = "the index of meanings does not answer"
log = logging.getLogger(__name__)


class Broken(Exception):
    """The index is not what it should be."""


class Store(Protocol):
    """Where a generation of the index lies."""
    def open(self) -> ClientAPI: ...

    def check(self) -> None: ...

    def opened(self) -> None: ...

    def leave(self, failed: BaseException) -> None: ...

    @property
    def generation(self) -> int: ...


class Folder:
    """A folder of generations, the newest of which counts. Raises `BlockingIOError` while another process keeps it."""

    def __init__(self, home: Path) -> None:
        self._home = home
        home.mkdir(parents=True, exist_ok=True)
        self._lock: IO[bytes] = (home / "lock").open("ab")
        fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        self._client: ClientAPI | None = None
        self._file = (0, 0)
        self.generation = max((int(p.name) for p in home.iterdir() if p.name.isdigit()), default=1)
        if self._opening.exists():
            # Whoever opened it last did not live to see it open.
            self.leave()

    @property
    def _opening(self) -> Path:
        return self._home / "opening"

    @property
    def _path(self) -> Path:
        return self._home / str(self.generation)

    def open(self) -> ClientAPI:
        self._opening.touch()
        if self._path.exists():
            self._refuse_garbage()
        self._client = chromadb.PersistentClient(self._path, settings=Settings(anonymized_telemetry=False))
        self._file = self._identity()
        return self._client

    def opened(self) -> None:
        self._opening.unlink(missing_ok=True)
        for old in self._home.iterdir():
            if old.name.isdigit() and old != self._path:
                shutil.rmtree(old, ignore_errors=True)

    def check(self) -> None:
        self._refuse_garbage()
        if self._identity() != self._file:
            raise Broken("its file is another one")

    def leave(self, failed: BaseException | None = None) -> None:  # noqa: ARG002
        """Leave what is there behind, whatever it was."""
        if self._client is not None:
            with suppress(Exception):
                self._client.close()  # type: ignore[attr-defined]  # it is there, undeclared
            self._client = None
        shutil.rmtree(self._path, ignore_errors=True)
        self.generation += 1
        self._opening.unlink(missing_ok=True)

    def _identity(self) -> tuple[int, int]:
        told = (self._path / FILE).stat()
        return told.st_dev, told.st_ino

    def _refuse_garbage(self) -> None:
        with (self._path / FILE).open("rb") as file:
            if file.read(len(MAGIC)) != MAGIC:
                raise Broken("its file is none of a database")
            file.seek(16)
            page = int.from_bytes(file.read(2)) or 1
            page = 65536 if page == 1 else page
            file.seek(28)
            pages = int.from_bytes(file.read(4))
            if file.seek(0, 2) < pages * page:
                raise Broken("its file is cut off")


class Server:
    """A Chroma server. It has no rights of its own: it belongs on a private network."""

    def __init__(self, url: str) -> None:
        self._url, self.generation, self._behind = url, 0, 0

    def open(self) -> ClientAPI:
        m = re.fullmatch(r"(?P<ssl>https?)://(?P<host>[^:/]+)(?::(?P<port>\d+))?/?", self._url)
        if m is None:
            raise Broken(f"{self._url} is no address of a Chroma server")
        client = chromadb.HttpClient(m["host"], int(m["port"] or 8000), ssl=m["ssl"] == "https", settings=Settings(anonymized_telemetry=False))
        # It would wait for ever; there is no setting for it.
        cast("Any", client)._server._session.timeout = SECONDS  # noqa: SLF001
        there = (int(m["generation"]) for c in client.list_collections() if (m := NAME.fullmatch(c.name)))
        self.generation = max(self._behind + 1, max(there, default=1))
        return client

    def check(self) -> None:
        """Nothing lies here."""

    def opened(self) -> None:
        """Likewise."""

    def leave(self, failed: BaseException) -> None:
        """Leave what is there behind, but not because the server is away."""
        self._behind = self.generation if isinstance(failed, Broken) else self._behind


@dataclass
class _Shelf:
    """The collection of one space, and the ids in it by their versions; which of these are not as SQL has them."""
    collection: Collection
    there: dict[int, list[str]] = field(default_factory=dict)
    stale: set[int] = field(default_factory=set)
    count: int = 0                      # of the ids; read by those who search while others are added


class Index:
    """Answers from Chroma while it is whole; `keep` is called again and again by whoever owns it, and mends it."""

    def __init__(self, store: Callable[[], Store], owner: str) -> None:
        self._stored, self._owner = store, owner
        self._store: Store | None = None
        self._client: ClientAPI | None = None
        self._shelves: dict[int, _Shelf] = {}
        self._model, self._scan, self._guard = "", Scan(), RLock()
        self._noticed: BaseException | None = None
        self.note = NOT_READY
        self.rebuilt = 0

    def nearest(self, session: Reading, readable: Readable, model: str) -> Ask | None:
        """What tells the passages most like a vector, best first. What is asked of some documents only is compared one by one."""
        if self.note:
            return None
        if readable.only != ALL or model != self._model:
            return self._scan.nearest(session, readable, model)
        shelves = [s for space in library.spaces(session, readable.asker) if (s := self._shelves.get(space)) and s.count]
        return lambda wanted, limit: self._asked(shelves, wanted, limit)

    def _asked(self, shelves: Sequence[_Shelf], wanted: Vectors, limit: int) -> Mapping[int, float] | None:
        try:
            found = [pair for s in shelves for pair in _asked(s, wanted, limit)]
        except BaseException as failed:
            if isinstance(failed, ENDS):
                raise
            # The next `keep` sees to it; to wait for its turn here would hold up the answer.
            self._noticed, self.note = failed, NOT_READY
            return None
        return dict(sorted(found, key=lambda pair: -pair[1])[:limit])

    def keep(self, reading: Opened, model: str) -> bool:
        """Bring the index to what is searched; returns whether it is. Whatever is wrong with it, it is made anew."""
        with self._guard:
            return self._kept(reading, model) or self._kept(reading, model)

    def _kept(self, reading: Opened, model: str) -> bool:
        try:
            self._keep(reading, model)
        except BlockingIOError:
            # Another process keeps it.
            self.note, self._model = "", ""
            return True
        except BaseException as failed:  # noqa: BLE001 - likewise, and it can be made anew
            self._fail(failed)
            return False
        self.note = ""
        return True

    def _keep(self, reading: Opened, model: str) -> None:
        if noticed := self._noticed:
            self._noticed = None
            raise noticed
        if self._store is None:
            self._store = self._stored()
        if self._client is None or model != self._model:
            self._client, self._model = self._store.open(), model
            with reading() as session:
                self._shelves = dict(self._found(library.marks(session)))
        else:
            self._store.check()
        self._sync(reading)
        self._prove(reading)
        self._store.opened()

    def _found(self, marks: Mapping[int, tuple[int, str]]) -> Iterator[tuple[int, _Shelf]]:
        """The collections of this generation and model, with what is in them; others are dropped."""
        assert self._client is not None and self._store is not None  # noqa: S101, PT018
        for each in self._client.list_collections():
            m = NAME.fullmatch(each.name)
            if m and m["owner"] == self._owner:
                if int(m["generation"]) != self._store.generation or (each.metadata or {}).get("model") != self._model:
                    self._client.delete_collection(each.name)
                    continue
                shelf = _Shelf(self._client.get_collection(each.name, embedding_function=None))
                for id_ in shelf.collection.get(include=[])["ids"]:
                    version, passage, mark = _parts(id_)
                    shelf.there.setdefault(version, []).append(id_)
                    if marks.get(passage, (0, ""))[0] != version or not marks[passage][1].startswith(mark):
                        shelf.stale.add(version)
                shelf.count = sum(map(len, shelf.there.values()))
                yield int(m["space"]), shelf

    def _sync(self, reading: Opened) -> None:
        with reading() as session:
            wanted = library.searched(session)
        for space, shelf in self._shelves.items():
            gone = [v for v, ids in shelf.there.items() if v in shelf.stale or wanted.get(v) != (space, len(ids))]
            ids = [id_ for v in gone for id_ in shelf.there[v]]
            for at in range(0, len(ids), SOME):
                shelf.collection.delete(ids[at:at + SOME])
            shelf.count -= len(ids)
            for v in gone:
                del shelf.there[v]
            shelf.stale.clear()
        there = {v for shelf in self._shelves.values() for v in shelf.there}
        missing = sorted((v for v in wanted if v not in there), key=lambda v: (wanted[v], v))
        for at in range(0, len(missing), TOGETHER):
            with reading() as session:
                held = list(library.vectors_in(session, self._model, missing[at:at + TOGETHER]))
            for space in sorted({wanted[h.version][0] for h in held}):
                self._add(space, [h for h in held if wanted[h.version][0] == space])

    def _add(self, space: int, held: Sequence[Held]) -> None:
        assert self._client is not None and self._store is not None  # noqa: S101, PT018
        if space not in self._shelves:
            name = f"pmo-{self._owner}-{self._store.generation}-{space}"
            made = self._client.get_or_create_collection(name, configuration=HOW, embedding_function=None, metadata={"model": self._model})  # type: ignore[arg-type]
            self._shelves[space] = _Shelf(made)
        shelf = self._shelves[space]
        for at in range(0, len(held), SOME):
            some = held[at:at + SOME]
            shelf.collection.upsert([_id(h) for h in some], embeddings=unpacked([h.numbers for h in some]))
        for h in held:
            shelf.there.setdefault(h.version, []).append(_id(h))
        shelf.count += len(held)

    def _prove(self, reading: Opened) -> None:
        """Each collection holds what it should, and finds some passages by their own vectors."""
        for shelf in self._shelves.values():
            if shelf.collection.count() != shelf.count:
                raise Broken(f"it holds {shelf.collection.count()} passages, not {shelf.count}")
            if shelf.there:
                versions = list(shelf.there)
                with reading() as session:
                    held = list(library.vectors_in(session, self._model, versions[::max(1, len(versions) // KNOWN)][:KNOWN]))
                for known in held[::max(1, len(held) // KNOWN)][:KNOWN]:
                    best = max((likeness for _, likeness in _asked(shelf, unpacked([known.numbers])[0], 1)), default=0.0)
                    stored = shelf.collection.get([_id(known)], include=["embeddings"])["embeddings"]
                    same = stored is not None and len(stored) == 1 and float(stored[0] @ unpacked([known.numbers])[0]) > 1 - NEAR_ENOUGH
                    if not same or best < 1 - NEAR_ENOUGH:
                        raise Broken("it does not find a passage by its own vector")

    def _fail(self, failed: BaseException) -> None:
        """Answer by words until the next `keep`, which makes a new generation."""
        if isinstance(failed, ENDS):
            raise failed
        log.warning("The index of meanings is made anew: %s", failed)
        self.note = AWAY if isinstance(self._store, Server) else NOT_READY
        self.rebuilt += 1
        with self._guard:
            if self._store is not None:
                self._store.leave(failed)
            self._client, self._shelves = None, {}


def _id(of: Held) -> str:
    """Names the text too: an id that another database gave to another text is none of ours."""
    return f"{of.version}-{of.passage}-{of.mark[:MARK]}"


def _parts(id_: str) -> tuple[int, int, str]:
    version, passage, mark = id_.split("-")
    return int(version), int(passage), mark


def _asked(shelf: _Shelf, wanted: Vectors, limit: int) -> Sequence[tuple[int, float]]:
    told = shelf.collection.query(query_embeddings=cast("Any", [wanted]), n_results=min(limit, shelf.count), include=["distances"])
    distances = (told["distances"] or [[]])[0]
    return [(_parts(id_)[1], 1 - float(d)) for id_, d in zip(told["ids"][0], distances, strict=True)]
