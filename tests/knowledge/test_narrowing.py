"""What is shown where there is little room: the sentences that speak of the question first."""
from knowledge.narrowing import Found, narrowed

TEXT = "Doors are painted. " * 20 + "Lamps are red. " + "Walls are washed. " * 20


def test_the_sentences_with_the_words_of_the_question_come_first() -> None:
    best = narrowed([Found(7, 100, TEXT, 0.9)], {"lamp": 2.0})[0]
    assert (best.section, "Lamps are red." in TEXT[best.start - 100:best.stop - 100]) == (7, True)


def test_a_better_passage_outweighs_a_word() -> None:
    first = narrowed([Found(1, 0, "Lamps are red.", 0.3), Found(2, 0, "Colours of light.", 0.9)], {"lamp": 2.0})[0]
    assert first.section == 2


def test_nothing_found_is_nothing_shown() -> None:
    assert narrowed([], {"lamp": 2.0}) == []
