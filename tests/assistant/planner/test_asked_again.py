"""The last question of another project or person, from the other end, or of one part of what it told."""
import pytest

from assistant.calling import Call, Past
from tests.assistant.planner.asking import planned

SPENT = Past("how much did we spend on Dione?", "actual cost 595,000 EUR", (Call("explain_figure", {"figure": "ac", "project": "DIONE"}),), ("DIONE-C-1",))
DEAR = Past("which project is the most expensive?", "Budget of 7 projects", (Call("find_records", {"kind": "project", "sort": "-budget"}),), ("FORTUNA",))
FREE = Past("who has time in December?", "Load below 60 %", (Call("find_records", {"kind": "person", "where": {"load": "below 60"}, "days": "in December"}),),
            ("P-1", "P-2"))


@pytest.mark.parametrize("text", ["same for Apollo", "the same for Apollo please", "and the same for Apollo?", "same question for Apollo"])
def test_the_same_of_another_project_is_the_whole_question_of_it(text: str) -> None:
    plan = planned(text, SPENT)
    assert plan.calls == planned("how much did we spend on Apollo?").calls
    assert plan.says == "I took that as “how much did we spend on Apollo?”."


def test_the_next_one_after_that_is_asked_the_same() -> None:
    taken = Past("same for Apollo", "I took that as “how much did we spend on Apollo?”.\nactual cost 231,500 EUR",
                 (Call("explain_figure", {"figure": "ac", "project": "APOLLO"}),), ("APOLLO-C-1",))
    assert planned("and for Corvus", SPENT, taken).calls == planned("how much did we spend on Corvus?").calls


def test_the_same_of_another_person_is_asked_of_that_person() -> None:
    busy = Past("how busy is Ben in December?", "load 169 %", (Call("explain_figure", {"figure": "load", "person": "Ben", "days": "in December"}),), ("P-3",))
    assert planned("same for Dev", busy).calls == planned("how busy is Dev in December?").calls


def test_the_same_of_what_was_never_named_is_asked_back() -> None:
    assert not planned("same for Apollo").calls


@pytest.mark.parametrize(("text", "meant"), [("the least?", "which project is the cheapest?"), ("and the cheapest?", "which project is the cheapest?"),
                                             ("the opposite?", "which project is the cheapest?")])
def test_the_other_end_of_an_order_is_asked_as_the_question_was(text: str, meant: str) -> None:
    plan = planned(text, DEAR)
    assert plan.says == f"I took that as “{meant}”."
    assert plan.calls == (("find_records", {"kind": "project", "sort": "budget"}),)


def test_the_cheapest_is_not_the_dearest() -> None:
    assert planned("which project is the cheapest?").calls == (("find_records", {"kind": "project", "sort": "budget"}),)


@pytest.mark.parametrize("text", ["which project is furthest behind?", "which project is the most delayed?", "which of our projects is most late?"])
def test_which_project_is_furthest_behind_is_no_ranking_by_value(text: str) -> None:
    assert planned(text).calls == (("find_records", {"kind": "project", "sort": "-finish delay"}),)


def test_the_smallest_risk_is_the_one_of_the_lowest_score() -> None:
    assert planned("which is the smallest risk?").calls == (("find_records", {"kind": "risk", "sort": "score", "limit": 1}),)


@pytest.mark.parametrize("text", ["how much of that is rent?", "and how much of it is for rent?", "how much of that went to the rent?"])
def test_a_part_of_an_amount_is_the_sum_of_the_costs_that_name_it(text: str) -> None:
    wanted = {"kind": "cost entry", "where": {"project": "DIONE", "type": "actual"}, "group": "total amount", "words": "rent"}
    assert planned(text, SPENT).calls == (("find_records", wanted),)


def test_what_of_a_list_of_costs_is_ordered_only_is_asked_by_its_type() -> None:
    costs = Past("show the costs of Dione", "6 cost entries", (Call("find_records", {"kind": "cost entry", "where": {"project": "DIONE"}}),), ("DIONE-C-6",))
    (_, said), = planned("how much of it is committed?", costs).calls
    assert said["where"] == {"project": "DIONE", "type": "commitment"}


def test_what_is_left_of_it_is_no_part_that_has_a_name() -> None:
    assert planned("how much of that is left?", SPENT).calls == (("explain_figure", {"figure": "budget_left", "project": "DIONE"}),)


@pytest.mark.parametrize("text", ["what about Ben", "and Ben?", "how about Ben?"])
def test_one_person_is_told_by_the_figure_of_the_list_whether_they_stand_on_it_or_not(text: str) -> None:
    assert planned(text, FREE).calls == (("explain_figure", {"figure": "load", "person": "Ben", "days": "in December"}),)


@pytest.mark.parametrize("text", ["what were the largest payments on Dione?", "the largest payment of Dione"])
def test_a_payment_is_an_invoice_and_no_order(text: str) -> None:
    (_, said), = planned(text).calls
    assert said["where"] == {"type": "actual", "project": "DIONE"}
    assert said["sort"] == "-amount"


def test_of_an_amount_that_is_of_the_whole_project_no_part_is_told() -> None:
    left = Past("what is left of the budget of Dione?", "405,000 EUR", (Call("explain_figure", {"figure": "budget_left", "project": "DIONE"}),), ("DIONE-B-1",))
    plan = planned("how much of that is rent?", left)
    assert not plan.calls
    assert plan.says.startswith("I cannot tell how much of the budget left is “rent”")


def test_the_same_of_a_question_without_a_name_is_the_same_call_of_another_project() -> None:
    over = Past("are we going to run over?", "not computable", (Call("explain_figure", {"figure": "overrun", "project": "DIONE"}),), ())
    assert planned("same for Apollo", over).calls == (("explain_figure", {"figure": "overrun", "project": "APOLLO"}),)


def test_a_whole_question_for_a_figure_goes_on_from_no_list() -> None:
    shown = Past("which benefits has Elara?", "2 benefits", (Call("find_records", {"kind": "benefit", "where": {"project": "ELARA"}}),), ("ELARA-BN-1",))
    assert planned("and when does Elara pay back?", shown).calls == (("explain_figure", {"figure": "payback", "project": "ELARA"}),)


@pytest.mark.parametrize("text", ["am I free in the week of 7 December?", "do I have time in the week of 7 December?", "am I available in the week of 7 December?"])
def test_whether_i_have_time_is_told_of_me_and_these_days(text: str) -> None:
    assert planned(text).calls == (("explain_figure", {"figure": "free hours", "person": "me", "days": "in the week of 7 December"}),)


def test_whether_it_is_too_much_for_somebody_is_their_load() -> None:
    assert planned("is that too much for Ben?").calls == (("explain_figure", {"figure": "load", "person": "Ben"}),)
