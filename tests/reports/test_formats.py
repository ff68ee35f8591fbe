"""A report is the same in every format: nothing is lost, text stays text, whoever cannot see it is told, and the same report gives the same bytes."""
from datetime import UTC, date, datetime
from io import BytesIO
import json
from zipfile import ZipFile

from docx import Document
import openpyxl
from pptx import Presentation
import pypdfium2
import pytest

from records.errors import BadInput
from reports import formats
from reports.blocks import Card, Chart, Choices, Fact, FieldChange, Heading, Passage, Preview, Receipt, Source, Sources, Table, Text
from reports.formats.base import Report
from reports.pictures import Bar, Curve, Dot, Gantt, Lines, Matrix, Quadrants, Spot

MARKUP = "<script>alert(1)</script> & #set text(red) *bold*"
FORMULA = '=HYPERLINK("http://evil.example","x")'
NAMES = "Łukasz Ωmega Жанна"
DAY, LAST = date(2026, 11, 2), date(2026, 12, 1)
CHARTS = (Chart("Lines", "They rise.", Lines("EUR", (Curve("planned", ((DAY, 0), (LAST, 100)), "plan", "planned 100"),), (), DAY)),
          Chart("Bars", "One task.", Gantt((Bar("P-T-1", MARKUP, DAY, LAST, 0.5, is_critical=True),), DAY)),
          Chart("Cells", "One risk.", Matrix("probability", "impact", (Spot("P-R-1", "R-1", 4, 5, (3, 5)),), 10, 16)),
          Chart("Corners", "One project.", Quadrants("worth it", "delivered", ("a", "b", "c", "d"), (Dot("P", "Apollo", True, True, 5.0, "green"),))))
BLOCKS = (Text("Apollo is off track."), Card("Delivered well? Off track", "red", ("Progress is 46 %.", MARKUP)), Card("Still worth it? Doubtful", "amber"),
          Fact("p.cpi", "CPI", "0.85", "EV 196,928 / AC 231,500", ("P-T-1",)), Heading("Work"),
          Table("Overdue: 2", ("task", "title"), (("P-T-1", FORMULA), ("P-T-2", NAMES)), note="and 1 more"), *CHARTS,
          Preview("P-1", "Move a task", (FieldChange("P-T-1", "due", "1 Dec", "2 Dec"),)), Receipt(3, "Moved a task", ("due 2 Dec",)),
          Passage("Risks are reviewed.", Source("section", "DOC-1/4", "Handbook", "3.1", 7)), Choices("You can ask:", ("what is overdue?",)),
          Sources((Source("record", "P", "Apollo"),)))
REPORT = Report(MARKUP, "as of Wed 18 Nov 2026", BLOCKS, datetime(2026, 11, 18, 9, tzinfo=UTC))


def rendered(name: str, report: Report = REPORT) -> bytes:
    return formats.named(name).render(report)


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    return {name: rendered(name) for name in formats.FORMATS}


@pytest.mark.slow
@pytest.mark.parametrize("name", formats.FORMATS)
def test_the_same_report_gives_the_same_bytes(made: dict[str, bytes], name: str) -> None:
    assert rendered(name) == made[name]


@pytest.mark.parametrize("name", formats.FORMATS)
def test_a_report_with_nothing_in_it_can_be_written(name: str) -> None:
    assert rendered(name, Report("Empty", "", (), REPORT.made))


def test_a_format_goes_by_the_names_people_use() -> None:
    assert [formats.named(said).name for said in ("PDF", "PowerPoint", "word", "Excel", "picture", "markdown")] == ["pdf", "pptx", "docx", "xlsx", "png", "md"]


def test_a_format_that_there_is_not_is_refused_with_those_there_are() -> None:
    with pytest.raises(BadInput, match="I can as md, html, pdf"):
        formats.named("odt")


def test_html_is_one_file_that_asks_nobody_for_anything(made: dict[str, bytes]) -> None:
    said = made["html"].decode()
    assert "<script" not in said
    assert "&lt;script&gt;" in said
    assert "src=" not in said
    assert "default-src 'none'" in said
    assert said.count("<svg") == len(CHARTS)
    assert all(chart.alt in said for chart in CHARTS)


def test_a_pdf_is_tagged_and_holds_the_words(made: dict[str, bytes]) -> None:
    assert b"/StructTreeRoot" in made["pdf"]
    assert b"pdfuaid" in made["pdf"]
    document = pypdfium2.PdfDocument(made["pdf"])
    said = " ".join(page.get_textpage().get_text_bounded() for page in document)
    for word in ("alert(1)", "#set text(red)", "Off track", "0.85", "HYPERLINK", "Жанна", "Risks are reviewed", "1 Dec"):
        assert word in said
    assert document.get_metadata_value("Title") == MARKUP


def test_a_picture_is_a_png_of_the_first_page(made: dict[str, bytes]) -> None:
    assert made["png"].startswith(b"\x89PNG")


def test_a_document_has_headings_heads_of_tables_and_words_for_its_pictures(made: dict[str, bytes]) -> None:
    document = Document(BytesIO(made["docx"]))
    assert [p.text for p in document.paragraphs if p.style and str(p.style.name).startswith(("Title", "Heading"))] == [MARKUP, "Work"]
    assert [[c.text for c in t.rows[0].cells] for t in document.tables] == [["figure", "value", "how"], ["task", "title"]]
    assert document.tables[1].cell(1, 1).text == FORMULA
    xml = ZipFile(BytesIO(made["docx"])).read("word/document.xml").decode()
    assert xml.count("w:tblHeader") == 2
    assert all(f'descr="{chart.alt}"' in xml for chart in CHARTS)


def test_slides_have_titles_and_charts_that_can_be_edited(made: dict[str, bytes]) -> None:
    deck = Presentation(BytesIO(made["pptx"]))
    titles = [slide.shapes.title.text for slide in deck.slides]
    assert titles[0] == MARKUP
    assert all(titles)
    assert sum(shape.has_chart for slide in deck.slides for shape in slide.shapes) == 3
    assert sum(shape.has_table for slide in deck.slides for shape in slide.shapes) == 2
    said = [shape.table.cell(1, 1).text for slide in deck.slides for shape in slide.shapes if shape.has_table]
    assert FORMULA in said


def test_a_sheet_holds_text_and_no_formula(made: dict[str, bytes]) -> None:
    book = openpyxl.load_workbook(BytesIO(made["xlsx"]))
    assert book.sheetnames == ["Report", "Overdue  2", "Lines"]
    cell = book["Overdue  2"]["B2"]
    assert (cell.value, cell.data_type) == (FORMULA, "s")
    assert book["Lines"]["B3"].value == 100
    assert ["CPI", "0.85", "EV 196,928 / AC 231,500", "P-T-1"] in [[c.value for c in row] for row in book["Report"].iter_rows()]


def test_json_carries_the_receipt_of_each_figure(made: dict[str, bytes]) -> None:
    said = json.loads(made["json"])
    assert [b for b in said["blocks"] if b["type"] == "fact"] == [
        {"slot": "p.cpi", "label": "CPI", "display": "0.85", "how": "EV 196,928 / AC 231,500", "keys": ["P-T-1"], "type": "fact"}]
    assert said["made"] == "2026-11-18T09:00:00Z"


def test_markdown_escapes_what_records_say(made: dict[str, bytes]) -> None:
    said = made["md"].decode()
    assert "\\<script\\>" in said
    assert "\n## Work\n" in said
