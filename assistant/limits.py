"""What a language model may cost: the prices of its tokens, and how much one person may use in a day."""
from dataclasses import dataclass
from datetime import datetime, time
from decimal import Decimal

from records.journal import Used

MILLION = 1_000_000
WITHOUT = "so I answered without it; it is there again tomorrow."


@dataclass(frozen=True)
class Limits:
    """Prices are for a million tokens, in whatever money; a limit of 0 is none."""
    price_in: Decimal = Decimal(0)
    price_out: Decimal = Decimal(0)
    daily_tokens: int = 0
    daily_cost: Decimal = Decimal(0)

    def cost(self, tokens_in: int, tokens_out: int) -> int:
        """In millionths, rounded: a price for a million tokens is one for a token in millionths."""
        return round(tokens_in * self.price_in + tokens_out * self.price_out)

    def reached(self, used: Used) -> str:
        """In one sentence that a person used up their day; "" while they have not."""
        if self.daily_tokens and used.tokens >= self.daily_tokens:
            return f"You have used the {self.daily_tokens:,} tokens of the language model that one person has in a day, {WITHOUT}"
        if self.daily_cost and used.cost >= self.daily_cost * MILLION:
            return f"You have used the {self.daily_cost:,.2f} that the language model may cost for one person in a day, {WITHOUT}"
        return ""

    def __str__(self) -> str:
        said = [f"{self.daily_tokens:,} tokens"] * bool(self.daily_tokens) + [f"a cost of {self.daily_cost:,.2f}"] * bool(self.daily_cost)
        return f"one person may use {' and '.join(said)} in a day" if said else "no limit for a person and day"


def midnight(now: datetime) -> datetime:
    """When the day of a moment began, in the moment's own zone."""
    return datetime.combine(now.date(), time(), now.tzinfo)


def money(millionths: int) -> str:
    return f"{Decimal(millionths) / MILLION:,.2f}"
