"""What a choice among projects goes by, in worked cases: scores, the board's weights, money still needed, hours by role."""
from datetime import date
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from language.customs import Customs
from records.figures.portfolio.costing import Ahead
from records.figures.portfolio.staffing import has, takes
from records.figures.portfolio.weighing import USUAL, swaps, weighed
from records.figures.scoring import board_score, cost_ahead, wsjf
from records.kinds import Absence, Allocation, BudgetLine, CashFlow, CostEntry, Driver, Office, Person, Project, Task
from records.kinds.base import Record
from tests.records.building import FUTURE, PAST, Case, made

SCORED = made(Project, business_value=8, time_criticality=5, risk_reduction=3, job_size=5, strategic_fit=6, delivery_risk=4, finish=date(2027, 1, 31))
points = st.fixed_dictionaries({name: st.integers(0, 10).map(Decimal) for name in USUAL})


def row(kind: type[Record], **values: Any) -> Any:
    return SimpleNamespace(**made(kind, **values).values)


def test_the_shortest_job_with_the_greatest_delay_comes_first() -> None:
    found = Case(SCORED).value(wsjf)
    assert found.number == Decimal("3.2")
    assert found.how == "(business value 8 + time criticality 5 + risk reduction 3) / job size 5"
    assert Case(made(Project, job_size=3)).value(wsjf).how == "nobody has scored its business value and its time criticality and its risk reduction"


def test_the_usual_weights_hold_until_the_board_sets_its_own() -> None:
    found = Case(SCORED).value(board_score)
    # 8 * 30 + 6 * 20 + 5 * 15 + 3 * 10 + (10 - 4) * 10 = 525, of 85 % that are scored
    assert found.number == Decimal(525) / 85
    assert "the usual weights, as the board has set none; without value for money, not scored" in found.how
    own = Case(SCORED, *(made(Driver, name=name, weight=weight) for name, weight in (("business value", 3), ("delivery risk", 1), ("strategic fit", 0))))
    assert own.number(board_score) == Decimal("7.5")
    assert [(p.label, p.said) for p in own.value(board_score).parts] == [("business value", "8.0 points × 75 % = 6.00"),
                                                                        ("delivery risk", "6.0 points × 25 % = 1.50")]


def test_a_benefit_cost_ratio_of_two_is_worth_all_points() -> None:
    alone = made(Driver, name="value for money", weight=1)
    for gain, score in (("100", "5"), ("200", "10"), ("500", "10"), ("50", "2.5")):
        case = Case(made(Project, discount_rate=0), alone, made(CashFlow, year=2026, amount=Decimal(-100)), made(CashFlow, year=2027, amount=Decimal(gain)))
        assert case.number(board_score) == Decimal(score)


def test_a_project_with_too_little_scored_has_no_score() -> None:
    assert Case(made(Project, strategic_fit=9)).value(board_score).how.startswith("too little of the weight is scored: it has no business value")


@given(points, points)
def test_at_the_weight_that_is_named_two_projects_change_places(first: dict[str, Decimal], second: dict[str, Decimal]) -> None:
    for driver, weight in swaps(first, second, USUAL):
        by = {**USUAL, driver: weight}
        one, other = weighed(first, by), weighed(second, by)
        assert one is None or other is None or abs(one - other) < Decimal("1e-20")


def test_money_still_needed_is_what_is_left_of_the_budget_over_the_days_that_are_left() -> None:
    case = Case(SCORED, made(BudgetLine, amount=Decimal(1000)), made(CostEntry, type="actual", amount=Decimal(250)),
                made(CostEntry, type="commitment", amount=Decimal(9)))
    found = case.value(cost_ahead)          # 75 days from 18 November to 31 January, 44 of them this year
    assert found.number == 750
    assert [(p.label, p.said) for p in found.parts] == [("2026", "440"), ("2027", "310")]


def test_lines_that_name_their_year_and_costs_of_a_business_case_fall_into_it() -> None:
    lined = Case(SCORED, made(BudgetLine, amount=Decimal(70), year=2025), made(BudgetLine, amount=Decimal(30), year=2027))
    assert lined.number(cost_ahead) == 30
    flows = Case(SCORED, *(made(CashFlow, year=year, amount=Decimal(amount)) for year, amount in ((2025, -9), (2026, -5), (2027, -6), (2027, 90))))
    assert flows.value(cost_ahead).how == "2026: 5, 2027: 6, by the costs of its business case by year"
    assert Case(SCORED).value(cost_ahead).how == "it has neither a budget nor costs in a business case"


def test_what_a_budget_does_not_pay_for_costs_what_the_business_case_says() -> None:
    """1,000 are budgeted until 31 January; the purchase of next year is in the business case alone."""
    found = Case(SCORED, made(BudgetLine, amount=Decimal(750)), *(made(CashFlow, year=2026 + n, amount=Decimal(a)) for n, a in enumerate((-9, -4000, 90)))
                 ).value(cost_ahead)
    assert [(p.label, p.said) for p in found.parts] == [("2026", "440"), ("2027", "4,000")]
    assert found.how.endswith("what is left of the budget, evenly until 31 Jan 2027; in 2027 its business case costs more, which counts")


def test_money_still_needed_is_the_estimate_of_the_rest_where_there_is_one() -> None:
    """Half is earned for 600 of 1,000: by CPI 0.83 the rest costs 600, not the 400 that are left of the budget."""
    found = Case(SCORED, made(BudgetLine, amount=Decimal(1000)), made(CostEntry, type="actual", amount=Decimal(600)),
                 made(Task, hours=10, status="done", due=PAST), made(Task, hours=10, due=FUTURE)).value(cost_ahead)
    assert found.number == 600
    assert "by the estimate of the rest (ETC), evenly until 31 Jan 2027" in found.how


def test_money_still_needed_falls_into_the_offices_own_years() -> None:
    """The year of the office runs from April: 18 November to 31 March are 134 days of FY2027, April 30 of FY2028."""
    april = made(Office, key="O-1", fiscal_month=4)
    until = made(Project, finish=date(2027, 4, 30))
    found = Case(until, april, made(BudgetLine, amount=Decimal(1640))).value(cost_ahead)
    assert [(p.label, p.said) for p in found.parts] == [("FY2027", "1,340"), ("FY2028", "300")]
    assert found.how == "FY2027: 1,340, FY2028: 300, by what is left of the budget, evenly until 30 Apr 2027; FY2027 begins on 1 Apr 2026"
    assert "O-1" in found.keys
    lined = Case(until, april, *(made(BudgetLine, amount=Decimal(n), year=2020 + n) for n in (6, 7, 8)))
    assert [(p.label, p.said) for p in lined.value(cost_ahead).parts] == [("FY2027", "7"), ("FY2028", "8")]        # FY2026 ended in March
    assert "O-1" not in Case(until, made(Office, key="O-1", fiscal_month=1), made(BudgetLine, amount=Decimal(7))).value(cost_ahead).keys


def test_a_finish_beyond_all_years_still_has_its_money_in_years() -> None:
    endless = Case(made(Project, finish=date.max), made(Office, fiscal_month=4), made(BudgetLine, amount=Decimal(10)))
    assert endless.number(cost_ahead) == 10
    assert "and 7961 more years" in endless.value(cost_ahead).how           # 2027 to 9999 are 7,973


def test_a_period_takes_its_share_of_a_years_days() -> None:
    april = Ahead({2027: Decimal(365)}, "", customs=Customs(first_month=4))
    assert april.between(date(2026, 4, 1), date(2026, 4, 30)) == 30
    ahead = Ahead({2027: Decimal(365), 2028: Decimal(366)}, "")
    assert ahead.between(date(2027, 12, 1), date(2028, 1, 31)) == 31 + 31
    assert ahead.between(date(2029, 1, 1), date(2029, 12, 31)) == 0


def test_hours_of_a_role_are_those_of_its_people_without_absences() -> None:
    first, last = date(2027, 1, 4), date(2027, 1, 17)
    people = [row(Person, id=1, job="Developer", weekly_hours=40), row(Person, id=2, job="developer", weekly_hours=20),
              row(Person, id=3, job="", weekly_hours=40)]
    away = [row(Absence, person_id=1, start=date(2027, 1, 11), end=date(2027, 1, 30))]
    assert has(people, away, first, last) == {"developer": 40 + 40}
    taken = [row(Allocation, person_id=2, role="", hours=14, start=date(2027, 1, 10), end=date(2027, 3, 1)),
             row(Allocation, person_id=None, role=" Tester ", hours=7, start=date(2026, 1, 1), end=date(2027, 1, 4)),
             row(Allocation, person_id=3, role="", hours=7, start=first, end=last)]
    assert takes(taken, {1: "Developer", 2: "developer", 3: ""}, first, last) == {"developer": 16, "tester": 1}
