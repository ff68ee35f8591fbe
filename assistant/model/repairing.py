"""Which refusals a language model made good: it read them and did the same better, later. What was refused beside another call of its tool was not."""
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from langchain_core.messages import AIMessage, AnyMessage, ToolMessage

from records.errors import Sorry
from tools import TOOLS

WISHING = frozenset(t.name for t in TOOLS if t.proposes)


def made_good(messages: Sequence[AnyMessage]) -> frozenset[int]:
    """The places, among the results of tools, of the refusals that a later call put right."""
    each = list(_called(messages))
    done = [(step, name, said) for step, name, said, is_refused in each if not is_refused]
    return frozenset(n for n, (step, name, said, is_refused) in enumerate(each)
                     if is_refused and any(later > step and _is_same(name, said, other, meant) for later, other, meant in done))


def _called(messages: Sequence[AnyMessage]) -> Iterator[tuple[int, str, Mapping[str, Any], bool]]:
    """Of each result the message that called for it, by its place, the tool, what was said to it, and whether it was refused; servers repeat their ids."""
    step, calls = 0, dict[str | None, Mapping[str, Any]]()
    for place, message in enumerate(messages):
        if isinstance(message, AIMessage):
            step, calls = place, {c["id"]: c["args"] for c in message.tool_calls}
        elif isinstance(message, ToolMessage):
            yield step, message.name or "", calls.get(message.tool_call_id, {}), _is_refused(message)


def _is_refused(message: ToolMessage) -> bool:
    return message.artifact is None or isinstance(message.artifact, Sorry)


def _is_same(name: str, said: Mapping[str, Any], other: str, meant: Mapping[str, Any]) -> bool:
    """Whether a later call wants what the refused one wanted: of changes, the same fields of the same kind of record, by whichever tool."""
    if name not in WISHING:
        return name == other
    values, later = said.get("values"), meant.get("values")
    if not isinstance(values, Mapping) or not isinstance(later, Mapping):
        return name == other
    return said.get("kind") == meant.get("kind") and values.keys() <= later.keys()
