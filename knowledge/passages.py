"""Cutting the text of a section into passages that can be quoted."""
from collections.abc import Iterator
import re
import textwrap

LONGEST = 1200


def passages(text: str) -> Iterator[str]:
    """The text in pieces of at most 1,200 characters, cut between paragraphs or sentences, and within only what has neither."""
    piece = ""
    for part in _parts(text):
        if piece and len(piece) + len(part) > LONGEST:
            yield piece.strip()
            piece = ""
        piece += part if part.endswith("\n") else f"{part} "
    if piece.strip():
        yield piece.strip()


def _parts(text: str) -> Iterator[str]:
    for part in re.split(r"(?<=\n)|(?<=[.!?])[ \t]+", text):
        yield from textwrap.wrap(part, LONGEST) if len(part) > LONGEST else (part,)
