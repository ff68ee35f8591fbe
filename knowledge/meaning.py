"""Finding passages by what they mean: an embedder for the question, and something that knows the nearest passages. Without either, search goes by words
alone and says so."""
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from knowledge import library
from knowledge.library import Readable
from knowledge.vectors import Ask, Embedder, Unembedded, Vectors, unpacked
from records.database import Reading

BY_WORDS = "Searched by words alone, for {}."
NOT_READY = "the index of meanings is being made ready"
BESIDE = 4                              # questions that are embedded at a time
Packed = Mapping[int, bytes]            # vectors as they are stored, by their passages
NO_VECTORS: Packed = {}
Opened = Callable[[], AbstractContextManager[Reading]]


class Nearest(Protocol):
    """`note` says why it cannot answer just now; "" when it can."""
    @property
    def note(self) -> str: ...

    def nearest(self, session: Reading, readable: Readable, model: str) -> Ask | None:
        """Decide what may be looked at; what answers needs no session, and may be asked beside what does."""


class Kept(Nearest, Protocol):
    """One that is brought in step by whoever owns it: `keep` returns whether it is whole."""
    def keep(self, reading: Opened, model: str) -> bool: ...


class Later:
    """An index that takes a while to load, which is done where it is kept: until then search goes by words."""

    def __init__(self, load: Callable[[], Kept]) -> None:
        self._load = load
        self._index: Kept | None = None

    @property
    def note(self) -> str:
        return self._index.note if self._index else NOT_READY

    def nearest(self, session: Reading, readable: Readable, model: str) -> Ask | None:
        return self._index.nearest(session, readable, model) if self._index else None

    def keep(self, reading: Opened, model: str) -> bool:
        return self._loaded().keep(reading, model)

    def _loaded(self) -> Kept:
        if self._index is None:
            self._index = self._load()
        return self._index


@dataclass(frozen=True)
class Near:
    """The passages nearest to a question, each with its likeness, and what the likeness of others is measured by."""
    model: str
    wanted: Vectors
    passages: Mapping[int, float]

    def likeness(self, session: Reading, passages: Sequence[int], known: Packed = NO_VECTORS) -> Mapping[int, float]:
        """How alike passages are that may be read, of those that have a vector: whatever an index says, that is read from SQL. Some may be known already."""
        found = {p: known[p] for p in passages if p in known}
        found.update(library.vectors_of(session, self.model, [p for p in passages if p not in known]))
        return dict(zip(found, (unpacked(list(found.values())) @ self.wanted).tolist(), strict=True)) if found else {}


@dataclass(frozen=True)
class Sought:
    """A question whose nearest passages are looked for; called, it waits for them: None when search goes by words alone. `model` names what their vectors
    are of; "" for none."""
    model: str
    wait: Callable[[], Near | None]

    def __call__(self) -> Near | None:
        return self.wait()

    def vectors(self, session: Reading, passages: Sequence[int]) -> Packed:
        """Those of some passages that their likeness is to be told of when the nearest are known."""
        return library.vectors_of(session, self.model, passages) if self.model else NO_VECTORS


NOT_SOUGHT = Sought("", lambda: None)


class Meaning:
    """Loads its embedder when it is first needed: most processes never search."""

    def __init__(self, embedder: Callable[[], Embedder], index: Nearest) -> None:
        self._load, self.index = embedder, index
        self._failed = ""
        self._beside = ThreadPoolExecutor(BESIDE, "pmo-meaning")

    @property
    def note(self) -> str:
        """Why search goes by words alone; "" when it does not."""
        why = self._failed or self._loaded[1] or self.index.note
        return BY_WORDS.format(why) if why else ""

    @property
    def embedder(self) -> Embedder | None:
        return self._loaded[0]

    def near(self, session: Reading, readable: Readable, question: str, limit: int) -> Sought:
        """Look for the nearest passages to a question beside whatever is done until it is asked for them."""
        embedder = self.embedder
        ask = self.index.nearest(session, readable, embedder.model) if embedder and not self.index.note else None
        return Sought(embedder.model, self._beside.submit(self._nearest, embedder, ask, question, limit).result) if embedder and ask else NOT_SOUGHT

    def _nearest(self, embedder: Embedder, ask: Ask, question: str, limit: int) -> Near | None:
        try:
            wanted = embedder.embed([question])[0]
        except Unembedded as failed:
            self._failed = str(failed)
            return None
        self._failed = ""
        found = ask(wanted, limit)
        return None if found is None else Near(embedder.model, wanted, found)

    @cached_property
    def _loaded(self) -> tuple[Embedder | None, str]:
        try:
            return self._load(), ""
        except Unembedded as failed:
            return None, str(failed)


class _None:
    note = ""

    def nearest(self, session: Reading, readable: Readable, model: str) -> None:  # noqa: ARG002
        return None


def _nobody() -> Embedder:
    raise Unembedded("there is no embedder")


WORDS_ALONE = Meaning(_nobody, _None())
