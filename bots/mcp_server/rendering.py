"""An answer as a client reads it: in words, what comes from records marked as data; and as its blocks, with the receipts of every figure."""
from typing import Any

from mcp import types

from assistant.messages import Answer, as_json
from assistant.model.wrapping import wrapped
from reports.blocks import Block, Preview
from reports.formats.markdown import markdown, plain

MOST = 40_000                   # letters of words; the blocks are always whole


def result(answer: Answer, of: str, said: str = "") -> types.CallToolResult:
    """What a tool gives back. `said` are our own words, behind the data and outside it."""
    content: list[types.ContentBlock] = [_text(as_data(answer, of)), *([_text(said)] if said else [])]
    return types.CallToolResult(content=content, structured_content=structured(answer), is_error=bool(answer.error))


def refusal(sentence: str) -> types.CallToolResult:
    """What went wrong, in one sentence of ours."""
    return types.CallToolResult(content=[_text(sentence)], is_error=True)


def as_data(answer: Answer, of: str) -> str:
    """An answer in words, between marks that it cannot hold itself; what went wrong is one sentence."""
    return wrapped(_cut(answer.error or "\n\n".join(_one(block) for block in answer.blocks)), of)


def structured(answer: Answer) -> dict[str, Any]:
    """The blocks as every door hands them out, but for drawings."""
    made = as_json(answer, drawn=False)
    return {"blocks": made["blocks"], "sources": made["sources"], "error": made["error"], "proposal": answer.proposal.id if answer.proposal else None}


def _one(block: Block) -> str:
    """A block in Markdown. How a preview is confirmed is said outside of it, and never as a command that could be run."""
    if not isinstance(block, Preview):
        return markdown((block,))
    changes = (f"- {plain(c.line)}" for c in block.changes)
    return "\n".join((f"**{plain(block.title)}**", "", *changes))


def _cut(words: str) -> str:
    return words if len(words) <= MOST else f"{words[:MOST]}\n… (cut here; ask for less at once)"


def _text(said: str) -> types.TextContent:
    return types.TextContent(text=said)
