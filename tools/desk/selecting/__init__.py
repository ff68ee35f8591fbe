"""Choosing projects to do together: from words to a choice with its reasons."""
from collections.abc import Mapping, Sequence

from records.computing import Book
from records.figures.portfolio.selecting import Chosen, choose
from records.kinds import Project
from records.kinds.project import ENDED
from records.query import Query, Where
from records.reading import Reader
from tools.desk import naming
from tools.desk.selecting.candidates import Field, amount, gathered, money_of, names
from tools.desk.selecting.reasons import impossible, why
from tools.desk.selecting.saving import SAVES, saved
from tools.desk.selecting.wish import Wish, read

__all__ = ["SAVES", "Chosen", "Field", "Wish", "amount", "asked", "chosen", "impossible", "money_of", "names", "open_projects", "saved", "why"]


def asked(book: Book, words: str, measure: str = "") -> Wish:
    """What is asked for; the measure that a tool was called with holds where the words name none."""
    found = read(words, book.today, _names(book.reader))
    return found if found.measure or not measure else Wish(found.budgets, found.period, found.must, found.without, measure, found.currency)


def chosen(book: Book, projects: Sequence[Project], wish: Wish) -> tuple[Field, Chosen | None]:
    """The field and the best choice in it, or None where what must be done does not fit."""
    field = gathered(book, projects, wish)
    return field, choose(field.candidates, field.limits)


def open_projects(reader: Reader) -> tuple[Project, ...]:
    return tuple(reader.find(Query(Project, (Where("phase", "not in", ENDED),), limit=None)))


def _names(reader: Reader) -> Mapping[str, str]:
    keys = {row.key: row.key for row in reader.find(Query(Project, fields=("id", "key"), limit=None))}
    return keys | naming.names(reader, Project)
