"""A sentence without what is covered: where it stood, nothing is claimed any more."""
from collections.abc import Sequence
import re

from assistant.guarding.claims import claims, plain
from assistant.guarding.rephrasing import PLACED
from reports.blocks import Block, Passage


def without(text: str, display: str) -> str:
    said = r"\s*".join(re.escape(part) for part in plain(display).split())
    return re.sub(rf"(?<![\w.,]){said}(?!\w|[.,]\w)", PLACED, text, flags=re.I)


def unquoted(text: str, blocks: Sequence[Block]) -> str:
    """Without the numbers that stand in a quoted passage beside the same word."""
    quoted = " ".join(plain(b.text) for b in blocks if isinstance(b, Passage)).lower()
    words = text.split(" ")
    for n, word in enumerate(words):
        beside = (" ".join(words[max(n - 1, 0):n + 1]), " ".join(words[n:n + 2]))
        if claims(word) and any(" " in b and b.strip(".,;:").lower() in quoted for b in beside):
            words[n] = PLACED
    return " ".join(words)

