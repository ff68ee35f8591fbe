"""A sentence without what is covered: where it stood, nothing is claimed any more."""
from collections.abc import Callable, Sequence
import re

from assistant.guarding.claims import claims, plain
from assistant.guarding.rephrasing import PLACED
from reports.blocks import Block, Passage


def without(text: str, display: str, where: Callable[[str], bool] | None = None) -> str:
    """The text without something that is displayed, `where` what stands before it says that it is."""
    said = r"\s*".join(re.escape(part) for part in plain(display).split())
    return re.sub(rf"(?<![\w.,]){said}(?!\w|[.,]\w)", lambda m: PLACED if where is None or where(text[:m.start()]) else m[0], text, flags=re.I)


def unquoted(text: str, blocks: Sequence[Block]) -> str:
    """Without the numbers that stand in a quoted passage beside the same word."""
    quoted = " ".join(plain(b.text) for b in blocks if isinstance(b, Passage)).lower()
    words = text.split(" ")
    for n, word in enumerate(words):
        beside = (" ".join(words[max(n - 1, 0):n + 1]), " ".join(words[n:n + 2]))
        if claims(word) and any(" " in b and b.strip(".,;:").lower() in quoted for b in beside):
            words[n] = PLACED
    return " ".join(words)

