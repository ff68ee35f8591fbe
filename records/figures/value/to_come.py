"""What of yearly amounts is still to come: what has been paid, or has come, comes off the earliest of them."""
from collections.abc import Sequence
from decimal import Decimal

from records.kinds import Benefit

Yearly = Sequence[tuple[int, Decimal]]                    # costs alone, or gains alone


def to_come(flows: Yearly, done: Decimal, year: int) -> list[Decimal]:
    """Of each flow what is still to come from a year on. Earlier years are over; what was done beyond them comes off the first ones that follow."""
    rest = max(Decimal(0), done - sum((abs(amount) for of, amount in flows if of < year), Decimal(0)))
    left = [Decimal(0)] * len(flows)
    for n in sorted(range(len(flows)), key=lambda n: flows[n][0]):
        of, amount = flows[n]
        if of >= year:
            taken = min(rest, abs(amount))
            rest, left[n] = rest - taken, amount - taken if amount > 0 else amount + taken
    return left


def come(benefits: Sequence[Benefit]) -> Decimal:
    """What of the benefits of a business case has come so far."""
    return sum((b.realised for b in benefits if b.type != "dis-benefit"), Decimal(0))
