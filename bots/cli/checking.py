"""`pmo check`: whether the records keep to the office's handbook, with an exit code for a build or a schedule."""
import asyncio
from typing import Annotated

import typer

from bots.cli.connecting import connected
from bots.cli.options import As, Json
from bots.cli.showing import show, working

Project = Annotated[str, typer.Option("--project", metavar="PROJECT", show_default=False, help="One project, by name or key. Default: all.")]


def check(project: Project = "", who: As = "", *, json: Json = False) -> int:
    """Check the records against the handbook. Ends with 1 when something is to be put right."""
    here = connected(who)
    with working(quiet=json):
        answer = asyncio.run(here.assistant.call(here.who, "check_compliance", {"project": project} if project else {}, face="cli"))
    ended = show(answer, as_json=json)
    return ended or int(any(block.type == "card" and block.tone in ("red", "amber") for block in answer.blocks))
