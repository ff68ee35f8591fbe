"""The kinds of record, in the order of the house's lists."""
from records.kinds.base import Record
from records.kinds.benefit import Benefit as Benefit
from records.kinds.budget_line import BudgetLine as BudgetLine
from records.kinds.cash_flow import CashFlow as CashFlow
from records.kinds.change_request import ChangeRequest as ChangeRequest
from records.kinds.cost_entry import CostEntry as CostEntry
from records.kinds.document import Document as Document
from records.kinds.membership import Membership as Membership
from records.kinds.milestone import Milestone as Milestone
from records.kinds.objective import Objective as Objective
from records.kinds.person import Person as Person
from records.kinds.project import Project as Project
from records.kinds.risk import Risk as Risk
from records.kinds.space import Space as Space
from records.kinds.task import Task as Task

KINDS: tuple[type[Record], ...] = (
    Project, Task, Milestone, Risk, ChangeRequest, BudgetLine, CostEntry, Benefit, CashFlow, Objective, Person, Membership, Space, Document)
