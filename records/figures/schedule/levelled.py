"""The levelled plan of a project: when it ends if nobody works more than their hours, and which tasks move for it."""
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from records.figures.base import Part, Rows, Value, counted, figure, keys, on
from records.figures.schedule.activities import Plan
from records.figures.schedule.axis import day_ending, day_of
from records.figures.schedule.critical import planned, spans
from records.figures.schedule.levelling import length, levelled
from records.figures.schedule.network import Dates
from records.figures.schedule.staffing import PERIOD, STAFF, Staffed, staffed
from records.kinds import Project

LONGEST = 2_000_000                      # periods of all tasks together
NOBODY = "no open task has an owner with weekly hours, so nobody's time is short"


@dataclass(frozen=True)
class Move:
    """A task that the levelled plan moves: first and last day as the links alone have it, and as people's hours allow."""
    key: str
    title: str
    was: tuple[date, date]
    now: tuple[date, date]


@dataclass(frozen=True)
class Levelled:
    """A levelled plan: the day on which it ends, the moves it takes, and what it rests on."""
    end: date
    moves: tuple[Move, ...]
    plan: Plan
    dates: Dates
    work: Staffed


@figure(of=Project, needs=STAFF, unit="date", label="levelled finish",
        also="finish when levelled, finish within capacity, resource levelling, levelling, level the resources, levelled plan")
def levelled_finish(rows: Rows) -> Value:
    """The day on which the network ends if nobody works more than their hours."""
    found = level(rows)
    if isinstance(found, str):
        return Value(None, found)
    people = counted(len(found.work.people), "person", "people")
    alone = day_ending(found.dates.end)
    said = (f"nobody of {people} over their hours, by {found.plan.calendar}: {counted(len(found.moves), 'task')} of {len(found.plan.tasks)} to move; "
            f"by the links alone {alone:%-d %b %Y}{found.plan.left_out}")
    receipt = dict.fromkeys((*found.plan.receipt, *keys(found.work.people, found.work.allocations)))
    return Value(on(found.end), said, tuple(receipt), tuple(Part(m.title, f"{_said(m.was)} → {_said(m.now)}", m.key) for m in found.moves))


def level(rows: Rows) -> Levelled | str:
    """The levelled plan with the moves it takes, or why there is none; rows as `levelled_finish` declares them."""
    found = planned(rows)
    if isinstance(found, str):
        return found
    plan, dates = found
    work = staffed(rows, plan, dates)
    if work is None:
        return NOBODY
    if sum(work.problem.durations) > LONGEST:
        return "the work is too long to be laid out by quarters of days"
    starts = levelled(work.problem)
    now = plan.axis.position(plan.today)
    end = day_ending(max(plan.axis.finish(now + length(work.problem, starts) * PERIOD), plan.today + 1))
    return Levelled(end, tuple(_moves(plan, dates, work, starts)), plan, dates, work)


def _moves(plan: Plan, dates: Dates, work: Staffed, starts: Sequence[int]) -> list[Move]:
    moves = []
    for n, task in plan.tasks.items():
        was, now = spans(plan.network, dates, n), _days(plan, starts[n], work.problem.durations[n])
        if was != now:
            moves.append(Move(task.key, task.title, was, now))
    return sorted(moves, key=lambda m: (m.now, m.key))


def _days(plan: Plan, start: int, periods: int) -> tuple[date, date]:
    begin = plan.axis.position(plan.today) + start * PERIOD
    first = day_of(plan.axis.start(begin))
    return first, day_ending(plan.axis.finish(begin + periods * PERIOD)) if periods else first


def _said(days: tuple[date, date]) -> str:
    return f"{days[0]:%-d %b %Y}" if days[0] == days[1] else f"{days[0]:%-d %b} – {days[1]:%-d %b %Y}"
