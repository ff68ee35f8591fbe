"""The benefit ramp: what was promised month by month, what is expected now, and what has come."""
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal

from records.computing import Book
from records.figures.benefits import benefit_expected, elapsed, expected_now, signed
from records.kinds import Benefit, Project
from records.query import Query, Where
from reports.blocks import Chart
from reports.charts.base import amount, chart
from reports.pictures import Curve, Lines
from reports.telling import day


@chart("benefit_ramp")
def benefit_ramp(book: Book, project: Project) -> Chart | None:
    if book.unseen(benefit_expected):
        return None
    found = book.reader.find(Query(Benefit, (Where("project_id", "is", project.id),), limit=None))
    own = [b for b in found if b.expected and b.start and b.end]
    if not own:
        return None
    first, last = min(b.start for b in own if b.start), max(b.end for b in own if b.end)
    months = _months(first, last)
    promised, now = _ramp(own, months, lambda b: b.expected), _ramp(own, months, expected_now)
    come = _realised(book, own, first)
    curves = [Curve("promised", promised, "plan", f"promised {amount(promised[-1][1], '')}"),
              Curve("expected now", now, "forecast", f"expected {amount(now[-1][1], '')}")]
    if come:
        curves.append(Curve("realised", come, "done", f"realised {amount(come[-1][1], '')}"))
    got = come[-1][1] if come else 0
    alt = (f"{promised[-1][1]:,.0f} {project.currency} promised by {day(last)}, {now[-1][1]:,.0f} expected now; "
           f"{got:,.0f} realised by {day(book.today)}.")
    return Chart(f"Benefits promised, expected and realised, in {project.currency}", alt, Lines(project.currency, tuple(curves), (), book.today),
                 tuple(b.key for b in own))


def _months(first: date, last: date) -> list[date]:
    """The first day, the firsts of the months between, and the last."""
    between, at = [], date(first.year + first.month // 12, first.month % 12 + 1, 1)
    while at < last:
        between.append(at)
        at = date(at.year + at.month // 12, at.month % 12 + 1, 1)
    return [first, *between, last]


def _ramp(own: Sequence[Benefit], months: Sequence[date], of: Callable[[Benefit], Decimal]) -> tuple[tuple[date, float], ...]:
    return tuple((on, float(sum((signed(b, of(b)) * elapsed(b.start, b.end, on) for b in own), Decimal(0)))) for on in months)


def _realised(book: Book, own: Sequence[Benefit], first: date) -> tuple[tuple[date, float], ...]:
    """What had come by each day on which it was noted, as the log has it."""
    steps: list[tuple[date, float]] = []
    for b in own:
        for event in book.reader.history(Benefit, b.id or 0, limit=500):
            if "realised" in event.after:
                before = Decimal(str(event.before.get("realised") or 0))
                steps.append((event.at.date(), float(signed(b, Decimal(str(event.after["realised"] or 0))) - signed(b, before))))
    total, points = 0.0, [(min(first, *(on for on, _ in steps)), 0.0)] if steps else []
    for on, more in sorted(steps):
        points.append((on, total))
        total += more
        points.append((on, total))
    return (*points, (max(book.today, points[-1][0]), total)) if steps and total else ()
