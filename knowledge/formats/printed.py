"""What is printed on the pages of a PDF: its lines with their size and weight, its bookmarks and page labels. The only place that touches pdfium."""
from collections.abc import Iterator, Mapping
from ctypes import c_char, c_ushort
from dataclasses import dataclass, field
from functools import partial
from math import hypot
from typing import Any

import pypdfium2
from pypdfium2 import raw

from language.cleaning import clean
from records.errors import BadInput

MOST_PAGES, MOST_MARKS, DEEPEST_MARK = 2000, 10_000, 12
MOST_CHARS = 10_000_000
LONGEST_SAID = 1000                             # characters of a title
HEAVY = 600
HYPHENS = str.maketrans({0x02: "\u00ad", 0xFFFE: "\u00ad"})      # what pdfium says for a hyphen at the end of a line


@dataclass(frozen=True)
class Line:
    page: int
    text: str
    size: float
    is_bold: bool


@dataclass(frozen=True)
class Mark:
    """A bookmark."""
    level: int
    title: str
    page: int


@dataclass(frozen=True)
class Print:
    """`labels` are what pages are called that are not called by their number."""
    title: str
    lines: tuple[Line, ...]
    marks: tuple[Mark, ...]
    labels: Mapping[int, str] = field(default_factory=dict)


def opened(content: bytes, name: str) -> Print:
    """Read all of it; raises `BadInput` for one that is broken, locked or endless."""
    try:
        document = pypdfium2.PdfDocument(content)
        try:
            if len(document) > MOST_PAGES:
                raise BadInput(f"{name} is too large to be read: it has {len(document):,} pages, {MOST_PAGES:,} are the most. Split it.")
            lines = tuple(_all_lines(document, name))
            labels = {n: label for n in range(1, len(document) + 1) if (label := _said(partial(raw.FPDF_GetPageLabel, document, n - 1))) not in ("", str(n))}
            return Print(_said(partial(raw.FPDF_GetMetaText, document, b"Title")), lines, tuple(_marks(document, None, 1, [MOST_MARKS])), labels)
        finally:
            document.close()
    except pypdfium2.PdfiumError as error:
        why = "it is protected by a password. Save it without one" if "password" in str(error).lower() else "it is damaged or cut off, no whole PDF"
        raise BadInput(f"{name} cannot be opened: {why}.") from None


def _said(ask: Any) -> str:
    """What pdfium writes into a buffer of bytes when asked."""
    size = min(int(ask(None, 0)), 2 * LONGEST_SAID)
    if size <= 2:  # noqa: PLR2004 - the zero at the end
        return ""
    buffer = (c_char * size)()
    ask(buffer, size)
    return clean(buffer.raw[:size - size % 2].decode("utf-16-le", errors="replace").rstrip("\0")).strip()


def _marks(document: Any, above: Any, level: int, left: list[int]) -> Iterator[Mark]:
    """The bookmarks below one; those that run in a ring end by being too many."""
    mark = raw.FPDFBookmark_GetFirstChild(document, above)
    while mark and left[0] > 0:
        left[0] -= 1
        where = raw.FPDFBookmark_GetDest(document, mark)
        page = raw.FPDFDest_GetDestPageIndex(document, where) if where else -1
        if page >= 0:
            yield Mark(level, _said(partial(raw.FPDFBookmark_GetTitle, mark)), page + 1)
        if level < DEEPEST_MARK:
            yield from _marks(document, mark, level + 1, left)
        mark = raw.FPDFBookmark_GetNextSibling(document, mark)


def _all_lines(document: pypdfium2.PdfDocument, name: str) -> Iterator[Line]:
    chars = 0
    for number, page in enumerate(document, 1):
        text = page.get_textpage()
        chars += text.count_chars()
        if chars > MOST_CHARS:
            raise BadInput(f"{name} is too large to be read: it has more than {MOST_CHARS:,} characters. Split it.")
        yield from _lines(text, number)
        text.close()
        page.close()


def _lines(text: pypdfium2.PdfTextPage, number: int) -> Iterator[Line]:
    """The lines of a page; each has the size and weight of its first sign that others follow (a drop-out bullet says nothing of the line)."""
    at = 0
    for line in _text(text).split("\n"):
        if shown := _shown(line):
            first = raw.FPDFText_GetCharIndexFromTextIndex(text, at + _telling(line))
            yield Line(number, shown, _size(text, first), _is_bold(text, first))
        at += len(line.encode("utf-16-le", errors="surrogatepass")) // 2 + 1


def _text(text: pypdfium2.PdfTextPage) -> str:
    """All text of a page as pdfium counts it, one place for each of its UTF-16 units but in letters beyond them."""
    count = text.count_chars()
    if not count:
        return ""
    buffer = (c_ushort * (count * 2 + 1))()
    got = raw.FPDFText_GetText(text, 0, count, buffer)
    return bytes(buffer)[:2 * max(got - 1, 0)].decode("utf-16-le", errors="surrogatepass").replace("\r", " ")


def _telling(line: str) -> int:
    """Where the first word begins that has more than one sign in it."""
    bare = line.lstrip()
    first, _, rest = bare.partition(" ")
    return len(line) - len(rest.lstrip()) if len(first) == 1 and rest.strip() else len(line) - len(bare)


def _shown(line: str) -> str:
    """The line without unseen characters; the mark of a hyphenated end stays."""
    said = line.translate(HYPHENS)
    ends = said.rstrip(" ").endswith("\u00ad")
    return " ".join(clean(said).split()) + ("\u00ad" if ends else "")


def _size(text: pypdfium2.PdfTextPage, at: int) -> float:
    """Points as printed: the font's size times the scale of its matrix."""
    matrix = raw.FS_MATRIX()
    scale = hypot(matrix.b, matrix.d) if raw.FPDFText_GetMatrix(text, at, matrix) else 1.0
    return round(float(raw.FPDFText_GetFontSize(text, at)) * (scale or 1.0), 1)


def _is_bold(text: pypdfium2.PdfTextPage, at: int) -> bool:
    if raw.FPDFText_GetFontWeight(text, at) >= HEAVY:
        return True
    name = (c_char * 200)()
    raw.FPDFText_GetFontInfo(text, at, name, len(name), None)
    return any(word in name.value.lower() for word in (b"bold", b"black", b"heavy"))
