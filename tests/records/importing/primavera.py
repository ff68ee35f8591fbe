"""Small Primavera files for tests: tables by name, rows by column."""
from records.importing import xer
from records.importing.base import Read, Row

SHIFTS = "(0||0(s|08:00|f|12:00)())(0||1(s|13:00|f|17:00)())"
Rows = list[dict[str, object]]


def week(worked: str = "23456", shifts: str = SHIFTS, exceptions: str = "") -> str:
    days = "".join(f"(0||{d}()({shifts if str(d) in worked else ''}))" for d in range(1, 8))
    return f"(0||CalendarData()((0||DaysOfWeek()({days}))(0||VIEW(ShowTotal|N)())(0||Exceptions()({exceptions}))))"


def activity(uid: int, **values: object) -> dict[str, object]:
    return {"task_id": uid, "proj_id": 1, "wbs_id": 11, "clndr_id": 7, "task_code": f"A{uid}", "task_name": f"Activity {uid}", "task_type": "TT_Task",
            "status_code": "TK_NotStart", "complete_pct_type": "CP_Drtn", "priority_type": "PT_Normal", "target_start_date": "2026-01-05 08:00",
            "target_end_date": "2026-01-09 17:00", **values}


TABLES: dict[str, Rows] = {
    "PROJECT": [{"proj_id": 1, "proj_short_name": "APO", "clndr_id": 7, "plan_start_date": "2026-01-05 08:00", "scd_end_date": "2026-06-30 17:00",
                 "export_flag": "Y"}],
    "CALENDAR": [{"clndr_id": 7, "clndr_name": "Five days", "proj_id": "", "clndr_type": "CA_Base", "day_hr_cnt": 8, "clndr_data": week()}],
    "PROJWBS": [{"wbs_id": 10, "proj_id": 1, "proj_node_flag": "Y", "status_code": "WS_Open", "wbs_short_name": "APO", "wbs_name": "Apollo"},
                {"wbs_id": 11, "proj_id": 1, "proj_node_flag": "N", "wbs_short_name": "D", "wbs_name": "Design", "parent_wbs_id": 10}]}


def file(**tables: Rows) -> bytes:
    lines = ["ERMHDR\t20.12\t2026-03-01\tProject\tADMIN\tada\tdb\tProject Management\tGBP"]
    for table, found in {**TABLES, **tables}.items():
        columns = list(dict.fromkeys(column for row in found for column in row))
        lines += [f"%T\t{table}", "\t".join(["%F", *columns])]
        lines += ["\t".join(["%R", *(str(row.get(column, "")) for column in columns)]) for row in found]
    return "\r\n".join([*lines, "%E", ""]).encode()


def read(*activities: dict[str, object], **tables: Rows) -> Read:
    return xer.read(file(TASK=list(activities), **tables), "apollo.xer")


def rows(found: Read, kind: str) -> list[Row]:
    return [row for row in found.rows if row.kind == kind]


def activities(found: Read) -> list[Row]:
    """The tasks that are no element of the structure."""
    return [row for row in rows(found, "task") if "/wbs/" not in row.source]


def said(found: Read) -> str:
    return "\n".join(f"{s.where}: {s.why}" for s in found.skipped)
