"""The log: a line for each event, found by the reference that a person was told, and nothing in it that somebody said."""
from collections.abc import Iterator
import io
import json
import logging
from typing import Any

import pytest

from assistant.operating import logs
from records.errors import BadInput

SECRET = "Layoffs in spring"


@pytest.fixture(autouse=True)
def _as_it_was() -> Iterator[None]:
    root, requests = logging.getLogger(), logging.getLogger(logs.REQUESTS)
    before = root.handlers, root.level, requests.level
    yield
    root.handlers, root.level = before[0], before[1]
    requests.setLevel(before[2])


def fail(error: Exception) -> None:
    raise error


def written(how: logs.How, name: str = "assistant.assistant") -> str:
    """What the failure of an answer leaves."""
    out = io.StringIO()
    logs.begin(how, out)
    try:
        fail(OSError(28, "No space left on device"))
    except OSError:
        logging.getLogger(name).exception("answer %s failed", "3f2a91")
    return out.getvalue()


def test_a_line_of_json_holds_the_reference_and_where_it_happened() -> None:
    line: dict[str, Any] = json.loads(written("json"))
    assert (line["level"], line["from"], line["says"]) == ("error", "assistant.assistant", "answer 3f2a91 failed")
    (error,) = line["error"]
    assert error["type"] == "OSError (No space left on device)"
    assert error["where"][-1].startswith("assistant/operating/test_logs.py:")
    assert error["where"][-1].endswith(" fail")


def test_a_line_of_text_says_the_same() -> None:
    first, *below = written("text").splitlines()
    assert first.endswith("Z error assistant.assistant: answer 3f2a91 failed")
    assert below[0] == "  OSError (No space left on device)"


@pytest.mark.parametrize("how", ["json", "text"])
def test_the_words_of_an_error_are_not_written(how: logs.How) -> None:
    out = io.StringIO()
    logs.begin(how, out)
    try:
        fail(BadInput(SECRET))
    except BadInput:
        logging.getLogger("bots.web.edge").exception("request 12ab failed")
    assert "BadInput" in out.getvalue()
    assert SECRET not in out.getvalue()


@pytest.mark.parametrize("how", ["json", "text"])
def test_of_a_library_only_the_place_is_told_for_nobody_knows_what_it_writes(how: logs.How) -> None:
    out = io.StringIO()
    logs.begin(how, out)
    logging.getLogger("slack_sdk.web").error("failed to send %s", SECRET)
    assert "at test_logs:" in out.getvalue()
    assert SECRET not in out.getvalue()


def test_what_led_to_an_error_is_told_too() -> None:
    out = io.StringIO()
    logs.begin("json", out)
    try:
        try:
            fail(KeyError(SECRET))
        except KeyError as first:
            raise RuntimeError from first
    except RuntimeError:
        logging.getLogger("bots").exception("failed")
    assert [e["type"] for e in json.loads(out.getvalue())["error"]] == ["RuntimeError", "KeyError"]


def test_a_line_within_a_request_names_it() -> None:
    out = io.StringIO()
    logs.begin("json", out)
    before = logs.current.set(logs.Request("0123456789ab"))
    logging.getLogger("assistant").warning("the model failed")
    logs.current.reset(before)
    assert json.loads(out.getvalue())["request"] == "0123456789ab"
