"""What the summaries of generated projects say without a language model, and how long reports of them are: every phase, colour, gap and name there is."""
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from itertools import count
from pathlib import Path
from random import Random
import re
from typing import Any, get_args

from sqlalchemy import insert

from benchmarks import wording
from benchmarks.measuring import Measure
from language.dates import Period
from records.asker import Asker, Role
from records.computing import Book
from records.database import Database
from records.kinds import BY_TABLE, Person, Project
from records.kinds.base import table
from records.kinds.project import Phase
from records.migrating import upgrade
from records.query import Query
from records.reading import Reader
from records.validating import defaults
from reports.fitting import PAGE, TOP, Part, height
from reports.sections.summary import sentences
from reports.whole import PAGES, report

PROJECTS, FEW, MOST = 200, 20, 4
LONGER = 1.15                   # the line that names what had to go comes on top
COLOURS = ("not declared", "green", "amber", "red")
NAMES = ("{place} {matter}", "{place} 2.0", "Dr. {place} & Co.", "مشروع {place}", "{place}项目", "{place} 🚀", "=1+1 {place}", "<b>{place}</b>")
PAUSES = re.compile(r"[.!?]\s+[A-Z“]")
QUOTED = re.compile(r"“[^”]*”")
Row = dict[str, Any]


class Generated:
    """The rows of so many projects, each lacking something else."""

    def __init__(self, today: date, seed: int) -> None:
        self._today, self._chance, self._ids = today, Random(seed), count(1)  # noqa: S311 - believable, not secret

    def fill(self, database: Database, projects: int) -> None:
        rows: dict[str, list[Row]] = {"person": [self._row("person", f"P-{n}", name=f"{wording.FIRST[n]} {wording.LAST[n]}", email=f"p{n}@office.example",
                                                           role="PMO admin" if n == 0 else "project manager") for n in range(8)]}
        for number in range(projects):
            for kind, own in self._project(number, rows["person"]).items():
                rows.setdefault(kind, []).extend(own)
        with database.writing() as tx:
            for kind, own in rows.items():
                tx.execute(insert(table(BY_TABLE[kind])), own)

    def _row(self, kind: str, key: str, **values: Any) -> Row:
        return {**defaults(BY_TABLE[kind]), **values, "id": next(self._ids), "key": key, "version": 1, "archived": False, "source": ""}

    def _maybe(self, share: float) -> bool:
        return self._chance.random() < share

    def _day(self, first: int, last: int) -> date:
        return self._today + timedelta(days=self._chance.randrange(first, last))

    def _project(self, number: int, people: Sequence[Row]) -> Mapping[str, list[Row]]:
        chance, key = self._chance, f"G{number}"
        place, matter = wording.PLACES[number % len(wording.PLACES)], wording.MATTERS[number % len(wording.MATTERS)]
        start = self._day(-300, 30)
        project = self._row("project", key, name=f"{chance.choice(NAMES).format(place=place, matter=matter)} {number}", phase=get_args(Phase)[
            number % len(get_args(Phase))], start=start if self._maybe(0.9) else None, finish=start + timedelta(days=chance.randrange(60, 500))
            if self._maybe(0.8) else None, manager_id=chance.choice(people)["id"] if self._maybe(0.8) else None,
            sponsor_id=chance.choice(people)["id"] if self._maybe(0.8) else None, declared_colour=chance.choice(COLOURS),
            currency=chance.choice(("EUR", "USD")))

        def own(kind: str, code: str, many: int, **values: Any) -> list[Row]:
            made = [self._row(kind, f"{key}-{code}-{n}", project_id=project["id"], title=chance.choice(wording.VERBS) + " it. Then rest", **values)
                    for n in range(many)]
            return [{**row, **{name: value() for name, value in row.items() if callable(value)}} for row in made]

        owner = lambda: chance.choice(people)["id"] if self._maybe(0.7) else None  # noqa: E731
        lines = own("budgetline", "B", chance.choice((0, 1, 3)), amount=lambda: Decimal(chance.randrange(10, 400) * 1000))
        return {
            "project": [project],
            "task": own("task", "T", chance.choice((0, 1, 12, 30)), owner_id=owner,
                        hours=lambda: float(chance.choice((4, 8, 40))) if self._maybe(0.8) else None,
                        start=lambda: self._day(-200, 60), due=lambda: self._day(-100, 120) if self._maybe(0.8) else None,
                        status=lambda: chance.choice(("to do", "in progress", "done"))),
            "milestone": own("milestone", "MS", chance.choice((0, 3)), planned=lambda: self._day(-60, 200), decision=lambda: chance.choice(("", "Go on"))),
            "risk": own("risk", "R", chance.choice((0, 4)), probability=lambda: chance.randrange(1, 6), impact=lambda: chance.randrange(1, 6), owner_id=owner),
            "budgetline": lines,
            "costentry": own("costentry", "C", chance.choice((0, 5)), amount=lambda: Decimal(chance.randrange(1000, 90_000)), on=lambda: self._day(-200, 0),
                             budget_line_id=lambda: chance.choice(lines)["id"]) if lines else [],
            "benefit": own("benefit", "BN", chance.choice((0, 1, 2)), expected=lambda: Decimal(chance.randrange(10, 900) * 1000), owner_id=owner,
                           forecast=lambda: Decimal(chance.randrange(10, 900) * 1000) if self._maybe(0.5) else None),
            "changerequest": own("changerequest", "CR", chance.choice((0, 0, 2)), decide_by=lambda: self._day(-10, 40), decider_id=owner,
                                 status=lambda: chance.choice(("submitted", "approved")), without_it="The U.S. office waits. Nobody can work then."),
        }


def made(folder: Path, now: datetime, projects: int, seed: int = 11) -> Database:
    """A database of generated projects."""
    database = Database(f"sqlite:///{folder / 'generated.db'}")
    upgrade(database)
    Generated(now.date(), seed).fill(database, projects)
    return database


def books(database: Database, now: datetime) -> Iterator[tuple[Book, Project]]:
    """Each project with a book of its own, as the office sees it."""
    with database.reading() as session:
        reader = Reader(session, Asker(1, "Office", "p0@office.example", frozenset({Role.admin})))
        for project in reader.find(Query(Project, limit=None)):
            yield Book(reader, (project,), now.date()), project


def faults(book: Book, project: Project) -> Iterator[str]:
    """What is wrong with a summary: too long, something twice, a sentence that says neither a figure nor a name, or that is two."""
    said, known = sentences(book, project), {project.name, *book.reader.labels(Person).values()}
    if not 1 <= len(said) <= MOST:
        yield f"{len(said)} sentences"
    if len(set(said)) < len(said):
        yield "a sentence twice"
    for sentence in said:
        bare = QUOTED.sub("“”", sentence)
        if not re.search(r"\d", sentence) and not any(name in sentence for name in known):
            yield f"nothing to hold on to: {sentence}"
        if PAUSES.search(_without(bare, known)) or "None" in sentence or "  " in sentence or not sentence.endswith("."):
            yield f"no sentence: {sentence}"


def _without(said: str, names: set[str]) -> str:
    for name in names:
        said = said.replace(name, "X")
    return said


def summaries(folder: Path, now: datetime, projects: int) -> Iterator[Measure]:
    """How many summaries have something wrong, how long they are, and how long the reports that begin with them."""
    found, lengths, high = list[str](), list[int](), dict[str, float]()
    time = Period(now.date() - timedelta(days=14), now.date())
    for book, project in books(made(folder, now, projects), now):
        found += list(faults(book, project))
        lengths.append(len(sentences(book, project)))
        for audience, pages in PAGES.items():
            blocks = report(book, project, time, now, audience=audience, fit=True).blocks
            high[audience] = max(high.get(audience, 0.0), (height(Part("", "", blocks, 0)) + TOP) / PAGE / pages)
    yield Measure(f"faults in the summaries of {projects} generated projects", len(found), "", most=0)
    yield Measure("sentences of the longest", max(lengths), "", most=MOST)
    for reader, times in high.items():
        yield Measure(f"times the length that is meant for a reader who is {reader}, the longest", times, "×", most=LONGER)
