"""PDF with a text layer: bookmarks make sections, else numbers and sizes do; each has the page it begins on. Running heads and feet are dropped."""
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
import re
from string import ascii_lowercase

from knowledge.formats.base import ABOUT, MADE_UP, NUMBERED, Parsed, Piece, document, named, numbered
from knowledge.formats.counting import in_order
from knowledge.formats.printed import Line, Print, opened
from knowledge.formats.wire import apart
from records.errors import BadInput

LONGEST_HEADING = 110
LARGER = 1.12                           # a heading's size against the text's
MOST_HEADINGS = 0.4                     # where more lines than that look like headings, bold tells nothing
MARKED = 0.6                            # share of the bookmarks that must be found as lines
OFTEN = 3                               # the outermost line of so many pages is a running head or foot; one further in, that of half of them
EDGE = 3                                # lines that a running head may have
INNERMOST = 9
READABLE = 0.4
ENOUGH_LETTERS, FEWEST_VOWELS = 200, 1 / 6
LONGEST_TITLE = 3                       # lines
FOOT = re.compile(r"^(?:page\s+)?\d+(?:\s*(?:/|of|von)\s*\d+)?$", re.I)
BULLET = re.compile(r"^(?:[-–—•▪●◦‣·*o]|\(?[a-z0-9]{1,3}\))(?:\s|$)", re.I)


def read(content: bytes, name: str) -> Parsed:
    printed = opened(content, name)
    lines = list(_kept(printed.lines))
    if not lines:
        raise BadInput(f"{name} has no text layer: it is a scan. Run text recognition over it first.")
    if _is_coded("".join(line.text for line in lines)):
        raise BadInput(f"{name} can be printed but not read: its letters carry no meaning. Save it anew from its source, or run text recognition over it.")
    title, rest = _entitled(lines, printed, name)
    levels = _marked(rest, printed) or _looked_like(rest)
    first = min(levels, default=len(rest))
    return document(title, _head(rest[:first]), _pieces(rest[first:], {at - first: level for at, level in levels.items()}, printed.labels), lines[0].page)


def _kept(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines without page numbers and without what stands at the edge of many pages, where it is printed no larger than the text."""
    pages: dict[int, list[int]] = {}
    for at, line in enumerate(lines):
        pages.setdefault(line.page, []).append(at)
    edges = [order[:EDGE] for ats in pages.values() for order in (ats, ats[::-1])]
    often = Counter(text for ats in pages.values() for text in {_unpaged(lines[at].text) for at in (*ats[:EDGE], *ats[-EDGE:])})
    outermost, further = min(OFTEN, len(pages)), max(OFTEN, len(pages) / 2)
    largest = _body(lines) * LARGER if lines else 0.0
    dropped = set[int]()
    for edge in edges:
        numbers = 0
        for depth, at in enumerate(edge):
            line = lines[at]
            is_number = bool(FOOT.match(line.text)) and not numbers
            is_running = line.page > 1 and line.size < largest and often[_unpaged(line.text)] >= (further if depth else outermost)
            if not is_number and not is_running:
                break
            numbers += is_number
            dropped.add(at)
    return (line for at, line in enumerate(lines) if at not in dropped)


def _unpaged(text: str) -> str:
    return re.sub(r"\d+", "#", text)


def _entitled(lines: Sequence[Line], printed: Print, name: str) -> tuple[str, Sequence[Line]]:
    """The title and the lines without it: the largest lines at the top of the first page, the bookkeeping's title, or the file's name."""
    first = [at for at, line in enumerate(lines) if line.page == lines[0].page and not FOOT.match(line.text)] or [0]
    largest = max(lines[at].size for at in first)
    top = next(at for at in first if lines[at].size == largest)
    end = next((at for at in range(top, len(lines)) if lines[at].size != largest or lines[at].page != lines[top].page), len(lines))
    told = "" if MADE_UP.search(printed.title) else printed.title
    is_plain = largest < _body(lines) * LARGER
    if is_plain and not told and len(lines) > 1:
        end = top + 1
    elif is_plain or end - top > LONGEST_TITLE:
        return told or named(name), lines
    title = " ".join(line.text for line in lines[top:end])
    if NUMBERED.match(title) or len(title) > LONGEST_HEADING or not _is_readable(title):
        return told or named(name), lines
    return title, [*lines[:top], *lines[end:]]


def _head(lines: Sequence[Line]) -> str:
    """What stands before the first heading: facts in lines of their own, sentences joined."""
    told = [line.text for line in lines if ABOUT.match(line.text)]
    return "\n".join((*told, _joined([line.text for line in lines if not ABOUT.match(line.text)])))


def _marked(lines: Sequence[Line], printed: Print) -> dict[int, int]:
    """The lines that bookmarks lead to, with their level; none when most lead to no such line, or one tells no more than the title."""
    found: dict[int, int] = {}
    for mark in printed.marks:
        wanted = _bare(mark.title)
        at = next((i for i, line in enumerate(lines) if i not in found and line.page in (mark.page, mark.page + 1)
                   and wanted and (_bare(line.text) == wanted or (wanted.startswith(_bare(line.text)) and len(_bare(line.text)) > len(wanted) / 2))), None)
        if at is not None:
            found[at] = mark.level
    return found if len(found) >= max(2, MARKED * len(printed.marks)) else {}


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


def _looked_like(lines: Sequence[Line]) -> dict[int, int]:
    """The lines that look like headings, with their level: numbered in order, or larger or bolder than the text."""
    body = _body(lines)
    fit = [at for at, line in enumerate(lines) if _may_head(line)]
    larger = {at for at in fit if lines[at].size >= body * LARGER}
    bold = {at for at in fit if lines[at].is_bold and lines[at].size >= body}
    shown = larger | bold if len(larger | bold) <= MOST_HEADINGS * len(lines) else larger if len(larger) <= MOST_HEADINGS * len(lines) else set[int]()
    order = {fit[i]: level for i, level in in_order([lines[at].text for at in fit], {i for i, at in enumerate(fit) if at in shown})}
    sizes = sorted({lines[at].size for at in shown - order.keys()} | {lines[at].size for at, level in order.items() if level == 1}, reverse=True)
    top = max((lines[at].size for at, level in order.items() if level == 1), default=0.0)
    return order | {at: INNERMOST if order and lines[at].size <= top else sizes.index(lines[at].size) + 1 for at in shown - order.keys()}


def _may_head(line: Line) -> bool:
    text = line.text
    return (2 < len(text) <= LONGEST_HEADING and not text.endswith((".", ";", ","))  # noqa: PLR2004 - "A" heads nothing
            and not BULLET.match(text) and not ABOUT.match(text) and _is_readable(text))


def _is_coded(text: str) -> bool:
    """Whether what look like Latin letters are none: any language writes more than one vowel in six letters."""
    counted = Counter(text.casefold())
    letters = sum(counted[c] for c in ascii_lowercase)
    return letters > ENOUGH_LETTERS and sum(counted[c] for c in "aeiou") < letters * FEWEST_VOWELS


def _is_readable(text: str) -> bool:
    """Whether it is mostly letters; a font may hide what its signs mean."""
    return sum(c.isalpha() for c in text) >= READABLE * len(text)


def _body(lines: Sequence[Line]) -> float:
    sizes = Counter[float]()
    for line in lines:
        sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0]


def _pieces(lines: Sequence[Line], levels: Mapping[int, int], labels: Mapping[int, str]) -> Iterator[Piece]:
    at = 0
    while at < len(lines):
        heading, page, level, end = lines[at].text, lines[at].page, levels[at], at + 1
        while end in levels and levels[end] == level and lines[end].page == page and lines[end].size == lines[at].size and not numbered(lines[end].text)[0]:
            heading, end = f"{heading} {lines[end].text}", end + 1
        body = next((i for i in range(end, len(lines)) if i in levels), len(lines))
        if end - at > LONGEST_TITLE:            # a slide, all of it in large letters
            heading, end = lines[at].text, at + 1
        yield Piece(level, heading, _joined([line.text for line in lines[end:body]]), page, f"page {labels[page]}" if page in labels else "")
        at = body


def _joined(lines: Sequence[str]) -> str:
    """Lines joined to paragraphs again; a list keeps its lines."""
    text = ""
    for line in lines:
        begins = bool(BULLET.match(line)) or (text.rstrip().endswith((".", ":")) and line[:1].isupper())
        if text.endswith("\u00ad"):
            text = text[:-1] + line
        else:
            text += ("\n" if begins and text else " " if text else "") + line
    return text.replace("\u00ad", "").strip()


work = apart(read)
