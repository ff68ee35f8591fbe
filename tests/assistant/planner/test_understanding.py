"""Faults that were mended: a lost word is said, an order by any figure, sums, the other one, words of the office's own."""
import pytest

from assistant.calling import Call, Past
from tests.assistant.planner.asking import planned


def test_a_word_that_is_lost_inside_a_wish_is_said() -> None:
    assert planned("show the open blorp tasks of Apollo").says == "I did not understand “blorp” and left it aside."
    assert planned("mark T-12 blorp done").says == "I did not understand “blorp” and left it aside."


def test_a_month_is_the_days_that_a_load_is_asked_over() -> None:
    assert planned("who is overbooked in december").calls == (
        ("find_records", {"kind": "person", "where": {"load": "above 100"}, "days": "in december"}),)


@pytest.mark.parametrize(("said", "sort"), {"rank the projects by SPI": "-SPI", "order our projects by forecast overrun": "-forecast overrun"}.items())
def test_projects_are_put_into_the_order_of_any_figure(said: str, sort: str) -> None:
    assert planned(said).calls == (("find_records", {"kind": "project", "sort": sort}),)


@pytest.mark.parametrize(("said", "group"), {
    "what do the open change requests add up to": "total cost effect", "average effort of Ana's tasks": "average hours",
    "total effort of open tasks per person": "total hours by owner", "sum of the invoices of Dione": "total amount"}.items())
def test_sums_and_averages_are_asked_of_a_list(said: str, group: str) -> None:
    assert planned(said).calls[0][1]["group"] == group


def test_how_many_there_are_is_no_sum() -> None:
    assert "group" not in planned("how many tasks are there in total").calls[0][1]


LISTED = Past("open tasks of Fortuna", "", (Call("find_records", {"kind": "task"}),), ("FORTUNA-T-1", "FORTUNA-T-2"))


def test_the_other_of_two_takes_the_place_of_the_first() -> None:
    moved = Past("push the first one to 15 December", "", (Call("change_records", {"kind": "task", "where": {"key": "FORTUNA-T-1"}, "values": {}}),),
                 ("FORTUNA-T-1",), "pending")
    assert planned("no, the other one", LISTED, moved).calls[0][1]["where"] == {"key": "FORTUNA-T-2"}


def test_the_other_of_many_is_asked_about() -> None:
    three = Past("tasks of Dione", "", (Call("find_records", {"kind": "task"}),), ("DIONE-T-6", "DIONE-T-7", "DIONE-T-8"))
    plan = planned("no, the other one", three)
    assert (plan.calls, plan.choices) == ((), ("show DIONE-T-6", "show DIONE-T-7", "show DIONE-T-8"))


@pytest.mark.parametrize(("said", "key"), {"mark the second one done": "FORTUNA-T-2", "mark number 1 done": "FORTUNA-T-1", "mark the last one done": "FORTUNA-T-2"}.items())
def test_a_place_in_a_list_is_a_record(said: str, key: str) -> None:
    looked = Past("the first one", "", (Call("show_record", {"record": "FORTUNA-T-1"}),), ("FORTUNA-T-1",))
    assert planned(said, LISTED, looked).calls[0][1]["where"] == {"key": key}


@pytest.mark.parametrize("said", ["the red book means the risk policy", "by “red book” we mean the risk policy", "when we say the red book, we mean the risk policy"])
def test_a_word_of_the_offices_own_may_stand_for_anything(said: str) -> None:
    assert planned(said).calls == (("create_record", {"kind": "office word", "values": {
        "word": "red book", "record": "anything", "field": "meaning", "choice": "risk policy"}}),)


@pytest.mark.parametrize("said", ["that means we are late", "what does amber mean?", "this means trouble", "CPI means what?"])
def test_what_defines_nothing_makes_no_word(said: str) -> None:
    assert "create_record" not in {name for name, _ in planned(said).calls}


@pytest.mark.parametrize(("said", "values"), {
    "T-12 will be done on Friday": {"due": "Friday"}, "mark all tasks of Borealis in review as done": {"status": "done"},
    "set the priority of all blocked tasks to high": {"priority": "high"}, "the sponsor of Corvus is now Elena": {"sponsor": "Elena"}}.items())
def test_what_records_become_is_read_where_it_stands(said: str, values: dict[str, str]) -> None:
    assert planned(said).calls[0][1]["values"] == values


@pytest.mark.parametrize("said", ["schedule variance of Apollo", "decisions Elena has to make", "leave Apollo alone"])
def test_what_only_looks_like_an_order_writes_nothing(said: str) -> None:
    assert not {name for name, _ in planned(said).calls} & {"create_record", "change_records", "create_tasks"}


@pytest.mark.parametrize("said", ["change an appointment", "decline my meeting on Monday"])
def test_nothing_is_taken_back_that_nobody_asked_back(said: str) -> None:
    assert "undo_change" not in {name for name, _ in planned(said).calls}


def test_a_change_of_what_is_there_makes_nothing_new() -> None:
    assert not planned("I would like to change an issue").calls


@pytest.mark.parametrize("said", ["what happens if I do not approve APOLLO-CR-2?", "what if we reject APOLLO-CR-2?", "what happens without APOLLO-CR-2?",
                                  "what if APOLLO-CR-2 isn't approved?", "what happens if nobody approves APOLLO-CR-2?"])
def test_what_follows_without_a_decision_is_what_its_record_says(said: str) -> None:
    assert [(name, dict(args)) for name, args in planned(said).calls] == [("show_record", {"record": "APOLLO-CR-2", "field": "without it"})]
    assert planned("what if we approve APOLLO-CR-2?").calls[0][0] == "what_if"


def called(said: str, *past: Past) -> list[tuple[str, dict[str, object]]]:
    return [(name, dict(args)) for name, args in planned(said, *past).calls]


@pytest.mark.parametrize(("said", "whose"), [("mark all my tasks done", {"owner": "me"}), ("set all my tasks to done", {"owner": "me"}),
                                             ("mark Ben's tasks done", {"owner": "Ben"}), ("mark all tasks of Apollo done", {"project": "APOLLO"})])
def test_the_last_word_of_a_marking_is_what_they_become_and_the_open_ones_are_meant(said: str, whose: dict[str, str]) -> None:
    assert called(said) == [("change_records", {"kind": "task", "where": {**whose, "status": "not done, cancelled"}, "values": {"status": "done"}})]


def test_all_is_nothing_that_is_left_out() -> None:
    assert not planned("close all my tasks").says


def test_those_that_are_done_are_still_told_by_it() -> None:
    assert called("mark all done tasks of Apollo as cancelled")[0][1]["where"] == {"status": "done", "project": "APOLLO"}


@pytest.mark.parametrize("said", ["difference between issue and risk", "what is the difference between a risk and an issue?",
                                  "who chairs the portfolio board?", "what is the penalty for skipping a gate?", "what is the RACI for the risk register?",
                                  "what is the role of the project manager?"])
def test_how_the_office_works_is_asked_of_its_documents(said: str) -> None:
    assert called(said) == [("search_governance", {"question": said})]


def test_words_of_the_office_beside_names_of_records_mean_the_records() -> None:
    assert called("difference between Apollo and Corvus")[0][0] == "status_report"
    assert called("what is the RACI of Apollo?")[0][1]["kind"] == "responsibility"


@pytest.mark.parametrize(("said", "where", "values"), [
    ("set the priority of APOLLO-T-14 and APOLLO-T-15 to critical", {"key": "APOLLO-T-14, APOLLO-T-15"}, {"priority": "critical"}),
    ("could Ben take over APOLLO-T-5 from Ana", {"key": "APOLLO-T-5"}, {"owner": "Ben"}),
    ("Dev takes over APOLLO-T-10 from Ben", {"key": "APOLLO-T-10"}, {"owner": "Dev"}),
    ("BOREALIS-I-2 wont make it tomorrow, Monday more like it", {"key": "BOREALIS-I-2"}, {"due": "Monday"}),
    ("no to APOLLO-CR-2", {"key": "APOLLO-CR-2"}, {"status": "rejected"}),
    ("yes to APOLLO-CR-2, go ahead", {"key": "APOLLO-CR-2"}, {"status": "approved"}),
    ("turns out only 30 % do so, APOLLO-AS-1 is false", {"key": "APOLLO-AS-1"}, {"status": "false"}),
    ("scrap APOLLO-T-5, nobody has time before Friday", {"key": "APOLLO-T-5"},
     {"status": "cancelled", "comment": "nobody has time before Friday"}),
    ("label all open Corvus tasks warehouse", {"status": "not done, cancelled", "project": "CORVUS"}, {"labels": "warehouse"}),
    ("all of Jonas' open tasks on Corvus to prio critical, the hall move depends on him",
     {"status": "not done, cancelled", "owner": "Jonas", "project": "CORVUS"}, {"priority": "critical"}),
    ("Nora left, give her work to Tom", {"status": "not done, cancelled", "owner": "Nora"}, {"owner": "Tom"}),
    ("dione finishes on 15 january now", {"key": "DIONE"}, {"finish": "15 january"})])
def test_a_wish_is_read_whole(said: str, where: dict[str, str], values: dict[str, str]) -> None:
    ((name, args),) = called(said)
    assert (name, args["where"], args["values"]) == ("change_records", where, values)


def test_two_wishes_on_two_records_are_still_two() -> None:
    assert called("finish APOLLO-T-14 and APOLLO-T-15 is blocked")[0][1]["where"] == {"key": "APOLLO-T-14"}


def test_a_figure_is_told_with_why_it_is_so() -> None:
    assert called("what is Apollo's SPI and why is it so low?") == [("explain_figure", {"figure": "spi", "project": "APOLLO"}),
                                                                    ("status_report", {"project": "APOLLO", "focus": "why"})]


def test_what_must_be_decided_by_a_day_is_no_more_than_that() -> None:
    assert [args["where"] for _, args in called("what do I have to decide this week?")] == [
        {"decider": "me", "status": "submitted, evaluated", "decide by": "this week"}, {"decider": "me", "status": "open", "decide by": "this week"}]
    assert called("what do I have to do this week?")[0][0] == "my_work"


def test_this_month_is_a_time_and_not_what_was_talked_about() -> None:
    dione = Past("how is Dione doing?", "Dione is on track", (Call("status_report", {"project": "DIONE"}),), ("DIONE",))
    assert called("show changes by Victor Lang this month", dione) == [("what_changed", {"period": "this month", "person": "Victor Lang"})]


def test_costs_by_month_and_one_change_by_its_number() -> None:
    months = called("actual costs of Apollo by month")
    assert [args["where"]["on"] for _, args in months] == ["November 2026", "October 2026", "September 2026", "August 2026"]  # type: ignore[index]
    assert planned("show change #155").says.startswith("I cannot show one change by its number")
    assert called("which projects should we stop?")[0][1]["where"] == {"value": "no longer worth it or no longer as promised"}
