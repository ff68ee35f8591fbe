"""What a steering committee is likely to ask, each with the answer that the records give: only questions that have one."""
from collections.abc import Iterator

from language.dates import Period
from records.computing import Book
from records.figures.base import display
from records.figures.benefits import benefit_expected, benefit_forecast, drift
from records.figures.budget import overrun
from records.figures.business_case import npv, npv_approved
from records.figures.confidence import confidence
from records.figures.earned_value import bac, cpi, eac
from records.figures.schedule.expected import expected_finish
from records.figures.scope import scope_added
from records.kinds import Issue, Project, Risk
from records.kinds.project import ENDED
from records.query import Query, Where
from records.verdicts import delivery, is_flattered
from reports.blocks import Block, Table
from reports.deciding import decisions_wanted
from reports.sections.base import section
from reports.telling import day, facts, finish_told, person

FIGURES = (expected_finish, eac, cpi, npv, confidence)
FEW = 2
Row = tuple[str, str, str]                       # question, answer, the record behind it


@section("questions", "Likely questions")
def questions(book: Book, project: Project, period: Period) -> list[Block]:  # noqa: ARG001 - as it stands today
    rows = list(likely(book, project))
    title = f"Likely questions: {len(rows)}, with what the records say"
    table = Table(title, ("question", "answer"), tuple(row[:2] for row in rows), tuple(row[2] for row in rows))
    return [table, *facts(book, project, FIGURES)] if rows else []


def likely(book: Book, project: Project) -> Iterator[Row]:
    """Each question with its answer and the record behind it."""
    for told in (_declared, _finish, _cost, _scope, _worth, _risk, _issue, _undecided, _trust):
        yield from told(book, project)


def _declared(book: Book, project: Project) -> Iterator[Row]:
    delivered = delivery(book, project)
    if is_flattered(project, delivered):
        because = " ".join(found.says for _, found in delivered.because[:FEW])
        yield f"Why is it declared {project.declared_colour} when the records say {delivered.tone}?", because, project.key


def _finish(book: Book, project: Project) -> Iterator[Row]:
    if project.phase not in ENDED and book.value(project, expected_finish).number is not None:
        yield "When will it be finished, and how sure is that?", finish_told(book, project), project.key


def _cost(book: Book, project: Project) -> Iterator[Row]:
    in_the_end, budget, over, index = (book.value(project, f) for f in (eac, bac, overrun, cpi))
    if in_the_end.number is None or budget.number is None or over.number is None:
        return
    spends = f" Each {project.currency} spent has earned {display(cpi, index)} of planned work." if index.number is not None else ""
    apart = f"{display(overrun, over, project.currency)} over" if over.number > 0 else "within"
    said = f"{display(eac, in_the_end, project.currency)}, {apart} its budget of {display(bac, budget, project.currency)} ({in_the_end.how}).{spends}"
    yield "What will it cost in the end?", said, project.key


def _scope(book: Book, project: Project) -> Iterator[Row]:
    grown = book.value(project, scope_added)
    if grown.number:
        yield "Has the scope grown?", f"Yes: {grown.how}.", next(iter(grown.keys), project.key)


def _worth(book: Book, project: Project) -> Iterator[Row]:
    now, then, promised, expected, apart = (book.value(project, f) for f in (npv, npv_approved, benefit_expected, benefit_forecast, drift))
    said = []
    if now.number is not None and then.number is not None:
        said.append(f"The NPV was approved at {display(npv_approved, then, project.currency)} and is {display(npv, now, project.currency)} now.")
    if promised.number is not None and expected.number is not None:
        said.append(f"Of {display(benefit_expected, promised, project.currency)} promised {display(benefit_forecast, expected, project.currency)} is expected"
                    + (f", a drift of {display(drift, apart)}." if apart.number is not None else "."))
    if said:
        yield "Is it still worth it?", " ".join(said), project.key


def _risk(book: Book, project: Project) -> Iterator[Row]:
    live = (Where("project_id", "is", project.id), Where("status", "not", "closed"), Where("type", "is", "threat"))
    for r in book.reader.find(Query(Risk, live, sort="-score", limit=1)):
        answer = f" What is done: {r.response.rstrip('.')}." if r.response else " No response is agreed yet."
        yield "What could go wrong next?", f"“{r.title}” ({r.key}) scores {r.score} of 25; {person(book, r.owner_id)} minds it.{answer}", r.key


def _issue(book: Book, project: Project) -> Iterator[Row]:
    grave = (Where("project_id", "is", project.id), Where("severity", "is", "critical"), Where("status", "not in", ("resolved", "closed")))
    for i in book.reader.find(Query(Issue, grave, sort="due", limit=1)):
        yield "What stops us now?", f"“{i.title}” ({i.key}), critical and {i.status}; {person(book, i.owner_id)} is on it, due {day(i.due)}.", i.key


def _undecided(book: Book, project: Project) -> Iterator[Row]:
    for w in [w for w in decisions_wanted(book.reader, (project,), book.today) if w.without][:1]:
        by = f" by {day(w.by)}" if w.by else ""
        yield f"What if “{w.decision}” is not decided{by}?", w.without, w.key


def _trust(book: Book, project: Project) -> Iterator[Row]:
    trust = book.value(project, confidence)
    if trust.number is not None:
        first = f" First to mend: {trust.parts[0].label} ({trust.parts[0].said})." if trust.parts else ""
        yield "How far can these numbers be trusted?", f"Data confidence is {display(confidence, trust)}, {trust.how}.{first}", project.key
