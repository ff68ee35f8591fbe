"""Word, OpenDocument, workbooks and slides: what is printed is read, under the headings it has."""
from datetime import date
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
import openpyxl
from pptx import Presentation
from pptx.util import Inches
import pytest

from knowledge.formats import docx, odt, pptx, xlsx
from knowledge.formats.base import Parsed
from records.errors import BadInput
from tests.knowledge.formats.making import open_text, saved, word

TEXT = "Somebody who knows the work writes down how long it takes."


def shape(parsed: Parsed) -> list[tuple[str, str, tuple[str, ...], str]]:
    return [(s.number, s.heading, s.path, s.text) for s in parsed.sections]


def test_styles_of_word_make_sections_under_the_title() -> None:
    parsed = docx.read(word("# Rules", "Edition: 2", TEXT, "## 1 Lamps", "Red.", "### 1.1 Small ones", "Green."), "r.docx")
    assert (parsed.title, parsed.about) == ("Rules", {"edition": "2"})
    assert shape(parsed) == [("", "Rules", (), TEXT), ("1", "Lamps", (), "Red."), ("1.1", "Small ones", ("Lamps",), "Green.")]


def test_an_outline_level_makes_a_heading_of_any_style() -> None:
    def outline(made: Any) -> None:
        told = made.paragraphs[1]._p.get_or_add_pPr()
        told.append(told.makeelement(f"{{{told.nsmap['w']}}}outlineLvl", {f"{{{told.nsmap['w']}}}val": "1"}))
    assert shape(docx.read(word("# Rules", "Lamps", "Red.", change=outline), "r.docx")) == [("", "Lamps", (), "Red.")]


def test_bold_lines_and_numbers_in_order_head_sections_where_nothing_is_marked() -> None:
    def bold(made: Any) -> None:
        for at in (0, 3):
            for run in made.paragraphs[at].runs:
                run.bold = True
    assert shape(docx.read(word("Lamps", TEXT, "Red.", "Ladders", TEXT, "Long.", change=bold), "r.docx")) == [
        ("", "Lamps", (), f"{TEXT}\n\nRed."), ("", "Ladders", (), f"{TEXT}\n\nLong.")]
    counted = docx.read(word("# Rules", "1 Lamps", TEXT, "7 lamps are red", "2 Ladders", TEXT), "r.docx")
    assert (counted.title, [s.number for s in counted.sections]) == ("Rules", ["1", "2"])


def test_tables_lists_and_inserted_words_are_kept_and_deleted_ones_are_not() -> None:
    def change(made: Any) -> None:
        table = made.add_table(rows=2, cols=2)
        for cell, said in zip((c for row in table.rows for c in row.cells), ("Lamp", "Owner", "Red", "Ben"), strict=True):
            cell.text = said
        made.add_paragraph("first", style="List Bullet")
        body = made.paragraphs[1]._p
        for tag, text in (("ins", "t"), ("del", "delText")):
            outer = body.makeelement(f"{{{body.nsmap['w']}}}{tag}", {})
            run = body.makeelement(f"{{{body.nsmap['w']}}}r", {})
            said = body.makeelement(f"{{{body.nsmap['w']}}}{text}", {})
            said.text = f" {tag}"
            run.append(said)
            outer.append(run)
            body.append(outer)
        made.sections[0].header.paragraphs[0].text = "Northlight, internal"
    assert shape(docx.read(word("# Rules", "Words", change=change), "r.docx")) == [("", "Rules", (), "Words ins\n\nLamp | Owner\nRed | Ben\n- first")]


def test_numbers_that_word_counts_are_the_clauses_and_the_steps() -> None:
    def number(made: Any) -> None:
        part = made.part.numbering_part.element
        told = "".join(f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="{said}"/></w:lvl>'
                       for n, said in enumerate(("%1", "%1.%2")))
        part.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{told}</w:abstractNum>'))
        part.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
        for at, deep in ((1, 0), (3, 1), (5, 1), (7, 0)):
            made.paragraphs[at]._p.get_or_add_pPr().append(parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{deep}"/><w:numId w:val="77"/></w:numPr>'))
        for said in ("write it down", "have it agreed"):
            made.add_paragraph(said, style="List Number")
    said = word("# Rules", "## Lamps", "Red.", "### Small", "Green.", "### Large", "Blue.", "## Ladders", "Long:", change=number)
    assert shape(docx.read(said, "r.docx")) == [
        ("1", "Lamps", (), "Red."), ("1.1", "Small", ("Lamps",), "Green."), ("1.2", "Large", ("Lamps",), "Blue."),
        ("2", "Ladders", (), "Long:\n1. write it down\n2. have it agreed")]


def test_facts_in_a_table_at_the_head_are_facts() -> None:
    def table(made: Any) -> None:
        made.add_table(rows=1, cols=2).rows[0].cells[0].text = "Version"
        made.tables[0].rows[0].cells[1].text = "1.4"
        made.add_heading("Lamps", 2)
        made.add_paragraph("Red.")
    assert docx.read(word("# Rules", change=table), "r.docx").about == {"edition": "1.4"}


def test_open_text_is_read_with_its_levels_lists_and_tables() -> None:
    body = ('<text:p text:style-name="Title">Rules</text:p><text:p>Edition: 2</text:p><text:tracked-changes><text:p>gone</text:p></text:tracked-changes>'
            '<text:h text:outline-level="1">1 Lamps</text:h><text:p>Red<text:s text:c="2"/>and <text:span>green</text:span>.</text:p>'
            "<text:list><text:list-item><text:p>small</text:p><text:list><text:list-item><text:p>tiny</text:p></text:list-item></text:list>"
            "</text:list-item></text:list>"
            '<text:h text:outline-level="2">1.1 Who</text:h><table:table><table:table-row><table:table-cell><text:p>Lamp</text:p></table:table-cell>'
            "<table:table-cell><text:p>Ben</text:p></table:table-cell></table:table-row></table:table>")
    parsed = odt.read(open_text(body), "r.odt")
    assert shape(parsed) == [
        ("", "Rules", (), "Edition: 2"), ("1", "Lamps", (), "Red  and green.\n- small\n  - tiny"), ("1.1", "Who", ("Lamps",), "Lamp | Ben")]


@pytest.fixture(scope="module")
def book() -> bytes:
    made = openpyxl.Workbook()
    sheet = made.active
    sheet.title = "Risks"
    for row in (["Risks of Apollo"], [], ["Risk", "Owner", "Due"], ["Late steel", "Ben", date(2026, 3, 1)], ["Strike", None, None]):
        sheet.append(row)
    hidden = made.create_sheet("Lists")
    hidden["A1"], hidden.sheet_state = "secret", "hidden"
    made.create_sheet("Empty")
    return saved(made.save)


def test_a_sheet_is_a_section_whose_rows_carry_their_heads(book: bytes) -> None:
    parsed = xlsx.read(book, "risk_list.xlsx")
    assert parsed.title == "Risk list"
    assert [(s.heading, s.place, s.page) for s in parsed.sections] == [("Risks", "sheet Risks", None)]
    assert parsed.sections[0].text == "Risks of Apollo\nRisk: Late steel | Owner: Ben | Due: 2026-03-01\nRisk: Strike"


def test_a_slide_is_a_section_with_its_number_table_and_notes() -> None:
    made = Presentation()
    for title, body in (("Gates", "Four of them"), ("Roles", "One owner")):
        slide = made.slides.add_slide(made.slide_layouts[1])
        slide.shapes.title.text, slide.placeholders[1].text = title, body
    slide.placeholders[1].text_frame.add_paragraph().text = "each"
    slide.placeholders[1].text_frame.paragraphs[1].level = 1
    table = slide.shapes.add_table(1, 2, Inches(1), Inches(1), Inches(4), Inches(1)).table
    table.cell(0, 0).text, table.cell(0, 1).text = "Owner", "decides"
    slide.notes_slide.notes_text_frame.text = "Ask Ben."
    parsed = pptx.read(saved(made.save), "talk.pptx")
    assert [(s.heading, s.page, s.place, s.text) for s in parsed.sections] == [
        ("Gates", 1, "slide 1", "Four of them"), ("Roles", 2, "slide 2", "One owner\n- each\nOwner: decides\nNotes: Ask Ben.")]


def test_what_holds_no_text_is_said() -> None:
    sheets, slides = saved(openpyxl.Workbook().save), saved(Presentation().save)
    for read, content in ((docx.read, word()), (odt.read, open_text("")), (xlsx.read, sheets), (pptx.read, slides)):
        with pytest.raises(BadInput, match=r"^x holds no text"):
            read(content, "x")
