"""What is left of a request once its values are taken out is a title only where the words around do not speak against it."""
from decimal import Decimal

import pytest

from language.amounts import read_money
from tests.assistant.planner.asking import planned


@pytest.mark.parametrize(("said", "title"), [
    ("invoice from Lichtwerk GmbH came in, 8,450 euros, dated 16 Nov, goes on elara", "Lichtwerk GmbH"),
    ("add a milestone Pilot to Apollo on 15 December", "Pilot"),
    ("We might lose our designer on Apollo. Log that as a risk", "We might lose our designer")])
def test_a_record_is_called_by_what_it_is_about(said: str, title: str) -> None:
    ((_, args),) = planned(said).calls
    assert args["values"]["title"] == title


def test_it_is_asked_where_nothing_sounds_like_a_title() -> None:
    assert planned("add 5000 to the hosting budget line").says == "What should it be called?"


@pytest.mark.parametrize(("said", "field"), [
    ("the server is down since this morning, log an issue on Apollo", "raised on"), ("yesterday we decided to keep the old shelves on Dione", "decided on")])
def test_a_day_that_has_gone_by_is_no_due_date(said: str, field: str) -> None:
    ((_, args),) = planned(said).calls
    assert field in args["values"]
    assert not {"due", "decide by"} & args["values"].keys()


def test_a_number_in_words_is_taken_whole() -> None:
    ((_, args),) = planned("zephyr needs a budget line for legal fees, thirty thousand, category services").calls
    assert read_money(args["values"]["amount"]) == (Decimal(30000), None)


def test_a_fulfilled_day_goes_where_the_words_put_it() -> None:
    said = "Good news, the letter of intent of Zephyr was signed on Monday, please enter Monday as the day it really happened"
    assert all("forecast" not in args.get("values", {}) for _, args in planned(said).calls)
