"""The exact way to the nearest passages: every vector that the asker may read is compared. It needs no index and is never wrong; what commands use, and
processes that do not keep the index."""
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from knowledge import library
from knowledge.library import Held, Readable
from knowledge.vectors import Ask, Vectors, unpacked
from records.database import Reading

WASTE = 2                               # how many times more versions may be held than anybody searched, before all is read anew


class Scan:
    """Holds what was read, by version: one that is new is read when it is first searched, one that is gone is passed over."""
    note = ""

    def __init__(self) -> None:
        self._guard, self._held, self._most = Lock(), _Held(), 0

    def nearest(self, session: Reading, readable: Readable, model: str) -> Ask:
        """What tells the passages most like a vector, best first, each with its likeness."""
        may = library.versions(session, readable)
        held = self._read(session, model, may)
        return lambda wanted, limit: held.nearest(np.fromiter(may, np.int64, len(may)), wanted, limit)

    def _read(self, session: Reading, model: str, may: Collection[int]) -> "_Held":
        with self._guard:
            self._most = max(self._most, len(may))
            if model != self._held.model or len(self._held.there) > WASTE * self._most:
                self._held, self._most = _Held(model), len(may)
            if new := list(library.vectors_in(session, model, set(may) - self._held.there)):
                self._held = self._held.with_more(new)
            return self._held


@dataclass(frozen=True)
class _Held:
    """Rows that belong together: a vector, its passage, its version; and which versions they are of."""
    model: str = ""
    there: frozenset[int] = frozenset()
    versions: NDArray[np.int64] = field(default_factory=lambda: np.empty(0, np.int64))
    passages: NDArray[np.int64] = field(default_factory=lambda: np.empty(0, np.int64))
    vectors: Vectors | None = None

    def nearest(self, may: NDArray[np.int64], wanted: Vectors, limit: int) -> Mapping[int, float]:
        """Of the passages of some versions those most like a vector."""
        if self.vectors is None:
            return {}
        likeness = self.vectors @ wanted
        likeness[~np.isin(self.versions, may)] = -np.inf
        some = np.argpartition(-likeness, limit)[:limit] if len(likeness) > limit else np.arange(len(likeness))
        return {int(self.passages[i]): float(likeness[i]) for i in some[np.argsort(-likeness[some])] if np.isfinite(likeness[i])}

    def with_more(self, new: Sequence[Held]) -> "_Held":
        rows = unpacked([h.numbers for h in new])
        return _Held(self.model, self.there | {h.version for h in new}, np.append(self.versions, [h.version for h in new]),
                     np.append(self.passages, [h.passage for h in new]), rows if self.vectors is None else np.concatenate([self.vectors, rows]))
