"""People told of in so many words: somebody new, a known one's address, who manages, who worked, who is only part of a reason."""
from collections.abc import Mapping

import pytest

from assistant.calling import Past
from assistant.planner.heard.wording import BUDGET_OF_LINES, TITLE_ASKED
from tests.assistant.planner.asking import planned

TOM = {"name": "Tom Bauer", "email": "tom@example.com", "role": "project manager"}
WAITS = {"status": "blocked", "blocked by": "Ben has not told me the budget"}


@pytest.mark.parametrize(("said", "values"), [
    ("add Tom Bauer as a project manager, email tom@example.com", TOM),
    ("add a colleague: Tom Bauer, tom@example.com, project manager", TOM),
    ("new person: Eva Klein, eva@example.com", {"name": "Eva Klein", "email": "eva@example.com"}),
    ("invite Eva Klein (eva@example.com)", {"name": "Eva Klein", "email": "eva@example.com"}),
    ("add a person called Tom Bauer with email tom@example.com and role viewer", {**TOM, "role": "viewer"}),
    ("new team member: Tom Bauer, role member, 30 hours a week", {"name": "Tom Bauer", "role": "member", "weekly hours": "30"})])
def test_somebody_new_is_a_person_with_what_is_said_of_them(said: str, values: Mapping[str, str]) -> None:
    (tool, args), = planned(said).calls
    assert (tool, args["kind"], args["values"]) == ("create_record", "person", values)


@pytest.mark.parametrize("said", ["Ben Okafor's email is b@example.com", "set the email of Ben to b@example.com", "P-3 email b@example.com",
                                  "change Ben's e-mail address to b@example.com", "Ben's email: b@example.com"])
def test_an_address_of_a_known_person_is_changed(said: str) -> None:
    (tool, args), = planned(said).calls
    assert (tool, args["kind"], args["where"], args["values"]) == ("change_records", "person", {"key": "P-3"}, {"email": "b@example.com"})


@pytest.mark.parametrize("said", ["Ben manages Apollo from now on", "Ben is the manager of Apollo now", "Ben is now the project manager of Apollo",
                                  "add Ben as a project manager to Apollo"])
def test_who_manages_a_project_from_now_on_is_its_manager(said: str) -> None:
    (tool, args), = planned(said).calls
    assert (tool, args["where"], args["values"]) == ("change_records", {"key": "APOLLO"}, {"manager": "Ben"})


@pytest.mark.parametrize(("said", "values"), [
    ("Ben worked 4 hours on APOLLO-T-12 yesterday and it's about two thirds through", {"progress": "67 %", "time entry": "4 hours yesterday, worked by Ben"}),
    ("I worked 4 hours on APOLLO-T-12 yesterday and it is done", {"status": "done", "time entry": "4 hours yesterday"})])
def test_hours_are_of_whoever_worked_them(said: str, values: Mapping[str, str]) -> None:
    (tool, args), = planned(said).calls
    assert (tool, args["where"], args["values"]) == ("change_records", {"key": "APOLLO-T-12"}, values)


@pytest.mark.parametrize(("said", "key", "values"), [
    ("Comparing caterers has to wait, Ben hasn't told me the budget", "Comparing caterers", WAITS),
    ("APOLLO-T-8 has to wait because Ben hasn't told me the budget", "APOLLO-T-8", WAITS),
    ("order history is stuck, Ben hasn't told me the budget", "order history", WAITS)])
def test_somebody_in_a_reason_is_no_owner(said: str, key: str, values: Mapping[str, str]) -> None:
    (_, args), = planned(said).calls
    assert (args["where"], args["values"]) == ({"key": key}, values)


@pytest.mark.parametrize(("said", "day"), [("record a decision on Apollo: use oak. Decided by Carla today", "today"),
                                           ("log a decision for Apollo: use oak, decided by Carla on 16 November", "16 November")])
def test_a_decision_told_with_its_decider_is_decided_that_day(said: str, day: str) -> None:
    (_, args), = planned(said).calls
    assert args["values"] == {"project": "APOLLO", "title": "Use oak", "decision": "Use oak", "decider": "Carla", "decided on": day, "status": "decided"}


@pytest.mark.parametrize("said", ["set the budget of Apollo to 90,000 EUR", "budget for Apollo: 90,000 EUR", "raise Apollo's budget to 90,000 EUR"])
def test_a_budget_is_set_by_a_line_that_is_offered(said: str) -> None:
    plan = planned(said)
    assert (plan.says, plan.choices[0]) == (BUDGET_OF_LINES, "add a budget line of 90,000 EUR to Apollo")
    (_, args), = planned(plan.choices[0]).calls
    assert args == {"kind": "budget line", "values": {"title": "Budget", "amount": "90,000 EUR", "project": "APOLLO"}}


def test_work_that_is_done_but_for_a_part_is_not_done() -> None:
    plan = planned("my login page is done apart from the payment, say 85 percent, 6 hours today")
    (_, args), = plan.calls
    assert (args["where"], args["values"]) == ({"key": "login page"}, {"progress": "85 %", "time entry": "6 hours today"})
    assert "apart from the payment" in plan.says


@pytest.mark.parametrize("said", ["new person: Eva Klein, eva@example.com", "set the manager of Apollo to Ben", "show me my tasks", "Ben is on leave next week"])
def test_a_sentence_of_its_own_answers_no_question_for_a_title(said: str) -> None:
    past = Past("add a milestone to Apollo on Friday", TITLE_ASKED)
    assert "add a milestone" not in str(planned(said, past).calls)
    assert planned(said, past).calls == planned(said).calls


def test_a_reason_beside_a_new_task_is_told_as_left_out() -> None:
    plan = planned("add a task to Apollo: prepare the workshop, Ben won't have time")
    (_, args), = plan.calls
    assert args["values"] == {"project": "APOLLO", "title": "Prepare the workshop"}
    assert "Ben won't have time" in plan.says


def test_an_address_of_nobody_known_is_not_shown_as_a_record() -> None:
    plan = planned("Marta Huber's email is marta@example.com")
    assert (plan.calls, "Marta" in plan.says) == ((), True)
