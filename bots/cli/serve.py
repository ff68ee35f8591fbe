"""`pmo serve`: the page, the API and, when its tokens are set, Slack, in one process, with the jobs."""
import asyncio
from collections.abc import Coroutine
from contextlib import suppress
import socket
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bots.cli.connecting import NOT_MADE
from bots.cli.listening import listening
from bots.cli.showing import progress
from bots.cli.upgrading import tell_upgraded
from bots.cli.working import Part, run, slack_and_jobs
from records.errors import BadInput, Conflict

if TYPE_CHECKING:
    from assistant.settings import Settings
    from assistant.upkeep import Upkeep

TRY = ("how is Apollo doing?", "what should I do today?", "what do I need before gate 2?")
THIS_MACHINE = "127.0.0.1,::1"
Host = Annotated[str, typer.Option("--host", metavar="ADDRESS", show_default=False, help="Where to listen. Default: 127.0.0.1, or PMO_HOST.")]
Port = Annotated[int | None, typer.Option("--port", metavar="NUMBER", min=0, max=65535, show_default=False, help="Default: 8000, or PMO_PORT.")]


def serve(host: Host = "", port: Port = None) -> int:
    """Serve the page and the API, and Slack when its tokens are set."""
    from assistant import bootstrap
    from assistant.settings import read

    settings = read(**{name: said for name, said in (("host", host), ("port", port)) if said not in ("", None)})
    if settings.sample and not settings.is_local:
        raise BadInput(f"Sample mode lets anyone pick who they are, so it serves this machine only, not {settings.host}. "
                       "Leave PMO_HOST alone, or set PMO_SAMPLE=false.")
    database = bootstrap.database(settings)
    meaning, keeper = bootstrap.serving(settings, database)
    upkeep = bootstrap.upkeep(settings, meaning, database)
    watch = bootstrap.watching(settings, upkeep)
    _prepare(upkeep, settings)
    if settings.sample and not upkeep.is_sample():
        progress("This is a company of your own, so nobody picks on the page who they are: they sign in.")
        settings = settings.model_copy(update={"sample": False})
    # Ctrl-C is how one ends it: that is no failure.
    operating = bootstrap.operating(settings, database, lambda: upkeep.search_note, works=settings.work)
    with listening(settings.host, settings.port, "PMO_PORT") as socket_, suppress(KeyboardInterrupt):
        keeper.start()
        if watch:
            watch.start()
        part = Part(settings, bootstrap.assistant(settings, meaning, database, operating.metrics), database, operating, upkeep)
        asyncio.run(run(_web(part, socket_), slack_and_jobs(part, works=settings.work)))
    keeper.stop()
    if watch:
        watch.stop()
    return 0


def _prepare(upkeep: "Upkeep", settings: "Settings") -> None:
    """Bring the database to the newest shape; in sample mode, fill an empty one."""
    if not upkeep.is_made() and not settings.sample:
        raise Conflict(NOT_MADE)
    tell_upgraded(upkeep.start())
    if settings.sample and upkeep.is_empty():
        progress("Making the sample company …")
        upkeep.sample()
        for line in upkeep.handbook():
            progress(line)


def _web(part: Part, socket_: socket.socket) -> Coroutine[Any, Any, None]:
    from assistant import bootstrap
    from bots.web import web
    from bots.web.watched import watched

    settings, database, office = part.settings, part.database, bootstrap.office(part.settings, part.database)
    app = web(part.assistant, part.upkeep, settings, bootstrap.reporting(settings, database), bootstrap.intake(settings, part.upkeep, database), office)
    if settings.mcp:
        from bots.mcp_server.by_http import mounted
        from bots.web.beside import hang

        hang(app, mounted(bootstrap.outside(settings, part.assistant, database), office.entering, settings.address, settings.rate_limit))
    return _page(watched(app, part.operating), settings, socket_, office.called())


async def _page(app: Any, settings: "Settings", socket_: socket.socket, called: str) -> None:
    import uvicorn

    from assistant.served import serving

    at = settings.model_copy(update={"port": socket_.getsockname()[1]}).address

    class Server(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            _welcome(settings, at, called)

    with serving(settings.home, at):
        await Server(uvicorn.Config(app, log_config=None, access_log=False, timeout_graceful_shutdown=3, proxy_headers=True,
                                    forwarded_allow_ips=settings.proxies or THIS_MACHINE)).serve([socket_])


def _welcome(settings: "Settings", at: str, called: str) -> None:
    progress(f"\nProject Assistant of {called} is at  {at}   (its API: {at}/docs; Ctrl-C stops it)")
    if settings.sample:
        progress("Ask it, on the page or with .venv/bin/pmo ask, for example:")
        for said in TRY:
            progress(f"  {said}")
        progress("To begin a company of your own: stop this, then .venv/bin/pmo start")
    elif not settings.has_oidc:
        progress("Sign in with a link, which this makes for the PMO admin: .venv/bin/pmo link")
