"""What nobody can see is taken out of a text, and nothing else."""
import pytest

from language.cleaning import clean, folded, too_long


@pytest.mark.parametrize(("raw", "seen"), {
    "a\x00b\x07c": "abc", "a\r\nb\rc\td": "a\nb\nc\td", "safe\u202etxt.exe": "safetxt.exe", "\u2066isolated\u2069": "isolated",
    "zero\u200bwidth\u200d": "zerowidth",
    "tag\U000e0041\U000e007f": "tag", "lone \ud800": "lone ", "cafe\u0301": "café", "soft\u00adhyphen": "softhyphen", "\ufeffmark": "mark",
}.items())
def test_unseen_characters_go(raw: str, seen: str) -> None:
    assert clean(raw) == seen


@pytest.mark.parametrize("text", ["plain", "Ünïcödé 漢字 עברית", "👨\u200d👩\u200d👧", "می\u200cخواهم", "two\nlines\tand a tab", "<@U123> *bold*"])
def test_what_can_be_seen_stays(text: str) -> None:
    assert clean(text) == text


def test_cleaning_twice_changes_nothing_more() -> None:
    text = "a\u200d\u202e\u200db\x00"
    assert clean(clean(text)) == clean(text)


def test_folding_compares_without_case_and_accents() -> None:
    assert folded("Łódź STRASSE Ødegård É") == folded("lodz straße odegard e")


def test_forty_thousand_characters_are_too_long() -> None:
    assert too_long("x" * 40_000)
    assert not too_long("x" * 2_000)
