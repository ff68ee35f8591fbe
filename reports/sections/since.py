"""Since the last report: the verdicts, figures and dates that moved, each with what it was and what it is."""
from collections.abc import Iterator, Sequence
from dataclasses import replace

from language.dates import Period
from records.computing import Book
from records.figures.base import Figure, counted, display
from records.figures.benefits import benefit_forecast, benefit_realised
from records.figures.business_case import npv
from records.figures.earned_value import ac, bac, cpi, eac
from records.figures.progress import progress
from records.figures.risks import risk_exposure
from records.figures.schedule.expected import expected_finish
from records.figures.scope import scope_added, scope_removed
from records.figures.work import overdue
from records.kinds import Milestone, Project
from records.query import Query, Where
from records.verdicts import delivery, value
from reports.blocks import Block, Table, Text
from reports.looking import beginning
from reports.looking import said as said_of
from reports.sections.base import section
from reports.telling import NONE, day, short
from reports.then import as_it_was

DRIFTS = ((expected_finish, "its finish moved", "its finish moved"), (eac, "its EAC rose by", "its EAC fell by"),
          (npv, "its NPV rose by", "its NPV fell by"))
FIGURES = (expected_finish, eac, npv, benefit_forecast, risk_exposure, progress, overdue, cpi, ac, bac, scope_added, scope_removed, benefit_realised)
Row = tuple[str, str, str, str]                     # what, then, now, the key behind it


@section("since", "Since then")
def since(book: Book, project: Project, period: Period) -> list[Block]:
    return moved_since(book, project, period, FIGURES)


def moved_since(book: Book, project: Project, period: Period, figures: Sequence[Figure]) -> list[Block]:
    """What moved of the dates, the verdicts and these figures."""
    then = as_it_was(book, project, beginning(period))
    if then is None:
        return []
    moved = [*_verdicts(book, project, *then), *_figures(book, project, *then, figures), *_milestones(book, project, *then)]
    if not moved:
        return [Text(f"Nothing has moved since {said_of(period)}: verdicts, dates, money and risks are as they were.")]
    return [*_news(book, project, *then, period, figures),
            Table(f"Moved since {said_of(period)}: {len(moved)}", ("what", "then", "now"), tuple(row[:3] for row in moved), tuple(row[3] for row in moved))]


def _news(book: Book, project: Project, old: Book, was: Project, period: Period, figures: Sequence[Figure]) -> Iterator[Text]:
    """What matters most of it in a sentence: the verdict, the finish, the cost and the worth."""
    stood, stands = delivery(old, was).word, delivery(book, project).word
    told = [f"went from {stood} to {stands}"] if stood != stands else []
    for figure, more, less in (drift for drift in DRIFTS if drift[0] in figures):
        before, now = old.value(was, figure), book.value(project, figure)
        if before.number is None or now.number is None or round(before.number) == round(now.number):
            continue
        apart = now.number - before.number
        said = counted(int(abs(apart)), "day") if figure is expected_finish else display(figure, replace(now, number=abs(apart)), project.currency)
        told.append(f"{more if apart > 0 else less} {said}{'' if figure is not expected_finish else ' later' if apart > 0 else ' earlier'}")
    if told:
        told[0] = told[0].replace("its ", f"{project.name}’s ", 1) if told[0].startswith("its ") else f"{project.name} {told[0]}"
        yield Text(f"Since {said_of(period)} {', '.join(told[:-1])}{' and ' if told[1:] else ''}{told[-1]}.")


def _verdicts(book: Book, project: Project, old: Book, was: Project) -> Iterator[Row]:
    for asked, judge in (("delivered well?", delivery), ("still worth it?", value)):
        before, now = judge(old, was), judge(book, project)
        if before.word != now.word:
            yield asked, before.word, now.word, project.key
    if was.declared_colour != project.declared_colour:
        yield "declared colour", was.declared_colour, project.declared_colour, project.key


def _figures(book: Book, project: Project, old: Book, was: Project, figures: Sequence[Figure]) -> Iterator[Row]:
    for figure in figures:
        before, now = short(old, was, figure), short(book, project, figure)
        if now not in (before, NONE):
            yield figure.head, before, now, project.key


def _milestones(book: Book, project: Project, old: Book, was: Project) -> Iterator[Row]:
    before = {m.key: m for m in old.reader.find(Query(Milestone, (Where("project_id", "is", was.id),), limit=None))}
    for m in book.reader.find(Query(Milestone, (Where("project_id", "is", project.id),), sort="planned", limit=None)):
        now = f"reached {day(m.actual)}" if m.actual else day(m.forecast or m.planned)
        last = before.get(m.key)
        said = "not there" if last is None else f"reached {day(last.actual)}" if last.actual else day(last.forecast or last.planned)
        if said != now:
            yield f"milestone {m.title}", said, now, m.key
