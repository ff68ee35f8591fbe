"""Stand-ups and notes: what is told of a known record changes it, what is new is made beside it, and what cannot be read is told."""
from collections.abc import Mapping
from typing import Any

from assistant.planner.heard.plan import Asked, Plan
from assistant.planner.heard.wording import LINES_LEFT
from tests.assistant.planner.asking import ALL, NAMES, TODAY, planner

TITLED = {"order history": "APOLLO-T-6", "invoice download": "APOLLO-T-12", "load test": "APOLLO-T-10", "password reset": "APOLLO-T-7",
          "privacy notice": "APOLLO-T-9", "room alarm": "BOREALIS-T-9"}


def planned(text: str) -> Plan:
    return planner().plan(text, Asked(NAMES, TODAY, (), "Ana Ruiz", {said: key for said, key in TITLED.items() if said in text}), ALL)


def told(plan: Plan) -> list[tuple[str, Mapping[str, Any]]]:
    return [(str((args.get("where") or {}).get("key") or args["kind"]), args["values"]) for _, args in plan.calls]


def test_a_stand_up_changes_the_tasks_that_are_there_and_books_the_hours_of_whoever_tells() -> None:
    plan = planned("stand-up Apollo:\nBen: order history at 70%, 4h yesterday\nDev: invoice download blocked, waiting for test data\nMia: load test started\n"
                   "New risk: Keyward might be bought by a competitor")
    assert told(plan) == [
        ("APOLLO-T-6", {"progress": "70%", "time entry": "4h yesterday, worked by Ben"}),
        ("APOLLO-T-12", {"status": "blocked", "blocked by": "test data"}), ("load test", {"status": "in progress"}),
        ("risk", {"project": "APOLLO", "title": "Keyward might be bought by a competitor"})]
    assert not plan.says


def test_notes_of_a_meeting_make_the_decision_the_risk_and_the_action_of_its_project() -> None:
    plan = planned("Notes from today's Apollo meeting:\n- order history done by tomorrow\n- privacy notice slips to 4 December\n"
                   "- Decision: we keep the current login page\n- Ana to follow up with legal on Tuesday")
    assert [of for of, _ in told(plan)] == ["APOLLO-T-6", "APOLLO-T-9", "decision", "task"]
    assert told(plan)[0][1] == {"due": "tomorrow"}
    assert told(plan)[3][1]["owner"] == "Ana"
    assert {values.get("project") for of, values in told(plan)[2:]} == {"APOLLO"}


def test_a_line_that_tells_nothing_known_is_named_and_makes_nothing() -> None:
    plan = planned("Daily Apollo\n- password reset done\n- we should ask legal again")
    assert [of for of, _ in told(plan)] == ["APOLLO-T-7"]
    assert plan.says == LINES_LEFT.format(lines="we should ask legal again")


def test_a_record_of_another_project_is_no_part_of_the_notes_of_one() -> None:
    assert [of for of, _ in told(planned("Daily Apollo\n- password reset done\n- room alarm done"))] == ["APOLLO-T-7"]


def test_what_each_says_in_one_line_is_told_of_each() -> None:
    plan = planned("Dev: invoice download done, 3h; Ben: order history 80%")
    assert [of for of, _ in told(plan)] == ["APOLLO-T-12", "APOLLO-T-6"]
    assert told(plan)[0][1]["time entry"] == "3h today, worked by Dev"


def test_other_lists_of_things_to_do_are_still_new() -> None:
    plan = planned("new tasks for Apollo:\n- label the shelves\n- count the stock")
    assert [name for name, _ in plan.calls] == ["create_tasks"]
