"""A text that arrives in pieces, cut into units that stand by themselves: a sentence, an item of a list, a whole table.

A cut too few only makes a longer unit; so where it is not clear that a sentence ends, it does not.
"""
from dataclasses import dataclass
import re

ABBREVIATIONS = ("dr mr mrs ms prof st no nr vs e.g i.e eg ie approx ca cf fig sec art resp incl excl est max min dept ltd co z.b d.h bzw ggf usw p pp vol "
                 "ed al mon tue tues wed thu thur thurs fri sat sun")
MONTHS = "jan feb mar apr jun jul aug sep sept oct nov dec"
NEVER = frozenset(ABBREVIATIONS.split())
PERHAPS = frozenset(("etc", "inc", "corp", "a.m", "p.m", *MONTHS.split()))        # before a capital letter they may end a sentence as well
STOP = re.compile(r"[.!?…]+[\"'”’»)\]*_]*(?=\s)|[。！？]")
ITEM = re.compile(r"\s*(?:[-*•+–]|\d{1,3}[.)])\s+")
TABLE = re.compile(r"\s*\|")
WORD = re.compile(r"[\w.]*$")
CITES = re.compile(r"(?:[ \t]*\[\[cite:\d+\]\])+", re.I)       # models put what a sentence rests on behind its full stop
BEGUN = re.compile(r"[ \t]*(?:\[\[cite:\d+\]\][ \t]*)*(?:\[(?:\[[^\]\s]*\]?)?)?", re.I)      # they may go on


@dataclass(frozen=True)
class Unit:
    """`before` is what parted it from the unit before: a blank, a new line or an empty one."""
    text: str
    before: str

    @property
    def is_listed(self) -> bool:
        return bool(ITEM.match(self.text) or TABLE.match(self.text))


class Sentences:
    """Feed it pieces; it hands out what is surely whole."""

    def __init__(self) -> None:
        self._rest, self._blanks = "", ""

    def feed(self, piece: str) -> list[Unit]:
        self._rest += piece.replace("\r\n", "\n")
        units = []
        while (end := self._end(self._rest)) is not None:
            units += self._taken(end)
        return units

    def flush(self) -> list[Unit]:
        """What is left at the end of the text."""
        units = []
        while self._rest.strip():
            end = self._end(f"{self._rest}\n\n") or len(self._rest)
            units += self._taken(min(end, len(self._rest)))
        self._rest = ""
        return units

    def _taken(self, end: int) -> list[Unit]:
        said, self._rest = self._rest[:end], self._rest[end:]
        self._blanks += said[:len(said) - len(said.lstrip())]
        if not said.strip():
            return []
        unit = Unit(said.strip(), "\n\n" if self._blanks.count("\n") > 1 else "\n" if "\n" in self._blanks else " " if self._blanks else "")
        self._blanks = said[len(said.rstrip()):]
        return [unit]

    def _end(self, text: str) -> int | None:
        """Where the first unit ends, or None while more may belong to it."""
        body = text.lstrip()
        start = len(text) - len(body)
        if not body:
            return None
        if TABLE.match(body):
            return _behind(text, start, TABLE)
        line = text.find("\n", start)
        if ITEM.match(body):
            return _item(text, start)
        if ITEM.match(f"{body} x") and line < 0:
            return None                                     # “3.” or “-” may begin an item
        stop = _stop(text, start, line if line >= 0 else len(text))
        if stop is not None:
            return stop
        return line if line >= 0 else None


def _stop(text: str, start: int, most: int) -> int | None:
    """The end of a sentence that is followed by the beginning of another, within a line."""
    for found in STOP.finditer(text, start, most + 1):
        end = found.end()
        if BEGUN.fullmatch(text[end:]):
            return None
        if cites := CITES.match(text, end, most):
            return cites.end()
        behind = text[end:].lstrip(" \t")
        if end >= most or found[0] in "。！？":
            return end
        if not behind:
            return None
        if _ends(text[:found.start()], found[0], behind[0]):
            return end
    return None


def _ends(before: str, stop: str, following: str) -> bool:
    if stop[0] != ".":
        return True
    match = WORD.search(before)
    word = match[0].lower().lstrip(".") if match else ""
    if word in NEVER or (len(word) == 1 and word.isalpha()) or following.islower():
        return False
    if following.isdigit() and (word in PERHAPS or word[-1:].isdigit()):
        return False
    return not (word in PERHAPS and not following.isupper())


def _behind(text: str, start: int, kind: re.Pattern[str]) -> int | None:
    """Where the lines of a kind end; None while the next line is not known."""
    end = start
    while (line := text.find("\n", end)) >= 0:
        rest = text[line + 1:]
        if not rest:
            return None
        if not kind.match(rest):
            return line
        end = line + 1
    return None


def _item(text: str, start: int) -> int | None:
    """Where an item of a list ends: at an empty line, at another item, or where the text is no longer set in."""
    end = text.find("\n", start)
    while end >= 0:
        rest = text[end + 1:]
        if not rest.strip(" \t"):
            return None
        if not rest[0].isspace() or rest[0] == "\n" or ITEM.match(rest):
            return end
        end = text.find("\n", end + 1)
    return None
