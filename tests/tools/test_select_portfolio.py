"""Choosing projects in words: the wish is read, the choice keeps every limit, and each project is told why it is in or out."""
from datetime import date
from decimal import Decimal
from types import SimpleNamespace
from typing import Any, cast

import pytest

from assistant.settings import Settings
from language.counting import Period
from records import changing, planning, sample
from records.database import Database
from records.errors import BadInput, NotFound
from records.figures.portfolio.selecting import Candidate, Limits, choose
from records.kinds import Project, Scenario
from records.proposals import Change, Create, Proposal
from reports.blocks import Block, Choices, Table, Text
from tests.records.building import made
from tests.tools.conftest import NOW, LayDesk
from tools.base import Result
from tools.desk import Desk
from tools.desk.selecting.candidates import Field
from tools.desk.selecting.reasons import impossible, why
from tools.desk.selecting.wish import ALWAYS, Wish, read
from tools.plan_scenario import plan_scenario
from tools.select_portfolio import select_portfolio

TODAY = NOW.date()
NAMES = {"Apollo": "APOLLO", "Dione": "DIONE", "Fortuna": "FORTUNA"}
YEAR, NEXT = Period(date(2027, 1, 1), date(2027, 12, 31)), Period(date(2028, 1, 1), date(2028, 12, 31))


@pytest.mark.parametrize(("said", "budgets"), [
    ("which projects should we fund with 2 million next year", ((YEAR, 2_000_000),)), ("what should we do with 500k", ((ALWAYS, 500_000),)),
    ("with 2 million in 2027 and 1.5 million in 2028", ((YEAR, 2_000_000), (NEXT, 1_500_000))), ("for 2027 under 800,000 EUR", ((YEAR, 800_000),)),
    ("with the people we have next year", ()), ("fund the top 5 projects in 2027", ())])
def test_each_amount_belongs_to_its_period(said: str, budgets: tuple[tuple[Period, int], ...]) -> None:
    assert read(said, TODAY, NAMES).budgets == tuple((period, Decimal(amount)) for period, amount in budgets)


@pytest.mark.parametrize(("said", "must", "without"), [
    ("2 million, Apollo must be in", ("APOLLO",), ()), ("2 million without Dione and Fortuna", (), ("DIONE", "FORTUNA")),
    ("2 million with Apollo but not Dione", ("APOLLO",), ("DIONE",)), ("2 million, drop Fortuna, keep Dione", ("DIONE",), ("FORTUNA",))])
def test_what_is_named_is_in_unless_it_is_said_to_be_out(said: str, must: tuple[str, ...], without: tuple[str, ...]) -> None:
    found = read(said, TODAY, NAMES)
    assert (found.must, found.without) == (must, without)


def test_a_wish_is_said_again_as_it_is_understood() -> None:
    assert read("fund with 2 million EUR next year by NPV", TODAY, NAMES) == Wish(((YEAR, Decimal(2_000_000)),), YEAR, measure="NPV", currency="EUR")
    assert read("2 million EUR next year", TODAY, NAMES).said == "2,000,000 EUR in 2027"


def a_field(**of: tuple[int, int, bool]) -> Field:
    """Candidates by key: worth, money, whether it must be done; 100 of money, B needs A, and C and D rule each other out."""
    projects = {key: cast("Any", SimpleNamespace(**made(Project, name=f"P{key}", phase="planning").values)) for key in of}
    candidates = tuple(Candidate(key, Decimal(worth), {"money": Decimal(money)}, must) for key, (worth, money, must) in of.items())
    return Field(projects, candidates, Limits({"money": Decimal(100)}, (("B", "A"),), (("C", "D"),)), "score", "EUR")


def reasons(field: Field) -> dict[str, str]:
    found = choose(field.candidates, field.limits)
    assert found is not None
    return {c.key: why(field, found, c) for c in field.candidates}


def test_each_project_is_told_why_it_is_in_or_out_and_what_it_would_take() -> None:
    told = reasons(a_field(A=(5, 60, False), B=(3, 20, False), C=(2, 10, False), D=(1, 10, False), E=(2, 50, False), F=(-1, 5, False)))
    assert told == {
        "A": "PB needs it; without it the best is 6.00 points less, with PE",
        "B": "without it the best is 3.00 points less",
        "C": "without it the best is 1.00 points less, with PD",
        "D": "PC is in and rules it out; it would push out PC and cost 1.00 points",
        "E": "money: 40 EUR more would be needed beside the others; it would push out PA and PB and cost 6.00 points",
        "F": "is worth -1.00 points, which lowers the whole"}


def test_why_nothing_can_be_chosen_is_said() -> None:
    assert impossible(a_field(A=(1, 70, True), E=(1, 40, True))) == "PA and PE must be done and alone take 110 EUR of 100 EUR money"
    assert impossible(a_field(C=(1, 10, True), D=(1, 10, True))) == "PC and PD must both be done, and rule each other out"
    assert impossible(a_field(A=(1, 90, False), B=(1, 20, True))) == "PB must be done, and what they need does not fit into the limits"


@pytest.fixture
def desk(desk_of: LayDesk) -> Desk:
    return desk_of("victor")


def blocks(desk: Desk, said: str) -> tuple[Block, ...]:
    found = select_portfolio.call(desk, {"wish": said})
    assert isinstance(found, Result)
    return found.blocks


def rows(shown: tuple[Block, ...]) -> dict[str, tuple[str, ...]]:
    return {row[1]: row for b in shown if isinstance(b, Table) for row in b.rows}


def money(shown: tuple[Block, ...]) -> int:
    return sum(int(row[4].partition(" ")[0].replace(",", "")) for row in rows(shown).values() if row[0] == "in")


def test_a_smaller_budget_holds_no_more_than_it_is(desk: Desk) -> None:
    for budget in (2_000_000, 300_000, 120_000):
        shown = blocks(desk, f"which projects should we fund with {budget:,} EUR next year?")
        assert money(shown) <= budget
        assert all(row[5] for row in rows(shown).values())
        assert any(isinstance(b, Choices) for b in shown)


def test_what_is_named_is_in_or_left_out(desk: Desk) -> None:
    shown = blocks(desk, "which projects should we fund with 3 million EUR in 2027, Fortuna must be in, without Dione?")
    assert rows(shown)["FORTUNA"][0] == "in"
    assert "Dione (you leave it out)" in next(b.note for b in shown if isinstance(b, Table))


def test_too_little_for_what_must_be_done_is_said(desk: Desk) -> None:
    (said,) = blocks(desk, "which projects can we afford with 1,000 EUR next year, Zephyr must be in?")
    assert isinstance(said, Text)
    assert said.text.startswith("That cannot be done: Zephyr must be done and alone take")


def test_without_money_or_time_it_is_asked_for(desk: Desk) -> None:
    with pytest.raises(BadInput, match="How much money is there"):
        blocks(desk, "which projects should we do?")


def test_a_member_is_told_of_no_restricted_project_and_of_no_money(desk_of: LayDesk) -> None:
    shown = str(blocks(desk_of("ben"), "which projects should we fund with 2 million next year?"))
    assert "Zephyr" not in shown
    assert "which you may not see" in shown


def test_a_choice_is_saved_as_a_scenario_and_no_project_is_touched(desk: Desk) -> None:
    proposal = plan_scenario.call(desk, {"wish": "save scenario “Autumn”: 300,000 EUR in 2027"})
    assert isinstance(proposal, Proposal)
    (made_,) = proposal.wishes
    assert isinstance(made_, Create)
    assert made_.kind == "scenario"
    in_ = {key for key, row in rows(blocks(desk, "fund with 300,000 EUR in 2027")).items() if row[0] == "in"}
    assert set(str(made_.values["included"]).split(", ")) == in_
    assert (made_.values["title"], made_.values["budget"], made_.values["start"]) == ("Autumn", Decimal(300_000), date(2027, 1, 1))
    assert Scenario.model_validate(made_.values).wish == "300,000 EUR in 2027"


def keep(settings: Settings, **values: object) -> None:
    """Save a scenario and put some projects into another phase, as the office itself."""
    with Database(settings.url).writing() as tx:
        wishes = (Create("scenario", {"title": "Lean", "wish": "100,000 in 2027", **values}), Change("project", ("CORVUS",), {"phase": "on hold"}))
        changing.apply(tx, sample.OFFICE, planning.plan(tx, sample.OFFICE, Proposal(wishes), TODAY), NOW)


def test_a_scenario_is_carried_out_by_one_change_request_for_each_project_that_would_change(settings: Settings, desk_of: LayDesk) -> None:
    keep(settings, included="APOLLO, CORVUS, FORTUNA", left_out="DIONE, ELARA")
    proposal = plan_scenario.call(desk_of("victor"), {"wish": "apply scenario Lean"})
    assert isinstance(proposal, Proposal)
    *requests, told = proposal.wishes
    assert [w.values["title"] for w in requests if isinstance(w, Create)] == [
        "Resume: Corvus (scenario Lean)", "Start: Fortuna (scenario Lean)", "Put on hold: Dione (scenario Lean)"]
    assert {w.kind for w in requests if isinstance(w, Create)} == {"changerequest"}
    assert len(requests) == 3
    assert isinstance(told, Change)
    assert (told.kind, told.values) == ("scenario", {"status": "proposed"})


def test_scenarios_are_compared_side_by_side(settings: Settings, desk_of: LayDesk) -> None:
    keep(settings, included="APOLLO", left_out="DIONE", budget=Decimal(100_000))
    (said, table) = blocks(desk_of("victor"), "compare the scenarios")
    assert isinstance(said, Text)
    assert isinstance(table, Table)
    at = table.columns.index("Lean")
    assert {row[0]: row[at] for row in table.rows}["projects"] == "1"
    assert {row[0]: row[at] for row in table.rows}["Apollo"] == "in"
    assert {row[0]: row[at] for row in table.rows}["budget"] == "100,000"


def test_who_may_not_see_every_project_is_told_of_no_scenarios_projects(settings: Settings, desk_of: LayDesk) -> None:
    keep(settings, included="APOLLO", left_out="ZEPHYR")
    for tool, said in ((select_portfolio, "compare the scenarios"), (plan_scenario, "apply scenario Lean")):
        with pytest.raises(BadInput, match="You may not see which projects a scenario holds"):
            tool.call(desk_of("ana"), {"wish": said})
    assert not {"included", "left_out", "wish"} & set(desk_of("ana").reader.columns(Scenario))


@pytest.mark.parametrize(("said", "why_not"), [("save this", "Which scenario"), ("save this as scenario Autumn", "What does the scenario Autumn hold"),
                                               ("apply scenario Nowhere", "There is no scenario")])
def test_what_is_missing_is_asked_for(desk: Desk, said: str, why_not: str) -> None:
    with pytest.raises((BadInput, NotFound), match=why_not):
        plan_scenario.call(desk, {"wish": said})



def told(desk: Desk, wish: str) -> tuple[str, dict[str, tuple[str, str]]]:
    """What is said, and by project whether it is in and for how much."""
    blocks = select_portfolio.call(desk, {"wish": wish}).blocks  # type: ignore[union-attr]
    rows = {str(row[1]): (str(row[0]), str(row[4])) for b in blocks if isinstance(b, Table) for row in b.rows}
    return " ".join(b.text for b in blocks if isinstance(b, Text)), rows


def test_a_budget_pays_for_what_the_business_case_and_the_estimate_of_the_rest_say(desk_of: LayDesk) -> None:
    """Zephyr's purchase is in its business case alone; of Apollo's ETC 262,235 22 of 66 days fall into 2027."""
    said, rows = told(desk_of("victor"), "which projects should we fund with 2 million next year?")
    assert rows["ZEPHYR"] == ("out", "4,000,000 EUR")
    assert rows["APOLLO"] == ("in", "87,412 EUR")
    assert "Look again at what is in: no longer worth it: Dione" in said
    assert "Points are the scores of the projects by the board's weights, each from 0 to 10, added up." in said


def test_where_everything_fits_no_other_list_is_told(desk_of: LayDesk) -> None:
    said, rows = told(desk_of("victor"), "which projects should we fund with 30 million next year?")
    assert {state for state, _ in rows.values()} == {"in"}
    assert "All that can be compared is in." in said
    assert "A list by score" not in said
