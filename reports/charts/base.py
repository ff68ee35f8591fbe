"""What a chart is: a picture of one project's figures over a Book, or nothing where there is too little to look at."""
from collections.abc import Callable
from dataclasses import dataclass

from records.computing import Book
from records.kinds import Project
from reports.blocks import Chart

Draw = Callable[[Book, Project], Chart | None]


@dataclass(frozen=True)
class Drawn:
    name: str
    run: Draw


def chart(name: str) -> Callable[[Draw], Drawn]:
    def declare(run: Draw) -> Drawn:
        return Drawn(name, run)
    return declare


def amount(number: float, currency: str) -> str:
    """An amount as a label in a picture: whole, thousands apart."""
    return f"{number:,.0f}{' %' if currency == '%' else ''}"
