"""The value of a project in worked cases: from today, after tax, by option, by assumption; benefits by confidence, kind and year; promoters."""
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
import pytest

from records.figures.base import Figure, display
from records.figures.business_case import npv, payback, roi
from records.figures.funded import objective_budget
from records.figures.internal_rate import irr, mirr
from records.figures.outlook import benefit_adjusted, benefit_at_risk, benefit_ramp, cashable_share, cost_to_realise
from records.figures.owed import promise_lost, shortfall
from records.figures.promoters import benefit_nps, metric_nps, nps
from records.figures.sensitivity import switching
from records.figures.this_month import month_overrun
from records.figures.value.to_come import to_come
from records.figures.worth import npv_ahead, npv_taxed, option_lead
from records.kinds import Benefit, BudgetLine, BusinessCase, CashFlow, CostEntry, Measurement, Objective, Project, Task
from tests.records.building import TODAY, Case, Made, flows, made

FOUR_YEARS = flows(10, "-300000", "100000", "100000", "100000", "100000")


def flow(year: int, amount: str, option: int | None = None) -> Made:
    return made(CashFlow, year=year, amount=Decimal(amount), business_case_id=option)


def benefit(title: str, expected: str, **values: object) -> Made:
    return made(Benefit, title=title, expected=Decimal(expected), **values)


def test_what_is_spent_is_left_out_of_the_value_ahead() -> None:
    case = Case(made(Project, discount_rate=10), flow(2025, "-500"), flow(2027, "110"))
    years = Decimal((date(2027, 7, 1) - TODAY).days) / 365
    assert case.number(npv_ahead) == Decimal(110) / Decimal("1.1") ** years
    assert "earlier years left out" in case.value(npv_ahead).how
    assert Case(made(Project), flow(2025, "-500")).value(npv_ahead).how == "no yearly cash flow lies ahead"


def test_this_years_money_flows_in_the_middle_of_what_is_left_of_the_year() -> None:
    """43 days are left after 18 November, so it flows 21 days from now."""
    found = Case(made(Project, discount_rate=10), flow(2026, "-500")).value(npv_ahead)
    assert found.number == Decimal(-500) / Decimal("1.1") ** (Decimal(21) / 365)
    assert found.how == ("1 year from 2026 on, each flow in the middle of its year, or of what is left of this one, at 10 % to 18 Nov 2026; "
                         "earlier years left out")


def test_what_is_paid_or_has_come_is_not_still_to_come() -> None:
    """Of 500 costs this year 200 are paid beyond the 100 of last year; of 60 gains 20 have come."""
    case = Case(made(Project, discount_rate=0), flow(2025, "-100"), flow(2026, "-500"), flow(2026, "60"), flow(2027, "900"),
                made(CostEntry, type="actual", amount=Decimal(300)), benefit("Calls", "960", realised=Decimal(20)))
    assert case.number(npv_ahead) == -300 + 40 + 900
    assert "the 220 that is paid or has come already left out" in case.value(npv_ahead).how


@given(st.lists(st.tuples(st.integers(2024, 2030), st.integers(-500, 0).map(Decimal)), max_size=6), st.integers(0, 3000).map(Decimal))
def test_what_is_done_comes_off_the_earliest_and_never_more_than_there_is(paid: list[tuple[int, Decimal]], done: Decimal) -> None:
    left = to_come(paid, done, 2026)
    assert all(amount <= rest <= 0 for (_, amount), rest in zip(paid, left, strict=True))
    assert all(not rest for (year, _), rest in zip(paid, left, strict=True) if year < 2026)
    before = -sum(amount for year, amount in paid if year < 2026)
    ahead = -sum(amount for year, amount in paid if year >= 2026)
    assert -sum(left) == max(ahead - max(done - before, Decimal(0)), Decimal(0))


def test_a_case_that_ends_below_nothing_does_not_pay_back() -> None:
    """-100 + 150 crosses after two thirds of a year; -90 leaves -40."""
    assert flows(8, "-100", "150", "-90").value(payback).how == "it pays back after 0.7 years, but later costs leave -40 in the end, not discounted"
    dips = flows(8, "-100", "150", "-90", "60").value(payback)
    assert dips.number == Decimal(2) / 3
    assert dips.how.endswith("; later costs take it below 0 again before it ends above")


def test_rates_of_return_are_shown_with_a_decimal() -> None:
    """-300 and four times 100: 12.59 %."""
    case = flows(10, "-300", "100", "100", "100", "100")
    assert display(irr, case.value(irr)) == "12.6 %"
    assert display(mirr, case.value(mirr)) == "11.5 %"            # (464.1 / 300) ** (1 / 4) - 1


def test_tax_is_on_gains_and_the_residual_value_comes_at_the_end_of_the_horizon() -> None:
    case = Case(made(Project, discount_rate=0), flow(2026, "-100"), flow(2027, "80"), flow(2028, "80"),
                made(BusinessCase, title="Do it", years=4, tax=25, residual=Decimal(10)))
    assert case.number(npv_taxed) == -100 + 60 + 60 + 10
    assert "in 2030" in case.value(npv_taxed).how
    assert "neither a tax rate nor" in Case(made(Project), flow(2026, "-100")).value(npv_taxed).how


def test_flows_of_an_option_that_is_not_done_do_not_count() -> None:
    case = Case(made(Project, discount_rate=0), made(BusinessCase, id=1, title="Buy", status="approved"),
                made(BusinessCase, id=2, title="Build", status="rejected"), flow(2026, "-100", 1), flow(2027, "150", 1), flow(2026, "-900", 2), flow(2027, "5"))
    assert case.number(npv) == 55
    assert case.number(roi) == 55


def test_options_are_compared_and_doing_nothing_is_worth_nothing() -> None:
    case = Case(made(Project, discount_rate=0), made(BusinessCase, id=1, key="BC-1", title="Buy", status="approved"),
                made(BusinessCase, id=2, key="BC-2", title="Build", status="draft"), made(BusinessCase, id=3, key="BC-3", title="Stay", option="do nothing"),
                flow(2026, "-100", 1), flow(2027, "150", 1), flow(2026, "-100", 2), flow(2027, "130", 2))
    found = case.value(option_lead)
    assert (found.number, found.how) == (Decimal(20), "“Buy” NPV 50 − “Build” NPV 30, at 0 %")
    assert [(p.key, p.said) for p in found.parts] == [("BC-1", "NPV 50"), ("BC-2", "NPV 30"), ("BC-3", "NPV 0")]
    alone = Case(made(Project, discount_rate=0), made(BusinessCase, title="Buy"), flow(2026, "-1"))
    assert "no two options" in alone.value(option_lead).how


def test_the_assumption_that_turns_the_value_first_is_named() -> None:
    found = FOUR_YEARS.value(switching)
    # NPV 16,986.54 of benefits worth 316,986.54 and costs of 300,000; the rate of return is 12.59 %.
    assert f"{found.number:.2f}" == "-5.36"
    assert found.how .startswith("NPV 16,987 at 10 % turns negative first with benefits −5.4 %, or, each alone, with costs +")
    assert [p.label for p in found.parts] == ["benefits", "costs", "discount rate", "benefits a year later"]
    assert found.parts[0].said == "−20 %: -46,411, −10 %: -14,712, +10 %: 48,685, +20 %: 80,384; NPV is 0 at −5.4 %"
    assert found.parts[1].said.endswith("NPV is 0 at +5.7 %")
    assert found.parts[2].said.endswith("NPV is 0 at +25.9 %")
    assert found.parts[3].said == "NPV -11,830"


def test_a_value_below_nothing_says_what_would_turn_it() -> None:
    found = flows(0, "-100", "80").value(switching)
    assert (found.number, found.how.partition(";")[0]) == (
        Decimal(-20), "NPV -20 at 0 % would become positive first with costs −20 %, or, each alone, with benefits +25 %")


@pytest.mark.parametrize(("case", "figure", "printed"), [(FOUR_YEARS, mirr, "11.53")])
def test_the_modified_rate_uses_the_projects_rate_for_both(case: Case, figure: Figure, printed: str) -> None:
    assert f"{case.number(figure):.2f}" == printed          # (464,100 / 300,000) ^ 1/4 - 1


def test_several_rates_of_return_are_named() -> None:
    assert flows(8, "-100", "230", "-132").value(irr).how == "the flows change sign 2 times, so several rates are possible: 10.0 % and 20.0 %"


def test_benefits_are_adjusted_for_how_sure_they_are_and_the_rest_is_at_risk() -> None:
    case = Case(made(Project), benefit("Calls", "400", forecast=Decimal(300), realised=Decimal(100), confidence=50),
                benefit("Invoices", "100"), benefit("Noise", "40", type="dis-benefit", confidence=100))
    assert case.number(benefit_adjusted) == 200 + 100 - 40
    assert case.number(benefit_at_risk) == 360 - 260
    assert "1 of them not doubted" in case.value(benefit_adjusted).how
    assert "nobody has said how sure" in Case(made(Project), benefit("Calls", "400")).value(benefit_at_risk).how


def test_only_what_a_budget_can_be_cut_by_is_cashable() -> None:
    case = Case(made(Project), benefit("Posts", "300", cashable="yes"), benefit("Time", "100"), benefit("Noise", "90", type="dis-benefit"))
    assert case.number(cashable_share) == 75


def test_benefits_grow_evenly_and_each_year_gets_its_days() -> None:
    case = Case(made(Project), benefit("Calls", "730", start=date(2026, 7, 1), end=date(2028, 6, 29)))        # 730 days
    found = case.value(benefit_ramp)
    assert found.number == 184
    assert [(p.label, p.said) for p in found.parts] == [("2026", "184"), ("2027", "365"), ("2028", "181")]


def test_what_realising_costs_is_summed_over_those_who_said() -> None:
    found = Case(made(Project), benefit("Calls", "1", cost_to_realise=Decimal(20)), benefit("Posts", "1")).value(cost_to_realise)
    assert (found.number, found.how) == (Decimal(20), "said for 1 of 2 benefits")


@pytest.mark.parametrize("figure", [nps, benefit_nps, metric_nps])
def test_promoters_less_detractors(figure: Figure) -> None:
    case = Case(*(made(Measurement, rating=rating, sample=n) for rating, n in ((10, 40), (9, 6), (8, 30), (7, 6), (6, 10), (0, 8))))
    found = case.value(figure)
    assert (found.number, found.how) == (Decimal(28), "46 % promoters − 18 % detractors of 100 answers")
    assert [p.said for p in found.parts] == ["46 of 100, 46 %", "36 of 100, 36 %", "18 of 100, 18 %"]
    assert "nobody has rated" in Case(made(Measurement, value=3.0)).value(figure).how


def test_a_benefit_owes_what_was_due_by_today_less_what_has_come() -> None:
    begun = Case(benefit("More", "1000", type="financial", realised=Decimal(100), start=date(TODAY.year - 1, TODAY.month, TODAY.day),
                         end=date(TODAY.year + 1, TODAY.month, TODAY.day)))
    assert round(begun.value(shortfall).number or Decimal(0)) == 401                      # 366 of 731 days, and 100 has come
    assert Case(benefit("More", "1000", type="financial", realised=Decimal(0), start=None, end=None)).value(shortfall).number is None


def test_what_is_lost_of_a_promise_is_what_is_no_longer_expected() -> None:
    case = Case(benefit("More", "1000", type="financial", forecast=Decimal(700), realised=Decimal(0), status="planned"))
    assert case.value(promise_lost).number == Decimal(300)


def test_an_objective_gets_the_budgets_of_its_projects_in_one_currency_only() -> None:
    goal, lines = made(Objective), (made(BudgetLine, project_id=1, amount=Decimal(300), type="budget"),
                                    made(BudgetLine, project_id=2, amount=Decimal(50), type="budget"))
    own = [made(Project, id=n, name=f"P{n}", phase="in delivery", currency="EUR") for n in (1, 2)]
    assert Case(goal, *own, *lines).value(objective_budget).number == Decimal(350)
    other = [own[0], made(Project, id=2, name="P2", phase="in delivery", currency="USD")]
    assert Case(goal, *other, *lines).value(objective_budget).number is None
    assert Case(goal, *lines).value(objective_budget).number == 0


def test_a_month_is_over_plan_by_what_was_booked_in_it_less_the_budget_of_the_work_planned_for_it() -> None:
    first = TODAY.replace(day=1)
    task = made(Task, status="in progress", hours=10, progress=0, start=first, due=TODAY, baseline_start=first, baseline_due=TODAY, points=None)
    case = Case(task, made(BudgetLine, amount=Decimal(1000), type="budget"), made(CostEntry, type="actual", on=TODAY, amount=Decimal(1200)),
                made(CostEntry, type="actual", on=first - timedelta(days=1), amount=Decimal(500)))
    assert case.value(month_overrun).number == Decimal(200)
