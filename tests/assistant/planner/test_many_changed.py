"""Changes of many hold exactly those that are described, moves count from the days that records have, and several facts are one preview."""
from collections.abc import Mapping

import pytest

from assistant.calling import Call, Past
from tests.assistant.planner.asking import planned

OPEN = "not done, cancelled"
Where = Mapping[str, str]


def change(text: str, *past: Past) -> tuple[Where, Where]:
    """What the one change that is planned is for, and what becomes of it."""
    (name, args), = planned(text, *past).calls
    assert name == "change_records"
    return args["where"], args["values"]


@pytest.mark.parametrize("text", ["push every Corvus task that isn't finished back by a week", "move all Corvus tasks which have not been finished back by a week",
                                  "delay all tasks of Corvus which aren't completed by a week"])
def test_what_is_not_finished_is_what_is_still_open(text: str) -> None:
    assert change(text)[0] == {"project": "CORVUS", "status": OPEN}


@pytest.mark.parametrize(("text", "out"), [("set all tasks of Corvus that are not blocked to high priority", "blocked"),
                                           ("give every Corvus task that is not in review to Mia", "in review")])
def test_what_is_ruled_out_stays_as_it_is_with_what_is_closed(text: str, out: str) -> None:
    assert change(text)[0] == {"project": "CORVUS", "status": f"{OPEN}, {out}"}


@pytest.mark.parametrize("text", [
    "what's left of Jonas goes to Mia", "whatever Jonas still has open goes to Mia", "Mia gets what Jonas has left", "what Jonas has not done yet goes over to Mia",
    "give what is left of Jonas to Mia", "Mia takes over everything Jonas has left", "all that is left of Jonas goes to Mia"])
def test_what_somebody_has_left_is_what_is_open_of_theirs(text: str) -> None:
    assert change(text) == ({"owner": "Jonas", "status": OPEN}, {"owner": "Mia"})


@pytest.mark.parametrize(("text", "due", "new"), [
    ("move all my tasks due this week to next Monday", "this week", "next Monday"), ("postpone my tasks for next week by three days", "next week", "by three days"),
    ("everything of mine that is due this week goes to Monday", "this week", "Monday"), ("push what I have due this week to next Monday", "this week", "next Monday"),
    ("shift whatever I have due by Friday to Wednesday next week", "at most Friday", "Wednesday next week")])
def test_of_two_days_one_tells_which_are_meant(text: str, due: str, new: str) -> None:
    assert change(text) == ({"owner": "me", "due": due, "status": OPEN}, {"due": new})


def test_what_is_done_is_not_blocked_with_all_that_somebody_has() -> None:
    assert change("set everything Ben has on Apollo to blocked")[0] == {"project": "APOLLO", "owner": "Ben", "status": OPEN}


def test_what_has_not_started_moves_by_its_due_day() -> None:
    assert change("everything on Corvus that has not started yet moves by two weeks") == (
        {"project": "CORVUS", "status": "to do, backlog"}, {"due": "two weeks later"})


@pytest.mark.parametrize("text", ["bring the go-live of Apollo forward by two weeks", "pull the go-live of Apollo in by two weeks",
                                  "the go-live of Apollo moves two weeks earlier", "bring the finish of Apollo two weeks forward"])
def test_to_bring_forward_is_to_make_earlier(text: str) -> None:
    assert change(text) == ({"key": "APOLLO"}, {"finish": "two weeks earlier"})


def test_what_is_no_field_of_a_project_moves_none_of_its_days() -> None:
    plan = planned("push the ceremony of Dione back by a week")
    assert not plan.calls
    assert plan.says.startswith("Which record")


@pytest.mark.parametrize(("text", "keys"), [
    ("APOLLO-T-17 is done and APOLLO-T-12 is at 80 %", ["APOLLO-T-17", "APOLLO-T-12"]), ("ben finished T-4, ana is at 60 % with T-7", ["T-4", "T-7"]),
    ("the login page is done and the API test starts on Monday", ["login page", "API test"]),
    ("the password reset slips by a week and the load test moves to 20 December", ["password reset", "load test"])])
def test_each_of_several_facts_is_of_its_own_record(text: str, keys: list[str]) -> None:
    plan = planned(text)
    assert [args["where"]["key"] for _, args in plan.calls] == keys
    assert not plan.says


def test_what_is_told_behind_a_fact_may_be_its_reason() -> None:
    plan = planned("APOLLO-T-12 is blocked, the test server is down")
    assert [args["where"] for _, args in plan.calls] == [{"key": "APOLLO-T-12"}]


def test_a_day_in_the_second_fact_is_not_of_the_first() -> None:
    first, second = (args["values"] for _, args in planned("the login page is done and the API test starts on Monday").calls)
    assert (first, second) == ({"status": "done"}, {"start": "Monday"})


WAITING = Past("push all open Corvus tasks of Jonas back by a week", "", (Call("change_records", {
    "kind": "task", "where": {"owner": "Jonas", "status": OPEN}, "values": {"due": "by a week"}}),), ("CORVUS-T-4", "CORVUS-T-6"), "pending")


@pytest.mark.parametrize(("text", "due"), [("make it two weeks instead", "by two weeks"), ("no, only three days", "by three days"),
                                           ("make it two weeks earlier", "two weeks earlier")])
def test_another_length_is_the_same_move_by_it(text: str, due: str) -> None:
    assert change(text, WAITING)[1] == {"due": due}


@pytest.mark.parametrize(("text", "field", "out"), [("leave out Mia's", "owner", "not Mia"), ("not the blocked ones", "status", f"{OPEN}, blocked")])
def test_what_is_to_be_left_out_gets_nothing_new(text: str, field: str, out: str) -> None:
    past = Past(WAITING.question, "", (Call("change_records", {"kind": "task", "where": {"project": "CORVUS", "status": OPEN}, "values": {"due": "by a week"}}),),
                WAITING.keys, "pending")
    where, values = change(text, past)
    assert where == {"project": "CORVUS", "status": OPEN, field: out}
    assert values == {"due": "by a week"}


def test_what_cannot_be_told_apart_is_not_left_out() -> None:
    plan = planned("without the ones that wait for legal", WAITING)
    assert (plan.calls, plan.choices) == ((), ("discard",))


SHOWN = Past("which open tasks does Ben have?", "", (Call("find_records", {"kind": "task", "where": {"owner": "Ben", "status": OPEN}}),),
             ("APOLLO-T-5", "APOLLO-T-6", "APOLLO-T-7"))


def test_the_first_two_are_those_of_the_list_that_was_shown() -> None:
    assert change("give the first two to Dev", SHOWN) == ({"key": "APOLLO-T-5, APOLLO-T-6"}, {"owner": "Dev"})


def test_the_others_are_those_that_the_last_narrowing_left_out() -> None:
    narrowed = Past("only the blocked ones on Apollo", "", (Call("find_records", {"kind": "task", "where": {"owner": "Ben", "status": OPEN, "project": "APOLLO"}}),),
                    ("APOLLO-T-5", "APOLLO-T-6"))
    assert planned("and the others?", SHOWN, narrowed).calls == (
        ("find_records", {"kind": "task", "where": {"owner": "Ben", "status": OPEN, "project": "not APOLLO"}}),)


def test_the_others_of_a_list_that_was_not_narrowed_must_be_said() -> None:
    plan = planned("and the others?", SHOWN)
    assert not plan.calls
    assert plan.says.startswith("I cannot tell which other tasks")


APOLLO = Past("how is Apollo doing?", "", (Call("status_report", {"project": "APOLLO"}),), ("APOLLO",))
VACATIONS = Past("which vacations are coming up?", "", (Call("find_records", {"kind": "absence", "where": {"start": "after today"}}),), ("AB-1",))


def test_a_project_of_some_turns_ago_is_named_when_it_is_used() -> None:
    assert planned("and the CPI?", APOLLO, VACATIONS).says == "You named no project, so I took it that you still mean Apollo."
    assert not planned("and the CPI?", VACATIONS, APOLLO).says
    assert not planned("and the CPI of Apollo?", APOLLO, VACATIONS).says


@pytest.mark.parametrize(("text", "title"), [
    ("need to write a test script for the import, put it on my list", "Write a test script for the import"),
    ("I have to call the supplier about the lamps, add it to my to-do list", "Call the supplier about the lamps"),
    ("we should check the invoice layout. note it on my tasks", "Check the invoice layout")])
def test_what_somebody_wants_on_their_list_is_a_task_of_theirs(text: str, title: str) -> None:
    assert planned(text).calls == (("create_record", {"kind": "task", "values": {"owner": "me", "title": title}}),)


@pytest.mark.parametrize(("text", "kind", "title"), [
    ("the supplier says delivery will be two weeks late, put that down as an issue on Dione", "issue", "The supplier says delivery will be two weeks late"),
    ("the architect may leave in December, log that as a risk on Dione please", "risk", "The architect may leave in December")])
def test_what_is_told_and_then_named_is_called_as_it_was_told(text: str, kind: str, title: str) -> None:
    assert planned(text).calls == (("create_record", {"kind": kind, "values": {"project": "DIONE", "title": title}}),)


@pytest.mark.parametrize("text", ["the budget of Corvus drops to 90,000, put it in", "Corvus budget goes down to 90k, please enter it", "the budget of Corvus rises to 450,000"])
def test_a_budget_that_is_told_to_change_is_the_sum_of_its_lines(text: str) -> None:
    plan = planned(text)
    assert not plan.calls
    assert plan.says.startswith("The budget of a project is the sum of its budget lines")


def test_a_risk_needs_no_more_time() -> None:
    assert not any("review" in args["values"] for _, args in planned("APOLLO-R-1 needs two more weeks").calls)


@pytest.mark.parametrize(("text", "kinds"), [
    ("jonas on leave 21 Dec to 1 Jan, and mia only works 20 hours a week", ["absence", "person"]),
    ("ana is on holiday next week and jonas on leave 21 Dec to 1 Jan", ["absence", "absence"]),
    ("Ben is off sick today; Dev works 32 hours a week now", ["absence", "person"]), ("Ben is away on Friday and APOLLO-T-12 is 60 % done", ["absence", "task"]),
    ("mia works only 20 hours a week and Ben is out on Friday", ["person", "absence"])])
def test_what_is_told_of_several_people_is_one_preview_with_each_in_its_own_record(text: str, kinds: list[str]) -> None:
    plan = planned(text)
    assert ([args["kind"] for _, args in plan.calls], plan.says) == (kinds, "")


def test_days_away_of_two_are_never_mixed() -> None:
    first, second = (args["values"] for _, args in planned("ana is on holiday next week and jonas on leave 21 Dec to 1 Jan").calls)
    assert (first["person"], first["start"], second["person"], second["start"]) == ("ana", "2026-11-23", "jonas", "2026-12-21")


@pytest.mark.parametrize("text", ["budget for Corvus is 80000", "Corvus: budget 450,000", "the budget of Corvus is now 80k"])
def test_a_budget_that_is_told_is_no_question(text: str) -> None:
    assert planned(text).says.startswith("The budget of a project is the sum of its budget lines")


@pytest.mark.parametrize("text", ["can someone approve their own change request?", "can anyone create a project?", "may people approve their own time entries?",
                                  "can the same person raise and approve a change request?", "could somebody approve a change request of their own?"])
def test_whether_anybody_may_is_asked_of_the_handbook(text: str) -> None:
    assert [name for name, _ in planned(text).calls] == ["search_governance"]


def test_a_wish_to_somebody_stays_a_wish() -> None:
    assert planned("can someone create a task for me on Apollo: print the posters").calls[0][0] == "create_record"


@pytest.mark.parametrize(("text", "where"), [
    ("all low-prio borealis tasks back into the backlog", {"project": "BOREALIS", "priority": "low"}),
    ("my tasks due this week - shift the lot to next Monday", {"owner": "me", "due": "this week", "status": OPEN})])
def test_every_word_before_the_noun_tells_which_are_meant(text: str, where: dict[str, str]) -> None:
    assert change(text)[0] == where


def test_a_word_before_the_noun_that_no_condition_holds_is_asked_about() -> None:
    plan = planned("all zero-effort borealis tasks back into the backlog")
    assert (plan.calls, "zero-effort" in plan.says) == ((), True)
