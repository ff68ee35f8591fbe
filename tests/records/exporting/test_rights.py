"""Nothing leaves the house that its asker may not see, in no format."""
import io
import zipfile

import openpyxl
import pytest

from records.errors import BadInput
from records.kinds import KINDS
from records.kinds.base import fields
from tests.records.conftest import ADMIN, ANA, BEN, CLEO, DORA, VERA, Office
from tests.records.exporting.conftest import Out, lines, told

SECRET = ("Zephyr", "ZEPHYR", "Sound out the seller")
NARROW = [(str(k.__tablename__), f) for k in KINDS for f in fields(k) if f.says.only]


def everything(out: Out, who: str) -> str:
    """All that one can take out, as text."""
    with zipfile.ZipFile(io.BytesIO(out(who, "xlsx"))) as book:
        cells = [book.read(name).decode() for name in book.namelist()]
    files = [out(who, "json"), out(who, "ics"), *(out(who, "csv", str(k.__tablename__)) for k in KINDS), out(who, "mspdi", project="Apollo")]
    return "\n".join((*cells, *(f.decode() for f in files)))


@pytest.mark.slow
@pytest.mark.parametrize("who", [ANA, BEN, VERA])
def test_a_restricted_project_is_in_no_file_of_a_stranger(out: Out, who: str) -> None:
    assert not [word for word in SECRET if word in everything(out, who)]


@pytest.mark.slow
@pytest.mark.parametrize("who", [ADMIN, CLEO, DORA])
def test_who_may_see_it_takes_it_out(out: Out, who: str) -> None:
    assert all(word in everything(out, who) for word in SECRET)


@pytest.mark.parametrize("as_", ["json", "csv", "xlsx", "ics", "mspdi"])
def test_a_restricted_project_is_not_there_by_its_name(out: Out, as_: str) -> None:
    with pytest.raises(BadInput) as hidden:
        out(BEN, as_, "tasks" if as_ == "csv" else "", "Zephyr")
    with pytest.raises(BadInput) as unknown:
        out(BEN, as_, "tasks" if as_ == "csv" else "", "Qwertz")
    assert str(hidden.value).replace("Zephyr", "Qwertz") == str(unknown.value)


@pytest.mark.slow
@pytest.mark.parametrize("who", [BEN, VERA])
def test_a_narrow_field_is_in_no_file(out: Out, who: str) -> None:
    records = told(out(who, "json"))
    assert not [(kind, f.name) for kind, f in NARROW if any(f.name in row for row in records[kind])]
    assert not [(kind, f.name) for kind, f in NARROW if f.label in out(who, "csv", kind).decode("utf-8-sig").partition("\r\n")[0].split(",")]
    book = openpyxl.load_workbook(io.BytesIO(out(who, "xlsx")))
    by_name = {k.kind.many[:31]: k for k in KINDS}
    heads = {str(by_name[sheet.title].__tablename__): {cell.value for cell in sheet[1]} for sheet in book}
    assert not [(kind, f.name) for kind, f in NARROW if f.label in heads[kind]]


def test_who_may_read_a_narrow_field_takes_it_out(out: Out) -> None:
    assert lines(out(ANA, "csv", "budget lines"))[0]["amount"] == "100000.00"


def test_a_reference_to_what_is_hidden_is_empty(office: Office, out: Out) -> None:
    with office.database.writing() as tx:
        tx.connection().exec_driver_sql("UPDATE task SET parent_id = 3 WHERE key = 'APOLLO-T-1'")
    assert told(out(BEN, "json", "tasks"))["task"][0]["parent_id"] is None
    row = lines(out(BEN, "csv", "tasks"))[0]
    assert (row["parent"], row["parent name"]) == ("", "")
    assert told(out(ADMIN, "json", "tasks"))["task"][0]["parent_id"] == "ZEPHYR-T-1"
