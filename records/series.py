"""Many new records that only count on by the year are told in a line each series: the yearly flows of “Racking”, not twenty records one below the other."""
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from records.kinds import BY_TABLE
from records.kinds.base import Record, fields
from records.proposals import Edit, FieldChange

YEAR, FEW = "year", 4
Told = tuple[Edit, Sequence[FieldChange]]


def in_series(told: Iterable[Told]) -> Iterator[FieldChange]:
    """What is told of each edit in turn; where more than a few new records of a kind count on by the year, all of them stand together."""
    every = list(told)
    counting: dict[str, list[Told]] = defaultdict(list)
    for edit, lines in every:
        if edit.is_new and any(f.name == YEAR for f in fields(BY_TABLE[edit.kind])):
            counting[edit.kind].append((edit, lines))
    long = {kind: some for kind, some in counting.items() if len(some) > FEW}
    for edit, lines in every:
        if not (edit.is_new and edit.kind in counting and len(counting[edit.kind]) > FEW):
            yield from lines
        elif some := long.pop(edit.kind, None):
            yield from _together(BY_TABLE[edit.kind], some)


def _together(kind: type[Record], some: Sequence[Told]) -> Iterator[FieldChange]:
    """First what all of them share, then a line for each that they are called: its years, each with its amounts."""
    labels = {f.name: f.label for f in fields(kind)}
    title, year, money = labels[kind.kind.title], labels[YEAR], [f.label for f in fields(kind) if f.is_money]
    each = [{line.field: line.after for line in lines} for _, lines in some]
    apart = {title, year, *money}
    shared = {label: after for label, after in each[0].items() if label not in apart and all(one.get(label) == after for one in each)}
    record = f"{len(some):,} new {kind.kind.many}"
    yield from (FieldChange(record, label, "", after) for label, after in shared.items())
    lines: dict[str, list[str]] = defaultdict(list)
    for one in each:
        of = [after for label, after in one.items() if label not in apart and label not in shared]
        amounts = [one[label] if at == 0 else f"({label} {one[label]})" for at, label in enumerate(money) if label in one]
        lines[" ".join((one.get(title, ""), *(f"({said})" for said in of)))].append(" ".join((one.get(year, ""), *amounts)))
    yield from (FieldChange(record, called, "", "; ".join(years)) for called, years in lines.items())
