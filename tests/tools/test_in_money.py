"""What a list comes to stands before it, with its unit and the day; two projects stand beside each other."""
import pytest

from reports.blocks import Fact, Table, Text
from tests.tools.conftest import LayDesk
from tools.base import Result
from tools.desk import Desk
from tools.explain_figure import explain_figure
from tools.find_records import find_records
from tools.rank_portfolio import rank_portfolio
from tools.what_if import what_if


@pytest.fixture
def desk(desk_of: LayDesk) -> Desk:
    return desk_of("elena")


def found(desk: Desk, **asked: object) -> Result:
    made = find_records.call(desk, asked)
    assert isinstance(made, Result)
    return made


def first(made: object) -> str:
    assert isinstance(made, Result)
    assert isinstance(made.blocks[0], Text)
    return made.blocks[0].text


def test_a_list_of_amounts_says_first_what_they_come_to(desk: Desk) -> None:
    assert first(found(desk, kind="cost entry", where={"type": "commitment"})) == "4 cost entries: commitment 231,000 EUR in all, as of Wed 18 Nov 2026."


def test_what_is_spent_and_what_is_ordered_are_not_added_to_each_other(desk: Desk) -> None:
    assert "actual 1,607,000 EUR, commitment 231,000 EUR" in first(found(desk, kind="cost entry"))


def test_the_parts_of_a_grouped_list_say_their_money_the_greatest_first(desk: Desk) -> None:
    table = found(desk, kind="cost entry", where={"type": "commitment"}, group="supplier").blocks[1]
    assert isinstance(table, Table)
    assert table.rows[0] == ("Lichthaus", "1", "112,000 EUR")


def test_whoever_may_see_no_money_is_told_none(desk_of: LayDesk) -> None:
    said = str(found(desk_of("ben"), kind="budget line", where={"project": "Apollo"}).blocks)
    assert "EUR" not in said


def test_the_costs_of_a_thing_are_those_that_name_it_or_whose_budget_line_does(desk: Desk) -> None:
    said = first(found(desk, kind="cost entry", where={"type": "actual"}, group="total amount", words="licences"))
    assert said.startswith("Amount of 4 cost entries: 151,000 EUR in all")


def test_where_no_cost_names_the_thing_that_is_said_and_none_is_added_up(desk: Desk) -> None:
    said = first(found(desk, kind="cost entry", where={"type": "actual"}, group="total amount", words="consultants"))
    assert said == "No cost entry names “consultants” among the 27 that I looked through, so I cannot say what that came to."


def test_a_list_by_a_figure_says_first_what_it_comes_to(desk: Desk) -> None:
    assert first(found(desk, kind="project", where={"payback": "at most 3"})).startswith("Payback of 3 of 7 projects: Borealis 1.2 years, ")
    assert first(found(desk, kind="project", sort="-EAC")).startswith("EAC of 7 projects: 3,773,643 EUR in all; Fortuna 1,400,000 EUR, ")


def test_late_benefits_are_told_with_what_is_lacking_in_their_currency(desk: Desk) -> None:
    assert first(found(desk, kind="benefit", where={"shortfall": "above 0"})).startswith("Shortfall of 2 of 11 benefits: 56,385 EUR in all; Less energy ")


def test_an_objective_has_the_money_of_its_projects(desk: Desk) -> None:
    assert first(found(desk, kind="objective", sort="budget")).startswith("Budget of 5 objectives: 2,700,000 EUR in all; ")


def test_a_figure_says_its_day_beside_how_it_came_about(desk: Desk) -> None:
    made = explain_figure.call(desk, {"figure": "budget left", "project": "Dione"})
    assert isinstance(made, Result)
    shown = made.blocks[0]
    assert isinstance(shown, Fact)
    assert (shown.display, shown.how) == ("405,000 EUR", "budget 1,000,000 − spent 595,000; as of Wed 18 Nov 2026")


def test_the_rate_that_is_todays_is_answered_with_todays_value(desk: Desk) -> None:
    assert first(what_if.call(desk, {"supposing": "what is the NPV of Apollo at 8 %?"})).startswith("Apollo: NPV 8,963 EUR, ")


def test_a_delay_is_told_by_the_value_where_value_is_asked_for(desk: Desk) -> None:
    made = what_if.call(desk, {"supposing": "what happens to Apollo's value if it comes three months late?"})
    assert isinstance(made, Result)
    assert isinstance(made.blocks[1], Text)
    assert made.blocks[1].text == "Apollo: NPV -925 EUR instead of 8,963 EUR."


def test_two_projects_stand_beside_each_other_with_both_verdicts_first(desk: Desk) -> None:
    made = rank_portfolio.call(desk, {"project": "Apollo", "other": "Dione"})
    assert first(made).startswith("Apollo is off track and doubtful (NPV 8,963 EUR); Dione is on track and no longer worth it (NPV -146,423 EUR)")
    assert isinstance(made, Result)
    table = made.blocks[1]
    assert isinstance(table, Table)
    assert table.columns == ("", "Apollo", "Dione")


def test_what_to_stop_is_told_with_what_would_be_lost_from_today_on(desk: Desk) -> None:
    assert "only Fortuna -210,530 EUR would lose money if it went on" in first(rank_portfolio.call(desk, {"end": "bottom"}))
