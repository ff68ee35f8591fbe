"""Keeping what is searched: passages cut as this version cuts them, a vector for each, and the index in step with both."""
from collections.abc import Iterator, Mapping
import logging
from threading import Event, Thread

from knowledge import library
from knowledge.intake import NO_VECTORS, Embedding
from knowledge.library import Vectors
from knowledge.meaning import Kept, Meaning
from knowledge.vectors import Embedder, Unembedded, packed
from records.database import Database

SOME = 64                               # passages that are embedded before they are stored
SECONDS = 3.0                           # between two looks at what changed
CHECKED = 5                             # looks between two checks of an index that nothing happened to
log = logging.getLogger(__name__)


class Documents:
    """Works on all documents, as the office itself."""

    def __init__(self, database: Database, meaning: Meaning) -> None:
        self._database, self._meaning = database, meaning

    @property
    def note(self) -> str:
        return self._meaning.note

    @property
    def embedding(self) -> Embedding:
        """What gives a document its vectors as it is taken in; what cannot be had then is made up for later."""
        embedder = self._meaning.embedder
        return Embedding(embedder.model, lambda texts: self._embedded(embedder, texts)) if embedder else NO_VECTORS

    def cut_anew(self, *, everything: bool = False) -> int:
        """Cut the documents again that were cut in an older way, or all; returns how many."""
        with self._database.reading() as session:
            old = library.current(session) if everything else library.outdated(session)
        for version in old:
            with self._database.writing() as tx:
                library.cut_anew(tx, version)
        return len(old)

    def embed_missing(self) -> Iterator[int]:
        """Give every passage its vector; yields how many it has made so far. Raises `Unembedded`."""
        embedder, made = self._meaning.embedder, 0
        while embedder is not None:
            with self._database.reading() as session:
                texts = library.unembedded(session, embedder.model, SOME)
            if not texts:
                return
            vectors = dict(zip(texts, packed(embedder.embed(list(texts.values()))), strict=True))
            with self._database.writing() as tx:
                library.keep_vectors(tx, embedder.model, vectors)
            made += len(vectors)
            yield made

    def forget_vectors(self) -> None:
        """Drop the vectors of texts that nobody searches any more."""
        with self._database.writing() as tx:
            library.forget_vectors(tx)

    def _embedded(self, embedder: Embedder, texts: Mapping[str, str]) -> Vectors:
        with self._database.reading() as session:
            there = library.vectors_there(session, embedder.model, tuple(texts))
        new = {mark: text for mark, text in texts.items() if mark not in there}
        try:
            return dict(zip(new, packed(embedder.embed(list(new.values()))), strict=True)) if new else {}
        except Unembedded as failed:
            log.warning("A document has no vectors yet: %s.", failed)
            return {}


class Keeper:
    """A thread of the server that brings vectors and index up to what is searched, and mends the index. `look` is one round of it."""

    def __init__(self, database: Database, documents: Documents, meaning: Meaning, index: Kept) -> None:
        self._database, self._documents, self._meaning, self._index = database, documents, meaning, index
        self._seen: object = None
        self._left, self._stopped = 0, Event()

    def start(self) -> None:
        Thread(target=self._run, name="keeps the index", daemon=True).start()

    def stop(self) -> None:
        self._stopped.set()

    def look(self) -> bool:
        """Returns whether everything that can be searched is found by its meaning."""
        embedder = self._meaning.embedder
        if embedder is None:
            return False
        with self._database.reading() as session:
            there = library.searched(session)
        self._left -= 1
        if there == self._seen and self._left > 0 and not self._meaning.note:
            return True
        is_whole = self._made_up_for()
        is_kept = self._index.keep(self._database.reading, embedder.model)
        self._seen, self._left = (there if is_whole and is_kept else None), CHECKED
        return is_whole and is_kept

    def _made_up_for(self) -> bool:
        try:
            for _ in self._documents.embed_missing():
                if self._stopped.is_set():
                    return False
        except Unembedded as failed:
            log.warning("Documents are found by their words alone: %s.", failed)
            return False
        return True

    def _run(self) -> None:
        while not self._stopped.is_set():
            try:
                self.look()
            except Exception:
                log.exception("The index could not be looked after; it is tried again.")
            self._stopped.wait(SECONDS)
