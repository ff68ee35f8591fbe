"""The one middleware for provider faults: whatever the model server does, a turn stays sound.

Around every model call: tool calls that never got a result are answered, answers that were cut off are refused, malformed
ones get one more try, a failing provider is left alone for a while, and otherwise the planner takes the turn.
"""
from collections.abc import Awaitable, Callable, Sequence
import logging
import time
from typing import Any

from langchain.agents.middleware import AgentMiddleware, ModelRequest, ModelResponse
from langchain_core.language_models.chat_models import BaseChatModel
from langchain_core.messages import AIMessage, AnyMessage, HumanMessage, ToolMessage

WHOLE = {"stop", "tool_calls", "function_call", "completed"}
Handler = Callable[[ModelRequest[Any]], Awaitable[ModelResponse[Any]]]
log = logging.getLogger(__name__)


class CutOff(RuntimeError):
    """The model's answer ended before it was complete."""


class Breaker:
    """Closed until `limit` failures in a row, then open for `rest` seconds, then one trial at a time."""

    def __init__(self, limit: int = 2, rest: float = 30.0, clock: Callable[[], float] = time.monotonic) -> None:
        self._limit, self._rest, self._clock = limit, rest, clock
        self._failures, self._opened = 0, float("-inf")

    def allows(self) -> bool:
        return self._failures < self._limit or self._clock() - self._opened >= self._rest

    def record(self, *, ok: bool) -> None:
        self._failures = 0 if ok else self._failures + 1
        if not ok:
            self._opened = self._clock()


class Steady(AgentMiddleware[Any, Any, Any]):
    """Falls back to the planner for the rest of a turn; a turn is never shared between two models."""

    def __init__(self, planner: BaseChatModel, breaker: Breaker | None = None) -> None:
        super().__init__()
        self._planner, self._breaker = planner, breaker or Breaker()

    async def awrap_model_call(self, request: ModelRequest[Any], handler: Handler) -> ModelResponse[Any]:
        request = request.override(messages=answered(request.messages))
        if request.model is self._planner or spoke(request.messages, "offline") or not self._breaker.allows():
            return await handler(request.override(model=self._planner))
        try:
            response = await _whole(request, handler)
        except Exception as error:  # noqa: BLE001 - any failure of the provider means that the planner answers
            self._breaker.record(ok=False)
            log.warning("the model failed (%s); the planner answers", type(error).__name__)
            return await handler(request.override(model=self._planner))
        self._breaker.record(ok=True)
        return response


async def _whole(request: ModelRequest[Any], handler: Handler) -> ModelResponse[Any]:
    for _ in range(2):
        response = await handler(request)
        message = response.result[-1]
        if not isinstance(message, AIMessage):
            return response
        reason = message.response_metadata.get("finish_reason") or message.response_metadata.get("status")
        if reason not in WHOLE:
            raise CutOff(f"finish_reason={reason}")
        if not message.invalid_tool_calls and (message.tool_calls or message.text):
            return response
        request = request.override(messages=answered([*request.messages, message]))
    raise CutOff("two malformed or empty answers in a row")


def answered(messages: Sequence[AnyMessage]) -> list[AnyMessage]:
    """The messages with an error result after every tool call that has none; model servers reject them otherwise."""
    done = {m.tool_call_id for m in messages if isinstance(m, ToolMessage)}
    out: list[AnyMessage] = []
    for m in messages:
        out.append(m)
        if isinstance(m, AIMessage):
            out += [ToolMessage("This call was never run.", tool_call_id=c["id"], name=c["name"], status="error")
                    for c in (*m.tool_calls, *m.invalid_tool_calls) if c["id"] and c["id"] not in done]
    return out


def spoke(messages: Sequence[AnyMessage], provider: str) -> bool:
    """Whether this provider already spoke in the turn that is under way."""
    for m in reversed(messages):
        if isinstance(m, HumanMessage):
            return False
        if isinstance(m, AIMessage) and m.response_metadata.get("model_provider") == provider:
            return True
    return False
