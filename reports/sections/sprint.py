"""The sprint that runs: what was committed, what is left of it, and whether the last sprints speak for finishing it."""
from collections.abc import Sequence
from decimal import Decimal

from language.dates import Period
from records.computing import Book
from records.figures.base import brief, counted
from records.kinds import Person, Project, Sprint, Task
from records.kinds.task import ENDED
from records.query import Query, Where
from reports.blocks import Block, Table, Text
from reports.sections.base import section
from reports.telling import day

LAST, MOST = 3, 12
HEAD = ("sprint", "title", "status", "ends", "committed", "completed")


@section("sprint", "The running sprint")
def sprint(book: Book, project: Project, period: Period) -> list[Block]:  # noqa: ARG001
    home = Where("project_id", "is", project.id)
    now = next(iter(book.reader.find(Query(Sprint, (home, Where("status", "is", "active")), sort="end", limit=1))), None)
    closed = book.reader.find(Query(Sprint, (home, Where("status", "is", "closed"), Where("completed", "not empty")), sort="-end", limit=LAST))
    if now is None and not closed:
        return [Text(f"{project.name} keeps no sprints that you may see.")]
    table = Table(f"The last {counted(len(closed), 'closed sprint') if len(closed) > 1 else 'closed sprint'}" + (", and the running one" if now else ""), HEAD,
                  tuple(_row(s) for s in (*reversed(closed), *((now,) if now else ()))), tuple(s.key for s in (*reversed(closed), *((now,) if now else ()))))
    if now is None:
        return [Text(f"No sprint of {project.name} runs now."), table]
    tasks = book.reader.find(Query(Task, (home, Where("sprint_id", "is", now.id), Where("status", "not", "cancelled")), sort="due", limit=None))
    open_ = tasks or book.reader.find(Query(Task, (home, Where("status", "not in", ENDED), Where("points", "not empty")), sort="due", limit=None))
    says = (_stands(book, project, now), _left(now, tasks, open_), _odds(now, closed))
    return [Text(" ".join(filter(None, says))), *_tasks(book, open_, is_of_it=bool(tasks)), table]


def _stands(book: Book, project: Project, now: Sprint) -> str:
    ahead = (now.end - book.today).days
    until = f"{counted(ahead, 'day')} left" if ahead > 0 else "it ends today" if not ahead else f"it ended {counted(-ahead, 'day')} ago"
    goal = f", goal “{now.goal}”" if now.goal else ""
    return f"{now.title} of {project.name} runs from {day(now.start)} to {day(now.end)} ({until}){goal}: {_points(now.committed)} points committed."


def _left(now: Sprint, tasks: Sequence[Task], open_: Sequence[Task]) -> str:
    """What is done of its points; where no task names the sprint, that it cannot be told, and what is open at all."""
    if tasks:
        done, left = (_sum([t for t in tasks if (t.status == "done") is is_done]) for is_done in (True, False))
        return f"{left} points are left and {done} are done in its {counted(len(tasks), 'task')}."
    at_all = f" Open with points in the project: {_sum(open_)} points in {counted(len(open_), 'task')}." if open_ else ""
    return f"No task names {now.title} as its sprint, so how many of its points are left cannot be told.{at_all}"


def _odds(now: Sprint, closed: Sequence[Sprint]) -> str:
    """Whether as much was completed in the last sprints, which is what a velocity tells and no promise."""
    done = [float(s.completed) for s in closed if s.completed is not None]
    if not done or not now.committed:
        return ""
    mean = f", {brief(Decimal(str(sum(done) / len(done))))} on average" if len(done) > 1 else ""
    said = f"the last {counted(len(done), 'sprint') if len(done) > 1 else 'sprint'} completed {', '.join(f'{n:g}' for n in reversed(done))}{mean}"
    many = sum(n >= now.committed for n in done)
    if not many:
        odds = "none of them came to what is committed now, so by the velocity it will not be finished whole"
    elif many == len(done):
        odds = f"{'it' if many == 1 else 'each of them'} came to what is committed now, so it should be finished"
    else:
        odds = f"{many} of {len(done)} came to what is committed now"
    return f"Will it be finished? {said[0].upper()}{said[1:]}; {odds}."


def _tasks(book: Book, tasks: Sequence[Task], *, is_of_it: bool) -> list[Table]:
    people = book.reader.labels(Person)
    rows = tuple((t.key, t.title, people.get(t.owner_id or 0, "–"), t.status, f"{t.progress} %", _points(t.points)) for t in tasks[:MOST])
    title = "Tasks of the sprint" if is_of_it else "Open tasks with points"
    return [Table(title, ("task", "title", "owner", "status", "progress", "points"), rows, tuple(t.key for t in tasks[:MOST]))] if rows else []


def _row(of: Sprint) -> tuple[str, ...]:
    return of.key, of.title, of.status, day(of.end), _points(of.committed), _points(of.completed)


def _points(of: float | None) -> str:
    return "–" if of is None else f"{of:g}"


def _sum(tasks: Sequence[Task]) -> str:
    return f"{sum(float(t.points or 0) for t in tasks):g}"
