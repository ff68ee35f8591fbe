"""A speaker whose turns are counted: how long each took, who worded it, which tools it called, and whether the language model failed in it."""
import time

from assistant.calling import Speaker, Told, Turn
from assistant.messages import Say, unheard
from assistant.operating.metrics import Metrics


class Counting:
    """Wraps the speaker."""

    def __init__(self, speaker: Speaker, metrics: Metrics) -> None:
        self._speaker, self._metrics = speaker, metrics

    async def turn(self, asked: str, turn: Turn, say: Say = unheard) -> Told:
        start, by, outcome = time.perf_counter(), "planner", "failed"
        try:
            told = await self._speaker.turn(asked, turn, say)
            by = "model" if told.by_model else "planner"
            outcome = "refused" if told.error else "answered" if told.understood else "misunderstood"
            for call in told.calls:
                self._metrics.tools.labels(call.tool).inc()
        finally:
            self._metrics.turns.labels(by, outcome).inc()
            self._metrics.turn_seconds.labels(by).observe(time.perf_counter() - start)
        return told
