"""Text of records and documents is data: it goes to a language model wrapped as such."""
from collections.abc import Sequence

from langchain_core.messages import AIMessage, AnyMessage, HumanMessage, ToolMessage

from assistant.model.wrapping import wrapped

HANDED_IN = "(the file "                # how a thread keeps that a file was handed in: its name is nobody's words


def as_data(messages: Sequence[AnyMessage]) -> list[AnyMessage]:
    """The messages with everything that is not the asker's or the house's own words wrapped."""
    last = max((i for i, m in enumerate(messages) if isinstance(m, HumanMessage)), default=0)
    return [m.model_copy(update={"content": wrapped(m.text, of)}) if (of := _source(m, is_past=i < last)) else m for i, m in enumerate(messages)]


def _source(message: AnyMessage, *, is_past: bool) -> str:
    """Where a message's text comes from, "" when it is somebody's own."""
    if isinstance(message, ToolMessage):
        return message.name or "a tool"
    if is_past and isinstance(message, AIMessage) and message.text and not message.tool_calls:
        return "an earlier answer"
    return "a file's name" if isinstance(message, HumanMessage) and message.text.startswith(HANDED_IN) else ""
