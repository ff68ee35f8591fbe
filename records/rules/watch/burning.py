"""Burning: at the spending of the last weeks the money is gone before the project is."""
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from records.figures.base import Rows, Value, joined, rounded
from records.figures.earned_value import ac, bac, eac
from records.figures.progress import progress
from records.kinds import CostEntry, Project
from records.rules.base import Finding, Threat, Thresholds, rule

LOOKS_BACK = timedelta(weeks=8)
LEAST_BOOKED = 3                                # entries; fewer make no rate
WEEK = 7


@rule("cost", reads=(bac, ac, progress, eac), needs={Project: ("key", "name", "phase", "start", "finish"), CostEntry: ("key", "type", "on", "amount")},
      clause="A budget that the spending of the last weeks will not keep is said before it is gone.")
def burning(rows: Rows, thresholds: Thresholds) -> Iterator[Finding]:
    (project,), budget, spent, done = rows[Project], rows[bac], rows[ac], rows[progress]
    late = [c for c in rows[CostEntry] if c.type == "actual" and rows.today - LOOKS_BACK < c.on <= rows.today]
    if project.phase != "in delivery" or project.finish is None or project.finish <= rows.today or len(late) < LEAST_BOOKED:
        return
    if not budget.number or spent.number is None or spent.number > budget.number:
        return
    weekly = sum((c.amount for c in late), Decimal(0)) / (LOOKS_BACK.days // WEEK)
    end = spent.number + weekly * max(Decimal((project.finish - rows.today).days) / WEEK, _weeks_at_pace(project, done.number, rows.today))
    ahead = done.number is None or 100 * spent.number / budget.number > done.number      # money that ran ahead of the work
    if ahead and end > budget.number * (1 + thresholds.overrun_amber / 100):
        over = end - budget.number
        gone = rows.today + timedelta(days=int((budget.number - spent.number) / weekly * WEEK))
        said = (f"{rounded(weekly)} a week were spent over eight weeks; until the work is done that comes to {rounded(end)} of "
                f"{rounded(budget.number)}. The budget would be gone on {gone:%-d %b %Y}.{_beside(rows[eac], budget.number)}")
        yield Finding("amber", said, (*joined(budget), *(c.key for c in late)), threat=Threat(
            project.key, f"Spending runs at {rounded(weekly)} a week, ahead of the work done.", f"The budget of {project.name} is gone before its end",
            f"About {rounded(over)} are missing at the end.", "cost", 4, 4 if over > budget.number / 5 else 3,
            "Agree what is left out, or ask for money by a change request now.", cost=over))


def _beside(forecast: Value, budget: Decimal) -> str:
    """Why the cost forecast of the status says otherwise, where it keeps the budget, and when which of the two is to be believed."""
    if forecast.number is None or forecast.number > budget:
        return ""
    return (f" The EAC of {rounded(forecast.number)} keeps the budget, as it holds what is spent against the work done and not against time: believe it if "
            "those weeks' bills were for work done or will not come again, else this.")


def _weeks_at_pace(project: Project, done: Decimal | None, today: date) -> Decimal:
    """The weeks that the rest of the work takes at the pace it had since the project began."""
    if not done or project.start is None or project.start >= today:
        return Decimal(0)
    return Decimal((today - project.start).days) / WEEK * (100 - done) / done
