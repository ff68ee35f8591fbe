"""The mathematics of value: what Excel's documentation prints, to the last digit, and what holds for any flows."""
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
import pytest

from records.figures.value.discounting import mirr, npv_excel, present, roots, turns, xirr, xnpv

DATED = [(date(2008, 1, 1), Decimal(-10000)), (date(2008, 3, 1), Decimal(2750)), (date(2008, 10, 30), Decimal(4250)),
         (date(2009, 2, 15), Decimal(3250)), (date(2009, 4, 1), Decimal(2750))]
LOAN = ("-120000", "39000", "30000", "21000", "37000", "46000")


def decimals(*amounts: str) -> list[Decimal]:
    return [Decimal(a) for a in amounts]


@pytest.mark.parametrize(("rate", "amounts", "before", "printed"), [
    ("0.1", ("-10000", "3000", "4200", "6800"), "0", "1188.44"),
    ("0.08", ("8000", "9200", "10000", "12000", "14500"), "-40000", "1922.06"),
    ("0.08", ("8000", "9200", "10000", "12000", "14500", "-9000"), "-40000", "-3749.47")])
def test_npv_as_a_spreadsheet_counts_it(rate: str, amounts: tuple[str, ...], before: str, printed: str) -> None:
    assert f"{npv_excel(Decimal(rate), decimals(*amounts)) + Decimal(before):.2f}" == printed


@pytest.mark.slow
def test_npv_and_rate_of_return_of_dated_flows() -> None:
    assert f"{xnpv(Decimal('0.09'), DATED):.2f}" == "2086.65"
    assert f"{xirr(DATED):.9f}" == "0.373362534"           # the documentation prints .373362535, found by iteration to a hundred-millionth
    assert abs((xirr(DATED) or 0) - Decimal("0.373362535")) < Decimal("1e-8")


@pytest.mark.parametrize(("amounts", "reinvest", "printed"), [(LOAN, "0.12", "12.61"), (LOAN[:4], "0.12", "-4.80"), (LOAN, "0.14", "13.48")])
def test_modified_rate_of_return(amounts: tuple[str, ...], reinvest: str, printed: str) -> None:
    found = mirr(decimals(*amounts), Decimal("0.1"), Decimal(reinvest))
    assert found is not None
    assert f"{100 * found:.2f}" == printed


def test_a_row_without_cost_or_without_gain_has_no_modified_rate() -> None:
    assert mirr(decimals("-1", "-2"), Decimal(0), Decimal(0)) is None
    assert mirr(decimals("1", "2"), Decimal(0), Decimal(0)) is None
    assert mirr(decimals("-1"), Decimal(0), Decimal(0)) is None


def test_both_rates_of_a_row_that_turns_twice_are_found() -> None:
    flows = dict(enumerate(decimals("-100", "230", "-132")))
    assert [f"{rate:.6f}" for rate in roots(lambda r: present(flows, r, 0))] == ["0.100000", "0.200000"]
    assert turns(list(flows.values())) == 2
    assert xirr([(date(2026, 1, 1), Decimal(100))]) is None


@pytest.mark.slow
@given(st.lists(st.decimals(Decimal(-9_000), Decimal(9_000), places=2), min_size=2, max_size=6))
def test_at_every_rate_of_return_the_value_is_nothing(amounts: list[Decimal]) -> None:
    flows = dict(enumerate(amounts))
    for rate in roots(lambda r: present(flows, r, 0)):
        assert abs(present(flows, rate, 0)) < Decimal("1e-9")


@given(st.lists(st.decimals(Decimal(-9_000), Decimal(9_000), places=2), min_size=1, max_size=6), st.decimals(Decimal(0), Decimal(1), places=3))
def test_a_spreadsheet_counts_one_period_later(amounts: list[Decimal], rate: Decimal) -> None:
    assert abs(npv_excel(rate, amounts) * (1 + rate) - present(dict(enumerate(amounts)), rate, 0)) < Decimal("1e-15")
