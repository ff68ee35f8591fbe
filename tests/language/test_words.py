"""The lexicon: meanings, comparisons, and that other rooms find what they ask for."""
import pytest

from language.words import words


@pytest.mark.parametrize(("said", "heard"), {
    "by Friday": ("at most", "Friday"), "no later than 3 December": ("at most", "3 December"), "not before Monday": ("at least", "Monday"),
    "before Monday": ("before", "Monday"), "after Monday": ("after", "Monday"), "at least 5": ("at least", "5"), "below 0.9": ("below", "0.9"),
    "more than 100": ("above", "100"), "over 5k": ("above", "5k"), ">= 5": ("at least", "5"), "<5": ("below", "5"), "not Ben": ("not", "Ben"),
    "nobody": ("empty", ""),
    "not empty": ("not empty", ""), "contains login": ("has", "login"), "Ben": ("is", "Ben"), "notable": ("is", "notable"), "is red": ("is", "red"),
    "": ("is", ""),
}.items())
def test_a_comparison_is_heard_at_the_beginning(said: str, heard: tuple[str, str]) -> None:
    assert words().compared(said) == heard


def test_the_lexicon_is_read_once() -> None:
    assert words() is words("en")


def test_the_longest_wording_wins() -> None:
    assert words().any_of("leads").startswith("(?:no\\s+later\\s+than") or "not\\s+later\\s+than" in words().any_of("leads")
