"""PDF with a text layer: numbered headings make sections, each with the page it begins on; running heads and feet are dropped."""
from collections import Counter
from collections.abc import Iterator, Sequence
import re

import pypdfium2

from knowledge.formats.base import NUMBERED, Format, Parsed, Section, about, numbered
from records.errors import BadInput

LONGEST_HEADING = 90
OFTEN = 3
FOOT = re.compile(r"^(?:page\s+)?\d+(?:\s*(?:/|of)\s*\d+)?$", re.I)


def read(content: bytes, name: str) -> Parsed:
    pages = _pages(content, name)
    if not any(line for page in pages for line in page):
        raise BadInput(f"{name} has no text layer: it is a scan. Run text recognition over it first.")
    lines = list(_kept(pages))
    title = next((line for _, line in lines if not NUMBERED.match(line)), name.rsplit(".", 1)[0])
    head, sections = _sections(lines)
    return Parsed(title, tuple(sections) or (Section("", title, "\n".join(line for _, line in lines), page=1),), about("\n".join(head)))


def _pages(content: bytes, name: str) -> list[list[str]]:
    try:
        document = pypdfium2.PdfDocument(content)
        try:
            return [[line.strip() for line in page.get_textpage().get_text_bounded().splitlines() if line.strip()] for page in document]
        finally:
            document.close()
    except pypdfium2.PdfiumError as error:
        raise BadInput(f"{name} cannot be opened: it is {'protected by a password' if 'password' in str(error).lower() else 'no whole PDF'}.") from None


def _kept(pages: Sequence[Sequence[str]]) -> Iterator[tuple[int, str]]:
    """The lines with their page, without page numbers and what stands at the edge of most pages."""
    edges = Counter(line for page in pages for line in {page[0], page[-1]} if page)
    for number, page in enumerate(pages, 1):
        for at, line in enumerate(page):
            at_edge = at in (0, len(page) - 1)
            if not (at_edge and (FOOT.match(line) or (number > 1 and edges[line] >= min(OFTEN, len(pages)) and len(pages) > 1))):
                yield number, line


def _sections(lines: Sequence[tuple[int, str]]) -> tuple[list[str], list[Section]]:
    head, sections, open_ = list[str](), list[Section](), False
    path: list[tuple[str, str]] = []
    body: list[str] = []
    for page, line in lines:
        if not _is_heading(line):
            (body if open_ else head).append(line)
            continue
        if open_:
            sections[-1] = _with(sections[-1], body)
        number, heading = numbered(line)
        path = [(n, h) for n, h in path if number.startswith(f"{n}.")]
        sections.append(Section(number, heading, "", tuple(h for _, h in path), page))
        path.append((number, heading))
        body, open_ = [], True
    if open_:
        sections[-1] = _with(sections[-1], body)
    return head, sections


def _is_heading(line: str) -> bool:
    m = NUMBERED.match(line)
    return bool(m and len(line) <= LONGEST_HEADING and m["heading"][0].isupper() and not line.endswith((".", ";", ",")))


def _with(section: Section, body: Sequence[str]) -> Section:
    """The section with its lines joined to paragraphs again; a list keeps its lines."""
    text = ""
    for line in body:
        begins = line.startswith(("-", "•", "–", "*")) or (text and text.rstrip().endswith((".", ":")) and line[:1].isupper())
        text += ("\n" if begins and text else " " if text else "") + line
    return Section(section.number, section.heading, text.strip(), section.path, section.page)


pdf = Format((".pdf",), read)
