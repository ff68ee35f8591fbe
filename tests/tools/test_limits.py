"""An amount that is asked about, beside those of the clause that is quoted."""
import pytest

from reports.blocks import Text
from tools.desk.limits import beside_limits

BUYING = "Orders above 25,000 EUR need three offers and the consent of procurement."
CHANGES = "The project manager approves changes up to 5,000 EUR. The sponsor approves changes up to 50,000 EUR."


@pytest.mark.parametrize(("question", "clause", "told"), [
    ("do I need 3 offers for an app for 18k?", BUYING, "18,000 EUR is below the 25,000 EUR that it names."),
    ("three quotes for 30,000 EUR?", BUYING, "30,000 EUR is above the 25,000 EUR that it names."),
    ("who approves a change of 8,000 EUR?", CHANGES, "8,000 EUR is above the 5,000 EUR and below the 50,000 EUR that it names."),
])
def test_an_amount_is_said_to_lie_above_or_below_what_the_clause_names(question: str, clause: str, told: str) -> None:
    assert list(beside_limits(question, clause)) == [Text(told)]


@pytest.mark.parametrize("question", ["do I need three offers?", "offers for 18,000 USD?", "from 5k to 9k?", "above 25,000 EUR?"])
def test_nothing_is_said_without_one_amount_in_its_currency_that_is_another(question: str) -> None:
    assert not list(beside_limits(question, BUYING))
