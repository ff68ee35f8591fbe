"""The worked cases of the field, exact to the last printed digit."""
from decimal import Decimal

import pytest

from records.figures.base import Figure
from records.figures.benefits import drift
from records.figures.budget import budget_left, overrun
from records.figures.business_case import bcr, discounted_payback, npv, payback, roi
from records.figures.earned_value import ac, bac, committed, cpi, cv, eac, etc, ev, pv, spi, sv, tcpi, vac
from records.figures.internal_rate import irr
from records.figures.risks import risk_exposure, top_risk
from records.kinds import Benefit, BudgetLine, Risk, Task
from tests.records.building import FUTURE, LATER, PAST, Case, earned, flows, made
from tests.records.figures.printed import as_printed

FIRST = ("100000", "50000", "40000", "45000")
SECOND = ("100", "70", "50", "70")
THIRD = ("200000", "120000", "100000", "90000")


@pytest.mark.parametrize(("case", "figure", "printed"), [
    (FIRST, bac, "100000"), (FIRST, pv, "50000"), (FIRST, ev, "40000"), (FIRST, ac, "45000"), (FIRST, committed, "7"),
    (FIRST, cv, "-5000"), (FIRST, sv, "-10000"), (FIRST, cpi, "0.8889"), (FIRST, spi, "0.8000"), (FIRST, eac, "112500.00"), (FIRST, etc, "67500"),
    (FIRST, vac, "-12500"), (FIRST, overrun, "12500"), (FIRST, tcpi, "1.0909"), (FIRST, budget_left, "55000"),
    (SECOND, spi, "0.714"), (SECOND, cpi, "0.714"), (SECOND, sv, "-20"), (SECOND, cv, "-20"), (SECOND, tcpi, "1.667"),
    (("5000000", "1500000", "1500000", "1800000"), eac, "6000000"),
    (THIRD, cv, "10000"), (THIRD, sv, "-20000"), (THIRD, cpi, "1.111"), (THIRD, spi, "0.833"), (THIRD, eac, "180000"),
])
def test_earned_value(case: tuple[str, str, str, str], figure: Figure, printed: str) -> None:
    assert as_printed(earned(*case).number(figure), printed) == printed


FOUR_YEARS = (10, "-300000", "100000", "100000", "100000", "100000")
HANDBOOK = ("-70000", "12000", "15000", "18000", "21000", "26000")


@pytest.mark.parametrize(("case", "figure", "printed"), [
    (FOUR_YEARS, roi, "33.33"), (FOUR_YEARS, npv, "16986.54"), (FOUR_YEARS, irr, "12.59"), (FOUR_YEARS, payback, "3.00"),
    (FOUR_YEARS, discounted_payback, "3.75"), (FOUR_YEARS, bcr, "1.0566"),
    ((8, "-40000", "8000", "9200", "10000", "12000", "14500"), npv, "1922.06"),
    ((8, "-40000", "8000", "9200", "10000", "12000", "14500", "-9000"), npv, "-3749.47"),
    ((8, *HANDBOOK[:5]), irr, "-2.1"), ((8, *HANDBOOK), irr, "8.7"), ((8, *HANDBOOK[:3]), irr, "-44.4"),
])
def test_business_case(case: tuple[float | str, ...], figure: Figure, printed: str) -> None:
    rate, *amounts = case
    assert as_printed(flows(float(rate), *map(str, amounts)).number(figure), printed) == printed


def test_a_spreadsheet_counts_from_the_end_of_the_first_year() -> None:
    ours = flows(10, "-10000", "3000", "4200", "6800").number(npv)
    assert as_printed(ours / Decimal("1.1"), "1188.44") == "1188.44"


def test_agile_earned_value_by_points() -> None:
    sprints = [made(Task, points=50, due=due, start=start, progress=done, status="done" if done == 100 else "in progress")
               for start, due, done in ((None, PAST, 100), (None, PAST, 60), (FUTURE, LATER, 0), (FUTURE, LATER, 0), (FUTURE, LATER, 0))]
    case = Case(made(BudgetLine, amount=Decimal(200000)), *sprints)
    assert case.number(pv) == 80000
    assert case.number(ev) == 64000
    assert case.value(ev).how == "progress 32.0 % × budget 200,000"


@pytest.mark.parametrize(("probability", "cost", "exposure"), [(2, 80000, 24000), (1, 40000, 4000)])
def test_risk_exposure_is_chance_times_cost(probability: int, cost: int, exposure: int) -> None:
    assert Case(made(Risk, probability=probability, cost_impact=Decimal(cost))).number(risk_exposure) == exposure


def test_a_risk_of_four_and_five_scores_twenty() -> None:
    assert Case(made(Risk, title="Late", probability=4, impact=5), made(Risk, probability=5, impact=5, status="closed")).number(top_risk) == 20


def test_drift_is_the_lost_share_of_the_promise() -> None:
    assert Case(made(Benefit, expected=Decimal(400), forecast=Decimal(300))).number(drift) == 25
