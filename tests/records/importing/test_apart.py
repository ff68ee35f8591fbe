"""The door: any file, recognised by what is in it, read apart, refused in one sentence when it is none of ours."""
import io
import zipfile

from openpyxl import Workbook
import pytest

from records.errors import BadInput
from records.importing import Wanted, carrying, read
from records.importing.base import Read, Row, Skipped, To
from records.importing.detecting import reader_for
from records.importing.wording import vocabulary
from tests.records.importing.reading_here import book, saved

TABLE = "Title,Owner,Status\nA,Ana,done\n"
MSPDI = '<?xml version="1.0"?><Project xmlns="http://schemas.microsoft.com/project"><Name>x</Name></Project>'


@pytest.mark.parametrize(("content", "reader"), [
    (TABLE.encode(), "text"), (TABLE.encode("utf-16"), "text"), (b"[1]", "objects"), ("{}".encode("utf-16"), "objects"), (b"PK\3\4", "workbook"),
    (b"ERMHDR\t19.12", "schedules"),
    (MSPDI.encode(), "schedules"), (MSPDI.encode("utf-16"), "schedules"), (b"\xef\xbb\xbf  <Project/>", "schedules")])
def test_a_reader_is_found_by_the_content(content: bytes, reader: str) -> None:
    assert reader_for(content, "whatever.xyz") == reader


@pytest.mark.parametrize(("content", "why"), [
    (b"", "is empty"), (b"\xef\xbb\xbf \n", "is empty"), (b"\0" * 100, "is empty"), (b"%PDF-1.7", "is a PDF"), (b"\x89PNG\r\n", "is a picture"),
    (b"\x7fELF\2", "is a program"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1", "an old or locked Office file"), (b"<html><table>", "is a web page"), (b"<!-- x -->\n<TABLE>", "is a web page"),
    (bytes(range(1, 9)) * 200, "is not text"), (b"\x1f\x8b\x08", "is a packed file")])
def test_what_is_none_of_ours_is_refused_with_what_to_do(content: bytes, why: str) -> None:
    with pytest.raises(BadInput, match=why):
        read(content, "tasks.xlsx", Wanted())


def test_a_table_is_read_apart() -> None:
    assert read(TABLE.encode(), "../../tasks.csv", Wanted()).rows == (
        Row("task", "", {"title": "A", "owner_id": To("person", "Ana"), "status": "done"}, "row 2"),)


def test_a_workbook_under_the_name_of_a_csv_is_read_for_what_it_is() -> None:
    assert len(read(saved(book({"Tasks": [["Title", "Status"], ["A", "done"]]})), "tasks.csv", Wanted()).rows) == 1


def test_what_is_wanted_reaches_the_reader() -> None:
    wanted = Wanted("task", columns={"a": "title", "b": "status"}, choices={"b": {"x": "done"}})
    assert read(b"a,b\nA,x\n", "t.csv", wanted).rows[0].values == {"title": "A", "status": "done"}


def test_a_complaint_of_the_reader_is_the_sentence() -> None:
    with pytest.raises(BadInput, match="cannot tell what the rows are"):
        read(b"a,b\n1,2\n", "t.csv", Wanted())


def test_everything_that_was_read_comes_through_the_wire() -> None:
    whole = Read(tuple(Row("task", f"s{n}", {"a": To("person", "x\n\ud800"), "b": None, "c": 1.5, "d": True, "e": "ü\n"}, "row 1") for n in range(1200)),
                 (Skipped("row 1", "why\n"),), ("note",))
    assert carrying.unpacked(carrying.packed(whole)) == whole
    assert carrying.understood(carrying.told(Wanted("task"), vocabulary()))[0] == Wanted("task")


def test_a_file_larger_than_any_is_not_even_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("records.importing.LARGEST", 10)
    with pytest.raises(BadInput, match="is the most"):
        read(TABLE.encode(), "t.csv", Wanted())


def workbook_with(part: str, text: str) -> bytes:
    """A workbook of one task, one part of it replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved(book({"Tasks": [["Title", "Status"], ["A", "done"]]})))) as old, zipfile.ZipFile(out, "w",
                                                                                                                           zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, text if name == part else old.read(name))
    return out.getvalue()


ENTITIES = ('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
            + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
            + ']><worksheet><sheetData><row><c t="str"><v>&j;</v></c></row></sheetData></worksheet>')
OUTSIDE = ('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>'
           '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
           '<sheetData><row r="1"><c r="A1" t="str"><v>&f;</v></c></row></sheetData></worksheet>')


@pytest.mark.parametrize("text", [ENTITIES, OUTSIDE, "", "<", "\0" * 1000,
                                  "<worksheet><sheetData><row r='9999999'><c r='ZZZZZ1'/></row></sheetData></worksheet>"])
def test_a_workbook_with_a_hostile_part_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(BadInput) as bad:
        read(workbook_with("xl/worksheets/sheet1.xml", text), "t.xlsx", Wanted())
    assert "root:" not in str(bad.value)


@pytest.mark.parametrize("before", [b"Title,Status\nB,done\n", b"%PDF-1.7\n", b"<html>", b"\x89PNG"])
def test_a_file_that_is_two_things_at_once_is_refused(before: bytes) -> None:
    with pytest.raises(BadInput):
        read(before + saved(book({"Tasks": [["Title", "Status"], ["A", "done"]]})), "a.xlsx", Wanted())


def test_a_column_called_pk_makes_no_zip() -> None:
    assert reader_for(b"PK,Title,Status\n1,A,done\n", "a.csv") == "text"


def test_a_workbook_without_sheets_to_read_is_refused() -> None:
    with pytest.raises(BadInput, match="holds no table"):
        read(saved(Workbook()), "empty.xlsx", Wanted())
