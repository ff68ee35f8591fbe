"""Why nothing moves when a task comes later: no task is linked to wait for it, and what sets the expected finish is something else."""
from collections.abc import Iterator, Sequence
from typing import cast

from records.computing import Book
from records.figures.base import counted
from records.figures.schedule.expected import expected_finish
from records.kinds import Link, Project, Task
from records.proposals import Change, Create
from records.query import Query, Where
from reports.blocks import Block, Text

MOVED = frozenset(("start", "due"))


def unmoved_by(book: Book, wishes: Sequence[Change | Create]) -> Iterator[Block]:
    """A sentence for the tasks that would be moved by some wishes; nothing where none would."""
    keys = {key for w in wishes if isinstance(w, Change) and w.kind == "task" and MOVED & w.values.keys() for key in w.keys}
    tasks = book.reader.find(Query(Task, (Where("key", "in", sorted(keys)),), limit=None)) if keys else ()
    projects = {p.id: p for p in cast("Sequence[Project]", book.records)}
    for task in tasks:
        if (project := projects.get(task.project_id)) is None:
            continue
        links = book.reader.find(Query(Link, (Where("project_id", "is", project.id),), limit=None))
        waiting = sum(link.predecessor_id == task.id for link in links)
        many = f"{counted(waiting, 'task')} {'waits' if waiting == 1 else 'wait'}"
        why = (f"{many} for “{task.title}” by a link, but that does not set the finish" if waiting else
               f"no task is linked to wait for “{task.title}”" + (f", nor is any other of {project.name}" if not links else ""))
        finish = book.value(project, expected_finish)
        by = f" The expected finish is set {finish.how.partition(',')[0]}." if finish.number is not None else ""
        yield Text(f"Why: {why}, so nothing moves with it. That does not make it harmless: what depends on it is not in the records.{by}" if not waiting else
                   f"Why: {why}, so nothing moves with it.{by}")
