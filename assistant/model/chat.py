"""The chat model of any server that speaks like OpenAI's, which hands out a streamed answer as finished only when it is whole."""
import asyncio
from collections.abc import AsyncIterator, Sequence
import json
from typing import Any

from langchain_core.language_models.base import LanguageModelInput
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage, HumanMessage, SystemMessage, ToolMessage
from langchain_core.outputs import ChatGenerationChunk
from langchain_core.runnables import Runnable
from langchain_core.tools import BaseTool
from langchain_core.utils.function_calling import convert_to_openai_tool
from langchain_openai import ChatOpenAI
from pydantic import PrivateAttr

from assistant.model.wholeness import CutOff, finish, refuse_too_long, refuse_unfinished, refuse_unreadable

LONGEST_ANSWER = 200_000                                     # letters
SAYS_MORE = {"name", "function_call", "tool_calls", "audio"}       # what an answer may hold beside its text and calls
LET_OTHERS = 50                                              # chunks after which others are heard


class StrictChat(ChatOpenAI):
    """LangChain mends the arguments of a call that was cut, and would run them: here they are read as they came, once the stream has ended."""

    _formatted: dict[tuple[int, ...], list[dict[str, Any]]] = PrivateAttr(default_factory=dict)

    def bind_tools(self, tools: Sequence[Any], **kwargs: Any) -> Runnable[LanguageModelInput, AIMessage]:
        """Tools are put into their schemas once, and not at each call; `kwargs` are sent as they are."""
        if kwargs.keys() & {"tool_choice", "strict", "parallel_tool_calls", "response_format"} or not all(isinstance(t, BaseTool) for t in tools):
            return super().bind_tools(tools, **kwargs)
        which = tuple(map(id, tools))
        if which not in self._formatted:
            self._formatted[which] = [convert_to_openai_tool(t) for t in tools]
        return self.bind(tools=self._formatted[which], **kwargs)

    def _get_request_payload(self, input_: LanguageModelInput, *, stop: list[str] | None = None, **kwargs: Any) -> dict[str, Any]:
        """Tools and messages go out as they are: the client would walk through all their parts at each call, half of a turn's time, and the letters of
        each answer besides."""
        messages = self._convert_input(input_).to_messages()
        payload: dict[str, Any] = super()._get_request_payload([], stop=stop, **kwargs)
        said = [_sent(m) or super(StrictChat, self)._get_request_payload([m])["messages"][0] for m in messages]
        whole = {"messages": said, **({"tools": payload.pop("tools")} if payload.get("tools") else {})}
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


def _sent(message: BaseMessage) -> dict[str, Any] | None:
    """A message of plain text as it goes out; None for any other."""
    if not isinstance(message.content, str):
        return None
    match message:
        case HumanMessage(name=None):
            return {"content": message.content, "role": "user"}
        case SystemMessage(name=None) if not message.additional_kwargs:
            return {"content": message.content, "role": "system"}
        case ToolMessage():
            return {"content": message.content, "role": "tool", "tool_call_id": message.tool_call_id}
        case AIMessage(name=None, invalid_tool_calls=[]) if not message.additional_kwargs.keys() & SAYS_MORE:
            calls = [{"type": "function", "id": c["id"], "function": {"name": c["name"], "arguments": json.dumps(c["args"], ensure_ascii=False)}}
                     for c in message.tool_calls]
            said = {"content": message.content, "role": "assistant"}
            return {**said, "content": message.content or None, "tool_calls": calls} if calls else said
    return None
