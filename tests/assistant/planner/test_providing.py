"""Orders under a condition: counted first, then proposed or not."""
import pytest

from assistant.planner.planning import Asked
from tests.assistant.planner.asking import ALL, NAMES, TODAY, planned, planner

ASKED = Asked(NAMES, TODAY, (), "Ana Ruiz")
FEWER = "if Ben has fewer than five open tasks, give him T-12"


def test_the_condition_is_looked_up_first() -> None:
    assert planned(FEWER).calls == (("find_records", {"kind": "task", "where": {"owner": "Ben", "status": "not done, cancelled"}}),)


@pytest.mark.parametrize(("count", "says", "tools"), [(4, "“Ben has fewer than five open tasks” is so: 4.", ["change_records"]),
                                                      (5, "“Ben has fewer than five open tasks” is not so: 5. I propose nothing.", [])])
def test_what_was_counted_decides(count: int, says: str, tools: list[str]) -> None:
    plan = planner().then(FEWER, ASKED, ALL, count)
    assert plan
    assert (plan.says, [name for name, _ in plan.calls]) == (says, tools)


def test_him_is_whom_the_condition_names() -> None:
    plan = planner().then(FEWER, ASKED, ALL, 0)
    assert plan
    assert plan.calls[0][1]["values"] == {"owner": "Ben"}


@pytest.mark.parametrize(("said", "where"), {
    "if APOLLO-T-5 is done, start APOLLO-T-10": {"key": "APOLLO-T-5", "status": "done"},
    "if Apollo's CPI is below 0.9, put it on hold": {"key": "APOLLO", "CPI": "below 0.9"},
    "put Apollo on hold if its CPI is below 0.9": {"key": "APOLLO", "CPI": "below 0.9"}}.items())
def test_a_state_or_figure_of_one_record_is_a_condition(said: str, where: dict[str, str]) -> None:
    assert planned(said).calls[0][1]["where"] == where


def test_unless_turns_it_round() -> None:
    said = "give T-12 to Ben unless he has more than 5 open tasks"
    much, little = (planner().then(said, ASKED, ALL, n) for n in (6, 5))
    assert much
    assert little
    assert much.says == "“Ben has more than 5 open tasks” is so: 6. I propose nothing."
    assert [name for name, _ in little.calls] == ["change_records"]


def test_a_condition_that_cannot_be_read_proposes_nothing() -> None:
    plan = planned("if the moon is full, mark T-12 done")
    assert not plan.calls
    assert plan.says.startswith("I could not read “the moon is full” as a condition")


@pytest.mark.parametrize("said", ["what if Ben leaves?", "remind me on Friday if the supplier has not answered, on Corvus"])
def test_what_is_no_order_under_a_condition_is_read_as_before(said: str) -> None:
    assert "find_records" not in {name for name, _ in planned(said).calls}
