"""Texts of files made sound and comparable."""
from functools import lru_cache
import re
import unicodedata

NOTHING = frozenset(("", "-", "–", "—", "--", "nan", "nat", "none", "null", "(none)", "(blank)", "(empty)", "nil"))
LONGEST_NOTHING = 12
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
GUARDED = re.compile("''*[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
SURROGATE = re.compile("[\ud800-\udfff]")


def sound(said: str) -> str:
    """The text without what no database takes: control characters, halves of characters. Line ends become the usual one."""
    if not said.isprintable():
        said = SURROGATE.sub("\ufffd", CONTROL.sub("", said.replace("\r\n", "\n").replace("\r", "\n")))
    said = said.strip()
    # Exports put an apostrophe before what a spreadsheet would take for a formula.
    return said[1:] if GUARDED.match(said) else said


def is_nothing(said: object) -> bool:
    return said is None or (isinstance(said, str) and (len(said) < LONGEST_NOTHING or said.isspace()) and said.strip().casefold() in NOTHING)


@lru_cache(4096)
def plainly(said: str) -> str:
    """Lower case, accents off, signs as spaces, a percent sign as a word: for comparing. What is very long is compared by its beginning."""
    said = said[:300]
    bare = unicodedata.normalize("NFKD", said.casefold().replace("%", " percent ").replace("#", " number "))
    return " ".join(re.sub(r"[^a-z0-9]+", " ", "".join(c for c in bare if not unicodedata.combining(c))).split())


def told(said: object, most: int = 60) -> str:
    """A value as it is quoted in a reason: short, on one line."""
    line = " ".join(str(said).split())
    return f"“{line if len(line) <= most else line[:most - 1] + '…'}”"
