"""What a command puts out: an answer for people or as JSON, an error in a line; and the exit code that goes with it."""
from collections.abc import Iterator
from contextlib import contextmanager
import json
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from assistant.messages import Answer, Sign
    from reports.blocks import Block


def show(answer: "Answer", *, as_json: bool) -> int:
    """Print an answer; returns 1 when it is an error."""
    from assistant.messages import as_json as shaped

    if as_json:
        _print_json(shaped(answer))
    else:
        from bots.cli.terminal import render

        render(answer.blocks, answer.sources)
    return 1 if answer.error else 0


def say(*blocks: "Block", as_json: bool, findings: bool = False) -> int:
    """Print blocks that no assistant was needed for; returns 1 when they are findings."""
    from assistant.messages import Answer

    show(Answer("", blocks), as_json=as_json)
    return 1 if findings else 0


def tell(error: str, *, as_json: bool) -> None:
    """Print one error: a line on stderr, or the JSON of an answer on stdout."""
    if as_json:
        text = {"text": error, "type": "text"}
        _print_json({"thread": "", "blocks": [text], "sources": [], "proposal": None, "error": error})
    else:
        print(error, file=sys.stderr)  # noqa: T201


@contextmanager
def working(*, quiet: bool) -> "Iterator[Sign]":
    """Show on a terminal's stderr what is being done; elsewhere, say nothing."""
    if quiet or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.text import Text

    with Console(stderr=True).status(Text("Thinking")) as status:
        yield lambda says: status.update(Text(says))


def progress(line: str) -> None:
    """Say on stderr how far a long task is."""
    print(line, file=sys.stderr, flush=True)  # noqa: T201


def _print_json(made: dict[str, Any]) -> None:
    ascii_only = (sys.stdout.encoding or "").lower().replace("-", "") != "utf8"
    print(json.dumps(made, ensure_ascii=ascii_only))  # noqa: T201
