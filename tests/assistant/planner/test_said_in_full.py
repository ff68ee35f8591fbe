"""Two questions in one message of which the second leaves words of the first unsaid, and two of which the first must not be lost."""
from typing import Any

import pytest

from assistant.planner.reworded.said_in_full import said_in_full
from tests.assistant.planner.asking import planned


def calls(text: str) -> list[tuple[str, dict[str, Any]]]:
    return [(name, dict(args)) for name, args in planned(text).calls]


@pytest.mark.parametrize(("text", "focuses"), [
    ("Is Borealis on time and within budget?", ["schedule", "cost"]), ("is Borealis on schedule and on budget?", ["schedule", "cost"]),
    ("Is Apollo late or over budget?", ["schedule", "cost"]), ("is Borealis within budget?", ["cost"])])
def test_each_of_two_states_is_told(text: str, focuses: list[str]) -> None:
    assert [args.get("focus") for _, args in calls(text)] == focuses


def test_a_supposition_of_two_rates_is_made_twice() -> None:
    supposed = [str(args["supposing"]) for _, args in calls("What would Corvus be worth at 10 percent, and at 12?")]
    assert ["10 %" in supposed[0], "12 %" in supposed[1]] == [True, True]


@pytest.mark.parametrize("text", ["Show me tasks without an owner and tasks without a date.", "tasks without an owner and those without a date"])
def test_records_without_one_thing_and_those_without_another_are_two_lists(text: str) -> None:
    assert [args["where"] for _, args in calls(text)] == [{"owner": "nobody", "status": "not done, cancelled"}, {"due": "empty"}]


def test_what_lacks_both_is_one_list() -> None:
    assert len(calls("tasks without an owner and without a date")) == 1


@pytest.mark.parametrize("text", ["Which lessons did we write down on Corvus, and which on Borealis?", "which lessons are on Corvus and which ones on Borealis?"])
def test_the_second_project_is_asked_for_as_the_first(text: str) -> None:
    assert [args["where"] for _, args in calls(text)] == [{"project": "CORVUS"}, {"project": "BOREALIS"}]


@pytest.mark.parametrize(("text", "plain"), [
    ("Is it done, and if not, when?", "Is it done, and when?"), ("Will we make it? If not, who do I call?", "Will we make it? who do I call?"),
    ("is Corvus late and if so by how much?", "is Corvus late, and by how much?"), ("if not done, move it", "if not done, move it"),
    ("Close it if not blocked", "Close it if not blocked"), ("move it, and if not possible tell me why", "move it, and if not possible tell me why")])
def test_what_is_asked_whatever_the_first_comes_to_needs_no_condition(text: str, plain: str) -> None:
    assert said_in_full(text) == plain


@pytest.mark.parametrize("text", ["What's overdue on Apollo and who owns it?", "what is overdue on Apollo, and who is on it?"])
def test_the_project_of_the_first_is_not_lost_in_the_whole(text: str) -> None:
    assert calls(text)[0][1]["where"] == {"status": "not done, cancelled", "due": "before today", "project": "APOLLO"}


def test_a_milestone_that_is_said_to_go_live_is_shown_by_its_title() -> None:
    assert calls("When will the portal go live?") == calls("when is portal live?")


@pytest.mark.parametrize("text", ["What does Zephyr cost?", "what has Zephyr cost us so far?", "cost of Zephyr"])
def test_what_a_project_costs_is_told_with_its_budget(text: str) -> None:
    assert calls(text) == [("status_report", {"project": "ZEPHYR", "focus": "cost"})]


@pytest.mark.parametrize("text", ["which projects would hurt most at 11 %", "Which projects turn negative at 11 percent?", "rank the projects at 11 %"])
def test_projects_at_a_rate_are_supposed(text: str) -> None:
    assert calls(text) == [("what_if", {"supposing": "NPV of all projects at 11 %"})]


def test_one_project_compared_to_another_stands_beside_it() -> None:
    assert calls("How is Corvus doing compared to Borealis?") == [("rank_portfolio", {"project": "CORVUS", "other": "BOREALIS"})]


@pytest.mark.parametrize(("text", "show"), [("Show me projects with negative NPV and their sponsors.", "sponsor"), ("projects with CPI below 1 with the sponsor", "sponsor")])
def test_columns_behind_a_condition_on_a_figure_are_shown(text: str, show: str) -> None:
    assert calls(text)[0][1]["show"] == show


@pytest.mark.parametrize("text", [
    "What was promised in benefits across the portfolio, what do we believe now, and where is the biggest drop?", "Sort the benefits by gap, biggest first",
    "which benefits have the biggest shortfall?", "where is the biggest drop in benefits?"])
def test_where_benefits_lost_most_is_a_list_in_that_order(text: str) -> None:
    assert calls(text) == [("find_records", {"kind": "benefit", "sort": "-lost of the promise"})]


def test_the_largest_benefits_are_no_losses() -> None:
    assert calls("which benefits are the largest?") == [("find_records", {"kind": "benefit", "sort": "-expected"})]


@pytest.mark.parametrize("text", [
    "which projects are late and by how many days?", "Which milestones slipped and by how much?", "Which benefits are behind and by how much?",
    "Sort the benefits by gap, biggest first, and show the owner.", "How many hours has Ben booked this month and on what?",
    "How many changes did Ben make in October, and to what?", "Who worked on Dione last week, and how many hours?"])
def test_what_the_answer_to_the_first_shows_is_not_told_as_left_out(text: str) -> None:
    plan = planned(text)
    assert (len(plan.calls), "left out" in plan.says, plan.later) == (1, False, "")


def test_a_column_that_lists_do_not_show_of_themselves_is_shown() -> None:
    assert calls("list overdue tasks and show their progress")[0][1]["show"] == "progress"


@pytest.mark.parametrize("text", ["Which projects still earn their keep if costs go up by 20 %?"])
def test_higher_costs_are_no_rate(text: str) -> None:
    assert calls(text) == [("what_if", {"supposing": text})]


@pytest.mark.parametrize(("text", "key"), [
    ("who on my team is overloaded?", "my team"), ("Which of my people are overloaded?", "my team"), ("who on Apollo is overloaded?", "team of APOLLO"),
    ("is anyone on Apollo overloaded?", "team of APOLLO")])
def test_people_of_a_team_are_asked_for_as_such(text: str, key: str) -> None:
    assert calls(text) == [("find_records", {"kind": "person", "where": {"load": "above 100", "key": key}})]


def test_who_has_time_for_a_project_may_be_anybody() -> None:
    assert "key" not in calls("who has time for Apollo next week?")[0][1]["where"]
