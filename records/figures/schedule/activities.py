"""From the records of a project to its network: what is open becomes an activity, what is done or begun a bound of what is left.

The rules: work that is left stands no earlier than today (the data date), and what has begun waits with its rest for what comes before it
(retained logic). What waits for nothing starts no earlier than planned. A summary task is no work; a link to it binds the tasks in it. “As late as
possible” leaves early dates as they are: it would take up float, and never more than there is.
"""
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from records.figures.base import Needs, Rows, counted, keys
from records.figures.schedule.axis import Axis, begin_of, day_of, end_of
from records.figures.schedule.calendars import calendars
from records.figures.schedule.durations import Weekly, begun_on, duration, has_begun, is_unsaid, left
from records.figures.schedule.laid import Laid, Node, Span
from records.figures.schedule.links import bind, joined
from records.figures.schedule.network import Network
from records.kinds import Allocation, Calendar, Link, Milestone, Office, Project, Task

NEEDS: Needs = {
    Project: ("key", "start", "finish", "calendar_id"),
    Task: ("id", "key", "title", "status", "start", "due", "hours", "remaining", "progress", "began_on", "done_on", "parent_id", "calendar_id",
           "constraint", "constraint_on", "hard_deadline"),
    Link: ("key", "predecessor_id", "successor_id", "predecessor_milestone_id", "successor_milestone_id", "type", "lag"),
    Milestone: ("id", "key", "title", "planned", "forecast", "actual"),
    Calendar: ("id", "key", "name", "workdays", "hours", "days_off"),
    Office: ("key", "calendar_id"),
    Allocation: ("key", "task_id", "hours"),
}
UNSAID = "; {many} under way {say} nothing of how far the work is, so it is taken to go as planned, and to be half done at most"
NAMED = 5                                # tasks named in a sentence


@dataclass(frozen=True)
class Plan:
    """The network of a project. `of` are the records of its activities, None for the ends of a summary task; `tasks` those that are tasks."""
    network: Network
    of: tuple[Task | Milestone | None, ...]
    tasks: Mapping[int, Task]
    today: int
    wanted: int | None                   # the end of the day on which the project is to be finished
    calendar: str
    receipt: tuple[str, ...]
    left_out: str
    is_linked: bool
    last_done: date | None

    @property
    def is_open(self) -> bool:
        """Whether anything is left to do."""
        return any(record is not None for record in self.of)

    @property
    def is_done(self) -> bool:
        """Whether no open task is left, not even one that nothing is known of."""
        return not self.is_open and not self.left_out

    @property
    def axis(self) -> Axis:
        """The axis of the project."""
        return self.network.axes[0]


def plan_of(rows: Rows) -> Plan | str:
    """The network of a project's open work, or why there is none; the figures that rest on it share it."""
    return rows.together(NEEDS, _laid_out)


def _laid_out(rows: Rows) -> Plan | str:
    (project,) = rows[Project]
    live = [t for t in rows[Task] if t.status != "cancelled"]
    if not live:
        return "there is no task"
    known = calendars(project, rows[Office], rows[Calendar])
    laid = Laid(known, begin_of(max(rows.today, project.start or rows.today)))
    links = [joined(link) for link in rows[Link]]
    linked = {node for _, before, after in links for node in (before, after)}
    above = {t.parent_id for t in live if t.parent_id is not None}
    shares = [a for a in rows[Allocation] if a.task_id is not None]
    weekly = _weekly(shares)
    bare = [t for t in live if (t.id is None or t.id not in above) and not _put(laid, t, weekly, rows.today)]
    if missing := [t for t in bare if ("task", t.id) in linked]:
        return _unestimated(missing)
    milestones = [m for m in rows[Milestone] if ("milestone", m.id) in linked]
    for milestone in milestones:
        _put_milestone(laid, milestone)
    _group(laid, [t for t in live if t.id in above], live, linked)
    is_linked = bind(laid, links)
    _hold(laid, live)
    used = (*keys(rows[Project], live, rows[Link], milestones, shares), *known.keys)
    left_out = f"; {counted(len(bare), 'task')} without a link and an estimate left out" if bare else ""
    if silent := sum(map(is_unsaid, laid.tasks.values())):
        left_out += UNSAID.format(many=counted(silent, "task"), say="says" if silent == 1 else "say")
    wanted = None if project.finish is None else end_of(project.finish)
    return Plan(laid.network(), tuple(laid.of), laid.tasks, laid.today, wanted, known.usual.name, used, left_out, is_linked, max(laid.done, default=None))


def _weekly(shares: Sequence[Allocation]) -> Weekly:
    weekly: dict[int | None, float] = defaultdict(float)
    for share in shares:
        weekly[share.task_id] += share.hours
    return weekly


def _put(laid: Laid, task: Task, weekly: Weekly, today: date) -> bool:
    """Put a task into the network; False where nothing says how long it takes."""
    node: Node = ("task", task.id)
    worked = laid.calendars.of(task.calendar_id)
    if task.status == "done":
        laid.over[node] = _behind(task, worked.number, today)
        laid.done.append(laid.over[node].finish)
        return True
    length = duration(task, worked, weekly)
    if length is None:
        return False
    begun = has_begun(task)
    activity = laid.add(task, left(task, length, worked, weekly, today) if begun else length, worked.number)
    laid.first[node] = laid.last[node] = activity
    laid.tasks[activity] = task
    if begun:
        laid.begun[node] = Span(begun_on(task, today), today, worked.number)
    elif task.start:
        laid.planned[activity] = task.start
    _constrain(laid, task, activity, begun=begun)
    return True


def _behind(task: Task, axis: int, today: date) -> Span:
    """The days of a task that is done; where nobody noted them, as they were planned."""
    finish = min(task.done_on or task.due or today, today)
    return Span(min(task.began_on or task.start or finish, finish), finish, axis)


def _constrain(laid: Laid, task: Task, activity: int, *, begun: bool) -> None:
    """Bound an activity by its date constraint (its start only while it has not begun) and by its hard deadline."""
    length, axis = laid.durations[activity], laid.axis[activity]
    if task.hard_deadline:
        laid.not_after(activity, laid.position(axis, end_of(task.hard_deadline)))
    if task.constraint_on is None:
        return
    start, finish = (laid.position(axis, instant) for instant in (begin_of(task.constraint_on), end_of(task.constraint_on)))
    if task.constraint in ("must start on", "start no earlier than") and not begun:
        laid.not_before(activity, start)
    if task.constraint in ("must start on", "start no later than") and not begun:
        laid.not_after(activity, start + length)
    if task.constraint in ("must finish on", "finish no earlier than"):
        laid.not_before(activity, finish - length)
    if task.constraint in ("must finish on", "finish no later than"):
        laid.not_after(activity, finish)


def _put_milestone(laid: Laid, milestone: Milestone) -> None:
    node: Node = ("milestone", milestone.id)
    if milestone.actual:
        laid.over[node] = Span(milestone.actual, milestone.actual, 0)
        return
    laid.first[node] = laid.last[node] = activity = laid.add(milestone, 0)
    laid.planned[activity] = milestone.forecast or milestone.planned


def _group(laid: Laid, summaries: Sequence[Task], live: Sequence[Task], linked: set[Node]) -> None:
    """Give each summary task a beginning and an end around the tasks in it, where a link leads to or from one of them."""
    if not any(("task", s.id) in linked for s in summaries):
        return
    for s in summaries:
        node: Node = ("task", s.id)
        if s.status == "done":
            laid.over[node] = _behind(s, 0, day_of(laid.today))
        else:
            laid.first[node], laid.last[node] = laid.add(None, 0), laid.add(None, 0)
    for t in live:
        node, summary = ("task", t.id), ("task", t.parent_id)
        if t.parent_id is not None and node in laid.first and summary in laid.first:
            laid.ties += ((laid.first[summary], laid.first[node], "FS", 0), (laid.last[node], laid.last[summary], "FS", 0))


def _hold(laid: Laid, live: Sequence[Task]) -> None:
    """What waits for nothing, neither itself nor by a summary task above it, starts no earlier than planned."""
    below: dict[int | None, list[int | None]] = defaultdict(list)
    for t in live:
        below[t.parent_id].append(t.id)
    waiting = [number for (kind, number), activity in laid.first.items() if kind == "task" and number is not None and activity in laid.led]
    for number in waiting:
        waiting += [n for n in below.pop(number, ()) if n is not None]
    held = laid.led | {laid.first["task", n] for n in waiting if ("task", n) in laid.first}
    for activity, planned in laid.planned.items():
        if activity not in held:
            laid.not_before(activity, laid.position(laid.axis[activity], begin_of(planned)))


def _unestimated(tasks: Sequence[Task]) -> str:
    one = len(tasks) == 1
    shown = ", ".join(t.key for t in tasks[:NAMED]) + (f" and {len(tasks) - NAMED} more" if len(tasks) > NAMED else "")
    said = f"{counted(len(tasks), 'task')} in the network {'has' if one else 'have'} no duration: {shown}"
    return f"{said}; give {'it' if one else 'them'} hours, or a start and a due date"
