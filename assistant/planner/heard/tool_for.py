"""The tool that something is for, by what its slots hold and by no name, and its call with what fills them."""
from collections.abc import Iterable, Mapping
from typing import Any

from assistant.planner.heard.plan import Call
from assistant.planner.heard.wishing import is_open
from tools.base import Holds, Tool


def changer_of(tools: Iterable[Tool]) -> Tool:
    """The one that changes what is there, by conditions; every planner has one."""
    return next(t for t in tools if t.changes and t.slot(Holds.conditions))


def maker_of(tools: Iterable[Tool]) -> Tool:
    """The one that makes a new record of a kind with its values; every planner has one."""
    return next(t for t in tools if t.makes and t.slot(Holds.kind) and t.slot(Holds.values))


def lister_of(tools: Iterable[Tool]) -> Tool | None:
    """The one that lists records of a kind by conditions."""
    return next((t for t in tools if t.slot(Holds.kind) and t.slot(Holds.conditions) and not t.proposes), None)


def teller_of(tools: Iterable[Tool]) -> Tool | None:
    """The one that tells of one record, or one of its fields."""
    return next((t for t in tools if t.slot(Holds.record) and t.slot(Holds.field) and not t.proposes), None)


def asking_of(tools: Iterable[Tool]) -> Tool | None:
    """The one that a question is put to in whatever words."""
    return next((t for t in tools if any(is_open(s) for s in t.slots)), None)


def seeker_of(tools: Iterable[Tool]) -> Tool | None:
    """The one that looks for words in all texts."""
    return next((t for t in tools if t.slot(Holds.words)), None)


def overview_of(tools: Iterable[Tool], concern: str) -> Tool | None:
    """The one that tells of several projects together and has a choice for what is asked of them."""
    return next((t for t in tools if (c := t.slot(Holds.choice)) and concern in c.choices and t.slot(Holds.among) and not t.proposes), None)


def called(tool: Tool, said: Mapping[Holds, Any], sort: str = "") -> Call:
    """The call with what is said in the slots that hold such, put in order by a field where one is given; what no slot holds is left out."""
    order = tool.slot(Holds.field) if sort else None
    return tool.name, {s.name: said[s.holds] for s in tool.slots if s.holds in said} | ({order.name: sort} if order else {})


def takes_sentence(tool: Tool) -> bool:
    """Whether a tool takes the whole sentence, so that no word of it is without use."""
    return tool.slot(Holds.question) is not None and tool.slot(Holds.kind) is None
