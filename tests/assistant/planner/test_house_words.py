"""A word of the house's own is the word, whatever opens the sentence."""
import pytest

from assistant.planner.reworded.house_words import house_word
from tests.assistant.planner.asking import planned


@pytest.mark.parametrize("said", ['in our house "parked" means on hold', "with us parked means on hold", 'around here, "parked" stands for on hold',
                                  "in our office 'parked' is short for on hold", 'fyi: in this company "parked" refers to on hold'])
def test_the_word_that_is_defined_is_the_word(said: str) -> None:
    (_, args), = planned(said).calls
    assert args["values"]["word"] == "parked"
    assert args["values"]["choice"] == "on hold"


@pytest.mark.parametrize("said", ["what does parked mean here?", "this means on hold", "how is Apollo doing", "that means trouble"])
def test_another_sentence_stays_as_it_is(said: str) -> None:
    assert house_word(said) == said
