"""A project whose rest costs otherwise, and what that makes of its estimate at completion."""
from dataclasses import dataclass
from decimal import Decimal

from records.figures.base import Value, whole


@dataclass(frozen=True)
class Dearer:
    """What is still to be paid becomes so many times as much, and more is put to it; less, below 1 and below 0."""
    factor: Decimal = Decimal(1)
    more: Decimal = Decimal(0)

    def then(self, other: "Dearer") -> "Dearer":
        """This and another change of cost together, each of what is to be paid now."""
        return Dearer(self.factor + other.factor - 1, self.more + other.more)

    def eac(self, expected: Decimal, spent: Decimal) -> Value:
        """The estimate at completion then: what is spent is spent."""
        rest = f"AC {whole(spent)} + {whole(expected - spent)} still to come × {self.factor:f}" if self.factor != 1 else f"EAC {whole(expected)}"
        more = f" {'+' if self.more > 0 else '−'} {whole(abs(self.more))}" if self.more else ""
        return Value(spent + (expected - spent) * self.factor + self.more, rest + more)
