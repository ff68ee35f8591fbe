"""What the chances of a project come to: the days and the costs that half and four fifths of the simulated courses keep, and the wanted finish.

Links and estimates alone would promise too much. So half of the courses end no sooner than people's hours and the pace so far come to, each by the hours
that are in it, and none ends before an open milestone that is foreseen later.
"""
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from math import inf

from records.figures.base import Needs, Part, Rows, Value, counted, figure, joined, keys, on, rounded, unknown, whole
from records.figures.earned_value import eac
from records.figures.schedule.activities import Plan
from records.figures.schedule.axis import DAY, day_ending, end_of
from records.figures.schedule.critical import NO_LINK, from_plan
from records.figures.schedule.expected import OUTLOOK, Method, carried, expected_finish, of_days
from records.figures.schedule.model import COSTS, ESTIMATES, RISKS, costing, delaying, estimated, names, of_cost, of_time, priced
from records.figures.schedule.network import Dates
from records.figures.schedule.pace import pace_finish
from records.figures.schedule.risk import RUNS, TRACED, Outcome, share_by, simulated, within
from records.kinds import Person, Project, Risk, Task

TIMES: Needs = {**OUTLOOK, Task: (*OUTLOOK[Task], *(n for n in ESTIMATES if n not in OUTLOOK[Task])), Risk: (*RISKS, "days_impact")}
HALF, MOST = 0.5, 0.8
NEVER: Mapping[str, float] = {}
FINEST = 1000                            # what is drawn is exact to less than a thousandth of a day
DRAWN = Part("how a course is drawn", "each uncertain task between its optimistic and its pessimistic hours (triangular), each risk by its probability; "
                                      "its days come after the last task")
NOTHING_DRAWN = "no open task has an optimistic or pessimistic estimate beside its hours, and no open risk {}, so nothing varies"


@figure(of=Project, needs=TIMES, reads=(expected_finish, pace_finish), unit="date", label="finish P50",
        also="P50, P50 finish, P50 date, likely finish, median finish, even chance of finishing")
def finish_p50(rows: Rows) -> Value:
    """The first day by which half of the simulated courses are finished."""
    return _finish(rows, HALF)


@figure(of=Project, needs=TIMES, reads=(expected_finish, pace_finish), unit="date", label="finish P80",
        also="P80, P80 finish, P80 date, safe finish, finish with 80 % confidence, confident finish")
def finish_p80(rows: Rows) -> Value:
    """The first day by which four of five simulated courses are finished."""
    return _finish(rows, MOST)


@figure(of=Project, needs=TIMES, reads=(expected_finish, pace_finish), unit="%", label="chance in time",
        also="chance of finishing in time, chance that finishes in time, chance that will finish in time, how sure is that date, how sure is the date, "
             "how certain is that date, probability of the wanted finish, likelihood in time", is_over_days=True)
def chance_in_time(rows: Rows) -> Value:
    """The share of the simulated courses that keep the wanted finish, or the last of the days that are asked for."""
    return from_plan(rows, lambda plan, dates: _chance(rows, plan, dates))


@figure(of=Project, needs=TIMES, reads=(pace_finish,), unit="%", label="criticality index",
        also="criticality, criticality of tasks, criticality of the tasks, critical in how many runs, how often critical")
def criticality(rows: Rows) -> Value:
    """In which share of the simulated courses the task that is critical most often has no float; behind it every task that ever is."""
    return from_plan(rows, lambda plan, dates: _criticality(rows, plan, dates))


@figure(of=Project, needs=COSTS, reads=(eac,), unit="money", label="cost P50", also="P50 cost, likely cost, median cost")
def cost_p50(rows: Rows) -> Value:
    """What half of the simulated courses do not exceed: the EAC and what estimates and risks add to it."""
    return _cost(rows, HALF)


@figure(of=Project, needs=COSTS, reads=(eac,), unit="money", label="cost P80", also="P80 cost, safe cost, cost with 80 % confidence")
def cost_p80(rows: Rows) -> Value:
    """What four of five simulated courses do not exceed."""
    return _cost(rows, MOST)


def _finish(rows: Rows, share: float) -> Value:
    return from_plan(rows, lambda plan, dates: _by(rows, plan, dates, share))


def _by(rows: Rows, plan: Plan, dates: Dates, share: float) -> Value:
    if why := _certain(rows, plan):
        return Value(None, why)
    outlook = _outlook(rows, plan, dates)
    day = _day(plan, within(outlook.outcome.ends, share))
    parts = tuple(Part(f"P{round(100 * s)}", f"{_day(plan, within(outlook.outcome.ends, s)):%-d %b %Y}") for s in (0.1, HALF, MOST, 0.9))
    said = f"{round(100 * share)} % of {_courses(rows, plan)} are finished by then; {outlook.said}"
    return Value(on(day), said, outlook.receipt, (*parts, *_drivers(rows, plan, outlook.outcome), DRAWN))


def _chance(rows: Rows, plan: Plan, dates: Dates) -> Value:
    wanted = rows.over.last if rows.over else day_ending(plan.wanted) if plan.wanted is not None else None
    if wanted is None:
        return Value(None, "the project has no wanted finish")
    if why := _certain(rows, plan):
        return Value(None, why)
    outlook = _outlook(rows, plan, dates)
    kept = round(share_by(outlook.outcome.ends, _until(plan, wanted) + 1 / FINEST) * RUNS)
    said = f"{kept:,} of {_courses(rows, plan)} are finished by {'' if rows.over else 'the wanted finish '}{wanted:%-d %b %Y}; {outlook.said}"
    return Value(Decimal(kept) * 100 / RUNS, said, outlook.receipt, (*_drivers(rows, plan, outlook.outcome), DRAWN))


def _criticality(rows: Rows, plan: Plan, dates: Dates) -> Value:
    if why := _certain(rows, plan):
        return Value(None, why)
    outlook, titles = _outlook(rows, plan, dates), names(plan.of)
    ever = [(key, share) for key, share in outlook.outcome.critical if key in titles and share]
    if not ever:
        return Value(None, NO_LINK)
    most = ever[0]
    said = (f"“{titles[most[0]]}” lies on the critical path so often, of {TRACED:,} courses; {len(ever)} of "
            f"{counted(len(titles), 'open activity', 'open activities')} ever do; by {plan.calendar}{plan.left_out}")
    return Value(_percent(most[1]), said, outlook.receipt, tuple(Part(titles[key], f"{_often(share)} of the courses", key) for key, share in ever))


@dataclass(frozen=True)
class _Outlook:
    """What was simulated, in words too, and what it rests on."""
    outcome: Outcome
    said: str
    receipt: tuple[str, ...]


def _outlook(rows: Rows, plan: Plan, dates: Dates) -> _Outlook:
    """The courses of the network, half of which end their work no sooner than hours and pace say, and none before the last milestone or due day."""
    latest, last = carried(rows), max(of_days(rows), key=lambda m: m.day or date.min, default=None)
    aim = _until(plan, latest.day) if latest and latest.day else 0.0
    least = _until(plan, plan.axis.worked(last.day)) if last and last.day else -inf
    outcome = simulated(replace(of_time(plan, dates, rows[Risk]), aim=aim, least=least))
    said = (*_bounds(latest, dates), *([f"none before {last.day:%-d %b %Y}: {last.why}"] if last else []))
    receipt = dict.fromkeys((*plan.receipt, *(latest.receipt if latest else ()), *(last.receipt if last else ()), *keys(delaying(rows[Risk]))))
    return _Outlook(outcome, f"{'; '.join(said)}, by {plan.calendar}{plan.left_out}{_thin(plan)}", tuple(receipt))


def _bounds(latest: Method | None, dates: Dates) -> Iterator[str]:
    yield f"by the links alone {day_ending(dates.end):%-d %b %Y}"
    if latest and latest.day and latest.day > day_ending(dates.end):
        yield f"half no sooner than {latest.day:%-d %b %Y}, by {latest.by}"


def _thin(plan: Plan) -> str:
    """That few tasks vary, where few do: the courses then lie closer together than they will in truth."""
    vary, every = len(estimated(plan)), len(plan.tasks)
    few = "no open task varies" if not vary else f"only {vary} of {counted(every, 'open task')} {'varies' if vary == 1 else 'vary'}"
    return f"; {few}, so the true range is wider" if vary * 2 < every else ""


def _until(plan: Plan, day: date) -> float:
    """Days of work from today to the end of a day."""
    return (plan.axis.position(end_of(day)) - plan.axis.position(plan.today)) / DAY


def _cost(rows: Rows, share: float) -> Value:
    base = rows[eac]
    if base.number is None:
        return unknown("", base)
    tasks, risks = priced(rows[Task], rows[Person]), costing(rows[Risk])
    if not tasks and not risks:
        return Value(None, NOTHING_DRAWN.format("a cost") + "; hours cost something where their owner has a rate")
    outcome = simulated(of_cost(rows[Task], rows[Person], rows[Risk]))
    owners = [p for p in rows[Person] if p.id in {t.owner_id for t in tasks}]
    added = Decimal(str(within(outcome.costs, share))).quantize(Decimal("0.01"))
    of = f"{counted(len(tasks), 'uncertain task')} with a rate, {counted(len(risks), 'risk')}"
    courses = f"{round(100 * share)} % of {RUNS:,} courses stay within it ({of})"
    said = f"EAC {whole(base.number)} {'+' if added >= 0 else '−'} {whole(abs(added))}: {courses}"
    parts = tuple(Part(f"P{round(100 * s)}", whole(base.number + Decimal(str(within(outcome.costs, s))))) for s in (0.1, HALF, MOST, 0.9))
    receipt = (*joined(base), *keys(tasks, owners, risks))
    return Value(base.number + added, said, tuple(dict.fromkeys(receipt)), (*parts, *_ranked(outcome, names(tasks, risks)), DRAWN))


def _certain(rows: Rows, plan: Plan) -> str:
    """Why nothing is drawn, if nothing is."""
    if not plan.is_linked:
        return NO_LINK
    return "" if estimated(plan) or delaying(rows[Risk]) else NOTHING_DRAWN.format("a delay")


def _courses(rows: Rows, plan: Plan) -> str:
    return f"{RUNS:,} courses ({counted(len(estimated(plan)), 'uncertain task')}, {counted(len(delaying(rows[Risk])), 'risk')})"


def _day(plan: Plan, days: float) -> date:
    position = plan.axis.position(plan.today) + round(round(days * FINEST) * DAY / FINEST)
    return day_ending(max(plan.axis.finish(position), plan.today + 1))


def _drivers(rows: Rows, plan: Plan, outcome: Outcome) -> tuple[Part, ...]:
    return _ranked(outcome, names(plan.of, rows[Risk]), dict(outcome.critical))


def _ranked(outcome: Outcome, titles: dict[str, str], critical: Mapping[str, float] = NEVER) -> tuple[Part, ...]:
    return tuple(Part(titles.get(key, key), f"rank correlation {rounded(Decimal(str(r)), 2)} with the result"
                      + (f", {_often(critical[key])}" if key in critical else ""), key) for key, r in outcome.drivers)


def _often(share: float) -> str:
    return f"on the critical path in {rounded(_percent(share))} %"


def _percent(share: float) -> Decimal:
    return 100 * Decimal(str(round(share, 6)))
