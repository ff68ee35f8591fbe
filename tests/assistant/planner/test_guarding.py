"""A change that is not plainly asked for is asked about, never shown as a preview that is wrong."""
import pytest

from tests.assistant.planner.asking import WRITING, planned


@pytest.mark.parametrize(("text", "asks"), [
    ("lower the priority of everything in the backlog of Borealis", "What should the priority become?"),
    ("mark everything done", "are “done” already"),
    ("move the Apollo thing to Friday", "I am not sure which record you mean"),
    ("set the budget of Apollo to 500k", "is the sum of its budget lines"),
    ("add 5000 to the hosting budget line", "What should it be called?"),
    ("cut Apollo's budget by 10 %", "is computed from the records")])
def test_what_is_doubtful_is_asked_about(text: str, asks: str) -> None:
    plan = planned(text)
    assert not plan.calls
    assert asks in plan.says


@pytest.mark.parametrize("text", [
    "is APOLLO-CR-1 approved or not yet", "why is CORVUS-T-6 stuck", "all tasks of Apollo that go to Ben", "is Corvus green", "we have a risk workshop tomorrow",
    "Hope the move of the first hall goes well!", "is Ben any good at his job?", "can you order lunch", "no thanks", "risks of Apollo, Ben and Ana"])
def test_what_asks_for_no_change_gets_none(text: str) -> None:
    assert not {name for name, _ in planned(text).calls} & WRITING


@pytest.mark.parametrize(("text", "values"), [
    ("Corvus is amber now", {"declared colour": "amber"}), ("next review of DIONE-R-1 on Dec 1st", {"review": "Dec 1st"}),
    ("sorry, T-14 is 50 % not 25", {"progress": "50 %"}), ("everything overdue on Apollo moves to next Friday", {"due": "next Friday"}),
    ("shift all Dione tasks in to do by one week", {"due": "by one week"}), ("mark APOLLO-MS-1 as reached", {"actual": "today"}),
    ("Ben takes APOLLO-T-14", {"owner": "Ben"}), ("APOLLO-T-14 needs 6 more hours", {"remaining": "6 hours"})])
def test_a_statement_of_how_things_change_is_an_order(text: str, values: dict[str, str]) -> None:
    (name, said), = planned(text).calls
    assert name == "change_records"
    assert said["values"] == values


def test_a_list_in_a_state_is_what_is_moved_and_not_what_it_becomes() -> None:
    (_, said), = planned("shift all Dione tasks in to do by one week").calls
    assert said["where"] == {"project": "DIONE", "status": "to do"}


def test_a_new_record_is_called_what_it_is_named() -> None:
    (_, said), = planned("create a new project named Gaia, Carla manages it").calls
    assert said["values"] == {"manager": "Carla", "name": "Gaia"}


def test_a_task_that_few_would_call_one_is_asked_about() -> None:
    plan = planned("please log the flood in hall 2")
    assert not plan.calls
    assert [c.split(":")[0] for c in plan.choices] == ["risk", "task"]


def test_what_may_be_new_or_a_change_is_asked_about_with_readings_of_both() -> None:
    plan = planned("give the training to Nora Keller")
    assert not plan.calls
    assert plan.says.startswith("Which record do you mean?")
    assert plan.choices[0] == "task: give the training to Nora Keller"


@pytest.mark.parametrize("said", ["T-12 slips to Monday, Ben has no time", "T-12 will not start before Monday, Ben is stuck on the certificate"])
def test_who_is_told_of_in_a_reason_is_no_owner(said: str) -> None:
    assert all("owner" not in args.get("values", {}) for _, args in planned(said).calls)


def test_who_has_it_now_is_its_owner() -> None:
    assert [args["values"]["owner"] for _, args in planned("T-12 is due Monday, Ben takes it").calls] == ["Ben"]


@pytest.mark.parametrize("said", ["set the Corvus tasks over 20 hours to high priority", "close all Borealis risks that score under 5"])
def test_a_bound_that_no_condition_holds_changes_nothing(said: str) -> None:
    plan = planned(said)
    assert not plan.calls
    assert "is for in this change, so I plan nothing" in plan.says


@pytest.mark.parametrize(("said", "values"), [
    ("APOLLO-T-14 is roughly two thirds done", {"progress": "67 %"}), ("T-12 is about a third done", {"progress": "33 %"}),
    ("APOLLO-T-12: first drafts in, 3 hours spent, so three quarters done", {"progress": "75 %", "time entry": "3 hours today"}),
    ("on APOLLO-T-12 I put 6 hours in yesterday", {"time entry": "6 hours yesterday"})])
def test_what_is_done_in_part_is_progress_and_hours_spent_are_no_estimate(said: str, values: dict[str, str]) -> None:
    ((_, args),) = planned(said).calls
    assert args["values"] == values


def test_nearly_done_is_not_done() -> None:
    assert not planned("mark T-14 as nearly done").calls


def test_everything_somebody_has_is_work_and_no_title() -> None:
    ((_, args),) = planned("give everything Ben has on Apollo that's late to Dev").calls
    assert (args["kind"], args["where"]["owner"], args["values"]) == ("task", "Ben", {"owner": "Dev"})
