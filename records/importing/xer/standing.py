"""How an activity stands: its dates, how far it is, and what that comes to for the element above it."""
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from records.importing.schedule import Gathered, day
from records.importing.xer.tables import Line
from records.importing.xer.values import amount, on

STATUSES = {"TK_NotStart": "to do", "TK_Active": "in progress", "TK_Complete": "done"}
HUNDRED = 100


@dataclass(frozen=True)
class Standing:
    """Dates as they are now: actual ones first, then what remains, then early and planned ones. `weight`: its planned hours of duration."""
    start: date | None = None
    due: date | None = None
    status: str = "to do"
    progress: int = 0
    began: date | None = None
    done: date | None = None
    weight: float = 0

    def values(self) -> Mapping[str, object]:
        return {"start": day(self.start), "due": day(self.due), "status": self.status, "progress": self.progress,
                "began_on": day(self.began), "done_on": day(self.done) if self.status == "done" else None}


def standing(line: Line, gathered: Gathered) -> Standing:
    where = line.where
    start = _first(line, "act_start_date", "restart_date", "early_start_date", "target_start_date")
    due = gathered.due(where, start, _first(line, "act_end_date", "reend_date", "early_end_date", "target_end_date"))
    code = line.said("status_code")
    if code not in STATUSES:
        gathered.skip(where, f"Its status “{code[:40]}” is unknown; it is taken as not started")
    status = STATUSES.get(code, "to do")
    return Standing(start, due, status, _progress(line, status, gathered), on(line.said("act_start_date")),
                    on(line.said("act_end_date")) or due, amount(line.said("target_drtn_hr_cnt")) or 0)


def _first(line: Line, *columns: str) -> date | None:
    return next((day for column in columns if (day := on(line.said(column)))), None)


def _progress(line: Line, status: str, gathered: Gathered) -> int:
    """Per cent by what the activity is measured by: physical, units of work, or duration."""
    if status == "done":
        return HUNDRED
    if status == "to do" and line.said("complete_pct_type") != "CP_Phys":
        return 0
    physical = amount(line.said("phys_complete_pct"))
    value = {"CP_Phys": physical, "CP_Units": _units(line)}.get(line.said("complete_pct_type"), _duration(line))
    if value is not None and not 0 <= value <= HUNDRED:
        gathered.skip(line.where, f"Its per cent complete {value:g} is not between 0 and 100; the nearest is taken")
    if physical and line.said("complete_pct_type") != "CP_Phys" and round(physical) != round(value or 0):
        gathered.skip(line.where, f"Its physical per cent complete is {physical:g}; the activity is measured otherwise, and that is taken")
    return min(HUNDRED, max(0, int((value or 0) + 0.5)))


def _units(line: Line) -> float | None:
    actual = sum(amount(line.said(column)) or 0 for column in ("act_work_qty", "act_equip_qty"))
    remaining = sum(amount(line.said(column)) or 0 for column in ("remain_work_qty", "remain_equip_qty"))
    return HUNDRED * actual / (actual + remaining) if actual + remaining > 0 else _duration(line)


def _duration(line: Line) -> float | None:
    target, remaining = amount(line.said("target_drtn_hr_cnt")), amount(line.said("remain_drtn_hr_cnt"))
    if not target or remaining is None:
        return None
    return max(0.0, HUNDRED * (target - remaining) / target)     # what takes longer than planned is not less than begun


def together(below: list[Standing]) -> Standing:
    """What activities come to together: first start, last finish, per cent weighed by planned duration."""
    if not below:
        return Standing()
    starts, ends = [s.start for s in below if s.start], [s.due for s in below if s.due]
    begun = [s.began for s in below if s.began]
    weight = sum(s.weight for s in below)
    done = all(s.status == "done" for s in below)
    share = sum(s.progress * (s.weight or 0) for s in below) / weight if weight else sum(s.progress for s in below) / len(below)
    status = "done" if done else "in progress" if any(s.status != "to do" for s in below) else "to do"
    ended = max((s.done for s in below if s.done), default=None)
    return Standing(min(starts, default=None), max(ends, default=None), status, HUNDRED if done else min(99, int(share + 0.5)),
                    min(begun, default=None), ended if done else None, weight)
