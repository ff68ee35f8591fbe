"""The agenda of a steering committee: where it stands, each decision with who takes it and what happens without, what is off plan, whether it is worth it."""
from collections.abc import Iterator

from language.dates import Period
from records.computing import Book
from records.figures.base import counted
from records.kinds import Project
from records.verdicts import DIMENSIONS, delivery, dimension, value
from reports.blocks import Block, Table
from reports.deciding import decisions_wanted
from reports.sections.base import section
from reports.telling import SHAPES, day, person

Row = tuple[str, str, int, str]                  # what, who leads it, minutes, the record behind it
OPENING, DECIDING, LOOKING = 5, 10, 5            # minutes
MOST = 5                                         # decisions; what is left over waits for the next time
SAID = {"value": "Whether it is still worth it", "risk": "The risks", "cost": "The cost", "schedule": "The dates"}


@section("agenda", "Agenda")
def agenda(book: Book, project: Project, period: Period) -> list[Block]:  # noqa: ARG001 - a meeting is ahead
    wanted = decisions_wanted(book.reader, (project,), book.today)
    rows = [_opening(book, project), *_decisions(book, project), *_off_plan(book, project), *_worth(book, project)]
    left = f"{counted(len(wanted) - MOST, 'decision')} more can wait." if len(wanted) > MOST else ""
    shown = tuple((str(n), what, who, f"{minutes} min") for n, (what, who, minutes, _) in enumerate(rows, 1))
    title = f"Agenda: {counted(len(rows), 'item')}, {sum(row[2] for row in rows)} minutes"
    return [Table(title, ("", "item", "led by", "time"), shown, tuple(row[3] for row in rows), left)]


def _opening(book: Book, project: Project) -> Row:
    stands = delivery(book, project)
    return f"Where {project.name} stands: {stands.word}", person(book, project.manager_id), OPENING, project.key


def _decisions(book: Book, project: Project) -> Iterator[Row]:
    for w in decisions_wanted(book.reader, (project,), book.today)[:MOST]:
        by = f", by {day(w.by)}" if w.by else ""
        yield f"Decide: {w.decision} ({w.key}{by})", person(book, w.decider_id), DECIDING, w.key


def _off_plan(book: Book, project: Project) -> Iterator[Row]:
    """What is red of it, each with the finding that weighs most."""
    for area in DIMENSIONS:
        of = dimension(book, project, area)
        if of.tone == "red" and of.because and area != "benefits":
            found = of.because[0][1]
            yield (f"{SAID.get(area, area.capitalize())} {SHAPES['red']}: {found.says}", person(book, found.who or project.manager_id), LOOKING,
                   next(iter(found.keys), project.key))


def _worth(book: Book, project: Project) -> Iterator[Row]:
    worth = value(book, project)
    if worth.tone in ("red", "amber") and worth.because:
        found = worth.because[0][1]
        yield f"{SAID['value']}: {worth.word}. {found.says}", person(book, project.sponsor_id), DECIDING, next(iter(found.keys), project.key)
