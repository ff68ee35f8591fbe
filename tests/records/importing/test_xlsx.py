"""Workbooks: dates, percents, formulas, merged cells, several sheets."""
from datetime import date, datetime, time, timedelta
import io
import zipfile

import pytest

from records.errors import BadInput
from records.importing import xlsx_file
from tests.records.importing.reading_here import Rows, book, first, read_here, saved, values

TASKS: Rows = [["Title", "Owner", "Due", "% complete"], ["A", "Ana", date(2026, 2, 1), 0.6]]


def test_dates_and_percents_are_read_by_their_format() -> None:
    made = book({"Tasks": TASKS})
    made["Tasks"]["D2"].number_format = "0%"
    assert first(read_here(saved(made))) == {"title": "A", "owner_id": "Ana", "due": "2026-02-01", "progress": 60}


def test_a_workbook_that_counts_days_from_1904_gives_the_same_dates() -> None:
    made = book({"Tasks": TASKS})
    made.epoch = datetime(1904, 1, 1)  # noqa: DTZ001 - a workbook knows no time zones
    assert first(read_here(saved(made)))["due"] == "2026-02-01"


def test_times_and_durations_are_hours() -> None:
    made = book({"Tasks": [["Title", "Effort"], ["A", timedelta(hours=30)], ["B", time(7, 30)]]})
    made["Tasks"]["B2"].number_format = "[h]:mm"
    assert [v["hours"] for v in values(read_here(saved(made)))] == [30, 7.5]


def test_merged_cells_speak_for_all_they_cover() -> None:
    made = book({"Tasks": [["My plan", None, None], ["Title", "Owner", "Status"], ["A", "Ana", "done"], ["B", None, "done"], ["C", None, "done"]]})
    made["Tasks"].merge_cells("B3:B5")
    made["Tasks"].merge_cells("A1:C1")
    read = read_here(saved(made))
    assert [v["owner_id"] for v in values(read)] == ["Ana", "Ana", "Ana"]


def test_two_alike_headers_are_told_apart_by_what_is_merged_above_them() -> None:
    made = book({"Plan": [[None, "Baseline", None, "Actual", None], ["Title", "Start", "Finish", "Start", "Finish"],
                          ["A", date(2026, 1, 1), date(2026, 1, 2), date(2026, 1, 3), date(2026, 1, 4)]]})
    made["Plan"].merge_cells("B1:C1")
    made["Plan"].merge_cells("D1:E1")
    assert first(read_here(saved(made), kind="task")) == {"title": "A", "baseline_start": "2026-01-01", "baseline_due": "2026-01-02",
                                                          "began_on": "2026-01-03", "done_on": "2026-01-04"}


def test_a_heading_merged_over_the_whole_table_is_no_record() -> None:
    made = book({"Tasks": [["Title", "Owner", "Status"], ["Phase 1", None, None], ["A", "Ana", "done"]]})
    made["Tasks"].merge_cells("A2:C2")
    assert [v["title"] for v in values(read_here(saved(made)))] == ["A"]


def test_formulas_that_were_never_computed_are_said() -> None:
    made = book({"Tasks": [["Title", "Status", "Hours"], ["A", "done", "=1+1"]]})
    read = read_here(saved(made))
    assert "hours" not in first(read)
    assert any("1 formulas were saved without their results" in note for note in read.notes)


def test_an_error_in_a_cell_is_left_out() -> None:
    read = read_here(saved(book({"Tasks": [["Title", "Due"], ["A", "#REF!"]]})))
    assert first(read) == {"title": "A"}


def test_the_sheet_that_fits_is_read_and_the_others_are_named() -> None:
    made = book({"Read me": [["How to use this"], ["Fill in the next sheet"]],
                 "Plan": [["Title", "Owner", "Due", "Status"], ["A", "Ana", date(2026, 1, 1), "done"]],
                 "Lists": [["Owner"], ["Ana"], ["Ben"]]})
    made["Lists"].sheet_state = "hidden"
    read = read_here(saved(made))
    assert [v["title"] for v in values(read)] == ["A"]
    assert "Sheet “Plan” was read." in read.notes
    assert any("“Lists” (hidden)" in note for note in read.notes)


def test_a_sheet_can_be_named() -> None:
    made = book({"Tasks": TASKS, "Risks": [["Risk", "Probability", "Owner"], ["Fire", 3, "Ana"]]})
    assert read_here(saved(made), sheet="risks").rows[0].kind == "risk"
    with pytest.raises(BadInput, match="There are “Tasks”, “Risks”"):
        read_here(saved(made), sheet="nope")


def test_a_cell_formatted_far_below_does_no_harm() -> None:
    made = book({"Tasks": TASKS})
    made["Tasks"]["A200000"] = None
    made["Tasks"]["A200000"].number_format = "0%"
    assert len(read_here(saved(made)).rows) == 1


def bomb(size: int, name: str = "xl/worksheets/sheet1.xml") -> bytes:
    out = io.BytesIO(saved(book({"Tasks": TASKS})))
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as folded:
        folded.writestr(f"{name}.more", b" " * size)
    return out.getvalue()


@pytest.mark.slow
def test_190_mb_in_a_small_zip_are_refused_before_they_are_unfolded() -> None:
    content = bomb(190 << 20)
    assert len(content) < 300_000
    with pytest.raises(BadInput, match="unfolds to 190 MB"):
        xlsx_file.read(content)


def test_a_small_zip_that_blows_up_is_refused_by_its_ratio() -> None:
    with pytest.raises(BadInput, match="unfolds to 60 MB"):
        xlsx_file.read(bomb(60 << 20))


def test_a_zip_in_a_zip_is_never_unpacked() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as folded:
        folded.writestr("tasks.xlsx", saved(book({"Tasks": TASKS})))
        folded.writestr("../../etc/passwd", "x")
    with pytest.raises(BadInput, match="without a workbook in it"):
        read_here(out.getvalue())


def test_a_damaged_workbook_is_refused_in_a_sentence() -> None:
    whole = saved(book({"Tasks": TASKS}))
    with pytest.raises(BadInput, match=r"without a workbook|no workbook that can be opened"):
        read_here(whole[:len(whole) // 2])


def test_alike_rows_of_a_large_honest_table_are_no_bomb() -> None:
    made = book({"Tasks": [TASKS[0], *[["The same work again", "Ana", date(2026, 2, 1), 0.5]] * 3000]})
    assert len(read_here(saved(made)).rows) == 3000
