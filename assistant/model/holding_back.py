"""What a tool has read and may not leave does not go to a language model: the planner takes the turn over."""
from collections.abc import Awaitable, Callable, Iterable, Iterator, Sequence
from typing import Any

from langchain.agents.middleware import AgentMiddleware, ModelRequest, ModelResponse
from langchain_core.messages import AnyMessage, HumanMessage, ToolMessage

from assistant.calling import Turn
from assistant.model.leaving import Leaving, keys_of, stays, visible
from tools.base import Result

Handler = Callable[[ModelRequest[Turn]], Awaitable[ModelResponse[Any]]]


class Guarded(AgentMiddleware[Any, Turn, Any]):
    """Hands the turn to the planner once a tool has read what may not leave."""

    def __init__(self, leaving: Leaving) -> None:
        super().__init__()
        self._leaving = leaving

    async def awrap_model_call(self, request: ModelRequest[Turn], handler: Handler) -> ModelResponse[Any]:
        turn = request.runtime.context
        if not turn.use.why and isinstance(request.messages[-1], ToolMessage):
            policy, results = self._leaving.latest, _results(request.messages)
            if policy.holds_something and (said := policy.why(keys_of_results(results), "\n".join(m.text for m in results), visible(turn))):
                turn.use.why = stays(said)
        return await handler(request)


def keys_of_results(messages: Iterable[AnyMessage]) -> Iterator[str]:
    """The records and passages that tools' results rest on."""
    yield from keys_of(block for m in messages if isinstance(result := getattr(m, "artifact", None), Result) for block in result.blocks)


def _results(messages: Sequence[AnyMessage]) -> list[AnyMessage]:
    """What the tools of this turn said."""
    last = max((i for i, m in enumerate(messages) if isinstance(m, HumanMessage)), default=-1)
    return [m for m in messages[last + 1:] if isinstance(m, ToolMessage)]
