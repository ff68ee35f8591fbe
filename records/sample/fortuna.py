"""Fortuna, an idea that many talk of: robots in packing. It is loud, costly, and serves no objective yet."""
from records.sample.base import Job, Plan

FORTUNA = Plan(
    "Fortuna", -21,
    {"purpose": "Robots that pack parcels by themselves.", "approach": "predictive", "phase": "candidate", "manager_id": "@carla", "sponsor_id": "@elena", "priority": 1,
     "strategic_fit": 4, "business_value": 5, "time_criticality": 2, "risk_reduction": 3, "job_size": 20, "delivery_risk": 7, "start": 40, "finish": 400, "discount_rate": 10},
    jobs=(Job("Visit two packing plants", "carla", 5, 20, 16), Job("Write the business case", "carla", 21, 38, 24)),
    milestones=({"title": "Gate 0: idea approved", "type": "gate", "planned": 39, "forecast": 39, "decision": "Decide whether to plan it"},),
    risks=({"title": "The parcels may be too different for a robot", "category": "technical", "probability": 4, "impact": 4, "cost_impact": 300000, "strategy": "undecided", "review": 20},),
    lines=(("Robots", "equipment", 900_000), ("Halls", "services", 350_000), ("Own labour", "labour", 150_000)),
    benefits=({"title": "Fewer hands in packing", "measure": "hours per parcel", "expected": 1_500_000, "start": 420, "end": 2240, "review": 600},),
    flows=(("Build", 1, -1_400_000, None), ("Second year", 2, 300_000, None), ("Third year", 3, 400_000, None), ("Fourth year", 4, 400_000, None), ("Fifth year", 5, 400_000, None)),
)
