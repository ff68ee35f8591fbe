"""Commands for whoever keeps the installation: fill it, read documents in, check that it is whole and what is missing."""
from pathlib import Path
from typing import Annotated

import typer

from bots.cli.connecting import NOT_MADE, opened, person
from bots.cli.options import As, Json
from bots.cli.showing import counted, progress, say
from records.errors import BadInput, Conflict

Documents = Annotated[Path, typer.Argument(metavar="PATH", help="A document (Markdown, Word, PDF, Excel, slides, HTML, mail, text), or a folder of them.")]

Logo = Annotated[str, typer.Option(metavar="FILE", show_default=False, help="A PNG or SVG; “none” for no logo.")]
Accent = Annotated[str | None, typer.Option(metavar="COLOUR", show_default=False, help="The colour of headings, such as #1f4e79; empty for ours.")]
Ink = Annotated[str | None, typer.Option(metavar="COLOUR", show_default=False, help="The colour of text.")]
Font = Annotated[str | None, typer.Option(metavar="NAME", show_default=False, help="A font that the machines of your readers have.")]


def sample(who: As = "", *, json: Json = False) -> int:
    """Make the database and fill it with the sample company and its handbook."""
    from reports.blocks import Text

    _, upkeep = opened(who)
    upkeep.start()
    made = upkeep.sample()
    for line in upkeep.handbook():
        progress(line)
    return say(Text(f'The sample company is there: {made} records. Ask it something: pmo ask "how is Apollo doing?"'), as_json=json)


def ingest(path: Documents, who: As = "", *, json: Json = False) -> int:
    """Read documents in, so that they are found and cited."""
    from reports.blocks import Text

    if not path.exists():
        raise BadInput(f"There is no file or folder “{path}”.")
    _, upkeep = opened(who)
    upkeep.start()
    lines = list(counted(upkeep.ingest(path), upkeep.documents_in(path)))
    same, out = sum(line.endswith(": unchanged") for line in lines), sum(": left out. " in line for line in lines)
    read, unchanged = len(lines) - out, f", {same:,} of them unchanged" if same else ""
    left = f" {out:,} file{'s were' if out > 1 else ' was'} left out, for what stands above." if out else ""
    return say(Text(f"Done: {read:,} document{'s' if read != 1 else ''}{unchanged}.{left}"), as_json=json)


def reindex(who: As = "", *, json: Json = False) -> int:
    """Make anew what documents are found by: their passages, the counts of their words, their vectors."""
    from reports.blocks import Text

    _, upkeep = opened(who)
    if not upkeep.is_made():
        raise Conflict(NOT_MADE)
    upkeep.start()
    *before, last = upkeep.reindex()
    for line in before:
        progress(line)
    return say(Text(last), as_json=json)


def brand(logo: Logo = "", accent: Accent = None, ink: Ink = None, font: Font = None, who: As = "", *, json: Json = False) -> int:
    """Give the office's reports its logo, colours and font."""
    from reports.blocks import Text

    looks = {name: said for name, said in (("accent", accent), ("ink", ink), ("font", font)) if said is not None}
    if not looks and not logo:
        raise BadInput("Say what to change: --logo FILE, --accent COLOUR, --ink COLOUR or --font NAME.")
    picture = None if not logo else b"" if logo == "none" else _read(Path(logo))
    _, upkeep = opened(who)
    if not upkeep.is_made():
        raise Conflict(NOT_MADE)
    changed = upkeep.dress(person(upkeep, who), looks, picture)
    return say(Text("The reports look so now: " + "; ".join(changed) + "." if changed else "The reports look so already."), as_json=json)


def _read(file: Path) -> bytes:
    if not file.is_file():
        raise BadInput(f"There is no file “{file}”.")
    return file.read_bytes()


def verify(who: As = "", *, json: Json = False) -> int:
    """Check that the log of changes is whole and the records are what it says: nothing altered, nothing missing."""
    from reports.blocks import Card

    _, upkeep = opened(who)
    if not upkeep.is_made():
        raise Conflict(NOT_MADE)
    broken = upkeep.verify()
    if broken is not None:
        altered = Card(f"The log of changes is broken at change #{broken}.", "red", ("It was altered outside this program.",))
        return say(altered, as_json=json, findings=True)
    if found := upkeep.differences():
        differ = Card("The log of changes is whole, but the records are not what it says.", "red", (*found, "They were altered outside this program."))
        return say(differ, as_json=json, findings=True)
    emptied = upkeep.emptied()
    forgotten = (f"{emptied:,} of its lines were emptied by pmo forget; each is marked by a later line.",) if emptied else ()
    return say(Card("The log of changes is whole.", "green", ("The records are what it says.", *forgotten)), as_json=json)


def doctor(who: As = "", *, json: Json = False) -> int:
    """Say what is configured, reachable and missing."""
    from reports.blocks import Table

    _, upkeep = opened(who)
    found = upkeep.doctor()
    rows = tuple(("ok" if ok else "missing", what, detail) for ok, what, detail in found)
    return say(Table("What this installation has", ("", "part", "found"), rows), as_json=json, findings=not all(ok for ok, _, _ in found))
