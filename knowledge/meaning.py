"""Finding passages by what they mean: an embedder for the question, and something that knows the nearest passages. Without either, search goes by words
alone and says so."""
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from knowledge import library
from knowledge.library import Readable
from knowledge.vectors import Embedder, Unembedded, Vectors, unpacked
from records.database import Reading

BY_WORDS = "Searched by words alone, for {}."


class Nearest(Protocol):
    """`note` says why it cannot answer just now; "" when it can."""
    @property
    def note(self) -> str: ...

    def nearest(self, session: Reading, readable: Readable, model: str, wanted: Vectors, limit: int) -> Mapping[int, float] | None: ...


@dataclass(frozen=True)
class Near:
    """The passages nearest to a question, each with its likeness, and what the likeness of others is measured by."""
    model: str
    wanted: Vectors
    passages: Mapping[int, float]

    def likeness(self, session: Reading, readable: Readable, passages: Iterable[int]) -> Mapping[int, float]:
        """How alike other passages are, of those that may be read and have a vector."""
        found = library.vectors_of(session, readable, self.model, passages)
        return dict(zip(found, (unpacked(list(found.values())) @ self.wanted).tolist(), strict=True)) if found else {}


class Meaning:
    """Loads its embedder when it is first needed: most processes never search."""

    def __init__(self, embedder: Callable[[], Embedder], index: Nearest) -> None:
        self._load, self.index = embedder, index
        self._failed = ""

    @property
    def note(self) -> str:
        """Why search goes by words alone; "" when it does not."""
        why = self._failed or self._loaded[1] or self.index.note
        return BY_WORDS.format(why) if why else ""

    @property
    def embedder(self) -> Embedder | None:
        return self._loaded[0]

    def near(self, session: Reading, readable: Readable, question: str, limit: int) -> Near | None:
        """The nearest passages to a question, or None when search goes by words alone."""
        if self.embedder is None or self.index.note:
            return None
        try:
            wanted = self.embedder.embed([question])[0]
        except Unembedded as failed:
            self._failed = str(failed)
            return None
        self._failed = ""
        found = self.index.nearest(session, readable, self.embedder.model, wanted, limit)
        return None if found is None else Near(self.embedder.model, wanted, found)

    @cached_property
    def _loaded(self) -> tuple[Embedder | None, str]:
        try:
            return self._load(), ""
        except Unembedded as failed:
            return None, str(failed)


class _None:
    note = ""

    def nearest(self, session: Reading, readable: Readable, model: str, wanted: Vectors, limit: int) -> None:  # noqa: ARG002
        return None


def _nobody() -> Embedder:
    raise Unembedded("there is no embedder")


WORDS_ALONE = Meaning(_nobody, _None())
