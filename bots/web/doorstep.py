"""Leads who is not signed in from a page to signing in, and back there afterwards."""
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from assistant.entering import Entering
from bots.web.identity import Cookie
from records.errors import Unproven

OPEN = ("/sign-in", "/page/", "/api/", "/mcp", "/.well-known/", "/openapi.json", "/metrics", "/health", "/ready")


class Doorstep:
    """Wraps the application, for what a browser opens as a page; the doors of the API refuse by themselves."""

    def __init__(self, app: ASGIApp, *, entering: Entering, cookie: Cookie) -> None:
        self._app, self._entering, self._cookie = app, entering, cookie

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["method"] in ("GET", "HEAD") and not scope["path"].startswith(OPEN):
            request = Request(scope)
            if "text/html" in request.headers.get("accept", "") and not await run_in_threadpool(self._is_in, request):
                wanted = quote(scope["path"]) + (f"?{request.url.query}" if request.url.query else "")
                await RedirectResponse(f"/sign-in?next={quote(wanted, safe='/')}" if wanted != "/" else "/sign-in", 303)(scope, receive, send)
                return
        await self._app(scope, receive, send)

    def _is_in(self, request: Request) -> bool:
        try:
            self._entering.caller(self._cookie.read(request))
        except Unproven:
            return False
        return True
