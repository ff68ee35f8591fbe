"""Every figure of value and portfolio comes to the same from nothing but the records its receipt names, whatever the records."""
from datetime import timedelta
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st
import pytest

from records.figures.base import Figure
from records.figures.internal_rate import mirr
from records.figures.outlook import benefit_adjusted, benefit_at_risk, benefit_ramp, cashable_share, cost_to_realise
from records.figures.promoters import nps
from records.figures.scoring import board_score, cost_ahead, wsjf
from records.figures.sensitivity import switching
from records.figures.strategic_chain import chain, contribution, objective_chain, proven
from records.figures.worth import npv_ahead, npv_taxed, option_lead
from records.kinds import Benefit, BudgetLine, BusinessCase, CashFlow, CostEntry, Driver, Measurement, Objective, Project
from tests.records.building import TODAY, Case, Made, made

FIGURES: tuple[Figure, ...] = (mirr, benefit_adjusted, benefit_at_risk, benefit_ramp, cashable_share, cost_to_realise, nps, board_score, cost_ahead, wsjf,
                               switching, chain, contribution, objective_chain, proven, npv_ahead, npv_taxed, option_lead)
maybe = st.none()
few = st.integers(1, 3)
ten = maybe | st.integers(0, 10)
days = st.integers(-400, 400).map(lambda n: TODAY + timedelta(days=n))
amounts = st.decimals(Decimal(-90_000), Decimal(90_000), places=2)
positive = st.decimals(Decimal(1), Decimal(90_000), places=2)
records = st.one_of(
    st.builds(made, st.just(CashFlow), year=st.integers(2024, 2032), amount=amounts, forecast=maybe | amounts, business_case_id=maybe | few),
    st.builds(made, st.just(BusinessCase), id=few, title=st.just("Option"), option=st.sampled_from(["do nothing", "do it", "do more"]), years=few,
              status=st.sampled_from(["draft", "recommended", "approved", "rejected"]), residual=maybe | positive, tax=st.sampled_from([0, 25])),
    st.builds(made, st.just(Benefit), id=few, title=st.just("Gain"), expected=positive, forecast=maybe | amounts, realised=st.just(Decimal(0)) | positive,
              start=maybe | days, end=maybe | st.integers(401, 900).map(lambda n: TODAY + timedelta(days=n)), cashable=st.sampled_from(["no", "yes"]),
              confidence=maybe | st.sampled_from([0, 50, 100]), type=st.sampled_from(["financial", "dis-benefit"]), cost_to_realise=maybe | positive,
              objective_id=maybe | few, milestone_id=maybe | few, review=maybe | days),
    st.builds(made, st.just(BudgetLine), amount=positive, year=maybe | st.integers(2025, 2028)),
    st.builds(made, st.just(CostEntry), type=st.sampled_from(["actual", "commitment"]), amount=positive),
    st.builds(made, st.just(Measurement), benefit_id=maybe | few, rating=ten, sample=maybe | few),
    st.builds(made, st.just(Driver), name=st.sampled_from(["business value", "value for money", "delivery risk"]), weight=st.integers(0, 9)))
projects = st.builds(made, st.just(Project), discount_rate=st.integers(0, 30), business_value=ten, time_criticality=ten, risk_reduction=ten,
                     job_size=maybe | few, strategic_fit=ten, delivery_risk=ten, objective_id=maybe | few, start=maybe | days, finish=maybe | days,
                     phase=st.just("in delivery"))


@pytest.mark.slow
@settings(max_examples=150)
@given(st.lists(records, max_size=9), projects)
def test_a_receipt_gives_the_same_value_again(world: list[Made], project: Made) -> None:
    case = Case(project, made(Objective, title="Grow"), *world)
    for figure in FIGURES:
        found = case.value(figure)
        assert found.how, figure.name
        if found.number is not None:
            assert case.narrowed(found.keys).value(figure).number == found.number, (figure.name, found)
