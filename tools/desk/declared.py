"""Projects whose declared colour is another than that of their figures, with why and until when it is declared, and what the figures find."""
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import cast

from records.computing import Book
from records.kinds import Project
from records.kinds.base import Record
from records.verdicts import RANK, delivery
from reports.telling import day, few

DECLARED, OTHERWISE = "declared", "otherwise"
FEW = 2                                          # findings that are told of each
NONE = "not declared"
Shown = tuple[str, Callable[[Record], str]]


def otherwise(book: Callable[[], Book]) -> tuple[Callable[[Record], bool], tuple[Shown, ...], Callable[[Record], Decimal], Callable[[Sequence[Record]], str]]:
    """Which meet it, the columns that show how they differ, the order, and what is said of the others."""
    def of(row: Record) -> tuple[str, str]:
        return str(cast("Project", row).declared_colour), delivery(book(), cast("Project", row)).tone

    def differs(row: Record) -> bool:
        declared, tone = of(row)
        return declared != NONE and tone in RANK and tone not in {"plain", declared}

    def declared(row: Record) -> str:
        project = cast("Project", row)
        until = f", until {day(project.declared_until)}" if project.declared_until else ""
        return f"{project.declared_colour}{until}: {project.declared_reason or 'no reason given'}"

    def found(row: Record) -> str:
        verdict = delivery(book(), cast("Project", row))
        return f"{verdict.tone} ({verdict.word}): {few([f.says.rstrip('.') for _, f in verdict.because], FEW)}"

    def beside(others: Sequence[Record]) -> str:
        """That the others are declared as they are, and which are not declared at all."""
        same = [row.key for row in others if of(row)[0] != NONE]
        none = [row.key for row in others if of(row)[0] == NONE]
        said: Mapping[str, Sequence[str]] = {"Declared as the figures say, or not judged by them": same, "Not declared at all": none}
        return " ".join(f"{words}: {', '.join(keys)}." for words, keys in said.items() if keys)

    return differs, (("declared", declared), ("by its figures", found)), lambda row: Decimal(RANK[of(row)[1]]), beside
