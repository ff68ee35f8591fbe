"""The whole status report of a project: for whom, over which time, in which order, with its pictures and the receipt of every figure."""
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Literal

from language.dates import Period
from records.computing import Book
from records.errors import BadInput
from records.figures import FIGURES
from records.figures.benefits import realisation
from records.figures.budget import overrun
from records.figures.business_case import npv
from records.figures.confidence import confidence, grade
from records.figures.earned_value import cpi
from records.figures.schedule.expected import expected_finish
from records.kinds import Gate, Milestone, Project
from records.query import Query, Where
from records.rules import COMPLIANCE, HEALTH
from records.verdicts import dimension
from reports.blocks import Block, Chart, Choices, Fact, Heading, Source, Sources, Table, Text
from reports.fitting import Part, fitted, shortened
from reports.formats.base import Report
from reports.sections import SECTIONS
from reports.sections.base import Section
from reports.sections.headline import headline
from reports.sections.verdicts import cards as verdict_cards
from reports.sections.verdicts import verdicts
from reports.seen import seen_at_once
from reports.telling import MOST_REASONS, NONE, day, facts, few, person
from reports.unpriced import is_priced, unpriced

Audience = Literal["project manager", "executive", "steering committee", "team", "client", "auditor"]
WHOLE = ("summary", "verdicts", "headline", "dimensions", "decisions", "since", "buckets", "work", "schedule", "cost", "spending", "resources", "quality",
         "risks", "issues", "changes", "people", "value", "agile", "data", "method")
CHOSEN: dict[Audience, tuple[str, ...]] = {
    "project manager": WHOLE, "auditor": (*WHOLE, "why"),
    "executive": ("summary", "verdicts", "headline", "decisions", "since"),
    "steering committee": ("summary", "agenda", "verdicts", "headline", "dimensions", "decisions", "since", "schedule", "cost", "spending", "risks", "changes",
                           "value", "questions"),
    "team": ("summary", "buckets", "work", "schedule", "issues", "quality", "agile"),
    "client": ("summary", "decisions", "since", "buckets", "work", "schedule", "quality", "changes")}
PAGES: dict[Audience, float] = {"project manager": 2, "executive": 0.82}     # what these readers take in; a screen is about so much of a page
LONGER = 20, 3                                          # rows of a table and charts of a part where no page ends
LOOKING = ("project manager", "executive", "steering committee", "auditor")   # who sees the pictures at once
LEADING = ("summary", "agenda", "verdicts", "headline", "dimensions")
# What a reader of few pages wants to keep, the most wanted first; of one not named here the order of the report holds.
WANTED = ("summary", "verdicts", "dimensions", "decisions", "headline", "since", "schedule", "cost", "value", "risks", "work", "issues", "changes", "agile",
          "resources", "quality", "spending", "people", "buckets", "data", "method")
SCREEN = frozenset(f.name for f in (expected_finish, overrun, cpi, npv, realisation))          # of the headline, what an executive's screen holds
ALWAYS = 3                                              # of these: they stay whole
MOST_KEYS = 6
MOST_CALM = 3                                           # figures in the one line of a section with nothing off plan
ON_TAP = "Left out to keep it short: {parts}. Ask for any of them by name."


def report(book: Book, project: Project, period: Period, made: datetime, *, audience: Audience = "project manager",  # noqa: PLR0913 - what a report is of
           names: Sequence[str] = (), fit: bool = False) -> Report:
    """The sections for an audience, or those asked for by name, in their order. Raises `BadInput` for a name that there is not.

    `fit`: shortened to as many pages as the audience takes in. What unfolds need not be.
    """
    known = {section.name: section for section in SECTIONS}
    if unknown := [name for name in names if name not in known]:
        raise BadInput(f"There is no section “{unknown[0]}”. There are {', '.join(known)}.")
    book.prepare(*FIGURES, *HEALTH, *COMPLIANCE)
    chosen = [known[name] for name in known if name in (names or CHOSEN[audience])]
    told = [(section, tuple(_told(book, project, period, section, audience, asked=bool(names)))) for section in chosen]
    if fit:
        told = [(section, tuple(b for b in blocks if not isinstance(b, Choices))) for section, blocks in told]         # paper knows no tap
    parts = [Part(section.name, section.title, blocks, _rank(section), sure=section.name == "decisions") for section, blocks in told if blocks]
    if fit and not names and audience in LOOKING:
        parts = _with_pictures(parts, seen_at_once(book, project))
    silent = [section.title for section, blocks in told if not blocks and section.title]
    is_short = fit and not names and audience in PAGES
    body, gone = _laid(parts, PAGES[audience] if is_short else None)
    longer = (*_longer(parts, body), *gone, _sources(project)) if is_short else ()
    end = [*gone]
    end += [Text(f"Left out, as the records say nothing of it that you may see: {', '.join(silent)}.")] if silent and (not fit or audience not in PAGES) else []
    is_checked = audience == "auditor" or (audience == "project manager" and not fit)          # the others have them behind each figure
    receipts = _receipts(body) if is_checked else ()
    return Report(f"{project.name}: status report", _says(book, project, period, made), (*body, *end, *receipts, _sources(project)), made, longer=longer)


def _laid(parts: Sequence[Part], pages: float | None) -> tuple[list[Block], list[Block]]:
    """What stands on so many pages, each part below its heading, and the line that names what had to go."""
    kept, gone = fitted(parts, pages) if pages else (parts, [])
    body: list[Block] = [block for part in kept for block in (*([Heading(part.title)] if part.title else []), *part.blocks)]
    return body, [Text(ON_TAP.format(parts=", ".join(filter(None, gone))))] if any(gone) else []


def _longer(parts: Sequence[Part], short: Sequence[Block]) -> Iterator[Block]:
    """The same parts with more rows and all pictures: a slide and a document need not end where a page does."""
    titles = {b.text for b in short if isinstance(b, Heading)}
    for part in parts:
        if part.title in titles or not part.title:
            yield from (*([Heading(part.title)] if part.title else []), *shortened(part.blocks, *LONGER))


def _with_pictures(parts: Sequence[Part], charts: Sequence[Chart]) -> list[Part]:
    """The pictures behind what is said of all, and no more where they would stand else."""
    rest = [replace(p, blocks=tuple(b for b in p.blocks if b not in charts)) for p in parts]
    after = max((n for n, p in enumerate(rest, 1) if p.name in LEADING), default=0)
    return [*rest[:after], *([Part("pictures", "", tuple(charts), 0)] if charts else []), *rest[after:]]


def _rank(section: Section) -> int:
    return max(0, WANTED.index(section.name) + 1 - ALWAYS) if section.name in WANTED else len(WANTED)


def _told(book: Book, project: Project, period: Period, section: Section, audience: Audience, *, asked: bool) -> Sequence[Block]:
    """What a section says; one line where nothing is off plan, unless it was asked for by name, and then its charts."""
    blocks = unpriced(book, project, period, section) if audience == "client" else section.run(book, project, period)
    if not blocks:
        return [Text(f"There is nothing about {(section.title or section.name).lower()} on {project.name} that you may see.")] if asked else []
    if not asked and section.area and dimension(book, project, section.area).tone == "green":
        calm = list(facts(book, project, [f for f in section.figures if audience != "client" or not is_priced(f)]))[:MOST_CALM]
        if calm:
            return [Text(f"Nothing off plan: {', '.join(f'{f.label} {f.display}' for f in calm)}.")]
    if section is verdicts:
        blocks = verdict_cards(book, project, 1 if audience == "executive" else MOST_REASONS)             # the summary has said it already
    if section is headline and audience == "executive":
        blocks = [b for b in blocks if isinstance(b, Fact) and b.slot.rpartition(".")[2] in SCREEN]
    return [*blocks, *(chart for drawn in section.charts if (chart := drawn.run(book, project)))]


def _says(book: Book, project: Project, period: Period, made: datetime) -> str:
    """The line below the title: who, which phase, the next gate, the time, the moment and how far the data can be trusted."""
    led = [f"{what} {person(book, who)}" for what, who in (("sponsor", project.sponsor_id), ("manager", project.manager_id)) if who]
    trust = book.value(project, confidence)
    parts = (project.key, project.phase, *led, *_next_gate(book, project), f"{day(period.first)} – {day(period.last)}",
             f"as of {made:%a %-d %b %Y %H:%M} {made.tzname() or 'UTC'}", *([f"data confidence {grade(trust.number)}"] if trust.number is not None else ()))
    return " · ".join(parts)


def _next_gate(book: Book, project: Project) -> Iterator[str]:
    own = Where("project_id", "is", project.id)
    gates = book.reader.find(Query(Gate, (own, Where("decision", "is", "not decided")), limit=None))
    milestones = book.reader.find(Query(Milestone, (own, Where("type", "is", "gate"), Where("actual", "empty")), limit=None))
    ahead: list[tuple[date, str]] = [*((g.finish, g.title) for g in gates if g.finish), *((m.forecast or m.planned, m.title) for m in milestones)]
    if ahead:
        on, title = min(ahead)
        yield f"next gate {title}, {day(on)}"


def _receipts(blocks: Sequence[Block]) -> Iterator[Block]:
    """Every figure once: how it came about and from which records."""
    found = list({b.slot: b for b in blocks if isinstance(b, Fact)}.values())
    if found:
        yield Heading("Receipts")
        yield Table("How each figure came about", ("figure", "value", "how", "records"),
                    tuple((f.label, f.display, f.how, few(f.keys, MOST_KEYS) or NONE) for f in found))


def _sources(project: Project) -> Sources:
    return Sources((Source("record", project.key, project.name),))
