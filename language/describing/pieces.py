"""A text as its author laid it out: headings, bullets and sentences, each with the very place it stands at."""
from collections.abc import Container, Iterator
from dataclasses import dataclass
import re
from typing import Literal

from language.cleaning import folded
from language.describing.lexicon import pattern

BULLET, SIGNED, ABBREVIATED = pattern("bullet"), pattern("signed"), pattern("abbreviated")
MARKED = re.compile(r"^[ \t]*(?:#{1,6}[ \t]+|\*\*(?=[^*]+\*\*:?[ \t]*$)|__(?=[^_]+__:?[ \t]*$))")
NUMBERED = re.compile(r"^[ \t]*\d{1,2}(?:\.\d{1,2})*\.?[ \t]+(?=[A-ZÀ-Ý])")
RULER = re.compile(r"^[ \t]*(?:[=\-_*~]{3,}|\|[-| :]+\|)[ \t]*$")
# A sentence ends before a capital letter, but not behind “e.g.”, “Dr.”, “no.” or an initial.
END = re.compile(r"(?<=[.!?])[\"”')\]]?\s+(?=[\"“'(\[]?[A-ZÀ-Ý0-9])|(?<=[;])\s+(?=\S)|\s*\n\s*\n\s*")
# A list that lost its line breaks: “(1) a (2) b”, “1. a 2. b”, “- a - b”, “• a • b”.
INLINE = re.compile(r"(?:(?<=\s)|^|(?<=:))(?:\(?\d{1,2}[.)]|\([a-h]\)|[-–•*·])\s+(?=\S)")
LONGEST_HEADING = 8                      # words
SHORT_HEADING = 5
SHORT_LINE = 60                          # a line that is shorter was not wrapped
FEWEST = 2                               # marks that make a list
NO_HEADINGS: frozenset[str] = frozenset()
Form = Literal["heading", "bullet", "sentence"]


@dataclass(frozen=True)
class Piece:
    """One piece of a text; `text` is what stands from `start` to `end`, unchanged. `under` is the heading it stands below, `level` its depth among bullets."""
    form: Form
    text: str
    start: int
    end: int
    under: str = ""
    level: int = 0
    numbered: bool = False


@dataclass
class _Block:
    """Lines that belong together: one bullet or one paragraph."""
    start: int
    end: int
    level: int = -1
    numbered: bool = False


def pieces(text: str, headings: Container[str] = NO_HEADINGS, *, by_line: bool = False) -> list[Piece]:
    """The pieces of a text in their order; `headings` are words, folded, that are one when they stand alone on a line.
    `by_line`: a short line ends its sentence."""
    found, under, listed = list[Piece](), "", False
    for at, block in enumerate(blocks := list(_blocks(text, headings, by_line=by_line))):
        said = text[block.start:block.end]
        behind = blocks[at + 1] if at + 1 < len(blocks) else None
        if _numbers_heading(text, block, behind) and not (at and blocks[at - 1].numbered):
            under, listed = bare(said), False
            found.append(_piece("heading", text, block.start, block.end, under))
        elif block.level < 0 and (heading := _heading(text, block, behind, headings)) is not None:
            under, listed = heading, False
            found.append(_piece("heading", text, block.start, block.end, heading))
        elif block.level >= 0 and behind is not None and behind.level < 0 and MARKED.match(said):
            under = MARKED.sub("", said).strip(" *_:")
        else:
            listed = listed or block.level >= 0
            found += _sentences(text, block, under if block.level >= 0 or not listed else "")     # a paragraph behind a list is no part of it
    return found


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.split("\n"):
        yield start, start + len(line)
        start += len(line) + 1


def _blocks(text: str, headings: Container[str], *, by_line: bool) -> Iterator[_Block]:
    """Bullets with the lines that go on with them, and paragraphs; a heading is a paragraph of one line."""
    now: _Block | None = None
    depths: list[int] = []
    for start, end in _lines(text):
        line = text[start:end]
        if not line.strip() or RULER.match(line) or SIGNED.match(line):
            yield from [now] if now else []
            now = None
            continue
        begins = _begins(line, now, text, headings, by_line=by_line)
        if not begins and now is not None:
            now.end = start + len(line.rstrip())
            continue
        yield from [now] if now else []
        mark = BULLET.match(line)
        if mark and begins == "bullet":
            now = _Block(start + mark.end(), start + len(line.rstrip()), _depth(depths, len(mark["indent"].expandtabs(4))), mark["mark"][-1] in ".)")
        else:
            depths = []
            now = _Block(start + len(line) - len(line.lstrip()), start + len(line.rstrip()))
    yield from [now] if now else []


def _begins(line: str, now: _Block | None, text: str, headings: Container[str], *, by_line: bool) -> str:
    """Whether a line begins something new: a bullet, a paragraph, or nothing."""
    mark = BULLET.match(line)
    if mark and not (NUMBERED.match(line) and _is_title(line[mark.end():])):
        return "bullet"
    if now is None or _looks_alone(line, headings):
        return "paragraph"
    if now.level < 0:
        above = text[now.start:now.end].rpartition("\n")[2]
        is_short = len(above) < SHORT_LINE and (by_line or line.lstrip()[:1].isupper())
        return "paragraph" if is_short or _looks_alone(text[now.start:now.end], headings) else ""
    return "" if line[:1].isspace() else "paragraph"


def _depth(depths: list[int], indent: int) -> int:
    """How deep a bullet stands, by the indents of those above it."""
    while depths and depths[-1] > indent:
        depths.pop()
    if not depths or depths[-1] < indent:
        depths.append(indent)
    return len(depths) - 1


def _looks_alone(line: str, headings: Container[str] = NO_HEADINGS) -> bool:
    """Whether a line is a heading by its own look or words, so that the next line is no part of it."""
    said = line.strip()
    return folded(bare(said)) in headings or bool(MARKED.match(line)) or (said.endswith(":") and len(said.split()) <= LONGEST_HEADING) or (
        said.isupper() and len(said.split()) <= LONGEST_HEADING and len(said) > 3)  # noqa: PLR2004 - an abbreviation is no heading


def _is_title(said: str) -> bool:
    """Whether what follows a number is a heading such as “2. Scope of work”, not a step of a list."""
    words = said.strip().rstrip(":").split()
    return said.strip().endswith(":") and len(words) <= LONGEST_HEADING


def bare(said: str) -> str:
    """A heading without its number and marks."""
    return NUMBERED.sub("", MARKED.sub("", said)).strip(" *_:#").strip()


def _heading(text: str, block: _Block, behind: _Block | None, headings: Container[str]) -> str | None:
    """The heading that a block is, without its marks."""
    said = text[block.start:block.end]
    own = bare(said)
    if "\n" in said or len(own.split()) > LONGEST_HEADING or not own:
        return None
    alone = behind is not None and "\n\n" not in text[block.end:behind.start].replace(" ", "") and behind.level >= 0
    is_closed = said[-1] in ".!?;,"
    is_one = _looks_alone(said, headings) or (not is_closed and (alone or _is_ruled(text, block) or _stands_alone(text, block)))
    return own if is_one else None


def _numbers_heading(text: str, block: _Block, behind: _Block | None) -> bool:
    """Whether a numbered line is a heading: it is short, does not end like a sentence, and a paragraph follows on the next line."""
    said = text[block.start:block.end]
    if block.level or not block.numbered or behind is None or behind.level >= 0 or len(said.split()) > SHORT_HEADING + 1 or said[-1:] in ".!?;,":
        return False
    return text[block.end:behind.start].strip(" ") in ("\n", "\n\n") and text[behind.start:behind.end].rstrip()[-1:] in ".:!?"


def _is_ruled(text: str, block: _Block) -> bool:
    below = text[block.end:].lstrip("\n").partition("\n")[0]
    return bool(RULER.match(below))


def _stands_alone(text: str, block: _Block) -> bool:
    """Whether a short line stands between two empty ones, or at the top."""
    above, below = text[:block.start].rstrip(" \t"), text[block.end:].lstrip(" \t")
    return len(text[block.start:block.end].split()) <= SHORT_HEADING and (not above or above.endswith("\n\n")) and below.startswith("\n")


def _sentences(text: str, block: _Block, under: str) -> Iterator[Piece]:
    """The sentences of a block; a bullet with one sentence, or none that ends, is one piece."""
    form: Form = "bullet" if block.level >= 0 else "sentence"
    marks = [m for m in INLINE.finditer(text, block.start, block.end) if m.start() > block.start or block.level < 0]
    if len(marks) >= FEWEST and block.level < 0:
        if text[block.start:marks[0].start()].strip():
            yield _piece("sentence", text, block.start, marks[0].start(), under)
        for mark, end in zip(marks, [*(m.start() for m in marks[1:]), block.end], strict=True):
            yield _piece("bullet", text, mark.end(), end, under, numbered=mark[0].strip()[-1] in ".)")
        return
    start = block.start
    for end, after in _ends(text, block):
        if text[start:end].strip():
            yield _piece(form, text, start, end, under, max(block.level, 0), numbered=block.numbered)
        form = form if text[end - 1] == ";" else "sentence"
        start = after


def _ends(text: str, block: _Block) -> Iterator[tuple[int, int]]:
    for m in END.finditer(text, block.start, block.end):
        if not ABBREVIATED.search(text[block.start:m.start()]):
            yield m.start(), m.end()
    yield block.end, block.end


def _piece(form: Form, text: str, start: int, end: int, under: str, level: int = 0, *,  # noqa: PLR0913 - where it stands
           numbered: bool = False) -> Piece:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Piece(form, text[start:end], start, end, under, level, numbered)
