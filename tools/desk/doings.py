"""What a person did in a time, told in a sentence: the tasks they finished and the hours they booked; what they changed stands below it."""
from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

from language.dates import Period
from records.figures.base import brief, counted
from records.figures.delivery.wanting import spoken
from records.kinds import Person, Project, Task, TimeEntry
from records.query import Query, Where
from reports.telling import few
from tools.desk import Desk

MOST = 6


def done_by(desk: Desk, person: Person, project: Project | None, period: Period, *, is_short: bool = False) -> str:
    """The tasks of a person that were done in these days, and the hours that they booked on which work; `is_short`: "" where it is neither."""
    home = (Where("project_id", "is", project.id),) if project else ()
    days = (Where("done_on", "at least", period.first), Where("done_on", "at most", period.last))
    done = desk.reader.find(Query(Task, (Where("owner_id", "is", person.id), Where("status", "is", "done"), *days, *home), sort="done_on", limit=None))
    worked = (Where("on", "at least", period.first), Where("on", "at most", period.last))
    booked = desk.reader.find(Query(TimeEntry, (Where("person_id", "is", person.id), *worked, *home), limit=None))
    if is_short and not done and not booked:
        return ""
    mine = person.id == desk.asker.person
    titles = [f"{t.key} {t.title}" for t in done]
    finished = f"{'You' if mine else person.name} finished {counted(len(done), 'task')}{': ' + few(titles, MOST) if titles else ''}"
    return f"{finished}, and booked {_hours(desk, booked)} {spoken(period)}."


def _hours(desk: Desk, booked: Sequence[TimeEntry]) -> str:
    of, tasks, projects = defaultdict[str, Decimal](Decimal), desk.reader.labels(Task), desk.reader.labels(Project)
    for entry in booked:
        of[tasks.get(entry.task_id or 0) or projects.get(entry.project_id) or "other work"] += Decimal(str(entry.hours))
    said = few([f"{brief(hours)} h on {name}" for name, hours in sorted(of.items(), key=lambda each: -each[1])], MOST)
    return f"{brief(sum(of.values(), Decimal(0)))} h ({said})" if of else "no hours"
