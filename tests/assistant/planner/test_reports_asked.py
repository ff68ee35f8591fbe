"""How people ask for what moved, for a comparison, a committee, the data, and a part of the portfolio, without a model."""
from typing import Any

import pytest

from tests.assistant.planner.asking import planned_once

STATUS, CHANGED, ALL, RANKED = "status_report", "what_changed", "portfolio_summary", "rank_portfolio"


@pytest.mark.parametrize(("said", "tool", "args"), [
    ("what changed on Apollo since I last looked?", CHANGED, {"project": "APOLLO", "period": "since I last looked"}),
    ("what is new since my last visit?", CHANGED, {"period": "since my last visit"}),
    ("what did I miss on Apollo?", CHANGED, {"project": "APOLLO", "period": "I miss"}),
    ("compare Apollo's report of 1 October with today", STATUS, {"project": "APOLLO", "period": "1 October with today", "focus": "since"}),
    ("compare Apollo on 1 October with 1 November", STATUS, {"project": "APOLLO", "period": "1 October with 1 November", "focus": "since"}),
    ("compare Dione now with last month", STATUS, {"project": "DIONE", "period": "since last month", "focus": "since"}),
    ("prepare my steering committee on Apollo", STATUS, {"project": "APOLLO", "focus": "committee"}),
    ("what will the steering committee of Zephyr ask?", STATUS, {"project": "ZEPHYR", "focus": "committee"}),
    ("write a steering committee report on Dione", STATUS, {"project": "DIONE", "focus": "whole"}),
    ("who hasn't updated Apollo?", STATUS, {"project": "APOLLO", "focus": "data"}),
    ("which data is missing on Corvus?", STATUS, {"project": "CORVUS", "focus": "data"}),
    ("why is APOLLO like this?", STATUS, {"project": "APOLLO", "focus": "why"}),
    ("how are the projects sponsored by Elena Marsh?", ALL, {"of": "how are the projects sponsored by Elena Marsh?"}),
    ("how is the portfolio of the programme Customer first?", ALL, {"of": "how is the portfolio of the programme Customer first?"}),
    ("how is the portfolio?", ALL, {})])
def test_it_is_heard_as_it_is_meant(said: str, tool: str, args: dict[str, Any]) -> None:
    assert [(name, dict(given)) for name, given in planned_once(said).calls] == [(tool, args)]


def test_two_projects_are_compared_by_their_ranking() -> None:
    assert {name for name, _ in planned_once("compare Apollo and Zephyr").calls} == {RANKED}
