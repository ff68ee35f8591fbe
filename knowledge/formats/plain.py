"""Plain text: underlined lines, and numbers that follow each other, head sections."""
from collections.abc import Iterator, Sequence
import re

from knowledge.formats.base import Block, Parsed, document, entitled, gathered
from knowledge.formats.counting import in_order
from knowledge.formats.decoding import decoded
from knowledge.formats.wire import apart
from language.cleaning import clean
from records.errors import BadInput

UNDERLINE = re.compile(r"^([=\-~^\"'*+#`:.])\1{2,}\s*$")
LONGEST_HEADING = 110
BINARY = 0.05


def read(content: bytes, name: str) -> Parsed:
    said = decoded(content)
    text = clean(said)
    if len(said) - len(text) > BINARY * len(said) + said.count("\r"):
        raise BadInput(f"{name} is no text: most of it are signs that nobody can see.")
    lines = text.splitlines()
    pieces = list(gathered(_blocks(lines, _underlined(lines) or dict(_numbered(lines)))))
    title, head, rest = entitled(pieces, "", name)
    if not head and not rest:
        raise BadInput(f"{name} holds no text.")
    return document(title, head, rest)


def _underlined(lines: Sequence[str]) -> dict[int, int]:
    """The lines that are underlined, with the level their sign has by the order in which signs appear; over- and underlined is another sign."""
    signs: list[str] = []
    found: dict[int, int] = {}
    for at in range(len(lines) - 1):
        m = UNDERLINE.match(lines[at + 1])
        if not m or not lines[at].strip() or UNDERLINE.match(lines[at]) or len(lines[at].strip()) > min(LONGEST_HEADING, len(lines[at + 1].strip()) + 2):
            continue
        is_over = at > 0 and lines[at - 1].strip() == lines[at + 1].strip()
        if not is_over and at > 0 and lines[at - 1].strip():
            continue
        sign = m[1] * (1 + is_over)
        signs += [sign] if sign not in signs else []
        found[at] = signs.index(sign) + 1
    return found


def _numbered(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The numbered lines that stand alone and follow each other."""
    alone = [at for at, line in enumerate(lines) if line.strip() and len(line) <= LONGEST_HEADING and not line.rstrip().endswith((".", ";", ","))
             and (at == 0 or not lines[at - 1].strip())]
    yield from ((alone[i], level) for i, level in in_order([lines[at].strip() for at in alone]))


def _blocks(lines: Sequence[str], levels: dict[int, int]) -> Iterator[Block]:
    is_apart = True
    for at, line in enumerate(lines):
        if at in levels:
            yield Block(line.strip(), levels[at])
        elif line.strip() and not (UNDERLINE.match(line) and (at - 1 in levels or at + 1 in levels)):
            yield Block(line.rstrip(), is_line=not is_apart)
        is_apart = not line.strip() or at in levels


work = apart(read)
