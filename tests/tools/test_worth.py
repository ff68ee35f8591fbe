"""Why a project is worth it or not: the reasons of that verdict, with their rules and the figures it is judged by."""
import pytest

from reports.blocks import Card, Fact, Text
from tests.tools.conftest import LayDesk
from tools.base import Result
from tools.desk import Desk
from tools.status_report import status_report


@pytest.fixture
def desk(desk_of: LayDesk) -> Desk:
    return desk_of("elena")


def shown(desk: Desk, name: str) -> Result:
    found = status_report.call(desk, {"project": name, "focus": "worth"})
    assert isinstance(found, Result)
    return found


def lead(desk: Desk, name: str) -> str:
    first = shown(desk, name).blocks[0]
    assert isinstance(first, Text)
    return first.text


def test_every_reason_of_the_verdict_on_its_value_stands_in_the_first_sentence(desk: Desk) -> None:
    assert lead(desk, "Dione") == ("As to its value Dione is no longer worth it: The NPV is negative: -146,423. "
                                   "The benefits have drifted by 45 %: promised 1,900,000, now expected 1,050,000.")


def test_each_reason_is_shown_with_its_rule_and_none_of_them_is_of_the_delivery(desk: Desk) -> None:
    cards = [b for b in shown(desk, "Apollo").blocks if isinstance(b, Card)]
    assert [card.lines[0].partition(":")[0] for card in cards] == ["Rule “losing value” (benefits)", "Rule “drifting” (benefits)"]


def test_the_figures_that_it_is_judged_by_follow(desk: Desk) -> None:
    assert {"NPV", "NPV approved", "benefits promised", "benefits forecast"} <= {b.label for b in shown(desk, "Dione").blocks if isinstance(b, Fact)}


def test_where_no_rule_fires_that_is_said(desk: Desk) -> None:
    assert lead(desk, "Borealis") == ("As to its value Borealis is worth it: no rule on its benefits, its business case or the strategy finds anything.")


def test_who_may_not_see_the_money_is_told_that_it_is_not_fully_judged(desk_of: LayDesk) -> None:
    assert "you may not see" in lead(desk_of("ben"), "Dione")
