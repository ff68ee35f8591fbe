"""Whether to stop or to go on with a project: what is spent, what is to come, and what it is worth from today on."""
import pytest

from records.figures.business_case import npv
from records.figures.earned_value import ac, eac, etc
from records.figures.worth import npv_ahead
from records.kinds import Project
from reports.blocks import Fact, Text
from tests.tools.conftest import LayDesk
from tools.base import Result
from tools.desk import Desk
from tools.status_report import status_report


@pytest.fixture
def desk(desk_of: LayDesk) -> Desk:
    return desk_of("elena")


def shown(desk: Desk, name: str) -> tuple[str, dict[str, str]]:
    found = status_report.call(desk, {"project": name, "focus": "stop"})
    assert isinstance(found, Result)
    lead = found.blocks[0]
    assert isinstance(lead, Text)
    return lead.text, {b.label: b.display for b in found.blocks if isinstance(b, Fact)}


def number(desk: Desk, name: str, figure: object) -> str:
    project = desk.named(Project, name)
    return f"{desk.book(project).value(project, figure).number:,.0f}"  # type: ignore[arg-type]


def test_what_is_spent_is_left_out_of_whether_to_go_on_and_both_worths_are_told(desk: Desk) -> None:
    told, _ = shown(desk, "Dione")
    ahead = number(desk, "Dione", npv_ahead)
    assert told.startswith(f"By the records Dione is worth going on with: from today on, what is spent left out, it brings {ahead} EUR")
    assert f"Over its whole life it loses money (NPV {number(desk, 'Dione', npv)} EUR" in told


def test_what_stays_spent_what_would_be_saved_and_what_orders_oblige_to_are_told(desk: Desk) -> None:
    told, facts = shown(desk, "Dione")
    assert f"Spent so far: {number(desk, 'Dione', ac)} EUR, which stays spent." in told
    left, end = (number(desk, "Dione", f) for f in (etc, eac))
    assert f"save at most the {left} EUR still to come (EAC {end} − spent), less what 112,000 EUR of orders" in told
    assert facts["NPV ahead"] == f"{number(desk, 'Dione', npv_ahead)} EUR"


def test_what_would_lose_money_from_today_on_is_said_to(desk: Desk) -> None:
    assert shown(desk, "Fortuna")[0].startswith("By the records Fortuna loses money if it goes on: from today on")


def test_what_is_closed_cannot_be_stopped(desk: Desk) -> None:
    assert shown(desk, "Elara")[0].startswith("Elara is closed: there is nothing left to stop.")


def test_who_may_not_see_the_money_is_told_so_and_no_advice(desk_of: LayDesk) -> None:
    told, _ = shown(desk_of("ben"), "Corvus")
    assert "which you may not see" in told
    assert "whoever decides" not in told
