import pytest

from records.importing import xer
from records.importing.base import To
from tests.records.importing.primavera import TABLES, activities, activity, file, read, rows, said, week

PEOPLE: list[dict[str, object]] = [
    {"rsrc_id": 1, "rsrc_name": "Ana Ruiz", "rsrc_short_name": "AR", "rsrc_type": "RT_Labor", "email_addr": "Ana@Office.example", "rsrc_title_name": "Engineer",
     "clndr_id": 7, "active_flag": "Y", "parent_rsrc_id": 9},
    {"rsrc_id": 2, "rsrc_name": "Ben Okafor", "rsrc_short_name": "BO", "rsrc_type": "RT_Labor", "parent_rsrc_id": 9},
    {"rsrc_id": 3, "rsrc_name": "Crane", "rsrc_type": "RT_Equip"}, {"rsrc_id": 4, "rsrc_name": "Concrete", "rsrc_type": "RT_Mat"},
    {"rsrc_id": 9, "rsrc_name": "Everybody", "rsrc_type": "RT_Labor"}]


def of_activity(**values: object) -> dict[str, object]:
    row, = activities(read(activity(1, **values)))
    return dict(row.values)


def test_a_project_has_the_name_of_its_root_its_dates_phase_and_calendar() -> None:
    row, = rows(read(), "project")
    assert row.source == "xer:APO"
    assert row.values == {"name": "Apollo", "start": "2026-01-05", "finish": "2026-06-30", "phase": "in delivery", "currency": "GBP",
                          "calendar_id": To("calendar", "xer:calendar/Five days")}


def test_elements_of_the_structure_are_parent_tasks_with_their_path() -> None:
    deep: list[dict[str, object]] = [{"wbs_id": 12, "proj_id": 1, "wbs_short_name": "1", "wbs_name": "Drawings", "parent_wbs_id": 11}, *TABLES["PROJWBS"]]
    found = read(activity(1, wbs_id=12), PROJWBS=deep)
    parents = {row.source: (row.values.get("parent_id"), row.values["wbs"]) for row in rows(found, "task")}
    assert parents == {"xer:APO/wbs/APO.D": (None, "APO.D"), "xer:APO/wbs/APO.D.1": (To("task", "xer:APO/wbs/APO.D"), "APO.D.1"),
                       "xer:APO/A1": (To("task", "xer:APO/wbs/APO.D.1"), "A1")}


def test_an_element_stands_as_the_activities_below_it() -> None:
    found = read(activity(1, status_code="TK_Complete", act_start_date="2026-01-05 08:00", act_end_date="2026-01-08 17:00", target_drtn_hr_cnt=40),
                 activity(2, target_end_date="2026-02-20 17:00", target_drtn_hr_cnt=120))
    element = rows(found, "task")[0].values
    assert {k: element[k] for k in ("start", "due", "status", "progress", "began_on")} == {
        "start": "2026-01-05", "due": "2026-02-20", "status": "in progress", "progress": 25, "began_on": "2026-01-05"}


def test_an_activity_has_every_field_that_the_file_tells() -> None:
    found = read(activity(1, status_code="TK_Active", act_start_date="2026-01-06 08:00", reend_date="2026-01-15 17:00", target_drtn_hr_cnt=40,
                          remain_drtn_hr_cnt=10, target_work_qty="37,5", remain_work_qty=9, cstr_type="CS_MSOA", cstr_date="2026-01-05 00:00",
                          priority_type="PT_High", rsrc_id=2),
                 RSRC=PEOPLE, TASKRSRC=[{"task_id": 1, "rsrc_id": 2}], MEMOTYPE=[{"memo_type_id": 5, "memo_type": "Scope"}],
                 TASKMEMO=[{"task_id": 1, "memo_type_id": 5, "task_memo": "<HTML><BODY><P>Two&nbsp;floors</P>\x7f\x7f<p>one roof</p></BODY></HTML>"}],
                 ACTVTYPE=[{"actv_code_type_id": 3, "actv_code_type": "Area"}],
                 ACTVCODE=[{"actv_code_id": 4, "actv_code_type_id": 3, "actv_code_name": "North, left", "short_name": "N"}],
                 TASKACTV=[{"task_id": 1, "actv_code_id": 4}])
    row, = activities(found)
    assert (row.source, row.where) == ("xer:APO/A1", "activity A1 “Activity 1”")
    assert row.values == {
        "title": "Activity 1", "project_id": To("project", "xer:APO"), "parent_id": To("task", "xer:APO/wbs/APO.D"), "wbs": "A1",
        "description": "Scope: Two floors\n\none roof", "labels": "Area: North; left", "owner_id": To("person", "xer:resource/BO"), "priority": "high",
        "start": "2026-01-06", "due": "2026-01-15", "status": "in progress", "progress": 75, "began_on": "2026-01-06", "baseline_start": "2026-01-05",
        "baseline_due": "2026-01-09", "hours": 37.5, "remaining": 9, "constraint": "start no earlier than", "constraint_on": "2026-01-05",
        "calendar_id": To("calendar", "xer:calendar/Five days")}


@pytest.mark.parametrize(("values", "start", "due"), [
    ({}, "2026-01-05", "2026-01-09"),
    ({"early_start_date": "2026-02-02 08:00", "early_end_date": "2026-02-06 17:00"}, "2026-02-02", "2026-02-06"),
    ({"early_start_date": "2026-02-02 08:00", "restart_date": "2026-02-03 08:00", "reend_date": "2026-02-07 17:00"}, "2026-02-03", "2026-02-07"),
    ({"act_start_date": "2026-01-02 08:00", "reend_date": "2026-02-07 17:00", "status_code": "TK_Active"}, "2026-01-02", "2026-02-07"),
    ({"act_start_date": "2026-01-02 08:00", "act_end_date": "2026-01-03 17:00", "status_code": "TK_Complete"}, "2026-01-02", "2026-01-03")])
def test_dates_are_actual_then_remaining_then_early_then_planned(values: dict[str, object], start: str, due: str) -> None:
    found = of_activity(**values)
    assert (found["start"], found["due"]) == (start, due)


@pytest.mark.parametrize(("values", "progress"), [
    ({"complete_pct_type": "CP_Phys", "phys_complete_pct": 30}, 30), ({"complete_pct_type": "CP_Drtn", "target_drtn_hr_cnt": 40, "remain_drtn_hr_cnt": 30}, 25),
    ({"complete_pct_type": "CP_Units", "act_work_qty": 30, "remain_work_qty": 10}, 75), ({"complete_pct_type": "CP_Units", "act_equip_qty": 10,
                                                                                          "remain_work_qty": 10}, 50),
    ({"complete_pct_type": "CP_Drtn", "target_drtn_hr_cnt": 40, "remain_drtn_hr_cnt": 60}, 0), ({"complete_pct_type": "CP_Drtn"}, 0)])
def test_progress_is_what_the_activity_is_measured_by(values: dict[str, object], progress: int) -> None:
    assert of_activity(status_code="TK_Active", **values)["progress"] == progress


def test_a_suspended_activity_is_blocked_with_its_day() -> None:
    found = of_activity(status_code="TK_Active", suspend_date="2026-01-07 08:00")
    assert (found["status"], found["blocked_by"]) == ("blocked", "suspended since 2026-01-07")
    assert of_activity(status_code="TK_Active", suspend_date="2026-01-07 08:00", resume_date="2026-01-08 08:00")["status"] == "in progress"


@pytest.mark.parametrize(("code", "name"), [("CS_ALAP", "as late as possible"), ("CS_MSO", "must start on"), ("CS_MANDSTART", "must start on"),
                                            ("CS_MEO", "must finish on"), ("CS_MANDFIN", "must finish on"), ("CS_MSOA", "start no earlier than"),
                                            ("CS_MSOB", "start no later than"), ("CS_MEOA", "finish no earlier than"), ("CS_MEOB", "finish no later than"),
                                            ("", "as soon as possible"), ("CS_ODD", "as soon as possible")])
def test_every_constraint_keeps_its_meaning(code: str, name: str) -> None:
    assert of_activity(cstr_type=code, cstr_date="2026-01-05 00:00")["constraint"] == name


@pytest.mark.parametrize(("code", "name"), [("PT_Top", "critical"), ("PT_High", "high"), ("PT_Normal", "medium"), ("PT_Low", "low"), ("PT_Lowest", "low")])
def test_every_priority_keeps_its_meaning(code: str, name: str) -> None:
    assert of_activity(priority_type=code)["priority"] == name


@pytest.mark.parametrize(("kind", "planned"), [("TT_Mile", "2026-01-05"), ("TT_FinMile", "2026-01-09")])
def test_milestones_begin_or_end(kind: str, planned: str) -> None:
    row, = rows(read(activity(1, task_type=kind, status_code="TK_Complete", act_start_date="2026-01-07 08:00", act_end_date="2026-01-07 08:00")), "milestone")
    assert row.source == "xer:APO/A1"
    assert row.values == {"title": "Activity 1", "project_id": To("project", "xer:APO"), "wbs": "A1", "planned": planned, "forecast": "2026-01-07",
                          "actual": "2026-01-07"}


@pytest.mark.parametrize(("kind", "label"), [("TT_LOE", "level of effort"), ("TT_WBS", "WBS summary")])
def test_kinds_of_activity_that_follow_others_are_labelled(kind: str, label: str) -> None:
    assert of_activity(task_type=kind)["labels"] == label


@pytest.mark.parametrize(("code", "name"), [("PR_FS", "FS"), ("PR_SS", "SS"), ("PR_FF", "FF"), ("PR_SF", "SF")])
def test_relationships_are_of_four_types_with_lag_in_days(code: str, name: str) -> None:
    row, = rows(read(activity(1), activity(2), TASKPRED=[{"task_pred_id": 1, "task_id": 2, "pred_task_id": 1, "pred_type": code, "lag_hr_cnt": -12}]), "link")
    assert row.source == f"xer:APO/link/A1-A2-{name}"
    assert row.values == {"project_id": To("project", "xer:APO"), "predecessor_id": To("task", "xer:APO/A1"), "successor_id": To("task", "xer:APO/A2"),
                          "type": name, "lag": -1.5}


@pytest.mark.parametrize(("option", "days"), [("rcal_Predecessor", 2), ("rcal_Successor", 4), ("rcal_ProjDefault", 5), ("rcal_24Hour", 1.1905), ("", 2)])
def test_a_lag_runs_on_the_calendar_that_the_project_says(option: str, days: float) -> None:
    calendars: list[dict[str, object]] = [{"clndr_id": n, "clndr_name": str(n), "day_hr_cnt": h, "clndr_data": week()} for n, h in ((7, 8), (1, 20), (2, 10))]
    found = read(activity(1, clndr_id=1), activity(2, clndr_id=2), CALENDAR=calendars,
                 SCHEDOPTIONS=[{"proj_id": 1, "sched_calendar_on_relationship_lag": option}],
                 TASKPRED=[{"task_id": 2, "pred_task_id": 1, "pred_type": "PR_FS", "lag_hr_cnt": 40}])
    assert rows(found, "link")[0].values["lag"] == days


@pytest.mark.parametrize(("relation", "words"), [
    ({"pred_task_id": 99}, "not in the file"), ({"pred_task_id": 2}, "waits for itself"),
    ({"pred_type": "PR_XX"}, "type “PR_XX” is unknown"), ({"pred_task_id": 4}, "of another project")])
def test_a_relationship_that_cannot_be_kept_is_said(relation: dict[str, object], words: str) -> None:
    other: list[dict[str, object]] = [*TABLES["PROJECT"], {"proj_id": 2, "proj_short_name": "ZEP", "export_flag": "Y"}]
    found = read(activity(1), activity(2), activity(3, task_type="TT_Mile"), activity(4, proj_id=2), PROJECT=other,
                 TASKPRED=[{"task_id": 2, "pred_task_id": 1, "pred_type": "PR_FS", **relation}])
    assert words in said(found)
    assert not rows(found, "link")


def test_a_relationship_with_a_milestone_is_kept() -> None:
    found = read(activity(1), activity(2, task_type="TT_Mile"), TASKPRED=[{"task_id": 2, "pred_task_id": 1, "pred_type": "PR_FS"}])
    (link,) = rows(found, "link")
    assert [(n, v.kind) for n, v in link.values.items() if isinstance(v, To) and n != "project_id"] == [
        ("predecessor_id", "task"), ("successor_milestone_id", "milestone")]


def test_people_are_the_labour_and_the_others_are_said() -> None:
    rates: list[dict[str, object]] = [{"rsrc_id": 1, "start_date": f"{year}-01-01 00:00", "cost_per_qty": cost, "max_qty_per_hr": "0.5"}
                                      for year, cost in ((2027, 99), (2025, 80), (2026, 85))]
    dated: list[dict[str, object]] = [{**TABLES["PROJECT"][0], "last_recalc_date": "2026-03-01 00:00"}]
    found = read(RSRC=PEOPLE, RSRCRATE=rates, PROJECT=dated)
    assert [dict(row.values) for row in rows(found, "person")] == [
        {"name": "Ana Ruiz", "email": "ana@office.example", "job": "Engineer", "weekly_hours": 20, "rate": "85.00",
         "calendar_id": To("calendar", "xer:calendar/Five days")}, {"name": "Ben Okafor"}]
    for words in ("“Crane”: It is equipment", "“Concrete”: It is material", "“Everybody”: It is a group"):
        assert words in said(found)


def test_the_primary_person_owns_and_shared_work_becomes_allocations() -> None:
    dates = {"target_start_date": "2026-01-05 08:00", "target_end_date": "2026-01-09 17:00"}
    shares: list[dict[str, object]] = [{"task_id": 1, "rsrc_id": r, "target_qty": 20, **dates} for r in (1, 2, 3)]
    found = read(activity(1, rsrc_id=2), RSRC=PEOPLE, TASKRSRC=shares)
    assert activities(found)[0].values["owner_id"] == To("person", "xer:resource/BO")
    assert [(row.values["person_id"], row.values["hours"]) for row in rows(found, "allocation")] == [
        (To("person", "xer:resource/AR"), 20), (To("person", "xer:resource/BO"), 20)]
    assert any("1 assignment of equipment" in note for note in found.notes)


def test_several_projects_stand_apart_and_one_that_is_only_mentioned_is_said() -> None:
    named = ((1, "APO", "Y"), (2, "ZEP", "Y"), (3, "X", "N"))
    projects: list[dict[str, object]] = [{"proj_id": n, "proj_short_name": name, "export_flag": flag} for n, name, flag in named]
    found = read(activity(1), activity(1, task_id=2, proj_id=2), activity(3, proj_id=3), PROJECT=projects)
    assert {row.source for row in activities(found)} == {"xer:APO/A1", "xer:ZEP/A1"}
    assert "project “X”: The file only mentions it" in said(found)


def test_a_file_that_marks_no_project_as_exported_holds_them_all() -> None:
    assert rows(read(PROJECT=[{"proj_id": 1, "proj_short_name": "APO", "export_flag": "N"}]), "project")


@pytest.mark.parametrize(("data", "workdays", "hours", "off"), [
    (week(), "1, 2, 3, 4, 5", 8, None), (week("1234567", "(0||0(s|00:00|f|00:00)())"), "1, 2, 3, 4, 5, 6, 7", 24, None),
    (week("2", "(0||0(f|16:30|s|09:00)())"), "1", 7.5, None),
    (week(exceptions="(0||0(d|46381)())(0||1(d|46382)())"), "1, 2, 3, 4, 5", 8, "2026-12-25, 2026-12-26"),
    (week().replace("(0||", "\x7f\x7f   (0||"), "1, 2, 3, 4, 5", 8, None), ("", "1, 2, 3, 4, 5", 6, None), ("((((broken", "1, 2, 3, 4, 5", 6, None)])
def test_calendars_of_every_form(data: str, workdays: str, hours: float, off: str | None) -> None:
    found = read(CALENDAR=[{"clndr_id": 7, "clndr_name": "C", "day_hr_cnt": 6, "clndr_data": data}])
    values = rows(found, "calendar")[0].values
    assert (values["workdays"], values["hours"], values.get("days_off")) == (workdays, hours, off)


def test_a_day_with_shifts_of_its_own_and_a_calendar_that_cannot_be_read_are_said() -> None:
    worked = week(exceptions="(0||0(d|46381)((0||0(s|08:00|f|12:00)())))")
    found = read(CALENDAR=[{"clndr_id": n, "clndr_name": f"C{n}", "day_hr_cnt": 8, "clndr_data": data} for n, data in ((7, worked), (8, "?"))])
    assert "calendar “C7”: 1 day with working times of their own, which our calendars do not have: 2026-12-25" in said(found)
    assert "calendar “C8”: Its working days cannot be read" in said(found)


def test_user_defined_fields_and_other_tables_are_counted() -> None:
    found = read(activity(1), UDFTYPE=[{"udf_type_id": 1, "udf_type_label": "Zone"}], UDFVALUE=[{"udf_type_id": 1, "fk_id": 1, "udf_text": "N"}],
                 PROJCOST=[{"cost_item_id": 1}], ROLES=[{"role_id": 1}])
    notes = " ".join(found.notes)
    assert "“Zone” (1)" in notes
    assert "1 expense, 1 role" in notes


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings_read_the_same(encoding: str) -> None:
    text = file(TASK=[activity(1, task_name="Größe – “ja”")]).decode()
    assert activities(xer.read(text.encode(encoding), "apollo.xer"))[0].values["title"] == "Größe – “ja”"
