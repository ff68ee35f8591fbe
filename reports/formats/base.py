"""What a format is: a whole report as bytes. The same report gives the same bytes."""
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from reports.blocks import Block, Card, Fact
from reports.formats.brand import OURS, Brand


@dataclass(frozen=True)
class Report:
    """A report as every format takes it; `made` is the moment that its figures are of."""
    title: str
    says: str
    blocks: tuple[Block, ...]
    made: datetime
    language: str = "en"
    brand: Brand = OURS


@dataclass(frozen=True)
class Format:
    name: str
    mime: str
    render: Callable[[Report], bytes]


def together(blocks: Sequence[Block]) -> Iterator[tuple[type[Block], tuple[Block, ...]]]:
    """The blocks in their order; facts that follow each other, and cards, stand side by side."""
    for kind, of_one in groupby(blocks, type):
        if kind in (Fact, Card):
            yield kind, tuple(of_one)
        else:
            yield from ((kind, (block,)) for block in of_one)
