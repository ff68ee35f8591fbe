"""A cash flow: one year's money in or out of a project's business case, as approved and as now expected."""
from typing import Annotated, ClassVar

from sqlmodel import Field

from records.asker import Role
from records.kinds.base import SEES_MONEY, Kind, Money, Record, Says, money


class CashFlow(Record, table=True):
    kind: ClassVar[Kind] = Kind("F", "cash flow", "cash flows", also="yearly flow, business case line", within="project_id",
                                line="{key} {title} {year}: {amount}",
                                columns=("project_id", "year", "amount", "forecast"), write=(Role.value, Role.manager, Role.admin))

    title: str = Field(min_length=1, max_length=200)
    project_id: int = Field(foreign_key="project.id", index=True)
    year: int = Field(ge=1990, le=2200)
    amount: Annotated[Money, Says("approved amount; costs are negative", only=SEES_MONEY)] = money()
    forecast: Annotated[Money | None, Says("now expected", only=SEES_MONEY)] = money(None)
    business_case_id: Annotated[int | None, Says("of option")] = Field(None, foreign_key="businesscase.id", index=True)
