"""Value: what was promised, what is expected now, what has come, and what the business case is worth then and now."""
from collections.abc import Iterator

from language.dates import Period
from records.computing import Book
from records.figures.base import display, rounded
from records.figures.benefits import benefit_due, benefit_expected, benefit_forecast, benefit_realised, drift, expected_now, realisation
from records.figures.business_case import bcr, npv, npv_approved, payback, roi
from records.kinds import Benefit, Objective, Project
from records.query import Query, Where
from reports.blocks import Block, Table, Text
from reports.charts.benefit_ramp import benefit_ramp
from reports.sections.base import section
from reports.telling import day, facts, person

FIGURES = (benefit_expected, benefit_forecast, drift, benefit_due, benefit_realised, realisation, npv_approved, npv, roi, bcr, payback)

MOST_TOLD = 4                            # benefits, each in a sentence


@section("value", "Value", charts=(benefit_ramp,))
def value(book: Book, project: Project, period: Period) -> list[Block]:  # noqa: ARG001
    return [*_come(book, project), *_served(book, project)]


def _come(book: Book, project: Project) -> list[Block]:
    """What has come of what was promised and what the business case is worth, each where it is known, in as many sentences."""
    promised, due, come, now = (book.value(project, f).number for f in (benefit_expected, benefit_due, benefit_realised, benefit_forecast))
    said = []
    if due and come is not None:
        said.append(f"So far {rounded(come)} {project.currency} has come of {rounded(due)} due by now ({rounded(100 * come / due)} %).")
    if promised is not None:
        said.append(f"Of the {rounded(promised)} {project.currency} promised, {rounded(now)} is now expected in the end." if now is not None else
                    f"{rounded(promised)} {project.currency} was promised; no benefit has been forecast anew.")
    return [Text(" ".join((*said, *_worth(book, project))))] if said or book.value(project, npv).number is not None else []


def _worth(book: Book, project: Project) -> Iterator[str]:
    """The net present value with that of the approved case, and the payback."""
    worth, then, back = (book.value(project, f) for f in (npv, npv_approved, payback))
    if worth.number is None:
        return
    was = "as approved" if then.number == worth.number else f"{rounded(then.number)} as approved" if then.number is not None else ""
    paid = f", paid back after {display(payback, back)}" if back.number is not None else f"; {back.how}"
    yield f"The NPV is {display(npv, worth, project.currency)}{f', {was}' if was else ''}{paid}."


def _of_one(book: Book, project: Project, benefit: Benefit) -> str:
    """What has come of one benefit and what is expected of it now, beside what was promised; "" where that may not be seen."""
    if not {"expected", "forecast", "realised"} <= set(book.reader.columns(Benefit)) or not benefit.expected:
        return ""
    now = expected_now(benefit)
    apart = rounded(abs(benefit.expected - now))
    reach = "as promised" if apart == "0" else f"{apart} {'short of' if now < benefit.expected else 'more than'} the promise"
    return (f"“{benefit.title}” ({benefit.key}): {rounded(benefit.realised)} {project.currency} has come of {rounded(benefit.expected)} promised; "
            f"{rounded(now)} is expected now, {reach}.")


def _served(book: Book, project: Project) -> list[Block]:
    goal = book.reader.labels(Objective).get(project.objective_id) if project.objective_id else None
    serves = Text(f"It serves the objective “{goal}”." if goal else "It serves no strategic objective.")
    found = book.reader.find(Query(Benefit, (Where("project_id", "is", project.id),), limit=None))
    rows = tuple((b.key, b.title, person(book, b.owner_id), b.status, day(b.review)) for b in found)
    each = [Text(" ".join(said))] if len(found) <= MOST_TOLD and (said := [line for b in found if (line := _of_one(book, project, b))]) else []
    benefits = [Table("Benefits", ("benefit", "title", "owner", "status", "next measured"), rows, tuple(b.key for b in found))] if rows else []
    return [*each, serves, *facts(book, project, FIGURES), *benefits]
