"""What passages are found by, as one asker may read them: rights are decided in SQL, before anything is counted or ranked."""
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from knowledge.library.tables import IN_USE, Posting, Version, document, passage, posting, space, stem, table, vector, version
from records.access import visible
from records.asker import Asker
from records.database import Reading
from records.kinds import Document, Project, Space

K1, B = 1.2, 0.75                       # Robertson & Zaragoza, The Probabilistic Relevance Framework
BITS = 60                               # stems of one question: which of them a passage holds is told by the bits of one number


@dataclass(frozen=True)
class Only:
    """Which documents are looked at: of a space, a type, a project (by name or key), in force since or until a day."""
    space: str = ""
    type: str = ""
    project: str = ""
    since: date | None = None
    until: date | None = None


ALL = Only()


@dataclass(frozen=True)
class Readable:
    """Whose search it is, and which versions it may see."""
    asker: Asker
    only: Only = ALL

    def versions(self) -> sa.Select[tuple[int]]:
        """The versions that are searched: current, in force or in draft, in a space this asker may see."""
        return _versions(self.asker).where(*_conditions(self.only))


@dataclass(frozen=True)
class Match:
    passage: int
    score: float
    terms: frozenset[str]


def size(session: Reading, asker: Asker) -> tuple[int, float]:
    """How many passages this asker may read, and how long they are on average."""
    number, words = session.execute(sa.select(sa.func.sum(version.passages), sa.func.sum(version.words)).where(version.id.in_(_versions(asker)))).one()
    # PostgreSQL adds up whole numbers to a Decimal.
    return int(number or 0), float(words or 0) / int(number or 1)


def frequencies(session: Reading, asker: Asker, terms: Iterable[str]) -> Mapping[str, int]:
    """In how many of the passages this asker may read each stem stands."""
    found = sa.select(stem.term, sa.func.sum(stem.n)).where(stem.term.in_(tuple(terms)), stem.version_id.in_(_versions(asker)))
    return Counter({term: int(n) for term, n in session.execute(found.group_by(stem.term))})


def spelt_nearly(session: Reading, asker: Asker, start: str) -> Sequence[str]:
    """The stems that begin so, in what this asker may read."""
    near = sa.select(stem.term).where(stem.term >= start, stem.term < f"{start}\uffff", stem.version_id.in_(_versions(asker)))
    return session.execute(near.distinct()).scalars().all()


def matches(session: Reading, readable: Readable, weights: Mapping[str, float], average: float, limit: int, also: Sequence[int] = ()) -> Sequence[Match]:
    """The best passages by BM25, best first; and of some others what they score, where they hold a word at all."""
    terms = sorted(weights, key=lambda term: -weights[term])[:BITS]
    if not terms:
        return ()
    asked = sa.union_all(*(_row(term, weights[term], 1 << i) for i, term in enumerate(terms))).cte("asked")
    p = posting
    share = asked.c.weight * p.n * (K1 + 1) / (p.n + K1 * (1 - B + B * p.length / (average or 1.0)))
    scored = sa.select(p.passage_id.label("id"), sa.func.sum(share).label("score"), sa.func.sum(asked.c.bit).label("bits")).select_from(
        asked.join(table(Posting), p.term == asked.c.term)).where(p.version_id.in_(readable.versions())).group_by(p.passage_id).cte("scored")
    best = sa.select(scored).order_by(scored.c.score.desc(), scored.c.id).limit(limit)
    wanted = sa.union(sa.select(best.subquery()), sa.select(scored).where(scored.c.id.in_(also))) if also else best
    rows = sorted(session.execute(wanted), key=lambda row: (-row.score, row.id))
    return [Match(row.id, row.score, frozenset(t for i, t in enumerate(terms) if int(row.bits) >> i & 1)) for row in rows]


def _row(term: str, weight: float, bit: int) -> sa.Select[tuple[str, float, int]]:
    """One stem of a question. A row of VALUES would be put together anew for every question, which took longer than to run it."""
    return sa.select(sa.cast(term, sa.String).label("term"), sa.cast(weight, sa.Float).label("weight"), sa.cast(bit, sa.BigInteger).label("bit"))


def vectors_of(session: Reading, readable: Readable, model: str, passages: Iterable[int]) -> Mapping[int, bytes]:
    """The vectors of some passages, of those that may be read."""
    found = sa.select(passage.id, vector.numbers).where(passage.id.in_(tuple(passages)), passage.mark == vector.mark, vector.model == model,
                                                        passage.version_id.in_(readable.versions()))
    return {row.id: row.numbers for row in session.execute(found)}


def versions(session: Reading, readable: Readable) -> Sequence[int]:
    """The versions that may be read."""
    return session.execute(readable.versions()).scalars().all()


def spaces(session: Reading, asker: Asker) -> Sequence[int]:
    """The spaces this asker may see."""
    return session.execute(sa.select(space.id).where(visible(Space, asker))).scalars().all()


def _versions(asker: Asker) -> sa.Select[tuple[int]]:
    return sa.select(version.id).join_from(table(Version), table(Document), version.document_id == document.id).where(
        visible(Document, asker), document.status.in_(IN_USE), version.is_current, version.is_twin.is_(False))


def _conditions(only: Only) -> Iterator[sa.ColumnElement[bool]]:
    project = table(Project).c
    if only.space:
        yield document.space_id.in_(sa.select(space.id).where(sa.func.lower(space.name) == only.space.lower()))
    if only.project:
        named = sa.or_(sa.func.lower(project.name) == only.project.lower(), project.key == only.project.upper())
        yield document.space_id.in_(sa.select(space.id).where(space.project_id.in_(sa.select(project.id).where(named))))
    if only.type:
        yield document.type == only.type
    if only.since:
        yield document.effective >= only.since
    if only.until:
        yield document.effective <= only.until
