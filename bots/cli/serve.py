"""`pmo serve`: the page, the API and, when its tokens are set, Slack, in one process, with the jobs."""
import asyncio
from collections.abc import Coroutine
from contextlib import suppress
import os
import socket
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bots.cli.connecting import NOT_MADE
from bots.cli.showing import progress
from bots.cli.working import Part, run, slack_and_jobs
from records.errors import BadInput, Conflict

if TYPE_CHECKING:
    from assistant.assistant import Assistant
    from assistant.settings import Settings
    from assistant.upkeep import Upkeep
    from records.database import Database

TRY = ("how is Apollo doing?", "what should I do today?", "what do I need before gate 2?")
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
    meaning, keeper = bootstrap.serving(settings)
    upkeep = bootstrap.upkeep(settings, meaning)
    watch = bootstrap.watching(settings, upkeep)
    _prepare(upkeep, settings)
    if settings.sample and not upkeep.is_sample():
        progress("This is a company of your own, so nobody picks on the page who they are; use pmo ask, pmo chat or Slack until it has a sign-in.")
        settings = settings.model_copy(update={"sample": False})
    # Ctrl-C is how one ends it: that is no failure.
    database = bootstrap.database(settings)
    with _listening(settings) as listening, suppress(KeyboardInterrupt):
        keeper.start()
        if watch:
            watch.start()
        assistant = bootstrap.assistant(settings, meaning, database)
        asyncio.run(run(_web(settings, assistant, upkeep, database, listening), slack_and_jobs(Part(settings, assistant, database), works=settings.work)))
    keeper.stop()
    if watch:
        watch.stop()
    return 0


def _prepare(upkeep: "Upkeep", settings: "Settings") -> None:
    """Bring the database to the newest shape; in sample mode, fill an empty one."""
    if not upkeep.is_made() and not settings.sample:
        raise Conflict(NOT_MADE)
    upkeep.start()
    if settings.sample and upkeep.is_empty():
        progress("Making the sample company …")
        upkeep.sample()
        for line in upkeep.handbook():
            progress(line)


def _listening(settings: "Settings") -> socket.socket:
    try:
        return socket.create_server((settings.host, settings.port), family=socket.AF_INET6 if ":" in settings.host else socket.AF_INET, backlog=2048)
    except OSError as failed:
        why = os.strerror(failed.errno).lower() if failed.errno and failed.errno > 0 else str(failed)
        raise Conflict(f"{settings.host}:{settings.port} cannot be served: {why}. To take another port: PMO_PORT=8001") from None


def _web(settings: "Settings", assistant: "Assistant", upkeep: "Upkeep", database: "Database", listening: socket.socket) -> Coroutine[Any, Any, None]:
    from assistant import bootstrap
    from bots.web import web

    office = bootstrap.office(settings, database)
    return _page(web(assistant, upkeep, settings, bootstrap.reporting(settings), bootstrap.intake(settings, upkeep), office), settings, listening)


async def _page(app: Any, settings: "Settings", listening: socket.socket) -> None:
    import uvicorn

    class Server(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            _welcome(settings, listening.getsockname()[1])

    await Server(uvicorn.Config(app, log_level="warning", timeout_graceful_shutdown=3)).serve([listening])


def _welcome(settings: "Settings", port: int) -> None:
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    progress(f"\nProject Assistant is at  http://{host}:{port}   (its API: http://{host}:{port}/docs; Ctrl-C stops it)")
    if settings.sample:
        progress("Ask it, on the page or with .venv/bin/pmo ask, for example:")
        for said in TRY:
            progress(f"  {said}")
        progress("To begin a company of your own: stop this, then .venv/bin/pmo start")
