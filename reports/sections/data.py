"""The data behind the figures: who has not said how their work stands, what is missing, and which five fixes raise confidence most; each with a tap to ask."""
from collections.abc import Sequence
from datetime import date

from language.dates import Period
from records.computing import Book
from records.figures.base import counted
from records.figures.confidence import FRESH, confidence
from records.kinds import Person, Project, Task
from records.query import Query, Where
from reports.blocks import Block, Choices, Table, Text
from reports.sections.base import section
from reports.telling import day, fact, few
from reports.watch import new_threats

UNDER_WAY = ("in progress", "in review", "blocked")
FIELDS = ("id", "key", "status", "owner_id", "due")
NOBODY = "Nobody has said yet how their work stands: no task has been changed since it was written down."
MOST, FEW = 3, 4                     # people to ask; keys in a cell


@section("data", "Data")
def data(book: Book, project: Project, period: Period) -> list[Block]:  # noqa: ARG001 - as it stands today
    trust, silent = book.value(project, confidence), _silent(book, project)
    lead: list[Block] = [fact(book, project, confidence)] if trust.number is not None else []
    said = (f"{counted(len(silent), 'person', 'people')} {'has' if len(silent) == 1 else 'have'} not said for {FRESH.days} days how work under way stands."
            if silent else f"Everybody has said within {FRESH.days} days how their work stands." if _anybody_spoke(book, project) else NOBODY)
    rows = tuple((name, str(len(keys)), day(last), few(keys, FEW)) for name, keys, last in silent)
    fixes = tuple((part.label, part.said) for part in trust.parts)
    return [Text(said), *lead, *([Table(f"Not updated: {len(silent)}", ("who", "tasks", "last word", "which"), rows)] if rows else []),
            *([Table(f"The {len(fixes)} fixes that raise confidence most" if len(fixes) > 1 else "The fix that raises confidence",
                     ("fix", "who can do it"), fixes)] if fixes else []),
            *_offers(book, project, [name for name, *_ in silent])]


def _silent(book: Book, project: Project) -> list[tuple[str, list[str], date]]:
    """Whose tasks under way or late nobody has touched for long: who, which, and on which day the last word came; the longest silent first."""
    wanted = (Where("project_id", "is", project.id), Where("status", "not in", ("done", "cancelled", "backlog")), Where("owner_id", "not empty"))
    written, names = book.written(Task), book.reader.labels(Person)
    found = dict[str, list[tuple[date, str]]]()
    for task in book.reader.find(Query(Task, wanted, FIELDS, limit=None)):
        last = written.get(task.id or 0, (book.today, book.today))[1]
        is_running = task.status in UNDER_WAY or (task.due is not None and task.due < book.today)
        if is_running and last < book.today - FRESH and task.owner_id is not None and task.owner_id in names:
            found.setdefault(names[task.owner_id], []).append((last, task.key))
    told = [(name, [key for _, key in sorted(of)], max(last for last, _ in of)) for name, of in found.items()]
    return sorted(told, key=lambda each: (each[2], each[0]))


def _anybody_spoke(book: Book, project: Project) -> bool:
    """Whether a task was touched on a day after it came into the records: one that was only imported tells of nobody's word."""
    written = book.written(Task)
    tasks = book.reader.find(Query(Task, (Where("project_id", "is", project.id),), ("id", "key"), limit=None))
    return any(first < last for first, last in (written[t.id] for t in tasks if t.id is not None and t.id in written))


def _offers(book: Book, project: Project, silent: Sequence[str]) -> list[Choices]:
    """One tap each: to ask those who are silent, and to put what the watch sees into the register."""
    ask = [f"nudge {name} to update {project.name}" for name in silent[:MOST]]
    see = [f"propose risks for {project.name}"] if next(new_threats(book, project), None) else []
    return [Choices("One tap:", (*ask, *see))] if ask or see else []
