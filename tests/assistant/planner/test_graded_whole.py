"""Risks that are high or low as a whole are asked of the score, and of one grade only where that is named."""
import pytest

from tests.assistant.planner.asking import planned_once


@pytest.mark.parametrize(("text", "score"), [("which risks are high?", "at least 10"), ("do we have any high risks?", "at least 10"),
                                             ("low risks", "at most 4"), ("very high risks", "at least 16"), ("medium risks", "between 5 and 9")])
def test_a_grade_of_a_risk_is_one_of_its_score_among_what_is_open(text: str, score: str) -> None:
    plan = planned_once(text)
    assert plan.calls == (("find_records", {"kind": "risk", "where": {"status": "not closed", "score": score}}),)
    assert not plan.says


def test_a_grade_that_is_named_is_that_one() -> None:
    assert planned_once("high impact risks").calls == (("find_records", {"kind": "risk", "where": {"impact": "at least 4"}}),)
    (_, said), = planned_once("risks with high probability and high impact").calls
    assert set(said["where"]) == {"probability", "impact"}
