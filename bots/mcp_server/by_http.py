"""For clients from elsewhere: streamable HTTP at one address, where a token says who asks. Nothing is kept between two requests."""
import asyncio
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from math import ceil
from typing import Any
from urllib.parse import urlsplit

from mcp.server.auth.provider import AccessToken
from mcp.server.auth.settings import AuthSettings
from mcp.server.transport_security import TransportSecuritySettings
from pydantic import AnyHttpUrl

from assistant.entering import Entered, Entering
from assistant.outside import Outside
from assistant.pace import Pace
from bots.mcp_server.confirming import Context
from bots.mcp_server.server import Face, server
from records.errors import Refused, Unproven

PATH = "/mcp"
AUDIENCE = "mcp"
LARGEST = 1_000_000
MINUTE = timedelta(minutes=1)
HASTY = "Too many requests: {most:,} in a minute are the most. Go on in {wait} seconds."
HERE = ("127.0.0.1", "localhost", "[::1]")


@dataclass(frozen=True)
class Mounted:
    """An application for the one path, and what must run while it is served."""
    app: Any
    running: Callable[[], AbstractAsyncContextManager[None]]
    path: str = PATH


class Tokens:
    """Reads who a token stands for; one that was made for another face is none."""

    def __init__(self, entering: Entering) -> None:
        self._entering = entering

    async def verify_token(self, token: str) -> AccessToken | None:
        try:
            entered = await asyncio.to_thread(self._entering.by_token, token, AUDIENCE)
        except Unproven:
            return None
        return AccessToken(token=token, client_id=entered.email, scopes=sorted(entered.scopes))


class Callers:
    """Says for whom a request speaks, and counts it; `most`: in a minute, 0 for no limit."""

    def __init__(self, most: int) -> None:
        self._most, self._pace = most, Pace(most, MINUTE, lambda: datetime.now(UTC))

    def __call__(self, context: Context) -> Entered:
        assert context.request is not None                      # noqa: S101 - by HTTP there always is one
        token: AccessToken = context.request.user.access_token
        if self._most and (wait := self._pace.wait(token.client_id)):
            raise Refused(HASTY.format(most=self._most, wait=ceil(wait.total_seconds())))
        return Entered(token.client_id, frozenset(token.scopes))


def mounted(outside: Outside, entering: Entering, page: str, most: int = 0) -> Mounted:
    """The face by HTTP; `page` is the address that people reach us under, and the only one that is answered beside this machine's own.
    `most`: how many requests one person may make in a minute."""
    made = server(Face(outside, Callers(most), page), outside.instructions)
    app = made.streamable_http_app(streamable_http_path=PATH, stateless_http=True, json_response=True, max_request_body_size=LARGEST,
                                   transport_security=_only(page), token_verifier=Tokens(entering),
                                   auth=AuthSettings(issuer_url=AnyHttpUrl(page), resource_server_url=None, required_scopes=[AUDIENCE]))
    return Mounted(app, made.session_manager.run)


def _only(page: str) -> TransportSecuritySettings:
    """Only our own names, and pages of our own: another name is a rebound one."""
    own = urlsplit(page).netloc
    hosts = [own, *(f"{here}:*" for here in HERE)]
    return TransportSecuritySettings(allowed_hosts=hosts, allowed_origins=[page, *(f"http://{here}:*" for here in HERE)])
