"""How quickly the earned value of one large project is computed, with rights and receipts, beside the plain SQL that reads the same rows."""
from collections.abc import Iterator, Sequence
import math

from benchmarks.large import Large
from benchmarks.measuring import Measure, spread
from benchmarks.portfolio import person
from records.asker import Asker, Role
from records.computing import Book
from records.figures.base import Figure
from records.figures.earned_schedule import es, ieac_t, spi_t, sv_t, tspi
from records.figures.earned_value import ac, bac, cpi, cv, eac, eac_atypical, eac_both, etc, ev, pv, spi, sv, tcpi, tcpi_eac, vac
from records.kinds import Project
from records.kinds.base import R, Record, fields
from records.query import Query, Where
from records.reading import Reader

TASKS, TIMES = 10_000, 5                         # of the project, and how many times the plain SQL at most
VALUE: tuple[Figure, ...] = (eac, bac, ac, pv, ev, cv, sv, cpi, spi, eac_atypical, eac_both, etc, vac, tcpi, tcpi_eac)
SCHEDULE: tuple[Figure, ...] = (es, sv_t, spi_t, ieac_t, tspi)


class Noting(Reader):
    """A reader that notes what is read."""
    read: dict[type[Record], tuple[str, ...]]

    def find(self, query: Query[R]) -> Sequence[R]:
        self.read[query.kind] = query.fields
        return super().find(query)


def earned_value(large: Large) -> Iterator[Measure]:
    """All of earned value, then earned schedule, of the largest project, each cold."""
    who = person(large.database, Role.executive)
    with large.plain() as connection:
        number, tasks = connection.execute("SELECT project_id, count(*) FROM task GROUP BY project_id ORDER BY 2 DESC LIMIT 1").fetchone()
        asked = [_plain(kind, names, number) for kind, names in _computed(large, who, number, VALUE).items()]
        plain = spread(lambda: [connection.execute(said).fetchall() for said in asked], large.often(20))
    for name, figures, most in (("earned value", VALUE, large.limit(TIMES)), ("earned schedule", SCHEDULE, math.inf)):
        ours = spread(lambda figures=figures: _computed(large, who, number, figures), large.often(20))  # type: ignore[misc]
        yield Measure(f"{name} of a project with {tasks:,} tasks, {len(figures)} figures, {large.engine}: p50", ours.p50, "ms")
        yield Measure("times the plain SQL that reads the rows of earned value", ours.p50 / plain.p50, "×", most=most)
    yield Measure("that plain SQL: p50", plain.p50, "ms")


def _computed(large: Large, who: Asker, number: int, figures: Sequence[Figure]) -> dict[type[Record], tuple[str, ...]]:
    """The figures of a project, each of which must come to something, and what was read for them."""
    with large.database.reading() as session:
        (project,) = Reader(session, who).find(Query(Project, (Where("id", "is", number),)))
        reader = Noting(session, who)
        reader.read = {}
        book = Book(reader, (project,), large.now.date())
        for figure in figures:
            if book.value(project, figure).number is None:
                raise RuntimeError(f"{figure.name}: {book.value(project, figure).how}")
        return reader.read


def _plain(kind: type[Record], names: Sequence[str], number: int) -> str:
    own = "id" if kind is Project else next((f.name for f in fields(kind) if f.refers == "project"), "")
    columns = ", ".join(f'"{name}"' for name in names)
    return f"SELECT {columns} FROM {kind.__tablename__} WHERE {f'{own} = {number} AND ' if own else ''}NOT archived ORDER BY id"  # noqa: S608 - our own names
