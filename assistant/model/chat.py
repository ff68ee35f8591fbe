"""The chat model of any server that speaks like OpenAI's, which hands out a streamed answer as finished only when it is whole."""
import asyncio
from collections.abc import AsyncIterator
from typing import Any

from langchain_core.messages import AIMessageChunk
from langchain_core.outputs import ChatGenerationChunk
from langchain_openai import ChatOpenAI

from assistant.model.wholeness import CutOff, finish, refuse_too_long, refuse_unfinished, refuse_unreadable

LONGEST_ANSWER = 200_000                                     # letters
LET_OTHERS = 50                                              # chunks after which others are heard


class StrictChat(ChatOpenAI):
    """LangChain mends the arguments of a call that was cut, and would run them: here they are read as they came, once the stream has ended."""

    def _get_request_payload(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Tools and messages go out as they are: the client would walk through all their parts at each call, half of a turn's time."""
        payload: dict[str, Any] = super()._get_request_payload(*args, **kwargs)
        whole = {"messages": payload["messages"], **({"tools": payload.pop("tools")} if payload.get("tools") else {})}
        return {**payload, "messages": [], "extra_body": {**(payload.get("extra_body") or {}), **whole}}

    async def _astream(self, *args: Any, **kwargs: Any) -> AsyncIterator[ChatGenerationChunk]:
        calls, reason, length, heard = dict[object, str](), "", 0, 0
        async for chunk in super()._astream(*args, **kwargs):
            message, heard = chunk.message, heard + 1
            if heard % LET_OTHERS == 0:
                await asyncio.sleep(0)                      # what lies in the buffer comes without a pause, and no clock would be heard
            if isinstance(message, AIMessageChunk):
                for part in message.tool_call_chunks:
                    arguments = calls[part["index"]] = calls.get(part["index"], "") + (part["args"] or "")
                    refuse_too_long(arguments)
                    length += len(part["args"] or "")
            reason = finish(message) or str((chunk.generation_info or {}).get("finish_reason") or "") or reason
            length += len(chunk.text)
            if length > LONGEST_ANSWER:
                raise CutOff(f"more than {LONGEST_ANSWER} letters")
            yield chunk
        refuse_unfinished(reason)
        for arguments in calls.values():
            refuse_unreadable(arguments)
