"""PDF: bookmarks, numbers, sizes and weights tell the headings; page numbers and running heads are no text."""
from fpdf import FPDF
import pytest

from knowledge.formats import pdf
from knowledge.formats.base import Parsed
from records.errors import BadInput
from tests.knowledge.conftest import page

TEXT = "Somebody who knows the work writes down how long it takes and what it depends on, before anybody promises a date to anybody."


def read(content: bytes) -> Parsed:
    return pdf.read(content, "some-rules.pdf")


def headings(content: bytes) -> list[tuple[str, str, int | None]]:
    return [(s.number, s.heading, s.page) for s in read(content).sections]


def test_bookmarks_make_sections_however_they_are_printed() -> None:
    made = page([("Rules", 20, False), ("Lamps", 10, True), (TEXT, 10, False), ("\f", 0, False), ("Ladders", 10, True), (TEXT, 10, False)], marks=True)
    assert (read(made).title, headings(made)) == ("Rules", [("", "Lamps", 1), ("", "Ladders", 2)])


def test_without_bookmarks_larger_and_bolder_lines_do() -> None:
    made = page([("Rules", 20, False), ("Lamps", 14, False), (TEXT, 10, False), ("Red ones", 10, True), (TEXT, 10, False),
                 ("Ladders", 14, False), (TEXT, 10, False)])
    assert [(s.heading, s.path) for s in read(made).sections] == [("Lamps", ()), ("Red ones", ("Lamps",)), ("Ladders", ())]


def test_plain_numbers_head_sections_where_they_follow_each_other() -> None:
    made = page([("Rules", 10, False), ("1 Lamps", 10, False), (TEXT, 10, False), ("3 Offers are asked for", 10, False), ("1.1 Red ones", 10, False),
                 (TEXT, 10, False), ("2 Ladders", 10, False), (TEXT, 10, False)])
    assert [(n, h) for n, h, _ in headings(made)] == [("1", "Lamps"), ("1.1", "Red ones"), ("2", "Ladders")]
    assert "3 Offers are asked for" in read(made).sections[0].text


def test_lines_are_joined_and_lists_keep_theirs() -> None:
    made = page([("Rules", 20, False), ("1 Lamps", 14, True), (TEXT, 10, False), ("- red", 10, False), ("- green", 10, False)])
    assert read(made).sections[0].text == f"{TEXT}\n- red\n- green"


def test_running_heads_and_page_numbers_are_dropped() -> None:
    parts = [line for n in range(1, 5) for line in ((f"{n} Part {'abcd'[n - 1]}", 14, True), (TEXT, 10, False), ("\f", 0, False))][:-1]
    text = " ".join(s.text for s in read(page([("Rules", 20, False), *parts], running="Northlight, internal")).sections[1:])
    assert "internal" not in text
    assert "Page" not in text


def test_what_stands_before_the_first_heading_is_kept() -> None:
    parsed = read(page([("Rules", 20, False), ("Edition: 2", 10, False), (TEXT, 10, False), ("1 Lamps", 14, True), (TEXT, 10, False)]))
    assert parsed.about == {"edition": "2"}
    assert [(s.heading, s.text) for s in parsed.sections] == [("Rules", TEXT), ("Lamps", TEXT)]


@pytest.mark.parametrize(("content", "why"), [
    (b"%PDF-1.4 nothing", "no whole PDF"), (b"", "no whole PDF"), (page([("Rules", 10, False)])[:700], "no whole PDF"),
    (page([("Rules", 10, False)], password="secret"), "protected by a password"),
])
def test_a_pdf_that_cannot_be_opened_is_said(content: bytes, why: str) -> None:
    with pytest.raises(BadInput, match=why):
        read(content)


def test_a_scan_is_said_to_have_no_text() -> None:
    with pytest.raises(BadInput, match="no text layer"):
        read(page([]))


def test_a_pdf_whose_letters_mean_nothing_is_said() -> None:
    shifted = TEXT.translate(str.maketrans("aeiou", "qxzkw"))
    with pytest.raises(BadInput, match="printed but not read"):
        read(page([(shifted, 10, False), (shifted, 10, False), (shifted, 10, False)]))


def test_a_page_is_called_by_its_label_where_it_has_one() -> None:
    made = FPDF()
    for style, heading in (("r", "1 Lamps"), ("D", "2 Ladders")):
        made.add_page(label_style=style, label_start=1)
        for size, text in ((20, heading), (10, TEXT)):
            made.set_font("Helvetica", "", size)
            made.multi_cell(0, 10, text, new_x="LMARGIN", new_y="NEXT")
    assert [(s.heading, s.page, s.place) for s in read(bytes(made.output())).sections] == [("Lamps", 1, "page i"), ("Ladders", 2, "page 1")]


def test_what_is_only_kept_from_changes_is_read() -> None:
    made = FPDF()
    made.set_encryption(owner_password="o", user_password="")
    made.add_page()
    made.set_font("Helvetica", "", 10)
    made.multi_cell(0, 10, TEXT)
    assert read(bytes(made.output())).sections[0].text == TEXT


def test_a_running_head_of_several_lines_is_dropped() -> None:
    parts = [line for n in "abcd" for line in ((f"Part {n}", 14, True), (f"{TEXT} Then {n}.", 10, False), ("\f", 0, False))][:-1]
    sections = read(page([("Rules", 20, False), *parts], running="Northlight\nInternal, edition 2")).sections[1:]
    assert [s.text for s in sections][1:] == [f"{TEXT} Then {n}." for n in "bcd"]
