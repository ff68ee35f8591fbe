"""Rows that one book has read are taken by another, which reads only the rest: what comes out is the same."""
from contextlib import ExitStack
import gc
from pathlib import Path

import pytest

from records import credentials
from records.computing import Book
from records.database import Database
from records.figures.allocation import hours_allocated, hours_available, overallocated_weeks, utilisation_ahead
from records.figures.progress import progress
from records.gathering import UNCOLLECTED
from records.kinds import Person, Project, Task
from records.query import Query, Where
from records.reading import Reader
from records.rules import HEALTH
from tests.conftest import NOW, settings_in

AHEAD = (hours_available, hours_allocated, utilisation_ahead, overallocated_weeks)


@pytest.mark.parametrize("who", ["paula", "ben"])
def test_a_person_s_weeks_are_the_same_beside_a_book_of_some_projects(sample_home: Path, who: str) -> None:
    with Database(settings_in(sample_home).url).reading() as session:
        reader = Reader(session, credentials.asker(session, f"{who}@northlight.example"))
        people = reader.find(Query(Person, limit=None))
        some = reader.find(Query(Project, (Where("key", "in", ["APOLLO", "DIONE"]),), limit=None))
        projects = Book(reader, some, NOW.date()).prepare(*HEALTH, *AHEAD)
        for project in some:
            projects.value(project, progress)
        alone, beside = Book(reader, people, NOW.date()).prepare(*AHEAD), Book(reader, people, NOW.date()).beside(projects).prepare(*AHEAD)
        told = [(p.name, f.name, alone.value(p, f)) for p in people for f in AHEAD]
        assert told == [(p.name, f.name, beside.value(p, f)) for p in people for f in AHEAD]
        assert len({value.number for _, _, value in told}) > 5
        assert [t.key for p in people for t in alone.needed(p, overallocated_weeks, Task)] == [
            t.key for p in people for t in beside.needed(p, overallocated_weeks, Task)]


def test_another_reader_s_rows_are_never_taken(sample_home: Path) -> None:
    with Database(settings_in(sample_home).url).reading() as session:
        paula, ben = (Reader(session, credentials.asker(session, f"{who}@northlight.example")) for who in ("paula", "ben"))
        hers = Book(paula, paula.find(Query(Project, limit=None)), NOW.date()).prepare(*HEALTH, *AHEAD)
        for project in hers.records:
            hers.value(project, progress)
        people = ben.find(Query(Person, limit=None))
        his = Book(ben, people, NOW.date()).beside(hers).prepare(*AHEAD)
        alone = Book(ben, people, NOW.date()).prepare(*AHEAD)
        assert [his.value(p, overallocated_weeks) for p in people] == [alone.value(p, overallocated_weeks) for p in people]


def test_the_collector_works_again_once_the_last_of_those_who_read_at_once_is_done() -> None:
    first, second = ExitStack(), ExitStack()
    first.enter_context(UNCOLLECTED)
    second.enter_context(UNCOLLECTED)
    first.close()
    assert not gc.isenabled()
    second.close()
    assert gc.isenabled()
