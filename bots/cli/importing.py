"""Reading a file of records in: `pmo import FILE` shows what it would come to, and applies it at once when told to."""
import asyncio
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bots.cli.asking import latest_thread, new_thread
from bots.cli.connecting import connected
from bots.cli.options import As, Json, Thread
from bots.cli.showing import show, working
from records.errors import BadInput

if TYPE_CHECKING:
    from assistant.loading import File
    from assistant.messages import Answer

LARGEST = 200_000_000
Name = Annotated[Path, typer.Argument(metavar="FILE", help="CSV, Excel, MS Project XML, Primavera XER, Jira CSV or JSON, or our own JSON.")]
Maps = Annotated[list[str], typer.Option("--map", metavar="COLUMN=FIELD", help="How a column is read: Who=owner, Colour=- to leave it out, "
                                         "or a value of it: State:Parked=on hold. Remembered for the next file of this name.")]
Kind = Annotated[str, typer.Option("--kind", metavar="KIND", help="What the rows are, such as task, where the file does not tell.")]
Project = Annotated[str, typer.Option("--project", metavar="PROJECT", help="Where rows without a project belong, by name or key.")]
Sheet = Annotated[str, typer.Option("--sheet", metavar="NAME", help="The sheet of a workbook.")]
Over = Annotated[bool, typer.Option("--over", help="Take the file's values also where somebody changed them by hand since the last import.")]
Yes = Annotated[bool, typer.Option("--yes", help="Apply it at once, without a second command.")]


def import_(file: Name, maps: Maps = [], kind: Kind = "", project: Project = "", sheet: Sheet = "",  # noqa: B006, PLR0913, PLR0917 - typer's way
            who: As = "", thread: Thread = "", *, over: Over = False, yes: Yes = False, json: Json = False) -> int:
    """Read records in from a file: shows what is new, changed and left out; “pmo confirm” applies it, “pmo undo” takes it back."""
    handed = replace(_file(file, maps, kind, project, sheet), over=over)
    here = connected(who)

    async def done() -> "Answer":
        with working(quiet=json) as spoken:
            shown = await here.assistant.load(here.who, handed, thread or await latest_thread(here) or new_thread(), spoken.sign)
            if not yes or shown.proposal is None:
                return shown
            spoken.sign("Writing the records")
            return _told(shown, await here.assistant.confirm(here.who, shown.proposal.id))
    return show(asyncio.run(done()), as_json=json)


def _told(shown: "Answer", done: "Answer") -> "Answer":
    """What was done, below what was said of the file: what it held, how it was read and what was left out of it."""
    from reports.blocks import Preview

    return replace(done, blocks=(*(b for b in shown.blocks if not isinstance(b, Preview)), *done.blocks))


def _file(path: Path, maps: list[str], kind: str, project: str, sheet: str) -> "File":
    from assistant import loading

    if not path.is_file():
        raise BadInput(f"There is no file “{path}”.")
    if path.stat().st_size > LARGEST:
        raise BadInput(f"{path.name} has {path.stat().st_size // 1_000_000} MB; {LARGEST // 1_000_000} MB is the most that is read. Split it.")
    columns: dict[str, str] = {}
    choices: dict[str, dict[str, str]] = {}
    for said in maps:
        left, equals, right = said.rpartition("=")
        column, colon, value = left.partition(":")
        if not equals or not left.strip() or not right.strip():
            raise BadInput(f"“{said}” is no mapping; write --map COLUMN=field, or --map COLUMN:value=value.")
        if colon:
            choices.setdefault(column.strip(), {})[value.strip()] = right.strip()
        else:
            columns[column.strip()] = right.strip()
    return loading.File(path.name, path.read_bytes(), kind, project, sheet, columns, choices)
