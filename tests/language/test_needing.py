"""A template is left untried only where a text lacks a word that it cannot do without."""
import pytest

from language.dates import RULES
from language.grammar import compiled
from language.needing import may_hold, needs, said_in
from language.words import words

TEXTS = ("by 3 December 2026", "next Friday", "in two weeks", "15/01", "2026-12-01", "the week after next", "end of Q1 2027", "FY27", "KW 49", "on the 3rd",
         "twenty-first of May", "Easter 2027", "Monday week", "the last 14 days", "YTD", "+ 3 days", "tomorrow, 6h", "Thu Oct 26 11:00:09 EDT 2023")


@pytest.mark.parametrize("text", TEXTS)
def test_what_matches_is_never_left_untried(text: str) -> None:
    w = words()
    missed = [r.template for r in RULES if compiled(r.template, w).search(text) and not may_hold(r.template, w, said_in(text))]
    assert missed == []


def test_what_may_be_left_out_is_not_needed() -> None:
    assert needs(r"(?:{the} )?{today}(?! {length})", words()) == (frozenset(("today", "tonight", "this")),)


def test_most_templates_are_left_untried_where_no_day_is_said() -> None:
    w = words()
    assert not [r.template for r in RULES if r.template.startswith("{") and may_hold(r.template, w, said_in("how is Apollo doing"))]
