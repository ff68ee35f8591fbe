"""A rate the office computes with: what an hour of a role costs, or what a currency is worth, from a day on."""
from datetime import date
from typing import Annotated, ClassVar, Literal

from sqlmodel import Field

from records.asker import Role
from records.kinds.base import SEES_MONEY, Kind, Record, Says, one_of

Type = Literal["hourly", "exchange"]


class Rate(Record, table=True):
    kind: ClassVar[Kind] = Kind("RT", "rate", "rates", also="exchange rate, rate card", title="name", when="since", line="{key} {name}",
                                columns=("type", "name", "value", "since"), write=(Role.admin,),
                                tells=("(new|add a|create a|add an|create an) {type} rate (for|of) {name} [is|of|at] {value}",
                                       "set [the] [exchange|hourly|daily] rate (of|for) {@name} to {value}",
                                       "[the] [exchange|hourly|daily] rate (of|for) {@name} is [now] {value}"))

    name: Annotated[str, Says("role, currency, of")] = Field(min_length=1, max_length=100)
    type: Annotated[Type, Says("sort")] = one_of(Type, "hourly")
    value: Annotated[float, Says("amount", only=SEES_MONEY)] = Field(gt=0, le=1_000_000)
    since: Annotated[date | None, Says("from, valid from")] = None
