"""The blocks that are said rather than drawn, as plain lines: what the office formats share."""
from collections.abc import Sequence

from reports.blocks import Block, Choices, FieldChange, Passage, Preview, Receipt, Source, Sources, Text

SHAPES = {"red": "▲ red", "amber": "◆ amber", "green": "● green", "plain": ""}


def lines(block: Block) -> Sequence[str]:  # noqa: PLR0911 - one line for each kind of block
    """A block in plain lines; nothing of one that has a form of its own."""
    match block:
        case Text(text):
            return [part for part in text.split("\n") if part.strip()]
        case Preview(_, title, changes):
            return [title, *map(change, changes)]
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


def change(of: FieldChange) -> str:
    return f"{of.record} {of.field}: {f'{of.before} → ' if of.before else ''}{of.after}"


def cited(source: Source) -> str:
    """A source as a reader finds it again."""
    return ", ".join(source.parts)
