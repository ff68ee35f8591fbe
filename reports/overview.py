"""The portfolio on a page, for executives: the news, the two-by-two, money, value, strategy, capacity, risks, decisions, and what moved."""
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import cast

from language.dates import Period
from records.computing import Book
from records.figures.allocation import hours_allocated, hours_available, overallocated_weeks, utilisation_ahead
from records.figures.base import Figure, counted
from records.figures.benefits import benefit_expected, benefit_forecast, benefit_realised
from records.figures.business_case import npv, npv_approved
from records.figures.earned_value import ac, bac, eac
from records.figures.risks import risk_exposure
from records.kinds import Person, Project
from records.kinds.project import ENDED
from records.query import Query
from records.rules import HEALTH
from records.verdicts import delivery, value
from reports.blocks import Block, Fact, Heading, Table, Text
from reports.charts.two_by_two import two_by_two
from reports.fitting import Part, fitted
from reports.formats.base import Report
from reports.looking import beginning, said
from reports.portfolio import portfolio, total
from reports.telling import NONE, day, short

CAPACITY = (hours_available, hours_allocated, utilisation_ahead, overallocated_weeks)
MOVED = (eac, npv)
MONEY = (bac, ac, eac, risk_exposure)
VALUE = (benefit_expected, benefit_forecast, benefit_realised, npv_approved, npv)
MOST = 8
MOST_COMPARED = 60              # projects that are looked at as they were: reading the past of thousands takes too long for a page
ONE = 1.03                      # page, as one alone has nothing that could not be broken
WANTED = ("", "Decisions wanted", "Money", "Value", "Projects", "Moved", "Top risks", "Capacity", "Strategy")      # the most wanted first
ON_TAP = "Left out to keep it to a page: {parts}. Ask for any of them."


def overview(book: Book, period: Period, made: datetime, title: str = "Portfolio", *, fit: bool = False, is_part: bool = False) -> Report:
    """The set of projects is that of the book, fixed first, so that all counts agree. `fit`: shortened to a page. `is_part`: chosen among others."""
    projects = cast("Sequence[Project]", book.records)
    book.prepare(*HEALTH, *MOVED, *MONEY, *VALUE)
    whole = portfolio(book, is_part=is_part)
    lead, chart = whole[:1], two_by_two(book, projects)
    live = [p for p in projects if p.phase not in ENDED]
    told: dict[str, Sequence[Block]] = {
        "": [*lead, *([chart] if chart else [])], "Projects": [b for b in whole[1:] if isinstance(b, Table) and b.title == counted(len(projects), "project")],
        "Decisions wanted": [b for b in whole if isinstance(b, Table) and b.title.startswith("Decisions")], "Moved": [*_moved(book, projects, period)],
        "Money": [*_totals(book, live, f"Money of {counted(len(live), 'open project')}", MONEY)],
        "Value": [*_totals(book, projects, f"Value of {counted(len(projects), 'project')}", VALUE)],
        "Strategy": [b for b in portfolio(book, "strategy", is_part=is_part) if b not in lead], "Capacity": [*_capacity(book)],
        "Top risks": [b for b in portfolio(book, "risks") if isinstance(b, Table)]}
    parts = [Part(name, name, tuple(blocks), WANTED.index(name)) for name, blocks in told.items() if blocks]
    parts, gone = fitted([_untitled(p) for p in parts], ONE) if fit else (parts, [])
    missing = [p for p in told if told[p] and p not in {k.name for k in parts}] if fit else gone
    end = (Text(ON_TAP.format(parts=", ".join(missing))),) if missing else ()
    blocks = tuple(block for part in parts for block in (*([Heading(part.title)] if part.title else []), *part.blocks) if not isinstance(block, Fact))
    says = f"{counted(len(projects), 'project')} · {day(period.first)} – {day(period.last)} · as of {made:%a %-d %b %Y %H:%M} {made.tzname() or 'UTC'}"
    return Report(title, says, (*blocks, *end), made)


def _untitled(part: Part) -> Part:
    """A part whose tables say what it is of needs no heading, where room is scarce."""
    return replace(part, title="") if all(isinstance(b, Table) for b in part.blocks) else part


def _totals(book: Book, projects: Sequence[Project], title: str, figures: Sequence[Figure]) -> Iterator[Table]:
    """Sums by currency; of how many projects, where not of all."""
    rows = tuple((currency, *(total(book, [p for p in projects if p.currency == currency], f) for f in figures))
                 for currency in sorted({p.currency for p in projects}))
    if any(cell != NONE for row in rows for cell in row[1:]):
        yield Table(title, ("currency", *(f.title for f in figures)), rows)


def _moved(book: Book, projects: Sequence[Project], period: Period) -> Iterator[Block]:
    """Whose verdicts or cost moved since the beginning of the period."""
    largest = sorted((p for p in projects if p.phase not in ENDED), key=lambda p: (-(book.value(p, bac).number or 0), p.key))[:MOST_COMPARED]
    old = Book(book.reader, largest, book.today).prepare(*MOVED, *HEALTH).then(Project, beginning(period))
    was = {p.key: cast("Project", p) for p in old.records}
    if not was:
        return
    rows = [row for p in projects if p in largest and (row := _changed(book, p, old, was.get(p.key)))]
    of = f"the {len(largest)} largest" if len(largest) == MOST_COMPARED else f"{len(largest)} open"
    if rows:
        head = ("project", "delivered well?", "still worth it?", *(f.title for f in MOVED))
        yield Table(f"Moved since {said(period)}: {len(rows)} of {of} projects", head, tuple(rows), tuple(row[0] for row in rows))
    else:
        yield Text(f"No verdict or cost of {of} projects has moved since {said(period)}.")


def _changed(book: Book, project: Project, old: Book, was: Project | None) -> tuple[str, ...] | None:
    """What moved of a project, then and now; nothing of one that stands as it stood."""
    if was is None:
        return (project.key, "new", "new", *("–" for _ in MOVED))
    verdicts = [(judge(old, was).word, judge(book, project).word) for judge in (delivery, value)]
    figures = [(short(old, was, f), short(book, project, f)) for f in MOVED]
    moved = tuple(f"{then} → {now}" if now not in (then, NONE) else "–" for then, now in (*verdicts, *figures))
    return (project.key, *moved) if any(m != "–" for m in moved) else None


def _capacity(book: Book) -> Iterator[Table]:
    """The people who are asked for more than they have in the weeks ahead, the busiest first."""
    people = book.reader.find(Query(Person, limit=None))
    of = Book(book.reader, people, book.today).beside(book).prepare(*CAPACITY)
    weeks = {p.key: n for p in people if (n := of.value(p, overallocated_weeks).number)}
    over = sorted((p for p in people if p.key in weeks), key=lambda p: (-weeks[p.key], p.name))
    if over:
        rows = tuple((p.name, p.job or "–", *(short(of, p, f) for f in CAPACITY)) for p in over[:MOST])
        yield Table(f"Over their hours in the weeks ahead: {len(over)} of {len(people)} people", ("person", "role", *(f.title for f in CAPACITY)), rows,
                    tuple(p.key for p in over[:MOST]))
