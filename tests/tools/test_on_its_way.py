"""A number that is said to go down and would go up is asked about; a list of none says by which conditions; an order leaves projects out."""
import pytest

from records.errors import BadInput
from records.proposals import Proposal
from reports.blocks import Table, Text
from tests.tools.conftest import LayDesk
from tools.base import Result
from tools.change_records import change_records
from tools.find_records import find_records
from tools.rank_portfolio import rank_portfolio


def test_a_forecast_that_is_to_go_down_and_would_go_up_is_asked_about(desk_of: LayDesk) -> None:
    said = {"kind": "benefit", "where": {"key": "CORVUS-BN-2"}, "values": {"forecast": "down to 430k"}}
    with pytest.raises(BadInput, match=r"The forecast is 140,000.*would be up and not down"):
        change_records.call(desk_of("victor"), said)
    assert isinstance(change_records.call(desk_of("victor"), {**said, "values": {"forecast": "down to 130k"}}), Proposal)


def test_what_is_to_go_up_and_would_go_down_is_asked_about_too(desk_of: LayDesk) -> None:
    with pytest.raises(BadInput, match="would be down and not up"):
        change_records.call(desk_of("victor"), {"kind": "benefit", "where": {"key": "CORVUS-BN-2"}, "values": {"forecast": "up to 100k"}})


def test_a_list_of_none_names_its_conditions_and_how_many_there_are_without_one(desk_of: LayDesk) -> None:
    made = find_records.call(desk_of("paula"), {"kind": "decision", "where": {"decider": "Elena", "title": "decision and the"}})
    assert isinstance(made, Result)
    assert made.blocks[0] == Text("No decision that you may see has “decision and the” in its title. If that was to say something else, I could not read it; "
                                  "without it there is 1 decision (decider Elena).")


def test_an_order_of_the_projects_leaves_out_those_that_are_told(desk_of: LayDesk) -> None:
    made = rank_portfolio.call(desk_of("victor"), {"by": "NPV", "without": "Fortuna, DIONE"})
    assert isinstance(made, Result)
    assert made.blocks[0] == Text("Left out: DIONE, FORTUNA.")
    assert not {"FORTUNA", "DIONE"} & set(next(b for b in made.blocks if isinstance(b, Table)).keys)
