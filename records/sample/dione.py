"""Dione, the showrooms: delivered well, and hardly worth it any more."""
from records.proposals import Change
from records.sample.base import Job, Plan, Step
from records.sample.company import CONNECTED

DIONE = Plan(
    "Dione", -130,
    {"purpose": "Four showrooms in which architects try our connected light.", "approach": "predictive", "phase": "in delivery", "manager_id": "@sofia",
     "sponsor_id": "@elena", "objective_id": CONNECTED, "priority": 1, "strategic_fit": 8, "business_value": 6, "time_criticality": 3, "risk_reduction": 1, "job_size": 13, "delivery_risk": 4, "start": -128, "finish": 45, "declared_colour": "green", "declared_reason": "All sites are on plan.", "declared_until": 30, "discount_rate": 8},
    members=(("sofia", "project manager"), ("dev", "designer"), ("jonas", "logistics")),
    jobs=(
        Job("Choose the four cities", "sofia", -128, -105, 30, done=-107),
        Job("Design the rooms", "dev", -104, -70, 90, done=-71),
        Job("Rent the rooms", "sofia", -90, -60, 40, done=-62),
        Job("Furnish Hamburg", "jonas", -60, -35, 60, done=-36),
        Job("Furnish Munich", "jonas", -35, -12, 60, done=-13),
        Job("Furnish Vienna", "jonas", -12, 12, 60, progress=55),
        Job("Furnish Zurich", "jonas", 13, 35, 60),
        Job("Invite the architects", "sofia", 20, 42, 24),
    ),
    milestones=(
        {"title": "First showroom open", "type": "external", "planned": -30, "forecast": -30, "actual": -31, "owner_id": "@sofia"},
        {"title": "All showrooms open", "type": "external", "planned": 42, "forecast": 42, "owner_id": "@sofia"},
    ),
    risks=({"title": "Few architects may come", "category": "business", "probability": 3, "impact": 3, "cost_impact": 90000, "owner_id": "@sofia", "strategy": "mitigate",
            "response": "Invite through the chamber of architects.", "review": 12},),
    lines=(("Rent", "services", 380_000), ("Furniture", "equipment", 460_000), ("Own labour", "labour", 160_000)),
    costs=(("Rent, first half", "actual", -60, 180_000, "Immovia"), ("Furniture, Hamburg", "actual", -37, 110_000, "Lichthaus"), ("Labour", "actual", -30, 92_000, ""),
           ("Furniture, Munich", "actual", -14, 118_000, "Lichthaus"), ("Rent, deposit", "actual", -58, 95_000, "Immovia"), ("Furniture, Vienna", "commitment", -8, 112_000, "Lichthaus")),
    benefits=(
        {"title": "Orders won in the showrooms", "objective_id": CONNECTED, "owner_id": "@elena", "measure": "orders", "expected": 1_900_000, "forecast": 1_900_000,
         "realised": 20_000, "start": 45, "end": 1500, "review": 90},
    ),
    flows=(("Build", 0, -1_000_000, -1_000_000), ("First year", 1, 300_000, None), ("Second year", 2, 500_000, None), ("Third year", 3, 550_000, None),
           ("Fourth year", 4, 550_000, None)),
    later=(
        Step("victor", (Change("benefit", ("DIONE-BN-1",), {"forecast": 1_050_000}), Change("cashflow", ("DIONE-F-2",), {"forecast": 160_000}),
                        Change("cashflow", ("DIONE-F-3",), {"forecast": 270_000}), Change("cashflow", ("DIONE-F-4",), {"forecast": 310_000}),
                        Change("cashflow", ("DIONE-F-5",), {"forecast": 310_000})), ago=7),
        Step("jonas", (Change("task", ("DIONE-T-6",), {"progress": 60}),), ago=4),
    ),
)
