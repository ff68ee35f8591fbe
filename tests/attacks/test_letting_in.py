"""Who comes to see a restricted project: by work that is open, and never unsaid."""
import pytest

from records.errors import BadInput, Conflict, NotFound
from records.kinds import Project, Task
from records.proposals import Change, Create, Undo, Wish
from tests.records.conftest import ADMIN, ANA, BEN, DORA, Office

BEN_SEES = "Ben Okafor will then see the restricted project Zephyr"


def told(office: Office, who: str, wish: Wish) -> list[str]:
    return [c.after for c in office.plan(who, wish).shown if c.field == "who may see"]


def sees(office: Office, who: str) -> bool:
    with office.reader(who) as reader:
        try:
            return reader.get(Project, "ZEPHYR").name == "Zephyr"
        except NotFound:
            return False


@pytest.mark.parametrize("wish", [
    Change("task", ("ZEPHYR-T-1",), {"owner_id": 3}),
    Change("task", ("APOLLO-T-1",), {"project_id": 2}),
    Create("task", {"title": "Look", "project_id": 2, "owner_id": 3}),
    Create("membership", {"project_id": 2, "person_id": 3}),
    Change("project", ("ZEPHYR",), {"sponsor_id": 3}),
])
def test_a_preview_says_who_will_then_see_a_restricted_project(office: Office, wish: Wish) -> None:
    assert told(office, ADMIN, wish) == [BEN_SEES]


@pytest.mark.parametrize("wish", [
    Change("task", ("ZEPHYR-T-1",), {"owner_id": 4}),                       # Cleo sees all
    Change("task", ("ZEPHYR-T-1",), {"hours": 12}),
    Create("task", {"title": "Look", "project_id": 2, "owner_id": 6}),      # Dora manages it
    Create("task", {"title": "Look", "project_id": 2, "owner_id": 3, "status": "done"}),
    Create("membership", {"project_id": 1, "person_id": 5}),
])
def test_it_says_nothing_where_nobody_new_will_see_it(office: Office, wish: Wish) -> None:
    assert told(office, ADMIN, wish) == []


def test_who_has_only_done_work_there_does_not_see_a_restricted_project(office: Office) -> None:
    office.do(ADMIN, Change("task", ("APOLLO-T-1",), {"status": "done"}))
    office.do(ADMIN, Change("task", ("APOLLO-T-1",), {"project_id": 2}))
    assert not sees(office, BEN)
    assert told(office, ADMIN, Change("task", ("APOLLO-T-1",), {"status": "in progress", "progress": 50})) == [BEN_SEES]
    office.do(DORA, Change("task", ("ZEPHYR-T-1",), {"owner_id": 3}))
    assert sees(office, BEN)
    office.do(DORA, Change("task", ("ZEPHYR-T-1",), {"status": "done"}))
    assert not sees(office, BEN)


def test_whoever_ends_their_last_task_of_an_open_project_may_take_that_back(office: Office) -> None:
    office.do(ADMIN, Create("project", {"name": "Gemini", "manager_id": 2}))
    office.do(ADMIN, Create("task", {"title": "Help out", "project_id": 3, "owner_id": 3}))
    done = office.do(BEN, Change("task", ("GEMINI-T-1",), {"status": "done"}))
    office.do(BEN, Undo(done))


def test_a_record_that_others_refer_to_is_not_taken_back(office: Office) -> None:
    made = office.do(ANA, Create("task", {"title": "Roof", "project_id": 1}))
    child = office.do(ANA, Create("task", {"title": "Tiles", "project_id": 1, "parent_id": 4}))
    with pytest.raises(Conflict, match="APOLLO-T-4 names it as its parent"):
        office.plan(ANA, Undo(made))
    office.do(ANA, Undo(child))
    office.do(ANA, Undo(made))


def test_what_was_made_together_is_taken_back_together(office: Office) -> None:
    made = office.do(ANA, Create("task", {"title": "Roof", "project_id": 1}, new=-1), Create("task", {"title": "Tiles", "project_id": 1, "parent_id": -1}))
    office.do(ANA, Undo(made))
    with office.reader(ANA) as reader, pytest.raises(NotFound):
        reader.get(Task, "APOLLO-T-3")


def test_a_hidden_record_that_refers_to_it_is_not_named(office: Office) -> None:
    made = office.do(ADMIN, Create("person", {"name": "Eve Moss", "email": "eve@office.example", "role": "member"}))
    office.do(DORA, Create("risk", {"title": "The price leaks", "project_id": 2, "owner_id": 7}))
    with pytest.raises(Conflict, match="ZEPHYR-R-1 names it as its owner"):
        office.plan(ADMIN, Undo(made))


def test_a_new_project_declares_no_colour_without_a_reason_and_an_end(office: Office) -> None:
    values = {"name": "Gemini", "declared_colour": "green"}
    for more in ({}, {"declared_reason": "all is well"}, {"declared_reason": "all is well", "declared_until": "2026-11-18"}):
        with pytest.raises(BadInput, match="Nothing is computed of a new project yet"):
            office.plan(ANA, Create("project", {**values, **more}))
    office.plan(ANA, Create("project", {**values, "declared_reason": "all is well", "declared_until": "2026-12-18"}))
