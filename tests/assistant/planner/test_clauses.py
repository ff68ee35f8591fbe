"""Several requests in one message are parted, titles and lists are not, and only one change is shown at a time."""
import pytest

from assistant.planner.told.clauses import clauses
from tests.assistant.planner.asking import NAMES, TODAY, heard, planned


@pytest.mark.parametrize(("text", "parts"), [
    ("how is Apollo doing and what is overdue?", ["how is Apollo doing", "what is overdue?"]),
    ("mark T-12 done and log a risk on Apollo: printer may break", ["mark T-12 done", "log a risk on Apollo: printer may break"]),
    ("T-11 is done, T-12 goes to Ana", ["T-11 is done", "T-12 goes to Ana"]),
    ("show the tasks of Apollo; show the risks of Borealis", ["show the tasks of Apollo", "show the risks of Borealis"])])
def test_requests_are_parted_where_a_new_one_begins(text: str, parts: list[str]) -> None:
    assert [part.text for part in clauses(heard(text), NAMES, TODAY)] == parts


@pytest.mark.parametrize(("text", "keys", "values"), [
    ("give APOLLO-T-5, APOLLO-T-6 and APOLLO-T-7 to Dev", "APOLLO-T-5, APOLLO-T-6, APOLLO-T-7", {"owner": "Dev"}),
    ("give benefits APOLLO-BN-1, APOLLO-BN-2 and CORVUS-BN-2 to Elena", "APOLLO-BN-1, APOLLO-BN-2, CORVUS-BN-2", {"owner": "Elena"}),
    ("Elena takes APOLLO-BN-1, APOLLO-BN-2 and CORVUS-BN-2", "APOLLO-BN-1, APOLLO-BN-2, CORVUS-BN-2", {"owner": "Elena"}),
    ("close APOLLO-T-5, APOLLO-T-6 and APOLLO-T-7", "APOLLO-T-5, APOLLO-T-6, APOLLO-T-7", {"status": "done"})])
def test_each_of_several_records_in_one_order_is_changed(text: str, keys: str, values: dict[str, str]) -> None:
    (_, args), = planned(text).calls
    assert (args["where"], args["values"]) == ({"key": keys}, values)


@pytest.mark.parametrize("text", [
    "create a task for Ana to update the plan and send it to Ben", "what is its CPI and how was it computed?", "mark T-5 and T-6 as done",
    "add a task to Apollo: write, test and move the pages", "create a task 'do this and log a risk' in Apollo", "mark T-12 done and assign it to Ana",
    "log a risk on Apollo: supplier may deliver late, likely, high impact", "which tasks are blocked and why?", "how are Apollo and Borealis doing?"])
def test_one_request_stays_whole(text: str) -> None:
    assert len(clauses(heard(text), NAMES, TODAY)) == 1


def test_questions_are_all_answered() -> None:
    assert [name for name, _ in planned("how is Apollo doing and what is overdue?").calls] == ["status_report", "find_records"]


def test_of_two_changes_both_are_in_one_preview() -> None:
    plan = planned("mark T-12 done and log a risk on Apollo: printer may break, unlikely")
    assert [name for name, _ in plan.calls] == ["change_records", "create_record"]
    assert not plan.says


def test_a_question_about_two_projects_is_two_reports() -> None:
    assert [args["project"] for _, args in planned("how are Apollo and Borealis doing?").calls] == ["APOLLO", "BOREALIS"]


@pytest.mark.parametrize(("text", "values"), [
    ("create a project Depot Move, manager Ana, start today, finish 26 March 2027",
     {"name": "Depot Move", "manager": "Ana", "start": "today", "finish": "26 March 2027"}),
    ("new project Depot Move, start 1 December, finish 26 March 2027, sponsor Elena",
     {"name": "Depot Move", "start": "1 December", "finish": "26 March 2027", "sponsor": "Elena"})])
def test_the_days_of_what_is_made_are_no_requests_of_their_own(text: str, values: dict[str, str]) -> None:
    plan = planned(text)
    ((_, args),) = plan.calls
    assert (args["kind"], args["values"], plan.says) == ("project", values, "")
