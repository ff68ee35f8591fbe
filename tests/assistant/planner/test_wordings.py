"""Every wording comes to its tool with its slots filled, and what must be declined is."""
import pytest

from tests.assistant.planner.asking import planned_once, wrong
from tests.assistant.planner.wishes import WISHES
from tests.assistant.planner.wordings import QUESTIONS, Line

EVERY = (*QUESTIONS, *WISHES)


@pytest.mark.parametrize("line", EVERY, ids=lambda line: line[0][:60])
def test_each_wording_is_understood(line: Line) -> None:
    text, tools, slots = line
    assert not wrong(planned_once(text), tools, slots)


@pytest.mark.parametrize("line", EVERY, ids=lambda line: line[0][:60])
def test_nothing_asked_back_comes_without_a_sentence(line: Line) -> None:
    plan = planned_once(line[0])
    assert bool(plan.calls) or bool(plan.says)
