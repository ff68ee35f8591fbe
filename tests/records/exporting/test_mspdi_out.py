"""Schedules on their way out: what MS Project needs, and that reading the file gives the same rows again."""
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from xml.etree import ElementTree as ET

from hypothesis import given, settings
from hypothesis import strategies as st
import pytest

from records.exporting import mspdi as out
from records.exporting.schedule import AllocationRow, CalendarRow, LinkRow, MilestoneRow, PersonRow, ProjectRow, Schedule, TaskRow
from records.importing import mspdi
from records.importing.base import Read, Row, To

SPACE = "{http://schemas.microsoft.com/project}"
MONDAY = date(2026, 1, 5)
UK = CalendarRow(1, "UK", "1, 2, 3, 4, 5", 7.5, "2026-04-03, 2026-04-06")
APOLLO = Schedule(
    ProjectRow("Apollo", "Land <safely> & soon", MONDAY, date(2026, 6, 30), "GBP", "Ana Ruiz", 1),
    (UK, CalendarRow(2, "Six days", "1, 2, 3, 4, 5, 6", 10)),
    (PersonRow(1, "Ana Ruiz", "ana@office.example", "Engineer", 30, Decimal("80.50"), 1), PersonRow(2, "Ben Okafor")),
    (TaskRow(3, "Build", owner_id=2, parent_id=1, wbs="1.2", status="in progress", priority="critical", start=date(2026, 1, 12), due=date(2026, 3, 2),
             hours=80, remaining=60, progress=25, began_on=date(2026, 1, 12), constraint="start no earlier than", constraint_on=date(2026, 1, 12),
             calendar_id=2),
     TaskRow(1, "Phase", wbs="1"),
     TaskRow(2, "Draw", "A note\nof two lines", 1, 1, "1.1", "done", "high", MONDAY, date(2026, 1, 9), MONDAY, date(2026, 1, 8), 37.5, 0, 100, MONDAY,
             date(2026, 1, 9), source="msp:Old name/17"),
     TaskRow(4, "Dropped", status="cancelled")),
    (MilestoneRow(1, "Gate", date(2026, 3, 3), date(2026, 3, 10), None, 1, "1.3"), MilestoneRow(2, "Kick-off", MONDAY, MONDAY, MONDAY)),
    (LinkRow(2, 3, "FS", 2), LinkRow(3, 4, "SS", -1.5)))


def parsed(schedule: Schedule) -> ET.Element:
    return ET.fromstring(out.write(schedule))  # noqa: S314 - our own


def tasks(schedule: Schedule) -> dict[str, dict[str, str]]:
    """The fields of each task by its name."""
    found = ({c.tag.removeprefix(SPACE): c.text or "" for c in t} for t in parsed(schedule).iter(f"{SPACE}Task"))
    return {fields["Name"]: fields for fields in found}


def test_tasks_stand_under_their_parents_and_milestones_where_their_code_says() -> None:
    assert [(f["OutlineNumber"], f["OutlineLevel"], name) for name, f in tasks(APOLLO).items()] == [
        ("0", "0", "Apollo"), ("1", "1", "Phase"), ("1.1", "2", "Build"), ("1.2", "2", "Draw"), ("1.3", "2", "Gate"), ("2", "1", "Dropped"),
        ("3", "1", "Kick-off")]


def test_numbers_are_those_a_row_came_in_with_else_follow_from_its_id() -> None:
    found = tasks(APOLLO)
    assert (found["Draw"]["UID"], found["Build"]["UID"], found["Gate"]["UID"]) == ("17", "1000006", "1000003")
    fewer = Schedule(APOLLO.project, APOLLO.calendars, APOLLO.people, APOLLO.tasks[:1], APOLLO.milestones[:1])
    assert tasks(fewer)["Build"]["UID"] == "1000006"


def test_the_same_rows_give_the_same_bytes() -> None:
    assert out.write(APOLLO) == out.write(APOLLO)


def test_durations_are_working_time_of_the_tasks_calendar() -> None:
    found = tasks(APOLLO)
    assert (found["Draw"]["Duration"], found["Build"]["Duration"], found["Gate"]["Duration"]) == ("PT37H30M0S", "PT430H0M0S", "PT0H0M0S")


def test_dates_are_kept_by_hand_so_that_ms_project_does_not_move_them() -> None:
    found = tasks(APOLLO)["Draw"]
    assert (found["Manual"], found["ManualStart"], found["ManualFinish"]) == ("1", "2026-01-05T08:00:00", "2026-01-09T16:30:00")


ORDER = ("UID", "ID", "Name", "Active", "Manual", "Type", "IsNull", "WBS", "OutlineNumber", "OutlineLevel", "Priority", "Start", "Finish", "Duration",
         "ManualStart", "ManualFinish", "ManualDuration", "DurationFormat", "Work", "EffortDriven", "Recurring", "Estimated", "Milestone", "Summary",
         "ExternalTask", "PercentComplete", "ActualStart", "ActualFinish", "RemainingWork", "ConstraintType", "CalendarUID", "ConstraintDate",
         "HyperlinkAddress", "Notes", "PredecessorLink", "Baseline")


def test_the_fields_of_a_task_stand_in_the_order_of_the_schema() -> None:
    for fields in tasks(APOLLO).values():
        places = [ORDER.index(name) for name in fields]
        assert places == sorted(places)


def test_sections_stand_in_the_order_of_the_schema() -> None:
    assert [e.tag.removeprefix(SPACE) for e in parsed(APOLLO)][-4:] == ["Calendars", "Tasks", "Resources", "Assignments"]


def test_every_reference_leads_to_something_in_the_file() -> None:
    root = parsed(APOLLO)
    calendars, people, work = ({e.findtext(f"{SPACE}UID") for e in root.iter(SPACE + name)} for name in ("Calendar", "Resource", "Task"))
    assert {e.text for e in root.iter(f"{SPACE}CalendarUID")} <= calendars | {"-1"}
    assert {e.text for e in root.iter(f"{SPACE}ResourceUID")} <= people
    assert {e.text for name in ("TaskUID", "PredecessorUID") for e in root.iter(SPACE + name)} <= work


@pytest.mark.parametrize("bad", ["\x00", "\x0b", "\ud800", "\ufffe"])
def test_characters_that_xml_forbids_are_left_out(bad: str) -> None:
    assert "Draw" in tasks(Schedule(ProjectRow("Apollo"), tasks=(TaskRow(1, f"Dr{bad}aw"),)))


def test_a_circle_of_parents_and_rows_that_are_not_there_do_no_harm() -> None:
    odd = Schedule(ProjectRow("Apollo", calendar_id=9), tasks=(TaskRow(1, "A", parent_id=2, owner_id=7, calendar_id=8), TaskRow(2, "B", parent_id=1)),
                   links=(LinkRow(1, 99), LinkRow(99, 1)), allocations=(AllocationRow(5, 1, 8, MONDAY, MONDAY),))
    assert {fields["OutlineLevel"] for name, fields in tasks(odd).items() if name != "Apollo"} == {"1"}


def test_shared_work_goes_out_and_comes_back_as_allocations() -> None:
    parts = (AllocationRow(1, 3, 10, date(2026, 1, 12), date(2026, 1, 23)), AllocationRow(2, 3, 30, date(2026, 1, 12), date(2026, 1, 16)))
    read = mspdi.read(out.write(Schedule(APOLLO.project, APOLLO.calendars, APOLLO.people, APOLLO.tasks, allocations=parts)), "apollo.xml")
    assert [(row.values["hours"], row.values["start"], row.values["end"]) for row in read.rows if row.kind == "allocation"] == [
        (30, "2026-01-12", "2026-01-16"), (10, "2026-01-12", "2026-01-23")]


def again(read: Read, like: Schedule) -> Schedule:
    """What was read as a schedule, with the ids of the rows that it was written from (their titles are different)."""
    ids = {row.source: next(i for kind, name, i in _names(like) if (kind, name) == (row.kind, row.values.get("title") or row.values.get("name")))
           for row in read.rows if row.kind in ("calendar", "person", "task", "milestone")}

    def values(row: Row, *but: str) -> dict[str, Any]:
        return {k: _value(k, v, ids) for k, v in row.values.items() if k not in ("project_id", *but)}

    def of(kind: str) -> list[Row]:
        return [row for row in read.rows if row.kind == kind]

    project, = of("project")
    manager = project.values.get("manager_id")
    return Schedule(
        ProjectRow(**values(project, "manager_id"), manager=manager.said if isinstance(manager, To) else ""),
        sorted((CalendarRow(ids[row.source], **values(row)) for row in of("calendar")), key=lambda r: r.id),
        sorted((PersonRow(ids[row.source], **values(row)) for row in of("person")), key=lambda r: r.id),
        sorted((TaskRow(ids[row.source], **values(row)) for row in of("task")), key=lambda r: r.id),
        sorted((MilestoneRow(ids[row.source], **values(row)) for row in of("milestone")), key=lambda r: r.id),
        [LinkRow(**values(row)) for row in of("link")])


def _names(schedule: Schedule) -> list[tuple[str, str, int]]:
    return [("calendar", c.name, c.id) for c in schedule.calendars] + [("person", p.name, p.id) for p in schedule.people] + [
        ("task", t.title, t.id) for t in schedule.tasks] + [("milestone", m.title, m.id) for m in schedule.milestones]


DAYS = {"start", "due", "finish", "baseline_start", "baseline_due", "began_on", "done_on", "constraint_on", "hard_deadline", "planned", "forecast", "actual"}


def _value(name: str, value: object, ids: dict[str, int]) -> object:
    if isinstance(value, To):
        return ids[value.said]
    if name in DAYS:
        return date.fromisoformat(str(value))
    return Decimal(str(value)) if name == "rate" else value


DATES = st.integers(0, 1000).map(lambda n: MONDAY + timedelta(days=n))
SPANS = st.tuples(DATES, st.integers(0, 60)).map(lambda s: (s[0], s[0] + timedelta(days=s[1])))
QUARTERS = st.integers(0, 400).map(lambda n: n / 4)
WORDS = st.text("abc <>&\"'ß€", max_size=20)
TEXT = st.text("abc <>&\"'ß€\n", max_size=20).map(lambda s: "\n".join(" ".join(line.split()) for line in s.split("\n")).strip())
CONSTRAINTS = st.sampled_from(["as soon as possible", "as late as possible"]).map(lambda c: (c, None)) | st.tuples(
    st.sampled_from(out.CONSTRAINTS[2:]), DATES)


@st.composite
def standings(draw: st.DrawFn) -> dict[str, Any]:
    status = draw(st.sampled_from(["to do", "in progress", "done", "cancelled"]))
    if status == "done":
        return {"status": status, "progress": 100, "began_on": draw(DATES), "done_on": draw(DATES)}
    if status == "in progress":
        return {"status": status, "progress": draw(st.integers(0, 99)), "began_on": draw(DATES)}
    return {"status": status, "progress": draw(st.integers(0, 99)) if status == "cancelled" else 0}


@st.composite
def rows_of_tasks(draw: st.DrawFn, people: int, calendars: int) -> list[TaskRow]:
    made: list[TaskRow] = []
    parents = [draw(st.sampled_from([None, *range(1, n)])) for n in range(1, draw(st.integers(0, 6)) + 1)]
    for n, parent in enumerate(parents, 1):
        start, due = draw(SPANS | st.just((None, None)))
        first, last = draw(SPANS | st.just((None, None)))
        constraint, on = draw(CONSTRAINTS)
        owner = draw(st.sampled_from([None, *range(1, people + 1)]))
        is_leaf = n not in parents or owner is not None            # a summary task has only the hours of its own people
        hours, left = draw(st.tuples(QUARTERS, QUARTERS) | st.just((None, None))) if is_leaf else (None, None)
        hours, left = (None, None) if not hours and owner is None else (hours, left)
        made.append(TaskRow(
            n, " ".join(f"Task {n} {draw(WORDS)}".split()), draw(TEXT), owner, parent, draw(st.sampled_from(["", "1", f"1.{n}"])),
            priority=draw(st.sampled_from(["low", "medium", "high", "critical"])), start=start, due=due, baseline_start=first, baseline_due=last,
            hours=hours, remaining=left, constraint=constraint, constraint_on=on, hard_deadline=on,
            calendar_id=draw(st.sampled_from([None, *range(1, calendars + 1)])),
            links=draw(st.sampled_from(["", "https://x.example/a?b=1&c=2"])), **draw(standings())))
    return made


@st.composite
def schedules(draw: st.DrawFn) -> Schedule:
    weeks = st.lists(st.sampled_from("1234567"), min_size=1, unique=True).map(lambda d: ", ".join(sorted(d)))
    off = st.lists(DATES.map(str), max_size=3, unique=True).map(lambda days: ", ".join(sorted(days)))
    calendars = [CalendarRow(n, f"Calendar {n}", draw(weeks), draw(st.integers(2, 96)) / 4, draw(off)) for n in range(1, draw(st.integers(1, 3)) + 1)]
    own = calendars[0]
    week = own.hours * len(own.week)
    people = [PersonRow(n, f"Person {n}", draw(st.sampled_from([None, f"p{n}@office.example"])), draw(st.sampled_from(["", "Engineer"])),
                        min(80, week * draw(st.sampled_from([0.5, 1, 0.25]))), draw(st.sampled_from([None, Decimal("80.50")])),
                        draw(st.sampled_from([None, 1, len(calendars)]))) for n in range(1, draw(st.integers(0, 3)) + 1)]
    work = draw(rows_of_tasks(len(people), len(calendars)))
    milestones = [MilestoneRow(n, f"Milestone {n}", draw(DATES), draw(DATES), draw(st.none() | DATES),
                               draw(st.sampled_from([None, *(p.id for p in people)])), "", draw(TEXT))
                  for n in range(1, draw(st.integers(0, 3)) + 1)]
    ends = st.sampled_from([*(("", t.id) for t in work), *(("_milestone", m.id) for m in milestones)] or [("", 0)])
    pairs = draw(st.lists(st.tuples(ends, ends, st.sampled_from(["FS", "SS", "FF", "SF"])), max_size=5, unique=True))
    links = [LinkRow(**{f"predecessor{a[0]}_id": a[1], f"successor{b[0]}_id": b[1]}, type=of, lag=draw(st.integers(-20, 20)) / 2)
             for a, b, of in pairs if a != b]
    start, finish = draw(SPANS)
    project = ProjectRow(" ".join(f"Apollo {draw(WORDS)}".split()), draw(TEXT), start, finish, draw(st.sampled_from(["EUR", "USD", "GBP", "CHF"])),
                         draw(st.sampled_from(["", "Ana Ruiz"])), 1)
    return Schedule(project, calendars, people, work, milestones, links)


@pytest.mark.slow
@settings(max_examples=80)
@given(schedules())
def test_what_goes_out_comes_back_the_same(schedule: Schedule) -> None:
    read = mspdi.read(out.write(schedule), "apollo.xml")
    came = again(read, schedule)
    for name in ("project", "calendars", "people", "tasks", "milestones"):
        assert getattr(came, name) == getattr(schedule, name)
    assert sorted(came.links, key=repr) == sorted(schedule.links, key=repr)
