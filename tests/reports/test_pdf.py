"""A PDF can be read aloud: each heading, paragraph, table and picture is tagged as one, in the order in which they are read, in a language, with words."""
from collections.abc import Iterator
import ctypes
from typing import Any

import pypdfium2
from pypdfium2 import raw
import pytest

from reports import formats
from reports.formats.base import Report
from tests.reports.test_formats import BLOCKS, CHARTS, REPORT

Tag = tuple[str, str]               # what it is, and its words for those who cannot see it


def _said(of: Any, ask: Any) -> str:
    size = ask(of, None, 0)
    told = ctypes.create_string_buffer(size)
    ask(of, told, size)
    return told.raw[:max(size - 2, 0)].decode("utf-16-le")


def _tags(of: Any) -> Iterator[Tag]:
    yield _said(of, raw.FPDF_StructElement_GetType), _said(of, raw.FPDF_StructElement_GetAltText)
    for n in range(raw.FPDF_StructElement_CountChildren(of)):
        if child := raw.FPDF_StructElement_GetChildAtIndex(of, n):
            yield from _tags(child)


def tags(document: pypdfium2.PdfDocument) -> Iterator[Tag]:
    for page in document:
        tree = raw.FPDF_StructTree_GetForPage(page)
        for n in range(raw.FPDF_StructTree_CountChildren(tree)):
            yield from _tags(raw.FPDF_StructTree_GetChildAtIndex(tree, n))
        raw.FPDF_StructTree_Close(tree)


@pytest.fixture(scope="module")
def document() -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(formats.named("pdf").render(Report("Apollo: status report", REPORT.says, BLOCKS, REPORT.made)))


def test_every_part_is_tagged_as_what_it_is(document: pypdfium2.PdfDocument) -> None:
    kinds = [kind for kind, _ in tags(document)]
    assert {"H1", "H2", "P", "Table", "TH", "TD", "Figure", "L", "LI"} <= set(kinds)
    assert kinds.index("H1") < kinds.index("H2") < kinds.index("Table")


def test_every_picture_has_its_words(document: pypdfium2.PdfDocument) -> None:
    told = [words for kind, words in tags(document) if kind == "Figure"]
    assert [chart.alt for chart in CHARTS] == [words for words in dict.fromkeys(told) if words]


def test_it_names_its_title_its_language_and_its_standard(document: pypdfium2.PdfDocument) -> None:
    file = formats.named("pdf").render(REPORT)
    assert document.get_metadata_value("Title") == "Apollo: status report"
    assert b"/Lang(en)" in file.replace(b" ", b"")
    assert b"<pdfuaid:part>1</pdfuaid:part>" in file
    assert b"/DisplayDocTitle true" in file


def test_its_text_comes_in_the_order_in_which_it_is_read(document: pypdfium2.PdfDocument) -> None:
    said = " ".join(page.get_textpage().get_text_bounded() for page in document)
    inside = ("Apollo: status report", "as of Wed 18 Nov", "Apollo is off track", "Delivered well?", "Still worth it?", "CPI", "Overdue: 2")
    places = [said.index(words) for words in inside]
    assert places == sorted(places)
