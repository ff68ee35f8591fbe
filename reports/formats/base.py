"""What a format is: a whole report as bytes. The same report gives the same bytes."""
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from reports.blocks import Block, Card, Chart, Fact
from reports.formats.brand import OURS, Brand
from reports.pictures import Lines


@dataclass(frozen=True)
class Report:
    """A report as every format takes it; `made` is the moment that its figures are of. `longer`: what it says where no page ends, if that is more."""
    title: str
    says: str
    blocks: tuple[Block, ...]
    made: datetime
    language: str = "en"
    brand: Brand = OURS
    longer: tuple[Block, ...] = ()

    @property
    def unpaged(self) -> tuple[Block, ...]:
        """The blocks for slides, documents and sheets. The first is that of the short ones, as a summary in other words may stand there."""
        return (*self.blocks[:1], *self.longer[1:]) if self.longer else self.blocks


@dataclass(frozen=True)
class Format:
    name: str
    mime: str
    render: Callable[[Report], bytes]


def together(blocks: Sequence[Block]) -> Iterator[tuple[type[Block], tuple[Block, ...]]]:
    """The blocks in their order; facts that follow each other, and cards, and curves, stand side by side."""
    for (kind, is_beside), of_one in groupby(blocks, lambda b: (type(b), _is_beside(b))):
        if is_beside:
            yield kind, tuple(of_one)
        else:
            yield from ((kind, (block,)) for block in of_one)


def _is_beside(block: Block) -> bool:
    return isinstance(block, Fact | Card) or (isinstance(block, Chart) and isinstance(block.picture, Lines))
