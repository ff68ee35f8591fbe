"""Asking the planner as somebody on the sample company would, and comparing what it plans with what was wanted."""
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any

from assistant.calling import Past
from assistant.planner.heard.hearing import Heard, hear
from assistant.planner.heard.plan import Asked, Plan
from assistant.planner.planning import Planner
from tools import TOOLS

TODAY = date(2026, 11, 18)
PROJECTS = ("Apollo", "Borealis", "Corvus", "Dione", "Elara", "Fortuna", "Zephyr")
PEOPLE = ("Paula Adler", "Ana Ruiz", "Ben Okafor", "Carla Winter", "Victor Lang", "Elena Marsh", "Tom Brandt", "Nora Keller", "Dev Patel", "Mia Fischer",
          "Jonas Keller", "Sofia Rossi")
OBJECTIVES = ("Cut the cost of service by 15 %", "Sell more connected products", "Ship every order within two days", "Use less energy ourselves",
              "Enter the Nordic market")
NAMES: dict[str, dict[str, str]] = {
    "project": {name: name.upper() for name in PROJECTS},
    "person": {name: f"P-{n}" for n, name in enumerate(PEOPLE, 1)},
    "objective": {name: f"OBJ-{n}" for n, name in enumerate(OBJECTIVES, 1)},
    "document": {"Project and Value Handbook": "DOC-1"}}
OUTSIDER = {**NAMES, "project": {n: k for n, k in NAMES["project"].items() if n != "Zephyr"}}
READING = tuple(t.name for t in TOOLS if not t.proposes)
ALL = tuple(t.name for t in TOOLS)
WRITING = frozenset(ALL) - set(READING)


@cache
def planner() -> Planner:
    return Planner(TOOLS)


def planned(text: str, *past: Past, names: Mapping[str, Mapping[str, str]] = NAMES, offered: tuple[str, ...] = ALL) -> Plan:
    return planner().plan(text, Asked(names, TODAY, past, "Ana Ruiz"), offered)


@cache
def planned_once(text: str) -> Plan:
    """The same for a first message, where several tests look at one plan."""
    return planned(text)


def heard(text: str) -> Heard:
    return hear(text, NAMES, TODAY)


def wrong(plan: Plan, tools: str, slots: Mapping[str, str]) -> str:
    """What is wrong with a plan, or nothing."""
    called, wanted = [name for name, _ in plan.calls], tools.split()
    if not called:
        return "" if not wanted or tools.endswith(" ") else f"asked back: {plan.says}"
    if called[0] not in wanted or len(called) > 1:
        return f"called {called}"
    return ", ".join(_wrong_slots(plan.calls[0][1], slots))


def _wrong_slots(args: Mapping[str, Any], slots: Mapping[str, str]) -> Iterator[str]:
    for path, wanted in slots.items():
        found: Any = args
        for part in path.split("."):
            found = found.get(part) if isinstance(found, Mapping) else None
        said = "" if found is None else str(found).lower().strip(" .")
        fits = not said if wanted == "!" else bool(said) if wanted == "*" else wanted.lower() in said if path.endswith(LOOSE) else said == wanted.lower()
        if not fits:
            yield f"{path} is {found!r}"


LOOSE = ("title", "due", "hours", "owner", "person", "period")     # the words around them may differ
