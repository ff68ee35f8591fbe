import pytest

from records.importing import mspdi
from records.importing.base import Read, To
from tests.records.importing.ms_project import HEAD, element, file, link, only, read, rows, said, task

PEOPLE = (element("Resource", UID=0, ID=0, Type=1)
          + element("Resource", UID=1, ID=1, Name="Ana Ruiz", Type=1, EmailAddress="Ana@Office.example", MaxUnits="0.5", StandardRate="80.5")
          + element("Resource", UID=2, ID=2, Name="Ben Okafor", Type=1, MaxUnits="1.00") + element("Resource", UID=3, ID=3, Name="Concrete", Type=0)
          + element("Resource", UID=4, ID=4, Name="Travel", Type=0, IsCostResource=1))


def assigned(uid: int, to: int, **values: object) -> str:
    return element("Assignment", UID=uid, TaskUID=1, ResourceUID=to, **{"Start": "2026-01-05T08:00:00", "Finish": "2026-01-16T17:00:00", **values})


def of_task(**values: object) -> dict[str, object]:
    return dict(only(read(task(1, **values)), "task").values)  # type: ignore[arg-type]


def lag_of(**values: object) -> object:
    found = read(task(1), task(2, more=link(1, **values)))
    return only(found, "link").values["lag"]


def test_a_project_has_its_name_dates_currency_and_calendar() -> None:
    week = "".join(element("WeekDay", DayType=d, DayWorking=int(1 < d < 7)) for d in range(1, 8))
    standard = f"<Calendar><UID>1</UID><Name>Standard</Name><IsBaseCalendar>1</IsBaseCalendar><WeekDays>{week}</WeekDays></Calendar>"
    found = only(read(calendars=standard), "project")
    assert found.source == "msp:Apollo"
    assert found.values == {"name": "Apollo", "start": "2026-01-05", "finish": "2026-06-30", "currency": "GBP",
                            "calendar_id": To("calendar", "msp:Apollo/calendar/1")}


def test_a_task_has_every_field_that_the_file_tells() -> None:
    more = element("Baseline", Number=1, Start="2025-01-01T08:00:00") + element("Baseline", Number=0, Start="2026-01-02T08:00:00", Finish="2026-01-08T17:00:00")
    found = read(task(1, "Draw", more, WBS="1.1", Priority=700, Work="PT37H30M0S", RemainingWork="PT7H30M0S", PercentComplete=80, Notes="With care",
                      ActualStart="2026-01-06T08:00:00", ConstraintType=4, ConstraintDate="2026-01-05T08:00:00", HyperlinkAddress="https://x.example/a"),
                 resources=PEOPLE, assignments=assigned(1, 1, Work="PT37H30M0S"))
    row = only(found, "task")
    assert (row.source, row.where) == ("msp:Apollo/1", "task 1 “Draw”")
    assert row.values == {
        "title": "Draw", "project_id": To("project", "msp:Apollo"), "wbs": "1.1", "description": "With care", "links": "https://x.example/a",
        "owner_id": To("person", "msp:Apollo/resource/1"), "status": "in progress", "progress": 80, "priority": "high", "start": "2026-01-05",
        "due": "2026-01-09", "baseline_start": "2026-01-02", "baseline_due": "2026-01-08", "hours": 37.5, "remaining": 7.5, "began_on": "2026-01-06",
        "constraint": "start no earlier than", "constraint_on": "2026-01-05"}


@pytest.mark.parametrize(("values", "status", "progress"), [
    ({}, "to do", 0), ({"PercentComplete": 1}, "in progress", 1), ({"ActualStart": "2026-01-05T08:00:00"}, "in progress", 0),
    ({"PercentComplete": 100}, "done", 100), ({"Active": 0, "PercentComplete": 40}, "cancelled", 40),
    ({"ActualFinish": "2026-01-09T17:00:00", "PercentComplete": 90}, "done", 100)])
def test_status_follows_from_per_cent_actual_dates_and_activity(values: dict[str, object], status: str, progress: int) -> None:
    found = of_task(**values)
    assert (found["status"], found["progress"]) == (status, progress)


def test_a_finished_task_was_done_on_its_actual_finish() -> None:
    assert of_task(PercentComplete=100, ActualFinish="2026-01-08T12:00:00")["done_on"] == "2026-01-08"


@pytest.mark.parametrize(("number", "name"), [(0, "low"), (100, "low"), (400, "low"), (500, "medium"), (600, "high"), (700, "high"), (800, "critical"),
                                              (1000, "critical"), ("", "medium")])
def test_priorities_of_a_thousand_steps_become_four(number: object, name: str) -> None:
    assert of_task(Priority=number)["priority"] == name


@pytest.mark.parametrize(("number", "name"), list(enumerate(
    ["as soon as possible", "as late as possible", "must start on", "must finish on", "start no earlier than", "start no later than",
     "finish no earlier than", "finish no later than"])))
def test_every_constraint_keeps_its_meaning(number: int, name: str) -> None:
    found = of_task(ConstraintType=number, ConstraintDate="2026-02-02T08:00:00")
    assert found["constraint"] == name
    assert found.get("constraint_on") == ("2026-02-02" if number > 1 else None)


@pytest.mark.parametrize(("written", "hours"), [("PT8H0M0S", 8), ("PT0H30M0S", 0.5), ("P1D", 8), ("P1W", 40), ("P1M", 160), ("PT1H0M36S", 1.01),
                                                ("PT1.5H", 1.5), ("P1DT4H", 12)])
def test_work_is_read_in_hours_whatever_its_unit(written: str, hours: float) -> None:
    assert of_task(Work=written)["hours"] == hours


def test_work_beyond_what_a_task_holds_is_left_out_and_said() -> None:
    found = read(task(1, Work="PT20000H0M0S"))
    assert "hours" not in only(found, "task").values
    assert "20,000" in said(found)


def test_outline_levels_become_parents_and_the_project_summary_does_not() -> None:
    found = read(task(0, "Apollo", OutlineLevel=0), task(1, OutlineLevel=1, Summary=1), task(2, OutlineLevel=2, Summary=1), task(3, OutlineLevel=3),
                 task(4, OutlineLevel=2), task(5, OutlineLevel=1))
    parents = {row.source: row.values.get("parent_id") for row in rows(found, "task")}
    first, second = To("task", "msp:Apollo/1"), To("task", "msp:Apollo/2")
    assert list(parents.values()) == [None, first, second, first, None]


def test_outline_numbers_do_where_levels_are_missing() -> None:
    found = read(task(1, OutlineLevel="", OutlineNumber="1"), task(2, OutlineLevel="", OutlineNumber="1.1"))
    assert rows(found, "task")[1].values["parent_id"] == To("task", "msp:Apollo/1")


def test_hours_of_a_summary_task_are_not_counted_twice() -> None:
    found = read(task(1, OutlineLevel=1, Summary=1, Work="PT16H0M0S"), task(2, OutlineLevel=2, Work="PT16H0M0S"))
    assert [row.values.get("hours") for row in rows(found, "task")] == [None, 16]
    assert any("summary" in note for note in found.notes)


def test_a_milestone_has_planned_forecast_and_actual() -> None:
    more = element("Baseline", Number=0, Finish="2026-03-01T17:00:00")
    found = only(read(task(7, "Gate", more, Milestone=1, Duration="PT0H0M0S", Start="2026-03-09T17:00:00", Finish="2026-03-09T17:00:00", PercentComplete=100,
                           ActualFinish="2026-03-10T17:00:00", WBS="1.4")), "milestone")
    assert found.source == "msp:Apollo/7"
    assert found.values == {"title": "Gate", "project_id": To("project", "msp:Apollo"), "planned": "2026-03-01", "forecast": "2026-03-09",
                            "actual": "2026-03-10", "wbs": "1.4"}


def test_a_milestone_with_tasks_below_is_a_task() -> None:
    found = read(task(1, Milestone=1, OutlineLevel=1), task(2, OutlineLevel=2))
    assert [row.kind for row in found.rows if row.kind != "project"] == ["task", "task"]


@pytest.mark.parametrize(("number", "name"), [(0, "FF"), (1, "FS"), (2, "SF"), (3, "SS"), ("", "FS")])
def test_links_are_of_four_types(number: object, name: str) -> None:
    found = only(read(task(1), task(2, more=link(1, Type=number, LinkLag=0, LagFormat=7))), "link")
    assert found.source == f"msp:Apollo/link/1-2-{name}"
    assert found.values == {"project_id": To("project", "msp:Apollo"), "predecessor_id": To("task", "msp:Apollo/1"), "successor_id": To("task", "msp:Apollo/2"),
                            "type": name, "lag": 0}


@pytest.mark.parametrize(("lag", "form", "days"), [(4800, 7, 1), (-9600, 7, -2), (24000, 9, 5), (600, 5, 0.125), (10, 3, 0.0021), (96000, 11, 20),
                                                   (4800, 39, 1), (14400 * 7, 8, 5), (50, 19, 2.5), (50, 51, 2.5), (100, 20, 5)])
def test_a_lag_is_in_working_days_of_the_file(lag: int, form: int, days: float) -> None:
    assert lag_of(LinkLag=lag, LagFormat=form) == days


def test_a_day_of_lag_is_as_long_as_the_file_says() -> None:
    found = mspdi.read(file(task(1), task(2, more=link(1, LinkLag=4500, LagFormat=7)), head={**HEAD, "MinutesPerDay": "450"}), "x.xml")
    assert only(found, "link").values["lag"] == 1


def test_elapsed_and_per_cent_lags_say_what_they_became() -> None:
    found = read(task(1), task(2, more=link(1, LinkLag=14400 * 7, LagFormat=8)), task(3, more=link(1, LinkLag=50, LagFormat=19)))
    assert "A lag of 7 elapsed days is kept as 5 working days" in said(found)
    assert "A lag of 50 % of its predecessor is kept as 2.5 working days" in said(found)


def test_a_link_that_begins_or_ends_at_a_milestone_is_kept() -> None:
    found = read(task(1, "Gate", Milestone=1), task(2, more=link(1, Type=1, LinkLag=4800, LagFormat=7)), task(3, "End", Milestone=1, more=link(2)))
    first, second = (row.values for row in found.rows if row.kind == "link")
    assert (first["predecessor_milestone_id"], first["successor_id"], first["lag"]) == (To("milestone", "msp:Apollo/1"), To("task", "msp:Apollo/2"), 1)
    assert (second["predecessor_id"], second["successor_milestone_id"]) == (To("task", "msp:Apollo/2"), To("milestone", "msp:Apollo/3"))


def test_a_link_of_a_summary_task_is_kept() -> None:
    found = read(task(1, OutlineLevel=1, Summary=1), task(2, OutlineLevel=2), task(3, more=link(1)))
    assert only(found, "link").values["predecessor_id"] == To("task", "msp:Apollo/1")


@pytest.mark.parametrize(("tasks", "words"), [
    ((task(1), task(2, more=link(9))), "waits for task with UID 9 (FS): that task is not in the file"),
    ((task(1, more=link(1)),), "that is itself"),
    ((task(1), task(2, more=link(1) + link(1))), "twice in the same way"),
    ((task(1), task(2, more=link(1, CrossProject=1, CrossProjectName="Zephyr.mpp"))), "in another project (Zephyr.mpp)"),
    ((task(1, ExternalTask=1), task(2, more=link(1))), "in another project")])
def test_a_link_that_cannot_be_kept_is_said(tasks: tuple[str, ...], words: str) -> None:
    assert words in said(read(*tasks))


def test_people_are_the_work_resources_and_the_others_are_said() -> None:
    found = read(resources=PEOPLE)
    assert [dict(row.values) for row in rows(found, "person")] == [
        {"name": "Ana Ruiz", "email": "ana@office.example", "weekly_hours": 20, "rate": "80.50"}, {"name": "Ben Okafor", "weekly_hours": 40}]
    assert "“Concrete”: It is material" in said(found)
    assert "“Travel”: It is a cost" in said(found)


def test_the_first_person_owns_a_task_and_shared_work_becomes_allocations() -> None:
    found = read(task(1, Work="PT60H0M0S"), resources=PEOPLE,
                 assignments=assigned(1, 3, Work="PT9H0M0S") + assigned(2, 2, Work="PT40H0M0S") + assigned(3, 1, Work="PT20H0M0S"))
    assert only(found, "task").values["owner_id"] == To("person", "msp:Apollo/resource/2")
    assert [(row.values["person_id"], row.values["hours"], row.values["start"], row.values["end"]) for row in rows(found, "allocation")] == [
        (To("person", "msp:Apollo/resource/2"), 20, "2026-01-05", "2026-01-16"), (To("person", "msp:Apollo/resource/1"), 10, "2026-01-05", "2026-01-16")]


def test_one_person_alone_is_the_owner_and_no_allocation() -> None:
    nobody = element("Assignment", TaskUID=1, ResourceUID=-65535)
    found = read(task(1, Work="PT40H0M0S"), resources=PEOPLE, assignments=assigned(1, 2, Work="PT40H0M0S") + nobody)
    assert not rows(found, "allocation")


def test_a_task_nobody_works_on_has_no_estimate() -> None:
    found = read(task(1, Work="PT0H0M0S", RemainingWork="PT0H0M0S"), resources=PEOPLE, assignments=element("Assignment", TaskUID=1, ResourceUID=-65535))
    assert not {"hours", "remaining", "owner_id"} & set(only(found, "task").values)


def test_blank_inactive_external_and_doubled_rows_are_told_apart() -> None:
    theirs = task(3, "Theirs", ExternalTask=1, ExternalTaskProject="Zephyr.mpp")
    found = read(element("Task", UID=1, IsNull=1), task(2), task(2, "Again"), theirs, task(4, Active=0))
    assert [row.values["status"] for row in rows(found, "task")] == ["to do", "cancelled"]
    assert any("1 blank row" in note for note in found.notes)
    assert "“Again”: Another task has the UID 2 too" in said(found)
    assert "“Theirs”: It belongs to another project (Zephyr.mpp)" in said(found)


def test_what_has_no_field_of_ours_is_said() -> None:
    found = read(task(1, Deadline="2026-02-01T17:00:00", PhysicalPercentComplete=30, PercentComplete=10, StartText="after the fair", IsSubproject=1,
                      SubprojectName="part.mpp", HyperlinkAddress="file:///c:/x"))
    assert only(found, "task").values["hard_deadline"] == "2026-02-01"
    for words in ("physical per cent complete is 30", "“after the fair”", "“part.mpp”", "“file:///c:/x” is no web address"):
        assert words in said(found)


def test_custom_fields_costs_and_more_baselines_are_counted() -> None:
    attribute = element("ExtendedAttribute", FieldID=188743731, FieldName="Text1", Alias="Zone")
    more = element("ExtendedAttribute", FieldID=188743731, Value="North") + element("Baseline", Number=3, Start="2026-01-01T08:00:00")
    content = file(task(1, more=more, Cost=100)).replace(b"<Calendars>", f"<ExtendedAttributes>{attribute}</ExtendedAttributes><Calendars>".encode())
    notes = " ".join(mspdi.read(content, "x.xml").notes)
    for words in ("Text1 “Zone” (1)", "Costs of 1 task", "number 3 is not"):
        assert words in notes


def test_a_finish_before_the_start_is_left_out_and_said() -> None:
    found = read(task(1, Finish="2026-01-01T17:00:00"))
    assert "due" not in only(found, "task").values
    assert "finishes on 2026-01-01 before it starts" in said(found)


def test_a_nameless_and_an_endless_name_are_repaired_and_said() -> None:
    found = read(task(1).replace("<Name>Task 1</Name>", "<Name> </Name><WBS>1</WBS>"), task(2, "x" * 300))
    assert [len(str(row.values["title"])) for row in rows(found, "task")] == [len("Task 1"), 200]
    assert "It has no name and is called “Task 1”" in said(found)


@pytest.mark.parametrize(("title", "root", "file_name", "name"), [
    ("Apollo", "", "x.xml", "Apollo"), ("", "Apollo", "x.xml", "Apollo"), ("Project1", "Projekt 2", "Apollo.xml", "Apollo"),
    ("", "", "Apollo 2026-11-25.xml", "Apollo"), ("Project1", "", "project1.xml", "Project1")])
def test_a_project_is_called_as_people_call_it(title: str, root: str, file_name: str, name: str) -> None:
    content = file(task(0, root or " ", OutlineLevel=0), head={**HEAD, "Title": title})
    assert only(mspdi.read(content, file_name), "project").values["name"] == name


def same(one: Read, other: Read) -> bool:
    return (one.rows, one.skipped) == (other.rows, other.skipped)


def test_the_form_without_a_namespace_reads_the_same() -> None:
    tasks = (task(1), task(2, more=link(1)))
    assert same(read(*tasks), read(*tasks, namespace=""))


@pytest.mark.parametrize("encoding", ["UTF-8", "UTF-16", "ISO-8859-1"])
def test_encodings_read_the_same(encoding: str) -> None:
    text = file(task(1, "Größe")).decode().replace("UTF-8", encoding)
    assert same(mspdi.read(text.encode(encoding), "apollo.xml"), read(task(1, "Größe")))
