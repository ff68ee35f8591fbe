"""A line of the approved budget of a project; their sum is its budget at completion (BAC)."""
from typing import Annotated, ClassVar, Literal

from sqlmodel import Field

from records.asker import Role
from records.kinds.base import SEES_MONEY, Kind, Money, Record, Says, money, one_of

Type = Literal["budget", "contingency reserve", "management reserve"]
Spend = Literal["opex", "capex"]
Category = Literal["labour", "services", "materials", "licences", "equipment", "other"]


class BudgetLine(Record, table=True):
    kind: ClassVar[Kind] = Kind("B", "budget line", "budget lines", also="budget item", within="project_id", line="{key} {title}: {amount}",
                                columns=("project_id", "category", "amount"), write=(Role.manager, Role.admin),
                                sayings=(("overspent, exceeded, overdrawn, over the line, used up and more", {"left on the line": "below 0"}),
                                         ("used up, all spent, exhausted, empty", {"left on the line": "at most 0"})),
                                tells=(("(add|create|make|record|enter) [a|another|the] [new] budget line [of|over|with|for] {amount} (to|for|on|in) "
                                        "{project} {title=Budget}"),))

    title: str = Field(min_length=1, max_length=200)
    project_id: int = Field(foreign_key="project.id", index=True)
    category: Category = one_of(Category, "other")
    amount: Annotated[Money, Says("budget, sum, approved", only=SEES_MONEY)] = money(ge=0)
    type: Annotated[Type, Says("sort", words=(("contingency, reserve", "contingency reserve"),))] = one_of(Type, "budget")
    spend: Annotated[Spend, Says("capital or operating")] = one_of(Spend, "opex")
    code: Annotated[str, Says("cost code, control account")] = Field("", max_length=60)
    year: Annotated[int | None, Says("period, fiscal year")] = Field(None, ge=1990, le=2200)
    funding: Annotated[str, Says("funding source, paid from")] = Field("", max_length=200)
    owner_id: Annotated[int | None, Says("responsible")] = Field(None, foreign_key="person.id", index=True)
