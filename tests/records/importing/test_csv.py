"""CSV as it comes from the world: encodings, signs between cells, what stands around a table."""
import pytest

from records.errors import BadInput
from records.importing import csv_file
from tests.records.importing.reading_here import first, read_here, values, whys

TASK = "Title,Owner,Due\nPrüfung,Zoë,2026-02-01\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "latin-1"])
def test_letters_come_through_whatever_the_encoding(encoding: str) -> None:
    assert first(read_here(TASK.encode(encoding))) == {"title": "Prüfung", "owner_id": "Zoë", "due": "2026-02-01"}


def test_an_encoding_that_had_to_be_guessed_is_said() -> None:
    assert "Windows-1252" in read_here(TASK.encode("cp1252")).notes[1]


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_the_sign_between_cells_is_found(sign: str) -> None:
    assert len(first(read_here(TASK.replace(",", sign)))) == 3


def test_a_sign_inside_most_texts_is_not_taken_for_the_one_between_cells() -> None:
    rows = "Title;Due\n" + "".join(f"Plan, draw, and build {n};2026-02-01\n" for n in range(1, 9))
    assert first(read_here(rows)) == {"title": "Plan, draw, and build 1", "due": "2026-02-01"}


def test_a_spreadsheets_sep_line_is_obeyed() -> None:
    assert first(read_here("sep=;\nTitle;Due\nA, b;2026-02-01\n"))["title"] == "A, b"


def test_line_ends_inside_quotes_stay_inside_their_cell() -> None:
    assert first(read_here('Title,Notes\nA,"one\ntwo"\n'))["description"] == "one\ntwo"


def test_a_quote_that_is_never_closed_does_not_swallow_the_file() -> None:
    read = read_here('Title,Status\n"A,done\n' + "".join(f"T{n},done\n" for n in range(500)))
    assert len(read.rows) == 501
    assert any("never closed" in note for note in read.notes)


def test_title_lines_blank_rows_totals_and_remarks_are_no_records() -> None:
    read = read_here("Report of the week,,,\nby Ana,,,\n,,,\nTitle,Owner,Hours,Status\nA,Ana,4,done\n,,,\nB,Ben,5,done\nTotal,,9,\n\nSource: the PMO,,,\n")
    assert [v["title"] for v in values(read)] == ["A", "B"]
    assert [r.where for r in read.rows] == ["row 5", "row 7"]
    assert any("Rows of totals: 1" in note for note in read.notes)
    assert any("Source: the PMO" in note for note in read.notes)


def test_a_header_repeated_on_every_printed_page_is_no_record() -> None:
    assert len(read_here("Title,Status\nA,done\nTitle,Status\nB,done\n").rows) == 2


def test_short_rows_are_filled_and_long_ones_said() -> None:
    read = read_here("Title,Owner,Status\nA\n" + "B,Ben,done\n" * 20 + "C,Cleo,done,and more\n")
    assert first(read) == {"title": "A"}
    assert any("more cells than the others" in note for note in read.notes)


def test_headers_that_repeat_are_told_apart() -> None:
    read = read_here("Title,Due,Due\nA,2026-01-01,2026-02-01\n")
    assert first(read)["due"] == "2026-01-01"
    assert any("“Due (2)”" in note for note in read.notes)


def test_zero_bytes_and_halves_of_characters_do_no_harm() -> None:
    read = read_here(b"Title,Status\nA\0B,done\n")
    assert first(read)["title"] == "AB"
    assert read_here('[{"title": "half \\ud800 of one", "status": "done"}]').rows[0].values["title"] == "half \ufffd of one"


def test_a_million_columns_are_refused_in_a_sentence() -> None:
    with pytest.raises(BadInput, match="is the most"):
        read_here("Title," * 1_000_000)


def test_a_cell_of_megabytes_is_refused_in_a_sentence() -> None:
    with pytest.raises(BadInput, match="longer than"):
        csv_file.read(b"Title,Status\n" + b"x" * 2_000_000 + b",done\n")


def test_our_own_guard_against_formulas_is_taken_off_again() -> None:
    assert first(read_here("Title,Status\n'=1+1,done\n"))["title"] == "=1+1"


def test_a_formula_is_a_text_like_any_other() -> None:
    assert first(read_here("Title,Status\n=HYPERLINK(1),done\n"))["title"] == "=HYPERLINK(1)"


def test_what_has_no_rows_is_said_to_hold_no_table() -> None:
    with pytest.raises(BadInput, match="holds no table"):
        read_here("just some words\nand some more\n")


def test_a_row_without_a_title_is_called_after_its_description_or_left_out() -> None:
    read = read_here("Title,Notes,Status\n,First line,done\n,,done\n")
    assert [v["title"] for v in values(read)] == ["First line"]
    assert whys(read) == ["row 2: it has no title and is called after its description", "row 3: left out: it has no title"]
