"""`pmo upgrade`: the records brought to this version, with a copy of what was there before; and the way back, told whenever that happens."""
from typing import TYPE_CHECKING, Annotated

import typer

from bots.cli.connecting import NOT_MADE, opened
from bots.cli.options import Json
from bots.cli.showing import progress, say
from records.errors import Conflict

if TYPE_CHECKING:
    from assistant.upkeep import Upgraded

NoBackup = Annotated[bool, typer.Option("--no-backup", help="Keep no copy of what was there before; when you made one yourself.")]


def upgrade(*, no_backup: NoBackup = False, json: Json = False) -> int:
    """Bring the records to the shape of this version; a copy of what was there before is kept."""
    from reports.blocks import Text

    _, upkeep = opened()
    if not upkeep.is_made():
        raise Conflict(NOT_MADE)
    done = upkeep.start(keeps=not no_backup)
    return say(Text(told(done) if done else "The records have the shape of this version already."), as_json=json)


def told(done: "Upgraded") -> str:
    """What was done, and the way back."""
    way_back = f" As they were before, they are kept in {done.kept}. The way back: install the version before, then pmo restore {done.kept} --force" if (
        done.kept) else ""
    return f"The records were brought from version {done.was} to {done.now}.{way_back}"


def tell_upgraded(done: "Upgraded | None") -> None:
    """Say so as a process begins, where it was done."""
    if done:
        progress(told(done))
