"""A product or service that outlives the projects which change it; its owner answers for what it is worth."""
from typing import Annotated, ClassVar, Literal

from sqlmodel import Field

from records.asker import Role
from records.kinds.base import Kind, Record, Says, long_text, one_of

Type = Literal["product", "service"]
Status = Literal["planned", "live", "retired"]


class Product(Record, table=True):
    kind: ClassVar[Kind] = Kind("PR", "product", "products", also="service, product or service", title="name", line="{key} {name} ({status})",
                                columns=("type", "owner_id", "customers", "status"), write=(Role.value, Role.executive, Role.admin))

    name: str = Field(min_length=1, max_length=200)
    type: Annotated[Type, Says("sort")] = one_of(Type, "product")
    description: Annotated[str, Says("notes")] = long_text()
    owner_id: Annotated[int | None, Says("product owner, service owner, responsible")] = Field(None, foreign_key="person.id", index=True)
    customers: Annotated[str, Says("users, customer")] = Field("", max_length=500)
    objective_id: Annotated[int | None, Says("strategic objective, serves")] = Field(None, foreign_key="objective.id", index=True)
    status: Annotated[Status, Says("state")] = one_of(Status, "live")
