"""A description that is to be broken down amid the talk of a project belongs to that project, and else to the only one of whoever asks."""
from typing import Any

from assistant.calling import Past
from assistant.planner.heard.plan import Asked
from tests.assistant.planner.asking import ALL, NAMES, TODAY, planner

PILOT = "break down: for the pilot we need to pick ten customers, write them an invitation and set up accounts for them"
CORVUS = Past("how is Corvus doing?", "", (), ("CORVUS",))


def project(text: str, *past: Past, own: tuple[str, ...] = ()) -> Any:
    plan = planner().plan(text, Asked(NAMES, TODAY, past, "Ana Ruiz", own=own), ALL)
    assert [name for name, _ in plan.calls] == ["break_down_project"]
    return plan.calls[0][1].get("project")


def test_a_breakdown_amid_the_talk_of_a_project_is_of_that_project() -> None:
    assert project(PILOT, CORVUS) == "CORVUS"


def test_a_breakdown_out_of_the_blue_is_of_the_only_project_of_whoever_asks() -> None:
    assert project(PILOT, own=("APOLLO",)) == "APOLLO"
    assert project(PILOT, own=("APOLLO", "DIONE")) is None


def test_a_plan_of_something_new_stays_a_project_of_its_own() -> None:
    assert project("make a plan for moving our office to Lisbon by June", CORVUS, own=("APOLLO",)) is None
    assert project("break this project down into tasks: a new portal with search and login", CORVUS, own=("APOLLO",)) is None
