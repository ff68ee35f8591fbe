"""The numbers that Word prints before headings and in lists, which stand nowhere in the text: they are counted as Word counts them."""
from dataclasses import dataclass, field
import re
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

DEPTH = 9
VALUE = qn("w:val")
PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True)
class _Level:
    style: str
    text: str
    start: int


@dataclass
class _List:
    levels: dict[int, _Level]
    counts: list[int] = field(default_factory=lambda: [-1] * DEPTH)

    def next(self, deep: int) -> str:
        """The number of one more entry; "" where the list has none, or one that is no figure."""
        counts = self.counts
        counts[deep] = counts[deep] + 1 if counts[deep] >= 0 else self._start(deep)
        counts[deep + 1:] = [-1] * (DEPTH - deep - 1)
        said = self.levels.get(deep)
        parts = [int(n) - 1 for n in PLACE.findall(said.text)] if said else []
        if said is None or not parts or any(self.levels[n].style != "decimal" for n in parts if n in self.levels):
            return ""
        return ".".join(str(counts[n] if counts[n] >= 0 else self._start(n)) for n in parts)

    def _start(self, deep: int) -> int:
        return self.levels[deep].start if deep in self.levels else 1


class Numbers:
    """The lists of a document; asked of its paragraphs in their order."""

    def __init__(self, made: Any) -> None:
        self._lists: dict[str, _List] = {}
        try:
            root = made.part.part_related_by(RELATIONSHIP_TYPE.NUMBERING).element
        except KeyError:
            return
        shared = {told.get(qn("w:abstractNumId")): _List(_levels(told)) for told in root.iterchildren(qn("w:abstractNum"))}
        for told in root.iterchildren(qn("w:num")):
            of = told.find(qn("w:abstractNumId"))
            if of is not None and (found := shared.get(of.get(VALUE))):
                begins_anew = told.find(f"{qn('w:lvlOverride')}/{qn('w:startOverride')}") is not None
                self._lists[told.get(qn("w:numId"))] = _List(found.levels) if begins_anew else found

    def next(self, listed: str, deep: int) -> str:
        """The number of the next paragraph of a list."""
        found = self._lists.get(listed)
        return found.next(min(max(deep, 0), DEPTH - 1)) if found else ""


def _levels(told: Any) -> dict[int, _Level]:
    return {int(level.get(qn("w:ilvl"), "0")): _Level(_value(level, "w:numFmt", "decimal"), _value(level, "w:lvlText", ""), int(_value(level, "w:start", "1")))
            for level in told.iterchildren(qn("w:lvl"))}


def _value(within: Any, name: str, otherwise: str) -> str:
    found = within.find(qn(name))
    return found.get(VALUE, otherwise) if found is not None else otherwise
