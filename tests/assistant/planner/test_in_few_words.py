"""A choice before its kind, a field of what is called by a number, what arrives when, and whether something is the main problem."""
from collections.abc import Sequence
from dataclasses import replace

import pytest

from assistant.calling import Call, Past
from assistant.planner.heard.plan import Asked, Plan
from records.kinds import CostEntry, Dependency, Issue, Risk, Sprint
from records.kinds.base import Record
from tests.assistant.planner.asking import ALL, NAMES, TODAY, planned, planned_once, planner
from tools.desk.holding import Holder


def held(*found: tuple[type[Record], str, str]) -> Sequence[Holder]:
    return tuple(Holder(kind, key, title, is_titled=True, is_own=True, is_theirs=False, is_open=True) for kind, key, title in found)


def holding(text: str, *found: tuple[type[Record], str, str], past: Sequence[Past] = ()) -> Plan:
    asked = replace(Asked(NAMES, TODAY, tuple(past), "Ana Ruiz"), holding=lambda _: held(*found))
    return planner().plan(text, asked, ALL)


@pytest.mark.parametrize(("text", "where"), [("hybrid projects?", {"approach": "hybrid"}), ("the hybrid projects", {"approach": "hybrid"}),
                                             ("candidate projects", {"phase": "candidate"})])
def test_a_choice_before_its_kind_is_the_list_of_such(text: str, where: dict[str, str]) -> None:
    assert planned_once(text).calls == (("find_records", {"kind": "project", "where": where}),)


def test_a_colour_is_one_of_the_records_and_not_the_declared_one() -> None:
    assert planned_once("red projects?").calls == (("find_records", {"kind": "project", "where": {"colour": "red"}}),)


@pytest.mark.parametrize(("text", "field"), [("wats the goal of Sprint 6", "goal"), ("what is the goal of sprint 6?", "goal"), ("end of Sprint 6", "end")])
def test_a_field_of_a_sprint_with_a_number_is_told_of_that_sprint(text: str, field: str) -> None:
    assert holding(text, (Sprint, "BOREALIS-SR-4", "Sprint 6")).calls == (("show_record", {"record": "BOREALIS-SR-4", "field": field}),)


def test_what_is_promised_from_outside_arrives_on_the_day_that_is_promised() -> None:
    assert holding("when does the login come?", (Dependency, "APOLLO-DP-1", "Login service")).calls == (
        ("show_record", {"record": "APOLLO-DP-1", "field": "promised for"}),)


@pytest.mark.parametrize("text", ["when do the scanners arrive?", "when will the scanners be delivered?"])
def test_where_no_record_keeps_a_day_of_delivery_that_is_said(text: str) -> None:
    plan = holding(text, (CostEntry, "CORVUS-C-3", "Scanners"), (Risk, "CORVUS-R-1", "The hand scanners may come late"))
    assert plan.calls == (("find_records", {"words": "scanners"}),)
    assert plan.says.startswith("No record keeps a day on which “scanners” is delivered.")


def test_they_are_what_was_shown() -> None:
    shown = Past("CORVUS-C-3", "Scanners", (Call("show_record", {"record": "CORVUS-C-3"}),), ("CORVUS-C-3",))
    assert planned("when do they arrive?", shown).says.startswith("No record keeps a day on which “CORVUS-C-3")


def test_whether_something_is_the_main_problem_is_shown_among_all_of_them() -> None:
    plan = holding("are the scanners still the main problem?", (Risk, "CORVUS-R-1", "The hand scanners may come late"),
                   (Issue, "CORVUS-I-1", "The scanners do not read old labels"))
    assert [(said["kind"], said["where"]["project"]) for _, said in plan.calls] == [("risk", "CORVUS"), ("issue", "CORVUS")]
    assert plan.says.startswith("“scanners” stands in CORVUS-R-1, CORVUS-I-1.")


@pytest.mark.parametrize("text", ["when is Apollo done according to the plan and according to the forecast", "when will Apollo be finished by plan and by forecast?"])
def test_plan_and_forecast_of_the_end_are_told_together(text: str) -> None:
    assert planned_once(text).calls == (("explain_figure", {"figure": "expected_finish", "project": "APOLLO"}),)
