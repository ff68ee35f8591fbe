"""Why a project has its colours: every finding with the clause it breaks and the records behind it."""
from collections.abc import Iterator
from types import MappingProxyType

from language.dates import Period
from records.computing import Book
from records.kinds import Project
from records.verdicts import DIMENSIONS, delivery, dimension, value
from reports.blocks import Block, Table, Text
from reports.deciding import decisions_wanted
from reports.sections.base import section
from reports.telling import SHAPES, because, day, person

WAITING = MappingProxyType({"candidate": "a candidate", "on hold": "on hold", "planning": "being planned"})


@section("why", "Why")
def why(book: Book, project: Project, period: Period) -> list[Block]:  # noqa: ARG001
    delivered, worth = delivery(book, project), value(book, project)
    colour = f" ({delivered.tone})" if delivered.tone != "plain" else ""
    lead = f"{project.name} is {delivered.word}{colour} in delivery"
    count = f", because of {len(delivered.because)} findings" if len(delivered.because) > 1 else ""
    told = f"{lead}{count}. As to its value it is {worth.word}."
    first = Text(" ".join((told, *_declared(book, project), *_held(book, project))))
    return [first, _dimensions(book, project), *because(book, delivered), *because(book, worth)]


def _declared(book: Book, project: Project) -> Iterator[str]:
    """The colour that its manager gives it, until when, and the reason that was written down."""
    if project.declared_colour == "not declared":
        return
    until = f" until {day(project.declared_until)}" if project.declared_until else ""
    reason = f", for the reason “{project.declared_reason}”" if project.declared_reason else "; no reason is written down"
    yield f"{person(book, project.manager_id) if project.manager_id else 'Its manager'} declares it {project.declared_colour}{until}{reason}."


def _held(book: Book, project: Project) -> Iterator[str]:
    """What a project that is not under way waits for, as far as it is recorded."""
    if project.phase not in WAITING:
        return
    wanted = next(iter(decisions_wanted(book.reader, (project,), book.today)), None)
    waits = (f"“{wanted.decision}” ({wanted.key}) waits for {person(book, wanted.decider_id)} by {day(wanted.by)}" if wanted else
             "no decision on it is asked for")
    yield f"It is still {WAITING[project.phase]}: {waits}; no other reason is recorded."


def _dimensions(book: Book, project: Project) -> Table:
    """The colour of each dimension with the rule that fired, beside what was declared."""
    judged = [(area, dimension(book, project, area)) for area in DIMENSIONS]
    rows = tuple((area, f"{SHAPES[of.tone]} {of.word}", of.because[0][0].title if of.because else "–", of.because[0][1].says if of.because else of.note or "–")
                 for area, of in judged)
    return Table(f"Each dimension; declared: {project.declared_colour}", ("dimension", "by the records", "rule that fired", "because"), rows,
                 tuple(project.key for _ in rows))
