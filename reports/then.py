"""A project as it was at the beginning of a period, for what moved since: the records of then, judged by the figures and rules of now."""
from datetime import date, datetime
from typing import cast

from records.computing import Book
from records.kinds import Project


def as_it_was(book: Book, project: Project, day: date) -> tuple[Book, Project] | None:
    """The book and the project of the end of a day; nothing where the project was not there yet, or the day is yet to come."""
    if (day.date() if isinstance(day, datetime) else day) > book.today:
        return None
    old = book.then(Project, day)
    was = next((p for p in old.records if p.key == project.key), None)
    return None if was is None else (old, cast("Project", was))
