"""What a command puts out: an answer for people or as JSON, an error in a line; and the exit code that goes with it."""
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
import json
import re
import shutil
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from assistant.messages import Answer, Sign
    from reports.blocks import Block


@dataclass
class Spoken:
    """What a terminal shows of an answer while it is made: `sign` what is being done, `say` its first blocks; `said` of them stand there already."""
    sign: "Sign"
    stop: Callable[[], None] = lambda: None
    said: int = field(default=0, init=False)
    width: int = 0
    _goes_on: bool = field(default=False, init=False)
    _column: int = field(default=0, init=False)

    def say(self, block: "Block") -> None:
        """Print a block that was just said; texts in a row are one."""
        from bots.cli.terminal import plain, render
        from reports.blocks import Text

        self.stop()
        is_text = isinstance(block, Text)
        if isinstance(block, Text):
            self._flow(("" if self._goes_on or not self.said else "\n") + plain(block.text))
        else:
            self.end()
            if self.said:
                print()  # noqa: T201
            render((block,))
        self.said += not (is_text and self._goes_on)
        self._goes_on = is_text
        sys.stdout.flush()

    def _flow(self, text: str) -> None:
        """Write on in the line, and begin another where a word no longer fits."""
        for part in re.split(r"(\s+)", text):
            if self.width and part.strip() and self._column + len(part) > self.width:
                sys.stdout.write("\n")
                self._column = 0
            sys.stdout.write(part)
            self._column = len(part.rpartition("\n")[2]) + (0 if "\n" in part else self._column)

    def end(self) -> None:
        """End the line of a text that was said."""
        if self._goes_on:
            print()  # noqa: T201
        self._goes_on, self._column = False, 0


def show(answer: "Answer", *, as_json: bool, spoken: Spoken | None = None) -> int:
    """Print an answer, or what is left of it after what was spoken; returns 1 when it is an error."""
    from assistant.messages import as_json as shaped

    if as_json:
        _print_json(shaped(answer))
    else:
        from bots.cli.terminal import render

        said = spoken.said if spoken else 0
        if rest := answer.blocks[said:]:
            if said:
                print()  # noqa: T201
            render(rest, answer.sources)
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
def working(*, quiet: bool) -> "Iterator[Spoken]":
    """Show on a terminal what is being done (on stderr) and said (on stdout); elsewhere, nothing before it is whole."""
    if quiet or not sys.stderr.isatty():
        yield Spoken(lambda _: None)
        return
    from rich.console import Console
    from rich.text import Text

    with Console(stderr=True).status(Text("Thinking")) as status:
        spoken = Spoken(lambda says: status.update(Text(says)), status.stop, shutil.get_terminal_size().columns)
        yield spoken
        spoken.end()


def progress(line: str) -> None:
    """Say on stderr how far a long task is."""
    print(line, file=sys.stderr, flush=True)  # noqa: T201


def counted(lines: "Iterator[str]", of: int) -> "Iterator[str]":
    """Say each line on stderr as it comes; on a terminal above a bar that tells how many of them there are to be."""
    if not sys.stderr.isatty():
        for line in lines:
            progress(line)
            yield line
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn
    from rich.text import Text

    with Progress(BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=of)
        for line in lines:
            if not line.endswith(": unchanged"):
                bar.console.print(Text(line))
            bar.advance(task)
            yield line


def _print_json(made: dict[str, Any]) -> None:
    ascii_only = (sys.stdout.encoding or "").lower().replace("-", "") != "utf8"
    print(json.dumps(made, ensure_ascii=ascii_only))  # noqa: T201
