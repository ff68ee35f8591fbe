"""A table that puts projects side by side: each column is of one project, so each cell is that project's and nobody else's."""
from collections.abc import Iterator, Mapping

from assistant.guarding.claims import plain
from assistant.guarding.displays import Shown, measures
from assistant.guarding.saying import whole
from reports.blocks import Table

LEAST = 2


def are_side_by_side(block: Table, spoken: Mapping[str, str]) -> bool:
    """Whether its columns are projects, each with its name at the head."""
    return sum(column.lower() in spoken for column in block.columns[1:]) >= LEAST


def side_by_side(block: Table, spoken: Mapping[str, str]) -> Iterator[Shown]:
    """Its cells, each as its project's: a number beside what the row is called."""
    for row in block.rows:
        for column, cell in zip(block.columns[1:], row[1:], strict=False):
            of, name = frozenset(filter(None, [spoken.get(column.lower())])), frozenset([column.lower()])
            if next(measures([("", cell)]), None) is not None:
                yield Shown(whole(plain(cell)), of, name, frozenset([row[0].lower()]), is_nearest=True)
            elif cell:
                yield Shown(whole(plain(cell)), of, name, is_nearest=True)
