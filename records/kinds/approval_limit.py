"""An approval limit: up to which amount a role may decide a change request by itself."""
from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, ClassVar, Literal

from sqlmodel import Field

from records.asker import Role
from records.kinds.base import Kind, Money, Record, Says, money, one_of

Who = Literal["project manager", "sponsor", "value manager", "executive", "PMO admin"]

Limit = tuple[Decimal | None, int | None]                # amount and days; None: without limit
DEFAULTS: Mapping[str, Limit] = {"project manager": (Decimal(5000), 5), "sponsor": (Decimal(50_000), None), "executive": (None, None),
                                 "PMO admin": (None, None)}         # what every office begins with


class ApprovalLimit(Record, table=True):
    kind: ClassVar[Kind] = Kind("AL", "approval limit", "approval limits", also="spending limit, authority limit", title="role", line="{key} {role}: {amount}",
                                columns=("role", "amount", "days"), write=(Role.admin,),
                                tells=("{@role} may [now] (approve|decide|sign|sign off) [changes|change requests] [of] [up] to {amount} [and {days}]",
                                       "(set|raise|lower|change) [the] [approval] limit [(of|for)] {@role} to {amount} [and {days}]"),
                                asks=("(show|list) [the|our|all] approval limits",))

    role: Annotated[Who, Says("who", words=(("manager, PM", "project manager"), ("VMO", "value manager"),
                                            ("admin", "PMO admin")))] = Field(sa_type=one_of(Who, "executive").sa_type, unique=True)
    amount: Annotated[Money, Says("up to, limit, extra cost")] = money(ge=0)
    days: Annotated[int | None, Says("delay, extra days", unit="days")] = Field(None, ge=0, le=3650)
