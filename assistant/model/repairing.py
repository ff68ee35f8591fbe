"""What came of a model's calls: a refusal that it read and put right later is made good, and a list of nothing that it looked for anew is not shown.
What was refused, or not found, beside another call of its tool was neither."""
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from langchain_core.messages import AIMessage, AnyMessage, ToolMessage

from assistant.outcome import Came, Outcome, is_none
from records.errors import Sorry
from tools import TOOLS
from tools.base import Result

WISHING = frozenset(t.name for t in TOOLS if t.proposes)


def outcome_of(messages: Sequence[AnyMessage]) -> Outcome:
    """What the tools made in a turn's messages."""
    results = [m for m in messages if isinstance(m, ToolMessage)]
    each: list[tuple[str, Came]] = [(m.name or "", m.artifact if m.artifact is not None else Sorry(m.text)) for m in results]
    good, kept = made_good(messages), [n for n in range(len(each)) if n not in looked_anew(messages)]
    return Outcome([each[n] for n in kept], frozenset(at for at, n in enumerate(kept) if n in good))


def looked_anew(messages: Sequence[AnyMessage]) -> frozenset[int]:
    """The places of the results that say only that there is none, where a later call of the tool found some."""
    results = [m.artifact for m in messages if isinstance(m, ToolMessage)]
    steps = [(step, name) for step, name, _, _ in _called(messages)]
    found = [(step, name) for (step, name), came in zip(steps, results, strict=True) if isinstance(came, Result) and not is_none(came)]
    return frozenset(n for n, ((step, name), came) in enumerate(zip(steps, results, strict=True))
                     if isinstance(came, Result) and is_none(came) and any(later > step and other == name for later, other in found))


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
