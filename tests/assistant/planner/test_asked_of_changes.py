"""What was changed put as everybody else says it, and what is the asker's of kinds without an owner."""
from typing import Any

import pytest

from tests.assistant.planner.asking import planned


def calls(text: str) -> list[tuple[str, dict[str, Any]]]:
    return [(name, dict(args)) for name, args in planned(text).calls]


@pytest.mark.parametrize("text", ["did anyone change records on the weekend?", "what changed over the weekend?", "was anything changed at the weekend?"])
def test_a_weekend_of_which_it_is_told_in_the_past_is_the_last_one(text: str) -> None:
    assert calls(text) == [("what_changed", {"period": "last weekend"})]


def test_a_weekend_to_come_is_no_past() -> None:
    assert "last weekend" not in str(calls("what will be changed on the weekend?"))


@pytest.mark.parametrize("text", ["did anybody lower a benefit forecast in the last two weeks?", "has anyone lowered a benefit forecast in the last two weeks?"])
def test_whether_anybody_changed_something_is_who_did(text: str) -> None:
    assert calls(text) == [("what_changed", {"period": "in the last two weeks", "only": "benefit forecast"})]


@pytest.mark.parametrize(("text", "where"), [
    ("which issues are critical or high?", {"severity": "critical, high", "status": "not resolved, closed"}),
    ("issues that are medium or high", {"severity": "medium, high"}), ("tasks with priority high or medium", {"priority": "high, medium"}),
    ("issues that are not high or critical", {"severity": "not high, critical", "status": "not resolved, closed"}),
    ("tasks blocked or in review", {"status": "blocked, in review"})])
def test_of_two_choices_of_one_field_either_is_enough(text: str, where: dict[str, str]) -> None:
    assert calls(text)[0][1]["where"] == where


@pytest.mark.parametrize("text", ["What are the three biggest problems on Apollo right now, and who has to move on each of them?", "top 3 problems on Apollo"])
def test_problems_are_issues_risks_and_what_is_late(text: str) -> None:
    found = calls(text)
    assert [(args["kind"], args["limit"]) for _, args in found] == [("issue", 3), ("risk", 3), ("task", 3)]
    assert all(args["where"]["project"] == "APOLLO" for _, args in found)


def test_what_has_no_owner_is_that_of_my_projects_and_it_is_told() -> None:
    plan = planned("My lessons")
    assert [dict(args) for _, args in plan.calls] == [{"kind": "lesson", "where": {"project": "my projects"}}]
    assert plan.says == "Lessons have no owner, so these are those of your projects."


def test_what_got_worse_of_records_that_nothing_judges_is_all_their_changes_and_it_is_told() -> None:
    plan = planned("which risks got worse since last month?")
    assert [dict(args) for _, args in plan.calls] == [{"period": "since last month", "only": "risks"}]
    assert "not computed" in plan.says


def test_a_time_that_is_no_day_is_told_as_left_out() -> None:
    assert "since the summer" in planned("Which business cases haven't been updated since the summer?").says


@pytest.mark.parametrize("text", ["Who's free on Thursday to sit in the steering committee, and what decisions are on the table?"])
def test_what_somebody_is_to_be_free_for_is_no_condition(text: str) -> None:
    assert [args["kind"] for _, args in calls(text)] == ["person", "decision", "change request"]


def test_what_is_done_until_a_day_is_tasks_and_issues() -> None:
    assert [args["kind"] for _, args in calls("what do I have to do until Friday?")] == ["task", "issue"]


def test_who_approved_the_changes_is_told_by_the_change_requests() -> None:
    assert calls("Who approved the changes on Apollo and when?")[0][1] == {"kind": "change request", "where": {"status": "approved", "project": "APOLLO"}}


def test_what_supports_a_goal_serves_it() -> None:
    assert calls("Which projects support the energy goal?")[0][1] == {"kind": "project", "where": {"objective": "OBJ-4"}}


def test_what_about_is_no_title() -> None:
    assert calls("what about open issues?")[0][1]["where"] == {"status": "not resolved, closed"}


def test_projects_that_changed_colour_are_those_that_got_worse_and_those_that_got_better() -> None:
    assert [args["only"] for _, args in calls("Which projects changed colour this month, and why?")] == ["worse", "better"]


def test_whether_somebody_changed_records_of_a_kind_is_which_they_did() -> None:
    found = calls("Did Ana change any milestone last week, and by how many days?")
    assert found == [("what_changed", {"period": "last week", "person": "Ana", "only": "milestones"})]


@pytest.mark.parametrize(("text", "wheres"), [
    ("projects with CPI below 1 or SPI below 1", [{"CPI": "below 1"}, {"SPI": "below 1"}]),
    ("Which projects have a payback above three years or a negative NPV?", [{"payback": "above 3"}, {"NPV": "below 0"}]),
    ("projects with CPI below 1 and SPI below 1", [{"CPI": "below 1", "SPI": "below 1"}])])
def test_of_two_figures_either_is_a_list_and_both_are_one(text: str, wheres: list[dict[str, str]]) -> None:
    assert [args["where"] for _, args in calls(text)] == wheres


def test_of_two_suppositions_each_is_made() -> None:
    found = calls("What happens to the NPV of Dione if costs rise 10 % or benefits fall 10 %?")
    assert ["costs rise" in str(found[0]), "benefits fall" in str(found[1])] == [True, True]


@pytest.mark.parametrize("text", ["Who is late with what, and by how many days?", "who is behind with which tasks?"])
def test_who_is_late_with_what_is_told_by_whom_to_chase(text: str) -> None:
    assert calls(text) == [("portfolio_summary", {"focus": "chase"})]


def test_a_first_question_that_is_plainly_read_is_not_lost_for_the_second() -> None:
    plan = planned("Is Ben overbooked, and what could somebody else take?")
    assert [name for name, _ in plan.calls] == ["explain_figure"]
    assert "what could somebody else take" in plan.says


def test_what_needs_a_review_is_what_is_due_for_one() -> None:
    plan = planned("Which of my risks need a review and when was the last one?")
    assert [dict(args)["where"] for _, args in plan.calls] == [{"status": "not closed", "owner": "me", "review": "before today"}]
    assert "when was the last one" in plan.says


def test_whether_a_register_was_reviewed_is_told_by_when_its_reviews_were_moved_on() -> None:
    assert calls("Has the risk register been reviewed this month?")[0] == ("what_changed", {"only": "risk review"})


def test_gates_passed_with_open_items_are_those_with_a_conditional_go() -> None:
    assert calls("Which gates were passed with open items?")[0][1] == {"kind": "phase gate", "where": {"decision": "conditional go"}}


def test_the_decisions_that_i_have_are_those_that_i_take() -> None:
    assert [args["kind"] for _, args in calls("Do I have any open decisions, and what about open issues?")] == ["decision", "issue"]


def test_the_delay_by_which_projects_are_sorted_is_that_of_their_finish() -> None:
    assert calls("all running projects, sorted by delay")[0][1]["sort"] == "-finish delay"
