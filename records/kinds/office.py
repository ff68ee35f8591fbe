"""The office itself: its name, money, country, time zone and the month its year begins; and its looks, which its reports have."""
from datetime import date
import re
from typing import Annotated, ClassVar, Literal
from zoneinfo import available_timezones

from pydantic import AfterValidator
from sqlmodel import Field

from language.colours import READABLE, WHITE, coloured, contrast, readable
from records.asker import Role
from records.kinds.base import Kind, Record, Says, one_of

Currency = Literal["EUR", "USD", "GBP", "CHF"]


def _zone(said: str) -> str:
    if said not in available_timezones():
        raise ValueError("that is no time zone; say it as “Europe/Berlin”")
    return said


def _read_on_white(said: str) -> str:
    """A colour that text can have on white paper; empty for ours."""
    if not said.strip():
        return ""
    colour = coloured(said)
    if (found := contrast(colour, WHITE)) < READABLE:
        raise ValueError(f"text in {colour} cannot be read on white: its contrast is {found:.1f} and has to be {READABLE}; {readable(colour, WHITE)} would do")
    return colour


def _font(said: str) -> str:
    if not re.fullmatch(r"[\w \-]*", said):
        raise ValueError("the name of a font has letters, digits, blanks and hyphens, such as “Open Sans”")
    return said


def _kept(said: str) -> str:
    if not re.fullmatch(r"([0-9a-f]{64})?", said):
        raise ValueError("a logo is set from a file: pmo brand --logo FILE")
    return said


MONTHS = tuple((f"{date(2000, n, 1):%B}", str(n)) for n in range(1, 13))


class Office(Record, table=True):
    kind: ClassVar[Kind] = Kind("O", "office", "offices", also="company settings, office settings", title="name", line="{name}",
                                columns=("currency", "country", "zone", "fiscal_month"), write=(Role.admin,),
                                tells=("(our|the) fiscal year (starts|begins) in {fiscal_month} {@}",
                                       "(our|the) [main] currency is {currency} {@}",
                                       "(our|the) time zone is {zone} {@}",
                                       "(our|the) (brand|house|report) colour is {accent} {@}", "(our|the) (brand|house|report) font is {font} {@}"),
                                asks=("what is our (fiscal year|time zone|currency|country)",
                                      "[our|the] (company|office) settings"))

    name: str = Field(min_length=1, max_length=200)
    currency: Currency = one_of(Currency, "EUR")
    country: Annotated[str, Says("region")] = Field("", max_length=20)
    zone: Annotated[str, AfterValidator(_zone), Says("time zone")] = Field("UTC", max_length=60)
    fiscal_month: Annotated[int, Says("fiscal year, fiscal year begins, first month", words=MONTHS)] = Field(1, ge=1, le=12)
    calendar_id: int | None = Field(None, foreign_key="calendar.id", index=True)
    accent: Annotated[str, AfterValidator(_read_on_white), Says("brand colour, house colour, colour of our reports, report colour")] = Field("", max_length=7)
    ink: Annotated[str, AfterValidator(_read_on_white), Says("text colour, colour of our text")] = Field("", max_length=7)
    font: Annotated[str, AfterValidator(_font), Says("house font, brand font, typeface, report font")] = Field("", max_length=60)
    logo: Annotated[str, AfterValidator(_kept), Says("our logo, brand logo")] = Field("", max_length=64)
