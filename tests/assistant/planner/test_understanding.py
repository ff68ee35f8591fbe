"""Faults that were mended: a lost word is said, an order by any figure, sums, the other one, words of the office's own."""
import pytest

from assistant.calling import Call, Past
from tests.assistant.planner.asking import planned


def test_a_word_that_is_lost_inside_a_wish_is_said() -> None:
    assert planned("show the open blorp tasks of Apollo").says == "I did not understand “blorp” and left it aside."
    assert planned("mark T-12 blorp done").says == "I did not understand “blorp” and left it aside."


def test_a_month_that_a_list_of_now_cannot_read_is_said() -> None:
    assert planned("who is overbooked in december").says == "I did not understand “december” and left it aside."


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
