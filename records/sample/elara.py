"""Elara, the energy retrofit of our own halls: closed, with its benefits still coming in, and less of them than promised."""
from records.proposals import Change
from records.sample.base import Job, Plan, Step
from records.sample.company import ENERGY

ELARA = Plan(
    "Elara", -560,
    {"purpose": "Our own connected light and controls in all four halls, to save energy and to show it.", "approach": "predictive", "phase": "in delivery",
     "manager_id": "@sofia", "sponsor_id": "@elena", "objective_id": ENERGY, "priority": 3, "strategic_fit": 6, "start": -555, "finish": -310,
     "declared_colour": "green", "declared_reason": "The work goes to plan.", "declared_until": 30, "discount_rate": 8},
    members=(("sofia", "project manager"), ("jonas", "logistics")),
    jobs=(
        Job("Measure the energy of each hall", "jonas", -555, -520, 50, done=-522),
        Job("Fit the first two halls", "jonas", -510, -430, 160, done=-428),
        Job("Fit the other two halls", "jonas", -429, -340, 160, done=-335),
        Job("Hand over to operations", "sofia", -339, -312, 30, done=-312),
    ),
    milestones=({"title": "Handed over", "type": "contract", "planned": -310, "forecast": -310, "owner_id": "@sofia"},),
    risks=({"title": "The fitting may stop a line", "category": "schedule", "probability": 2, "impact": 4, "owner_id": "@jonas", "strategy": "mitigate",
            "response": "Fit at night."},),
    lines=(("Controls and lamps", "equipment", 240_000), ("Fitting", "services", 90_000), ("Own labour", "labour", 50_000)),
    costs=(("Controls and lamps", "actual", -480, 236_000, ""), ("Fitting, first halls", "actual", -428, 47_000, "Elektro Stein"),
           ("Fitting, other halls", "actual", -336, 46_000, "Elektro Stein"), ("Labour", "actual", -313, 44_000, "")),
    benefits=(
        {"title": "Less energy bought", "objective_id": ENERGY, "owner_id": "@victor", "measure": "MWh bought", "expected": 520_000, "forecast": 450_000, "start": -300, "end": 430,
         "review": 8},
        {"title": "Less upkeep of the lamps", "objective_id": ENERGY, "owner_id": "@jonas", "measure": "hours of upkeep", "expected": 80_000, "forecast": 80_000, "start": -300,
         "end": 430, "review": 8},
    ),
    flows=(("Build", -1, -380_000, -373_000), ("First year", 0, 250_000, 180_000), ("Second year", 1, 280_000, 240_000), ("Third year", 2, 120_000, 110_000)),
    later=(
        Step("sofia", (Change("milestone", ("ELARA-MS-1",), {"actual": -312}), Change("risk", ("ELARA-R-1",), {"status": "closed"}),
                       Change("project", ("ELARA",), {"phase": "closed"})), day=-308),
        Step("victor", (Change("benefit", ("ELARA-BN-1",), {"realised": 62_000, "status": "realising"}), Change("benefit", ("ELARA-BN-2",), {"realised": 12_000, "status": "realising"})), day=-170),
        Step("victor", (Change("benefit", ("ELARA-BN-1",), {"realised": 158_000}), Change("benefit", ("ELARA-BN-2",), {"realised": 32_000})), day=-20),
    ),
)
