"""Zephyr, an acquisition that only its own people and the top of the house may know of."""
from records.proposals import Change
from records.sample.base import Job, Plan, Step
from records.sample.company import NORDIC

ZEPHYR = Plan(
    "Zephyr", -45,
    {"purpose": "Buy a maker of sensors with a sales force in the Nordics.", "approach": "predictive", "phase": "in delivery", "manager_id": "@sofia", "sponsor_id": "@elena",
     "objective_id": NORDIC, "priority": 1, "strategic_fit": 9, "business_value": 9, "time_criticality": 4, "risk_reduction": 2, "job_size": 13, "delivery_risk": 8, "start": -44, "finish": 120, "access": "restricted", "discount_rate": 10},
    members=(("sofia", "project manager"), ("mia", "technical reviewer")),
    jobs=(
        Job("Sound out the owners", "sofia", -44, -25, 30, done=-26),
        Job("Review the patents", "mia", -24, 10, 60, progress=40),
        Job("Value the company", "sofia", -20, 14, 80, progress=35),
        Job("Draft the letter of intent", "sofia", 15, 28, 24),
    ),
    milestones=({"title": "Letter of intent", "type": "contract", "planned": 30, "forecast": 30, "owner_id": "@sofia", "decision": "Sign the letter of intent"},),
    risks=({"title": "Another bidder may come in", "category": "business", "probability": 4, "impact": 4, "cost_impact": 400000, "owner_id": "@sofia", "strategy": "accept",
            "response": "Agree exclusive talks.", "review": 10},),
    lines=(("Advisers", "services", 260_000), ("Own labour", "labour", 60_000)),
    costs=(("Advisers, first bill", "actual", -12, 54_000, "Hagen & Roth"), ("Labour", "actual", -8, 18_000, "")),
    benefits=({"title": "Orders from the Nordics", "objective_id": NORDIC, "owner_id": "@elena", "measure": "orders", "expected": 2_400_000, "start": 200, "end": 1660, "review": 380},),
    flows=(("Talks", 0, -320_000, None), ("Purchase", 1, -4_000_000, None), ("Second year", 2, 1_500_000, None), ("Third year", 3, 2_100_000, None),
           ("Fourth year", 4, 2_600_000, None)),
    later=(Step("mia", (Change("task", ("ZEPHYR-T-2",), {"progress": 45}),), ago=5),),
)
