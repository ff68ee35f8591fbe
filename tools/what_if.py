"""What would be if something else were so: figures before and after, and nothing written."""
from collections.abc import Iterator, Sequence
from typing import Annotated

from records.computing import Book
from records.errors import BadInput
from records.figures import FIGURES
from records.figures.base import Figure, Unit, Value, display, rounded
from records.kinds import BY_TABLE, Person, Project
from records.kinds.base import Record
from records.proposals import Change, Create
from reports.blocks import Block, Table, Text
from tools.base import Holds, Question, Result, tool
from tools.desk import Desk
from tools.desk.supposing import suppositions

MOST_ROWS, FEW_PROJECTS = 14, 3
HEADLINES = ("npv", "bac", "load")          # of many projects only these are compared, and what the supposition names first
PLACES: dict[Unit, int] = {"ratio": 2, "years": 1, "weeks": 1, "%": 1, "score": 2}


@tool("what is Apollo's NPV at 12 %?", "Apollo's NPV at 12 %", "what is the NPV of Apollo at 12 percent?",
      "the IRR of Apollo with 10 % lower benefits", "Apollo's NPV with a rate of 10 %",
      "what if the discount rate was 12 percent?", "what if the benefits of Apollo slip six months?",
      "what if Apollo's benefits come 20 % lower?", "what if costs rise by 50,000 EUR?", "what if T-12 takes two weeks longer?", "what if Ana leaves?",
      "what if Ana is away in December?", "what if the budget of Apollo is cut by 10 %?", "suppose Apollo slips by three months",
      "what would happen if T-12 slips by a week?", "what if APOLLO-R-1 happens?", "NPV of Apollo at 5 %", "assume the benefits are 10 % higher",
      "what happens to Apollo if Ben is on holiday in December?", "would Apollo still be worth it if costs rose by 10 %?",
      "how would the NPV of Apollo change if the benefits came a year later?", "what if we get only 80 % of the benefits of Apollo?",
      "what if Apollo costs 100,000 more?", "what if Apollo is delayed by two months?", "can Apollo be finished without Ben?",
      "what if the milestone APOLLO-MS-3 slips by a month?", "does Apollo pay back if benefits are half as high?",
      "what if we lose Ben?", "how bad would it be if APOLLO-R-1 happened?", "suppose Apollo costs twice as much", sign="Computing what would be")
def what_if(desk: Desk, supposing: Question, record: Annotated[tuple[type[Record], Record] | None, Holds.record] = None) -> Result:
    """Compute figures before and after something else: discount rate, benefits, costs, budget, dates, people. Nothing is written.
    supposing: the whole supposition in words."""
    found = suppositions(desk.reader, supposing, record, desk.today)
    wishes = [w for s in found for w in s.wishes]
    if not wishes:
        raise BadInput("There is nothing in the records, or nothing that you may see, that this would change.")
    projects = tuple({p.key: p for s in found for p in s.projects}.values())
    people = tuple({p.key: p for s in found for p in s.people}.values())
    first = tuple(name for s in found for name in s.first)
    told = Text(f"Supposing that {'; and that '.join(s.said for s in found)}. Nothing is changed in the records.")
    figures = [f for f in FIGURES if _rests_on(f, wishes)]
    shown = [*_compared(desk.book(*projects), wishes, [f for f in figures if f.of is Project], first),
             *_compared(desk.book(*people), wishes, [f for f in figures if f.of is Person], first)]
    return Result((told, *(shown or [Text("No figure that I can compute for you would change.")])))


def _compared(book: Book, wishes: Sequence[Change | Create], figures: Sequence[Figure], first: tuple[str, ...]) -> Iterator[Block]:
    """The figures that change, one row each, what the supposition is about before the others; led by a sentence."""
    if not book.records or not figures:
        return
    after = book.supposing(wishes)
    if len(book.records) > FEW_PROJECTS:
        figures = [f for f in figures if f.name in (*HEADLINES, *first[:1])]
    order = sorted(figures, key=lambda f: next((n for n, name in enumerate(first) if name in (f.name, f.unit)), len(first)))
    changed = [(r, f, was, then) for r in book.records for f in order if (was := book.value(r, f)).number != (then := after.value(r, f)).number]
    if not changed:
        return
    yield Text(" ".join(_sentence(*each) for each in _leading(changed)))
    rows = tuple((_name(r), f.title, _shown(r, f, was), _shown(r, f, then), _difference(r, f, was, then), then.how) for r, f, was, then in changed[:MOST_ROWS])
    left = len(changed) - len(rows)
    yield Table("Before and after", ("of", "figure", "now", "then", "difference", "how"), rows, tuple(r.key for r, *_ in changed[:MOST_ROWS]),
                f"and {left} more figures change" if left else "")


Compared = tuple[Record, Figure, Value, Value]


def _leading(changed: Sequence[Compared]) -> Iterator[Compared]:
    """The first change of each record."""
    seen = set[str]()
    for each in changed:
        if each[0].key not in seen:
            seen.add(each[0].key)
            yield each


def _sentence(record: Record, figure: Figure, was: Value, then: Value) -> str:
    return f"{_name(record)}: {figure.title} {_shown(record, figure, then)} instead of {_shown(record, figure, was)}."


def _rests_on(figure: Figure, wishes: Sequence[Change | Create]) -> bool:
    """Whether a figure, or one that it reads, needs a field that is supposed to be otherwise."""
    touched = {(BY_TABLE[w.kind], name) for w in wishes for name in w.values}
    return any((kind, name) in touched for kind, names in figure.needs.items() for name in names) or any(_rests_on(f, wishes) for f in figure.reads)


def _shown(record: Record, figure: Figure, value: Value) -> str:
    return display(figure, value, getattr(record, "currency", "")) if value.number is not None else f"not computable: {value.how}"


def _difference(record: Record, figure: Figure, was: Value, then: Value) -> str:
    if was.number is None or then.number is None:
        return "–"
    by = then.number - was.number
    if figure.unit == "date":
        return f"{by:+.0f} days"
    currency = f" {getattr(record, 'currency', '')}".rstrip() if figure.unit == "money" else ""
    return f"{'+' if by > 0 else ''}{rounded(by, PLACES.get(figure.unit, 0))}{currency}"


def _name(record: Record) -> str:
    return str(getattr(record, "name", record.key))
