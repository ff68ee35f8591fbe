"""When a project will finish: the latest of what its links, its people's hours, its pace, its milestones and its due days say.

Each alone says too little: links let one person do everything at once, hours take estimates for true, a pace knows nothing of what is to come, and a
milestone or a due day is what its manager believes. Whoever promises a day must keep all five.
"""
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from records.figures.base import Needs, Part, Rows, Value, counted, figure, keys, on
from records.figures.schedule.activities import Plan, plan_of
from records.figures.schedule.axis import day_ending
from records.figures.schedule.critical import planned
from records.figures.schedule.durations import has_begun, is_unsaid
from records.figures.schedule.levelled import within_hours
from records.figures.schedule.pace import pace_finish
from records.figures.schedule.staffing import STAFF
from records.kinds import Link, Milestone, Project, Task

OUTLOOK: Needs = {**STAFF, Project: (*STAFF[Project], "phase")}
LINKS, HOURS, PACE, MILESTONES = "the links of its tasks alone", "its people's hours", "its pace so far", "its milestones"
DUE_DAYS = "the due days of its tasks"
OVER = ("done", "cancelled")


@dataclass(frozen=True)
class Method:
    """One way to foresee the finish: the day it comes to, or none, with the reason; the record that says so, if one does."""
    by: str
    day: date | None
    why: str
    key: str = ""
    receipt: tuple[str, ...] = ()


@figure(of=Project, needs=OUTLOOK, reads=(pace_finish,), unit="date", label="expected finish",
        also="really finish, really be done, really be finished, when will it finish, when will finish, when will it be finished, when will be finished, "
             "when will it be done, when will be done, when will it end, when will end, when is it finished, when is finished, when does finish, "
             "when does end, expected to finish, expected end, expected end date, end date, finish date, completion date, expected completion, "
             "estimated completion, go-live date, go live date, when will it go live, when will go live, realistic finish, honest finish")
def expected_finish(rows: Rows) -> Value:
    """The latest of the finishes by links, by people's hours, by the pace so far, by the open milestones and by the due days of what has no other date."""
    (project,) = rows[Project]
    if project.phase == "candidate" and not any(t.status == "done" or has_begun(t) for t in rows[Task]):
        wanted = f"; its wanted finish is {project.finish:%-d %b %Y}" if project.finish else ""
        return Value(None, f"it is a candidate of which nothing has begun, so its tasks need not be all there will be{wanted}")
    if project.phase == "cancelled":
        return Value(None, "the project is cancelled")
    plan = plan_of(rows)
    if isinstance(plan, Plan) and plan.is_done and plan.last_done and (project.phase == "closed" or _last(rows) is None):
        return Value(on(plan.last_done), "every task is done, the last on that day", plan.receipt)
    methods = sorted(foreseen(rows), key=_rank, reverse=True)
    latest = methods[0]
    if latest.day is None:
        return Value(None, next(m.why for m in methods if m.by == LINKS))
    said = f"by {latest.by}, the latest of {counted(sum(m.day is not None for m in methods), 'forecast')}: {latest.why}{_against(latest.day, project.finish)}"
    receipt = dict.fromkeys(k for m in methods for k in m.receipt)
    return Value(on(latest.day), said, tuple(receipt), tuple(_part(m) for m in methods))


def foreseen(rows: Rows) -> tuple[Method, ...]:
    """What each method says of the finish of a project that is not over; rows as `expected_finish` declares them."""
    return *_of_work(rows), *of_days(rows)


def carried(rows: Rows) -> Method | None:
    """The latest finish that people's hours and the pace so far leave, whatever links and milestones say."""
    return max((m for m in _of_work(rows) if m.day is not None and m.by != LINKS), key=_rank, default=None)


def _of_work(rows: Rows) -> Iterator[Method]:
    yield from _of_plan(rows)
    yield from _of_pace(rows)


def _of_plan(rows: Rows) -> Iterator[Method]:
    """By the links alone, and within people's hours."""
    found = planned(rows)
    if isinstance(found, str):
        yield Method(LINKS, None, found, receipt=keys(*(rows[kind] for kind in OUTLOOK)))
        return
    plan, dates = found
    why = "each open task takes as long as planned, however much one person has to do at once"
    yield Method(LINKS, day_ending(max(dates.end, plan.today + 1)), f"{why}{plan.left_out}", receipt=plan.receipt)
    hours = within_hours(rows, plan, dates)
    yield Method(HOURS, None, hours) if isinstance(hours, str) else Method(HOURS, hours.end, hours.why, receipt=hours.receipt)


def _of_pace(rows: Rows) -> Iterator[Method]:
    """By SPI(t)."""
    value = rows[pace_finish]
    day = None if value.number is None else max(date.fromordinal(int(value.number)), rows.today)
    yield Method(PACE, day, value.how, receipt=value.keys if day else ())


def of_days(rows: Rows) -> Iterator[Method]:
    """What is not computed but said: by milestones and by due days."""
    yield from _of_milestones(rows)
    yield from _of_due_days(rows)


def _of_milestones(rows: Rows) -> Iterator[Method]:
    """By the open milestone that comes last."""
    last = _last(rows)
    if last is None:
        return
    said = "as its manager foresees it" if last.forecast else "as planned, without another forecast"
    late = " (that day has passed)" if (last.forecast or last.planned) < rows.today else ""
    yield Method(MILESTONES, max(last.forecast or last.planned, rows.today), f"“{last.title}” {said}{late}", last.key, keys(rows[Project], _open(rows)))


def _of_due_days(rows: Rows) -> Iterator[Method]:
    """By the latest due day of open work of which nothing else says when it is done: no start, no link that it waits for, no progress.

    The links would have such a task begin today, however far its day is."""
    waits = {link.successor_id for link in rows[Link]} | {t.parent_id for t in rows[Task]}
    told = [(t.due, t.key, t.title) for t in rows[Task] if t.status not in OVER and t.due and t.due > rows.today and not t.start and t.id not in waits
            and (is_unsaid(t) or not has_begun(t))]
    if told:
        day, key, title = max(told)
        yield Method(DUE_DAYS, day, f"“{title}” is due on that day, and nothing says that it will be done before", key, keys(rows[Project], rows[Task]))


def _rank(method: Method) -> tuple[date, int]:
    """By day; on the same one what says more of the work comes last."""
    return method.day or date.min, (LINKS, DUE_DAYS, MILESTONES, PACE, HOURS).index(method.by)


def _open(rows: Rows) -> list[Milestone]:
    return [m for m in rows[Milestone] if m.actual is None]


def _last(rows: Rows) -> Milestone | None:
    """The open milestone that comes last."""
    return max(_open(rows), key=lambda m: (m.forecast or m.planned, m.key), default=None)


def _part(method: Method) -> Part:
    said = f"{method.day:%-d %b %Y}" if method.day else "not computable"
    return Part(f"by {method.by}", f"{said}: {method.why}", method.key)


def _against(day: date, wanted: date | None) -> str:
    if wanted is None:
        return ""
    late = (day - wanted).days
    apart = f"{counted(abs(late), 'day')} {'after' if late > 0 else 'before'}" if late else "on"
    return f"; {apart} the wanted finish {wanted:%-d %b %Y}"
