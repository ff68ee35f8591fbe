"""The first records of a company of one's own: its first admin, its calendar with the public holidays, and the office itself.

The world's holidays are loaded where a company begins, which is once.
"""
# ruff: noqa: PLC0415
from calendar import month_name
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from pydantic import ConfigDict, ValidationError, create_model

from records.errors import BadInput
from records.kinds import Office, Person
from records.kinds.base import Record
from records.proposals import Create, Proposal
from records.telling import complaint

if TYPE_CHECKING:
    from holidays import HolidayBase

YEARS = 3
CURRENCIES: Mapping[str, str] = {"US": "USD", "GB": "GBP", "CH": "CHF", "LI": "CHF"}
EVERY_DAY = range(7)
SHORTEST = 2                     # letters that are too few for a month
Answers = Mapping[str, str]


@dataclass(frozen=True)
class Question:
    """One thing to ask: `read` makes a sound answer of what is said or raises `BadInput`; `offered` is taken when nothing is said."""
    name: str
    asks: str
    read: Callable[[str], str]
    offered: Callable[[Answers], str] = lambda _: ""


def first(answers: Answers, today: date) -> Proposal:
    """The wishes that make a company of sound answers, one to each of `QUESTIONS`."""
    country = answers["country"]
    days = ", ".join(day.isoformat() for day in days_off(country, today.year))
    office = {name: answers[name] for name in ("currency", "country", "zone", "fiscal_month")}
    return Proposal((
        Create("person", {"name": answers["admin"], "email": answers["email"], "role": "PMO admin"}, -1),
        Create("calendar", {"name": f"{answers['office'][:190]} calendar", "country": country, "workdays": workdays(country), "days_off": days}, -2),
        Create("office", {"name": answers["office"], "calendar_id": -2, **office}, -3)))


def country_named(said: str) -> str:
    """The code of a country, with its region when one is said; "" for none. Raises `BadInput` for one that is not known."""
    if said.strip().casefold() in ("", "-", "none"):
        return ""
    if whole := _codes().get(_spoken(said)):
        return whole
    country, _, region = said.partition("-")
    code = _codes().get(_spoken(country))
    if code is None:
        raise BadInput(f"I know no country “{said}”. Say its code, such as DE, US or GB; with a region: DE-BY.")
    from holidays import list_supported_countries

    regions = list_supported_countries()[code]
    if region.strip().upper() not in regions:
        raise BadInput(f"I know no region “{region}” of {code}" + (f"; there are {', '.join(regions)}." if regions else "."))
    return f"{code}-{region.strip().upper()}"


def _field(kind: type[Record], name: str) -> Callable[[str], str]:
    """What reads an answer as this field of a kind would."""
    info = kind.model_fields[name]
    alone = create_model(name, __config__=ConfigDict(str_strip_whitespace=True), **{name: (info.annotation, info)})  # type: ignore[call-overload]  # its name is a value

    def read(said: str) -> str:
        try:
            return str(getattr(alone.model_validate({name: said}), name))
        except ValidationError as wrong:
            raise BadInput(complaint(kind, wrong)) from None
    return read


def _month(said: str) -> str:
    """A month by its number, or by the beginning of its name."""
    spoken = said.strip().casefold()
    for number, name in enumerate(month_name):
        if number and (spoken == str(number) or (len(spoken) > SHORTEST and name.casefold().startswith(spoken))):
            return str(number)
    raise BadInput(f"“{said}” is no month; say its number, 1 for January to 12 for December.")


def _spoken(said: str) -> str:
    return said.strip().casefold().replace(" ", "_").replace("-", "_")


def days_off(country: str, year: int) -> Sequence[date]:
    """The public holidays of a country in a year and the next two, in order."""
    return sorted(_of(country, year)) if country else ()


def workdays(country: str) -> str:
    """The working days of a country's week by number, 1 for Monday."""
    weekend = _of(country, 2000).weekend if country else {5, 6}
    return ", ".join(str(day + 1) for day in EVERY_DAY if day not in weekend)


def currency_of(country: str) -> str:
    """The currency to offer for a country."""
    return CURRENCIES.get(country[:2], "EUR")


def zone_of(country: str) -> str:
    """The time zone to offer for a country: its first in the list of zones, "" where there is none."""
    return _zones().get(country[:2], "")


def _of(country: str, year: int) -> "HolidayBase":
    from holidays import country_holidays

    code, _, region = country.partition("-")
    return country_holidays(code, subdiv=region or None, years=range(year, year + YEARS))


@cache
def _codes() -> Mapping[str, str]:
    """What a country may be called -> its two letters."""
    from holidays.registry import COUNTRIES

    return {said.casefold(): codes[1] for name, codes in COUNTRIES.items() for said in (name, *codes[1:])}


@cache
def _zones() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for line in (files("tzdata") / "zoneinfo" / "zone.tab").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            country, _, zone, *_ = line.split("\t")
            found.setdefault(country, zone)
    return found


_currency = _field(Office, "currency")
QUESTIONS: Sequence[Question] = (
    Question("admin", "Your name", _field(Person, "name")),
    Question("email", "Your e-mail address", _field(Person, "email")),
    Question("office", "What your office is called", _field(Office, "name"), lambda _: "the PMO"),
    Question("country", "Your country, for its public holidays: DE, DE-BY, US, … or none", country_named, lambda _: "none"),
    Question("currency", "Your currency: EUR, USD, GBP or CHF", lambda said: _currency(said.upper()), lambda known: currency_of(known["country"])),
    Question("zone", "Your time zone", _field(Office, "zone"), lambda known: zone_of(known["country"]) or "UTC"),
    Question("fiscal_month", "The month your fiscal year begins with, 1 to 12", _month, lambda _: "1"),
)
