"""LangChain's callbacks as what a speech hears: the pieces of a streamed answer, its end, and the first sign of a tool."""
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from langchain_core.callbacks import AsyncCallbackHandler
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage
from langchain_core.outputs import ChatGeneration, ChatGenerationChunk, GenerationChunk, LLMResult

from assistant.messages import Sign
from assistant.model.speech import Speech
from assistant.model.wholeness import WHOLE, finish

SPEAKS = "model"            # the node of the graph that speaks to the asker


class Ear(AsyncCallbackHandler):
    """Listens to one turn's model, and to no other that a tool may ask while it works.

    `signs` are what a face shows for each tool; it is shown as soon as the model names the tool."""
    run_inline = True           # the pieces come in order

    def __init__(self, speech: Speech, sign: Sign, signs: Mapping[str, str], deaf_to: str) -> None:
        self._speech, self._sign, self._signs, self._deaf_to = speech, sign, signs, deaf_to
        self._streamed = False
        self._runs: set[UUID] = set()

    async def on_chat_model_start(self, serialized: dict[str, Any], messages: list[list[BaseMessage]], *, run_id: UUID,  # noqa: ARG002
                                  metadata: dict[str, Any] | None = None, **_: Any) -> None:
        if (metadata or {}).get("langgraph_node") == SPEAKS:
            self._runs.add(run_id)

    async def on_llm_new_token(self, token: str | list[str | dict[str, Any]], *,  # noqa: ARG002
                               chunk: GenerationChunk | ChatGenerationChunk | None = None, run_id: UUID, **_: Any) -> None:
        message = chunk.message if isinstance(chunk, ChatGenerationChunk) and run_id in self._runs else None
        if not isinstance(message, AIMessageChunk):
            return
        self._streamed = True
        if message.text:
            self._speech.hear(message.text)
        for call in message.tool_call_chunks:
            if said := self._signs.get(call["name"] or ""):
                self._sign(said)

    async def on_llm_end(self, response: LLMResult, *, run_id: UUID, **_: Any) -> None:
        if run_id not in self._runs:
            return
        generation = response.generations[0][0]
        message = generation.message if isinstance(generation, ChatGeneration) else None
        if not isinstance(message, AIMessage) or message.response_metadata.get("model_provider") == self._deaf_to:
            return
        was_streamed, self._streamed = self._streamed, False
        if finish(message) not in WHOLE:
            self._speech.cut()
            return
        if not was_streamed:
            self._speech.hear(message.text)
        self._speech.end(called=bool(message.tool_calls or message.invalid_tool_calls))
