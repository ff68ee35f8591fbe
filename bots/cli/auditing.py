"""`pmo sent`: what left the house. For an auditor, or the PMO admin."""
from typing import Annotated

import typer

from bots.cli.connecting import NOT_MADE, opened, person
from bots.cli.options import As, Json
from bots.cli.showing import say
from records.errors import Conflict

Of = Annotated[str, typer.Option("--person", metavar="PERSON", show_default=False, help="Whose turns, by name or e-mail address. Default: everybody's.")]
Days = Annotated[int, typer.Option("--days", min=0, max=3650, help="How many days back; 0: today only.")]


def sent(of: Of = "", days: Days = 7, who: As = "", *, json: Json = False) -> int:
    """List which records and passages went to the language model, call by call."""
    _, upkeep = opened(who)
    if not upkeep.is_made():
        raise Conflict(NOT_MADE)
    return say(upkeep.sent(person(upkeep, who), days, person(upkeep, of) if of else ""), as_json=json)
