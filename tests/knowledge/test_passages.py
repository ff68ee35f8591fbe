"""Where a text is cut: between sentences, each passage beginning within the one before."""
from hypothesis import given
from hypothesis import strategies as st

from knowledge.passages import cut, spans

SENTENCES = "One is here. Two is here. Three is here."


def pieces(text: str, longest: int, overlap: int) -> list[str]:
    return [text[a:b] for a, b in spans(text, longest, overlap)]


def test_sentences_are_kept_whole_and_the_last_ones_begin_the_next_passage() -> None:
    assert pieces(SENTENCES, 28, 13) == ["One is here. Two is here.", "Two is here. Three is here."]


def test_without_overlap_each_sentence_stands_once() -> None:
    assert pieces(SENTENCES, 26, 0) == ["One is here. Two is here.", "Three is here."]


def test_a_line_ends_a_sentence_and_what_has_neither_is_cut_between_words() -> None:
    assert pieces("- red\n- green\n", 8, 0) == ["- red", "- green"]
    assert pieces("one two three", 8, 0) == ["one two", "three"]
    assert pieces("x" * 20, 8, 0) == ["x" * 8, "x" * 8, "x" * 4]


def test_nothing_has_no_passage() -> None:
    assert pieces(" \n ", 8, 0) == []


@given(st.text("ab .\n", max_size=200), st.integers(5, 40), st.integers(0, 20))
def test_no_word_is_lost_and_no_passage_is_longer_than_it_may_be(text: str, longest: int, overlap: int) -> None:
    found = list(spans(text, longest, overlap))
    assert all(0 <= a < b <= len(text) and b - a <= longest for a, b in found)
    assert [a for a, _ in found] == sorted({a for a, _ in found})
    seen = {i for a, b in found for i in range(a, b)}
    assert all(text[i].isspace() for i in range(len(text)) if i not in seen)


def test_what_is_embedded_stands_below_its_headings_each_said_once() -> None:
    (only,) = cut("Rules", "Tools", "Lamps", "Red.")
    assert only.said == "Rules › Tools › Lamps\nRed."
    assert cut("Rules", "", "Rules", "Red.")[0].said == "Rules\nRed."
    assert only.counts["lamp"] == 3
    assert len(only.mark) == 64
