"""What is printed on the pages of a PDF: its lines with their size and weight, and its bookmarks. The only place that touches pdfium."""
from collections.abc import Iterator
from ctypes import create_string_buffer
from dataclasses import dataclass
from math import hypot

import pypdfium2
from pypdfium2 import raw

from language.cleaning import clean
from records.errors import BadInput

MOST_PAGES = 2000
HEAVY = 600
HYPHEN = {0x02: "\u00ad", 0xFFFE: "\u00ad"}     # what pdfium says for a hyphen at the end of a line
SURROGATES = range(0xD800, 0xE000)


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
    title: str
    lines: tuple[Line, ...]
    marks: tuple[Mark, ...]


def opened(content: bytes, name: str) -> Print:
    """Read all of it; raises `BadInput` for one that is broken, locked or endless."""
    try:
        document = pypdfium2.PdfDocument(content)
        try:
            if len(document) > MOST_PAGES:
                raise BadInput(f"{name} has {len(document):,} pages; I read at most {MOST_PAGES:,}.")
            lines = tuple(line for number, page in enumerate(document, 1) for line in _lines(page, number))
            return Print(clean(document.get_metadata_value("Title")).strip(), lines, tuple(_marks(document)))
        finally:
            document.close()
    except pypdfium2.PdfiumError as error:
        why = "protected by a password" if "password" in str(error).lower() else "no whole PDF"
        raise BadInput(f"{name} cannot be opened: it is {why}.") from None


def _marks(document: pypdfium2.PdfDocument) -> Iterator[Mark]:
    for mark in document.get_toc():
        where = mark.get_dest()
        page = where.get_index() if where else None
        if page is not None:
            yield Mark(mark.level + 1, clean(mark.get_title()), page + 1)


def _lines(page: pypdfium2.PdfPage, number: int) -> Iterator[Line]:
    text = page.get_textpage()
    line, at = "", [0]
    for i in range(text.count_chars() + 1):
        code = raw.FPDFText_GetUnicode(text, i) if i < text.count_chars() else ord("\n")
        if code not in (0x0A, 0x0D):
            char = HYPHEN.get(code, "" if code in SURROGATES or code > 0x10FFFF else chr(code))  # noqa: PLR2004 - the last code point
            line += char
            at = at if line.strip() != char.strip() or not char.strip() else [i]
            continue
        if shown := _shown(line):
            yield Line(number, shown, _size(text, at[0]), _is_bold(text, at[0]))
        line = ""


def _shown(line: str) -> str:
    """The line without unseen characters; the mark of a hyphenated end stays."""
    ends = line.endswith("\u00ad")
    return clean(line).strip() + ("\u00ad" if ends else "")


def _size(text: pypdfium2.PdfTextPage, at: int) -> float:
    """Points as printed: the font's size times the scale of its matrix."""
    matrix = raw.FS_MATRIX()
    scale = hypot(matrix.b, matrix.d) if raw.FPDFText_GetMatrix(text, at, matrix) else 1.0
    return round(float(raw.FPDFText_GetFontSize(text, at)) * (scale or 1.0), 1)


def _is_bold(text: pypdfium2.PdfTextPage, at: int) -> bool:
    if raw.FPDFText_GetFontWeight(text, at) >= HEAVY:
        return True
    name = create_string_buffer(200)
    raw.FPDFText_GetFontInfo(text, at, name, len(name), None)
    return any(word in name.value.lower() for word in (b"bold", b"black", b"heavy"))
