"""`pmo export`: records as a file, or on stdout, with the rights of whoever asks."""
from collections.abc import Iterable, Iterator
from pathlib import Path
import sys
from time import monotonic
from typing import Annotated

import typer

from bots.cli.connecting import NOT_MADE, opened, person
from bots.cli.files import finished, refuse_unfit, told
from bots.cli.options import As, Json
from bots.cli.showing import progress, say
from records.errors import BadInput, Conflict

Kind = Annotated[str, typer.Argument(metavar="[KIND]", show_default=False, help="What to take out: tasks, risks, … Default: everything.")]
Format = Annotated[str, typer.Option("--format", metavar="FORMAT", help="json, csv, xlsx, mspdi (MS Project XML) or ics (calendar).")]
Project = Annotated[str, typer.Option("--project", metavar="PROJECT", show_default=False, help="Only what belongs to one project, by name or key.")]
Person = Annotated[str, typer.Option("--person", metavar="PERSON", show_default=False, help="For ics: only what one person is to do.")]
Out = Annotated[str, typer.Option("--out", metavar="FILE", show_default=False, help="Where to write it. Default, and “-”: stdout.")]
Force = Annotated[bool, typer.Option("--force", help="Replace a file that is there.")]
PATIENCE = 2.0                          # seconds before a person is told how far it is, and between two such lines


def export(kind: Kind = "", format_: Format = "json", project: Project = "", person_: Person = "", out: Out = "",  # noqa: PLR0913 - typer's way
           who: As = "", *, force: Force = False, json: Json = False) -> int:
    """Write records as JSON, CSV, Excel, MS Project XML or a calendar."""
    from reports.blocks import Text

    to = None if out in ("", "-") else Path(out)
    refuse_unfit(to, force=force)
    _, upkeep = opened()
    if not upkeep.is_made():
        raise Conflict(NOT_MADE)
    with upkeep.export(person(upkeep, who), format_.strip().lower(), kind=kind, project=project, person=person_) as exported:
        if to is None:
            if not exported.is_text:
                raise BadInput(f"{format_} is no text. Name a file: --out {exported.name}")
            _print(exported.content)
            return 0
        with finished(to) as file:
            size = sum(file.write(piece) for piece in _watched(exported.content))
    return say(Text(f"Written: {to}, {told(size)}."), as_json=json)


def _print(content: Iterable[bytes]) -> None:
    """Put it out as it is; on a terminal, without what could steer it."""
    from language.cleaning import clean

    for piece in _watched(content):
        if sys.stdout.isatty():
            sys.stdout.write(clean(piece.decode()))
        else:
            sys.stdout.buffer.write(piece)
    sys.stdout.flush()


def _watched(content: Iterable[bytes]) -> Iterator[bytes]:
    """The pieces as they come; when it takes long, a line on stderr now and then."""
    last, size = monotonic(), 0
    for piece in content:
        yield piece
        size += len(piece)
        if monotonic() - last > PATIENCE:
            progress(f"{told(size)} so far …")
            last = monotonic()
