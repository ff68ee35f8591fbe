"""What a change brings with it: a baseline its snapshot, a repeated task its next one, a measurement its objective's value,
a row of the communications plan that its schedules are paused."""
from datetime import date
from decimal import Decimal
import json
from typing import Any

import pytest

from records.errors import BadInput, Refused
from records.kinds import Baseline, Measurement, Objective, Schedule, Task
from records.kinds.base import Record
from records.proposals import Change, Create, Undo
from records.query import Query, Where
from tests.records.conftest import ADMIN, ANA, BEN, CLEO, Office


def got(office: Office, kind: type[Record], key: str) -> Any:
    with office.reader(ADMIN) as reader:
        return reader.get(kind, key)


def test_a_baseline_keeps_dates_hours_and_budget_as_they_are(office: Office) -> None:
    office.do(ANA, Create("baseline", {"project_id": 1}))
    kept = got(office, Baseline, "APOLLO-BL-1")
    assert (kept.title, kept.number, kept.agreed_on, kept.finish) == ("Baseline 1", 1, date(2026, 11, 18), date(2026, 11, 20))
    assert (kept.tasks, kept.hours, kept.budget) == (2, 100, Decimal("100000.00"))
    assert json.loads(kept.snapshot)["tasks"]["APOLLO-T-2"] == ["Order steel", None, "2026-11-20", 60.0, None]
    assert got(office, Task, "APOLLO-T-1").baseline_due == date(2026, 11, 10)


def test_a_new_baseline_needs_an_approved_change_request_and_keeps_the_old(office: Office) -> None:
    office.do(ANA, Create("baseline", {"project_id": 1}))
    with pytest.raises(BadInput, match="needs the change request that asks for it"):
        office.plan(ANA, Create("baseline", {"project_id": 1}))
    office.do(BEN, Create("changerequest", {"title": "Later", "project_id": 1, "rebaselines": "yes"}))
    with pytest.raises(Refused, match="APOLLO-CR-1 is submitted"):
        office.plan(ANA, Create("baseline", {"project_id": 1, "change_request_id": 1}))
    office.do(ANA, Change("changerequest", ("APOLLO-CR-1",), {"status": "approved"}))
    office.do(ANA, Change("task", ("APOLLO-T-2",), {"due": "2026-12-20"}))
    office.do(ANA, Create("baseline", {"project_id": 1, "change_request_id": 1}))
    assert (got(office, Baseline, "APOLLO-BL-1").finish, got(office, Baseline, "APOLLO-BL-2").finish) == (date(2026, 11, 20), date(2026, 12, 20))
    assert got(office, Task, "APOLLO-T-2").baseline_due == date(2026, 12, 20)


def test_undoing_a_baseline_gives_the_tasks_their_old_one_back(office: Office) -> None:
    position = office.do(ANA, Create("baseline", {"project_id": 1}))
    office.do(ANA, Undo(position))
    assert got(office, Task, "APOLLO-T-1").baseline_due is None


def test_a_task_that_repeats_leaves_its_next_one_when_it_is_done(office: Office) -> None:
    office.do(BEN, Create("task", {"title": "Write the minutes", "project_id": 1, "owner_id": 3, "due": "2026-11-16", "recurrence": "FREQ=WEEKLY;BYDAY=MO"}))
    position = office.do(BEN, Change("task", ("APOLLO-T-3",), {"status": "done"}))
    following = got(office, Task, "APOLLO-T-4")
    assert (following.title, following.owner_id, following.due, following.status) == ("Write the minutes", 3, date(2026, 11, 23), "to do")
    office.do(BEN, Undo(position))
    with office.reader(ADMIN) as reader:
        assert [t.key for t in reader.find(Query(Task, (Where("title", "is", "Write the minutes"),)))] == ["APOLLO-T-3"]


@pytest.mark.parametrize("bad", ["every other friday", "FREQ=SECONDLY", "FREQ=WEEKLY;INTERVAL=x y"])
def test_a_repetition_that_cannot_be_read_is_refused(office: Office, bad: str) -> None:
    with pytest.raises(BadInput, match="no repetition I can read"):
        office.plan(BEN, Create("task", {"title": "Again", "project_id": 1, "due": "2026-11-16", "recurrence": bad}))


def test_the_latest_measurement_of_an_objective_is_its_value_of_now(office: Office) -> None:
    office.do(ADMIN, Create("objective", {"title": "Fewer calls"}))
    office.do(CLEO, Create("objective", {"title": "Faster"}))
    office.do(ADMIN, Create("measurement", {"objective_id": 1, "on": "2026-11-01", "value": 7}))
    office.do(ADMIN, Create("measurement", {"objective_id": 1, "on": "2026-10-01", "value": 5}))
    assert got(office, Objective, "OBJ-1").current == 7
    with office.reader(BEN) as reader:
        assert len(reader.find(Query(Measurement))) == 2


@pytest.mark.parametrize("values", [{"value": 1}, {"objective_id": 1}, {"objective_id": 1, "metric_id": 1, "value": 2}])
def test_a_measurement_measures_one_thing_and_says_something(office: Office, values: dict[str, object]) -> None:
    office.do(ADMIN, Create("objective", {"title": "Fewer calls"}), Create("metric", {"title": "Errors", "project_id": 1}))
    with pytest.raises(BadInput):
        office.plan(ADMIN, Create("measurement", {"on": "2026-11-01", **values}))


def test_a_comment_goes_to_the_project_of_what_it_is_about_and_has_an_author(office: Office) -> None:
    shown = {c.field: c.after for c in office.plan(BEN, Create("comment", {"text": "Steel is on its way", "about": "apollo-t-2"})).shown}
    assert (shown["project"], shown["author"], shown["about"]) == ("Apollo", "Ben Okafor", "APOLLO-T-2")


def test_an_undo_of_an_undo_brings_back_the_one_next_task_and_makes_no_other(office: Office) -> None:
    office.do(ANA, Change("task", ("APOLLO-T-2",), {"recurrence": "FREQ=WEEKLY"}))
    done = office.do(BEN, Change("task", ("APOLLO-T-2",), {"status": "done"}))
    undone = office.do(BEN, Undo(done))
    again = office.plan(BEN, Undo(undone))
    assert [(e.key, e.is_new) for e in again.edits] == [("APOLLO-T-2", False), ("APOLLO-T-3", False)]
    office.apply(BEN, again)
    with office.reader(ADMIN) as reader:
        assert [t.key for t in reader.find(Query(Task, (Where("title", "is", "Order steel"),)))] == ["APOLLO-T-2", "APOLLO-T-3"]


def test_a_baseline_undone_and_brought_back_is_as_it_was_agreed(office: Office) -> None:
    made = office.do(ANA, Create("baseline", {"project_id": 1}))
    kept = got(office, Baseline, "APOLLO-BL-1")
    undone = office.do(ANA, Undo(made))
    assert got(office, Task, "APOLLO-T-1").baseline_due is None
    again = office.plan(ANA, Undo(undone))
    office.apply(ANA, again)
    back = got(office, Baseline, "APOLLO-BL-1")
    assert (back.snapshot, back.number, back.agreed_on) == (kept.snapshot, 1, kept.agreed_on)
    assert got(office, Task, "APOLLO-T-1").baseline_due == date(2026, 11, 10)


def test_a_measurement_undone_and_brought_back_moves_its_objective_along(office: Office) -> None:
    office.do(ADMIN, Create("objective", {"title": "Grow", "target": 10, "current": 1}))
    made = office.do(ADMIN, Create("measurement", {"on": "2026-11-01", "objective_id": 1, "value": 4}))
    undone = office.do(ADMIN, Undo(made))
    assert got(office, Objective, "OBJ-1").current == 1
    office.do(ADMIN, Undo(undone))
    assert got(office, Objective, "OBJ-1").current == 4


def test_a_schedule_that_the_communications_plan_asked_for_is_paused_when_the_plan_says_otherwise(office: Office) -> None:
    office.do(ANA, Create("communication", {"title": "Report to the board", "project_id": 1, "frequency": "monthly"}))
    office.do(ANA, Create("schedule", {"what": "portfolio", "often": "monthly", "communication_id": 1}))
    office.do(ANA, Change("communication", ("APOLLO-CM-1",), {"purpose": "So that they know"}))
    assert got(office, Schedule, "SE-1").status == "on"
    office.do(ANA, Change("communication", ("APOLLO-CM-1",), {"frequency": "weekly"}))
    assert got(office, Schedule, "SE-1").status == "paused"
