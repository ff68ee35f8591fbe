"""The blocks that are said rather than drawn, as plain lines: what the office formats share."""
from collections.abc import Sequence

from reports.blocks import Block, Choices, Passage, Preview, Receipt, Source, Sources, Text
from reports.drawing.canvas import width_of

LETTER = 1.75                    # the size in which a letter is about 1 wide
SHORT, MOST = 18, 80             # letters: a column of so many is not broken; of the others none counts for more
WIDE = 80                        # letters of a line
SHAPES = {"red": "▲ red", "amber": "◆ amber", "green": "● green", "plain": ""}


def lines(block: Block) -> Sequence[str]:  # noqa: PLR0911 - one line for each kind of block
    """A block in plain lines; nothing of one that has a form of its own."""
    match block:
        case Text(text):
            return [part for part in text.split("\n") if part.strip()]
        case Preview(_, title, changes):
            return [title, *(each.line for each in changes)]
        case Receipt(position, title, said):
            return [f"{title} (change #{position})", *said]
        case Passage(text, source):
            return [f"“{text}”", f"— {cited(source)}"]
        case Choices(says, options):
            return [says, *options]
        case Sources(items):
            return [f"Sources: {'; '.join(cited(item) for item in items)}"]
        case _:
            return []


def in_a_line(block: Choices) -> str:
    """What may be said next, where all of it fits a line; "" where it does not."""
    said = f"{block.says} {' · '.join(block.options)}"
    return said if block.says.endswith(":") and len(said) <= WIDE else ""


def shares(columns: Sequence[str], rows: Sequence[Sequence[str]], room: int = 105) -> list[float]:
    """How much of the room, in letters, each column of a table gets: what is short all that it needs, what is long the rest, each by how much it says."""
    longest = [max(round(width_of(row[n], LETTER)) for row in (columns, *rows)) + 2 for n in range(len(columns))]
    if sum(longest) <= room:
        return [each / sum(longest) for each in longest]
    short = {n: each for n, each in enumerate(longest) if each <= SHORT}
    left, words = max(room - sum(short.values()), room // 3), sum(min(each, MOST) for each in longest if each > SHORT)
    wanted = [short.get(n, left * min(each, MOST) / (words or 1)) for n, each in enumerate(longest)]
    return [each / sum(wanted) for each in wanted]


def toned(said: str) -> tuple[str, str, str]:
    """A text that begins with the shape of a colour: the colour, the shape and the rest; of any other no colour and no shape."""
    tone = next((name for name, shape in SHAPES.items() if shape and said.startswith(shape[0] + " ")), "")
    return (tone, said[0], said[1:]) if tone else ("", "", said)


def cited(source: Source) -> str:
    """A source as a reader finds it again."""
    return ", ".join(source.parts)
