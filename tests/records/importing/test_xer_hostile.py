"""Rows that do not fit, files that are no XER or meant to harm: said, or one sentence."""

from hypothesis import given, settings
from hypothesis import strategies as st
import pytest

from records.errors import BadInput
from records.importing import xer
from records.importing.base import Read
from records.importing.carrying import packed
from tests.records.importing.primavera import activities, activity, file, read, rows, said
from tests.steps import as_the_square, steps


def changed(old: bytes, new: bytes) -> Read:
    """What two activities come to when something in the file is replaced."""
    content = file(TASK=[activity(1), activity(2)])
    assert old in content
    return xer.read(content.replace(old, new), "apollo.xer")


@pytest.mark.parametrize(("content", "words"), [
    (b"", "is empty"), (b"\x00" * 500, "is empty"), (b"\xff\xfe", "is empty"), (b'<?xml version="1.0"?><Project/>', "but XML"), (b"PK\x03\x04x", "zip"),
    (b"%PDF-1.7", "PDF"), (b"name\tdue\nx\ty", "does not begin with ERMHDR"), (b"ERMHDR\t20.12\n%E\n", "holds no table"), (b"ERMHDR", "holds no table")])
def test_what_is_no_xer_is_refused_in_one_sentence(content: bytes, words: str) -> None:
    with pytest.raises(BadInput, match=words) as refused:
        xer.read(content, "apollo.xer")
    assert "“apollo.xer”" in str(refused.value)


def test_a_file_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("records.importing.xer.tables.LARGEST", 100)
    with pytest.raises(BadInput, match="is larger than"):
        xer.read(file(), "apollo.xer")


def test_a_row_with_too_many_cells_is_left_out_with_its_line() -> None:
    found = changed(b"2026-01-09 17:00\r\n%R\t2", b"2026-01-09 17:00\tmore\tand more\r\n%R\t2")
    assert [row.source for row in activities(found)] == ["xer:APO/A2"]
    assert "(TASK): It has 14 cells for 12 columns and is left out" in said(found)


def test_a_row_with_too_few_cells_is_left_out_with_its_line() -> None:
    found = changed(b"\t7\tA1\tActivity 1\tTT_Task\tTK_NotStart\tCP_Drtn\tPT_Normal\t2026-01-05 08:00\t2026-01-09 17:00\r\n", b"\t7\tA1\r\n")
    assert [row.source for row in activities(found)] == ["xer:APO/A2"]
    assert "(TASK): It has 5 cells for 12 columns and is left out" in said(found)


def test_empty_cells_at_the_end_may_be_missing_as_primavera_itself_leaves_them_out() -> None:
    found = changed(b"PT_Normal\t2026-01-05 08:00\t2026-01-09 17:00\r\n%R\t2", b"PT_Normal\r\n%R\t2")
    assert [row.values.get("start") for row in activities(found)] == [None, "2026-01-05"]


def test_a_row_cut_by_a_line_end_is_left_out_with_its_rest() -> None:
    found = changed(b"2026-01-05 08:00\t2026-01-09 17:00\r\n%R\t2", b"2026-01\n-05 08:00\t2026-01-09 17:00\r\n%R\t2")
    assert [row.source for row in activities(found)] == ["xer:APO/A2"]
    assert "A line end within its text has cut it" in said(found)


def test_a_line_that_belongs_to_nothing_is_said() -> None:
    assert "It belongs to no row: “stray words”" in said(changed(b"%T\tTASK", b"stray words\r\n%T\tTASK"))


def test_a_table_without_columns_is_said_once_for_each_row() -> None:
    assert "Its table has no columns" in said(changed(b"%E", b"%T\tODD\r\n%R\t1\r\n%E"))


def test_doubled_ids_circles_and_unknown_projects_are_said_and_end() -> None:
    circle: list[dict[str, object]] = [{"wbs_id": a, "proj_id": 1, "wbs_short_name": str(a), "wbs_name": f"W{a}", "parent_wbs_id": b}
                                       for a, b in ((11, 12), (12, 11))]
    found = read(activity(1), activity(1), activity(2, proj_id=5), PROJWBS=circle)
    assert [row.source for row in activities(found)] == ["xer:APO/A1"]
    assert "The activity 1 stands twice" in said(found)
    assert "Its project 5 is not in the file" in said(found)


def test_two_activities_of_one_code_stay_two() -> None:
    assert len({row.source for row in activities(read(activity(1, task_code="X"), activity(2, task_code="X")))}) == 2


def test_nul_characters_are_taken_out_and_said() -> None:
    found = changed(b"Activity 1", b"Act\x00ivity 1")
    assert activities(found)[0].values["title"] == "Activity 1"
    assert "NUL characters were taken out of the file." in found.notes


def test_an_endless_line_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("records.importing.xer.tables.LONGEST_LINE", 1000)
    found = changed(b"Activity 1", b"x" * 2000)
    assert [row.source for row in activities(found)] == ["xer:APO/A2"]
    assert "is left out" in said(found)


def test_values_of_nonsense_are_left_out_and_the_activity_stays() -> None:
    found = read(activity(1, status_code="TK_Odd", target_start_date="soon", target_end_date="2026-99-99", target_work_qty="many", complete_pct_type="?",
                          phys_complete_pct="1e999", cstr_type="CS_MSO", cstr_date="x", clndr_id=99, wbs_id=99, rsrc_id="?"))
    row, = activities(found)
    assert (row.values["status"], row.values["progress"], row.values["constraint"]) == ("to do", 0, "as soon as possible")
    assert not {"start", "due", "hours", "owner_id", "calendar_id", "parent_id"} & set(row.values)


def test_deep_brackets_of_a_calendar_end() -> None:
    found = read(CALENDAR=[{"clndr_id": 7, "clndr_name": "C", "clndr_data": "(0||CalendarData()(" + "(0||x()(" * 50_000}])
    assert rows(found, "calendar")[0].values["workdays"] == "1, 2, 3, 4, 5"


ODD = ["", "9" * 5000, "-1", "1e308", "9999-12-31 00:00", "2026-01-05 08:00", "Y", "1", "2", "TT_Mile", "PR_FS", "(0||CalendarData()(", "<" * 50, "nan"]
WORDS = st.text("ab01-:|()<>&. \x7f\x00ß", max_size=12) | st.sampled_from(ODD)
COLUMNS = {"TASK": tuple(activity(1)), "TASKPRED": ("task_id", "pred_task_id", "pred_type", "lag_hr_cnt"), "RSRC": ("rsrc_id", "rsrc_name", "rsrc_type"),
           "TASKRSRC": ("task_id", "rsrc_id", "target_qty", "target_start_date", "target_end_date"), "CALENDAR": ("clndr_id", "clndr_name", "clndr_data"),
           "PROJWBS": ("wbs_id", "proj_id", "wbs_name", "parent_wbs_id"), "PROJECT": ("proj_id", "proj_short_name", "last_recalc_date")}
TABLE = st.sampled_from(sorted(COLUMNS)).flatmap(
    lambda table: st.tuples(st.just(table), st.lists(st.fixed_dictionaries(dict.fromkeys(COLUMNS[table], WORDS)), max_size=3)))


@settings(max_examples=60)
@given(st.lists(TABLE, max_size=4))
def test_whatever_the_cells_say_a_file_is_read_or_refused(tables: list[tuple[str, list[dict[str, object]]]]) -> None:
    try:
        found = xer.read(file(**dict(tables)), "apollo.xer")
    except BadInput:
        return
    assert packed(found)


def long_file(count: int) -> bytes:
    """So many activities, each as long as those of a real file."""
    padding = {f"other_{n}": "2026-01-05 08:00" for n in range(40)}
    return file(TASK=[activity(n, **padding) for n in range(count)])


@pytest.mark.slow
def test_ten_megabytes_are_read_whole() -> None:
    content = long_file(12_800)
    assert len(content) > 10_000_000
    assert len(activities(xer.read(content, "apollo.xer"))) == 12_800


def test_a_long_file_is_no_more_work_than_in_proportion() -> None:
    files = [long_file(count) for count in (50, 100, 200)]
    assert not as_the_square([steps(lambda content=content: xer.read(content, "apollo.xer")) for content in files])  # type: ignore[misc]
