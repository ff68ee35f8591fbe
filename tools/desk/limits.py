"""Where an amount that a question names lies beside the amounts of the clause that is quoted: plain arithmetic, and no reading of the clause."""
from collections.abc import Iterator, Mapping
from decimal import Decimal
import re

from language.amounts import find_money
from records.figures.base import whole
from reports.blocks import Block, Text

BARE = re.compile(r"(?<![\w.,])(?P<n>\d+(?:[.,]\d+)?)\s?k\b", re.I)            # “18k” is money where money is spoken of


def beside_limits(question: str, clause: str) -> Iterator[Block]:
    """A sentence where the question names one amount, and the clause others, in one currency; else nothing."""
    asked, limits = _amounts(question), _amounts(clause)
    asked = asked or {Decimal(m["n"].replace(",", ".")) * 1000: "" for m in BARE.finditer(question)}
    currencies = {*limits.values(), *filter(None, asked.values())}
    if len(asked) != 1 or len(currencies) != 1:
        return
    amount, currency = next(iter(asked)), next(iter(currencies))
    above = [f"above the {whole(most)} {currency}" for most in sorted(limits, reverse=True) if most < amount][:1]
    below = [f"below the {whole(least)} {currency}" for least in sorted(limits) if least > amount][:1]
    if (above or below) and amount not in limits:
        yield Text(f"{whole(amount)} {currency} is {' and '.join((*above, *below))} that it names.")


def _amounts(text: str) -> Mapping[Decimal, str]:
    return {s.value[0]: str(s.value[1]) for s in find_money(text) if isinstance(s.value, tuple)}
