"""In how many days something is, how sure it is, what others are told, and what a supposition leaves as it is."""
import pytest

from reports.blocks import Fact, Table, Text
from tests.tools.conftest import LayDesk
from tools.base import Result, Tool
from tools.desk import Desk
from tools.explain_figure import explain_figure
from tools.find_records import find_records
from tools.portfolio_summary import portfolio_summary
from tools.show_record import show_record
from tools.status_report import status_report
from tools.what_if import what_if


@pytest.fixture
def desk(desk_of: LayDesk) -> Desk:
    return desk_of("paula")


def told(desk: Desk, tool: Tool, **said: object) -> str:
    made = tool.call(desk, said)
    assert isinstance(made, Result)
    return "\n".join(b.text if isinstance(b, Text) else f"{b.label} {b.display} {b.how}" if isinstance(b, Fact) else "" for b in made.blocks)


def test_a_day_that_is_still_to_come_is_told_with_the_days_until_then(desk: Desk) -> None:
    gate = told(desk, find_records, kind="milestone", where={"key": "APOLLO-MS-2"})
    assert "Gate 2: build approved (APOLLO-MS-2): forecast Mon 7 Dec 2026, in 19 days." in gate
    assert "due Tue 24 Nov 2026, in 6 days." in told(desk, show_record, record="APOLLO-T-12", field="due")
    assert "as of Wed 18 Nov 2026, in 96 days" in told(desk, explain_figure, figure="expected finish", project="Apollo")


def test_who_may_not_see_what_a_forecast_rests_on_is_told_the_wanted_finish(desk_of: LayDesk) -> None:
    assert "its wanted finish is Fri 22 Jan 2027, in 65 days." in told(desk_of("ben"), explain_figure, figure="expected finish", project="Apollo")


def test_how_certain_a_day_is_is_the_share_of_simulated_courses_that_keep_it(desk: Desk) -> None:
    assert "15 % of the simulated courses end by 22 Feb 2027" in told(desk, explain_figure, figure="range of the finish", project="Apollo", days="22 Feb")
    assert "1,518 of 10,000 courses" in told(desk, explain_figure, figure="chance in time", project="Apollo", days="22 Feb")


def test_what_cannot_be_simulated_is_said_and_the_forecasts_stand(desk: Desk) -> None:
    said = told(desk, explain_figure, figure="range of the finish", project="Corvus")
    assert "how likely each is cannot be computed: no task waits for another" in said
    assert "to 22 Feb 2027 (by its pace so far)" in said


def test_a_task_that_slips_less_than_its_float_leaves_the_finish_as_it_is_and_both_are_said(desk: Desk) -> None:
    said = told(desk, what_if, supposing="what if APOLLO-T-12 slips by a week?")
    assert "The expected finish of Apollo stays Mon 22 Feb 2027, by its pace so far." in said
    assert "“Test the invoice download” (APOLLO-T-12): total float 23.6 days" in said
    assert "Apollo: ," not in said


def test_a_task_may_be_supposed_on_another_day(desk: Desk) -> None:
    assert "Supposing that APOLLO-T-12 comes on 20 Jan 2027." in told(desk, what_if, supposing="what if APOLLO-T-12 moves to 20 January 2027?")


def test_a_note_holds_how_it_stands_when_it_ends_what_it_costs_and_what_is_wanted(desk: Desk) -> None:
    said = told(desk, status_report, project="Apollo", focus="note")
    for part in ("Apollo is off track at 46 % progress", "expected to finish on Mon 22 Feb 2027", "expected to cost 493,735 EUR", "The NPV was approved at",
                 "To be decided: Add single sign-on for dealers (APOLLO-CR-2)", "nothing was sent"):
        assert part in said
    assert "The portfolio, Wed 18 Nov 2026" in told(desk, portfolio_summary, focus="note")


def test_the_three_questions_of_a_board_are_of_the_worst_projects(desk: Desk) -> None:
    made = portfolio_summary.call(desk, {"focus": "questions"})
    assert isinstance(made, Result)
    (table,) = (b for b in made.blocks if isinstance(b, Table))
    assert [row[:2] for row in table.rows] == [("Dione", "Is it still worth it?"),
                                               ("Apollo", "Why is it declared green when the records say red?"),
                                               ("Zephyr", "When will it be finished, and how sure is that?")]


def test_the_most_paid_supplier_is_named_first_and_what_has_none_stands_last(desk: Desk) -> None:
    made = find_records.call(desk, {"kind": "cost entry", "where": {"type": "actual"}, "group": "total amount by supplier"})
    assert isinstance(made, Result)
    assert "The most: Immovia 275,000 EUR, Lichthaus 228,000 EUR, Stapelwerk 134,000 EUR." in told(
        desk, find_records, kind="cost entry", where={"type": "actual"}, group="total amount by supplier")
    (table,) = (b for b in made.blocks if isinstance(b, Table))
    assert table.rows[-1][0] == "none"
