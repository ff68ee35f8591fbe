"""Who is told to be what of a record, and what people of all kinds call the same."""
import pytest

from tests.assistant.planner.asking import planned


@pytest.mark.parametrize("said", ["Jonas is the reviewer of CORVUS-T-6", "make Mia the reviewer of APOLLO-T-5", "set the sponsor of CORVUS-T-6 to Elena"])
def test_a_part_that_a_record_of_this_kind_does_not_have_is_nobodys_and_never_its_owner(said: str) -> None:
    plan = planned(said)
    assert not plan.calls
    assert "I found no field for" in plan.says


@pytest.mark.parametrize(("said", "values"), [
    ("Ben is the owner of APOLLO-R-3", {"owner": "Ben"}), ("Elena's the owner of OBJ-1", {"owner": "Elena"}),
    ("Victor is now the decider of APOLLO-DE-1", {"decider": "Victor"})])
def test_who_is_told_to_be_it_becomes_it(said: str, values: dict[str, str]) -> None:
    ((name, args),) = planned(said).calls
    assert (name, args["values"]) == ("change_records", values)


def test_who_is_told_to_be_the_owner_is_it_and_not_who_is_named_first() -> None:
    ((_, args),) = planned("Victor signed off a new strategic objective: halve our packaging waste by 31 December 2028. Elena's the owner.").calls
    assert args["values"]["owner"] == "Elena"


@pytest.mark.parametrize("said", ["Please revert with the quality checks which have failed.", "kindly revert to me with the failed quality checks"])
def test_who_wants_an_answer_by_reverting_undoes_nothing(said: str) -> None:
    ((name, args),) = planned(said).calls
    assert (name, args["where"]) == ("find_records", {"result": "failed"})


@pytest.mark.parametrize(("said", "name"), [
    ("What is the process to be followed if scope is getting changed in between?", "search_governance"),
    ("what is the procedure to follow when a supplier fails?", "search_governance"),
    ("hiya me again :) could you look up who's off over the next two weeks? trying to put the xmas rota together", "find_records"),
    ("Could you tell me what Jonas ought to be getting on with this week?", "my_work")])
def test_the_question_is_heard_among_other_words(said: str, name: str) -> None:
    assert [call for call, _ in planned(said).calls] == [name]


@pytest.mark.parametrize(("said", "values"), [
    ("What Corvus taught us: order the scanners before you book the trainers. Pop it in the lessons learned, would you?",
     {"project": "CORVUS", "title": "Order the scanners before you book the trainers"}),
    ("lesson on Corvus: “Order the scanners earlier”", {"project": "CORVUS", "title": "Order the scanners earlier"}),
    ("3.5h yday on borealis, crash fixing", {"hours": "3.5h", "project": "BOREALIS", "note": "crash fixing", "on": "yday"})])
def test_a_new_record_has_what_is_said(said: str, values: dict[str, str]) -> None:
    ((_, args),) = planned(said).calls
    assert args["values"] == values


def test_all_that_are_told_of_get_what_they_must_get() -> None:
    ((name, args),) = planned("The risks Nora owns must all get 2 December as next review date.").calls
    assert (name, args["where"]["owner"], args["values"]) == ("change_records", "Nora", {"review": "2 December"})


def test_a_risk_that_came_true_is_triggered() -> None:
    ((name, args),) = planned("The late hand scanners risk has materialised on Corvus. Status triggered, please.").calls
    assert (name, args["kind"], args["values"]) == ("change_records", "risk", {"status": "triggered"})


@pytest.mark.parametrize(("said", "call"), [
    ("show me what ben touched today", ("what_changed", {"period": "today", "person": "ben"})),
    ("what have we parked, i.e. which projects are on hold right now?", ("find_records", {"kind": "project", "where": {"phase": "on hold"}})),
    ("what ought Jonas to be busy with at the moment", ("my_work", {"person": "Jonas"})),
    ("open up APOLLO-R-3 will you", ("show_record", {"record": "APOLLO-R-3"})),
    ("Could I have every Corvus cost entry over 20k, dearest at the top?",
     ("find_records", {"kind": "cost entry", "where": {"amount": "above 20k", "project": "CORVUS"}, "sort": "-amount"})),
    ("which quality checks failed", ("find_records", {"kind": "quality check", "where": {"result": "failed"}}))])
def test_a_question_in_the_words_of_other_people_is_the_usual_one(said: str, call: tuple[str, dict[str, object]]) -> None:
    assert planned(said).calls == (call,)


@pytest.mark.parametrize("said", ["could I have all of Ben's tasks moved to Friday?", "can we have all of Ben's tasks moved to Friday"])
def test_who_wants_something_done_does_not_only_want_to_see_it(said: str) -> None:
    ((name, args),) = planned(said).calls
    assert (name, args["values"]) == ("change_records", {"due": "Friday"})


@pytest.mark.parametrize(("said", "owner"), [
    ("Carla is drowning. Could Ben take over APOLLO-T-2, please?", "Ben"), ("Ben is drowning, could Dev take over APOLLO-T-5?", "Dev")])
def test_who_is_asked_to_take_it_over_gets_it_and_not_who_has_no_time(said: str, owner: str) -> None:
    ((_, args),) = planned(said).calls
    assert args["values"] == {"owner": owner}


@pytest.mark.parametrize(("said", "values"), [
    ("Book Dev on Borealis, 60 hours, 1 to 31 December, hard commitment. Role developer.", {"commitment": "hard", "role": "developer"}),
    ("think i found a bug in corvus?? the battery symbol always says 100 %, even when the scanner dies. not urgent, low prio. could you note it",
     {"priority": "low", "type": "defect"}),
    ("Decision for the log: no fifth showroom on Dione. I took it yesterday.", {"decider": "me", "decided on": "yesterday"})])
def test_a_choice_is_of_the_field_that_is_said_with_it(said: str, values: dict[str, str]) -> None:
    ((_, args),) = planned(said).calls
    assert {n: args["values"].get(n) for n in values} == values
    assert "severity" not in args["values"]


@pytest.mark.parametrize(("said", "call"), [
    ("Total hours booked in October, by person.",
     ("find_records", {"kind": "time entry", "where": {"on": "in October"}, "group": "total hours by person"})),
    ("what did we put into Sprint 5 of Borealis? the little work thingies i mean, not the goal",
     ("find_records", {"kind": "task", "where": {"project": "BOREALIS", "sprint": "Sprint 5"}})),
    ("corvus open issues, quick, client on the phone in 5",
     ("find_records", {"kind": "issue", "where": {"status": "not resolved, closed", "project": "CORVUS"}})),
    ("From now on Elena sponsors Dione.", ("change_records", {"kind": "project", "where": {"key": "DIONE"}, "values": {"sponsor": "Elena"}}))])
def test_what_is_said_by_the_way_is_left_aside(said: str, call: tuple[str, dict[str, object]]) -> None:
    assert planned(said).calls == (call,)


def test_a_day_that_is_the_length_that_is_compared_is_not_told_as_left_out() -> None:
    assert planned("which of our investments pay back within three years?").says == ""


def test_a_name_is_taken_up_to_its_end() -> None:
    ((_, args),) = planned("put Ingrid Solberg from the Oslo Chamber of Commerce down as external stakeholder for Zephyr, she's supportive").calls
    assert args["values"] == {"organisation": "the Oslo Chamber of Commerce", "side": "external", "project": "ZEPHYR", "name": "Ingrid Solberg",
                              "current": "supportive"}
