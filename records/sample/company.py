"""Northlight, a maker of lighting and building controls: its people, and what it wants to reach."""
from collections.abc import Mapping
from typing import Any

HOST = "northlight.example"
PEOPLE: tuple[tuple[str, str, str, str, float, int | None], ...] = (        # handle, name, role, job, weekly hours, hourly rate
    ("paula", "Paula Adler", "PMO admin", "Head of the PMO", 40, 95),
    ("ana", "Ana Ruiz", "project manager", "Project manager", 40, 85),
    ("ben", "Ben Okafor", "member", "Software developer", 40, 70),
    ("carla", "Carla Winter", "project manager", "Project manager", 40, 85),
    ("victor", "Victor Lang", "value manager", "Head of the value office", 40, 95),
    ("elena", "Elena Marsh", "executive", "Chief operating officer", 40, None),
    ("tom", "Tom Brandt", "auditor", "Internal auditor", 40, None),
    ("nora", "Nora Keller", "viewer", "Head of service", 40, None),
    ("dev", "Dev Patel", "member", "Product designer", 40, 68),
    ("mia", "Mia Fischer", "member", "Software developer", 32, 70),
    ("jonas", "Jonas Keller", "member", "Logistics planner", 40, 62),
    ("sofia", "Sofia Rossi", "project manager", "Project manager", 36, 85),
)
SERVICE, CONNECTED, FAST, ENERGY, NORDIC = (
    "Cut the cost of service by 15 %", "Sell more connected products", "Ship every order within two days", "Use less energy ourselves", "Enter the Nordic market")
OBJECTIVES: tuple[Mapping[str, Any], ...] = (
    {"title": SERVICE, "owner_id": "@nora", "measure": "service cost per order", "unit": "EUR", "baseline": 40, "target": 34, "current": 38.5, "weight": 30, "horizon": 400},
    {"title": CONNECTED, "owner_id": "@elena", "measure": "share of connected products sold", "unit": "%", "baseline": 12, "target": 30, "current": 21, "weight": 30, "horizon": 760},
    {"title": FAST, "owner_id": "@jonas", "measure": "orders shipped within two days", "unit": "%", "baseline": 71, "target": 98, "current": 80, "weight": 20, "horizon": 300},
    {"title": ENERGY, "owner_id": "@victor", "measure": "energy used", "unit": "MWh", "baseline": 5200, "target": 4200, "current": 4700, "weight": 10, "horizon": 760},
    {"title": NORDIC, "owner_id": "@elena", "measure": "orders from the Nordics", "unit": "M EUR", "baseline": 0, "target": 3, "current": 0, "weight": 10, "horizon": 760},
)
