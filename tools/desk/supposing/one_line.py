"""A supposition about the cost of one thing: the robots, the rent, the hosting. Only the budget line or order that is about it changes, and nothing else."""
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
import re

from language.titles import stems
from records.errors import BadInput
from records.figures.base import whole
from records.kinds import BudgetLine, CostEntry, Project
from records.query import Query, Where
from records.reading import Reader
from tools.desk.supposing.heard import Heard

TOTAL = re.compile(r"\b(?:only|instead)\b|\b(?:get|got|buy|bought|order|have|find|found) .+ (?:for|at) (?:just )?[\d€$£]")
MOST = 6                                         # lines that are told


@dataclass(frozen=True)
class Thing:
    """What costs something: a budget line, or what is ordered and not billed. `left`: what of it is still to be paid."""
    said: str
    amount: Decimal
    left: Decimal
    project_id: int
    line: int | None
    is_order: bool = False


def things(reader: Reader, said: str, projects: Sequence[Project], today: date) -> list[Thing]:
    """The budget lines, or else the orders, that are about it; of all that have as many of its words, lines before orders."""
    wanted = set(stems(said))
    scored = [(len(wanted & set(stems(text))), thing) for text, thing in _things(reader, projects, today)]
    best = max((n for n, _ in scored), default=0)
    found = [thing for n, thing in scored if n == best] if best else []
    lines = {thing.line for thing in found if not thing.is_order}
    return [thing for thing in found if not (thing.is_order and thing.line in lines)]


def changed(heard: Heard, found: Sequence[Thing]) -> dict[int, Decimal]:
    """By how much the cost of each project changes, by its id. Raises `BadInput` where no amount is said."""
    by: dict[int, Decimal] = {}
    for thing in found:
        by[thing.project_id] = by.get(thing.project_id, Decimal(0)) + _by(heard, thing)
    return by


def told(heard: Heard, found: Sequence[Thing], projects: Sequence[Project]) -> str:
    """What is supposed, line by line."""
    names = {p.id: p.name for p in projects}
    parts = []
    for thing in found[:MOST]:
        more = _by(heard, thing)
        rest = f", of which {whole(thing.left)} is still to be paid" if thing.left != thing.amount else ""
        parts.append(f"{thing.said} of {names.get(thing.project_id, '')} ({whole(thing.amount)}{rest}) costs "
                     f"{whole(abs(more))} {'less' if more < 0 else 'more'}" if more else f"{thing.said} of {names.get(thing.project_id, '')} is paid already")
    return "; ".join(parts)


def _by(heard: Heard, thing: Thing) -> Decimal:
    if heard.factor is not None:
        return (thing.left * (heard.factor - 1)).quantize(Decimal("0.01"))
    if heard.money is None:
        raise BadInput("Say by how much its cost changes: “by 50,000” or “10 % higher”.")
    return heard.money - thing.amount if heard.is_total or TOTAL.search(heard.text) else heard.sign * heard.money


def _things(reader: Reader, projects: Sequence[Project], today: date) -> Iterator[tuple[str, Thing]]:
    ids = [p.id for p in projects]
    if "amount" not in reader.columns(BudgetLine) or "amount" not in reader.columns(CostEntry):
        return
    costs = reader.find(Query(CostEntry, (Where("project_id", "in", ids),), limit=None))
    for line in reader.find(Query(BudgetLine, (Where("project_id", "in", ids),), limit=None)):
        paid = sum((c.amount for c in costs if c.budget_line_id == line.id and c.type == "actual" and c.on <= today), Decimal(0))
        yield line.title, Thing(f"the budget line “{line.title}”", line.amount, max(line.amount - paid, Decimal(0)), line.project_id, line.id)
    for cost in costs:
        if cost.type != "actual" or cost.on > today:
            of = f"the order “{cost.title}”"
            yield f"{cost.title} {cost.supplier}", Thing(of, cost.amount, cost.amount, cost.project_id, cost.budget_line_id, is_order=True)


def unknown(said: str, reader: Reader, projects: Sequence[Project]) -> str:
    """That nothing in the records is about it, with what is."""
    ids = [p.id for p in projects]
    lines = reader.find(Query(BudgetLine, (Where("project_id", "in", ids),), limit=None)) if "amount" in reader.columns(BudgetLine) else ()
    own = projects[0].name if len(projects) == 1 else ""
    known = ", ".join(f"“{title}”" for title in dict.fromkeys(line.title for line in lines))
    have = f" The budget lines{f' of {own}' if own else ''} that you may see are {known}." if known and own else ""
    return (f"No budget line and no order {f'of {own} ' if own else ''}that you may see is about “{said}”, so I cannot suppose what it costs.{have} "
            f"I can suppose that a project as a whole costs more or less, such as “what if {own or 'Apollo'} costs 50,000 less?”")
