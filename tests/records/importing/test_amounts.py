"""Money in a column: one reading for all its cells, what contradicts it is left out, and the preview says how it was read."""
import pytest

from records.importing.base import Read
from tests.records.importing.reading_here import book, first, read_here, saved, values, whys


def amounts(read: Read, kind: str = "budgetline") -> list[object]:
    return [v["amount"] for v in values(read, kind)]


def projects(*cells: str, header: str = "Budget (k€)", decimal: str = ",") -> Read:
    rows = "".join(f'P{n},Project {n},"{cell}"\n' for n, cell in enumerate(cells, 1))
    return read_here(f"ID,Project,{header}\n{rows}", kind="project", decimal=decimal)


def test_a_full_amount_with_its_own_sign_is_not_multiplied_by_the_header() -> None:
    read = projects("€ 300.000", "1250", "450")
    assert amounts(read) == ["300000.00", "1250000.00", "450000.00"]
    assert any("“€ 300.000”" in note and "whole amounts" in note for note in read.notes)


def test_separators_are_judged_by_the_whole_column_and_said() -> None:
    read = projects("1.250", "1250")
    assert amounts(read) == ["1250000.00", "1250000.00"]
    assert "Column “Budget (k€)” was read in thousands: “1.250” is 1,250,000.00." in read.notes


def test_a_cell_that_contradicts_its_column_is_left_out_with_a_reason() -> None:
    read = projects("1.250", "€ 300,000", "450")
    assert amounts(read) == ["1250000.00", "450000.00"]
    assert whys(read) == ["row 3: budget left out: “€ 300,000” may be 300 or 300000: write it without a separator"]


def test_an_amount_far_beyond_the_others_of_a_column_in_thousands_is_left_out() -> None:
    read = projects("300000", "250", "450")
    assert amounts(read) == ["250000.00", "450000.00"]
    assert whys(read) == ["row 2: budget left out: “300000” looks like a whole amount, but the column is in thousands"]


@pytest.mark.parametrize(("cells", "read"), [
    (("£33.73", "£1.5"), ["33730000.00", "1500000.00"]), (("£33.73", "12"), ["33730000.00", "12000000.00"]),
    (("£33,730,000", "12"), ["33730000.00", "12000000.00"]), (("£2.5m", "12"), ["2500000.00", "12000000.00"])])
def test_a_sign_alone_does_not_change_what_is_like_the_others(cells: tuple[str, ...], read: list[str]) -> None:
    assert amounts(projects(*cells, header="Budget (£m)", decimal=".")) == read


@pytest.mark.parametrize(("decimal", "amount"), [(".", "1250000.00"), (",", "1250000000.00")])
def test_where_a_column_of_millions_leaves_it_open_the_offices_country_decides(decimal: str, amount: str) -> None:
    assert amounts(projects("1.250", header="Budget (m)", decimal=decimal)) == [amount]


def test_money_without_a_scale_has_no_three_decimals() -> None:
    read = read_here("Description,Date,Amount\nA,2026-01-01,300.000\nB,2026-01-02,250000\n", kind="costentry")
    assert amounts(read, "costentry") == ["300000.00", "250000.00"]
    assert "Column “Amount”: “300.000” was read as 300,000.00." in read.notes


def test_one_cell_decides_against_another() -> None:
    read = read_here('Description,Date,Amount\nA,2026-01-01,12.50\nB,2026-01-02,"1.234,50"\nC,2026-01-03,300.000\nD,2026-01-04,99.95\n', kind="costentry")
    assert [v.get("amount") for v in values(read)] == ["12.50", None, None, "99.95"]
    assert [why.partition("left out: ")[2] for why in whys(read)] == [
        "“1.234,50” is written otherwise than the rest, where a point is the decimal sign",
        "“300.000” may be 300 or 300000: write it without a separator"]


def test_three_decimals_throughout_are_decimals() -> None:
    read = read_here("Description,Date,Amount\nA,2026-01-01,0.500\nB,2026-01-02,12.250\n", kind="costentry")
    assert amounts(read, "costentry") == ["0.50", "12.25"]


def test_a_text_beside_numbers_in_a_business_case_is_read_like_them() -> None:
    read = read_here(saved(book({"Case": [["Line", 2026, 2027], ["Savings", "300.000", 250000]]})))
    assert amounts(read, "cashflow") == ["300000.00", "250000.00"]
    assert "Sheet “Case”: “300.000” was read as 300,000.00." in read.notes


def test_a_file_in_thousands_says_so_even_where_nothing_was_open() -> None:
    assert "Column “Budget (k€)” was read in thousands: “450” is 450,000.00." in projects("300", "450").notes
    assert first(projects("300"), "budgetline")["amount"] == "300000.00"
