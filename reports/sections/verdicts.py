"""The two verdicts side by side, and the news in a sentence: delivered well? still worth it?"""
from language.dates import Period
from records.computing import Book
from records.figures.progress import progress
from records.kinds import Project
from records.verdicts import Verdict, delivery, value
from reports.blocks import Block, Text
from reports.sections.base import section
from reports.telling import card, day, person

ASKED = ("Delivered well?", "Still worth it?")


@section("verdicts")
def verdicts(book: Book, project: Project, period: Period) -> list[Block]:  # noqa: ARG001 - verdicts are of today
    delivered, worth = delivery(book, project), value(book, project)
    return [Text(lead(book, project, delivered)), card(ASKED[0], delivered), card(ASKED[1], worth)]


def lead(book: Book, project: Project, delivered: Verdict) -> str:
    """One sentence: how it stands and the worst reason, with what its manager declared where that differs."""
    done = book.value(project, progress)
    where = "" if done.number is None or delivered.tone == "plain" else f" at {done.number:.0f} % progress"
    led = f", led by {person(book, project.manager_id)}" if project.manager_id else ""
    until = f", due {day(project.finish)}" if project.finish and delivered.tone != "plain" else ""
    said = f"{project.name} is {delivered.word}{where}{until}{led}."
    if project.declared_colour not in ("not declared", delivered.tone) and delivered.tone != "plain":
        said += f" Its manager declares it {project.declared_colour}; the records say {delivered.tone}."
    return said
