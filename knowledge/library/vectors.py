"""The vectors of passages: one for each text and model, however many editions repeat it; and which of them are searched, for whoever keeps an index."""
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from knowledge.library.tables import IN_USE, Passage, Section, Vector, Version, document, passage, passage_text, section, table, vector, version
from knowledge.passages import said
from records.database import Reading, Stored, Writing
from records.kinds import Document

SOME = 500                              # what one statement names
Vectors = Mapping[str, bytes]


@dataclass(frozen=True)
class Held:
    """The vector of one passage, with the version it is of and the mark of its text."""
    version: int
    passage: int
    mark: str
    numbers: bytes


# Put together once: a list of ids that is written into a statement takes longer than to find them.
_VECTORS = sa.select(passage.id, vector.numbers).where(
    passage.id.in_(sa.bindparam("passages", expanding=True)), passage.mark == vector.mark, vector.model == sa.bindparam("model"))


def keep_vectors(tx: Writing, model: str, vectors: Vectors) -> None:
    """Store what an embedder made of some texts; one that is there already stays."""
    there = vectors_there(tx, model, tuple(vectors))
    insert(tx, Vector, [{"mark": mark, "model": model, "numbers": numbers} for mark, numbers in vectors.items() if mark not in there])


def vectors_there(session: Reading, model: str, marks: Sequence[str]) -> set[str]:
    """Those of some texts that have a vector of a model already."""
    return {mark for some in _slices(marks) for mark in session.execute(
        sa.select(vector.mark).where(vector.model == model, vector.mark.in_(some))).scalars()}


def vectors_in(session: Reading, model: str, versions: Collection[int]) -> Iterator[Held]:
    """The vectors of the passages of some versions."""
    found = sa.select(passage.version_id, passage.id, passage.mark, vector.numbers).where(
        passage.mark == vector.mark, vector.model == model).order_by(passage.id)
    for some in _slices(sorted(versions)):
        yield from (Held(*row) for row in session.execute(found.where(passage.version_id.in_(some))))


def vectors_of(session: Reading, model: str, passages: Sequence[int]) -> Mapping[int, bytes]:
    """The vectors of some passages."""
    rows = session.execute(_VECTORS, {"passages": passages, "model": model}).all()
    return {id_: numbers for id_, numbers in rows}  # noqa: C416 - rows are no pairs to mypy


def searched(session: Reading) -> Mapping[int, tuple[int, int]]:
    """Every version that anybody can search: the space it stands in, and how many passages it has."""
    found = sa.select(version.id, document.space_id, version.passages).join_from(table(Version), table(Document), version.document_id == document.id)
    return {row.id: (row.space_id, row.passages) for row in session.execute(found.where(version.passages > 0, *_is_searched()))}


def marks(session: Reading) -> Mapping[int, tuple[int, str]]:
    """Of every passage the version it is of, and the mark of its text."""
    return {row.id: (row.version_id, row.mark) for row in session.execute(sa.select(passage.id, passage.version_id, passage.mark))}


def unembedded(session: Reading, model: str, limit: int) -> Mapping[str, str]:
    """Texts of passages that have no vector of a model, by their marks."""
    lacks = ~sa.exists().where(vector.mark == passage.mark, vector.model == model)
    found = sa.select(passage.mark, document.title, section.path, section.heading, passage_text).select_from(
        table(Passage).join(table(Section), passage.section_id == section.id).join(table(Version), passage.version_id == version.id).join(
            table(Document), version.document_id == document.id))
    return {row[0]: said(*row[1:]) for row in session.execute(found.where(lacks, *_is_searched()).limit(limit))}


def forget_vectors(tx: Writing) -> None:
    """Drop the vectors of texts that stand in no passage any more."""
    tx.execute(sa.delete(Vector).where(~sa.exists().where(passage.mark == vector.mark)))


def added(tx: Writing, kind: type[Stored], rows: Sequence[Mapping[str, object]]) -> Sequence[int]:
    """Insert rows at once; their ids in their order."""
    if not rows:
        return ()
    id_ = table(kind).c.id
    return tx.execute(sa.insert(kind).returning(id_, sort_by_parameter_order=True), rows).scalars().all()


def insert(tx: Writing, kind: type[Stored], rows: Sequence[Mapping[str, object]]) -> None:
    """Insert rows at once."""
    if rows:
        tx.execute(sa.insert(table(kind)), rows)


def _is_searched() -> Sequence[sa.ColumnElement[bool]]:
    return (version.is_current, version.is_twin.is_(False), document.archived.is_(False), document.status.in_(IN_USE))


def _slices(of: Sequence[str] | Sequence[int]) -> Iterator[Sequence[str] | Sequence[int]]:
    return (of[at:at + SOME] for at in range(0, len(of), SOME))
