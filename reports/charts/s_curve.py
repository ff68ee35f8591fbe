"""The S-curve: what was planned, is earned and was spent week by week, and between which ends the cost is expected to come out."""
from collections import deque
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal

from records.computing import Book
from records.figures.agreed import agreed
from records.figures.base import Rows
from records.figures.earned_schedule import WEEK, PlanInForce, es, plan_in_force
from records.figures.earned_value import ac, bac, eac, eac_atypical, eac_both, eac_bottom_up, ev, pv
from records.figures.progress import weigh
from records.figures.schedule.expected import expected_finish
from records.kinds import CostEntry, Project, Task
from records.query import Query, Where
from reports.blocks import Chart
from reports.charts.base import amount, chart
from reports.pictures import Band, Curve, Lines
from reports.telling import day

Points = tuple[tuple[date, float], ...]


@chart("s_curve")
def s_curve(book: Book, project: Project) -> Chart | None:
    budget, earned = book.value(project, bac).number, book.value(project, ev).number
    if budget is None or earned is None or book.unseen(es):
        return None
    rows = book.rows(project, es)
    plan = plan_in_force(rows)
    if isinstance(plan, str):
        return None
    scale = float(budget / plan.total)
    planned = tuple((plan.first + timedelta(days=int(week * WEEK)), float(work) * scale) for week, work in plan.curve)
    dated = amount(planned[-1][1], "")
    whole = "" if dated == amount(float(budget), "") else f" of {amount(float(budget), '')}"             # what has no date is on no day of the plan
    curves = [Curve("planned value", planned, "plan", f"planned {dated}{whole}"),
              Curve("earned value", _earned(rows, plan, scale, float(earned), book.today), "done", f"earned {amount(float(earned), '')}")]
    spent = _spent(book, project)
    if spent:
        curves.append(Curve("actual cost", spent, "spent", f"spent {amount(spent[-1][1], '')}"))
    forecast, bands = _expected(book, project)
    keys = tuple(dict.fromkeys((*book.value(project, pv).keys, *book.value(project, ac).keys)))
    picture = Lines(project.currency, (*curves, *forecast), bands, book.today)
    undated = f" The plan comes to {dated}{whole}, as the rest of the work has no date." if whole else ""
    return Chart(f"Planned, earned and spent, in {project.currency}", _alt(book, project) + undated, picture, keys)


def _earned(rows: Rows, plan: PlanInForce, scale: float, now: float, today: date) -> Points:
    """What was earned by the end of each week: each task grows evenly from its begin to its end, or to what it is by today, as the plan does."""
    of = next(agreed(rows), None)
    work = rows.once(Task, weigh)
    weights = {key: weight for key, (_, _, weight) in of.spans.items()} if of else {t.key: w for t, w in zip(work.tasks, work.weights, strict=True)}
    grown = [(begin, end, weights[t.key] * share * scale) for t in rows[Task] if t.key in weights for begin, end, share in _grown(t, today)]
    weeks = [plan.first + timedelta(days=week * WEEK) for week in range(1, (today - plan.first).days // WEEK + 1)]
    points = [(until, min(amount, now)) for until, amount in zip(weeks, _summed(grown, weeks), strict=True)]
    return ((plan.first, 0.0), *points, (max(today, plan.first), now))


def _summed(grown: Sequence[tuple[date, date, float]], weeks: Sequence[date]) -> Iterator[float]:
    """What had grown by the end of each week; what is over is added once, not looked at week by week."""
    waiting, running, over = deque(sorted(grown)), list[tuple[date, date, float]](), 0.0
    for until in weeks:
        while waiting and waiting[0][0] <= until:
            running.append(waiting.popleft())
        over += sum(amount for _, end, amount in running if end <= until)
        running = [each for each in running if each[1] > until]
        yield over + sum(amount * _part(begin, end, until) for begin, end, amount in running)


def _grown(task: Task, today: date) -> Iterator[tuple[date, date, float]]:
    """From when to when a task was worked on, and how much of it that did."""
    end = min(task.done_on or task.due or today, today) if task.status == "done" else today
    share = 1.0 if task.status == "done" else task.progress / 100
    if share:
        yield min(task.start or end, end), end, share


def _part(begin: date, end: date, until: date) -> float:
    return ((until - begin).days + 1) / ((end - begin).days + 1)


def _spent(book: Book, project: Project) -> Points:
    if "amount" not in book.reader.columns(CostEntry):
        return ()
    asked = (Where("project_id", "is", project.id), Where("type", "is", "actual"), Where("on", "at most", book.today))
    booked: Sequence[CostEntry] = book.reader.find(Query(CostEntry, asked, ("on", "amount"), sort="on", limit=None))
    total, points = Decimal(0), list[tuple[date, float]]()
    for entry in booked:
        total += entry.amount
        if points and points[-1][0] == entry.on:
            points.pop()
        points.append((entry.on, float(total)))
    return ((points[0][0], 0.0), *points, (max(book.today, points[-1][0]), float(total))) if points else ()


def _expected(book: Book, project: Project) -> tuple[tuple[Curve, ...], tuple[Band, ...]]:
    """From what is spent to the estimate at completion on the expected day, and how far the other methods lie apart."""
    shown, spent, finish = (book.value(project, f).number for f in (eac, ac, expected_finish))
    if shown is None or spent is None or finish is None or (end := date.fromordinal(int(finish))) <= book.today:
        return (), ()
    ways = [float(n) for f in (eac, eac_atypical, eac_both, eac_bottom_up) if (n := book.value(project, f).number) is not None]
    now = float(spent)
    line = Curve("estimate at completion", ((book.today, now), (end, float(shown))), "forecast", f"EAC {amount(float(shown), '')}")
    return (line,), (Band("range of the estimates", ((book.today, now, now), (end, min(ways), max(ways)))),)


def _alt(book: Book, project: Project) -> str:
    planned, earned, spent, end = (book.value(project, f).number for f in (pv, ev, ac, eac))
    said = [f"{name} {number:,.0f}" for name, number in (("planned", planned), ("earned", earned), ("spent", spent)) if number is not None]
    later = f"; {end:,.0f} is expected in the end" if end is not None else ""
    return f"By {day(book.today)} {', '.join(said)} {project.currency}{later}."
