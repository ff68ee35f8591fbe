"""Efforts, money, percents and numbers."""
from decimal import Decimal

import pytest

from language.amounts import find_efforts, find_large, find_money, find_percents, read_effort, read_money, read_number


@pytest.mark.parametrize(("said", "hours"), {
    "6h": 6, "6 hours": 6, "6 hrs": 6, "1.5 days": 12, "1,5 days": 12, "2 pd": 16, "two person-days": 16, "half a day": 4, "a day": 8, "a week": 40,
    "2 weeks": 80,
    "one and a half days": 12, "a day and a half": 12, "1d 4h": 12, "1h30": 1.5, "30 min": 0.5, "an hour": 1, "6-hour": 6, "twenty hours": 20,
    "0.5h": 0.5,
}.items())
def test_an_effort_is_hours(said: str, hours: float) -> None:
    assert read_effort(said) == hours


@pytest.mark.parametrize("said", ["", "6", "some hours", "3D", "T-6h", "a while", "in 2 days", "2 months", "6h/day"])
def test_what_is_no_effort_is_none(said: str) -> None:
    assert read_effort(said) is None


@pytest.mark.parametrize(("text", "found"), {
    "fix the login page by next Friday, 6h": ["6h"], "review in two weeks, 6 hours": ["6 hours"], "ready in 2 days 6h": ["6h"],
    "2 days on the wiki": ["2 days"],
    "push it out by 2 days": [], "2 days late": [], "the last 14 days": [], "a week on Monday": [], "build a 3D model": [],
    "it needs half a day": ["half a day"],
    "two weeks' time": [], "8h a day": [], "5 days ago": [],
}.items())
def test_an_effort_is_told_from_a_date_and_a_delay(text: str, found: list[str]) -> None:
    assert [text[s.start:s.end] for s in find_efforts(text)] == found


@pytest.mark.parametrize(("said", "amount", "currency"), [
    ("€5k", "5000", "EUR"), ("5,000 EUR", "5000", "EUR"), ("1.2 million", "1200000", None), ("$3m", "3000000", "USD"), ("5.000,00 €", "5000", "EUR"),
    ("5.000 €", "5000", "EUR"), ("5.000", "5000", None), ("5,000", "5000", None), ("1.2 million euros", "1200000", "EUR"), ("five thousand euros",
    "5000", "EUR"),
    ("half a million dollars", "500000", "USD"), ("12 500 EUR", "12500", "EUR"), ("-€500", "-500", "EUR"), ("5 k€", "5000", "EUR"), ("EUR 1.2m",
    "1200000", "EUR"),
    ("1.234.567 €", "1234567", "EUR"), ("CHF 1'200.50", "1200.50", "CHF"), ("0.500 €", "0.5", "EUR"), ("€5.55", "5.55", "EUR"), ("250", "250", None),
    ("£1,234.56", "1234.56", "GBP"), ("1.500 million", "1500000", None)])
def test_money_is_an_amount_and_a_currency(said: str, amount: str, currency: str | None) -> None:
    assert read_money(said) == (Decimal(amount), currency)


@pytest.mark.parametrize("said", ["", "about five", "1.2.3 €", "much", "€", "5-10 EUR", "1,23,456 €"])
def test_what_is_no_amount_is_none(said: str) -> None:
    assert read_money(said) is None


def test_money_in_a_sentence_is_not_mixed_with_keys() -> None:
    text = "book 12,000 EUR for the agency and move 500 € from BL-12 500 USD"
    assert [s.value for s in find_money(text)] == [(Decimal(12000), "EUR"), (Decimal(500), "EUR"), (Decimal(500), "USD")]


@pytest.mark.parametrize(("text", "found"), {"T-12 60 %": ["60"], "12%": ["12"], "sixty percent done": ["60"], "T-12 100 %": ["100"],
    "0.5 per cent": ["0.5"],
                                            "60-70 %": [], "-5 %": ["-5"], "nothing": []}.items())
def test_percents_are_found(text: str, found: list[str]) -> None:
    assert [s.value for s in find_percents(text)] == [Decimal(n) for n in found]


@pytest.mark.parametrize(("said", "number"), {
    "12": "12", "1,200": "1200", "five": "5", "twenty-five": "25", "one hundred and twenty": "120", "-0.5": "-0.5", "12k": "12000", "5.000": "5",
    "half": "0.5",
    "two and a half": "2.5", "two hundred and five thousand": "205000", "1,234,567.5": "1234567.5", "0,75": "0.75", "a couple of": "2",
    "three million": "3000000",
}.items())
def test_a_number_is_read_in_figures_and_words(said: str, number: str) -> None:
    assert read_number(said) == Decimal(number)


@pytest.mark.parametrize("said", ["", "two three", "1.2.3", "twelve five", "many", "3/5", "12 monkeys", "million two million", "--5", "and"])
def test_what_is_no_number_is_none(said: str) -> None:
    assert read_number(said) is None


@pytest.mark.parametrize(("text", "said", "amount"), [
    ("Expected 60 thousand. Nora owns it", "60 thousand", 60_000), ("it costs a quarter of a million", "a quarter of a million", 250_000),
    ("half a million a year", "half a million", 500_000), ("three quarters of a million, please", "three quarters of a million", 750_000),
    ("two hundred thousand for rent", "two hundred thousand", 200_000), ("12k expected", "12k", 12_000), ("would be +45k", "45k", 45_000),
    ("1.2 million, please", "1.2 million", 1_200_000)])
def test_a_large_number_that_counts_nothing_named_is_an_amount(text: str, said: str, amount: int) -> None:
    ((words, value),) = [(text[s.start:s.end], s.value) for s in find_large(text)]
    assert (words, value) == (said, Decimal(amount))


@pytest.mark.parametrize("text", ["150 thousand visits a year", "a few thousand", "set it to 5 m", "two million customers"])
def test_a_large_number_of_things_is_no_amount(text: str) -> None:
    assert not list(find_large(text))
