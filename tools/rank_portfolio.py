"""Projects in order of what they are worth."""
from decimal import Decimal
from typing import Annotated, Literal

from records.figures.base import Figure, display
from records.figures.benefits import benefit_forecast
from records.figures.business_case import bcr, npv, roi
from records.figures.risks import top_risk
from records.figures.strategy import strategic_fit
from reports.blocks import Table, Text
from reports.portfolio import visible
from tools.base import Result, Words, tool
from tools.desk import Desk

By = Literal["value for money", "NPV", "ROI", "strategic fit", "benefits", "risk"]
FIGURES: dict[str, Figure] = {"value for money": bcr, "NPV": npv, "ROI": roi, "strategic fit": strategic_fit, "benefits": benefit_forecast, "risk": top_risk}
BESIDE = (npv, strategic_fit)
SAID = Words(NPV="npv, net present value", ROI="roi, return on investment, return", benefits="benefits, biggest benefit",
             risk="risk, riskiest, risky, dangerous",
             **{"strategic fit": "strategic fit, fit, fits, strategy, strategic", "value for money": "value for money, per euro, per dollar, bang, bcr"})


@tool("which project gives most value for its money?", "rank the projects by NPV", "which project fits our strategy best?",
      "which projects are worth the most?", "prioritise our projects", "which project is the riskiest?", "which project should we fund first?",
      "where do we get most for our money?", "best value project", "compare the projects by value", "which project is the least worth?",
      "rank our projects", "best return", "which project has the highest NPV?", "which project has the best return on investment?",
      "which project is the best investment?", "which project brings the most benefits?", "order the projects by strategic fit",
      "rank the projects by risk", "most bang for the buck", "where should we invest?", "which project should we stop?",
      "which project pays off most?", "if we could do only one project, which one?", "which project is the most valuable?", "ranking of the projects",
      "which project delivers the best value per euro?", sign="Ranking the projects", past=True)
def rank_portfolio(desk: Desk, by: Annotated[By, SAID] = "value for money") -> Result:
    """Rank every project the asker may see by one measure, with how each number came about. For how they all do use portfolio_summary."""
    figure = FIGURES[by]
    projects = visible(desk.reader)
    book = desk.book(*projects)
    known = sorted((p for p in projects if book.value(p, figure).number is not None), key=lambda p: -(book.value(p, figure).number or Decimal(0)))
    if not known:
        why = book.value(projects[0], figure).how if projects else "there is no project that you may see"
        return Result((Text(f"I cannot rank them by {by}: {why}."),))
    beside = tuple(f for f in BESIDE if f is not figure)
    rows = tuple((str(n), p.key, p.name, display(figure, book.value(p, figure), p.currency), book.value(p, figure).how,
                  *(display(f, v, p.currency) if (v := book.value(p, f)).number is not None else "–" for f in beside)) for n, p in enumerate(known, 1))
    left = [f"{p.name} ({book.value(p, figure).how})" for p in projects if p not in known]
    note = f"Not ranked: {'; '.join(left)}." if left else ""
    first = f"{known[0].name} comes first by {by}: {display(figure, book.value(known[0], figure), known[0].currency)}, {book.value(known[0], figure).how}."
    if len(known) > 1:
        first += f" {known[-1].name} comes last: {display(figure, book.value(known[-1], figure), known[-1].currency)}."
    head = ("rank", "project", "name", figure.title, "how", *(f.title for f in beside))
    return Result((Text(first), Table(f"{len(known)} projects by {by}", head, rows, tuple(p.key for p in known), note)))
