"""All layers around the model as one middleware: LangChain wraps each in a run of its tracer, two threads and a task at every call, traced or not."""
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import Any

from langchain.agents.middleware import AgentMiddleware, ModelRequest, ModelResponse
from langchain.agents.middleware.types import ToolCallRequest
from langchain_core.messages import ToolMessage
from langgraph.types import Command

from assistant.calling import Turn

Layer = AgentMiddleware[Any, Turn, Any]
Handler = Callable[[ModelRequest[Turn]], Awaitable[ModelResponse[Any]]]
ToolHandler = Callable[[ToolCallRequest], Awaitable[ToolMessage | Command[Any]]]


class Around(AgentMiddleware[Any, Turn, Any]):
    """`layers` with the outermost first."""

    def __init__(self, layers: Sequence[Layer]) -> None:
        super().__init__()
        self._models = [m for m in reversed(layers) if type(m).awrap_model_call is not AgentMiddleware.awrap_model_call]
        self._tools = [m for m in reversed(layers) if type(m).awrap_tool_call is not AgentMiddleware.awrap_tool_call]

    async def awrap_model_call(self, request: ModelRequest[Turn], handler: Handler) -> ModelResponse[Any]:
        for layer in self._models:
            handler = partial(_through, layer, handler)
        return await handler(request)

    async def awrap_tool_call(self, request: ToolCallRequest, handler: ToolHandler) -> ToolMessage | Command[Any]:
        for layer in self._tools:
            handler = partial(layer.awrap_tool_call, handler=handler)
        return await handler(request)


async def _through(layer: Layer, handler: Handler, request: ModelRequest[Turn]) -> ModelResponse[Any]:
    response = await layer.awrap_model_call(request, handler)
    if not isinstance(response, ModelResponse):
        raise TypeError(f"{type(layer).__name__} hands out {type(response).__name__}")
    return response
