"""A line of the approved budget of a project; their sum is its budget at completion (BAC)."""
from typing import Annotated, ClassVar, Literal

from sqlmodel import Field

from records.asker import Role
from records.kinds.base import SEES_MONEY, Kind, Money, Record, Says, money, one_of

Category = Literal["labour", "services", "materials", "licences", "equipment", "other"]


class BudgetLine(Record, table=True):
    kind: ClassVar[Kind] = Kind("B", "budget line", "budget lines", also="budget item", within="project_id", line="{key} {title}: {amount}",
                                columns=("project_id", "category", "amount"), write=(Role.manager, Role.admin))

    title: str = Field(min_length=1, max_length=200)
    project_id: int = Field(foreign_key="project.id", index=True)
    category: Category = one_of(Category, "other")
    amount: Annotated[Money, Says("budget, sum, approved", only=SEES_MONEY)] = money(ge=0)
