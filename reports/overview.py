"""The portfolio on a page, for executives: the news, the two-by-two, money, value, strategy, capacity, risks, decisions, and what moved."""
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import cast

from language.dates import Period
from records.computing import Book
from records.figures.allocation import hours_allocated, hours_available, overallocated_weeks, utilisation_ahead
from records.figures.base import amount, called, counted
from records.figures.benefits import benefit_expected, benefit_forecast, benefit_realised
from records.figures.budget import overrun
from records.figures.business_case import npv, npv_approved
from records.figures.earned_value import ac, bac, eac
from records.figures.risks import risk_exposure
from records.kinds import Person, Project
from records.kinds.project import ENDED
from records.query import Query
from records.rules import HEALTH
from records.verdicts import delivery, value
from reports.blocks import Block, Fact, Heading, Table, Text
from reports.charts.two_by_two import absent, two_by_two
from reports.fitting import Part, fitted, shortened
from reports.formats.base import Report
from reports.looking import beginning, said
from reports.portfolio import compact, money, portfolio, worst_first
from reports.telling import NONE, day, short
from reports.totals import HEAD as SETS
from reports.totals import lacking, totals

CAPACITY = (hours_available, hours_allocated, utilisation_ahead, overallocated_weeks)
MOVED = (eac, npv)
MONEY = (bac, ac, eac, risk_exposure)
VALUE = (benefit_expected, benefit_forecast, benefit_realised, npv_approved, npv)
MOST = 8
MOST_COMPARED = 60              # projects that are looked at as they were: reading the past of thousands takes too long for a page
ONE, LONGER = 1.03, 2           # pages, as one alone has nothing that could not be broken; where pages do not end
LISTED = 12                     # projects, on a page
RECEIPTS = "Receipts"
BEHIND, MOST_TOLD = (overrun, npv, eac, benefit_forecast), 20
WANTED = ("", "Decisions wanted", "Money", "Value", "Projects", "Moved", "Top risks", "Capacity", "Strategy", RECEIPTS)      # the most wanted first
ON_TAP = "Left out to keep it to a page: {parts}. Ask for any of them."


def overview(book: Book, period: Period, made: datetime, title: str = "Portfolio", *, fit: bool = False, is_part: bool = False) -> Report:
    """The set of projects is that of the book, fixed first, so that all counts agree. `is_part`: chosen among others.

    `fit`: shortened to a page, and to more where pages do not end.
    """
    with book.undisturbed():
        return _overview(book, period, made, title, fit=fit, is_part=is_part)


def _overview(book: Book, period: Period, made: datetime, title: str, *, fit: bool, is_part: bool) -> Report:
    projects = cast("Sequence[Project]", book.records)
    book.prepare(*HEALTH, *MOVED, *MONEY, *VALUE)
    whole = portfolio(book, is_part=is_part)
    lead, chart = whole[:1], two_by_two(book, projects)
    told: dict[str, Sequence[Block]] = {
        "": [*(_and(b, absent(book, projects)) for b in lead), *([chart] if chart else [])],
        "Projects": [compact(book, projects)],
        "Decisions wanted": [b for b in whole if isinstance(b, Table) and b.title.startswith("Decisions")], "Moved": [*_moved(book, projects, period)],
        "Money": money(book, projects, MONEY),
        "Value": [*_worth(book, projects)],
        "Capacity": [*_capacity(book)], "Top risks": [b for b in portfolio(book, "risks") if isinstance(b, Table)],
        "Strategy": [b for b in portfolio(book, "strategy", is_part=is_part) if b not in lead],           # last, as what has no heading would stand below its
        RECEIPTS: [] if fit else [*_receipts(book, projects)]}
    parts = [Part(name, name, tuple(blocks), WANTED.index(name), sure=name == "Decisions wanted") for name, blocks in told.items() if blocks]
    blocks, longer = (_paper(parts, ONE), _paper(parts, LONGER)) if fit else (_laid(parts), ())
    says = f"{counted(len(projects), 'project')} · {day(period.first)} – {day(period.last)} · as of {made:%a %-d %b %Y %H:%M} {made.tzname() or 'UTC'}"
    return Report(title, says, blocks, made, longer=longer)


def _paper(parts: Sequence[Part], pages: float) -> tuple[Block, ...]:
    """What so many pages hold; every project has its line, or the worst have."""
    titled = [_untitled(replace(p, rank=0, blocks=shortened(p.blocks, LISTED, 0)) if p.name == "Projects" else p) for p in parts]
    kept, _ = fitted(titled, pages)
    missing = [p.name for p in parts if p.name not in {k.name for k in kept}]
    return (*_laid(kept), *([Text(ON_TAP.format(parts=", ".join(missing)))] if missing else []))


def _laid(parts: Sequence[Part]) -> tuple[Block, ...]:
    return tuple(block for part in parts for block in (*([Heading(part.title)] if part.title else []), *part.blocks) if not isinstance(block, Fact))


def _and(lead: Block, more: str) -> Block:
    return Text(f"{lead.text} {more}".strip()) if isinstance(lead, Text) else lead


def _untitled(part: Part) -> Part:
    """A part whose tables say what it is of needs no heading, where room is scarce."""
    return replace(part, title="") if all(isinstance(b, Table) for b in part.blocks) else part


def _worth(book: Book, projects: Sequence[Project]) -> Iterator[Table]:
    """What was promised and what is expected now, of the same projects."""
    rows = tuple(totals(book, projects, VALUE, "in all"))
    if any(cell != NONE for row in rows for cell in row[len(SETS):]):
        yield Table(f"Value of {counted(len(projects), 'project')}", (*SETS, *(f.title for f in VALUE)), rows, note=lacking(book, projects, VALUE))


def _receipts(book: Book, projects: Sequence[Project]) -> Iterator[Table]:
    """How the figures of the projects came about, those of the worst first: what a page is too short for."""
    rows = [(p.name, called(f, v), amount(f, v, p.currency), v.how, p.key) for p in worst_first(book, projects)[:MOST_TOLD]
            for f in BEHIND if (v := book.value(p, f)).number is not None]
    if rows:
        left = f"Of the first {MOST_TOLD} projects." if len(projects) > MOST_TOLD else ""
        yield Table("How each figure came about", ("project", "figure", "value", "how"), tuple(row[:4] for row in rows), tuple(row[4] for row in rows), left)


def _moved(book: Book, projects: Sequence[Project], period: Period) -> Iterator[Block]:
    """Whose verdicts or cost moved since the beginning of the period."""
    largest = sorted((p for p in projects if p.phase not in ENDED), key=lambda p: (-(book.value(p, bac).number or 0), p.key))[:MOST_COMPARED]
    old = Book(book.reader, largest, book.today).prepare(*MOVED, *HEALTH).then(Project, beginning(period))
    was = {p.key: cast("Project", p) for p in old.records}
    if not was:
        return
    rows = [(p.key, row) for p in worst_first(book, projects) if p in largest and (row := _changed(book, p, old, was.get(p.key)))]
    of = f"the {len(largest)} largest projects" if len(largest) == MOST_COMPARED else counted(len(largest), "open project")
    if rows:
        head = ("project", "delivered well?", "still worth it?", *(f.title for f in MOVED))
        yield Table(f"Moved since {said(period)}: {len(rows)} of {of}", head, tuple(row for _, row in rows), tuple(key for key, _ in rows))
    else:
        yield Text(f"No verdict or cost of {of} has moved since {said(period)}.")


def _changed(book: Book, project: Project, old: Book, was: Project | None) -> tuple[str, ...] | None:
    """What moved of a project, then and now; nothing of one that stands as it stood."""
    if was is None:
        return (project.name, "new", "new", *("–" for _ in MOVED))
    verdicts = [(judge(old, was).word, judge(book, project).word) for judge in (delivery, value)]
    figures = [(short(old, was, f), short(book, project, f)) for f in MOVED]
    moved = tuple(f"{then} → {now}" if now not in (then, NONE) else "–" for then, now in (*verdicts, *figures))
    return (project.name, *moved) if any(m != "–" for m in moved) else None


def _capacity(book: Book) -> Iterator[Table]:
    """The people who are asked for more than they have in the weeks ahead, the busiest first."""
    people = book.reader.find(Query(Person, limit=None))
    of = Book(book.reader, people, book.today).beside(book).prepare(*CAPACITY)
    weeks = {p.key: n for p in people if (n := of.value(p, overallocated_weeks).number)}
    over = sorted((p for p in people if p.key in weeks), key=lambda p: (-weeks[p.key], p.name))
    if over:
        rows = tuple((p.name, p.job or "–", *(short(of, p, f) for f in CAPACITY)) for p in over[:MOST])
        title = f"Over their hours in the weeks ahead: {len(over)} of {counted(len(people), 'person', 'people')}"
        yield Table(title, ("person", "role", *(f.title for f in CAPACITY)), rows,
                    tuple(p.key for p in over[:MOST]))
