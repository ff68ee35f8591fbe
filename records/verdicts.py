"""Two verdicts on a project, never blended: is it delivered well, and is it still worth it. Each names what fired."""
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from records.computing import Book
from records.figures.base import Value
from records.figures.benefits import drift, realisation
from records.figures.business_case import npv
from records.figures.progress import progress
from records.figures.work import overdue
from records.kinds import Project
from records.rules.base import Area, Finding, Rule

Tone = Literal["red", "amber", "green", "plain"]
DELIVERY: tuple[Area, ...] = ("schedule", "cost", "resources", "risk")
VALUE: tuple[Area, ...] = ("benefits", "strategy")
ENDED = ("closed", "cancelled")


@dataclass(frozen=True)
class Verdict:
    """A colour with its word, and the findings behind it, the worst first."""
    tone: Tone
    word: str
    because: tuple[tuple[Rule, Finding], ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(k for _, f in self.because for k in f.keys))


def delivery(book: Book, project: Project) -> Verdict:
    """Delivered well? On track, delayed, at risk or off track; closed and not started are said, and no data is not green."""
    if project.phase in ENDED:
        return Verdict("plain", project.phase)
    found = _found(book, project, DELIVERY)
    if not found and not _known(book.value(project, progress)):
        return Verdict("plain", "not started" if project.phase in ("candidate", "planning") else "not known: no task has an estimate")
    tone = _worst(found)
    late = book.value(project, overdue)
    word = {"red": "off track", "amber": "at risk", "green": "delayed" if late.number else "on track"}[tone]
    return Verdict(tone, "not started" if project.phase == "candidate" else word, found)


def value(book: Book, project: Project) -> Verdict:
    """Still worth it? Worth it, doubtful or no longer worth it, by its benefits, its business case and the strategy."""
    found = _found(book, project, VALUE)
    if not found and not any(_known(book.value(project, f)) for f in (npv, drift, realisation)):
        return Verdict("plain", "not known: there is no business case you may see")
    tone = _worst(found)
    return Verdict(tone, {"red": "no longer as promised", "amber": "doubtful", "green": "worth it"}[tone], found)


def _found(book: Book, project: Project, areas: Sequence[Area]) -> tuple[tuple[Rule, Finding], ...]:
    found = [each for area in areas for each in book.findings(project, Project, area)]
    return tuple(sorted(found, key=lambda each: each[1].severity != "red"))


def _worst(found: Sequence[tuple[Rule, Finding]]) -> Literal["red", "amber", "green"]:
    severities = {f.severity for _, f in found}
    return "red" if "red" in severities else "amber" if severities else "green"


def _known(of: Value) -> bool:
    return of.number is not None
