"""Slack's requests by HTTP, at /slack/events, for an installation that Slack can reach: each is signed, none is large."""
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from aiohttp import web
from slack_bolt.async_app import AsyncApp

PATH = "/slack/events"
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@asynccontextmanager
async def reached_at(bolt: AsyncApp, host: str, port: int) -> AsyncIterator[int]:
    """Take requests while this is open; gives the port. What is larger than a megabyte is refused unread."""
    app = bolt.web_app(path=PATH)
    app.middlewares.append(_sensible)
    runner = web.AppRunner(app, shutdown_timeout=3.0)
    await runner.setup()
    try:
        await web.TCPSite(runner, host, port).start()
        yield int(runner.addresses[0][1])
    finally:
        await runner.cleanup()


@web.middleware
async def _sensible(request: web.Request, handler: Handler) -> web.StreamResponse:
    """A time that is no number is nobody's signature; bolt would fail over it."""
    if not request.headers.get("X-Slack-Request-Timestamp", "").isdecimal():
        return web.Response(status=401)
    return await handler(request)
