"""What is learned alone tells what a message is for, where the words of the rules fall short."""
from typing import Any

import pytest

from assistant.planner.heard.plan import Asked
from tests.assistant.planner.asking import ALL, NAMES, TODAY, planned, planner


@pytest.mark.parametrize(("said", "kind", "where"), [
    ("Gate criteria of Apollo which have not yet been met - a list, please.", "gate criterion", {"project": "APOLLO", "status": "not met"}),
    ("readings for the page load time metric so far", "measurement", {"metric": "page load time"})])
def test_a_list_is_understood_by_its_kind_and_what_narrows_it_alone(said: str, kind: str, where: dict[str, str]) -> None:
    ((name, args),) = planned(said).calls
    assert (name, args["kind"], args["where"]) == ("find_records", kind, where)


@pytest.mark.parametrize(("said", "where"), [
    ("Please show me the risks which have to be reviewed until end of this month, I must prepare the invitation for the review round.",
     {"status": "not closed", "review": "at most end of this month"}),
    ("My boss wants it before lunch: which risks of Apollo are open? He is in a mood.", {"project": "APOLLO", "status": "not closed"})])
def test_what_a_list_is_wanted_for_narrows_nothing(said: str, where: dict[str, str]) -> None:
    plan = planned(said)
    assert (plan.calls, plan.says) == ((("find_records", {"kind": "risk", "where": where}),), "")


@pytest.mark.parametrize("said", ["which risks smell of fish?", "show the tasks that nobody in Lisbon ever liked"])
def test_a_word_that_may_narrow_a_list_is_not_taken_for_chatter(said: str) -> None:
    assert planned(said).says


@pytest.mark.parametrize(("said", "call"), [
    ("did anything slip on dione this month", ("what_changed", {"project": "DIONE", "period": "this month"}))])
def test_what_is_surely_asked_is_answered_though_another_question_has_its_words(said: str, call: tuple[str, dict[str, Any]]) -> None:
    assert planned(said).calls == (call,)


def test_where_nothing_may_be_used_nothing_is() -> None:
    assert not planned("did anything slip on dione this month", offered=()).calls


@pytest.mark.parametrize("said", ["what changed on Apollo as of 1 November?", "how was Apollo doing on 1 October?"])
def test_a_past_day_is_not_lost_by_it(said: str) -> None:
    plan = planned(said)
    assert not plan.calls or "as_of" in plan.calls[0][1]


@pytest.mark.parametrize(("said", "where", "values"), [
    ("All Apollo risks must be looked at again by 4 December, put this as the review date.", {"project": "APOLLO", "status": "not closed"},
     {"review": "4 December"}),
    ("whatever Dev has due this week please move to 27 November, he's ill", {"owner": "Dev", "due": "this week", "status": "not done, cancelled"},
     {"due": "27 November"}),
    ("all tickets with ux and low can be cancelled", {"labels": "ux", "priority": "low", "status": "not done, cancelled"}, {"status": "cancelled"}),
    ("apply label phase 2 to Zephyr tasks due after February", {"project": "ZEPHYR", "due": "after February", "status": "not done, cancelled"},
     {"labels": "phase 2"}),
    ("close out whatever was due before 1 November in Dione: done", {"project": "DIONE", "due": "before 1 November", "status": "not done, cancelled"},
     {"status": "done"}),
    ("all dione furnish tasks to in progress", {"project": "DIONE", "title": "furnish"}, {"status": "in progress"}),
    ("Dione tasks with furnish in the title go to Carla", {"project": "DIONE", "title": "furnish", "status": "not done, cancelled"}, {"owner": "Carla"}),
    ("everything gdpr on Apollo should be critical from today", {"project": "APOLLO", "labels": "gdpr", "status": "not done, cancelled"},
     {"priority": "critical"}),
    ("close all resolved issues of apollo, tidy up", {"project": "APOLLO", "status": "resolved"}, {"status": "closed"})])
def test_a_change_of_many_is_understood_by_what_is_marked_alone(said: str, where: dict[str, str], values: dict[str, str]) -> None:
    ((name, args),) = planned(said).calls
    assert (name, args["where"], args["values"]) == ("change_records", where, values)


@pytest.mark.parametrize("said", ["Everything labelled tech-debt goes down to low priority"])
def test_a_word_that_may_tell_which_ones_are_changed_is_asked_about(said: str) -> None:
    plan = planned(said)
    assert not plan.calls
    assert plan.says.startswith("Which record do you mean?")


@pytest.mark.parametrize(("said", "kind", "where", "values"), [
    ("Raise the Apollo budget line for hosting and licences to 32,000", "budget line", {"project": "APOLLO", "key": "hosting and licences"},
     {"amount": "up to 32,000"}),
    ("test data w/o dealers is still rubbish. escalate it to carla", "issue", {"key": "test data without dealers"}, {"escalated to": "carla", "status": "escalated"})])
def test_one_record_is_changed_by_its_title_in_any_words(said: str, kind: str, where: dict[str, str], values: dict[str, str]) -> None:
    ((name, args),) = planned(said).calls
    assert (name, args["kind"], args["where"], args["values"]) == ("change_records", kind, where, values)


def test_a_length_in_days_is_what_a_change_costs_in_time() -> None:
    ((_, args),) = planned("CR for corvus - they want voice picking on top, +45k and +15 days, sofia's the one asking").calls
    assert {n: args["values"][n] for n in ("title", "cost effect", "days effect", "requester")} == {
        "title": "Voice picking on top", "cost effect": "45k", "days effect": "15", "requester": "sofia"}


def test_a_bare_number_is_of_no_field_that_nobody_named() -> None:
    assert "between 3 and 5" in planned("tasks between 3 and 5").says


@pytest.mark.parametrize(("said", "kind", "values"), [
    ("borealis sprint 7, 7 dec - 18 dec, goal push notifications working", "sprint",
     {"title": "Sprint 7", "goal": "push notifications working", "start": "7 dec", "end": "18 dec", "project": "BOREALIS"}),
    ("set up a contract, draft: showroom furniture, Möbel Hartmann, dione, fixed price 210k, 1.1.2027 to 30.6.2027", "contract",
     {"title": "Showroom furniture", "supplier": "Möbel Hartmann", "status": "draft", "type": "fixed price", "worth": "210k", "project": "DIONE",
      "start": "1.1.2027", "end": "30.6.2027"})])
def test_a_record_that_all_words_tell_of_is_one_whatever_they_are_parted_by(said: str, kind: str, values: dict[str, str]) -> None:
    plan = planned(said)
    assert (plan.calls, plan.says) == ((("create_record", {"kind": kind, "values": values}),), "")


def test_lines_of_a_list_stay_several() -> None:
    ((name, args),) = planned("dione todos pls: order the signs for Vienna by 30 Nov; confirm the electrician; print invitation cards").calls
    assert (name, len(args["lines"])) == ("create_tasks", 3)


def test_what_is_surely_new_never_changes_the_record_whose_words_it_shares() -> None:
    asked = Asked(NAMES, TODAY, (), "Ana Ruiz", {"order list": "APOLLO-H-1"})
    ((name, args),) = planner().plan("2.5h apollo yesterday, fiddling with the order list", asked, ALL).calls
    assert (name, args["kind"], args["values"]["note"]) == ("create_record", "time entry", "fiddling with the order list")
