"""A small method and a small house, so that a plan can be worked out by hand."""
from collections.abc import Sequence
from datetime import date

from language.describing.parting import Around
from language.describing.reading import read
from records.breakdown.base import Activity, Method, Plan, Size, Step
from records.breakdown.merging import Wanted
from records.breakdown.planning import House, planned
from records.breakdown.staffing import Member
from records.figures.schedule.axis import Axis
from records.figures.schedule.calendars import Worked

MONDAY = date(2026, 11, 16)
WORKED = Worked(0, Axis((0, 1, 2, 3, 4)), 8.0, "Monday to Friday")
METHOD = Method("Small", ("portal",), "", (
    Step("1", "Start", "Hold the kickoff", effort=(2, 4, 8), role="project manager", because="unled project"),
    Step("2", "Start", "Started", "milestone", after=("1",)),
    Step("3", "Work", "Do the work", "delivery", effort=(4, 8, 16), role="developer", after=("2",)),
    Step("4", "Work", "Test the whole", "task", "always", effort=(4, 8, 16), role="tester", after=("3",), heard=("test", "load test")),
    Step("5", "Work", "Train the users", "task", "usually", effort=(4, 8, 16), role="trainer", after=("4",), heard=("train", "training")),
    Step("6", "End", "Look back", "task", "thorough", effort=(2, 4, 8), after=("4", "5")),
    Step("7", "End", "Closed", "milestone", "always", after=("5", "6"))))
ANA, BEN = Member(2, "P-2", "Ana Ruiz", "project manager"), Member(3, "P-3", "Ben Okafor", "developer")
HOUSE = House(WORKED, MONDAY, (ANA, BEN), {"P-2": ANA, "P-3": BEN})


def drawn(text: str, size: Size = "usual", without: Sequence[str] = (), house: House = HOUSE, finish: date | None = None) -> Plan:
    said = read(text, Around({"Ana Ruiz": "P-2", "Ben Okafor": "P-3"}, MONDAY))
    return planned(text, METHOD, said, Wanted(size, tuple(without)), house, finish)


def named(plan: Plan, title: str) -> Activity:
    return next(a for a in plan.activities if a.title == title)


def outline(plan: Plan) -> list[str]:
    return [f"{a.wbs} {a.title}" for a in plan.activities]


def waits(plan: Plan, title: str) -> list[str]:
    return [plan.activities[n].title for n in named(plan, title).after]
