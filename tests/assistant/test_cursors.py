"""Cursors: a place in one list, given back just as it was."""
from datetime import date
from decimal import Decimal

import pytest

from assistant.cursors import packed, unpacked
from records.errors import BadInput


@pytest.mark.parametrize("at", [(None, 1), (date(2026, 11, 18), 7), (Decimal("1234.50"), 2), ("ünï “x”", 3), (1.5, 4), ("", 5), (True, 6)])
def test_a_cursor_gives_back_what_it_was_made_of(at: tuple[object, int]) -> None:
    said = packed(("list", 1), at)
    assert unpacked(("list", 1), said, 2) == list(at)
    assert said.isascii()


@pytest.mark.parametrize("of", [("list", 2), ("list",), ("other", 1)])
def test_it_belongs_to_its_own_list(of: tuple[object, ...]) -> None:
    with pytest.raises(BadInput, match="another list or person"):
        unpacked(of, packed(("list", 1), (1, 2)), 2)


@pytest.mark.parametrize("said", ["", "é", "a", "=", "W10", "bnVsbA", "MQ", "[]", "WyJ4Il0", packed(("list", 1), (1,)), packed(("list", 1), (1, 2)) + "A"])
def test_what_is_none_is_refused(said: str) -> None:
    with pytest.raises(BadInput):
        unpacked(("list", 1), said, 2)
