"""A text in pieces is cut where sentences, items and tables end, and nowhere else."""
from hypothesis import given, settings
from hypothesis import strategies as st
import pytest

from assistant.guarding.sentences import Sentences

TEXTS = {
    "sentences": ("Hello there. The CPI is [[apollo.cpi]]. It is 0.85, e.g. low. Dr. Smith agrees! Really? yes.",
                  ["Hello there.", "The CPI is [[apollo.cpi]].", "It is 0.85, e.g. low.", "Dr. Smith agrees!", "Really?", "yes."]),
    "days and numbers": ("On 3 Jan. 2026 it ends. See No. 5 for more. J. Smith left. It ends etc. The next.",
                         ["On 3 Jan. 2026 it ends.", "See No. 5 for more.", "J. Smith left.", "It ends etc.", "The next."]),
    "a list": ("These matter:\n\n- First. Still first.\n  and more of it\n- Second: 0.85\n\nAfter it. End",
               ["These matter:", "- First. Still first.\n  and more of it", "- Second: 0.85", "After it.", "End"]),
    "a numbered list": ("1. Alpha\n2. Beta\n3) Gamma", ["1. Alpha", "2. Beta", "3) Gamma"]),
    "a table": ("| a | b |\n|---|---|\n| 1. x | 2 |\n\nDone so.", ["| a | b |\n|---|---|\n| 1. x | 2 |", "Done so."]),
    "a marker": ("One line\nanother line\n\n[[block:1]]\n\nNext.", ["One line", "another line", "[[block:1]]", "Next."]),
    "a source behind the stop": ("The board decides. [[cite:2]] [[cite:3]] It is due. [[cite:4]]\n[[block:1]]",
                                 ["The board decides. [[cite:2]] [[cite:3]]", "It is due. [[cite:4]]", "[[block:1]]"]),
    "a month without its year": ("It was due Mon 9 Nov. I cannot see it. Until 24 Nov. 2026 it waits.",
                                 ["It was due Mon 9 Nov.", "I cannot see it.", "Until 24 Nov. 2026 it waits."]),
    "quotations": ("“Quoted.” Then more (really.) Then.", ["“Quoted.”", "Then more (really.)", "Then."]),
    "no blanks": ("中文。第二句！好", ["中文。", "第二句！", "好"]),
}


@pytest.mark.parametrize("name", TEXTS)
@settings(max_examples=30)
@given(sizes=st.lists(st.integers(1, 9), min_size=1, max_size=20))
def test_units_are_the_same_in_whatever_pieces_a_text_comes(name: str, sizes: list[int]) -> None:
    text, units = TEXTS[name]
    cut, found, at = Sentences(), [], 0
    while at < len(text):
        size = sizes[at % len(sizes)]
        found += cut.feed(text[at:at + size])
        at += size
    found += cut.flush()
    assert [u.text for u in found] == units
    assert "".join(u.before + u.text for u in found) == text


def test_a_sentence_is_handed_out_as_soon_as_the_next_begins() -> None:
    cut = Sentences()
    assert cut.feed("It is late. ") == []
    assert [u.text for u in cut.feed("D")] == ["It is late."]
