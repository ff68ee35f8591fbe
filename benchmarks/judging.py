"""How long the colours of all projects and all rules take on a large portfolio, cold, beside the plain SQL that reads the same rows."""
from collections.abc import Callable, Iterator
from datetime import date

from benchmarks.large import Large
from benchmarks.measuring import Measure, seconds, typical
from benchmarks.portfolio import person
from records.asker import Role
from records.computing import Book
from records.kinds import Objective, Person, Project
from records.query import Query
from records.reading import Reader
from records.rules import RULES
from records.verdicts import delivery, value

READ = ("task", "milestone", "risk", "costentry", "budgetline", "benefit", "cashflow", "changerequest", "link", "project")
HEALTH, ALL = 2000, 3000                        # ms, at most


def health(large: Large) -> Iterator[Measure]:
    """Both verdicts of every project, then everything that any rule finds."""
    yield Measure(f"health of all {large.size.projects:,} projects, cold, {large.engine}", 1000 * seconds(lambda: _read(large, _judged)), "ms",
                  most=large.limit(HEALTH))
    yield Measure(f"all rules over the portfolio, cold, {large.engine}", 1000 * seconds(lambda: _read(large, _all_rules)), "ms", most=large.limit(ALL))
    yield Measure(f"- the same rows by plain SQL, {large.engine}", 1000 * typical(lambda: _plain(large), large.often(5)), "ms")


def _read(large: Large, work: Callable[[Reader, date], object]) -> None:
    asker = person(large.database, Role.admin)
    with large.database.reading() as session:
        work(Reader(session, asker), large.now.date())


def _judged(reader: Reader, today: date) -> None:
    projects = reader.find(Query(Project, limit=None))
    book = Book(reader, projects, today)
    for project in projects:
        delivery(book, project)
        value(book, project)


def _all_rules(reader: Reader, today: date) -> None:
    for kind in (Project, Objective, Person):
        book = Book(reader, reader.find(Query(kind, limit=None)), today)
        rules = [rule for rule in RULES if rule.of is kind]
        for record in book.records:
            list(book.findings(record, rules))


def _plain(large: Large) -> None:
    with large.plain() as plain:
        for table in READ:
            plain.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608 - our own names
