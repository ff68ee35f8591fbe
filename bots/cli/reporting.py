"""`pmo report` and `pmo portfolio`: on the terminal, or as a file in any format."""
from pathlib import Path
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from bots.cli.connecting import NOT_MADE, opened, person
from bots.cli.files import finished, refuse_unfit, told
from bots.cli.options import As, Json
from bots.cli.showing import say, working
from records.errors import BadInput, Conflict

if TYPE_CHECKING:
    from assistant.reporting.wanted import Wanted

Named = Annotated[str, typer.Argument(metavar="PROJECT", help="A project, by name or key.")]
Format = Annotated[str, typer.Option("--format", metavar="FORMAT", show_default=False,
                                     help="md, html, pdf, pptx, docx, xlsx, png or json. Default: by the name of the file; else on the terminal.")]
Out = Annotated[str, typer.Option("--out", metavar="FILE", show_default=False, help="Where to write it; “-” is stdout.")]
Reader = Annotated[str, typer.Option("--for", metavar="READER", show_default=False,
                                     help="project manager (default), executive, steering committee, team, client or auditor.")]
Time = Annotated[str, typer.Option("--period", metavar="TIME", show_default=False, help="Such as “last month”. Default: the last 14 days.")]
Day = Annotated[str, typer.Option("--as-of", metavar="DAY", show_default=False, help="As the records stood on a past day.")]
Parts = Annotated[str, typer.Option("--sections", metavar="NAMES", show_default=False, help="Only these parts, such as schedule,risks.")]
Some = Annotated[str, typer.Option("--of", metavar="WHAT", show_default=False, help="Only the projects of a programme, a sponsor, an objective or a tag.")]
Force = Annotated[bool, typer.Option("--force", help="Replace a file that is there.")]


def report(project: Named, who: As = "", format_: Format = "", out: Out = "", reader: Reader = "", period: Time = "", as_of: Day = "",  # noqa: PLR0913, PLR0917 - typer's way
           sections: Parts = "", *, force: Force = False, json: Json = False) -> int:
    """Write a project's status report."""
    from assistant.reporting.wanted import Wanted

    if not project.strip():
        raise BadInput("Say which project, by name or key: pmo report Apollo")
    names = tuple(part.strip().lower() for part in sections.split(",") if part.strip())
    return _written(Wanted(project, period, as_of, reader, names), who, format_, out, force=force, json=json)


def portfolio(who: As = "", format_: Format = "", out: Out = "", period: Time = "", as_of: Day = "", of: Some = "",  # noqa: PLR0913 - typer's way
              *, force: Force = False, json: Json = False) -> int:
    """Write the summary of all projects."""
    from assistant.reporting.wanted import Wanted

    return _written(Wanted(period=period, as_of=as_of, of=of), who, format_, out, force=force, json=json)


def document(key: Annotated[str, typer.Argument(metavar="KEY", help="A document by its key, such as a template.")], who: As = "", out: Out = "", *,
             force: Force = False, json: Json = False) -> int:
    """Write a document, such as a template, as the file it was read from."""
    from assistant import bootstrap
    from reports.blocks import Text

    settings, upkeep = opened()
    if not upkeep.is_made():
        raise Conflict(NOT_MADE)
    file = bootstrap.reporting(settings).original(person(upkeep, who), key)
    if out == "-":
        _print(file.content)
        return 0
    to = Path(out or file.name)
    refuse_unfit(to, force=force)
    with finished(to) as part:
        part.write(file.content)
    return say(Text(f"Written: {to}, {told(len(file.content))}."), as_json=json)


def _written(wanted: "Wanted", who: str, as_: str, out: str, *, force: bool, json: bool) -> int:
    from assistant import bootstrap
    from reports.blocks import Text

    settings, upkeep = opened()
    if not upkeep.is_made():
        raise Conflict(NOT_MADE)
    reporting, asks = bootstrap.reporting(settings), person(upkeep, who)
    if not as_ and not out:
        with working(quiet=json):
            made = reporting.report(asks, wanted)
        return say(Text(f"{made.title}\n{made.says}"), *made.blocks, as_json=json)
    to = None if out in ("", "-") else Path(out)
    refuse_unfit(to, force=force)
    with working(quiet=json or to is None):
        file = reporting.file(asks, wanted, as_ or (to.suffix.removeprefix(".") if to else "") or "md")
    if to is None:
        _print(file.content)
        return 0
    with finished(to) as part:
        part.write(file.content)
    return say(Text(f"Written: {to}, {told(len(file.content))}."), as_json=json)


def _print(content: bytes) -> None:
    """Put a file on stdout; bytes that are no text are not let loose on a terminal."""
    if sys.stdout.isatty() and b"\0" in content:
        raise BadInput("That is no text. Name a file: --out FILE")
    sys.stdout.buffer.write(content)
    sys.stdout.flush()
