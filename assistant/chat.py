"""The chat model of any server that speaks like OpenAI's, which hands out a streamed answer as finished only when it is whole."""
import asyncio
from collections.abc import AsyncIterator
import json
from typing import Any

from langchain_core.messages import AIMessage, AIMessageChunk
from langchain_core.outputs import ChatGenerationChunk
from langchain_openai import ChatOpenAI

WHOLE = {"stop", "tool_calls", "function_call", "completed"}
LONGEST_ARGUMENTS, LONGEST_ANSWER = 16_000, 200_000          # letters
LET_OTHERS = 50                                              # chunks after which others are heard


class CutOff(RuntimeError):
    """The model's answer ended before it was complete."""


class Malformed(RuntimeError):
    """The model's answer calls a tool in a way that cannot be run."""


class TooLong(Malformed):
    """More arguments than anybody could have meant; to ask again would bring the same."""


class StrictChat(ChatOpenAI):
    """LangChain mends the arguments of a call that was cut, and would run them: here they are read as they came, once the stream has ended."""

    def _get_request_payload(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """The tools go out as they are: the client would walk through all their schemas at each call, a fifth of a turn's time."""
        payload: dict[str, Any] = super()._get_request_payload(*args, **kwargs)
        if tools := payload.pop("tools", None):
            payload["extra_body"] = {**(payload.get("extra_body") or {}), "tools": tools}
        return payload

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


def finish(message: object) -> str:
    """How a message says that it ended."""
    said = message.response_metadata if isinstance(message, AIMessage) else {}
    return str(said.get("finish_reason") or said.get("status") or "")


def refuse_unfinished(reason: str) -> None:
    """Raise `CutOff` unless an answer says that it is whole."""
    if reason not in WHOLE:
        raise CutOff(f"finish_reason={reason}")


def refuse_too_long(arguments: str) -> None:
    if len(arguments) > LONGEST_ARGUMENTS:
        raise TooLong(f"arguments of more than {LONGEST_ARGUMENTS} letters")


def refuse_unreadable(arguments: str) -> None:
    """Raise `Malformed` unless a call's arguments are a JSON object of a size that somebody could have meant."""
    refuse_too_long(arguments)
    try:
        said = json.loads(arguments or "{}")
    except ValueError:
        raise Malformed("arguments that are no JSON") from None
    if not isinstance(said, dict):
        raise Malformed("arguments that are no object")
