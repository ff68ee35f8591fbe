"""The task that is split: its parts belong to it, begin no sooner than it does, and are wanted by its day."""
from collections.abc import Sequence
from dataclasses import dataclass, replace
import re

from language.describing.splitting import what_is_split
from records.breakdown.base import Plan
from records.breakdown.planning import House
from records.errors import NotFound
from records.kinds import Project, Task
from records.proposals import Create, Wish
from records.query import Query, Where
from tools.desk import Desk

SHORT_KEY = re.compile(r"[a-z]+-?\d+", re.I)
PARTS_OF = "They are parts of {key} “{title}”{days}. Together they come to {sum:g} h{own}."
NOT_FOUND = "I found no task “{what}”, so these stand for themselves."


@dataclass(frozen=True)
class Whole:
    """What an order splits: the task, where the records have it, with its project; `missed` are words that named none."""
    home: Project | None
    task: Task | None = None
    missed: str = ""

    def within(self, around: House) -> House:
        """What a plan is drawn against, from the task's own beginning on."""
        if self.task is None:
            return around
        return replace(around, start=max(around.start, self.task.start or around.start), tasks=[t for t in around.tasks if t.id != self.task.id])

    def parts(self, made: Sequence[Wish]) -> list[Wish]:
        """The tasks to be made as parts of the task."""
        return [self._part(w) if isinstance(w, Create) and w.kind == "task" and w.values.get("parent_id") is None else w for w in made]

    def _part(self, w: Create) -> Create:
        task = self.task
        return w if task is None else replace(w, values={**w.values, "parent_id": task.id, "wbs": f"{task.wbs}.{w.values['wbs']}" if task.wbs else ""})

    def told(self, plan: Plan) -> list[str]:
        """Whose parts they are, within which days, and their hours against its own."""
        if self.task is None:
            return [NOT_FOUND.format(what=self.missed)] if self.missed else []
        task, hours = self.task, sum(a.effort.likely for a in plan.activities if a.form == "task" and not a.known and a.effort)
        own = "" if task.hours is None else ", as it has" if float(task.hours) == hours else f"; it has {float(task.hours):g} h of its own"
        days = " – ".join(f"{day:%a %-d %b %Y}" for day in (task.start, task.due) if day)
        return [PARTS_OF.format(key=task.key, title=task.title, days=f", {days}" if days else "", sum=hours, own=own)]


def whole_of(desk: Desk, lead: str, home: Project | None) -> Whole:
    """What an order around a description splits, looked for in its project first. Raises `Ambiguous`."""
    what = what_is_split(lead)
    projects = {each.lower() for name, key in desk.names(Project).items() for each in (name, key)} if what else set()
    if not what or what.lower() in projects:
        return Whole(home)
    what = f"{what}@{home.key}" if home is not None and SHORT_KEY.fullmatch(what) else what
    for within in dict.fromkeys((home.id if home is not None else None, None)):
        try:
            task = desk.named(Task, what, within)
        except NotFound:
            continue
        return Whole(next(iter(desk.reader.find(Query(Project, (Where("id", "is", task.project_id),), limit=1))), home), task)
    return Whole(home, None, what)

