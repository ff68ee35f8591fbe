"""What a client may do: the tools of its person, within what the token lets; and one of our own, which tells what became of a proposal."""
from collections.abc import Collection, Sequence
from typing import Any

from mcp import types

from assistant.outside import Offered

READ, WRITE = "read", "write"
LOOK_UP = "look_up_proposal"
LOOK_UP_TOOL = types.Tool(
    name=LOOK_UP, title="Look up proposal",
    description="Tell what became of a change that was proposed: whether its person confirmed it by now. Changes nothing.",
    input_schema={"type": "object", "properties": {"proposal": {"type": "string", "description": "its id, such as P-1a2b3c4d"}}, "required": ["proposal"],
                  "additionalProperties": False},
    annotations=types.ToolAnnotations(read_only_hint=True, open_world_hint=False))


def listed(offered: Sequence[Offered], scopes: Collection[str]) -> list[types.Tool]:
    """The tools as a client is shown them."""
    made = [_tool(each) for each in offered if (WRITE if each.proposes else READ) in scopes]
    return [*made, LOOK_UP_TOOL] if READ in scopes else made


def proposal_named(said: dict[str, Any]) -> str:
    """The id that was asked for; "" for anything else."""
    number = said.get("proposal")
    return number.strip() if isinstance(number, str) else ""


def _tool(offered: Offered) -> types.Tool:
    hints = types.ToolAnnotations(read_only_hint=not offered.proposes, destructive_hint=False if offered.proposes else None,
                                  open_world_hint=False)
    return types.Tool(name=offered.name, title=offered.name.replace("_", " ").capitalize(), description=offered.says, input_schema=dict(offered.schema),
                      annotations=hints)
