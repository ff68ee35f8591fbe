"""Files that are no honest documents: each ends in one sentence, in a child process that has little memory and time."""
from collections.abc import Callable
import io

from fpdf import FPDF
import pytest
import xlsxwriter

from knowledge import formats
from records.errors import BadInput
from tests.knowledge.conftest import page
from tests.knowledge.formats.making import bomb, nested, open_text, packed, with_part, word

LAUGHS = ('<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "lol">'
          + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
          + "]><l>&i;</l>")
PDF = page([("Rules", 20, False), ("Lamps are red.", 10, False)])
WORD = word("Lamps are red.")
DAMAGED, DEEP, LARGE = "damaged", "too deeply packed to be read", "too large to be read"


def workbook(*, rows: int = 1) -> bytes:
    into = io.BytesIO()
    book = xlsxwriter.Workbook(into, {"in_memory": True})
    sheet = book.add_worksheet("Lamps")
    for row in range(rows):
        sheet.write_row(row, 0, ["red", "green"])
    book.close()
    return into.getvalue()


def endless() -> bytes:
    """A PDF whose tree of pages counts more than anybody prints."""
    made = FPDF()
    for _ in range(2001):
        made.add_page()
    return bytes(made.output())


def multiparts(depth: int) -> bytes:
    """A mail within a mail within a mail."""
    body = b"Content-Type: text/plain\n\nLamps are red.\n"
    for n in range(depth):
        body = b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n%b\n--b%d--\n" % (n, n, body, n)
    return b"From: a@office.example\nSubject: Lamps\nMIME-Version: 1.0\n" + body


@pytest.mark.parametrize(("name", "content", "why"), [
    ("zeros.docx", b"", "is empty"),
    ("blank.pdf", b"\0" * 100, "is empty"),
    ("bomb.docx", bomb("word/document.xml"), DEEP),
    ("bomb.xlsx", bomb("xl/workbook.xml"), DEEP),
    ("bomb.pptx", bomb("ppt/presentation.xml"), DEEP),
    ("bomb.odt", bomb("content.xml"), DEEP),
    ("parts.odt", packed({"content.xml": b"<a/>", **{f"{n}": b"" for n in range(5000)}}), DEEP),
    ("laughs.docx", with_part(WORD, "word/document.xml", LAUGHS), DAMAGED),
    ("laughs.odt", packed({"content.xml": LAUGHS}), DAMAGED),
    ("cut.docx", WORD[:-300], DAMAGED),
    ("cut.xlsx", workbook()[:-50], DAMAGED),
    ("cut.pdf", PDF[:400], DAMAGED),
    ("garbage.pptx", b"garbage", DAMAGED),
    ("other.docx", workbook(), "is not a Word document but a workbook"),
    ("zip.odt", packed({"a.txt": b"a"}), "a packed file of some other kind"),
    ("printed.docx", PDF, "is a PDF, whatever its ending says"),
    ("old.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "of the old kind, or one locked with a password"),
    ("packed.md", WORD, "is a packed file"),
    ("program.txt", b"MZ\x90\0\3", "is a program"),
    ("noise.txt", bytes(range(1, 32)) * 20, "is no text"),
    ("macros.docx", with_part(WORD, "word/vbaProject.bin", b"x"), "holds macros"),
    ("macros.xlsm", workbook(), r"Save it as \.xlsx"),
    ("deep.odt", open_text(nested("text:section", 5000, "<text:p>A</text:p>")), DEEP),
    ("deep.html", nested("div", 100_000, "A").encode(), DEEP),
    ("deep.eml", multiparts(3000), DAMAGED),
    ("deep.md", b">" * 100_000 + b" A", "holds no text"),
    ("ring.pdf", PDF.replace(b"/Kids [3 0 R", b"/Kids [1 0 R"), DAMAGED),
    ("rows.csv", b"a,b\n" * 50_002, LARGE),
    ("pages.pdf", endless, LARGE),
    ("no.eml", b"Lamps are red.", "is no mail"),
    ("large.txt", lambda: b"a" * 50_000_001, LARGE),
    ("scan.tiff", b"II*\0", "is a picture"),
    ("plan.mpp", b"x", r"of a kind that I do not read\. I read \.md"),
])
def test_a_file_that_is_no_honest_document_is_refused_in_one_sentence_that_names_it(name: str, content: bytes | Callable[[], bytes], why: str) -> None:
    with pytest.raises(BadInput, match=why) as refused:
        formats.read(content if isinstance(content, bytes) else content(), name)
    assert str(refused.value).startswith(name)
    assert str(refused.value).count("\n") == 0


def test_a_million_empty_rows_that_a_sheet_claims_are_not_walked() -> None:
    grown = with_part(workbook(), "xl/worksheets/sheet1.xml", '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
                      '<dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>red</t></is></c></row>'
                      '<row r="1048576"><c r="A1048576" t="inlineStr"><is><t>far</t></is></c></row></sheetData></worksheet>')
    assert formats.read(grown, "lamps.xlsx").sections[0].text == "red"


def test_an_entity_of_a_file_of_the_machine_is_not_opened() -> None:
    with pytest.raises(BadInput):
        formats.read(packed({"content.xml": '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'}), "x.odt")
