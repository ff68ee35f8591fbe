"""Borealis, the app for smart sensors: agile, healthy, and worth it."""
from records.proposals import Change
from records.sample.base import Job, Plan, Step
from records.sample.company import CONNECTED

BOREALIS = Plan(
    "Borealis", -90,
    {"purpose": "An app with which caretakers set up and read our sensors themselves.", "approach": "agile", "phase": "in delivery", "manager_id": "@carla",
     "sponsor_id": "@elena", "objective_id": CONNECTED, "priority": 1, "strategic_fit": 9, "business_value": 7, "time_criticality": 5, "risk_reduction": 2, "job_size": 5, "delivery_risk": 5, "start": -88, "finish": 60, "declared_colour": "green", "declared_reason": "The line runs to plan.", "declared_until": 30, "discount_rate": 9},
    members=(("carla", "product owner"), ("mia", "developer"), ("dev", "designer")),
    jobs=(
        Job("Sign in with a company account", "mia", -88, -74, points=5, done=-75),
        Job("Pair a sensor by its code", "mia", -74, -60, points=8, done=-61),
        Job("Show the readings of a room", "mia", -60, -46, points=8, done=-47),
        Job("Name rooms and floors", "dev", -60, -46, points=3, done=-46),
        Job("Warn when a battery runs low", "mia", -46, -32, points=5, done=-33),
        Job("Share a building with a colleague", "mia", -32, -12, points=8, done=-13),
        Job("Export the readings", "dev", -18, -4, points=3, done=-5),
        Job("Work without a network", "mia", -10, 8, points=8, progress=60),
        Job("Set an alarm for a room", "mia", 9, 22, points=5),
        Job("Publish in both app stores", "carla", 23, 50, points=3),
    ),
    milestones=(
        {"title": "First version in the hands of five customers", "type": "external", "planned": -30, "forecast": -30, "actual": -31, "owner_id": "@carla"},
        {"title": "Public release", "type": "external", "planned": 55, "forecast": 55, "owner_id": "@carla"},
    ),
    risks=(
        {"title": "An app store may refuse the release", "category": "legal", "probability": 2, "impact": 3, "cost_impact": 15000, "owner_id": "@carla", "strategy": "mitigate",
         "response": "Hand in a first version early.", "review": 14},
        {"title": "Old phones may be too slow", "category": "technical", "probability": 2, "impact": 2, "owner_id": "@mia", "strategy": "accept", "review": 21},
    ),
    lines=(("Own labour", "labour", 140_000), ("Cloud services", "licences", 25_000), ("User tests", "services", 15_000)),
    costs=(("Labour, first sprints", "actual", -60, 42_000, ""), ("Cloud services", "actual", -40, 7_500, "Nimbora"), ("Labour, next sprints", "actual", -25, 44_000, ""),
           ("User tests", "actual", -20, 6_000, "Usertreff"), ("Labour, last sprint", "actual", -6, 20_000, "")),
    benefits=(
        {"title": "More sensors sold with the app", "objective_id": CONNECTED, "owner_id": "@elena", "measure": "sensors sold", "expected": 620_000, "forecast": 650_000,
         "start": 60, "end": 1150, "review": 150},
        {"title": "Fewer visits to set up sensors", "objective_id": CONNECTED, "owner_id": "@nora", "measure": "visits", "expected": 90_000, "start": 60, "end": 1150, "review": 150},
    ),
    flows=(("Build", 0, -180_000, -175_000), ("First year", 1, 120_000, 130_000), ("Second year", 2, 240_000, 250_000), ("Third year", 3, 260_000, 270_000)),
    later=(
        Step("mia", (Change("task", ("BOREALIS-T-8",), {"progress": 70}),), ago=4),
        Step("carla", (Change("risk", ("BOREALIS-R-2",), {"review": 28}),), ago=3),
    ),
)
