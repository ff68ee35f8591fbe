"""How often the watch is right, and how much it sees, on projects whose end is known."""
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from benchmarks.histories import Life, lived
from benchmarks.measuring import Measure
from records import sample
from records.computing import Book
from records.database import Database
from records.kinds import Project
from records.migrating import upgrade
from records.query import Query
from records.reading import Reader
from records.rules import WATCH

PRECISION, RECALL = 0.8, 0.7


@dataclass(frozen=True)
class Seen:
    """Signs by name: those that came true, those that did not, and what went wrong unseen."""
    right: Counter[str]
    wrong: Counter[str]
    missed: Counter[str]

    @property
    def precision(self) -> float:
        return self.right.total() / max(self.right.total() + self.wrong.total(), 1)

    @property
    def recall(self) -> float:
        return self.right.total() / max(self.right.total() + self.missed.total(), 1)


def watch(folder: Path, now: datetime, projects: int) -> Iterator[Measure]:
    found = seen(folder, now, projects)
    yield Measure(f"what the watch says comes true, of {found.right.total() + found.wrong.total()} signs on {projects} lived projects", found.precision, "",
                  least=PRECISION)
    yield Measure(f"- what goes wrong is seen before, of {found.right.total() + found.missed.total()} troubles", found.recall, "", least=RECALL)


def seen(folder: Path, now: datetime, projects: int) -> Seen:
    """Live the projects, let the watch read their records as they stand today, and compare."""
    database = Database(f"sqlite:///{folder / 'lives.db'}")
    upgrade(database)
    lives = {f"LIFE{life.number}": life for life in lived(database, now, projects)}
    with database.reading() as session:
        reader = Reader(session, sample.OFFICE)
        book = Book(reader, reader.find(Query(Project, limit=None)), now.date())
        signs = {(p.key, rule.title) for p in book.records for rule, _ in book.findings(p, WATCH)}
    database.engine.dispose()
    return _compared(signs, lives)


def _compared(signs: set[tuple[str, str]], lives: dict[str, Life]) -> Seen:
    truth = {(key, what) for key, life in lives.items() for what in life.truth}
    by_name = [Counter(what for _, what in each) for each in (signs & truth, signs - truth, truth - signs)]
    return Seen(*by_name)
