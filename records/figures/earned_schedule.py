"""Earned schedule (Lipke; PMI EVM standard): how many weeks of the plan are earned by now, and what that says of the time to come.

Periods are weeks of seven days, counted from the first planned day; PV is the plan's work at the end of each. The plan is the baseline in force, else that
of the tasks. At the end SPI comes to 1 even of late work, SPI(t) does not.
"""
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from math import ceil

from records.figures.agreed import AGREED, agreed, earned_share
from records.figures.base import Needs, Part, Rows, Value, figure, joined, keys, on, rounded, unknown
from records.figures.delivery.planning import LEAST_DATED, Span, exact, summed
from records.figures.earned_value import spi
from records.figures.progress import weigh
from records.kinds import Project, Task

WEEK = 7
PLAN: Needs = {**AGREED, Task: (*AGREED[Task], "done_on")}
Curve = Sequence[tuple[Decimal, Decimal]]           # weeks from the start, and the work planned by then; begins with (0, 0)


@figure(of=Project, needs=PLAN, unit="date", label="planned begin", also="first planned day, begin of the plan, planned first day")
def planned_begin(rows: Rows) -> Value:
    """The first day on which the plan wants work."""
    plan = plan_in_force(rows)
    return Value(None, plan) if isinstance(plan, str) else Value(on(plan.first), f"the first day of {plan.called}", plan.keys)


@figure(of=Project, needs=PLAN, unit="weeks", label="planned duration", also="PD, planned weeks, planned length")
def planned_duration(rows: Rows) -> Value:
    plan = plan_in_force(rows)
    if isinstance(plan, str):
        return Value(None, plan)
    return Value(plan.weeks, f"from {plan.first:%-d %b %Y} to {plan.last:%-d %b %Y} in weeks, by {plan.called}", plan.keys)


@figure(of=Project, needs={Task: ("key", "status", "done_on")}, reads=(planned_begin,), unit="weeks", label="time elapsed",
        also="actual time, elapsed time, elapsed weeks, weeks elapsed, time has elapsed, time has passed, time passed")
def actual_time(rows: Rows) -> Value:
    """AT: the weeks from the first planned day to the end of today; once all is done, to the day the last task was."""
    begin = rows[planned_begin]
    if begin.number is None:
        return unknown("", begin)
    first = date.fromordinal(int(begin.number))
    live = [t for t in rows[Task] if t.status != "cancelled"]
    ends = [t.done_on for t in live if t.done_on] if all(t.status == "done" for t in live) else []
    until = min(rows.today, max(ends)) if ends else rows.today
    if until < first:
        return Value(None, f"the plan begins on {first:%-d %b %Y}")
    said = f"from {first:%-d %b %Y} to {until:%-d %b %Y} in weeks{', when the last task was done' if ends else ''}"
    return Value(_weeks(first, until), said, tuple(dict.fromkeys((*begin.keys, *keys(live)))))


@figure(of=Project, needs=PLAN, reads=(earned_share,), unit="weeks", label="earned schedule", also="ES, schedule earned, weeks earned, earned time")
def es(rows: Rows) -> Value:
    """C + (EV - PV of C) / (PV of C + 1 - PV of C), C the last week whose planned value is earned; all of the plan once all of it is."""
    plan, share = plan_in_force(rows), rows[earned_share]
    if isinstance(plan, str) or share.number is None:
        return unknown(str(plan), share)
    earned = share.number / 100 * plan.total
    found = earned_schedule(plan.curve, earned)
    parts = [Part(f"planned by the end of week {rounded(week, 0 if week == week.to_integral_value() else 1)}, {plan.day(week):%-d %b %Y}",
                  f"{rounded(100 * amount / plan.total, 1)} %") for week, amount in around(plan.curve, earned)]
    said = f"weeks of {plan.called} whose planned value is earned: {rounded(share.number, 1)} % is"
    return Value(found, said, tuple(dict.fromkeys((*plan.keys, *share.keys))), (*parts, Part("earned by now", f"{rounded(share.number, 1)} %")))


@figure(of=Project, reads=(es, actual_time), unit="weeks", label="SV(t)", also="schedule variance in time, time variance, schedule variance in weeks")
def sv_t(rows: Rows) -> Value:
    """ES - AT; negative: so many weeks behind."""
    earned, elapsed = rows[es], rows[actual_time]
    if earned.number is None or elapsed.number is None:
        return unknown("", earned, elapsed)
    return Value(earned.number - elapsed.number, f"ES {_said(earned)} − AT {_said(elapsed)} weeks", joined(earned, elapsed))


@figure(of=Project, reads=(es, actual_time), unit="ratio", label="SPI(t)", also="SPIt, schedule performance in time, time performance index")
def spi_t(rows: Rows) -> Value:
    """ES / AT."""
    earned, elapsed = rows[es], rows[actual_time]
    if earned.number is None or elapsed.number is None:
        return unknown("", earned, elapsed)
    return Value(earned.number / elapsed.number, f"ES {_said(earned)} / AT {_said(elapsed)} weeks", joined(earned, elapsed))


@figure(of=Project, reads=(planned_begin, planned_duration, spi_t), unit="weeks", label="IEAC(t)",
        also="IEACt, estimated duration, forecast duration, weeks in the end, how long it will take")
def ieac_t(rows: Rows) -> Value:
    """PD / SPI(t): how many weeks it will have taken at the pace so far."""
    begin, length, pace = rows[planned_begin], rows[planned_duration], rows[spi_t]
    if begin.number is None or length.number is None or pace.number is None:
        return unknown("", begin, length, pace)
    if not pace.number:
        return Value(None, "nothing is earned yet")
    weeks = length.number / pace.number
    until = day_after(begin.number, weeks)
    return Value(weeks, f"planned {_said(length)} weeks / SPI(t) {rounded(pace.number, 3)}, so until {until:%-d %b %Y}", joined(length, pace))


@figure(of=Project, reads=(planned_duration, spi), unit="weeks", label="duration by SPI",
        also="time estimate at completion, TEAC, EAC(t), planned duration by SPI, time at completion")
def duration_spi(rows: Rows) -> Value:
    """PD / SPI, the older way: towards the end it forgets how late a project is, for SPI comes to 1; IEAC(t) does not."""
    length, pace = rows[planned_duration], rows[spi]
    if length.number is None or pace.number is None:
        return unknown("", length, pace)
    if not pace.number:
        return Value(None, "nothing is earned yet")
    return Value(length.number / pace.number, f"planned {_said(length)} weeks / SPI {rounded(pace.number, 3)}; late in a project IEAC(t) says more",
                 joined(length, pace))


@figure(of=Project, reads=(planned_duration, es, actual_time), unit="ratio", label="TSPI", also="to-complete schedule performance index")
def tspi(rows: Rows) -> Value:
    """(PD - ES) / (PD - AT): how fast the rest must go to be in time; negative once the time is over."""
    length, earned, elapsed = rows[planned_duration], rows[es], rows[actual_time]
    if length.number is None or earned.number is None or elapsed.number is None:
        return unknown("", length, earned, elapsed)
    left, time = length.number - earned.number, length.number - elapsed.number
    if not time:
        return Value(None, "the planned time is over to the day")
    over = "; the planned time is over, so it cannot be kept" if time < 0 and left else ""
    return Value(left / time, f"weeks of work left {rounded(left, 1)} / weeks left {rounded(time, 1)}{over}", joined(length, earned, elapsed))


FURTHEST = 36525                                    # days ahead that are still called a date


@dataclass(frozen=True)
class PlanInForce:
    """The plan in force: what it is called, where it is known from, and its spans."""
    called: str
    keys: tuple[str, ...]
    spans: Sequence[Span]
    total: Decimal
    first: date
    last: date

    @property
    def weeks(self) -> Decimal:
        return _weeks(self.first, self.last)

    @property
    def curve(self) -> Curve:
        return planned_value(self.spans, self.first, self.last)

    def day(self, week: Decimal) -> date:
        return self.first + timedelta(days=int(week * WEEK) - 1)


def plan_in_force(rows: Rows) -> PlanInForce | str:
    """The plan in force, or why there is none."""
    in_force = next(agreed(rows), None)
    if in_force:
        spans: Sequence[Span] = list(in_force.spans.values())
        called, rests_on = in_force.called, in_force.keys
    else:
        work = rows.once(Task, weigh)
        spans, called, rests_on = work.spans, "the plan of the tasks", work.keys
    if not spans:
        return "there is no task"
    total, ends = summed(Counter(weight for _, _, weight in spans)), [end for _, end, _ in spans if end]
    if summed(Counter(weight for _, end, weight in spans if end)) < LEAST_DATED * total:
        return f"most of {called} has no due date"
    return PlanInForce(called, rests_on, spans, total, min(_first(start, end) for start, end, _ in spans if end), max(ends))


def planned_value(spans: Iterable[Span], first: date, last: date) -> Curve:
    """The work planned by the end of each week; what rises evenly is kept as what it rises by a day, so that no task is looked at twice."""
    rises: dict[int, Decimal] = defaultdict(Decimal)
    for (start, end, weight), n in Counter(spans).items():
        if end is not None:
            begins = _first(start, end)
            a_day = exact(weight) * n / ((end - begins).days + 1)
            rises[begins.toordinal()] += a_day
            rises[end.toordinal() + 1] -= a_day
    curve, rise, amount = [(Decimal(0), Decimal(0))], Decimal(0), Decimal(0)
    for day in range(first.toordinal(), last.toordinal() + 1):
        rise += rises.get(day, Decimal(0))
        amount += rise
        if (day - first.toordinal() + 1) % WEEK == 0 or day == last.toordinal():
            curve.append((_weeks(first, date.fromordinal(day)), amount))
    return curve


def earned_schedule(curve: Curve, earned: Decimal) -> Decimal:
    """The time by which as much was planned as is earned."""
    (before, below), (after, above) = around(curve, earned)
    return after if earned >= above else before + (after - before) * (earned - below) / (above - below)


def around(curve: Curve, earned: Decimal) -> tuple[tuple[Decimal, Decimal], tuple[Decimal, Decimal]]:
    """The last point of a curve that is earned, and the next; at its end the last two."""
    return next((pair for pair in pairwise(curve) if pair[1][1] > earned + NOTHING), (curve[-2], curve[-1]))


NOTHING = Decimal("1e-18")                          # what dividing loses


def _first(start: date | None, end: date) -> date:
    return min(start or end, end)


def _weeks(first: date, last: date) -> Decimal:
    return Decimal((last - first).days + 1) / WEEK


def day_after(begin: Decimal, weeks: Decimal) -> date:
    """The last day of so many weeks from a first day on; a day that has begun counts."""
    days = min(ceil(weeks * WEEK - NOTHING), FURTHEST)
    return date.fromordinal(min(int(begin) + max(days, 1) - 1, date.max.toordinal()))


def _said(value: Value) -> str:
    return rounded(value.number or Decimal(0), 1)
