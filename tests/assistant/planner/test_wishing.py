"""What a figure, a supposition and a choice among projects are told by, and that nothing else falls to them."""
import pytest

from assistant.planner.heard.wishing import is_open
from tests.assistant.planner.asking import planned
from tools import TOOLS


@pytest.mark.parametrize(("text", "figure"), [
    ("has the scope of Apollo grown?", "scope_growth"), ("how many hours is Mia available?", "hours_available"),
    ("are the risk responses of Apollo worth their cost?", "response_gain"), ("what is the chance that Apollo finishes in time?", "chance_in_time"),
    ("are the stakeholders of Apollo on board?", "support"), ("P80 finish of Apollo", "finish_p80"), ("how much float has APOLLO-T-10?", "least_float")])
def test_a_figure_is_heard_around_whose_it_is(text: str, figure: str) -> None:
    (name, args), = planned(text).calls
    assert (name, args["figure"]) == ("explain_figure", figure)


def test_a_key_says_whose_project_a_figure_is_of() -> None:
    assert planned("how much float has APOLLO-T-10?").calls[0][1]["project"] == "APOLLO"


@pytest.mark.parametrize("text", ["what should I cook tonight?", "is God real?", "how are you today?", "what is the best pizza?"])
def test_no_wish_takes_what_is_about_nothing_here(text: str) -> None:
    assert not {name for name, _ in planned(text).calls} & {"what_if", "select_portfolio", "plan_scenario"}


@pytest.mark.parametrize("text", ["which projects fit in 2 million?", "what could we fund with 300,000 EUR next year?", "which projects can we afford with 1.5 million?"])
def test_an_amount_and_projects_are_a_choice(text: str) -> None:
    assert planned(text).calls[0][0] == "select_portfolio"


def test_a_comparison_with_a_percentage_is_no_supposition() -> None:
    assert planned("projects with an IRR below 10 %").calls == (("find_records", {"kind": "project", "where": {"IRR": "below 10"}}),)


def test_a_figure_may_lie_between_two_numbers() -> None:
    (_, args), = planned("which projects have a CPI between 0.8 and 1?").calls
    assert args["where"] == {"CPI": "between 0.8 and 1"}


def test_only_the_documents_are_open_to_any_question() -> None:
    assert [t.name for t in TOOLS if any(is_open(s) for s in t.slots)] == ["search_governance"]


@pytest.mark.parametrize("text", ["tasks between 3 and 5", "who has hours available?", "how much capacity is left in the team"])
def test_a_list_asks_back_about_what_it_cannot_read(text: str) -> None:
    plan = planned(text)
    assert not plan.calls
    assert plan.says.startswith("I could not read")


@pytest.mark.parametrize(("text", "left"), [("extend T-12 by 4 more hours and make it due monday", "4 more hours"), ("put Apollo on hold until January", "January")])
def test_a_change_leaves_nothing_out_in_silence(text: str, left: str) -> None:
    assert left in planned(text).says


def test_what_is_overdue_and_what_it_becomes_are_told_apart() -> None:
    (_, args), = planned("mark everything of Ben's that is overdue as done").calls
    assert args["where"] == {"due": "before today", "status": "not done, cancelled", "owner": "Ben"}
    assert args["values"] == {"status": "done"}


@pytest.mark.parametrize("text", ["move gate 2 to 14 december", "G2 slips to 14 Dec"])
def test_a_gate_is_no_task_with_its_name_in_the_title(text: str) -> None:
    (_, args), = planned(text).calls
    assert (args["kind"], args["where"]) == ("milestone", {"key": "gate 2"})


def test_a_field_before_a_key_is_a_condition() -> None:
    assert planned("tasks with parent APOLLO-T-1").calls == (("find_records", {"kind": "task", "where": {"parent": "APOLLO-T-1"}}),)


def test_who_asks_for_risks_gets_a_proposal() -> None:
    assert planned("which risks should I add to Apollo?").calls == (("propose_risks", {"project": "APOLLO"}),)
    assert planned("which risks does Apollo have?").calls[0][0] == "find_records"
