"""A task that is split: its parts are its own, each with the hours that were said, within its days, and never a new project."""
import pytest

from records.errors import BadInput
from records.kinds import Task
from records.proposals import Create, Proposal
from tests.tools.conftest import LayDesk
from tests.tools.shared import desk_of as desk_of  # noqa: PLC0414 - a fixture of this module
from tools.break_down_project import break_down_project
from tools.desk import Desk

HALL = "CORVUS-T-8"


def parts(desk: Desk, text: str) -> list[Create]:
    found = break_down_project.call(desk, {"text": text})
    assert isinstance(found, Proposal)
    return [w for w in found.wishes if isinstance(w, Create) and w.kind != "link"]


@pytest.mark.parametrize("text", [
    'split "Move the first hall" into: pack the shelves (30h), move the racks (40h), test the routes (20h)',
    f"split {HALL} into three tasks: pack the shelves 30h, move the racks 40h, test the routes 20h",
    f"make three sub-tasks of {HALL}: pack the shelves 30h; move the racks 40h; test the routes 20h",
    'can you split "Move the first hall" in three: pack the shelves 30h, move the racks 40h, test the routes 20h',
    f"{HALL} should be three tasks: pack the shelves 30h, move the racks 40h, test the routes 20h",
    "break up move the first hall into pack the shelves (30h), move the racks (40h) and test the routes (20h)",
    "split T-8 on Corvus up:\n- pack the shelves, 30h\n- move the racks, 40h\n- test the routes, 20h"])
def test_each_part_has_its_own_hours_and_belongs_to_the_task(desk_of: LayDesk, text: str) -> None:
    desk = desk_of("carla")
    found, whole = parts(desk, text), desk.reader.get(Task, HALL)
    assert [(w.kind, w.values["title"], w.values["hours"]) for w in found] == [
        ("task", "Pack the shelves", 30), ("task", "Move the racks", 40), ("task", "Test the routes", 20)]
    assert {(w.values["parent_id"], w.values["project_id"]) for w in found} == {(whole.id, whole.project_id)}
    assert str(whole.start) <= min(str(w.values["start"]) for w in found)
    assert max(str(w.values["due"]) for w in found) <= str(whole.due)


def test_the_overview_says_whose_parts_they_are_and_what_they_come_to(desk_of: LayDesk) -> None:
    found = break_down_project.call(desk_of("carla"), {"text": f"split {HALL} into: pack the shelves 30h, move the racks 20h"})
    assert isinstance(found, Proposal)
    assert f"They are parts of {HALL} “Move the first hall”, Tue 29 Dec 2026 – Mon 18 Jan 2027." in found.note
    assert "Together they come to 50 h; it has 90 h of its own." in found.note


def test_parts_without_hours_are_tasks_each(desk_of: LayDesk) -> None:
    assert [w.values["title"] for w in parts(desk_of("ana"), "split APOLLO-T-8, it is too big: export, clean, import")] == ["Export", "Clean", "Import"]


def test_whose_part_it_is_stands_behind_the_comma(desk_of: LayDesk) -> None:
    found = parts(desk_of("carla"), f"split {HALL}:\n- pack the shelves, 30h\n- move the racks, 40h, Jonas")
    assert [(w.values["title"], w.values["owner_id"] is not None) for w in found] == [("Pack the shelves", False), ("Move the racks", True)]


def test_what_is_no_task_is_told_and_no_project_is_made_of_it(desk_of: LayDesk) -> None:
    with pytest.raises(BadInput, match="I found no task “the hall of fame”"):
        parts(desk_of("carla"), "split the hall of fame into: pack (30h), move (40h)")
