"""Which passages hold which words, and BM25 over them. What a version holds never changes, so it is read once and held in memory; whose it is to read is
asked of SQL each time, before anything is counted or ranked.
"""
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray
import sqlalchemy as sa

from knowledge.library.ranking import Readable
from knowledge.library.tables import CUT, passage, stem, version
from records.asker import Asker
from records.database import Reading

K1, B = 1.2, 0.75                       # Robertson & Zaragoza, The Probabilistic Relevance Framework
PAIR = np.dtype("<u4")
MOST_HELD = 20_000_000                  # postings: 160 MB
WASTE = 2                               # how many times more versions may be held than anybody searched, before all is read anew
ASKERS = 16                             # who may read different things, one after the other
SAMPLED = 16                            # one score of so many tells where the best may be
LEAST = np.finfo(np.float32).tiny       # of what is more than nothing
FEW = 300                               # versions that one statement names; of more all are read
Numbers = NDArray[np.int64]
Scores = NDArray[np.float32]
Term = tuple[NDArray[np.int32], NDArray[np.float32]]


@dataclass(frozen=True)
class Match:
    passage: int
    score: float
    terms: frozenset[str]


def packed(counts: Sequence[Counter[str]]) -> Mapping[str, bytes]:
    """The postings of a version, by their stems, as they are stored."""
    pairs: dict[str, list[int]] = {}
    for place, counted in enumerate(counts):
        for term, n in counted.items():
            pairs.setdefault(term, []).extend((place, n))
    return {term: np.array(of, PAIR).tobytes() for term, of in pairs.items()}


class Postings:
    """What one process has read of them, for all who search there."""

    def __init__(self) -> None:
        self._guard, self._held, self._most = Lock(), _Held(), 0
        self._known: dict[str, _May] = {}

    def read_by(self, session: Reading, readable: Readable) -> "Words":
        """The words of what may be read; statistics are of all that, whatever part of it is looked at."""
        ids = session.execute(_versions_of(readable.asker)).scalar_one()
        with self._guard:
            may = self._may(session, ids or "")
            only = may.passages if readable.is_all else self._held.of(session.execute(readable.versions()).scalars().all())[:len(may.passages)]
            return Words(session, self, self._held, may.passages, only, may.number, may.words)

    def _may(self, session: Reading, ids: str) -> "_May":
        """The passages of these versions, which are read if they were not; the answers to the last few askers are kept."""
        known = self._known.pop(ids, None)
        if known is None:
            versions = [int(v) for v in ids.split(",") if v]
            self._most = max(self._most, len(versions))
            if len(self._held.versions) > WASTE * self._most or self._held.size > MOST_HELD:
                self._held, self._most, self._known = _Held(), len(versions), {}
            self._held.read(session, versions)
            passages = self._held.of(versions)
            known = _May(passages, int(np.count_nonzero(passages)), float(self._held.lengths[passages].sum(dtype=np.float64)))
        self._known[ids] = known
        while len(self._known) > ASKERS:
            del self._known[next(iter(self._known))]
        return known

    def terms(self, session: Reading, held: "_Held", terms: Collection[str]) -> Mapping[str, Term]:
        with self._guard:
            held.read_terms(session, terms)
            return {term: held.terms[term][1] for term in terms}


@dataclass(frozen=True)
class _May:
    """Of each passage whether somebody may read it; how many they may read, and how many words these count."""
    passages: NDArray[np.bool_]
    number: int
    words: float


@dataclass(frozen=True)
class Words:
    """The words of the passages that somebody may read, and of those among them that are looked at."""
    _session: Reading
    _postings: Postings
    _held: "_Held"
    _may: NDArray[np.bool_]
    _looked_at: NDArray[np.bool_]
    number: int
    _words: float

    def frequencies(self, terms: Iterable[str]) -> Mapping[str, int]:
        """In how many passages each stem stands."""
        is_all = bool(self._may.all())
        return Counter({term: len(where) if is_all else int(np.count_nonzero(self._may[where])) for term, (where, _) in self._read(set(terms)).items()})

    def there(self, terms: Collection[str]) -> Sequence[str]:
        """Those of some stems that stand anywhere."""
        found = self._session.execute(_THERE, {"terms": list(terms)}).scalars().all()
        return [term for term, n in self.frequencies(found).items() if n]

    def matches(self, weights: Mapping[str, float], limit: int, also: Callable[[Sequence[int]], Sequence[int]] = tuple) -> Sequence[Match]:
        """The best passages by BM25, best first; and of some others what they score, where they hold a word at all. Which these are is asked last, of who is
        told the best: it may still be found out meanwhile."""
        lengths, ids = self._held.lengths[:len(self._may)], self._held.ids[:len(self._may)]
        flat = lengths * np.float32(K1 * B * self.number / (self._words or 1.0)) + np.float32(K1 * (1 - B))
        scores, read = np.zeros(len(flat), np.float32), self._read(weights)
        for term in sorted(read):
            where, n = read[term]
            scores[where] += np.float32(weights[term] * (K1 + 1)) * n / (n + flat[where])
        if not self._looked_at.all():
            scores[~self._looked_at] = 0
        best = _best(scores, ids, limit)
        chosen = np.union1d(best, self._held.places(also(ids[best].tolist()), len(flat)))
        chosen = _ordered(chosen[scores[chosen] > 0], scores, ids)
        held = _held_by(read, chosen)
        return [Match(*told) for told in zip(ids[chosen].tolist(), scores[chosen].tolist(), held, strict=True)]

    def readable(self, passages: Iterable[int]) -> Sequence[int]:
        """Those of some passages that are looked at."""
        places = self._held.places(tuple(passages), len(self._may))
        return [int(id_) for id_ in self._held.ids[places[self._looked_at[places]]]]

    def _read(self, terms: Collection[str]) -> Mapping[str, Term]:
        """The postings of some stems, without those of versions that were read since."""
        read, most = self._postings.terms(self._session, self._held, terms), len(self._may)
        return {term: (where, n) if not len(where) or where[-1] < most else (where[where < most], n[where < most]) for term, (where, n) in read.items()}


def _held_by(read: Mapping[str, Term], places: Numbers) -> Iterator[frozenset[str]]:
    """The terms that stand at some places; they are few that stand together, so each set is made once."""
    terms, made = list(read), dict[bytes, frozenset[str]]()
    stands = np.array([_among(where, places)[1] for where, _ in read.values()], np.bool_).reshape(len(read), len(places)).T
    for row in stands:
        which = row.tobytes()
        if which not in made:
            made[which] = frozenset(terms[n] for n in np.flatnonzero(row))
        yield made[which]


def _best(scores: Scores, ids: Numbers, limit: int) -> Numbers:
    some = np.flatnonzero(scores >= _floor(scores, limit))
    if len(some) > limit:
        some = some[-scores[some] <= np.partition(-scores[some], limit - 1)[limit - 1]]
    return _ordered(some, scores, ids)[:limit]


def _floor(scores: Scores, limit: int) -> np.float32:
    """What the best so many surely reach, by a sample of all: few out of very many are left to be looked at."""
    below = -scores[::SAMPLED]
    # From the other end it takes twenty times as long where many are equal.
    reached = -np.partition(below, limit - 1)[limit - 1] if len(below) >= limit else 0
    return np.float32(max(reached, LEAST))


def _among(ascending: NDArray[Any], some: Numbers) -> tuple[Numbers, NDArray[np.bool_]]:
    """Where some numbers stand among others, and of each whether it does. Looked up one by one: they are few among very many."""
    if not len(ascending):
        return np.zeros(len(some), np.int64), np.zeros(len(some), np.bool_)
    at = np.minimum(np.searchsorted(ascending, some.astype(ascending.dtype)), len(ascending) - 1)
    return at, ascending[at] == some


def _ordered(places: Numbers, scores: Scores, ids: Numbers) -> Numbers:
    return places[np.lexsort((ids[places], -scores[places]))]


@dataclass
class _Held:
    """Passages in the order they were read, version by version: their ids and lengths. Each stem that was asked for has the places among these where
    it stands and how often, in order, of so many versions as were read then."""
    versions: dict[int, int] = field(default_factory=dict)                              # the place of each among the versions
    starts: list[int] = field(default_factory=lambda: [0])                              # and that of its first passage among the passages
    ids: Numbers = field(default_factory=lambda: np.empty(0, np.int64))
    lengths: Scores = field(default_factory=lambda: np.empty(0, np.float32))
    terms: dict[str, tuple[int, Term]] = field(default_factory=dict)
    by_id: tuple[Numbers, Numbers] = field(default_factory=lambda: (np.empty(0, np.int64), np.empty(0, np.int64)))      # the ids in order, and their places
    size: int = 0

    def read(self, session: Reading, wanted: Sequence[int]) -> None:
        """Read the passages of versions that were not read before."""
        new = [v for v in wanted if v not in self.versions]
        if not new:
            return
        found = sa.select(passage.version_id, passage.id, passage.length).order_by(passage.version_id, passage.id)
        rows = np.array([tuple(row) for row in session.execute(found.where(_named(passage.version_id, new)))], np.int64).reshape(-1, 3)
        rows = rows[np.isin(rows[:, 0], new)]
        for v, count in zip(*np.unique(rows[:, 0], return_counts=True), strict=True):
            self.versions[int(v)] = len(self.versions)
            self.starts.append(self.starts[-1] + int(count))
        self.ids, self.lengths = np.append(self.ids, rows[:, 1]), np.append(self.lengths, rows[:, 2].astype(np.float32))
        places = np.argsort(self.ids, kind="stable")
        self.by_id = self.ids[places], places           # at once, for others look there meanwhile

    def read_terms(self, session: Reading, terms: Collection[str]) -> None:
        """Read the postings of some stems, as far as they were not read before."""
        behind = [term for term in terms if self.terms.get(term, (-1,))[0] < len(self.versions)]
        if not behind:
            return
        first = min(self.terms.get(term, (0,))[0] for term in behind)
        new = [v for v, at in self.versions.items() if at >= first]
        found = sa.select(stem.term, stem.version_id, stem.postings).where(stem.term.in_(behind), _named(stem.version_id, new))
        rows: dict[str, list[tuple[int, bytes]]] = {term: [] for term in behind}
        for term, v, postings in session.execute(found):
            at = self.versions.get(v)
            if at is not None and at >= self.terms.get(term, (0,))[0]:
                rows[term].append((at, postings))
        for term, some in rows.items():
            self.terms[term] = len(self.versions), self._with_more(self.terms.get(term, (0, _NONE))[1], some)

    def _with_more(self, before: Term, rows: list[tuple[int, bytes]]) -> Term:
        rows.sort()
        pairs = np.frombuffer(b"".join(told for _, told in rows), PAIR).reshape(-1, 2)
        starts = np.repeat([self.starts[at] for at, _ in rows], [len(told) // (2 * PAIR.itemsize) for _, told in rows]).astype(np.int64)
        self.size += len(pairs)
        return np.append(before[0], (starts + pairs[:, 0]).astype(np.int32)), np.append(before[1], pairs[:, 1].astype(np.float32))

    def of(self, versions: Sequence[int]) -> NDArray[np.bool_]:
        """Of each passage whether it is one of these versions'."""
        is_one = np.zeros(len(self.versions), np.bool_)
        is_one[[self.versions[v] for v in versions if v in self.versions]] = True
        return np.repeat(is_one, np.diff(self.starts))

    def places(self, ids: Sequence[int], most: int) -> Numbers:
        """Where some passages stand here."""
        in_order, places = self.by_id
        at, is_there = _among(in_order, np.array(ids, np.int64))
        found = places[at[is_there]]
        return np.unique(found[found < most])


@lru_cache(maxsize=1024)
def _versions_of(asker: Asker) -> sa.Select[str]:
    """In which versions somebody may search. The words of SQL are the same each time: to write them anew took a tenth of a search."""
    return Readable(asker).all_versions().with_only_columns(sa.func.aggregate_strings(sa.cast(version.id, sa.String), ",")).where(version.cut == CUT)


_THERE = sa.select(stem.term).where(stem.term.in_(sa.bindparam("terms", expanding=True))).distinct()
_NONE: Term = (np.empty(0, np.int32), np.empty(0, np.float32))


def _named(of: sa.ColumnElement[int], versions: Sequence[int]) -> sa.ColumnElement[bool]:
    return of.in_(versions) if len(versions) <= FEW else sa.true()

