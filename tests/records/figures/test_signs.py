"""A figure whose name speaks of one direction is told by its sign, in words."""
from decimal import Decimal

import pytest

from records.figures import FIGURES
from records.figures.base import Value, amount, called, cell, display
from records.figures.benefits import drift
from records.figures.budget import overrun
from records.figures.earned_value import ac, cv


@pytest.mark.parametrize(("number", "name", "alone", "in_a_column"), [
    (73_735, "forecast over budget", "73,735 EUR", "73,735 EUR over"), (-201_646, "forecast under budget", "201,646 EUR", "201,646 EUR under"),
    (0, "forecast against budget", "0 EUR", "0 EUR"), (Decimal("-0.3"), "forecast against budget", "0 EUR", "0 EUR")])
def test_a_forecast_is_over_or_under_the_budget_by_its_sign(number: Decimal, name: str, alone: str, in_a_column: str) -> None:
    value = Value(Decimal(number), "")
    assert (called(overrun, value), amount(overrun, value, "EUR"), cell(overrun, value, "EUR")) == (name, alone, in_a_column)


def test_benefits_are_below_or_above_what_was_promised() -> None:
    assert [(called(drift, v), cell(drift, v)) for v in (Value(Decimal(24), ""), Value(Decimal(-5), ""))] == [
        ("benefits below promise", "24 % below promise"), ("benefits above promise", "5 % above promise")]


def test_a_variance_keeps_its_sign_and_says_what_it_means() -> None:
    spent = Value(Decimal(-87_052), "")
    assert (called(cv, spent), amount(cv, spent, "EUR"), cell(cv, spent, "EUR")) == ("cost variance, cost above what was earned", "-87,052 EUR", "-87,052 EUR")


def test_any_other_figure_is_told_as_it_is() -> None:
    spent = Value(Decimal(-40), "")
    assert (called(ac, spent), cell(ac, spent, "EUR")) == (ac.title, display(ac, spent, "EUR"))


def test_each_name_by_a_sign_has_both_words_or_none() -> None:
    assert [f.name for f in FIGURES if f.signs and bool(f.signs.over) != bool(f.signs.under)] == []
