"""Projects in order of what they are worth, and why one stands where it does."""
from collections.abc import Sequence
from itertools import pairwise
from typing import Annotated, Literal

from records.computing import Book
from records.figures.base import Figure, counted, display, rounded
from records.figures.benefits import benefit_forecast
from records.figures.business_case import bcr, npv, roi
from records.figures.portfolio.weighing import points, swaps, weights
from records.figures.risks import top_risk
from records.figures.scoring import board_score, wsjf
from records.figures.strategy import strategic_fit
from records.figures.worth import npv_ahead
from records.kinds import Driver, Project
from records.kinds.base import split
from records.kinds.project import ENDED
from records.query import Query
from reports.beside import beside
from reports.blocks import Block, Table, Text
from reports.portfolio import ranked, unranked, visible
from reports.telling import day
from tools.base import Result, Without, Words, tool
from tools.desk import Desk

By = Literal["value for money", "NPV", "ROI", "strategic fit", "benefits", "risk", "score", "WSJF"]
FIGURES: dict[str, Figure] = {"value for money": bcr, "NPV": npv, "ROI": roi, "strategic fit": strategic_fit, "benefits": benefit_forecast, "risk": top_risk,
                              "score": board_score, "WSJF": wsjf}
BESIDE = (npv, strategic_fit)
FEW = 2                              # weights that are named, of those that would change an order
SAID = Words(NPV="npv, net present value", ROI="roi, return on investment, return", benefits="benefits, biggest benefit",
             risk="risk, riskiest, risky, dangerous, worry, worried, safest",
             score="score, scores, board, weight, weights, weighted, driver, drivers, priority, priorities",
             WSJF="wsjf, shortest job first, cost of delay",
             **{"strategic fit": "strategic fit, fit, fits, strategy, strategic", "value for money": "value for money, per euro, per dollar, bang, bcr"})
End = Literal["top", "bottom"]
ENDS = Words(top="top", bottom="stop, kill, weakest, worst, least, lowest, cancel, drop, give up, safest, can wait, from the bottom, bottom")
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


@tool("which project gives most value for its money?", "rank the projects by NPV", "which project fits our strategy best?",
      "which projects are worth the most?", "prioritise our projects", "which project is the riskiest?", "which project should we fund first?",
      "where do we get most for our money?", "best value project", "compare the projects by value", "compare Apollo and Gemini",
      "compare Apollo with Gemini by NPV",
      "which project is the least worth?",
      "rank our projects", "prioritise our portfolio", "best return", "which project has the highest NPV?", "which project has the best return on investment?",
      "which project is the best investment?", "which project brings the most benefits?", "order the projects by strategic fit",
      "rank the projects by risk", "most bang for the buck", "where should we invest?", "which project deserves more money?", "projects by value",
      "which project should we stop?",
      "which project pays off most?", "if we could do only one project, which one?", "which project is the most valuable?", "ranking of the projects",
      "which project delivers the best value per euro?", "why is Apollo ranked third?", "why does Apollo come before Gemini?", "rank the projects by score",
      "what puts Apollo at the top of the ranking?", "order the projects by WSJF", "rank the projects by the board's weights",
      "which weight would change the ranking?", "why is Apollo so low in the ranking?", "is it better to do Apollo or Gemini?",
      "should we rather do Apollo or Gemini?",
      "which project would you kill first?", "where is our money best spent?", "sort the projects by return",
      "line the projects up by strategic fit", "which project gives us the most for the money?", "what are our best projects?",
      "which project is the weakest?", "which projects bring in the most?", "which project can wait?", "which project comes first?",
      "rank them by NPV", "what would Apollo need to move up in the list?", "how could Apollo climb in the ranking?",
      sign="Ranking the projects", past=True)
def rank_portfolio(desk: Desk, by: Annotated[By, SAID] = "value for money", project: Project | None = None, other: Project | None = None,
                   end: Annotated[End, ENDS] = "top", without: Without = "") -> Result:
    """Rank the projects by one measure, with how each number came about; end "bottom" tells the last ones first. project: why it stands where
    it does, and what would move it; other: beside which one it is put, figure by figure.
    For how they do use portfolio_summary, for which to do together select_portfolio."""
    out = {desk.named(Project, name).key for name in split(without)}
    projects = [p for p in visible(desk.reader) if p.key not in out]
    book, drivers = desk.book(*projects), desk.reader.find(Query(Driver, limit=None))
    known = ranked(book, FIGURES[by])
    if not known:
        why = unranked(book, projects[0], FIGURES[by]) if projects else "there is no project that you may see"
        return Result((Text(f"I cannot rank them by {by}: {why}."),))
    if project is None or project.key in out:
        left = (Text(f"Left out: {', '.join(sorted(out))}."),) if out else ()
        return Result((*left, *_ranking(book, known, [p for p in projects if p not in known], by, drivers, end)))
    if other is not None and other.key != project.key:
        return Result((*beside(desk.book(project, other), (project, other)), *(b for p in (project, other) for b in _place(book, known, p, by, drivers)[:1])))
    also: tuple[By, ...] = ("score",) if by == "value for money" and book.value(project, board_score).number is not None else ()
    return Result(tuple(block for each in (by, *also) for block in _place(book, ranked(book, FIGURES[each]), project, each, drivers)))


def _ranking(book: Book, known: Sequence[Project], unknown: Sequence[Project], by: By, drivers: Sequence[Driver], end: End) -> list[Block]:
    figure, places = FIGURES[by], list(enumerate(known, 1))[::1 if end == "top" else -1]
    beside = tuple(f for f in BESIDE if f is not figure)
    rows = tuple((str(n), p.key, p.name, _shown(book, p, figure), book.value(p, figure).how,
                  *(display(f, v, p.currency) if (v := book.value(p, f)).number is not None else "–" for f in beside)) for n, p in places)
    left = [f"{p.name} ({unranked(book, p, figure)})" for p in unknown]
    note = f"Not ranked: {'; '.join(left)}." if left else ""
    first = f"{known[0].name} comes first by {by}: {_shown(book, known[0], figure)}, {book.value(known[0], figure).how}."
    if len(known) > 1:
        last = f"{known[-1].name} comes last{{by}}: {_shown(book, known[-1], figure)}{{how}}."
        first = (f"{first} {last.format(by='', how='')}" if end == "top" else
                 f"{last.format(by=f' by {by}', how=f', {book.value(known[-1], figure).how}')} {known[0].name} comes first: {_shown(book, known[0], figure)}.")
    first = f"{first[:-1]}, as of {day(book.today)}." + (_ahead(book, known) if end == "bottom" else "")
    head = ("rank", "project", "name", figure.title, "how", *(f.title for f in beside))
    table = Table(f"{counted(len(known), 'project')} by {by}", head, rows, tuple(p.key for _, p in places), note)
    return [Text(first), table, *([Text(f"The closest: {_swap(book, *_closest(book, known), drivers)}")] if by == "score" and len(known) > 1 else [])]


def _ahead(book: Book, known: Sequence[Project]) -> str:
    """Whether stopping would save or lose money from today on, as what is spent is spent."""
    worth = {p: n for p in known if p.phase not in ENDED and (n := book.value(p, npv_ahead).number) is not None}
    if not worth:
        return ""
    lost = [f"{p.name} {_shown(book, p, npv_ahead)}" for p in sorted(worth, key=lambda p: worth[p]) if worth[p] < 0]
    if not lost:
        return " From today on, what is spent left out (NPV ahead), every open one is still worth more than it costs."
    return f" From today on, what is spent left out (NPV ahead), {'only ' if len(lost) == 1 else ''}{' and '.join(lost)} would lose money if it went on."


def _place(book: Book, known: Sequence[Project], project: Project, by: By, drivers: Sequence[Driver]) -> list[Block]:
    """Where one project stands, what put it there, how far its neighbours are, and which weight would move it."""
    figure, keys = FIGURES[by], [p.key for p in known]
    value = book.value(project, figure)
    if project.key not in keys:
        return [Text(f"{project.name} is not ranked by {by}: {unranked(book, project, figure)}.")]
    at = keys.index(project.key)
    place = ORDINALS[at] if at < len(ORDINALS) else f"number {at + 1}"
    said = [f"{project.name} is {place} of {len(known)} by {by}: {_shown(book, project, figure)}, {value.how}."]
    if at > 0:
        said.append(f"{known[at - 1].name} is just ahead with {_shown(book, known[at - 1], figure)}.")
    if at + 1 < len(known):
        said.append(f"{known[at + 1].name} follows with {_shown(book, known[at + 1], figure)}.")
    pairs = [(known[n], known[n + 1]) for n in (at - 1, at) if n >= 0 and n + 1 < len(known)]
    moved = [swap for above, below in pairs if by == "score" and (swap := _swap(book, above, below, drivers))]
    table = Table(f"What put {project.name} there", ("driver", "points"), tuple((p.label, p.said) for p in value.parts)) if value.parts else None
    return [Text(" ".join((*said, *moved))), *([table] if table else [])]


def _closest(book: Book, known: Sequence[Project]) -> tuple[Project, Project]:
    """The two neighbours whose scores lie nearest to each other."""
    return min(pairwise(known), key=lambda two: (book.value(two[0], board_score).number or 0) - (book.value(two[1], board_score).number or 0))


def _swap(book: Book, above: Project, below: Project, drivers: Sequence[Driver]) -> str:
    """At which weight two neighbours would change places."""
    by = weights(drivers)
    first, second = (points(p, book.value(p, bcr).number) for p in (above, below))
    if first.keys() & by.keys() != second.keys() & by.keys():
        return f"{below.name} and {above.name} are not scored on the same drivers, so no weight is said to move them."
    found = [f"that of “{name}” {'rose' if weight > by[name] else 'fell'} from {rounded(by[name], 1)} to {rounded(weight, 1)}"
             for name, weight in list(swaps(first, second, by))[:FEW]]
    return f"{below.name} would pass {above.name} if, of the weights, {' or '.join(found)}." if found else \
        f"No single weight would bring {below.name} before {above.name}."


def _shown(book: Book, project: Project, figure: Figure) -> str:
    return display(figure, book.value(project, figure), project.currency)
