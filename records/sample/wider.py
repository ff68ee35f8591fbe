"""What else the sample company keeps: how it is governed, staffed, checked and told, beside the plans of its projects."""
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from records.proposals import Create
from records.sample.base import Days, dated
from records.sample.company import SERVICE

HANDBOOK, LIFE_CYCLE = "Project and Value Handbook", "Project Life Cycle"
CHANGES, RISKS = "Change Control Procedure", "Risk Management Policy"
Row = tuple[str, dict[str, Any]]         # a table's name and the values; people as @name, other records by their title

OFFICE: tuple[Row, ...] = (
    ("calendar", {"name": "Germany", "country": "DE", "workdays": "1, 2, 3, 4, 5", "hours": 8, "days_off": "2026-12-25, 2027-01-01, 2027-12-25"}),
    ("office", {"name": "Northlight", "currency": "EUR", "country": "DE", "zone": "Europe/Berlin", "fiscal_month": 1, "calendar_id": "Germany"}),
    ("programme", {"name": "Customer first", "manager_id": "@carla", "sponsor_id": "@elena", "objective_id": SERVICE, "start": -120, "finish": 300,
                   "description": "Everything that makes it easier to be our customer."}),
    ("product", {"name": "Customer portal", "type": "service", "owner_id": "@nora", "customers": "Private customers and dealers", "objective_id": SERVICE,
                 "status": "planned"}),
    ("approvallimit", {"role": "project manager", "amount": 5_000, "days": 5}),
    ("approvallimit", {"role": "sponsor", "amount": 50_000}),
    ("preference", {"name": "time zone", "value": "Europe/Berlin", "person_id": "@paula"}),
    ("savedquestion", {"title": "Monday numbers", "question": "what is overdue?", "owner_id": "@paula"}),
    ("schedule", {"what": "portfolio", "often": "every Monday", "at": "8:00", "owner_id": "@paula", "readers": "executive", "status": "paused"}),
    ("reportdraft", {"title": "Portfolio of last week", "recipient": "elena@northlight.example", "owner_id": "@paula", "status": "discarded"}),
    ("toolrule", {"tool": "propose_risks", "role": "auditor", "state": "off", "reason": "Auditors look on."}),
    ("threshold", {"name": "CPI amber", "value": 0.95, "reason": "As the handbook says."}),
    ("clause", {"rule": "unled project", "document": HANDBOOK, "section": "2.2"}),
    ("clause", {"rule": "unbaselined", "document": HANDBOOK, "section": "3.2", "says": "Schedule, cost and scope are fixed as a baseline at gate 2."}),
    ("clause", {"rule": "overdue report", "document": HANDBOOK, "section": "5.1", "says": "A status report is written every two weeks."}),
    ("clause", {"rule": "unowned risk", "document": HANDBOOK, "section": "6.1", "says": "Every risk has one owner."}),
    ("clause", {"rule": "unreviewed risk", "document": HANDBOOK, "section": "6.2", "says": "The risk review is mandatory once a month and before every gate."}),
    ("clause", {"rule": "self approval", "document": HANDBOOK, "section": "7.1", "says": "Nobody approves their own change request."}),
    ("clause", {"rule": "missed communication", "document": HANDBOOK, "section": "9.2"}),
    ("clause", {"rule": "unowned benefit", "document": HANDBOOK, "section": "2.3"}),
    ("clause", {"rule": "unmeasured benefit", "document": HANDBOOK, "section": "11.1", "says": "Benefits are measured at the dates in their profile."}),
    ("clause", {"rule": "unlearned", "document": HANDBOOK, "section": "12", "says": "Every project writes down at least three lessons at closure."}),
    *(("clause", {"rule": rule, "document": document, "section": section}) for rule, document, section in (
        ("lacking plan", LIFE_CYCLE, "3.3"), ("unplanned work", HANDBOOK, "5.5"), ("unheld gate", LIFE_CYCLE, "4.1"), ("unproven gate", LIFE_CYCLE, "4.3"),
        ("unbudgeted spending", LIFE_CYCLE, "3.3"), ("unaccountable deliverable", LIFE_CYCLE, "3.2"), ("undated change", CHANGES, "3.1"),
        ("undecided", CHANGES, "3.1"), ("unanswered risk", RISKS, "3"), ("unvalidated assumption", RISKS, "9"), ("expired declaration", HANDBOOK, "5.2"),
        ("unscheduled benefit", "Benefits Guide", "3.1"), ("serving nothing", HANDBOOK, "3.1"), ("unserved objective", "Portfolio Board Charter", "4.3"),
        ("unreviewed document", LIFE_CYCLE, "1"))),
    ("driver", {"name": "business value", "weight": 30, "reason": "As the board decided in January."}),
    ("driver", {"name": "strategic fit", "weight": 25}),
    ("driver", {"name": "value for money", "weight": 20}),
    ("driver", {"name": "time criticality", "weight": 10}),
    ("driver", {"name": "risk reduction", "weight": 10}),
    ("driver", {"name": "delivery risk", "weight": 5}),
    ("scenario", {"title": "Without the robots", "wish": "What if Fortuna waits a year?", "measure": "score", "budget": 3_000_000, "start": 44, "end": 408,
                  "included": "APOLLO, BOREALIS, CORVUS, DIONE, ZEPHYR", "left_out": "FORTUNA"}),
    ("rate", {"name": "USD", "type": "exchange", "value": 0.92}),
    ("word", {"word": "parked", "record": "project", "field": "phase", "choice": "on hold"}),
    ("mapping", {"name": "Board export", "record": "task", "headers": "Card, Who, When", "columns": '{"Card": "title", "Who": "owner", "When": "due"}'}),
    ("absence", {"person_id": "@ben", "type": "leave", "start": 26, "end": 37}),
    ("absence", {"person_id": "@mia", "type": "training", "start": 5, "end": 6}),
)

PROJECTS: dict[str, tuple[Row, ...]] = {
    "Apollo": (
        ("gate", {"title": "Start", "number": 1, "phase": "preparation", "finish": -78, "decider_id": "@elena", "decision": "go", "decided_on": -74}),
        ("gate", {"title": "Build", "number": 2, "phase": "planning", "finish": 18, "decider_id": "@elena"}),
        ("criterion", {"gate_id": "Build", "title": "An approved baseline of schedule, cost and scope", "clause": "section 4.3", "status": "met",
                       "evidence": "APOLLO-BL-1"}),
        ("criterion", {"gate_id": "Build", "title": "Every benefit has an owner", "clause": "section 4.3", "status": "not met"}),
        ("criterion", {"gate_id": "Build", "title": "The risk register is reviewed", "clause": "section 4.3"}),
        ("deliverable", {"title": "Customer account pages", "wbs": "1.2", "owner_id": "@ben", "due": -20, "status": "in progress",
                         "acceptance": "A customer sees all orders of the last two years."}),
        ("deliverable", {"title": "Service desk training", "wbs": "1.4", "owner_id": "@ana", "due": 34}),
        ("requirement", {"title": "A customer can download every invoice as PDF", "priority": "must", "owner_id": "@ben", "deliverable_id": "Customer account pages",
                         "origin": "Finance", "status": "agreed", "verification": "Test the invoice download"}),
        ("requirement", {"title": "Dealers sign in with their own accounts", "priority": "could", "origin": "Dealers"}),
        ("responsibility", {"deliverable_id": "Customer account pages", "person_id": "@ana", "letter": "accountable"}),
        ("responsibility", {"deliverable_id": "Customer account pages", "person_id": "@ben", "letter": "responsible"}),
        ("link", {"predecessor_id": "Build the customer account pages", "successor_id": "Load test the portal", "type": "FS"}),
        ("link", {"predecessor_id": "Connect the order history", "successor_id": "Test the invoice download", "type": "FS", "lag": 2}),
        ("dependency", {"title": "Login service from the identity supplier", "direction": "get", "party": "Keyward", "owner_id": "@ben", "needed_by": 20,
                        "promised_for": 27, "confidence": "low", "effect": "The pilot starts a week late.", "next_step": "Weekly call with Keyward."}),
        ("issue", {"title": "The test data miss all dealers", "severity": "high", "owner_id": "@dev", "raised_by_id": "@ben", "raised_on": -12, "due": 3,
                   "effect": "Dealer pages cannot be tested."}),
        ("issue", {"title": "The invoice list shows a wrong total", "type": "defect", "severity": "critical", "owner_id": "@ben", "raised_by_id": "@dev",
                   "raised_on": -5, "due": 1}),
        ("assumption", {"title": "Half of the customers have an e-mail address on file", "owner_id": "@ana", "validate_by": 14, "confidence": "medium",
                        "effect": "Fewer customers can be invited."}),
        ("decision", {"title": "Which cloud hosts the portal?", "options": "Nimbora or our own data centre", "recommendation": "Nimbora", "decider_id": "@elena",
                      "decide_by": 9, "without_it": "The load test has no environment."}),
        ("stakeholder", {"name": "Legal department", "role": "approves the privacy notice", "power": 4, "interest": 2, "current": "neutral", "desired": "supportive",
                         "engager_id": "@ana", "frequency": "every two weeks", "last_contact": -20, "notes": "Thin on people until January."}),
        ("stakeholder", {"name": "Dealer council", "side": "external", "organisation": "Dealers", "power": 3, "interest": 5, "current": "supportive",
                         "desired": "leading", "engager_id": "@ana", "last_contact": -6}),
        ("communication", {"title": "Monthly note to the dealers", "audience": "Dealer council", "sender_id": "@ana", "frequency": "monthly", "method": "e-mail",
                           "next_due": -3, "last_sent": -34}),
        ("metric", {"title": "Page load time", "unit": "s", "better": "lower", "target": 2, "tolerance": 0.5, "owner_id": "@ben", "frequency": "weekly"}),
        ("measurement", {"metric_id": "Page load time", "on": -7, "value": 2.8, "evidence": "Load probe, week 46"}),
        ("check", {"title": "Customer account pages", "activity": "review", "planned": 10, "reviewer_id": "@dev", "producer_id": "@ben"}),
        ("contract", {"title": "Portal design", "supplier": "Studio Halbig", "type": "time and materials", "worth": 60_000, "start": -90, "end": 40,
                      "owner_id": "@ana", "status": "signed"}),
        ("allocation", {"person_id": "@ben", "role": "developer", "hours": 30, "start": -60, "end": 65, "commitment": "hard"}),
        ("allocation", {"person_id": "@dev", "role": "designer", "hours": 20, "start": -60, "end": 40, "commitment": "soft"}),
        ("timeentry", {"person_id": "@ben", "task_id": "Build the customer account pages", "on": -6, "hours": 6, "note": "Order list"}),
        ("timeentry", {"person_id": "@ben", "task_id": "Test the invoice download", "on": -5, "hours": 3}),
        ("comment", {"text": "Legal answers in their weekly round, always on a Tuesday.", "about": "APOLLO-T-9", "author_id": "@ana"}),
        ("businesscase", {"title": "Keep the call centre as it is", "option": "do nothing", "years": 4, "status": "rejected", "owner_id": "@victor"}),
        ("businesscase", {"title": "Portal for private customers", "option": "do it", "years": 4, "status": "approved", "approved_on": -74, "owner_id": "@victor",
                          "tax": 30, "residual": 20_000}),
    ),
    "Borealis": (
        ("sprint", {"title": "Sprint 3", "start": -47, "end": -34, "goal": "The first sensor is found", "committed": 26, "completed": 24, "status": "closed"}),
        ("sprint", {"title": "Sprint 4", "start": -33, "end": -20, "goal": "The first answer from real data", "committed": 30, "completed": 26, "status": "closed"}),
        ("sprint", {"title": "Sprint 5", "start": -19, "end": -6, "goal": "Two more sources", "committed": 28, "completed": 29, "status": "closed"}),
        ("sprint", {"title": "Sprint 6", "start": -5, "end": 8, "goal": "Ready for the first ten users", "committed": 30, "status": "active"}),
    ),
    "Corvus": (
        ("dependency", {"title": "Clean order data from the web shop", "direction": "get", "party": "Web shop team", "other_project_id": "Apollo", "owner_id": "@jonas",
                        "needed_by": 15, "promised_for": 12, "confidence": "medium"}),
        ("issue", {"title": "The scanners do not read old labels", "severity": "medium", "owner_id": "@jonas", "raised_by_id": "@jonas", "raised_on": -8, "due": 12}),
        ("assumption", {"title": "The halls can be closed on two weekends", "owner_id": "@carla", "validate_by": 30, "confidence": "high"}),
        ("sprint", {"title": "Picking app 1", "start": -20, "end": -7, "goal": "A picker sees the next parcel", "committed": 13, "completed": 13, "status": "closed"}),
        ("sprint", {"title": "Picking app 2", "start": -6, "end": 7, "goal": "A picker confirms by voice", "committed": 8, "status": "active"}),
        ("task", {"title": "Show the next parcel on the picking app", "owner_id": "@mia", "points": 13, "sprint_id": "Picking app 1", "status": "done", "done_on": -8}),
        ("task", {"title": "Confirm a pick by voice", "owner_id": "@mia", "points": 8, "sprint_id": "Picking app 2", "due": 7}),
    ),
    "Elara": (
        ("sharing", {"leaves": "may leave", "reason": "It is closed, and told of in the yearly report."}),
        ("check", {"title": "Controls of hall 1", "activity": "test", "planned": -420, "held_on": -418, "result": "failed", "findings": "Two lamps stay dark.",
                   "rework_hours": 12, "cost": 1_800, "cost_class": "internal failure", "reviewer_id": "@jonas"}),
        ("check", {"title": "Controls of all halls", "activity": "inspection", "planned": -330, "held_on": -330, "result": "passed", "cost": 2_400,
                   "cost_class": "appraisal", "reviewer_id": "@jonas"}),
        ("issue", {"title": "The controls forget the weekend", "type": "defect", "severity": "medium", "owner_id": "@jonas", "raised_by_id": "@jonas",
                   "raised_on": -310, "task_id": "Measure the energy of each hall", "status": "resolved", "resolved_on": -301, "resolution": "New firmware"}),
        ("metric", {"title": "What the crews think of the light", "unit": "points", "better": "higher", "target": 8, "owner_id": "@jonas", "frequency": "yearly"}),
        *(("measurement", {"metric_id": "What the crews think of the light", "on": -20, "rating": rating, "evidence": f"Card {n}"})
          for n, rating in enumerate((10, 9, 9, 8, 7, 6), 1)),
        ("measurement", {"benefit_id": "Less energy bought", "on": -20, "rating": 9, "perception": "The bill fell at once.", "evidence": "Energy manager"}),
        ("lesson", {"title": "Ask the works council before the pilot, not after it", "type": "avoid", "category": "stakeholders",
                    "situation": "The pilot stood still for three weeks.", "recommendation": "Put the works council on the stakeholder list at gate 1."}),
        ("lesson", {"title": "One room for the whole team pays off", "type": "keep", "category": "people", "recommendation": "Book a project room for the build."}),
    ),
}


def office(days: Days) -> tuple[Create, ...]:
    """The office's own settings, its programme and its product."""
    return tuple(Create(kind, dated(values, days)) for kind, values in OFFICE)


def projects(days: Days) -> Iterator[tuple[datetime, tuple[Create, ...]]]:
    """What each project keeps beside its plan: the moment it was written. Its baseline was agreed with the plan."""
    yield days.at(-112, 16), (Create("baseline", {"project_id": "Apollo", "reason": "Agreed at gate 1."}),)
    for project, rows in PROJECTS.items():
        yield days.at(-4, 7), tuple(Create(kind, {"project_id": project, **dated(values, days)}) for kind, values in rows)


