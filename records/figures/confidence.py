"""Confidence in the data of a project: how much of what its figures rest on is there and fresh, and what would raise it most.

Each demand weighs by what rests on it; of each the share that is met counts. A demand that nothing asks for (no risk, no benefit) does not weigh.
"""
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from records.figures.base import Part, Rows, Value, counted, figure, keys, rounded
from records.kinds import Baseline, Benefit, BudgetLine, Person, Project, Risk, Task
from records.kinds.base import Record
from records.kinds.benefit import ENDED as CAME
from records.kinds.task import ENDED

FRESH = timedelta(days=21)
MOST_FIXES = 5
GRADES = ((90, "A"), (75, "B"), (60, "C"), (40, "D"), (0, "E"))


@dataclass(frozen=True)
class Demand:
    """What is asked of some records: how heavily it weighs, the fix in words, and which of them lack it."""
    weight: int
    fix: str
    lacking: Sequence[Record]
    of: int
    who: tuple[int | None, ...]

    @property
    def loss(self) -> Decimal:
        return Decimal(self.weight * len(self.lacking)) / self.of


@figure(of=Project, unit="%", label="data confidence",
        also="confidence in the data, data quality, data grade, confidence grade, how good is the data, can I trust",
        needs={Project: ("id", "key", "name", "phase", "manager_id", "sponsor_id", "objective_id", "finish"),
               Task: ("id", "key", "status", "owner_id", "due", "hours", "points"), Risk: ("id", "key", "status", "owner_id", "response"),
               Benefit: ("id", "key", "status", "owner_id", "review", "expected"), BudgetLine: ("key",), Baseline: ("key",), Person: ("id", "key", "name")},
        written=(Task, Risk))
def confidence(rows: Rows) -> Value:
    (project,), people = rows[Project], {p.id: p.name for p in rows[Person]}
    demands = [d for d in _demands(rows) if d.of]
    total = sum(d.weight for d in demands)
    score = 100 * (1 - sum((d.loss for d in demands), Decimal(0)) / total)
    fixes = sorted((d for d in demands if d.lacking), key=lambda d: -d.loss)
    parts = tuple(Part(f"{d.fix} (+{counted(int(rounded(100 * d.loss / total)), 'point')})", _named(people, d.who, project.manager_id), d.lacking[0].key)
                  for d in fixes[:MOST_FIXES])
    used = keys(*(rows[kind] for kind in (Project, Task, Risk, Benefit, BudgetLine, Baseline)))      # what is there counts as much as what is not
    full = f"of {counted(len(demands), 'thing')} that its records should say, {len(demands) - len(fixes)} are said in full"
    said = f"grade {grade(score)}: {full}" + (f", {len(fixes)} with gaps" if fixes else "")
    return Value(score, said, (*used, *keys([p for p in rows[Person] if p.id in {*(w for d in fixes for w in d.who), project.manager_id}])), parts)


def grade(score: Decimal) -> str:
    """A to E by the score of 100."""
    return next(letter for least, letter in GRADES if score >= least)


def _demands(rows: Rows) -> Iterator[Demand]:
    (project,) = rows[Project]
    live = [t for t in rows[Task] if t.status not in (*ENDED, "backlog")]
    risks, benefits = [r for r in rows[Risk] if r.status != "closed"], [b for b in rows[Benefit] if b.status not in CAME]
    yield _of_all(15, "an estimate", live, [t for t in live if t.hours is None and t.points is None], "open task")
    yield _of_all(15, "a due date", live, [t for t in live if t.due is None], "open task")
    yield _of_all(10, "an owner", live, [t for t in live if t.owner_id is None], "open task")
    yield _of_all(15, "an update", live, [t for t in live if t.status == "in progress" and rows.written(Task, t)[1] < rows.today - FRESH],
                  "task under way")
    yield _of_all(5, "an owner", risks, [r for r in risks if r.owner_id is None], "open risk")
    yield _of_all(5, "an update", risks, [r for r in risks if rows.written(Risk, r)[1] < rows.today - 2 * FRESH], "open risk")
    yield _of_all(5, "an owner", benefits, [b for b in benefits if b.owner_id is None], "benefit")
    yield _of_all(5, "a date of measurement", benefits, [b for b in benefits if b.review is None], "benefit")
    yield _of_all(5, "a value in money", benefits, [b for b in benefits if not b.expected], "benefit")
    for weight, fix, there in ((10, "Agree a baseline", bool(rows[Baseline])), (10, "Enter its budget", bool(rows[BudgetLine])),
                               (5, "Say when it is to be finished", project.finish is not None), (3, "Name its manager", project.manager_id is not None),
                               (2, "Name its sponsor", project.sponsor_id is not None), (2, "Say which objective it serves", project.objective_id is not None)):
        yield Demand(weight, fix, () if there else (project,), 1, (project.manager_id,))


def _of_all(weight: int, what: str, asked: Sequence[Record], lacking: Sequence[Task | Risk | Benefit], one: str) -> Demand:
    return Demand(weight, f"Give {counted(len(lacking), one)} {what}", lacking, len(asked), tuple(r.owner_id for r in lacking))


def _named(people: dict[int | None, str], who: Iterable[int | None], lead: int | None) -> str:
    """Those who can act: the owners, or whoever leads the project."""
    named = tuple(dict.fromkeys(people[w] for w in who if w in people)) or tuple(people[w] for w in (lead,) if w in people)
    return ", ".join(named[:3]) + (f" and {len(named) - 3} more" if len(named) > 3 else "") if named else "nobody leads it: the PMO"  # noqa: PLR2004 - what fits
