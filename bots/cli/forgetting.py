"""`pmo forget`: a person's values leave everything that is kept here."""
from typing import Annotated

import typer

from bots.cli.connecting import NOT_MADE, opened, person
from bots.cli.options import As, Json
from bots.cli.showing import say
from records.errors import Conflict

Named = Annotated[str, typer.Argument(metavar="PERSON", help="Who, by name or e-mail address.")]
Yes = Annotated[bool, typer.Option("--yes", help="Do it; it cannot be undone.")]


def forget(named: Named, who: As = "", *, yes: Yes = False, json: Json = False) -> int:
    """Forget a person: their values leave records, log, conversations and journal."""
    from reports.blocks import Card

    _, upkeep = opened(who)
    if not upkeep.is_made():
        raise Conflict(NOT_MADE)
    email = person(upkeep, named)
    if not yes:
        raise Conflict(f"This cannot be undone: it would take all that is known of {email} away, also out of the log. To do it: pmo forget {email} --yes")
    done, is_erased = upkeep.forget(person(upkeep, who), email)
    lines = [f"Now called {done.called}; {len(done.changes.edits):,} records, {len(done.marks):,} lines of the log and {done.turns:,} turns were emptied.",
             "Backups that were made before still hold everything. Delete them, and make a new one: pmo backup FILE"]
    if done.sections:
        lines.append(f"{done.sections:,} sections of documents still name them. Change these documents, and read them in again: pmo ingest PATH")
    if not is_erased:
        lines.append("Something has the database open, so its file still holds what was deleted. It is written over in time.")
    return say(Card(f"Forgotten: {email}", "plain", tuple(lines)), as_json=json)
