"""Orders under a condition: counted first, then proposed or not."""
import pytest

from assistant.planner.heard.plan import Asked
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


@pytest.mark.parametrize(("said", "where", "counts"), [
    ("if more than 9 tasks of Apollo are overdue, log an issue “late” for Ana", {"status": "not done, cancelled", "due": "before today", "project": "APOLLO"}, (9, 10)),
    ("if more than 3 of Apollo's tasks are overdue, give T-12 to Ben", {"status": "not done, cancelled", "due": "before today", "project": "APOLLO"}, (3, 4)),
    ("if the number of open risks of Apollo is above 2, give T-12 to Ben", {"status": "not closed", "project": "APOLLO"}, (2, 3)),
    ("set T-12 to high if at least one task of Corvus is blocked", {"status": "blocked", "project": "CORVUS"}, (0, 1))])
def test_so_many_records_of_a_project_are_counted_and_no_figure_of_the_project(said: str, where: dict[str, str], counts: tuple[int, int]) -> None:
    assert planned(said).calls[0][1]["where"] == where
    no, yes = (planner().then(said, ASKED, ALL, n) for n in counts)
    assert no
    assert yes
    assert not no.calls
    assert no.says.endswith(f"is not so: {counts[0]}. I propose nothing.")
    assert f"is so: {counts[1]}." in yes.says


@pytest.mark.parametrize(("said", "where"), {
    "if the CPI of Apollo is below 0.95 add a risk that we overrun the budget, owner Ana": {"key": "APOLLO", "CPI": "below 0.95"},
    "if APOLLO-T-12 isn't done give it to Mia": {"key": "APOLLO-T-12", "status": "not done"},
    "if CORVUS-R-1 scores above 10, set its review to Friday": {"key": "CORVUS-R-1", "score": "above 10"},
    "if Apollo is red, create a task for Ana to write a recovery plan": {"key": "APOLLO", "colour": "red"},
    "if Ben's load is above 100 % give T-12 to Mia": {"key": "P-3", "load": "above 100"},
    "if Dev has less than 30 hours of open work give him the release notes too": {"key": "P-9", "workload": "below 30"},
    "if the NPV of Dione is negative, put it on hold": {"key": "DIONE", "NPV": "below 0"},
    "when APOLLO-T-5 is done, give T-12 to Mia": {"key": "APOLLO-T-5", "status": "done"}}.items())
def test_a_condition_is_looked_up_with_a_comma_behind_it_or_none(said: str, where: dict[str, str]) -> None:
    assert [name for name, _ in planned(said).calls] == ["find_records"]
    assert planned(said).calls[0][1]["where"] == where


def test_its_review_is_that_of_the_record_in_the_condition() -> None:
    plan = planner().then("if CORVUS-R-1 scores above 10, set its review to Friday", ASKED, ALL, 1)
    assert plan
    assert plan.calls[0][1]["where"] == {"key": "CORVUS-R-1"}


@pytest.mark.parametrize(("said", "turned"), [("if Mia is away next week, give T-11 to Ben", False), ("if Mia isn't away next week, give T-11 to Ben", True)])
def test_who_is_away_is_looked_up_among_absences(said: str, turned: bool) -> None:  # noqa: FBT001 - a case
    kind, where = (planned(said).calls[0][1][n] for n in ("kind", "where"))
    assert (kind, where["person"]) == ("absence", "Mia")
    plan = planner().then(said, ASKED, ALL, 0)
    assert plan
    assert bool(plan.calls) == turned


@pytest.mark.parametrize(("said", "owner"), [
    ("if Ben has no open tasks give T-15 to Ana, otherwise to Dev", "Dev"), ("if Ben has no open tasks, give him T-15. Otherwise give it to Dev.", "Dev"),
    ("give T-15 to Ana if she has fewer than 2 open tasks, else to Dev", "Dev"), ("if Ben has no open tasks, give T-15 to Ana, else do nothing", None),
    ("if Ben has no open tasks, give T-15 to Ana; otherwise do nothing", None)])
def test_what_is_to_be_done_otherwise_is_done_where_it_is_not_so(said: str, owner: str | None) -> None:
    plan = planner().then(said, ASKED, ALL, 6)
    assert plan
    assert [args["values"] for _, args in plan.calls] == ([{"owner": owner}] if owner else [])
    assert "is not so: 6." in plan.says
    assert "Left out" not in plan.says


@pytest.mark.parametrize("said", [
    "if APOLLO-T-5 is overdue by more than a week, give it to Dev", "if Apollo costs more than 400,000, give T-15 to Ana",
    "if nobody is free, move T-12 to 18 December", "if Ana and Ben are away next week, move T-12 to 18 December",
    "if Elena hasn't decided APOLLO-CR-2, give T-15 to Ana", "once the moon is full mark T-12 done"])
def test_of_a_condition_that_is_read_in_part_nothing_is_said_to_be_so(said: str) -> None:
    plan = planned(said)
    assert not plan.calls
    assert plan.says.startswith("I could not read “")
    assert planner().then(said, ASKED, ALL, 1) is None


def test_nothing_waits_for_a_day_to_come() -> None:
    plan = planned("if APOLLO-T-9 isn't done by Friday, give it to Dev")
    assert not plan.calls
    assert "I do not wait until “Friday”, so I propose nothing." in plan.says


def test_what_cannot_be_computed_is_neither_so_nor_not() -> None:
    plan = planner().then("if the CPI of Fortuna is below 0.95, put it on hold", ASKED, ALL, None)
    assert plan
    assert not plan.calls
    assert plan.says == "Whether “the CPI of Fortuna is below 0.95” is so cannot be told, so I propose nothing."


@pytest.mark.parametrize("said", ["if possible, move T-12 to 18 December", "if you can, move T-12 to 18 December", "move T-12 to 18 December if possible"])
def test_courtesy_is_no_condition(said: str) -> None:
    assert [name for name, _ in planned(said).calls] == ["change_records"]


@pytest.mark.parametrize("said", ["when T-5 is done, tell me", "when is T-12 due?", "when we say go-live we mean the milestone Portal live"])
def test_when_is_no_condition_of_what_is_told_or_asked(said: str) -> None:
    assert "as a condition" not in planned(said).says
