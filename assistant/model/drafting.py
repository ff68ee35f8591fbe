"""What a language model drafts for a tool, as data of a declared shape; it goes out as all else does: guarded, steadied, listed and counted."""
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
import json
import re
from typing import Any, NoReturn

from langchain.agents.middleware import AgentMiddleware, ModelRequest, ModelResponse
from langchain_core.language_models.chat_models import BaseChatModel
from langchain_core.messages import AIMessage, AnyMessage, HumanMessage
from langgraph.runtime import Runtime
from pydantic import ValidationError

from assistant.calling import Turn
from records.breakdown.drafting import Drafted

Handler = Callable[[ModelRequest[Turn]], Awaitable[ModelResponse[Any]]]
TRIES = 2
OBJECT = re.compile(r"\{.*\}", re.S)                        # models like to wrap what they are asked for
AGAIN = "That was not one JSON object of the shape that was asked for ({wrong}). Give it again, whole, and nothing else."


class DraftWanted(Exception):
    """A tool asks for a draft while its records are open."""

    def __init__(self, prompt: str, schema: type[Drafted]) -> None:
        super().__init__(schema.__name__)
        self.prompt, self.schema = prompt, schema


def wanted(prompt: str, schema: type[Drafted]) -> NoReturn:
    """The draft of a house with a language model, at first sight."""
    raise DraftWanted(prompt, schema)


class Drafter:
    """Asks the model behind the same middleware as the conversation, without tools; nothing of it is shown while it comes."""

    def __init__(self, model: BaseChatModel, around: Sequence[AgentMiddleware[Any, Turn, Any]]) -> None:
        self._model = model
        self._ask: Handler = _plainly
        for middleware in reversed(around):
            if type(middleware).awrap_model_call is not AgentMiddleware.awrap_model_call:           # some only look at tools
                self._ask = partial(_through, middleware, self._ask)

    async def drafted(self, asked: DraftWanted, turn: Turn) -> Drafted | None:
        """The draft; None where the model cannot be had or gives nothing of the shape that was asked for, twice."""
        messages: list[AnyMessage] = [HumanMessage(asked.prompt)]
        for _ in range(TRIES):
            request = ModelRequest(model=self._model, messages=messages, tools=[], runtime=Runtime(context=turn))
            answer = (await self._ask(request)).result[-1]
            if turn.use.why or not isinstance(answer, AIMessage):
                return None
            try:
                return read(answer.text, asked.schema)
            except ValueError as wrong:
                messages = [*messages, answer, HumanMessage(AGAIN.format(wrong=_first(wrong)))]
        return None


def read(text: str, schema: type[Drafted]) -> Drafted:
    """The object in a model's answer. Raises `ValueError` when there is none of this shape."""
    found = OBJECT.search(text)
    if found is None:
        raise ValueError("there was none")
    return schema.model_validate(json.loads(found[0]))


async def _plainly(request: ModelRequest[Turn]) -> ModelResponse[Any]:
    """One answer, unheard by who listens to the turn; the planner, to whom a failing provider's turn falls, drafts nothing."""
    if request.runtime.context.use.why:
        return ModelResponse([AIMessage("")])
    return ModelResponse([await request.model.ainvoke(request.messages, {"callbacks": []})])


async def _through(middleware: AgentMiddleware[Any, Turn, Any], ask: Handler, request: ModelRequest[Turn]) -> ModelResponse[Any]:
    answer = await middleware.awrap_model_call(request, ask)
    return answer if isinstance(answer, ModelResponse) else ModelResponse([AIMessage("")])


def _first(wrong: ValueError) -> str:
    """What is wrong first, in a few words and without what the model said."""
    if isinstance(wrong, ValidationError):
        found = wrong.errors(include_input=False, include_url=False)[0]
        return f"{'.'.join(map(str, found['loc']))}: {found['msg']}"
    return "it cannot be read as JSON" if isinstance(wrong, json.JSONDecodeError) else str(wrong)
