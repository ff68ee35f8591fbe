"""The levelled plan of a project: when it ends if nobody works more than their hours, and which tasks move for it."""
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
import math

from records.figures.base import Part, Rows, Value, counted, figure, keys, on
from records.figures.schedule.activities import Plan
from records.figures.schedule.axis import day_ending, day_of
from records.figures.schedule.critical import planned, spans
from records.figures.schedule.levelling import bound, length, levelled
from records.figures.schedule.network import Dates
from records.figures.schedule.staffing import PARTS, PERIOD, STAFF, Staffed, staffed
from records.kinds import Project

LONGEST = 2_000_000                      # periods of all tasks together
MOST_LAID = 500                          # activities that are levelled where somebody asks for something else
GONE = 130                               # working days away, half a year, for which no work should wait
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

    @property
    def receipt(self) -> tuple[str, ...]:
        return _receipt(self.plan, self.work)


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
    return Value(on(found.end), said, found.receipt, tuple(Part(m.title, f"{_said(m.was)} → {_said(m.now)}", m.key) for m in found.moves))


@dataclass(frozen=True)
class Within:
    """When a project ends within its people's hours: at the end of the levelled plan, or, where it is large, no sooner than that."""
    end: date
    why: str
    receipt: tuple[str, ...]


def within_hours(rows: Rows, plan: Plan, dates: Dates) -> Within | str:
    """The end within people's hours, quickly: a large plan is not laid out, its work is divided by the hours there are."""
    if len(plan.of) <= MOST_LAID:
        found = level(rows)
        if isinstance(found, str):
            return found
        waiting = f"{counted(len(found.moves), 'open task')} of {len(plan.tasks)} to move"
        return Within(found.end, f"nobody of {counted(len(found.work.people), 'person', 'people')} works over their hours; {waiting}", found.receipt)
    work = staffed(rows, plan, dates)
    if work is None:
        return NOBODY
    least = bound(work.problem)
    if gone := _gone(work, [least] * len(plan.of)):
        return gone
    end = day_ending(max(plan.axis.finish(plan.axis.position(plan.today) + least * PERIOD), plan.today + 1))
    return Within(end, "no plan within the hours of its people ends sooner; ask for its levelled finish", _receipt(plan, work))


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
    if gone := _gone(work, [work.problem.finish(n, start) for n, start in enumerate(starts)]):
        return gone
    now = plan.axis.position(plan.today)
    end = day_ending(max(plan.axis.finish(now + length(work.problem, starts) * PERIOD), plan.today + 1))
    return Levelled(end, tuple(_moves(plan, dates, work, starts)), plan, dates, work)


def _gone(work: Staffed, finishes: Sequence[int]) -> str:
    """Who is away so long that no work should wait for it, and how much does; nothing where none does."""
    back = _back(work)
    waiting = [{who for who, _ in demand if back.get(who, math.inf) < finish} for demand, finish in zip(work.problem.demands, finishes, strict=True)]
    names = [work.people[who].name for who in sorted({who for each in waiting for who in each})]
    if not names:
        return ""
    tasks = counted(sum(map(bool, waiting)), "open task")
    return f"{' and '.join(names)} {'is' if len(names) == 1 else 'are'} away for half a year or more: give {tasks} to somebody else"


def _back(work: Staffed) -> dict[int, int]:
    """From when on those are there again who are away so long."""
    return {who: until for who, away in enumerate(work.problem.away) for first, until in away if until - first >= GONE * PARTS}


def _receipt(plan: Plan, work: Staffed) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*plan.receipt, *keys(work.people, work.allocations), *work.receipt)))


def _moves(plan: Plan, dates: Dates, work: Staffed, starts: Sequence[int]) -> list[Move]:
    moves = []
    for n, task in plan.tasks.items():
        was, now = spans(plan.network, dates, n), _days(plan, starts[n], work.problem.finish(n, starts[n]))
        if was != now:
            moves.append(Move(task.key, task.title, was, now))
    return sorted(moves, key=lambda m: (m.now, m.key))


def _days(plan: Plan, start: int, finish: int) -> tuple[date, date]:
    today = plan.axis.position(plan.today)
    first = day_of(plan.axis.start(today + start * PERIOD))
    return first, day_ending(plan.axis.finish(today + finish * PERIOD)) if finish > start else first


def _said(days: tuple[date, date]) -> str:
    return f"{days[0]:%-d %b %Y}" if days[0] == days[1] else f"{days[0]:%-d %b} – {days[1]:%-d %b %Y}"
