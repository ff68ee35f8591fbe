"""Turns are counted by who worded the answer and what came of it; tools by their name; failures of a model by their type."""
import pytest

from assistant.calling import Call, Told, Turn
from assistant.messages import Say, unheard
from assistant.operating.counting import Counting
from assistant.operating.metrics import Metrics
from records.asker import Asker, Role
from tests.conftest import NOW

TURN = Turn(Asker(1, "Ana", "ana@northlight.example", frozenset({Role.member})), NOW, {})


class Says:
    def __init__(self, told: Told | None) -> None:
        self._told = told

    async def turn(self, asked: str, turn: Turn, say: Say = unheard) -> Told:  # noqa: ARG002
        if self._told is None:
            raise RuntimeError(asked)
        return self._told


@pytest.mark.parametrize(("told", "line"), [
    (Told("", by_model=True), 'pmo_turns_total{by="model",outcome="answered"} 1.0'),
    (Told(""), 'pmo_turns_total{by="planner",outcome="answered"} 1.0'),
    (Told("", error="no"), 'pmo_turns_total{by="planner",outcome="refused"} 1.0'),
    (Told("", understood=False), 'pmo_turns_total{by="planner",outcome="misunderstood"} 1.0'),
    (Told("", calls=(Call("find_records", {}),)), 'pmo_tool_calls_total{tool="find_records"} 1.0'),
])
async def test_a_turn_is_counted(told: Told, line: str) -> None:
    metrics = Metrics()
    assert await Counting(Says(told), metrics).turn("how is Apollo doing?", TURN) is told
    assert line in metrics.text().decode().splitlines()
    assert "Apollo" not in metrics.text().decode()


async def test_a_turn_that_failed_is_counted_too() -> None:
    metrics = Metrics()
    with pytest.raises(RuntimeError):
        await Counting(Says(None), metrics).turn("how is Apollo doing?", TURN)
    assert 'pmo_turns_total{by="planner",outcome="failed"} 1.0' in metrics.text().decode().splitlines()


def test_what_went_wrong_with_a_model_is_counted_and_whether_it_is_left_alone() -> None:
    metrics = Metrics()
    for wrong, is_resting in (("RateLimitError 429", False), ("RateLimitError 429", True)):
        metrics.model_tried(wrong, is_resting)
    assert {'pmo_model_errors_total{type="RateLimitError 429"} 2.0', "pmo_model_resting 1.0"} <= set(metrics.text().decode().splitlines())
    metrics.model_tried("", False)
    assert "pmo_model_resting 0.0" in metrics.text().decode().splitlines()
