"""The outermost wall: what comes from elsewhere or is too large is refused, every response carries the browser's orders,
and no failure shows its insides."""
from collections.abc import Mapping
from functools import lru_cache
import ipaddress
import logging
from secrets import token_hex
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bots.web.refusing import SAYS, refusal

LARGEST, LARGEST_FILE = 1_000_000, 30_000_000
FILES = ("/api/v1/documents", "/api/v1/imports")
CSP = ("default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; "
       "form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'")
ORDERS = {
    "content-security-policy": CSP, "x-content-type-options": "nosniff", "referrer-policy": "no-referrer", "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin", "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
TLS_ONLY = "max-age=31536000"            # a year; other hosts of the office's domain are not ours to bind
READS = ("GET", "HEAD", "OPTIONS")
CROSSED = "That came from another site's page, so nothing was done."
UNSAID = "That did not say which page it came from, so nothing was done. Use a browser of these days, or a token in place of the cookie."
TOO_LARGE = 413
TOO_LARGE_FILE = f"That file is too large: {LARGEST_FILE // 1_000_000} MB are the most. Split it."
log = logging.getLogger(__name__)


class Edge:
    """Wraps the application. `local`: serve this machine only, and only under its own name (a foreign Host is DNS rebinding).
    `home`: the address that people reach it under, where a proxy calls it by another name. Over TLS, browsers are told to come by nothing else."""

    def __init__(self, app: ASGIApp, *, local: bool, home: str = "") -> None:
        self._app, self._local, self._home = app, local, home
        self._is_always_secure = home.startswith("https:")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started = False

        async def ordered(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                _order(MutableHeaders(scope=message), scope["path"], is_secure=self._is_always_secure or scope["scheme"] == "https")
            await send(message)
        try:
            await self._let_in(scope, receive, ordered)
        except Exception:
            reference = token_hex(3)
            log.exception("request %s failed", reference)
            if not started:
                await refusal(f"Something went wrong on my side. The reference for the PMO is {reference}.", 500, reference=reference)(scope, receive, ordered)

    async def _let_in(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = Headers(scope=scope)
        if why := self._stranger(scope, headers) or _crossing(scope["method"], headers, self._home):
            await refusal(why, 403)(scope, receive, send)
        elif _number(headers.get("content-length", "")) > _most(scope["path"]):
            await refusal(TOO_LARGE_FILE if scope["path"] in FILES else SAYS[TOO_LARGE], TOO_LARGE)(scope, receive, send)
        else:
            await self._app(scope, _bounded(receive, _most(scope["path"])), send)

    def _stranger(self, scope: Scope, headers: Mapping[str, str]) -> str:
        """Why this request may not come in at all, in sample mode."""
        if not self._local:
            return ""
        client = scope["client"]
        if client and not is_here(client[0]):
            return "Sample mode lets anyone pick who they are, so it serves this machine only."
        if not is_here(_host(f"//{headers.get('host', '')}")):
            return "Sample mode answers under this machine's own name only: http://127.0.0.1 or http://localhost."
        return ""


@lru_cache(maxsize=256)
def is_here(host: str) -> bool:
    """Whether a host is this machine's loopback."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _crossing(method: str, headers: Mapping[str, str], home: str) -> str:
    """Why a writing request is another site's: a browser says where it comes from, and only our own page may write. One that says nothing may
    not write by a cookie either, for that goes along with whatever makes it."""
    if method in READS:
        return ""
    origin, site = headers.get("origin"), headers.get("sec-fetch-site")
    if origin is None and site is None:
        return UNSAID if "cookie" in headers and "authorization" not in headers else ""
    is_own = origin is None or origin.partition("://")[2] == headers.get("host", "") or (home and origin == home)
    return "" if is_own and site in {None, "same-origin", "none"} else CROSSED


def _most(path: str) -> int:
    """Bytes that may come in by a door."""
    return LARGEST_FILE if path in FILES else LARGEST


def _bounded(receive: Receive, most: int) -> Receive:
    """The body, until it is too large; for bodies that do not say their length before."""
    taken = 0

    async def bounded() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > most:
            raise HTTPException(TOO_LARGE)
        return message
    return bounded


def _number(said: str) -> int:
    return int(said) if said.isdecimal() else 0


def _order(headers: MutableHeaders, path: str, *, is_secure: bool) -> None:
    for name, said in ORDERS.items():
        headers[name] = said
    if is_secure:
        headers["strict-transport-security"] = TLS_ONLY
    headers.setdefault("cache-control", "no-store" if path.startswith("/api/") else "no-cache")
