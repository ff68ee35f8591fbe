"""A column of choices: what the file says and which of our choices is meant by it."""
from collections.abc import Callable, Mapping
from functools import lru_cache
import re

from rapidfuzz import fuzz, process

from records.importing import foreign
from records.importing.text import plainly
from records.importing.vocabulary import Slot

ALIKE, SHORTEST = 90, 6
YES = "yes, y, true, x, 1, ja, oui, si"
NO = "no, n, false, 0, nein, non"
SAYINGS = {"yes": YES, "no": NO}


def meaning(slot: Slot) -> Callable[[str], str | None]:
    """Return what tells the choice that a text means, None when it means none."""
    known = meanings(slot)
    names = [said for said in known if len(said) >= SHORTEST]

    @lru_cache(2000)
    def find(said: str) -> str | None:
        plain = plainly(said)
        for form in (plain, plainly(re.sub(r"^\W*\d+\W+|\([^)]*\)|\s*[-–:]\s.*$", "", said)), re.sub(r"^\d+ | \d+$", "", plain)):
            if form in known:
                return known[form]
        near = process.extractOne(plain, names, scorer=fuzz.ratio, score_cutoff=ALIKE) if SHORTEST <= len(plain) <= 40 else None  # noqa: PLR2004
        return known[near[0]] if near else None

    return find


def meanings(slot: Slot) -> Mapping[str, str]:
    """Every wording of every choice; the choices themselves win over the kind's words, and these over other systems'."""
    foreign_words = [(said, choice) for choice, wordings in foreign.choices(slot.name).items() for said in wordings]
    usual = [(said, choice) for choice, wordings in SAYINGS.items() for said in wordings.split(", ")]
    known: dict[str, str] = {}
    for said, choice in (*((c, c) for c in slot.choices), *slot.words, *foreign_words, *usual):
        if not slot.choices or choice in slot.choices:
            known.setdefault(plainly(said), choice)
    return known
