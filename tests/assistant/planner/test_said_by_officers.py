"""What executives, value managers and auditors say in words of their own: what was earned back, gates passed late, since when a colour is declared, what is
left to decide, what every record should have, grades in words."""
from collections.abc import Mapping
from typing import Any

import pytest

from assistant.calling import Call, Past
from tests.assistant.planner.asking import planned, planned_once

BACK = ("Has Elara earned back what it cost us?", "did Elara bring in its costs so far?", "has Elara got our money back?")
OVER = ("Am I over budget on any of my projects?", "is any of my projects over budget?", "are we overspending on any of our projects?")
ALL = ("What do we expect from all benefits together, and how much of it is in already?", "what will all benefits bring us altogether?",
       "what do we expect of all the benefits in total?")
BELOW: tuple[tuple[str, str], ...] = (
    ("Which benefits lie more than ten percent below what was promised, worst first?", "above 10"),
    ("which benefits are at least 20 % below the promise?", "at least 20"), ("which benefits are more than 15 percent short of plan?", "above 15"))
GATES: tuple[tuple[str, Mapping[str, str]], ...] = (
    ("Were the gates on Apollo and Corvus passed late, and by how many days each?", {"type": "gate", "project": "APOLLO, CORVUS"}),
    ("have all gates been passed on time?", {"type": "gate"}),
    ("which gates were passed late?", {"type": "gate", "actual": "not empty", "milestone slip": "above 0"}),
    ("which gates on Apollo were passed in time", {"type": "gate", "project": "APOLLO", "actual": "not empty", "milestone slip": "at most 0"}))
SINCE = ("Apollo is declared green although the records say red. Since when has that been so?", "since when is Apollo declared green?",
         "when was Apollo declared green", "how long has Apollo been declared green?")
GRADED: tuple[tuple[str, Mapping[str, str]], ...] = (
    ("new risk on Borealis: the store review takes longer, probability four, impact three", {"probability": "4", "impact": "3"}),
    ("set the probability of APOLLO-R-1 to five", {"probability": "5"}), ("set the impact of APOLLO-R-1 to two please", {"impact": "2"}))
OUT: tuple[tuple[str, str], ...] = (
    ("status report on Corvus, but leave the money out", "leave the money out"), ("write a report on Corvus without the money", "without the money"),
    ("a report on Corvus, skip the risks", "skip the risks"))


@pytest.mark.parametrize("text", BACK)
def test_what_was_earned_back_is_told_by_the_value_of_the_project(text: str) -> None:
    assert planned_once(text).calls == (("status_report", {"project": "ELARA", "focus": "value"}),)


@pytest.mark.parametrize("text", OVER)
def test_over_budget_on_any_of_mine_lists_the_projects_and_no_tasks(text: str) -> None:
    (call,) = planned_once(text).calls
    assert (call[1]["kind"], call[1]["where"]["overrun"]) == ("project", "above 0")


@pytest.mark.parametrize("text", ALL)
def test_all_benefits_together_are_listed_with_their_sums(text: str) -> None:
    assert planned_once(text).calls == (("find_records", {"kind": "benefit"}),)


@pytest.mark.parametrize(("text", "share"), BELOW)
def test_benefits_so_far_below_the_promise_are_listed(text: str, share: str) -> None:
    plan = planned_once(text)
    assert (plan.calls[0][1]["where"], plan.says) == ({"lost share of the promise": share}, "")


@pytest.mark.parametrize(("text", "where"), GATES)
def test_gates_are_listed_with_their_days_behind_plan(text: str, where: Mapping[str, str]) -> None:
    assert planned_once(text).calls == (("find_records", {"kind": "milestone", "where": where, "sort": "-milestone slip"}),)


@pytest.mark.parametrize("text", SINCE)
def test_since_when_a_colour_is_declared_is_told_by_the_changes(text: str) -> None:
    plan = planned_once(text)
    assert (plan.calls, plan.says) == ((("what_changed", {"only": "colour green", "project": "APOLLO"}),), "")


@pytest.mark.parametrize(("text", "grades"), GRADED)
def test_grades_in_words_are_numbers(text: str, grades: Mapping[str, str]) -> None:
    values: Mapping[str, Any] = planned_once(text).calls[0][1]["values"]
    assert {name: values.get(name) for name in grades} == grades


def test_task_one_is_no_grade() -> None:
    assert not planned_once("give task one to Ben").calls


@pytest.mark.parametrize(("text", "left"), OUT)
def test_what_was_not_to_be_in_a_report_is_told(text: str, left: str) -> None:
    assert f"“{left}”" in planned_once(text).says


def test_a_report_without_a_wish_says_nothing() -> None:
    assert not planned_once("write a status report on Corvus").says


def test_what_i_have_to_decide_is_of_all_kinds_and_who_asked_is_told_where_it_is_kept() -> None:
    plan = planned_once("Please list the decisions and changes I still have to make, with the date and the person who asked for each.")
    assert [args["kind"] for _, args in plan.calls] == ["change request", "decision"]
    assert "who asked for each of the decisions" in plan.says


def test_decisions_and_changes_i_must_make_are_what_waits_for_me() -> None:
    assert planned_once("which decisions and changes must I still make?").calls == (("my_work", {"focus": "waiting"}),)


@pytest.mark.parametrize("text", ["Does every risk with a score above ten have an owner and a response? Name the ones that don't.",
                                  "does every risk have an owner and a response?"])
def test_each_thing_that_every_record_should_have_is_looked_for(text: str) -> None:
    assert [next(name for name in args["where"] if name in ("owner", "response")) for _, args in planned_once(text).calls] == ["owner", "response"]


def test_bare_hours_in_words_are_hours() -> None:
    plan = planned("I put six hours into the test plan today and four into the invitations yesterday.")
    assert [args["values"]["hours"] for _, args in plan.calls] == ["six hours", "four hours"]


def test_an_impact_of_four_or_five_is_a_run() -> None:
    assert planned_once("threats with an impact of four or five").calls[0][1]["where"]["impact"] == "between 4 and 5"


BENEFITS = Past("which benefits have no owner?", "", (Call("find_records", {"kind": "benefit", "where": {"owner": "nobody"}}),), ("APOLLO-BN-2", "CORVUS-BN-2"))
ISSUES = Past("issues of Apollo", "", (Call("find_records", {"kind": "issue", "where": {"project": "APOLLO"}}),), ("APOLLO-I-2", "APOLLO-I-1"))


@pytest.mark.parametrize("text", ["who manages the projects they belong to?", "which projects do they belong to?", "who leads their projects?"])
def test_the_projects_of_what_was_shown_are_those_and_no_others(text: str) -> None:
    assert planned(text, BENEFITS).calls == (("find_records", {"kind": "project", "where": {"key": "APOLLO, CORVUS"}}),)


def test_who_manages_their_projects_waits_for_what_is_shown() -> None:
    plan = planned_once("Which benefits still have no owner, and who manages the projects they belong to?")
    assert plan.later == "who manages the projects they belong to"


def test_what_goes_with_a_record_is_told_by_its_links_and_what_is_kept_nowhere_is_said() -> None:
    plan = planned("Is there a risk or a change request that goes with APOLLO-I-2?", ISSUES)
    assert plan.calls == (("show_record", {"record": "APOLLO-I-2", "field": "risk"}),)
    assert "change requests" in plan.says


def test_who_has_room_while_she_is_away_is_not_told_as_of_those_days() -> None:
    plan = planned_once("Who has room to take over the patent review from Mia while she is on training?")
    assert "while she is on training" in plan.says
    assert plan.calls[1][1] == {"kind": "absence", "where": {"person": "P-10", "end": "at least today"}}


@pytest.mark.parametrize("text", ["how many hours is Ben booked for next week?", "how many hours is Ben allocated to next week"])
def test_hours_ahead_are_a_load_and_no_time_entries(text: str) -> None:
    assert planned_once(text).calls == (("explain_figure", {"figure": "load", "person": "Ben", "days": "next week"}),)


def test_who_has_to_act_this_week_is_told_by_the_rules() -> None:
    shown = Past("how is Corvus doing?", "", (Call("status_report", {"project": "CORVUS"}),), ("CORVUS",))
    plan = planned("Who has to do something about that this week?", shown)
    assert plan.calls[0][1] == {"project": "CORVUS"}
    assert "this week" in plan.says


@pytest.mark.parametrize(("text", "where"), [
    ("Does that change the date of the gate?", {"project": "APOLLO", "type": "gate", "actual": "empty"}),
    ("does that move the milestones?", {"project": "APOLLO", "actual": "empty"})])
def test_whether_a_change_moves_a_gate_shows_the_gate(text: str, where: Mapping[str, str]) -> None:
    plan = planned(text, Past("", "APOLLO-T-7 due: 13 Nov → 25 Nov", (), ("APOLLO-T-7",)))
    assert plan.calls == (("find_records", {"kind": "milestone", "where": where}),)
    assert "moves none by itself" in plan.says
