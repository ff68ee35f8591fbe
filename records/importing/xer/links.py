"""Relationships between activities, tasks and milestones alike."""
from collections.abc import Mapping

from records.importing.base import To
from records.importing.schedule import MOST_LAG, Gathered, number
from records.importing.xer.activities import Around, where
from records.importing.xer.structure import Scheme
from records.importing.xer.tables import Line, Tables
from records.importing.xer.values import amount

TYPES = {"PR_FS": "FS", "PR_SS": "SS", "PR_FF": "FF", "PR_SF": "SF"}
WORKED_SHARE = 5 / 7                     # of an elapsed day, where lags run on a 24-hour calendar


def read(tables: Tables, around: Around, gathered: Gathered) -> None:
    """Add a row for each relationship; say each one that cannot be kept."""
    lines = {line.said("task_id"): line for line in tables.all("TASK")}
    runs_on = {line.said("proj_id"): line.said("sched_calendar_on_relationship_lag") for line in tables.all("SCHEDOPTIONS")}
    known: set[tuple[str, str, str]] = set()
    for line in tables.all("TASKPRED"):
        before, after = line.said("pred_task_id"), line.said("task_id")
        of = TYPES.get(line.said("pred_type"), "")
        if why := _unfit(line, of, around, lines):
            gathered.skip(line.where, why)
            continue
        scheme = around.schemes[lines[after].said("proj_id")]
        hours, day = amount(line.said("lag_hr_cnt")) or 0, _day(lines[before], lines[after], scheme, runs_on, around)
        lag = gathered.within(line.where, "lag in days", hours / day, MOST_LAG, -MOST_LAG) or 0
        said = f"{where(lines[after])} waits for {where(lines[before])} ({of}{f' {lag:+g} days' if lag else ''})"
        if (before, after, of) in known:
            gathered.skip(line.where, f"{said} stands twice; the second is left out")
        else:
            known.add((before, after, of))
            names = (around.placed[t].said.rpartition("/")[2] for t in (before, after))
            gathered.add("link", scheme.own(f"link/{'-'.join(names)}-{of}", line.said("task_pred_id")), line.where, {
                "project_id": scheme.project, _end("predecessor", around.placed[before]): around.placed[before],
                _end("successor", around.placed[after]): around.placed[after], "type": of, "lag": number(lag) or 0})


def _end(which: str, to: To) -> str:
    return f"{which}_milestone_id" if to.kind == "milestone" else f"{which}_id"


def _unfit(line: Line, of: str, around: Around, lines: Mapping[str, Line]) -> str:
    before, after = line.said("pred_task_id"), line.said("task_id")
    if not of:
        return f"The relationship type “{line.said('pred_type')[:40]}” is unknown; the link is left out"
    for uid in (before, after):
        if uid not in around.placed:
            name = where(lines[uid]) if uid in lines else f"activity with the id {uid[:40]}"
            return f"The {name} was not read or is not in the file; the link between {before[:40]} and {after[:40]} is left out"
    if before == after:
        return f"{where(lines[after])} waits for itself; the link is left out"
    if lines[before].said("proj_id") != lines[after].said("proj_id"):
        return f"{where(lines[after])} waits for {where(lines[before])} of another project; a link joins tasks of one project, and is left out"
    return ""


def _day(before: Line, after: Line, scheme: Scheme, runs_on: Mapping[str, str], around: Around) -> float:
    """The hours of one day of lag, by the calendar that the project says lags run on; the predecessor's where it does not say."""
    option = runs_on.get(scheme.line.said("proj_id"), "")
    if option == "rcal_24Hour":
        return 24 / WORKED_SHARE
    project = scheme.calendar
    calendar = {"rcal_Successor": around.calendars.get(after.said("clndr_id")), "rcal_ProjDefault": project}.get(
        option, around.calendars.get(before.said("clndr_id")))
    chosen = calendar or project
    return chosen.day if chosen else 8.0
