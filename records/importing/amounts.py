"""A column of money has one reading, by its own cells, else by the table's, else by the office's country. What contradicts it is left out, never guessed."""
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
import re

from records.importing import numbers
from records.importing.numbers import LONGEST, NUMBER, SCALES, THOUSAND, Style
from records.importing.text import told

COUNTED = {3: "thousands", 6: "millions", 9: "billions"}
MILLION = 6                                     # from here on three decimals are usual: "1.250" millions
LARGE, ODD = Decimal(10) ** 8, 300              # an amount this large, this many times the usual one, was not written in thousands
FULL, LIKE = 100, 10
OPEN = re.compile(r"([1-9]\d{0,2})([.,])(\d{3})")
Got = tuple[Decimal | None, str]


@dataclass(frozen=True)
class Amounts:
    """How a column's amounts are read. `thirds`: three digits after the decimal sign are decimals for sure; `bare` and `signed`: what its cells say."""
    style: Style = numbers.PLAIN
    scale: int = 0
    thirds: bool = False
    bare: Sequence[Decimal] = field(default=(), repr=False)
    signed: Sequence[Decimal] = field(default=(), repr=False)
    cells: Sequence[object] = field(default=(), repr=False)

    @property
    def texts(self) -> Iterator[str]:
        return (c for c in self.cells if isinstance(c, str))

    def read(self, cell: object) -> Got:
        """The amount, or why there is none."""
        found = numbers.read_number(cell, self.style, self.scale)
        if found is None or found[1]:
            return None, self._why(cell)
        if isinstance(cell, str):
            if (m := _open(cell)) and m[2] == self.style.decimal and not self.thirds and _power(cell, self.scale) < MILLION:
                return None, f"{told(cell)} may be {m[1]} or {m[1]}{m[3]}: write it without a separator"
            if self.scale and _is_signed(cell):
                return self._signed(cell)
            if _power(cell):
                return found[0], ""
        usual = sorted(self.bare)[(len(self.bare) - 1) // 2] if len(self.bare) > 1 else Decimal(0)
        if self.scale and usual and abs(found[0]) >= LARGE and abs(found[0]).scaleb(-self.scale) > ODD * usual:
            return None, f"{told(cell)} looks like a whole amount, but the column is in {COUNTED[self.scale]}"
        return found[0], ""

    def notes(self, header: str) -> Iterator[str]:
        """What a person is told of the reading."""
        shown = next((t for t in self.texts if _open(t) and self.read(t)[0] is not None and not _is_signed(t)), "")
        if self.scale and (example := shown or self._largest()):
            yield f"{header} was read in {COUNTED[self.scale]}: {told(example)} is {self.read(example)[0]:,.2f}."
        elif shown:
            yield f"{header}: {told(shown)} was read as {self.read(shown)[0]:,.2f}."
        whole = next((t for t in self.texts if self.scale and _is_signed(t) and (got := self.read(t)[0]) is not None and abs(got) in self.signed), "")
        if whole:
            yield f"{header} has amounts with their own currency sign, such as {told(whole)}: these were taken as whole amounts."

    def _largest(self) -> object:
        """The largest of the cells that the header's unit counts for."""
        counted = [(abs(got), c) for c in self.cells if not (isinstance(c, str) and _power(c)) and (got := self.read(c)[0]) and abs(got) not in self.signed]
        return max(counted, key=lambda pair: pair[0])[1] if counted else None

    def _signed(self, cell: str) -> Got:
        """An amount with its own sign beside a header in thousands: the whole amount if it is large, of the header's unit if it is like the others."""
        found = numbers.read_number(cell, self.style)
        assert found is not None  # noqa: S101 - it was read a moment ago
        amount, limit = abs(found[0]), Decimal(1).scaleb(self.scale)
        others = self.bare or ([] if any(s >= limit for s in self.signed) else self.signed)
        alike = bool(others) and min(others) / LIKE <= amount <= max(others) * LIKE
        if amount >= FULL * limit or (amount >= limit and not alike and (bool(self.bare) or all(s >= limit for s in self.signed))):
            return found[0], ""
        if alike:
            return found[0].scaleb(self.scale), ""
        return None, f"{told(cell)} has its own currency sign, but the column is in {COUNTED[self.scale]}: which of both holds cannot be told"

    def _why(self, cell: object) -> str:
        other = Style("," if self.style.decimal == "." else ".")
        if isinstance(cell, str) and (found := numbers.read_number(cell, other)) and not found[1]:
            return f"{told(cell)} is written otherwise than the rest, where a {'comma' if other.decimal == '.' else 'point'} is the decimal sign"
        return f"{told(cell)} is no amount"


def reading(cells: Iterable[object], scale: int, usual: Style) -> Amounts:
    """Settle how a column is read; `usual` is what the table or the office's country says."""
    there = list(dict.fromkeys(c for c in cells if not isinstance(c, bool)))
    texts = [c.strip() for c in there if isinstance(c, str) and len(c) <= LONGEST and (m := NUMBER.fullmatch(c.strip())) and not m["percent"]]
    style = numbers.style_of(texts)
    if not style.known:
        signs = {m[2] for t in texts if (m := _open(t)) and _power(t, scale) < MILLION}
        style = Style("," if signs == {"."} else "." if signs == {","} else usual.decimal)
    plain = [c for c in there if isinstance(c, (int, float)) and Decimal(repr(c)).is_finite()]
    read = {t: abs(found[0]) for t in texts if not _power(t) and (found := numbers.read_number(t, style))}
    bare, signed = [n for t, n in read.items() if not _is_signed(t)], [n for t, n in read.items() if _is_signed(t)]
    bare += [abs(Decimal(repr(c))) for c in plain]
    return Amounts(style, scale, _has_thirds(texts, style), tuple(n for n in bare if n), tuple(n for n in signed if n), (*texts, *plain))


def _has_thirds(texts: Sequence[str], style: Style) -> bool:
    """Whether a column is written with three decimals throughout, as one of its cells proves: "0.500", "1234.500"."""
    found = [(t, re.sub(r"[^\d.,]", "", t).rpartition(style.decimal)) for t in texts if style.decimal in t]
    return all(len(after) == THOUSAND for _, (_, _, after) in found) and any(not _open(t) for t, _ in found)


def _open(said: str) -> re.Match[str] | None:
    """The parts of "1.250", which is one and a quarter or a thousand and more."""
    return OPEN.fullmatch(re.sub(r"[^\d.,]", "", said).rstrip(".,"))


def _power(said: str, otherwise: int = 0) -> int:
    m = NUMBER.fullmatch(said.strip())
    return SCALES.get(((m["scale"] if m else "") or "").rstrip(".").casefold(), 0) or otherwise


def _is_signed(said: str) -> bool:
    return not _power(said) and re.search(rf"[{numbers.SIGNS}]|{numbers.CODES}", said, re.I) is not None
