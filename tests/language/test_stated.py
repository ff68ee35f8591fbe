"""What a text states in figures, in the one form it is compared in; what may be stated again."""
import pytest

from language.stated import known, stated


@pytest.mark.parametrize(("said", "forms"), [
    ("Apollo is off track at 46 % progress, due Fri 18 Dec 2026.", ["off track", "46%", "18 dec 2026"]),
    ("73,735 EUR over, 46 percent, CPI 0.85, −326,357", ["73735", "46%", "0.85", "-326357"]),
    ("four tasks, fifty percent, half of it", ["4", "50%", "half"]),
    ("December 4, 2026 is 2026-12-04 is the 4th December", ["4 dec 2026", "4 dec 2026", "4 dec"]),
    ("APOLLO-CR-2 is decided; the records say red", ["apollo-cr-2", "records say red"]),
    ("We have a plan, and it may work.", []),
])
def test_figures_days_keys_and_verdicts_are_found_in_one_form(said: str, forms: list[str]) -> None:
    assert [form for _, form in stated(said)] == forms


def test_a_small_bare_number_may_be_told_again_only_where_the_sentences_had_it() -> None:
    may = known("12 risks, 4 late, 73,735 EUR, 18 Dec 2026", "4 are late")
    assert {"4", "73735", "18 dec 2026", "18 dec"} <= may
    assert "12" not in may
