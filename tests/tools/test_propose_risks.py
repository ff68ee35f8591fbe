"""Risks from early signs: cause, event and effect with what was read, with what a response may cost, and never twice for one cause."""
from decimal import Decimal

from records.proposals import Create, Proposal
from reports.blocks import Table
from tests.tools.conftest import LayDesk
from tools.base import Result
from tools.desk import Desk
from tools.portfolio_summary import portfolio_summary
from tools.propose_risks import propose_risks


def proposed(desk: Desk, project: str) -> Proposal:
    made = propose_risks.call(desk, {"project": project})
    assert isinstance(made, Proposal)
    return made


def test_a_risk_has_cause_event_effect_and_the_record_it_comes_from(desk_of: LayDesk) -> None:
    found = proposed(desk_of("ana"), "Apollo")
    risks = [wish for wish in found.wishes if isinstance(wish, Create)]
    assert [r.source for r in risks] == ["watch: burning of APOLLO", "watch: losing benefit of APOLLO", "watch: depending of APOLLO-DP-1"]
    assert risks[0].values["cost_impact"] == Decimal(106183)
    login = risks[2].values
    assert login["title"] == "Keyward delivers too late"
    assert login["cause"] == ("“Login service from the identity supplier” is needed from Keyward by 8 Dec 2026, and it is promised for 15 Dec 2026, "
                              "7 days later.")
    assert (login["effect"], login["response"]) == ("The pilot starts a week late.", "Weekly call with Keyward.")


def test_the_note_says_what_a_response_may_cost(desk_of: LayDesk) -> None:
    assert "Exposure: 65 % of 100,000 is 65,000; a response that halves the chance pays below 32,500." in proposed(desk_of("ana"), "Apollo").note


def test_the_portfolio_shows_the_signs_of_all_projects_the_asker_may_see(desk_of: LayDesk) -> None:
    made = portfolio_summary.call(desk_of("paula"), {"focus": "watch"})
    assert isinstance(made, Result)
    table = made.blocks[0]
    assert isinstance(table, Table)
    assert table.title == "Early signs: 7"
    assert {row[0] for row in table.rows} == {"Elara", "Dione", "Apollo", "Corvus"}
