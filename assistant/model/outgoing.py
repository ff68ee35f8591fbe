"""Everything that goes out to a language model passes here: it is wrapped as data, listed in the journal before it is sent, and counted."""
import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Any
from urllib.parse import urlsplit

from langchain.agents.middleware import AgentMiddleware, ModelRequest, ModelResponse
from langchain_core.language_models.chat_models import BaseChatModel
from langchain_core.messages import AIMessage, AnyMessage, SystemMessage, ToolMessage

from assistant.calling import Turn
from assistant.model.holding_back import keys_of_results
from assistant.model.leaving import keys_in
from assistant.model.offline import OfflinePlanner
from assistant.model.tainting import as_data
from assistant.settings import OPENAI
from records import journal
from records.database import Database

Handler = Callable[[ModelRequest[Turn]], Awaitable[ModelResponse[Any]]]
LETTERS = 4                                     # of a token, where a server does not count them itself
BEFORE = 3500                                   # tokens of the tools and of the prompt


class Outgoing(AgentMiddleware[Any, Turn, Any]):
    def __init__(self, database: Database) -> None:
        super().__init__()
        self._database = database

    async def awrap_model_call(self, request: ModelRequest[Turn], handler: Handler) -> ModelResponse[Any]:
        if isinstance(request.model, OfflinePlanner):
            return await handler(request)
        turn, messages = request.runtime.context, as_data(request.messages)
        await asyncio.to_thread(self._listed, turn, request.model, sent(messages, turn))
        turn.use.calls += 1
        response = await handler(request.override(messages=messages))
        _count(turn, response, messages)
        return response

    def _listed(self, turn: Turn, model: BaseChatModel, keys: Sequence[str]) -> None:
        host = urlsplit(getattr(model, "openai_api_base", None) or OPENAI).netloc
        with self._database.writing() as tx:
            journal.note_sent(tx, journal.Sent(at=turn.now, asker_id=turn.asker.person, turn=turn.use.id, model=getattr(model, "model_name", "?"),
                                               host=host, keys=" ".join(keys)))


def sent(messages: Sequence[AnyMessage], turn: Turn) -> tuple[str, ...]:
    """The keys of every record and passage that goes with these messages, in order."""
    told = "\n".join(m.text for m in messages if not isinstance(m, SystemMessage))
    before = (key for p in turn.past for key in p.keys) if len(messages) > 1 else ()
    return tuple(dict.fromkeys((*before, *keys_of_results(m for m in messages if isinstance(m, ToolMessage)), *keys_in(told))))


def _count(turn: Turn, response: ModelResponse[Any], messages: Sequence[AnyMessage]) -> None:
    """Add what an answer took, as the server counts it, else about."""
    for said in response.result:
        if isinstance(said, AIMessage):
            usage = said.usage_metadata
            turn.use.tokens_in += usage["input_tokens"] if usage else BEFORE + sum(len(m.text) for m in messages) // LETTERS
            turn.use.tokens_out += usage["output_tokens"] if usage else (len(said.text) + sum(len(str(c["args"])) for c in said.tool_calls)) // LETTERS
