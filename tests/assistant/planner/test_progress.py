"""Progress that is told of a task by its title, several tasks in one breath, and statements that must not be taken for what they deny."""
from typing import Any

import pytest

from assistant.planner.heard.many_tasks import several
from tests.assistant.planner.asking import heard, planned


@pytest.mark.parametrize(("text", "where", "values"), [
    ("finished the order history", {"key": "order history"}, {"status": "done"}),
    ("done with order cables", {"key": "order cables"}, {"status": "done"}),
    ("I'm done with the privacy notice", {"key": "privacy notice"}, {"status": "done"}),
    ("the order history is at 70 %", {"key": "order history"}, {"progress": "70 %"}),
    ("T-9 won't be done before 2 December", {"key": "T-9"}, {"due": "2 December"}),
    ("T-9 isn't blocked any more", {"key": "T-9"}, {"status": "in progress"})])
def test_progress_is_told_by_a_title_or_a_key(text: str, where: dict[str, str], values: dict[str, str]) -> None:
    (_, said), = planned(text).calls
    assert (said["where"], said["values"]) == (where, values)


@pytest.mark.parametrize(("text", "values"), [
    ("2h on connect the order system today", {"hours": "2h", "task": "connect the order system", "on": "today"}),
    ("3.5 hours today for T-5 pls", {"hours": "3.5 hours", "task": "T-5", "on": "today"}),
    ("order cables took 45 min", {"hours": "45 min", "task": "order cables", "on": "today", "person": "me"})])
def test_hours_are_booked_in_any_order(text: str, values: dict[str, str]) -> None:
    (_, said), = planned(text).calls
    assert said == {"kind": "time entry", "values": values}


@pytest.mark.parametrize("text", ["finished tasks of Apollo", "finished work last week", "completed milestones"])
def test_what_is_finished_may_be_asked_for(text: str) -> None:
    assert all(name != "change_records" for name, _ in planned(text).calls)


@pytest.mark.parametrize(("text", "lines"), [
    ("3 tasks for Ben on Apollo: label the shelves, test the gates, count stock",
     ("label the shelves for Ben", "test the gates for Ben", "count stock for Ben")),
    ("two todos for Apollo - ask the adviser, and send the paper to Oslo by 27/11", ("ask the adviser", "send the paper to Oslo by 27/11")),
    ("new tasks for Apollo: call the printer, rent a bus. All for Ben, until 11 December",
     ("call the printer for Ben by 11 December", "rent a bus for Ben by 11 December"))])
def test_what_is_said_of_all_tasks_goes_into_each(text: str, lines: tuple[str, ...]) -> None:
    assert tuple(sorted(several(heard(text)))) == tuple(sorted(lines))


@pytest.mark.parametrize(("text", "asked"), [
    ("may I approve my own change request?", "search_governance"), ("how long may a blocked task wait?", "search_governance"),
    ("is a change of 45,000 EUR for Apollo the sponsor's decision?", "search_governance"), ("who raised the most issues", "find_records"),
    ("could anyone have approved his own?", "search_governance"), ("what does CPI of 0.85 mean", "explain_figure")])
def test_a_question_goes_where_it_is_answered(text: str, asked: str) -> None:
    assert [name for name, _ in planned(text).calls] == [asked]


@pytest.mark.parametrize(("text", "where"), [
    ("all tasks except the done ones", {"status": "not done"}), ("milestones of Apollo that are not gates", {"type": "not gate", "project": "APOLLO"}),
    ("which projects cost more than 500k", {"budget": "above 500000"}), ("list issues raised by Ben", {"raised by": "Ben"})])
def test_what_is_left_out_or_compared_is_kept(text: str, where: dict[str, Any]) -> None:
    (_, said), = planned(text).calls
    assert said["where"] == where


@pytest.mark.parametrize(("text", "says"), [
    ("set the budget of Apollo to 450000", "sum of its budget lines"), ("make T-12 a bit more urgent", "How much is"), ("send this to Ben", "do not send"),
    ("lunch was great yesterday, we talked about moving Apollo", "not sure what I should do")])
def test_what_cannot_be_done_says_so(text: str, says: str) -> None:
    plan = planned(text)
    assert not plan.calls
    assert says in plan.says
