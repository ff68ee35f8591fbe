"""Present values and rates of return, as the textbook and the spreadsheet have them: tested against what Excel's documentation prints."""
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise

Flows = Mapping[int, Decimal]                          # by year
Worth = Callable[[Decimal], Decimal]                   # of a rate
LOWEST, HIGHEST = Decimal("-0.99"), Decimal(100)       # -99 % to 10,000 %
HALVINGS = 120                                         # more than a Decimal's 28 digits
STEPS = 240                                            # in which that span is looked through for more than one rate
YEAR = Decimal(365)


def present(flows: Flows, rate: Decimal, first: int) -> Decimal:
    """What yearly flows are worth in their first year."""
    return sum((amount / (1 + rate) ** (year - first) for year, amount in flows.items()), Decimal(0))


def npv_excel(rate: Decimal, amounts: Sequence[Decimal]) -> Decimal:
    """Excel's NPV(): the first amount is paid at the end of the first period, so it is discounted too."""
    return sum((amount / (1 + rate) ** t for t, amount in enumerate(amounts, 1)), Decimal(0))


def xnpv(rate: Decimal, dated: Sequence[tuple[date, Decimal]], since: date | None = None) -> Decimal:
    """Excel's XNPV(): flows on days, discounted to the first of them or to a given day, a year of 365 days."""
    start = since or dated[0][0]
    return sum((amount / (1 + rate) ** (Decimal((day - start).days) / YEAR) for day, amount in dated), Decimal(0))


def xirr(dated: Sequence[tuple[date, Decimal]]) -> Decimal | None:
    """Excel's XIRR(): the only rate at which dated flows are worth nothing; None where there is none or more than one."""
    found = list(roots(lambda rate: xnpv(rate, dated)))
    return found[0] if len(found) == 1 else None


def mirr(amounts: Sequence[Decimal], finance: Decimal, reinvest: Decimal) -> Decimal | None:
    """Excel's MIRR(): what is paid is financed at one rate, what comes in is invested again at another; None without both."""
    last = len(amounts) - 1
    later = sum((a * (1 + reinvest) ** (last - t) for t, a in enumerate(amounts) if a > 0), Decimal(0))
    now = -sum((a / (1 + finance) ** t for t, a in enumerate(amounts) if a < 0), Decimal(0))
    return (later / now) ** (1 / Decimal(last)) - 1 if later and now and last else None


def turns(amounts: Sequence[Decimal]) -> int:
    """How often a row of amounts changes its sign."""
    signs = [a > 0 for a in amounts if a]
    return sum(a != b for a, b in pairwise(signs))


def only_root(worth: Worth) -> Decimal | None:
    """The rate at which something is worth nothing, where it is known that there is one at most."""
    return _between(worth, LOWEST, HIGHEST) if (worth(LOWEST) < 0) != (worth(HIGHEST) < 0) else None


def roots(worth: Worth) -> Iterator[Decimal]:
    """The rates between -99 % and 10,000 % at which something is worth nothing, the lowest first."""
    grid = list(_grid())
    for low, high in pairwise((rate, worth(rate)) for rate in grid):
        if low[1] == 0:
            yield low[0]
        elif (low[1] < 0) != (high[1] < 0) and high[1] != 0:
            yield _between(worth, low[0], high[0])


def _grid() -> Iterator[Decimal]:
    """Rates ever farther apart: growth per year in equal steps of its logarithm."""
    low, high = 1 + LOWEST, 1 + HIGHEST
    step = (high / low) ** (1 / Decimal(STEPS))
    yield from (low * step ** n - 1 for n in range(STEPS + 1))


def _between(worth: Worth, low: Decimal, high: Decimal) -> Decimal:
    rising = worth(low) < 0
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        if (worth(middle) < 0) == rising:
            low = middle
        else:
            high = middle
    return (low + high) / 2
