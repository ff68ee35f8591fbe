"""What is asked for by one condition or another is never listed as what meets both."""
import pytest

from tests.assistant.planner.asking import planned


@pytest.mark.parametrize(("said", "alone"), [
    ("tasks that are blocked or overdue", ("tasks that are blocked", "tasks that are overdue")),
    ("which tasks have no estimate, no start or no owner?", (
        "which tasks have no estimate?", "which tasks without start?", "which tasks without owner?")),
    ("risks without an owner or a response", ("risks without an owner", "risks without response")),
    ("which milestones have no owner or are late?", ("which milestones have no owner?", "which milestones late?")),
    ("projects without a sponsor or a manager", ("projects without a sponsor", "projects without manager")),
    ("which issues are critical or due this week?", ("which issues are critical?", "which issues are due this week?")),
    ("tasks that are high priority or overdue", ("tasks that are high priority", "tasks that are overdue")),
    ("which risks above 10 does nobody own or nobody answered?", ("which risks above 10 nobody owns?", "which risks above 10 without a response?"))])
def test_conditions_on_different_fields_are_listed_one_after_the_other(said: str, alone: tuple[str, ...]) -> None:
    plan = planned(said)
    assert plan.calls == tuple(call for each in alone for call in planned(each).calls)
    assert "one of the conditions is enough" in plan.says.lower()


@pytest.mark.parametrize(("said", "status"), [
    ("tasks blocked or in review", "blocked, in review"), ("tasks not started or in progress", "to do, backlog, in progress"),
    ("issues that are open or in progress", "not resolved, closed")])
def test_states_of_which_either_is_enough_are_one_condition(said: str, status: str) -> None:
    ((_, args),) = planned(said).calls
    assert args["where"] == {"status": status}


@pytest.mark.parametrize(("said", "where"), [
    ("tasks without an estimate and without an owner", {"hours": "empty", "owner": "nobody", "status": "not done, cancelled"}),
    ("tasks due today or tomorrow", {"due": "today to tomorrow", "status": "not done, cancelled"}),
    ("which tasks in my projects are overdue?", {"due": "before today", "status": "not done, cancelled", "project": "my projects"}),
    ("risks of my projects", {"project": "my projects"})])
def test_what_must_all_be_so_is_one_list(said: str, where: dict[str, str]) -> None:
    ((_, args),) = planned(said).calls
    assert args["where"] == where
