"""What to leave out where money must be saved: the projects whose end would save it and give up the least of what is still ahead."""
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
import re

from records.computing import Book
from records.figures.base import whole
from records.figures.portfolio.selecting import choose
from records.kinds import Project
from reports.blocks import Block, Table, Text
from tools.desk.selecting.candidates import gathered, money_of, names
from tools.desk.selecting.wish import Wish

SAVES = re.compile(r"\b(?:(?:to|must|should|could|can|we|they) (?:save|cut|free(?: up)?|find|release)|saving|savings of|sav(?:es|ed)|"
                   r"cut(?:ting)? (?:\w+ ){0,3}by|reduce\b.*\bby)\b(?! (?:the |this |it |as )*scenario)", re.I)
HEAD = ("stop or keep", "project", "name", "still to be spent", "NPV ahead")


def saved(book: Book, projects: Sequence[Project], wanted: Wish) -> Iterator[Block]:
    """The projects to stop so that an amount is saved, by the NPV ahead that is given up, with what each would save."""
    (period, amount), = wanted.budgets[:1]
    field = gathered(book, projects, replace(wanted, measure="NPV"))
    total = sum((money_of(c) for c in field.candidates), Decimal(0))
    left = _left_out(field.unknown, {p.key: p.name for p in projects})
    if amount > total:
        yield Text(f"That cannot be saved: all open projects together still need {whole(total)} {field.currency}. {left}".strip())
        return
    limits = gathered(book, projects, replace(wanted, measure="NPV", budgets=((period, total - amount),))).limits
    found = choose(field.candidates, limits)
    if found is None:
        yield Text(f"That cannot be done: what must be done leaves less than {whole(amount)} {field.currency} to save. {left}".strip())
        return
    out = [c for c in field.candidates if c.key not in found.keys]
    saving, lost = (sum((of(c) for c in out), Decimal(0)) for of in (money_of, lambda c: c.worth))
    gives = f"gives up {whole(lost)}" if lost > 0 else f"even gains {whole(-lost)}" if lost < 0 else "gives up nothing"
    stopped = names([c.key for c in out], field.projects)
    yield Text(f"To save {whole(amount)} {field.currency}, the least is lost by stopping {stopped}: that saves {whole(saving)} "
               f"still to be spent and {gives} of NPV ahead, in which what is spent is left out. What is spent already is not saved.")
    order = sorted(field.candidates, key=lambda c: (c.key in found.keys, c.worth, c.key))
    rows = tuple(("keep" if c.key in found.keys else "stop", c.key, field.projects[c.key].name, f"{whole(money_of(c))} {field.currency}",
                  f"{whole(c.worth)} {field.currency}") for c in order)
    yield Table("What stopping would save and give up", HEAD, rows, tuple(c.key for c in order), left)


def _left_out(unknown: Mapping[str, str], named: Mapping[str, str]) -> str:
    return f"Not compared: {'; '.join(f'{named[k]} ({why})' for k, why in unknown.items())}." if unknown else ""
