"""`pmo slack check` says whether Slack is connected as it has to be; `pmo slack manifest` prints what an app is made from."""
import asyncio
import sys
from typing import Annotated

import typer

from bots.cli.options import Json
from bots.cli.showing import say
from records.errors import BadInput

Url = Annotated[str, typer.Option("--url", metavar="ADDRESS", show_default=False,
                                   help="Where Slack reaches PMO_SLACK_PORT: https://pmo.example.com. Default: Socket Mode, which needs no address.")]
commands = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Connect Slack, and see whether it is.")


@commands.command()
def check(*, json: Json = False) -> int:
    """Check the tokens, the permissions and whether events come; nothing is sent to anybody."""
    from assistant.settings import read
    from bots.slack.checking import checked
    from bots.slack.serving import Keys
    from reports.blocks import Table

    settings = read()
    bot, app, signing = (token.get_secret_value() if token else ""
                         for token in (settings.slack_bot_token, settings.slack_app_token, settings.slack_signing_secret))
    if not bot or not (app or settings.slack_port):
        raise BadInput("Set SLACK_BOT_TOKEN (xoxb-…) and SLACK_APP_TOKEN (xapp-…) first. pmo slack manifest prints what the app is made from.")
    keys = Keys(bot, app, signing, settings.slack_api_url, settings.host, settings.slack_port or None)

    async def all_of_it() -> list[tuple[bool, str, str]]:
        return [line async for line in checked(keys)]

    found = asyncio.run(all_of_it())
    rows = tuple(("ok" if ok else "missing", what, detail) for ok, what, detail in found)
    return say(Table("Slack", ("", "part", "found"), rows), as_json=json, findings=not all(ok for ok, _, _ in found))


@commands.command()
def manifest(url: Url = "") -> int:
    """Print the manifest that a Slack app is made from."""
    from bots.slack.checking import manifest_text

    sys.stdout.write(manifest_text(url))
    return 0
