"""What the model reads each turn stays small: at most 20 tools, and tools and prompt together under 3,500 tokens."""
from collections.abc import Iterable
import json

from prompts import prompt
from records.kinds import KINDS
from tools import TOOLS

MOST_TOOLS, MOST_TOKENS = 20, 3500
# Four characters a token is right for prose; schemas are denser, so that much is added.
DENSER = 1.4


def tokens(texts: Iterable[str]) -> int:
    return round(sum(map(len, texts)) / 4 * DENSER)


def test_there_are_at_most_twenty_tools() -> None:
    assert len(TOOLS) <= MOST_TOOLS


def test_tools_and_prompt_fit_the_budget() -> None:
    schemas = (json.dumps({"name": t.name, "description": t.says, "parameters": t.args.model_json_schema()}) for t in TOOLS)
    assert tokens((*schemas, prompt("system", office="the PMO", kinds=", ".join(k.kind.one for k in KINDS)))) <= MOST_TOKENS


def test_a_tool_too_many_bites() -> None:
    assert tokens(["x" * 10_010]) > MOST_TOKENS
