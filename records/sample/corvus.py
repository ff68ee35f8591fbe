"""Corvus, the new warehouse system: hybrid, and a little behind."""
from records.proposals import Change
from records.sample.base import Job, Plan, Step
from records.sample.company import FAST

CORVUS = Plan(
    "Corvus", -100,
    {"purpose": "A warehouse system that plans picking by itself, so that orders leave within two days.", "approach": "hybrid", "phase": "in delivery",
     "manager_id": "@carla", "sponsor_id": "@elena", "objective_id": FAST, "priority": 2, "strategic_fit": 8, "business_value": 8, "time_criticality": 7, "risk_reduction": 4, "job_size": 8, "delivery_risk": 3, "start": -98, "finish": 90,
     "declared_colour": "amber", "declared_reason": "The scanners come late.", "declared_until": 30, "discount_rate": 8},
    members=(("carla", "project manager"), ("jonas", "logistics planner"), ("mia", "developer")),
    jobs=(
        Job("Map the picking routes", "jonas", -98, -70, 60, done=-71),
        Job("Choose the warehouse system", "carla", -90, -60, 40, done=-58),
        Job("Set up the system", "mia", -58, -20, 120, done=-18),
        Job("Clean the article data", "jonas", -40, -2, 80, progress=85),
        Job("Connect the order system", "mia", -25, 20, 100, progress=50),
        Job("Order the hand scanners", "jonas", -20, 9, 12, blocked="waiting for the supplier's delivery date", progress=40),
        Job("Train the first shift", "jonas", 25, 40, 48),
        Job("Move the first hall", "carla", 41, 60, 90),
        Job("Move the second hall", "carla", 61, 85, 90),
    ),
    milestones=(
        {"title": "Gate 2: system approved", "type": "gate", "planned": -22, "forecast": -22, "actual": -16, "owner_id": "@carla"},
        {"title": "First hall live", "type": "internal", "planned": 58, "forecast": 65, "owner_id": "@carla"},
        {"title": "Both halls live", "type": "contract", "planned": 88, "forecast": 92, "owner_id": "@carla"},
    ),
    risks=(
        {"title": "The hand scanners may come after the training", "category": "supplier", "probability": 4, "impact": 3, "cost_impact": 30000, "owner_id": "@jonas",
         "strategy": "mitigate", "response": "Rent scanners for the training.", "review": 6},
        {"title": "The move may stop shipping for a day", "category": "schedule", "probability": 3, "impact": 4, "cost_impact": 80000, "owner_id": "@carla",
         "strategy": "mitigate", "response": "Move at a weekend, one hall at a time.", "review": 18},
    ),
    lines=(("Own labour", "labour", 130_000), ("System", "licences", 160_000), ("Scanners", "equipment", 70_000), ("Move", "services", 40_000)),
    costs=(("System, licence", "actual", -55, 110_000, "Stapelwerk"), ("Labour, first half", "actual", -50, 38_000, ""), ("Labour, second half", "actual", -10, 44_000, ""),
           ("System, set-up", "actual", -18, 24_000, "Stapelwerk"), ("Scanners", "commitment", -20, 66_000, "Scanfix")),
    requests=((-16, {"title": "Rent scanners for the training", "requester_id": "@jonas", "type": "cost", "reason": "The bought ones come late.", "cost_effect": 9_000,
                     "days_effect": 0, "decider_id": "@elena", "decide_by": 10, "without_it": "The training moves by three weeks."}),),
    benefits=(
        {"title": "Orders shipped within two days", "objective_id": FAST, "owner_id": "@jonas", "measure": "share of orders", "expected": 540_000, "forecast": 500_000,
         "start": 92, "end": 1187, "review": 180},
        {"title": "Less overtime in the halls", "objective_id": FAST, "measure": "overtime hours", "expected": 160_000, "forecast": 140_000, "start": 92, "end": 1187, "review": 180},
    ),
    flows=(("Build", 0, -400_000, -430_000), ("First year", 1, 170_000, 150_000), ("Second year", 2, 240_000, 230_000), ("Third year", 3, 240_000, 230_000)),
    later=(
        Step("jonas", (Change("risk", ("CORVUS-R-1",), {"probability": 4, "impact": 4}),), day=-5),
        Step("jonas", (Change("risk", ("CORVUS-R-1",), {"impact": 3}),), ago=5),
        Step("mia", (Change("task", ("CORVUS-T-5",), {"progress": 55}),), ago=3),
    ),
)
