"""Keys say the kind of their record: no two kinds begin theirs alike."""
from collections import Counter

from records.kinds import KINDS


def test_no_two_kinds_share_the_letters_of_their_keys() -> None:
    assert [letters for letters, n in Counter(k.kind.code for k in KINDS).items() if n > 1] == []
