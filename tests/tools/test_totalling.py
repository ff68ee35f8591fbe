"""Sums and averages of a number over records, as a listing is asked for them."""
import pytest

from records.errors import BadInput
from reports.blocks import Table, Text
from tests.tools.conftest import LayDesk
from tools.base import Result
from tools.desk import Desk
from tools.find_records import find_records


@pytest.fixture
def desk(desk_of: LayDesk) -> Desk:
    return desk_of("paula")


def told(desk: Desk, **asked: object) -> str:
    found = find_records.call(desk, asked)
    assert isinstance(found, Result)
    return " ".join(b.text if isinstance(b, Text) else str(b.rows) for b in found.blocks if isinstance(b, Text | Table))


def test_money_is_added_up_in_its_currency_with_the_records_behind_it(desk: Desk) -> None:
    said = told(desk, kind="change request", where={"status": "submitted, evaluated"}, group="total cost effect")
    assert said.startswith("Cost effect of 2 change requests: 54,000 EUR in all, 27,000 EUR on average, as of Wed 18 Nov 2026.")
    assert "CORVUS-CR-1" in said


def test_an_average_is_told_first_where_it_is_asked_for(desk: Desk) -> None:
    assert told(desk, kind="task", where={"owner": "Ana"}, group="average hours").startswith("Hours of 3 tasks: 32 h on average, 96 h in all.")


def test_what_has_no_number_is_counted_apart(desk: Desk) -> None:
    said = told(desk, kind="task", where={"owner": "Ben, Dev"}, group="average hours")
    assert said.startswith("Hours of 15 tasks: 60.08 h on average, 781 h in all. 2 have none, not counted.")


def test_a_total_may_be_parted_by_another_field(desk: Desk) -> None:
    assert "('actual', '7', '231,500 EUR', '33,071.43 EUR')" in told(desk, kind="cost entry", where={"project": "Apollo"}, group="total amount by type")


def test_what_is_no_number_is_not_added_up(desk: Desk) -> None:
    with pytest.raises(BadInput, match="is no number to add up"):
        told(desk, kind="task", group="total owner")


@pytest.mark.parametrize("figure", ["actual cost", "CPI"])
def test_a_sum_over_projects_says_how_many_of_them_are_open(desk: Desk, figure: str) -> None:
    assert told(desk, kind="project", group=f"total {figure}").startswith(f"{figure[0].upper()}{figure[1:]} of 7 projects (6 open, 1 ended)")


def test_a_part_says_of_how_many_its_sum_is(desk: Desk) -> None:
    assert "('Dev Patel', '5 of 7', '317 h', '63.4 h')" in told(desk, kind="task", where={"owner": "Ben, Dev"}, group="total hours by owner")
