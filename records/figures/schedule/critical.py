"""What the network of a project comes to: its critical path, the day on which it ends, and the float of its tasks."""
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache

from records.figures.base import Part, Rows, Value, brief, counted, figure, on
from records.figures.schedule.activities import NEEDS, Plan, plan_of
from records.figures.schedule.axis import DAY, day_ending, day_of, end_of
from records.figures.schedule.network import Circle, Dates, Network, dated
from records.kinds import Project

NO_LINK = "no task waits for another; link the tasks that do"
UNTOLD = "no open task has a link or an estimate, so nothing says how long they take; give them hours, or a start and a due date"
LATEST = end_of(date.max)
Said = Callable[[Plan, Dates], Value]

passed = lru_cache(maxsize=8)(dated)      # several figures of a project rest on the same network


def planned(rows: Rows, *, until_wanted: bool = False) -> tuple[Plan, Dates] | str:
    """The network of a project and its dates, or why there are none."""
    plan = plan_of(rows)
    if isinstance(plan, str):
        return plan
    if not plan.is_open:
        return UNTOLD if plan.left_out else "every task is done"
    try:
        dates = passed(plan.network, plan.wanted if until_wanted else None)
    except Circle as circle:
        return _in_a_circle(plan, circle)
    return (plan, dates) if dates.end <= LATEST else "the network would end after the year 9999"


def from_plan(rows: Rows, said: Said, *, until_wanted: bool = False) -> Value:
    """A value of the network, or why there is no network."""
    found = planned(rows, until_wanted=until_wanted)
    return Value(None, found) if isinstance(found, str) else said(*found)


@figure(of=Project, needs=NEEDS, unit="days", label="critical path", also="longest path, CPM, critical chain")
def critical_path(rows: Rows) -> Value:
    """Working days from the start of what is left to its end, along the tasks that have no float."""
    return from_plan(rows, _critical_path)


@figure(of=Project, needs=NEEDS, unit="date", label="finish forecast", also="forecast finish, network end, finish by the links, finish of the network")
def finish_forecast(rows: Rows) -> Value:
    """The day on which the last open task ends, if each takes as long as planned."""
    plan = plan_of(rows)
    if isinstance(plan, Plan) and plan.is_done and plan.last_done:
        return Value(on(plan.last_done), "every task is done, the last on that day", plan.receipt)
    return from_plan(rows, _finish_forecast)


@figure(of=Project, needs=NEEDS, unit="days", label="least float", also="float, total float, free float, schedule buffer")
def least_float(rows: Rows) -> Value:
    """Working days that the tightest open task may slip before the wanted finish, or a date that must be kept, does; negative: it is missed."""
    return from_plan(rows, _least_float, until_wanted=True)


def days(ticks: int) -> Decimal:
    return Decimal(ticks) / DAY


def said_days(ticks: int) -> str:
    return f"{brief(days(ticks))} {'day' if abs(ticks) == DAY else 'days'}"


def spans(network: Network, dates: Dates, activity: int) -> tuple[date, date]:
    """The first and the last day of an activity; what takes no time has one."""
    axis = network.axes[network.axis[activity] if network.axis else 0]
    start, finish = axis.start(dates.start[activity]), axis.finish(dates.finish[activity])
    if not network.durations[activity]:
        day = day_ending(finish) if dates.start[activity] > network.earliest[activity] else day_of(start)
        return day, day
    return day_of(start), day_ending(finish)


def _critical_path(plan: Plan, dates: Dates) -> Value:
    if not plan.is_linked:
        return Value(None, NO_LINK)
    start = begin(plan.network, dates)
    path = sorted((n for n in dates.critical() if plan.of[n] is not None), key=lambda n: (dates.start[n], dates.finish[n], n))
    parts = tuple(_part(plan, dates, n) for n in path)
    first, last = day_of(start), day_ending(dates.end)
    of = counted(sum(r is not None for r in plan.of), "open activity", "open activities")
    said = (f"working days by {plan.calendar} from {first:%-d %b %Y} to {last:%-d %b %Y}; {len(path)} of {of} without float before the end of the network"
            f"{_missed(plan, dates)}{plan.left_out}")
    return Value(days(path_length(plan.network, dates)), said, plan.receipt, parts)


def _finish_forecast(plan: Plan, dates: Dates) -> Value:
    last = day_ending(max(dates.end, plan.today + 1))
    alone = "" if plan.is_linked else "; no task waits for another, so each counts for itself"
    against = "" if plan.wanted is None else f", {_against(plan, dates, plan.wanted)}"
    said = f"the end of {counted(len(plan.of), 'open activity', 'open activities')} by {plan.calendar}{against}{alone}{plan.left_out}"
    return Value(on(last), said, plan.receipt, tuple(_part(plan, dates, n) for n in dates.critical() if plan.of[n] is not None))


def _least_float(plan: Plan, dates: Dates) -> Value:
    if not plan.is_linked:
        return Value(None, NO_LINK)
    known = sorted((n for n, record in enumerate(plan.of) if record is not None), key=lambda n: (dates.float(n), dates.start[n], n))
    least = dates.float(known[0])
    until = "the end of the network" if plan.wanted is None else f"the wanted finish {day_ending(plan.wanted):%-d %b %Y}"
    said = f"{_title(plan, known[0])}, counted back from {until} by {plan.calendar}{_missed(plan, dates)}{plan.left_out}"
    return Value(days(least), said, plan.receipt, tuple(_part(plan, dates, n) for n in known))


def path_length(network: Network, dates: Dates) -> int:
    """What is worked on the first axis from the start of the first activity to the end of the last."""
    return network.axes[0].position(dates.end) - network.axes[0].position(begin(network, dates))


def begin(network: Network, dates: Dates) -> int:
    """The instant at which the first activity starts."""
    first: dict[int, int] = {}
    for axis, start in zip(network.axis or (0,) * len(dates.start), dates.start, strict=True):
        first[axis] = min(first.get(axis, start), start)
    return min(network.axes[axis].start(start) for axis, start in first.items())


def _part(plan: Plan, dates: Dates, activity: int) -> Part:
    first, last = spans(plan.network, dates, activity)
    when = f"{first:%-d %b %Y}" if first == last else f"{first:%-d %b} – {last:%-d %b %Y}"
    slack = f"total float {said_days(dates.float(activity))}, free float {said_days(dates.free[activity])}"
    return Part(_title(plan, activity), f"{said_days(plan.network.durations[activity])}, {when}; {slack}", _key(plan, activity))


def _title(plan: Plan, activity: int) -> str:
    record = plan.of[activity]
    return "" if record is None else record.title


def _key(plan: Plan, activity: int) -> str:
    record = plan.of[activity]
    return "" if record is None else record.key


def _missed(plan: Plan, dates: Dates) -> str:
    """Which activity cannot keep a date that it must keep, if one cannot."""
    worst = min((n for n, latest in enumerate(plan.network.latest) if latest is not None), key=dates.float, default=None)
    if worst is None or dates.float(worst) >= 0 or plan.of[worst] is None:
        return ""
    return f"; “{_title(plan, worst)}” misses the date that it must keep, so float is negative"


def _against(plan: Plan, dates: Dates, wanted: int) -> str:
    late = plan.axis.position(dates.end) - plan.axis.position(wanted)
    day = f"the wanted finish {day_ending(wanted):%-d %b %Y}"
    return f"on {day}" if not late else f"{said_days(abs(late))} {'after' if late > 0 else 'before'} {day}"


def _in_a_circle(plan: Plan, circle: Circle) -> str:
    keys: Sequence[str] = [k for k in (_key(plan, n) for n in circle.activities) if k]
    return f"tasks wait for each other in a circle: {' → '.join((*keys, keys[0])) if keys else 'summary tasks'}; remove one of these links"
