"""Why a project is judged to be worth it or not: the verdict on its value, every finding behind it with its clause, and the figures it is judged by."""
from language.dates import Period
from records.computing import Book
from records.figures.benefits import benefit_expected, benefit_forecast, drift, realisation
from records.figures.business_case import npv, npv_approved
from records.figures.worth import npv_ahead
from records.kinds import Project
from records.verdicts import Verdict, value
from reports.blocks import Block, Text
from reports.sections.base import section
from reports.telling import because, facts

FIGURES = (npv, npv_approved, npv_ahead, benefit_expected, benefit_forecast, drift, realisation)
NOTHING_FIRED = "no rule on its benefits, its business case or the strategy finds anything"


@section("worth", "Why its value")
def worth(book: Book, project: Project, period: Period) -> list[Block]:  # noqa: ARG001 - a verdict is of today
    judged = value(book, project)
    return [Text(f"As to its value {project.name} is {judged.word}{_reasons(judged)}{f' {judged.note}' if judged.note else ''}"),
            *because(book, judged), *facts(book, project, FIGURES)]


def _reasons(judged: Verdict) -> str:
    """All reasons in the sentence, the worst first."""
    if judged.because:
        return ": " + " ".join(finding.says for _, finding in judged.because)
    return f": {NOTHING_FIRED}." if judged.tone == "green" else "."
