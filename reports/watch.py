"""What the watch sees coming: early signs, each said once, and those of them that belong into the risk register and are not there yet."""
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import cast

from records.computing import Book
from records.figures.base import rounded
from records.kinds import Project, Risk
from records.query import Query, Where
from records.rules import WATCH
from records.rules.base import Finding, Rule, Threat
from records.verdicts import RANK
from reports.blocks import Block, Table, Text
from reports.telling import SHAPES, person

CHANCES = {1: 5, 2: 20, 3: 40, 4: 65, 5: 90}         # percent, by the scale of the register
HALF = 2


@dataclass(frozen=True)
class Sign:
    """One early sign on a project. `source` names its cause, so that it is proposed for the register once and never again."""
    project: Project
    rule: Rule
    finding: Finding

    @property
    def source(self) -> str:
        return f"watch: {self.rule.title} of {self.finding.threat.key if self.finding.threat else self.project.key}"


def signs(book: Book) -> list[Sign]:
    """Everything the watch finds on the projects of a book, the worst first."""
    projects = cast("Sequence[Project]", book.records)
    found = [Sign(project, rule, finding) for project in projects for rule, finding in book.findings(project, WATCH)]
    return sorted(found, key=lambda s: (RANK[s.finding.severity], -_score(s.finding.threat)))


def new_threats(book: Book, project: Project) -> Iterator[tuple[Sign, Threat]]:
    """The signs that suggest a risk whose cause is not in the register of the project, open or closed."""
    known = {r.source for r in book.reader.find(Query(Risk, (Where("project_id", "is", project.id),), ("source",), limit=None))}
    yield from ((sign, sign.finding.threat) for sign in signs(book) if sign.project.id == project.id and sign.finding.threat and sign.source not in known)


def worth(threat: Threat) -> str:
    """The cost test of a response: what it may cost at most to pay."""
    if threat.cost is None:
        return "What it would cost is not known, so say what a response may cost."
    exposure = threat.cost * CHANCES[threat.probability] / 100
    return (f"Exposure: {CHANCES[threat.probability]} % of {rounded(threat.cost)} is {rounded(exposure)}; a response that halves the chance pays below "
            f"{rounded(exposure / HALF)}.")


def watch(book: Book) -> list[Block]:
    """The early signs of all projects of a book as a table, or one sentence that there is none."""
    found = signs(book)
    if not found:
        return [Text("The watch sees nothing coming: no early sign on what you may see.")]
    rows = tuple((s.project.name, f"{SHAPES[s.finding.severity]} {s.rule.title}", s.finding.says, person(book, s.finding.who)) for s in found)
    keys = tuple((s.finding.keys or (s.project.key,))[0] for s in found)
    return [Table(f"Early signs: {len(found)}", ("project", "sign", "what was seen", "who can act"), rows, keys)]


def _score(threat: Threat | None) -> Decimal:
    return Decimal(threat.probability * threat.impact) if threat else Decimal(0)

