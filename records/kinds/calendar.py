"""A working calendar: which days of the week are worked, how long, and which days are off."""
from datetime import date
from typing import Annotated, ClassVar

from pydantic import AfterValidator
from sqlmodel import Field

from records.asker import Role
from records.kinds.base import Kind, Record, Says

SEVEN = {"1", "2", "3", "4", "5", "6", "7"}


def _weekdays(said: str) -> str:
    days = sorted({d.strip() for d in said.split(",") if d.strip()})
    if not days or not SEVEN.issuperset(days):
        raise ValueError("name the working days by number, 1 for Monday to 7 for Sunday: “1, 2, 3, 4, 5”")
    return ", ".join(days)


def _days(said: str) -> str:
    try:
        return ", ".join(f"{day:%Y-%m-%d}" for day in sorted({date.fromisoformat(d.strip()) for d in said.split(",") if d.strip()}))
    except ValueError:
        raise ValueError("write the days off as “2026-12-25, 2026-12-26”") from None


class Calendar(Record, table=True):
    kind: ClassVar[Kind] = Kind("CA", "calendar", "calendars", also="working calendar, work calendar, holidays", title="name", line="{key} {name}",
                                columns=("country", "workdays", "hours"), write=(Role.admin,),
                                tells=("{+days_off} is [a] (public holiday|day off|holiday|free) (in|for|at) [the calendar] {@name}",
                                       "add {+days_off} to [the] (days off|holidays|public holidays) (of|in) [the] [calendar] {@name}",
                                       "{+days_off} is [a|an|our] (public holiday|company holiday|office holiday|day off|holiday|bank holiday) {@}",
                                       "add [a|an] (public holiday|company holiday|office holiday|day off|holiday|bank holiday) (on|for) {+days_off} {@}"),
                                asks=("(public holidays|days off) (in|of) {name}",))

    name: str = Field(min_length=1, max_length=200)
    country: Annotated[str, Says("region")] = Field("", max_length=20)
    workdays: Annotated[str, AfterValidator(_weekdays), Says("working days")] = Field("1, 2, 3, 4, 5", max_length=30)
    hours: Annotated[float, Says("hours a day, hours per day", unit="h")] = Field(8, gt=0, le=24)
    days_off: Annotated[str, AfterValidator(_days), Says("public holidays, holidays, non-working days")] = Field("", max_length=20_000)
