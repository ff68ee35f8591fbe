"""`pmo backup` and `pmo restore`: everything as one checked file, and back; what was there before is kept aside."""
from pathlib import Path
from typing import Annotated

import typer

from bots.cli.connecting import NOT_MADE, opened
from bots.cli.options import As, Json
from bots.cli.showing import say
from records.errors import Conflict

To = Annotated[Path, typer.Argument(metavar="FILE", help="Where to write it.")]
From = Annotated[Path, typer.Argument(metavar="FILE", help="A backup.")]
Replace = Annotated[bool, typer.Option("--force", help="Replace a file that is there.")]
Force = Annotated[bool, typer.Option("--force", help="Also over a company of your own; it is kept aside.")]


def backup(file: To, who: As = "", *, force: Replace = False, json: Json = False) -> int:
    """Copy everything into one file, while others work; checked before it is called done."""
    from reports.blocks import Text

    _, upkeep = opened(who)
    if not upkeep.is_made():
        raise Conflict(NOT_MADE)
    counted = upkeep.back_up(file, force=force)
    return say(Text(f"Backed up to {file}: {counted}. It was opened, and its log of changes is whole."), as_json=json)


def restore(file: From, who: As = "", *, force: Force = False, json: Json = False) -> int:
    """Put a backup in the place of an empty house or the sample; what was there is kept aside."""
    from reports.blocks import Text

    settings, upkeep = opened(who)
    restored = upkeep.restore(file, settings.home, force=force)
    kept = f" What was here before is kept in {restored.aside}." if restored.aside else ""
    return say(Text(f"Restored from {file}: {restored.counted}. Its log of changes is whole. Everybody signs in anew, and tokens are made "
                    f"anew.{kept}"), as_json=json)
