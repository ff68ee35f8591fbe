"""PPTX: parts as slides, figures as tiles, tables that can be selected and charts that can be edited; how each figure came about stands in the notes."""
from collections.abc import Iterator, Sequence

from pptx.util import Emu, Inches

from reports.blocks import Block, Card, Chart, Fact, Heading, Sources, Table, Text
from reports.drawing.canvas import BOLDER, width_of
from reports.formats.base import Format, Report, together
from reports.formats.slide_charts import chart
from reports.formats.slide_tables import height as table_height
from reports.formats.slide_tables import table
from reports.formats.slides import ACROSS, END, GAP, LEFT, SAID, TOP, UNDER, Deck, Run, cut_to, height_of
from reports.formats.words import SHAPES, lines
from reports.formats.zipped import steady

IN_A_ROW, TILE = 4, Inches(0.82)
WIDE_TILE = 22                  # letters of a figure that get a row of their own
CARDS_IN_A_ROW = 3
EDGES = Inches(0.16)
INNER = Inches(0.3)             # of a card, left for its bar and its edges


def pptx(report: Report) -> bytes:
    deck = Deck(report)
    deck.cover()
    last, ends = _ending(report.unpaged)
    parts = _parts(report.unpaged)
    for kind, blocks in together(report.unpaged):
        if kind is Heading:
            title, high = next(parts)
            (deck.under if high is not None and high <= deck.left else deck.part)(title)
        elif kind is Fact:
            _facts(deck, [b for b in blocks if isinstance(b, Fact)])
        elif kind is Card:
            _cards(deck, [b for b in blocks if isinstance(b, Card)])
        else:
            for block in blocks:
                _add(deck, block, ends if block is last else 0)
    return steady(deck.saved())


def _parts(blocks: Sequence[Block]) -> Iterator[tuple[str, int | None]]:
    """The title of each part and how high all of it stands with that below something else; None of one with a picture, which has a slide to itself."""
    begins = [n for n, b in enumerate(blocks) if isinstance(b, Heading)]
    for n, end in zip(begins, [*begins[1:], len(blocks)], strict=True):
        own = blocks[n + 1:end]
        heading = blocks[n]
        assert isinstance(heading, Heading)  # noqa: S101 - that is how it was found
        drawn = any(isinstance(b, Chart) for b in own)
        yield heading.text, None if drawn else UNDER + 3 * GAP + sum(_height(kind, some) + GAP for kind, some in together(own))


def _height(kind: type[Block], blocks: Sequence[Block]) -> int:
    if kind is Fact:
        facts = [b for b in blocks if isinstance(b, Fact)]
        wordy = [height_of([f"{f.label}: {f.display}"], ACROSS, SAID) + GAP for f in facts if len(f.display) > WIDE_TILE]
        return -(-(len(facts) - len(wordy)) // IN_A_ROW) * (TILE + GAP) + sum(wordy)
    if kind is Card:
        return -(-len(blocks) // CARDS_IN_A_ROW) * (END - TOP) // 2               # seldom beside others
    return sum(table_height(b) if isinstance(b, Table) else sum(height_of([line], ACROSS, SAID) + GAP for line in lines(b)) for b in blocks)


def _ending(blocks: Sequence[Block]) -> tuple[Block | None, int]:
    """The chart that only lines follow to the end, and the room these need, so that they get no slide of their own."""
    drawn = max((n for n, b in enumerate(blocks) if isinstance(b, Chart)), default=len(blocks))
    after = blocks[drawn + 1:]
    if not after or not all(isinstance(b, Text | Sources) for b in after):
        return None, 0
    return blocks[drawn], sum(height_of([line], ACROSS, SAID) + GAP for b in after for line in lines(b))


def _add(deck: Deck, block: Block, below: int) -> None:
    match block:
        case Table():
            table(deck, block)
        case Chart():
            chart(deck, block, below)
        case _:
            for line in lines(block):
                _line(deck, line)


def _line(deck: Deck, said: str) -> None:
    """A line of text; of one that no slide can hold the beginning, and the whole in the notes."""
    shown = cut_to([said], ACROSS, SAID, END - TOP)[0]
    high = height_of([shown], ACROSS, SAID)
    deck.box([[(shown, "ink", False)]], (LEFT, deck.room(high)), (ACROSS, high), SAID)
    if shown != said:
        deck.note(said)


def _facts(deck: Deck, facts: Sequence[Fact]) -> None:
    """Tiles side by side; a figure of many words has a line to itself."""
    short, wordy = [f for f in facts if len(f.display) <= WIDE_TILE], [f for f in facts if len(f.display) > WIDE_TILE]
    wide = (ACROSS - (IN_A_ROW - 1) * GAP) // IN_A_ROW
    deck.keep(-(-len(short) // IN_A_ROW) * (TILE + GAP) - GAP)
    for n in range(0, len(short), IN_A_ROW):
        at = deck.room(TILE)
        for column, fact in enumerate(short[n:n + IN_A_ROW]):
            deck.box([[(fact.label, "quiet", False)]], (LEFT + column * (wide + GAP), at), (wide, TILE), 12, edge=deck.accent, name=fact.label)
            size = 20 if width_of(fact.display, 20, bold=True) < Emu(wide - INNER).pt else 14
            deck.box([[(fact.display, "ink", True)]], (LEFT + column * (wide + GAP) + INNER // 2, at + Inches(0.32)), (wide - INNER, TILE - Inches(0.32)), size)
            deck.note(f"{fact.label}: {fact.display}. {fact.how}")
    for fact in wordy:
        high = height_of([f"{fact.label}: {fact.display}"], ACROSS, SAID)
        deck.box([[(f"{fact.label}: ", "quiet", False), (fact.display, "ink", False)]], (LEFT, deck.room(high)), (ACROSS, high), SAID)


def _cards(deck: Deck, cards: Sequence[Card]) -> None:
    """Cards side by side, each as high as the highest."""
    for n in range(0, len(cards), CARDS_IN_A_ROW):
        row = cards[n:n + CARDS_IN_A_ROW]
        wide = (ACROSS - (len(row) - 1) * GAP) // len(row)
        said = [list(_card(c, wide)) for c in row]
        high = max(height_of(["".join(t for t, _, _ in line) for line in each], wide - INNER, SAID, bold=True) for each in said) + EDGES
        at = deck.room(high)
        for column, (card, each) in enumerate(zip(row, said, strict=True)):
            deck.box(each, (LEFT + column * (wide + GAP), at), (wide, high), SAID, edge=card.tone, name=card.title)
            if len(each) < 1 + len(card.lines) or each[-1][-1][0].endswith("…"):
                deck.note("\n".join((card.title, *card.lines)))


def _card(card: Card, wide: int) -> Iterator[list[Run]]:
    """The lines of a card, as many as a slide can hold."""
    mark = f"{SHAPES[card.tone]}  " if SHAPES[card.tone] else ""
    title, *said = cut_to([mark + card.title, *(f"•  {line}" for line in card.lines)], wide - INNER, SAID * BOLDER, END - TOP - EDGES)
    yield [(mark, card.tone if card.tone != "plain" else "ink", True), (title.removeprefix(mark), "ink", True)]
    yield from ([(line, "ink", False)] for line in said)


PPTX = Format("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation", pptx)
