"""Commands that ask: one question, a conversation, a report."""
import asyncio
from contextlib import suppress
import sys
from typing import TYPE_CHECKING, Annotated
from uuid import uuid4

import typer

from bots.cli.connecting import Connected, connected
from bots.cli.options import As, Json, Thread
from bots.cli.showing import Spoken, show, tell, working
from records.errors import BadInput

if TYPE_CHECKING:
    from assistant.messages import Answer, Click

CLICKS: "dict[str, Click]" = {"confirm": "confirm", "discard": "discard", "undo": "undo"}
LEAVE = ("exit", "quit", "bye", "/quit", "/exit")


Question = Annotated[str, typer.Argument(metavar="TEXT", help="A question or a wish, in plain words.")]
Named = Annotated[str, typer.Argument(metavar="PROJECT", help="Its name or key.")]


def ask(text: Question, who: As = "", thread: Thread = "", *, json: Json = False) -> int:
    """Ask anything: pmo ask "how is Apollo doing?"."""
    text = _readable(text)
    here = connected(who, speaks=True)
    answer, spoken = asyncio.run(_asked(here, text, thread, quiet=json))
    return show(answer, as_json=json, spoken=spoken)


def chat(who: As = "", thread: Thread = "", *, json: Json = False) -> int:
    """Talk, line by line; “confirm”, “discard” and “undo” do what the cards say, “exit” ends."""
    from assistant import bootstrap

    here = connected(who, speaks=True)
    bootstrap.ready()
    return _talked(here, thread or new_thread(), as_json=json)


async def _asked(here: Connected, text: str, thread: str, *, quiet: bool) -> "tuple[Answer, Spoken]":
    from assistant import messages

    with working(quiet=quiet) as spoken:
        thread = thread or await latest_thread(here) or new_thread()
        say = spoken.say if not quiet and sys.stdout.isatty() else messages.unheard
        return await here.assistant.answer(messages.Question(uuid4().hex, here.who, thread, text, face="cli"), spoken.sign, say), spoken


def _talked(here: Connected, thread: str, *, as_json: bool) -> int:
    """Go from line to line. Lines are read outside the loop, so that Ctrl-C ends at once."""
    waiting = ""
    with asyncio.Runner() as runner:
        while (line := _line()) is not None and line.lower() not in LEAVE:
            if not line:
                continue
            try:
                answer, spoken = runner.run(_answered(here, line, thread, waiting, quiet=as_json))
            except BadInput as sorry:
                tell(str(sorry), as_json=as_json)
                continue
            waiting = answer.proposal.id if answer.proposal else waiting
            show(answer, as_json=as_json, spoken=spoken)
    return 0


async def _answered(here: Connected, line: str, thread: str, waiting: str, *, quiet: bool) -> "tuple[Answer, Spoken | None]":
    click = line.lower()
    if click in ("confirm", "discard") and not waiting:
        raise BadInput("Nothing waits for a yes.")
    if click in CLICKS and waiting:
        return await here.assistant.confirm(here.who, waiting, CLICKS[click]), None
    return await _asked(here, _readable(line), thread, quiet=quiet)


def _line() -> str | None:
    """The next line a person says, or None when they have gone."""
    if not sys.stdin.isatty():
        said = sys.stdin.readline()
        return said.strip() if said else None
    with suppress(ImportError):
        import readline  # noqa: F401 - where it is there, lines can be edited and called back
    try:
        return input("› ").strip()
    except EOFError:
        return None


def _readable(text: str) -> str:
    from assistant.assistant import LONGEST
    from language.cleaning import clean

    if not clean(text).strip():
        raise BadInput('Say what you want to know or do, such as: pmo ask "what is overdue?"')
    if len(text) > LONGEST:
        raise BadInput(f"That is {len(text):,} characters; {LONGEST:,} is the most that is read. Say it shorter.")
    return text


async def latest_thread(here: Connected) -> str:
    exchanges = await here.assistant.open(here.who, "latest", "")
    return exchanges[-1].answer.thread if exchanges else ""


def new_thread() -> str:
    return f"cli-{uuid4().hex[:12]}"
