"""A cost entry: money spent, ordered or still expected on one day, booked on a project and best on a budget line."""
from datetime import date
from typing import Annotated, ClassVar, Literal

from sqlmodel import Field

from records.asker import Role
from records.kinds.base import SEES_MONEY, Kind, Money, Record, Says, money, one_of

Type = Literal["actual", "commitment", "forecast"]


class CostEntry(Record, table=True):
    kind: ClassVar[Kind] = Kind("C", "cost entry", "cost entries", also="costs, actual, invoice, expense, receipt, bill", within="project_id", when="on",
                                line="{key} {title}: {amount}",
                                columns=("project_id", "type", "on", "amount", "supplier"), write=(Role.manager, Role.admin),
                                sayings=((("unpaid, not paid, not yet paid, not paid yet, still to pay, to be paid, unbilled, not billed, "
                                           "not yet billed, not invoiced, not yet invoiced, uninvoiced, payable, we owe, we still owe, "
                                           "due for payment, waiting to be paid, waiting for payment"), {"type": "commitment"}),),
                                called=(("invoice, invoices, bill, bills, receipt, receipts", {"type": "actual"}),),
                                caveats=(("unpaid, not paid, not yet paid, not paid yet, still to pay, to be paid, paid, already paid, "
                                          "payable, we owe, we still owe, due for payment, waiting to be paid, waiting for payment"),
                                         ("No record says whether a bill was paid: an actual is a cost that is booked, a commitment one that is ordered and "
                                          "not booked yet.")))
    ahead: ClassVar = ("commitment", "forecast")

    title: str = Field(min_length=1, max_length=200)
    project_id: int = Field(foreign_key="project.id", index=True)
    budget_line_id: int | None = Field(None, foreign_key="budgetline.id", index=True)
    type: Annotated[Type, Says("sort", words=(("spent, booked, paid, invoiced, billed", "actual"),
                                               ("ordered, committed", "commitment")))] = one_of(Type, "actual")
    on: Annotated[date, Says("date, booked on, day")] = Field(index=True)
    amount: Annotated[Money, Says("cost, sum", only=SEES_MONEY)] = money()
    supplier: Annotated[str, Says("vendor")] = Field("", max_length=200)
    document: Annotated[str, Says("document number, invoice number")] = Field("", max_length=100)
    contract_id: int | None = Field(None, foreign_key="contract.id", index=True)
