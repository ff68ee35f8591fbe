"""The book: one value for everybody who may see what it rests on, computed from a few bulk reads, with receipts that hold."""
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path
import shutil

import pytest
import sqlalchemy as sa

from records import credentials
from records.computing import Book
from records.database import Database
from records.figures import FIGURES
from records.figures.base import Figure, Rows, Value
from records.figures.budget import overrun
from records.figures.earned_value import bac, cpi
from records.figures.progress import progress
from records.figures.schedule.critical import critical_path
from records.figures.strategy import coverage
from records.figures.work import overdue
from records.figures.workload import load
from records.kinds import Calendar, Objective, Person, Project, Task
from records.kinds.base import R, Record, table
from records.proposals import Change, Create
from records.query import Query
from records.reading import Reader
from records.rules import RULES
from records.rules.health.overspending import overspending
from records.sample.company import HOST
from records.verdicts import delivery
from tests.records.conftest import ADMIN, ANA, BEN, DORA, TODAY, VERA, Office

KINDS = tuple(dict.fromkeys(f.of for f in FIGURES))


class Counting(Reader):
    """A reader that counts its statements."""
    reads = 0

    def find(self, query: Query[R]) -> Sequence[R]:
        self.reads += 1
        return super().find(query)


@pytest.fixture(scope="module")
def company(sample_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Database:
    """A copy of the sample company; not to be written to."""
    return Database(f"sqlite:///{shutil.copy(sample_home / 'pmo.db', tmp_path_factory.mktemp('company'))}")


@pytest.fixture
def all_seeing(company: Database) -> Iterator[Counting]:
    with company.reading() as session:
        yield Counting(session, credentials.asker(session, f"paula@{HOST}"))


def book(reader: Reader, kind: type[Record] = Project) -> Book:
    return Book(reader, reader.find(Query(kind, limit=None)), TODAY)


@pytest.mark.parametrize("figure", FIGURES, ids=lambda f: f.name)
def test_every_figure_is_the_same_again_from_the_records_of_its_receipt(all_seeing: Counting, figure: Figure) -> None:
    made = book(all_seeing, figure.of)
    found = [(record, made.value(record, figure)) for record in made.records]
    assert all(value.how for _, value in found)
    for record, value in found:
        if value.number is not None:
            assert again(made, record, figure, set(value.keys)).number == value.number
    assert any(value.number is not None for _, value in found), "the sample company shows no such figure"


def again(made: Book, record: Record, figure: Figure, keys: set[str]) -> Value:
    """The figure from nothing but the named records."""
    own = {kind: [r for r in made.needed(record, figure, kind) if r.key in keys] for kind in figure.needs}
    written = {kind: made._gathered.written(kind) for kind in figure.written}
    return figure.run(Rows(own, {f.name: again(made, record, f, keys) for f in figure.reads}, made.today, written))


@pytest.mark.parametrize("kind", KINDS)
def test_many_records_are_read_with_as_many_statements_as_one(all_seeing: Counting, kind: type[Record]) -> None:
    everyone = all_seeing.find(Query(kind, limit=None))
    counts = []
    for records in (everyone[:1], everyone):
        all_seeing.reads = 0
        made = Book(all_seeing, records, TODAY)
        for record in records:
            for figure in FIGURES:
                if figure.of is kind:
                    made.value(record, figure)
            list(made.findings(record, [rule for rule in RULES if rule.of is kind]))
        counts.append(all_seeing.reads)
    assert counts[0] == counts[1] <= 60
    assert len(everyone) > 1


@pytest.mark.slow
def test_a_book_holds_more_projects_than_one_statement_can_name(office: Office) -> None:
    plain = Project.model_validate({"name": "Filler"}).model_dump(exclude={"id"})
    with office.database.writing() as tx:
        tx.execute(sa.insert(table(Project)), [{**plain, "key": f"FILLER{n}"} for n in range(40_000)])
    with office.reader(ADMIN) as reader:
        made = book(reader)
        totals = [made.value(p, bac).number for p in made.records]
    assert len(totals) == 40_002
    assert [t for t in totals if t is not None] == [Decimal(100_000)]


def test_what_was_not_declared_is_not_handed_out(office: Office) -> None:
    with office.reader(ADMIN) as reader:
        made = book(reader)
        rows = made.rows(made.records[0], cpi)
        for undeclared in (critical_path, Person):
            with pytest.raises(KeyError):
                rows[undeclared]


def test_a_figure_that_nobody_looks_at_is_not_computed(office: Office) -> None:
    with office.reader(ADMIN) as reader:
        made = book(reader)
        rows = made.rows(made.records[0], cpi)
        assert not made._values
        assert rows[cpi.reads[0]] is made.value(made.records[0], cpi.reads[0])
        assert cpi not in {figure for figure, _ in made._values}


def test_a_value_that_rests_on_something_hidden_says_on_what(office: Office) -> None:
    with office.reader(VERA) as reader:
        made = book(reader)
        for figure in (bac, cpi, overrun):
            assert made.value(made.records[0], figure) == Value(None, "it rests on the “amount” of budget lines, which you may not see")
        assert made.value(made.records[0], progress).number == 0


def test_a_rule_on_something_hidden_stays_silent_and_the_verdict_says_so(office: Office) -> None:
    office.do(ADMIN, Create("costentry", {"title": "Steel", "project_id": 1, "amount": "90000", "on": TODAY}),
              Change("task", ("APOLLO-T-1",), {"progress": 50}))
    with office.reader(VERA) as viewer, office.reader(ANA) as manager:
        for reader, fires in ((viewer, False), (manager, True)):
            (apollo,) = reader.find(Query(Project))
            made = Book(reader, (apollo,), TODAY)
            assert bool(list(made.findings(apollo, [overspending]))) is fires
            assert ("Not fully judged" in delivery(made, apollo).note) is not fires


def test_a_persons_load_says_when_it_is_only_a_part(office: Office) -> None:
    office.do(ADMIN, Change("task", ("ZEPHYR-T-1",), {"due": TODAY, "hours": 16}))
    for who, percent, partly in ((BEN, 0, True), (DORA, 20, True), (ADMIN, 20, False)):
        with office.reader(who) as reader:
            made = book(reader, Person)
            found = made.value(next(p for p in made.records if p.key == "P-6"), load)
            assert found.number == percent
            assert found.how.endswith("; counting only the projects you may see") is partly


def test_a_project_figure_is_whole_for_whoever_sees_the_project(office: Office) -> None:
    for who in (BEN, ADMIN):
        with office.reader(who) as reader:
            made = book(reader)
            assert made.value(made.records[0], overdue) == Value(Decimal(1), "1 of 2 open tasks past the due date", ("APOLLO-T-1",))


def test_a_foreign_project_never_counts_for_an_objective(office: Office) -> None:
    office.do(ADMIN, Create("objective", {"title": "Grow"}))
    office.do(ADMIN, Change("project", ("APOLLO", "ZEPHYR"), {"objective_id": 1, "phase": "in delivery"}))
    for who, projects in ((BEN, ("APOLLO",)), (ADMIN, ("APOLLO", "ZEPHYR"))):
        with office.reader(who) as reader:
            made = book(reader, Objective)
            assert made.value(made.records[0], coverage).keys == projects


def test_archived_records_count_for_nothing(office: Office) -> None:
    with office.database.writing() as tx:
        tx.execute(sa.update(table(Task)).where(table(Task).c.key == "APOLLO-T-1").values(archived=True))
    with office.reader(ADMIN) as reader:
        made = book(reader)
        assert made.value(made.records[0], overdue).number == 0



def test_what_belongs_to_nobody_is_given_whole_and_what_belongs_to_a_record_only_to_it(all_seeing: Counting) -> None:
    apollo = all_seeing.get(Project, "APOLLO")
    made = Book(all_seeing, (apollo,), TODAY)
    assert [c.key for c in made.needed(apollo, critical_path, Calendar)] == [c.key for c in all_seeing.find(Query(Calendar, limit=None))]
    assert {t.key.partition("-")[0] for t in made.needed(apollo, critical_path, Task)} == {"APOLLO"}
