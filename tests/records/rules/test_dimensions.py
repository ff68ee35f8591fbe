"""The rules of scope, resources, quality and stakeholders at their lines; and each dimension has its colour, or none where nothing is known."""

import json

import pytest

from records.kinds import Allocation, Baseline, Issue, Measurement, Metric, Person, Project, Stakeholder, Task
from records.rules import HEALTH
from records.rules.health.defective import defective
from records.rules.health.growing import growing
from records.rules.health.missing_targets import missing_targets
from records.rules.health.opposing import opposing
from records.rules.health.short_staffed import short_staffed
from records.verdicts import DIMENSIONS
from tests.records.building import FUTURE, PAST, TODAY, Case, Made, made


@pytest.mark.parametrize(("severity", "status", "expected"), [
    ("critical", "open", ["red"]), ("high", "in progress", ["amber"]), ("medium", "open", []), ("critical", "resolved", [])])
def test_defective_by_the_worst_that_is_open(severity: str, status: str, expected: list[str]) -> None:
    assert Case(made(Issue, type="defect", severity=severity, status=status)).severities(defective) == expected


def test_an_issue_is_no_defect() -> None:
    assert Case(made(Issue, type="issue", severity="critical", status="open")).severities(defective) == []


def metric(number: int, value: float) -> tuple[Made, Made]:
    return (made(Metric, id=number, title=f"Metric {number}", better="lower", target=2.0, tolerance=0.5),
            made(Measurement, metric_id=number, on=PAST, value=value))


@pytest.mark.parametrize(("values", "expected"), [((2.5, 2.0), []), ((2.6, 2.0, 2.0), ["amber"]), ((2.6, 2.0), ["red"])])
def test_missing_targets_by_the_share_outside_tolerance(values: tuple[float, ...], expected: list[str]) -> None:
    assert Case(*(m for n, v in enumerate(values, 1) for m in metric(n, v))).severities(missing_targets) == expected


def test_missing_targets_names_the_metrics() -> None:
    (finding,) = Case(*metric(1, 9.0), *metric(2, 1.0)).findings(missing_targets)
    assert finding.says == "1 quality metric outside tolerance: Metric 1 (50 % on target)."


@pytest.mark.parametrize(("power", "current", "desired", "expected"), [
    (4, "resistant", "neutral", ["red"]), (5, "neutral", "supportive", ["amber"]), (4, "supportive", "supportive", []), (3, "resistant", "neutral", []),
    (5, "not known", "leading", [])])
def test_opposing_by_power_and_gap(power: int, current: str, desired: str, expected: list[str]) -> None:
    assert Case(made(Stakeholder, name="Legal", power=power, current=current, desired=desired)).severities(opposing) == expected


def agreed(number: int) -> Made:
    """A baseline of so many tasks, T-0 and on."""
    snapshot = {"tasks": {f"A-{n}": [f"Work {n}", None, None, 8, None] for n in range(number)}, "milestones": {}, "budget": {}}
    return made(Baseline, number=1, agreed_on=PAST, snapshot=json.dumps(snapshot))


@pytest.mark.parametrize(("more", "expected"), [(1, []), (2, ["amber"]), (3, ["red"])])
def test_growing_by_the_tasks_that_were_agreed(more: int, expected: list[str]) -> None:
    work = [made(Task, key=f"A-{n}", title=f"Work {n}") for n in range(10 + more)]
    assert Case(agreed(10), *work).severities(growing) == expected


@pytest.mark.parametrize(("hours", "expected"), [(100.0, []), (400.0, ["red"])])
def test_short_staffed_by_the_hours_that_are_missing(hours: float, expected: list[str]) -> None:
    ben = made(Person, id=9, name="Ben", weekly_hours=40.0)
    case = Case(made(Project), ben, made(Allocation, person_id=9, hours=20.0, start=PAST, end=FUTURE, commitment="hard"),
                made(Task, owner_id=9, hours=hours, due=FUTURE, start=TODAY))
    assert case.severities(short_staffed) == expected


def test_every_dimension_has_a_rule_that_colours_it() -> None:
    assert {rule.area for rule in HEALTH if rule.of is Project} >= set(DIMENSIONS)
    assert len(DIMENSIONS) == 8
