"""CSV: no cell is a formula, references are keys with names beside them, and any text survives."""
import csv
import io

import pytest

from records.exporting.csv_file import FORMULA
from records.kinds import KINDS
from records.proposals import Create
from tests.records.conftest import ADMIN, ANA, Office
from tests.records.exporting.conftest import Out, lines

FORMULAS = ("=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", '=HYPERLINK("http://x.example")', "'=1+1", "''@x", "＝1+1")


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_is_a_formula(office: Office, out: Out, text: str) -> None:
    office.do(ANA, Create("task", {"title": text, "project_id": 1}))
    assert lines(out(ADMIN, "csv", "tasks"))[2]["title"] == f"'{text}"


@pytest.mark.parametrize("text", ["\tx", "\rx", "\n=1+1"])
def test_nor_is_one_after_a_blank(text: str) -> None:
    assert FORMULA.match(text)


def test_a_mark_taken_off_gives_the_text_again(office: Office, out: Out) -> None:
    office.do(ANA, *(Create("task", {"title": text, "project_id": 1}) for text in FORMULAS))
    assert tuple(row["title"][1:] for row in lines(out(ADMIN, "csv", "tasks"))[2:-1]) == FORMULAS


def test_a_number_below_nothing_stays_a_number(office: Office, out: Out) -> None:
    office.do(ANA, Create("cashflow", {"title": "Outlay", "project_id": 1, "year": 2026, "amount": "-5000.50"}))
    assert lines(out(ADMIN, "csv", "cash flows"))[0]["amount"] == "-5000.50"


@pytest.mark.parametrize("text", ['said "no", twice', "two\nlines", "a;b,c", "Ä ß 漢字 👩‍🚀"])
def test_any_text_stays_in_its_cell(office: Office, out: Out, text: str) -> None:
    office.do(ANA, Create("task", {"title": text, "project_id": 1}))
    assert lines(out(ADMIN, "csv", "tasks"))[2]["title"] == text


def test_a_reference_is_a_key_with_its_name_beside_it(out: Out) -> None:
    first = lines(out(ADMIN, "csv", "tasks"))[0]
    assert (first["owner"], first["owner name"], first["project"], first["project name"]) == ("P-3", "Ben Okafor", "APOLLO", "Apollo")


def test_values_are_plain(out: Out) -> None:
    first = lines(out(ADMIN, "csv", "to-do"))[0]
    assert (first["due"], first["hours"], first["start"], first["archived"]) == ("2026-11-10", "40", "", "no")


def test_excel_reads_it_as_utf_8(out: Out) -> None:
    assert out(ADMIN, "csv", "people").startswith(b"\xef\xbb\xbfkey,")


def test_every_heading_stands_once(out: Out) -> None:
    heads = {k.kind.many: next(csv.reader(io.StringIO(out(ADMIN, "csv", k.kind.many).decode("utf-8-sig")))) for k in KINDS}
    assert not {name: head for name, head in heads.items() if len(head) != len(set(head))}


@pytest.mark.slow
def test_a_long_list_comes_whole(office: Office, out: Out) -> None:
    for _ in range(3):
        office.do(ANA, *(Create("task", {"title": f"Task {n}", "project_id": 1}) for n in range(400)))
    assert [row["key"] for row in lines(out(ADMIN, "csv", "tasks", "Apollo"))] == [f"APOLLO-T-{n}" for n in range(1, 1203)]
