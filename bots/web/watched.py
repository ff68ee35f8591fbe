"""Around the whole web face: each request has a number, a line in the log and its place in the counts; what was in it stands nowhere.

A route is told by its template (/api/v1/records/{key}), so neither keys nor what was searched for are kept.
"""
import inspect
import logging
from secrets import token_hex
import socket
import time

from starlette.applications import Starlette
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send
import uvicorn

from assistant.operating import logs
from assistant.operating.metrics import Metrics
from assistant.operating.operating import Operating
from assistant.operating.people import Numbered, nobody
from bots.web.probes import probes

NO_ROUTE = "none"
MOUNTED = ("/mcp",)                    # what is an application of its own without an address of its own
CUT = 499                               # the asker left, or something broke, before the answer began
METHODS = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"}
log = logging.getLogger(__name__)


class Watched:
    """Wraps the application; `number` knows people's numbers."""

    def __init__(self, app: ASGIApp, metrics: Metrics, number: Numbered = nobody) -> None:
        self._app, self._metrics, self._number = app, metrics, number

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request, start, status = logs.Request(token_hex(6)), time.perf_counter(), CUT

        async def numbered(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)["x-request-id"] = request.id
            await send(message)
        before = logs.current.set(request)
        try:
            await self._app(scope, receive, numbered)
        finally:
            self._told(scope, request, status, time.perf_counter() - start)
            logs.current.reset(before)

    def _told(self, scope: Scope, request: logs.Request, status: int, seconds: float) -> None:
        route, method = _route(scope), scope["method"] if scope["method"] in METHODS else "other"
        self._metrics.requests.labels(route, method, status).inc()
        self._metrics.request_seconds.labels(route).observe(seconds)
        if log.isEnabledFor(logging.INFO):
            who = {"person": number} if request.who and (number := self._number(request.who)) is not None else {}
            log.info("request", extra={logs.FIELDS: {"route": route, "method": method, "status": status, "ms": round(seconds * 1000), **who}})


def watched(app: Starlette, by: Operating) -> Watched:
    """The application with the addresses that machines ask, all of it watched."""
    app.router.routes[:0] = probes(by.health, by.metrics, by.token)
    return Watched(app, by.metrics, by.numbers)


async def answering(by: Operating, socket_: socket.socket) -> None:
    """Answer machines, and nobody else, for a process without a page."""
    server = uvicorn.Server(uvicorn.Config(watched(Starlette(), by), log_config=None, access_log=False, timeout_graceful_shutdown=1))
    with socket_:
        await server.serve([socket_])


def _route(scope: Scope) -> str:
    """The template of what answered. What no route answers is all one, or whoever tries addresses would fill the counts."""
    path, root = str(scope["path"]), str(scope.get("root_path", ""))
    if found := getattr(scope.get("route"), "path_format", ""):
        parts, own = path.split("/"), str(found).split("/")[1:]
        prefix = parts.index(own[0]) if own[0] in parts[1:] else len(parts) - len(own)       # a router's own prefix is not in its routes
        return "/".join((*parts[:prefix], *own)) or "/"
    if root or path in MOUNTED:
        return root or path
    return path if inspect.isroutine(scope.get("endpoint")) and not scope.get("path_params") else NO_ROUTE
