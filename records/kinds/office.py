"""The office itself: its name, money, country, time zone and the month its year begins."""
from datetime import date
from typing import Annotated, ClassVar, Literal
from zoneinfo import available_timezones

from pydantic import AfterValidator
from sqlmodel import Field

from records.asker import Role
from records.kinds.base import Kind, Record, Says, one_of

Currency = Literal["EUR", "USD", "GBP", "CHF"]


def _zone(said: str) -> str:
    if said not in available_timezones():
        raise ValueError("that is no time zone; say it as “Europe/Berlin”")
    return said

MONTHS = tuple((f"{date(2000, n, 1):%B}", str(n)) for n in range(1, 13))


class Office(Record, table=True):
    kind: ClassVar[Kind] = Kind("O", "office", "offices", also="company settings, office settings", title="name", line="{name}",
                                columns=("currency", "country", "zone", "fiscal_month"), write=(Role.admin,),
                                tells=("(our|the) fiscal year (starts|begins) in {fiscal_month} {@}",
                                       "(our|the) [main] currency is {currency} {@}",
                                       "(our|the) time zone is {zone} {@}"),
                                asks=("what is our (fiscal year|time zone|currency|country)",
                                      "[our|the] (company|office) settings"))

    name: str = Field(min_length=1, max_length=200)
    currency: Currency = one_of(Currency, "EUR")
    country: Annotated[str, Says("region")] = Field("", max_length=20)
    zone: Annotated[str, AfterValidator(_zone), Says("time zone")] = Field("UTC", max_length=60)
    fiscal_month: Annotated[int, Says("fiscal year, fiscal year begins, first month", words=MONTHS)] = Field(1, ge=1, le=12)
    calendar_id: int | None = Field(None, foreign_key="calendar.id", index=True)
