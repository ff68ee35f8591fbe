"""The running sprint with the odds to finish it, a gate judged by its criteria, and “this sprint” of the task's own project."""
from typing import Any

from records.kinds import Project, Sprint
from reports.blocks import Text
from tests.tools.conftest import LayDesk
from tests.tools.shared import desk_of as desk_of  # noqa: PLC0414 - a fixture of this module
from tools.base import Result
from tools.desk import Desk
from tools.find_records import find_records
from tools.status_report import status_report


def told(desk: Desk, tool: Any, **said: Any) -> str:
    found = tool.call(desk, said)
    assert isinstance(found, Result)
    return " ".join(b.text for b in found.blocks if isinstance(b, Text))


def test_a_sprint_that_no_task_names_says_so_and_is_judged_by_the_last_ones(desk_of: LayDesk) -> None:
    said = told(desk_of("mia"), status_report, project="BOREALIS", focus="sprint")
    assert "30 points committed. No task names Sprint 6 as its sprint, so how many of its points are left cannot be told." in said
    assert "The last 3 sprints completed 24, 26, 29, 26.3 on average; none of them came to what is committed now" in said


def test_points_left_are_those_of_the_tasks_of_the_sprint(desk_of: LayDesk) -> None:
    said = told(desk_of("mia"), status_report, project="CORVUS", focus="sprint")
    assert "8 points are left and 0 are done in its 1 task." in said
    assert "The last sprint completed 13; it came to what is committed now, so it should be finished." in said


def test_a_project_without_sprints_says_so(desk_of: LayDesk) -> None:
    assert told(desk_of("elena"), status_report, project="DIONE", focus="sprint") == "Dione keeps no sprints that you may see."


def test_a_gate_is_judged_by_its_criteria(desk_of: LayDesk) -> None:
    said = told(desk_of("ana"), find_records, kind="gate criterion", where={"gate": "gate 2", "project": "APOLLO"})
    assert said == ("By its criteria, not yet: 1 of 3 met. Missing: APOLLO-GC-2 Every benefit has an owner (not met); "
                    "APOLLO-GC-3 The risk register is reviewed (open).")


def test_this_sprint_is_the_active_one_of_the_project(desk_of: LayDesk) -> None:
    desk = desk_of("mia")
    home = desk.reader.get(Project, "BOREALIS").id
    assert desk.named(Sprint, "this sprint", home).key == desk.named(Sprint, "the current one", home).key == "BOREALIS-SR-4"


def test_a_gate_that_was_reached_without_a_recorded_approval_is_told_as_such(desk_of: LayDesk) -> None:
    said = told(desk_of("carla"), find_records, kind="phase gate", where={"number": "2", "project": "CORVUS"})
    assert "CORVUS-MS-1 Gate 2: system approved was reached on Mon 2 Nov 2026 without a recorded approval, 6 days later than planned." in said
    criteria = told(desk_of("carla"), find_records, kind="gate criterion", where={"gate": "gate 2", "project": "CORVUS"})
    assert criteria == "No criteria or conditions are recorded for gate 2 of Corvus."


def test_gates_to_come_without_criteria_are_told_beside_those_that_have_some(desk_of: LayDesk) -> None:
    said = told(desk_of("elena"), find_records, kind="gate criterion")
    assert said.startswith("APOLLO-G-2 Build: By its criteria, not yet: 1 of 3 met.")
    assert said.endswith("No criteria are recorded for FORTUNA-MS-1 Gate 0: idea approved, so whether that can be passed I cannot tell.")


def test_a_day_may_be_told_by_a_record(desk_of: LayDesk) -> None:
    said = told(desk_of("ana"), find_records, kind="task", where={"project": "APOLLO", "status": "not done, cancelled", "due": "until APOLLO-MS-2"})
    assert said.startswith("8 tasks, 4 of them late already")


def test_what_is_declared_otherwise_stands_with_its_reason(desk_of: LayDesk) -> None:
    said = told(desk_of("tom"), find_records, kind="project", where={"declared": "otherwise"})
    assert said.startswith("Declared as the figures say, or not judged by them: ")
