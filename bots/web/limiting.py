"""How many requests somebody may make in a minute: each person so many, and whoever is not signed in so many from one address.
It is counted in this process; what stands still costs nothing, and what is long over is forgotten."""
from collections.abc import Callable
from dataclasses import dataclass
import math
import time
from typing import Annotated, cast

from fastapi import Depends, Request
from fastapi.responses import JSONResponse
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bots.web.identity import Who
from bots.web.refusing import Unserved, refusal

WINDOW = 60
MOST_KNOWN = 10_000
LEFT = "left"                           # where a request keeps what is left for its asker
HASTY = "Too many requests: {most:,} in a minute are the most. Go on in {wait} seconds."
API = "/api/"
UNPROVEN = (401, 403)                   # what a stranger is answered; what was done all the same is not called undone


@dataclass(frozen=True)
class Left:
    """What is left of a policy for whoever asked: how many requests, and the seconds until there are all of them again."""
    policy: str
    most: int
    left: int
    resets: int

    @property
    def is_over(self) -> bool:
        return self.left < 0

    @property
    def headers(self) -> dict[str, str]:
        """As the RateLimit header fields of HTTP say it."""
        said = {"ratelimit-policy": f'"{self.policy}";q={self.most};w={WINDOW}', "ratelimit": f'"{self.policy}";r={max(self.left, 0)};t={self.resets}'}
        return {**said, "retry-after": str(self.resets)} if self.is_over else said


class Counter:
    """Counts by name in windows of a minute that begin with the first request; `most` 0: no limit."""

    def __init__(self, policy: str, most: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._policy, self._most, self._clock = policy, most, clock
        self._known: dict[str, tuple[float, int]] = {}

    def take(self, name: str, many: int = 1) -> Left | None:
        """Count a request, or only look with none; None where there is no limit."""
        if not self._most:
            return None
        now = self._clock()
        began, taken = self._known.get(name, (now, 0))
        if now - began >= WINDOW:
            began, taken = now, 0
        if many:
            self._forget(now)
            self._known[name] = (began, min(taken + many, self._most + 1))
        return Left(self._policy, self._most, self._most - taken - many, max(1, math.ceil(began + WINDOW - now)))

    def _forget(self, now: float) -> None:
        """Keep what is known small: what is over goes, and of more than can be kept the oldest."""
        if len(self._known) >= MOST_KNOWN:
            self._known = {name: at for name, at in self._known.items() if now - at[0] < WINDOW}
            for name in list(self._known)[:max(0, len(self._known) - MOST_KNOWN + 1)]:
                del self._known[name]


def counted(who: Who, people: Counter) -> Who:
    """The same proof of who asks, with each request counted for them. Raises 429."""
    async def known(request: Request, asker: Annotated[str, Depends(who)]) -> str:
        left = request.scope.setdefault("state", {})[LEFT] = people.take(asker)
        if left is not None and left.is_over:
            raise Unserved(HASTY.format(most=left.most, wait=left.resets), 429, "hasty")
        return asker
    return cast("Who", known)                   # FastAPI waits for it


class Limiting:
    """Says with every answer of the API what is left, and counts by their address those who did not prove who they are."""

    def __init__(self, app: ASGIApp, *, strangers: Counter) -> None:
        self._app, self._strangers = app, strangers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not scope["path"].startswith(API):
            await self._app(scope, receive, send)
            return
        address, state = scope["client"][0] if scope["client"] else "", scope.setdefault("state", {})
        is_refused = False

        async def told(message: Message) -> None:
            nonlocal is_refused
            if message["type"] == "http.response.start":
                left: Left | None = state[LEFT] if LEFT in state else self._strangers.take(address)
                if left and left.is_over and LEFT not in state and message["status"] in UNPROVEN:
                    is_refused = True
                    await _hasty(left)(scope, receive, send)
                elif left:
                    MutableHeaders(scope=message).update(left.headers)
            if not is_refused:
                await send(message)
        over = None if _says_who(scope) else self._strangers.take(address, 0)
        if over is not None and over.left <= 0:
            await _hasty(over)(scope, receive, send)
        else:
            await self._app(scope, receive, told)


def _says_who(scope: Scope) -> bool:
    """Whether somebody says at least who they are; whether that is so is found out further inside."""
    headers = Headers(scope=scope)
    return "cookie" in headers or "authorization" in headers


def _hasty(left: Left) -> JSONResponse:
    return refusal(HASTY.format(most=left.most, wait=left.resets), 429, {**left.headers, "retry-after": str(left.resets)}, "hasty")
