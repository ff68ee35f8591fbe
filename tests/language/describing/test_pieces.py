"""A text keeps the layout of its author: every piece stands where it says it does."""
from language.describing.lexicon import lexicon
from language.describing.pieces import Piece, pieces

TEXT = """Customer portal

Scope:
- New login
  - for dealers
* Train the desk
  on the new screens

1. Goals
Sales rise by 15 %. See e.g. the report of Dr. Brown.

OUT OF SCOPE
- Dealer portal

The old shop will
be switched off.
"""


def cut(text: str) -> list[Piece]:
    return pieces(text, lexicon("en").headings)


def test_a_piece_is_what_stands_at_its_place() -> None:
    assert all(TEXT[p.start:p.end] == p.text for p in cut(TEXT))


def test_headings_bullets_and_sentences_are_told_apart() -> None:
    assert [(p.form, p.text.split("\n")[0]) for p in cut(TEXT)] == [
        ("heading", "Customer portal"), ("heading", "Scope:"), ("bullet", "New login"), ("bullet", "for dealers"), ("bullet", "Train the desk"),
        ("heading", "Goals"), ("sentence", "Sales rise by 15 %."), ("sentence", "See e.g. the report of Dr. Brown."), ("heading", "OUT OF SCOPE"),
        ("bullet", "Dealer portal"), ("sentence", "The old shop will")]


def test_a_paragraph_behind_a_list_is_no_part_of_it() -> None:
    assert [p.under for p in cut(TEXT)][-2:] == ["OUT OF SCOPE", ""]


def test_a_bullet_below_another_is_deeper() -> None:
    assert [p.level for p in cut(TEXT) if p.form == "bullet"] == [0, 1, 0, 0]


def test_a_list_that_lost_its_line_breaks_is_one_still() -> None:
    assert [p.text for p in cut("The work: (1) print the flyers (2) book the hall")] == ["The work:", "print the flyers", "book the hall"]


def test_the_last_point_of_a_list_is_no_heading() -> None:
    assert [p.form for p in cut("1. Book the hall\n2. Print flyers\n\nThe budget is small.")] == ["bullet", "bullet", "sentence"]
