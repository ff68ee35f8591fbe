"""What the handbook asks: each rule on a record that breaks it and on one that does not, with the person who can act."""
from datetime import timedelta
from decimal import Decimal

import pytest

from records.kinds import (
    Assumption,
    Baseline,
    Benefit,
    BudgetLine,
    ChangeRequest,
    Communication,
    CostEntry,
    Criterion,
    Deliverable,
    Document,
    Gate,
    Lesson,
    Objective,
    Project,
    Responsibility,
    Risk,
    Task,
)
from records.rules import COMPLIANCE
from records.rules.base import Rule
from records.rules.compliance.expired_declaration import expired_declaration
from records.rules.compliance.missed_communication import missed_communication
from records.rules.compliance.overdue_report import overdue_report
from records.rules.compliance.self_approval import self_approval
from records.rules.compliance.unaccountable_deliverable import unaccountable_deliverable
from records.rules.compliance.unanswered_risk import unanswered_risk
from records.rules.compliance.unbaselined import unbaselined
from records.rules.compliance.unbudgeted_spending import unbudgeted_spending
from records.rules.compliance.undated_change import undated_change
from records.rules.compliance.unheld_gate import unheld_gate
from records.rules.compliance.unlearned import unlearned
from records.rules.compliance.unled_project import unled_project
from records.rules.compliance.unproven_gate import unproven_gate
from records.rules.compliance.unreviewed_document import unreviewed_document
from records.rules.compliance.unscheduled_benefit import unscheduled_benefit
from records.rules.compliance.unserved_objective import unserved_objective
from records.rules.compliance.unvalidated_assumption import unvalidated_assumption
from tests.records.building import FUTURE, PAST, TODAY, Case, Made, made

ANA, BEN = 1, 2
YESTERDAY = TODAY - timedelta(days=1)
GATE = made(Gate, id=7, title="Gate 2", decision="go", decider_id=BEN)
BROKEN: list[tuple[Rule, tuple[Made, ...], str, int | None]] = [
    (unled_project, (made(Project, phase="planning"),), "Apollo has no project manager and no sponsor.", None),
    (unled_project, (made(Project, phase="planning", sponsor_id=BEN),), "Apollo has no project manager.", BEN),
    (unbaselined, (made(Project, phase="in delivery"), made(Task)), "Apollo is in delivery without a baseline.", None),
    (unanswered_risk, (made(Risk, probability=2, impact=5, owner_id=ANA),), "PRJ-0 scores 10 of 25 and has no response.", ANA),
    (unproven_gate, (GATE, made(Criterion, gate_id=7, status="not met")), "“Gate 2” was passed with 1 criterion not met.", BEN),
    (unproven_gate, (GATE, made(Criterion, gate_id=7, status="met"), made(Criterion, gate_id=7, status="waived")),
     "“Gate 2” was passed with 2 criteria without evidence.", BEN),
    (unheld_gate, (made(Gate, title="Gate 3", finish=YESTERDAY, decider_id=BEN),), "“Gate 3” was due on 17 Nov 2026 and is not decided.", BEN),
    (undated_change, (made(ChangeRequest, title="More", status="submitted", requester_id=ANA),),
     "“More” waits without a day by which it is decided and without somebody who decides it.", ANA),
    (unbudgeted_spending, (made(CostEntry, type="actual", amount=Decimal(1200)), made(BudgetLine)),
     "1,200 in 1 cost entry is booked without a budget line.", None),
    (unbudgeted_spending, (made(CostEntry, type="commitment", amount=Decimal(10)),), "10 in 1 cost entry is booked though there is no budget.", None),
    (unbudgeted_spending, (made(CostEntry, type="actual", amount=Decimal(30)), made(CostEntry, type="actual", amount=Decimal(-10)),
                           made(CostEntry, type="actual", amount=Decimal(7), on=FUTURE)),
     "20 in 2 cost entries is booked though there is no budget.", None),
    (unscheduled_benefit, (made(Benefit, title="Fewer calls", status="planned", owner_id=ANA),), "“Fewer calls” has no date on which it is measured.", ANA),
    (unreviewed_document, (made(Document, title="Handbook", review=YESTERDAY, owner_id=ANA),),
     "The review of “Handbook” was due on 17 Nov 2026.", ANA),
    (unserved_objective, (made(Objective, title="Grow", status="active", owner_id=BEN), made(Project, phase="cancelled")),
     "No project works for “Grow”.", BEN),
    (self_approval, (made(ChangeRequest, title="More", status="approved", requester_id=ANA, decider_id=ANA),),
     "“More” was approved by the person who asked for it.", None),
    (overdue_report, (made(Communication, title="Weekly report", next_due=YESTERDAY, sender_id=ANA),), "“Weekly report” was due on 17 Nov 2026.", ANA),
    (missed_communication, (made(Communication, title="Newsletter", audience="all staff", next_due=YESTERDAY),),
     "“Newsletter” to all staff was due on 17 Nov 2026.", None),
    (unvalidated_assumption, (made(Assumption, title="Staff stay", validate_by=YESTERDAY, owner_id=BEN),),
     "“Staff stay” was to be validated by 17 Nov 2026.", BEN),
    (unaccountable_deliverable, (made(Deliverable, id=3, title="Manual"), made(Responsibility, deliverable_id=3, letter="responsible")),
     "“Manual” has no one person accountable for it.", None),
    (expired_declaration, (made(Project, phase="in delivery", declared_colour="green", declared_until=YESTERDAY),),
     "Apollo was declared green until 17 Nov 2026.", None),
    (unlearned, (made(Project, phase="closed"),), "Apollo was closed without a recorded lesson.", None),
]
KEPT: list[tuple[Rule, tuple[Made, ...]]] = [
    (unled_project, (made(Project, phase="planning", manager_id=ANA, sponsor_id=BEN),)),
    (unled_project, (made(Project, phase="cancelled"),)),
    (unbaselined, (made(Project, phase="in delivery"), made(Baseline))),
    (unbaselined, (made(Project, phase="in delivery"), made(Task, baseline_due=PAST))),
    (unanswered_risk, (made(Risk, probability=3, impact=3),)),
    (unanswered_risk, (made(Risk, probability=5, impact=5, response="A second supplier"),)),
    (unproven_gate, (GATE, made(Criterion, gate_id=7, status="met", evidence="DOC-1"), made(Criterion, gate_id=8, status="not met"))),
    (unheld_gate, (made(Gate, finish=TODAY), made(Gate, finish=PAST, decision="hold"))),
    (undated_change, (made(ChangeRequest, status="submitted", decide_by=FUTURE, decider_id=BEN), made(ChangeRequest, status="rejected"))),
    (unbudgeted_spending, (made(CostEntry, type="actual", amount=Decimal(5), budget_line_id=1), made(CostEntry, type="forecast", amount=Decimal(5)))),
    (unscheduled_benefit, (made(Benefit, status="planned", review=FUTURE), made(Benefit, status="missed"))),
    (unserved_objective, (made(Objective, status="active"), made(Project, phase="planning"))),
    (unserved_objective, (made(Objective, status="active"), made(Benefit))),
    (self_approval, (made(ChangeRequest, status="approved", requester_id=ANA, decider_id=BEN), made(ChangeRequest, status="submitted", requester_id=ANA))),
    (overdue_report, (made(Communication, title="Weekly report", next_due=TODAY), made(Communication, title="Newsletter", next_due=PAST))),
    (missed_communication, (made(Communication, title="Newsletter", next_due=None), made(Communication, title="Weekly report", next_due=PAST))),
    (unvalidated_assumption, (made(Assumption, validate_by=TODAY), made(Assumption, validate_by=PAST, status="valid"))),
    (unaccountable_deliverable, (made(Deliverable, id=3), made(Responsibility, deliverable_id=3, letter="accountable"))),
    (unaccountable_deliverable, (made(Deliverable, id=3),)),
    (unreviewed_document, (made(Document, status="in force", review=TODAY),)),
    (unreviewed_document, (made(Document, status="superseded", review=PAST),)),
    (expired_declaration, (made(Project, phase="in delivery", declared_colour="green", declared_until=TODAY),)),
    (unlearned, (made(Project, phase="closed"), made(Lesson))),
]


@pytest.mark.parametrize(("rule", "records", "says", "who"), BROKEN, ids=lambda v: v.name if isinstance(v, Rule) else "")
def test_a_rule_says_what_breaks_it_and_who_can_act(rule: Rule, records: tuple[Made, ...], says: str, who: int | None) -> None:
    (finding,) = Case(*records).findings(rule)
    assert (finding.says.replace("R-0", "PRJ-0"), finding.who) == (says, who)
    assert finding.keys


@pytest.mark.parametrize(("rule", "records"), KEPT, ids=lambda v: v.name if isinstance(v, Rule) else "")
def test_a_rule_is_silent_where_it_is_kept(rule: Rule, records: tuple[Made, ...]) -> None:
    assert Case(*records).findings(rule) == []


def test_at_least_fifteen_rules_hold_a_project_to_the_handbook() -> None:
    assert len(COMPLIANCE) >= 15
