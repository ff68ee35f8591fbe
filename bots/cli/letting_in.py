"""`pmo link`, `pmo token`, `pmo tokens`, `pmo revoke`, `pmo sign-out`: who is let in, and who is not any more."""
from typing import TYPE_CHECKING, Annotated

import typer

from bots.cli.connecting import NOT_MADE, opened, person
from bots.cli.options import As, Json
from bots.cli.showing import say
from records.errors import Conflict

if TYPE_CHECKING:
    from assistant.entering import Entering
    from assistant.settings import Settings
    from assistant.upkeep import Upkeep

Whom = Annotated[str, typer.Argument(metavar="[PERSON]", show_default=False, help="By name or e-mail address. Default: the first PMO admin.")]
Person = Annotated[str, typer.Argument(metavar="PERSON", show_default=False, help="By name or e-mail address.")]
Scope = Annotated[list[str], typer.Option("--scope", metavar="SCOPE", help="read, write, admin; with mcp it is for MCP alone. May be given again.")]
Days = Annotated[int, typer.Option("--days", min=1, max=366, help="How long it holds.")]
Name = Annotated[str, typer.Option("--name", metavar="NAME", show_default=False, help="What it is for, as the list shows it.")]
Of = Annotated[str, typer.Option("--person", metavar="PERSON", show_default=False, help="Whose, by name or e-mail address. Default: everybody's.")]
Ids = Annotated[list[str], typer.Argument(metavar="ID...", show_default=False, help="As pmo tokens lists them.")]
KeepTokens = Annotated[bool, typer.Option("--keep-tokens", help="End the sessions only.")]
READ = ["read"]
UNSERVED = "\nBut no server of this company runs here now: start it with pmo serve, and the link works if that is at {address}."


def link(whom: Whom = "", who: As = "", *, json: Json = False) -> int:
    """Make a link that signs somebody in on the page, once, within 15 minutes."""
    from assistant import bootstrap
    from assistant.served import served

    settings, upkeep, entering = _doors(who)
    of = person(upkeep, whom)
    shown = bootstrap.linking(settings, bootstrap.database(settings)).link(entering.link(person(upkeep, who), of))
    nobody = "" if settings.public_url or served(settings.home) else UNSERVED.format(address=settings.address)
    return _shown(shown, f"Whoever opens this within 15 minutes is {of}. It works once.{nobody}", as_json=json)


def token(whom: Person, scope: Scope = READ, days: Days = 90, name: Name = "", who: As = "", *, json: Json = False) -> int:
    """Make an API token for somebody; it is shown only now."""
    _, upkeep, entering = _doors(who)
    of = person(upkeep, whom)
    made = entering.token(person(upkeep, who), of, scope, days, name)
    return _shown(made, f"It speaks for {of} for {days} days ({', '.join(scope)}). It is kept as a digest only, so put it away now.", as_json=json)


def tokens(of: Of = "", who: As = "", *, json: Json = False) -> int:
    """List the sessions and tokens that hold."""
    from reports.blocks import Table

    _, upkeep, entering = _doors(who)
    found = entering.issued(person(upkeep, who), person(upkeep, of) if of else "")
    zone = entering.clock().tzinfo
    rows = tuple((i.id, i.called, i.email, i.name, ", ".join(i.scopes), f"{i.made.astimezone(zone):%Y-%m-%d}", f"{i.expires.astimezone(zone):%Y-%m-%d}",
                  f"{i.used.astimezone(zone):%Y-%m-%d %H:%M}" if i.used else "never") for i in found)
    return say(Table("Who may come in" if rows else "Nobody is signed in, and there is no token",
                     ("id", "what", "person", "name", "scopes", "made", "until", "last used"), rows, note=f"times of {zone}" if rows else ""), as_json=json)


def revoke(ids: Ids, who: As = "", *, json: Json = False) -> int:
    """End sessions or tokens at once, by their ids."""
    from reports.blocks import Text

    _, upkeep, entering = _doors(who)
    for each in ids:
        entering.revoke(person(upkeep, who), each)
    return say(Text(f"Ended: {', '.join(ids)}."), as_json=json)


def sign_out(whom: Person, who: As = "", *, keep_tokens: KeepTokens = False, json: Json = False) -> int:
    """Sign somebody out everywhere, and revoke their tokens."""
    from reports.blocks import Text

    _, upkeep, entering = _doors(who)
    of = person(upkeep, whom)
    ended = entering.revoke_all(person(upkeep, who), of, sessions_only=keep_tokens)
    return say(Text(f"{of} is signed out everywhere: {ended} ended."), as_json=json)


def _doors(who: str) -> "tuple[Settings, Upkeep, Entering]":
    from assistant import bootstrap

    settings, upkeep = opened(who)
    if not upkeep.is_made():
        raise Conflict(NOT_MADE)
    return settings, upkeep, bootstrap.entering(settings)


def _shown(secret: str, says: str, *, as_json: bool) -> int:
    """The secret alone on stdout, so that a pipe takes it; what there is to say of it on stderr."""
    from bots.cli.showing import progress

    if as_json:
        import json

        typer.echo(json.dumps({"secret": secret, "says": says}))
        return 0
    typer.echo(secret)
    progress(says)
    return 0
