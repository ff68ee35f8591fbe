"""The one middleware for provider faults: whatever the model server does, a turn stays sound and comes to an end in time.

Around every model call: tool calls that never got a result are answered, answers that were cut off are refused, malformed calls are
sent back once, what may pass is tried again within the turn's time, a failing provider is left alone for a while, and otherwise the
planner takes the turn and says so.
"""
import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
import json
import logging
from secrets import token_hex
import time
from typing import Any

from langchain.agents.middleware import AgentMiddleware, ModelRequest, ModelResponse
from langchain_core.language_models.chat_models import BaseChatModel
from langchain_core.messages import AIMessage, AnyMessage, ToolMessage

from assistant.calling import Turn
from assistant.model.wholeness import LONGEST_ARGUMENTS, CutOff, Malformed, TooLong, finish, refuse_unfinished

PAUSES = (0.3, 1.0)                     # seconds before the second and the third try, when the server does not say how long
PASSING = {408, 409, 429, 500, 502, 503, 504, 529}
SPARE, MOST_SPARE = 0.2, 1.0            # the part of a turn's time that is left to the planner, and the most of it in seconds
Handler = Callable[[ModelRequest[Turn]], Awaitable[ModelResponse[Any]]]
log = logging.getLogger(__name__)


def unwatched(_wrong: str, _is_resting: bool) -> None:  # noqa: FBT001 - what a watch hears
    """The watch of those who have none."""


class Breaker:
    """Closed until `limit` failures in a row, then open for `rest` seconds, then one trial at a time."""

    def __init__(self, limit: int = 2, rest: float = 30.0, clock: Callable[[], float] = time.monotonic) -> None:
        self._limit, self._rest, self._clock = limit, rest, clock
        self._failures, self._closes = 0, float("-inf")

    @property
    def is_open(self) -> bool:
        return self._failures >= self._limit

    def allows(self) -> bool:
        if not self.is_open:
            return True
        if self._clock() < self._closes:
            return False
        self._closes = self._clock() + self._rest          # this one tries; the others go on waiting
        return True

    def record(self, *, ok: bool) -> None:
        self._failures = 0 if ok else self._failures + 1
        self._closes = self._clock() + self._rest


class Steady(AgentMiddleware[Any, Turn, Any]):
    """Falls back to the planner for the rest of a turn; a turn is never shared between two models. `seconds` are a turn's whole time.
    `watch` hears after each try what went wrong, "" when nothing did, and whether the provider is left alone now."""

    def __init__(self, planner: BaseChatModel, seconds: float = 60.0, breaker: Callable[[], Breaker] = Breaker,
                 sleep: Callable[[float], Awaitable[None]] = asyncio.sleep, *, watch: Callable[[str, bool], object] = unwatched) -> None:
        super().__init__()
        self._watch = watch
        self._planner, self._seconds, self._breaker, self._sleep = planner, seconds - min(SPARE * seconds, MOST_SPARE), breaker, sleep
        self._breakers: dict[str, Breaker] = {}

    async def awrap_model_call(self, request: ModelRequest[Turn], handler: Handler) -> ModelResponse[Any]:
        use = request.runtime.context.use
        if request.model is self._planner or use.why:
            return await handler(request.override(model=self._planner))
        breaker = self._breakers.setdefault(provider(request.model), self._breaker())
        if not breaker.allows():
            use.why = "The language model does not answer at the moment, so I answered without it."
            return await handler(request.override(model=self._planner))
        try:
            response = await self._tried(request.override(messages=answered(request.messages)), handler, use.started + self._seconds)
        except Exception as error:  # noqa: BLE001 - any failure of the provider means that the planner answers
            breaker.record(ok=False)
            self._watch(_named(error), breaker.is_open)
            reference = token_hex(3)
            log.warning("the model failed (%s, reference %s); the planner answers", _named(error), reference)
            use.why = f"The language model {_failed(error)} (reference {reference}), so I answered without it."
            return await handler(request.override(model=self._planner))
        breaker.record(ok=True)
        self._watch("", breaker.is_open)
        return response

    async def _tried(self, request: ModelRequest[Turn], handler: Handler, until: float) -> ModelResponse[Any]:
        """A whole and sound answer, before the time is over; raises what went wrong the last time."""
        pauses, is_repaired, is_broken = iter(PAUSES), False, False
        while True:
            try:
                response = await asyncio.wait_for(handler(request), until - time.monotonic())
            except TimeoutError:
                raise
            except Exception as error:
                pause, was_broken, is_broken = _pause(error, next(pauses, None)), is_broken, isinstance(error, CutOff | Malformed)
                if pause is None or (was_broken and is_broken) or time.monotonic() + pause >= until:
                    raise
                await self._sleep(pause)
                continue
            message = response.result[-1]
            if not isinstance(message, AIMessage):
                return response
            refuse_unfinished(finish(message))
            wrong = _wrong(message, {str(getattr(t, "name", "")) for t in request.tools})
            if not wrong and (message.tool_calls or message.text):
                return response
            if is_repaired:
                raise Malformed("two malformed or empty answers in a row")
            is_repaired = True
            request = request.override(messages=answered([*request.messages, message], wrong)) if wrong else request


def provider(model: BaseChatModel) -> str:
    """Which model at which address: what fails together."""
    return f"{getattr(model, 'openai_api_base', '')} {getattr(model, 'model_name', '')}"


def answered(messages: Sequence[AnyMessage], why: str = "This call was never run.") -> list[AnyMessage]:
    """The messages with an error result after every tool call that has none; model servers reject them otherwise."""
    done = {m.tool_call_id for m in messages if isinstance(m, ToolMessage)}
    out: list[AnyMessage] = []
    for m in messages:
        out.append(m)
        if isinstance(m, AIMessage):
            out += [ToolMessage(why, tool_call_id=c["id"], name=c["name"], status="error")
                    for c in (*m.tool_calls, *m.invalid_tool_calls) if c["id"] and c["id"] not in done]
    return out


def _wrong(message: AIMessage, tools: set[str]) -> str:
    """What is wrong with the calls of an answer, as the model is told it."""
    if message.invalid_tool_calls:
        return "The arguments were no JSON object, so nothing was run. Make the call again."
    if unknown := next((c["name"] for c in message.tool_calls if c["name"] not in tools), ""):
        return f"There is no tool “{unknown[:60]}”, so nothing was run. There are {', '.join(sorted(tools))}."
    too_long = any(len(json.dumps(c["args"])) > LONGEST_ARGUMENTS for c in message.tool_calls)
    return "The arguments were too long, so nothing was run. Make the call again, with less." if too_long else ""


def _pause(error: Exception, usual: float | None) -> float | None:
    """How long to wait before another try; None when there is no point in one."""
    status = getattr(error, "status_code", None)
    is_final = isinstance(error, TooLong) or (isinstance(error, CutOff) and "length" in str(error))
    is_worth_it = status in PASSING if isinstance(status, int) else not is_final
    if usual is None or not is_worth_it:
        return None
    asked = _retry_after(error)
    return usual if asked is None else asked


def _retry_after(error: Exception) -> float | None:
    """What the server asks to wait, in seconds; None when it asks nothing that can be read."""
    headers = getattr(getattr(error, "response", None), "headers", {})
    said = str(headers.get("retry-after", "")).strip()
    with suppress(ValueError):
        return float(headers["retry-after-ms"]) / 1000 if "retry-after-ms" in headers else float(said)
    with suppress(ValueError, TypeError):
        return max(0.0, (parsedate_to_datetime(said) - datetime.now(UTC)).total_seconds())
    return None


def _named(error: Exception) -> str:
    """An error for the log: its type and status, never what the server said, which may hold what it was sent."""
    status = getattr(error, "status_code", "")
    return f"{type(error).__name__} {status}".strip()


def _failed(error: Exception) -> str:
    if isinstance(error, TimeoutError):
        return "took too long"
    if isinstance(error, CutOff | Malformed):
        return "gave no whole answer"
    status = getattr(error, "status_code", None)
    return {401: "refuses our key", 403: "refuses our key", 429: "is too busy"}.get(status or 0, "cannot be reached")
