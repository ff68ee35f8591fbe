"""Excel: text is only ever text, dates and numbers are what they are."""
from datetime import datetime
import io
from typing import Any
import zipfile

import openpyxl
import pytest

from records.kinds import KINDS
from records.proposals import Create
from tests.records.conftest import ADMIN, ANA, Office
from tests.records.exporting.conftest import Out


def rows(content: bytes, sheet: str = "tasks") -> list[dict[str, Any]]:
    """The rows of a sheet by their headings."""
    head, *body = openpyxl.load_workbook(io.BytesIO(content))[sheet].iter_rows()
    return [{str(h.value): cell for h, cell in zip(head, line, strict=True)} for line in body]


@pytest.mark.parametrize("text", ["=1+1", '=HYPERLINK("http://x.example")', "http://x.example", "{=1}", "007", "two\nlines", "-", "<b>&amp;"])
def test_text_is_only_ever_text(office: Office, out: Out, text: str) -> None:
    office.do(ANA, Create("task", {"title": text, "project_id": 1}))
    cell = rows(out(ADMIN, "xlsx", "tasks"))[2]["title"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


def test_no_formula_and_no_link_is_anywhere_in_the_file(office: Office, out: Out) -> None:
    office.do(ANA, Create("task", {"title": "=cmd|' /C calc'!A0", "description": "http://x.example", "links": "http://x.example", "project_id": 1}))
    with zipfile.ZipFile(io.BytesIO(out(ADMIN, "xlsx"))) as book:
        inside = {name: book.read(name) for name in book.namelist()}
    assert not [name for name, part in inside.items() if b"<f>" in part or b"<hyperlink" in part]


@pytest.mark.slow
def test_dates_and_numbers_are_real(out: Out) -> None:
    first = rows(out(ADMIN, "xlsx"))[0]
    assert (first["due"].value, first["due"].is_date, first["hours"].value) == (datetime(2026, 11, 10), True, 40)  # noqa: DTZ001 - Excel knows no zones
    amount = rows(out(ADMIN, "xlsx"), "budget lines")[0]["amount"]
    assert (amount.value, amount.number_format) == (100000, "#,##0.00")


@pytest.mark.slow
def test_every_kind_has_a_sheet_with_its_head_frozen(out: Out) -> None:
    book = openpyxl.load_workbook(io.BytesIO(out(ADMIN, "xlsx")))
    assert book.sheetnames == [k.kind.many[:31] for k in KINDS]
    assert {sheet.freeze_panes for sheet in book} == {"B2"}


@pytest.mark.slow
def test_the_same_records_give_the_same_file(out: Out) -> None:
    assert out(ADMIN, "xlsx") == out(ADMIN, "xlsx")


def test_a_text_longer_than_a_cell_is_cut_and_says_so(office: Office, out: Out) -> None:
    office.do(ADMIN, Create("calendar", {"name": "Long", "days_off": ""}))
    with office.database.writing() as tx:
        tx.connection().exec_driver_sql("UPDATE calendar SET days_off = ?" if office.database.is_sqlite else "UPDATE calendar SET days_off = %s",
                                        ("x" * 40_000,))
    cell = rows(out(ADMIN, "xlsx", "calendars"), "calendars")[0]["days off"]
    assert len(cell.value) == 32_767
    assert cell.value.endswith("(cut: a cell holds no more)")


def test_a_day_before_excels_first_is_text(office: Office, out: Out) -> None:
    office.do(ANA, Create("task", {"title": "Long ago", "project_id": 1, "due": "1799-05-01"}))
    assert rows(out(ADMIN, "xlsx", "tasks"))[2]["due"].value == "1799-05-01"
