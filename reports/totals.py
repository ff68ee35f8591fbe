"""Sums over projects that can be compared: a row says of which projects it is, and all sums in a row are of the same ones."""
from collections.abc import Iterator, Sequence
from decimal import Decimal

from records.computing import Book
from records.figures.base import Figure, counted, rounded
from records.kinds import Project
from reports.telling import NONE, few

HEAD = ("currency", "projects")
COMPLETE = "{} fully known"
MOST_NAMED = 5


def totals(book: Book, projects: Sequence[Project], figures: Sequence[Figure], word: str) -> Iterator[tuple[str, ...]]:
    """By currency a row of sums over all of them; where a figure is known of some only, one more over those of which all are. `word`: “open”, “in all”."""
    for currency in sorted({p.currency for p in projects}):
        own = [p for p in projects if p.currency == currency]
        some = [f for f in figures if _sum(book, own, f) is not None]
        sure = [p for p in own if all(book.value(p, f).number is not None for f in some)]
        if len(sure) == len(own) or not sure:
            yield (currency, f"{len(own)} {word}", *(total(book, own, f) for f in figures))
            continue
        yield (currency, f"{len(own)} {word}", *(_whole(book, own, f) for f in figures))
        yield (currency, COMPLETE.format(len(sure)), *(_whole(book, sure, f) for f in figures))


def lacking(book: Book, projects: Sequence[Project], figures: Sequence[Figure]) -> str:
    """Which projects are not in the rows of those with all figures."""
    some = [f for f in figures if any(book.value(p, f).number is not None for p in projects)]
    names = [p.name for p in projects if any(book.value(p, f).number is None for f in some)]
    return f"Not all figures are known of {few(names, MOST_NAMED)}." if names else ""


def total(book: Book, projects: Sequence[Project], figure: Figure) -> str:
    """The sum of a figure of projects of one currency, with of how many it is where not of all."""
    known = [n for p in projects if (n := book.value(p, figure).number) is not None]
    if not known:
        return NONE
    return rounded(sum(known, Decimal(0))) + ("" if len(known) == len(projects) else f" ({len(known)} of {counted(len(projects), 'project')})")


def _sum(book: Book, projects: Sequence[Project], figure: Figure) -> Decimal | None:
    known = [n for p in projects if (n := book.value(p, figure).number) is not None]
    return sum(known, Decimal(0)) if known else None


def _whole(book: Book, projects: Sequence[Project], figure: Figure) -> str:
    """The sum, where it is known of each."""
    return rounded(_sum(book, projects, figure) or Decimal(0)) if all(book.value(p, figure).number is not None for p in projects) else NONE
