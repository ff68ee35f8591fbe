"""The kinds of record, in the order of the house's lists."""
from language.cleaning import folded
from records.kinds.absence import Absence as Absence
from records.kinds.allocation import Allocation as Allocation
from records.kinds.approval_limit import ApprovalLimit as ApprovalLimit
from records.kinds.assumption import Assumption as Assumption
from records.kinds.base import Record
from records.kinds.baseline import Baseline as Baseline
from records.kinds.benefit import Benefit as Benefit
from records.kinds.budget_line import BudgetLine as BudgetLine
from records.kinds.business_case import BusinessCase as BusinessCase
from records.kinds.calendar import Calendar as Calendar
from records.kinds.cash_flow import CashFlow as CashFlow
from records.kinds.change_request import ChangeRequest as ChangeRequest
from records.kinds.check import Check as Check
from records.kinds.clause import Clause as Clause
from records.kinds.comment import Comment as Comment
from records.kinds.communication import Communication as Communication
from records.kinds.contract import Contract as Contract
from records.kinds.cost_entry import CostEntry as CostEntry
from records.kinds.criterion import Criterion as Criterion
from records.kinds.decision import Decision as Decision
from records.kinds.deliverable import Deliverable as Deliverable
from records.kinds.dependency import Dependency as Dependency
from records.kinds.document import Document as Document
from records.kinds.driver import Driver as Driver
from records.kinds.gate import Gate as Gate
from records.kinds.issue import Issue as Issue
from records.kinds.lesson import Lesson as Lesson
from records.kinds.link import Link as Link
from records.kinds.mapping import Mapping as Mapping
from records.kinds.measurement import Measurement as Measurement
from records.kinds.membership import Membership as Membership
from records.kinds.metric import Metric as Metric
from records.kinds.milestone import Milestone as Milestone
from records.kinds.objective import Objective as Objective
from records.kinds.office import Office as Office
from records.kinds.person import Person as Person
from records.kinds.preference import Preference as Preference
from records.kinds.product import Product as Product
from records.kinds.programme import Programme as Programme
from records.kinds.project import Project as Project
from records.kinds.rate import Rate as Rate
from records.kinds.report_draft import ReportDraft as ReportDraft
from records.kinds.requirement import Requirement as Requirement
from records.kinds.responsibility import Responsibility as Responsibility
from records.kinds.risk import Risk as Risk
from records.kinds.saved_question import SavedQuestion as SavedQuestion
from records.kinds.scenario import Scenario as Scenario
from records.kinds.schedule import Schedule as Schedule
from records.kinds.sharing import Sharing as Sharing
from records.kinds.space import Space as Space
from records.kinds.sprint import Sprint as Sprint
from records.kinds.stakeholder import Stakeholder as Stakeholder
from records.kinds.task import Task as Task
from records.kinds.template import Template as Template
from records.kinds.template_step import TemplateStep as TemplateStep
from records.kinds.threshold import Threshold as Threshold
from records.kinds.time_entry import TimeEntry as TimeEntry
from records.kinds.tool_rule import ToolRule as ToolRule
from records.kinds.word import Word as Word

KINDS: tuple[type[Record], ...] = (
    Project, Task, Milestone, Risk, Issue, ChangeRequest, Decision, BudgetLine, CostEntry, Benefit, CashFlow, BusinessCase, Objective, Programme,
    Product, Person, Membership, Allocation, Absence, TimeEntry, Gate, Criterion, Deliverable, Requirement, Responsibility, Link, Dependency,
    Baseline, Sprint, Metric, Check, Measurement, Stakeholder, Communication, Assumption, Lesson, Contract, Comment, Space, Document, Calendar,
    Office, Threshold, Clause, ApprovalLimit, Rate, Driver, Scenario, Word, Mapping, Template,
    TemplateStep, Sharing, Preference, SavedQuestion, Schedule, ReportDraft, ToolRule)

BY_TABLE = {str(k.__tablename__): k for k in KINDS}


def said_plainly(name: str) -> str:
    """A name of a kind as all are compared: small letters without accents, words one blank apart."""
    return " ".join(folded(name).replace("_", " ").replace("-", " ").split())


def kind_said(said: str) -> type[Record] | None:
    """The kind that a word means, by its table and its one name before what else it is called: a “decision” is one, even if change requests are called so."""
    spoken = said_plainly(said)
    for names in (lambda k: (str(k.__tablename__), k.kind.one, k.kind.many), lambda k: k.kind.names):
        for kind in KINDS:
            if spoken in (said_plainly(name) for name in names(kind)):
                return kind
    return None
