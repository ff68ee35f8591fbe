"""A project as it was at the beginning of a period, for what moved since: the records of then, judged by the figures and rules of now."""
from datetime import UTC, date, datetime, time

from records.computing import Book
from records.kinds import Project
from records.query import Query, Where


def as_it_was(book: Book, project: Project, day: date) -> tuple[Book, Project] | None:
    """The book and the project of the end of a day; nothing where the project was not there yet."""
    reader = book.reader.at(datetime.combine(day, time.max, UTC))
    if not reader.latest_position():
        return None
    then = reader.find(Query(Project, (Where("key", "is", project.key),), limit=1))
    return (Book(reader, then, day), then[0]) if then else None
