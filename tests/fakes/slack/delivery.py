"""How Slack hands events and clicks to an app: signed requests or envelopes of Socket Mode, again when they are not acknowledged."""
import asyncio
from dataclasses import dataclass, field
import hashlib
import hmac
import itertools
import json
import time
from typing import Any, Protocol
from urllib.parse import urlencode

import aiohttp
from aiohttp import web

from tests.fakes.slack.contract import Json

ACKNOWLEDGE_WITHIN = 3.0
RETRY_AFTER = (0.0, 60.0, 300.0)


class AppDidNotAcknowledge(AssertionError):
    """Slack would show a warning beside the button."""


@dataclass(frozen=True)
class Attempt:
    """One time that a payload was sent; without a `reason` it was acknowledged."""
    seconds: float
    status: int | None = None
    reason: str = ""
    answer: Any = None


@dataclass
class Delivery:
    """One payload and what the app answered each time."""
    kind: str
    payload: Json
    attempts: list[Attempt] = field(default_factory=list)

    @property
    def is_acknowledged(self) -> bool:
        return bool(self.attempts) and not self.attempts[-1].reason

    @property
    def answer(self) -> Any:
        """What the app acknowledged it with."""
        return self.attempts[-1].answer if self.attempts else None


class Transport(Protocol):
    async def attempt(self, kind: str, payload: Json, retry: int, reason: str) -> Attempt: ...


class HttpTransport:
    """Requests to the app's address, signed with its signing secret."""

    def __init__(self, url: str, secret: str, session: aiohttp.ClientSession) -> None:
        self.url, self.secret, self._session = url, secret, session

    async def attempt(self, kind: str, payload: Json, retry: int, reason: str) -> Attempt:
        is_event = kind == "events_api"
        body = json.dumps(payload) if is_event else urlencode(payload if kind == "slash_commands" else {"payload": json.dumps(payload)})
        again = {"X-Slack-Retry-Num": str(retry), "X-Slack-Retry-Reason": reason} if retry else {}
        headers = {"Content-Type": "application/json" if is_event else "application/x-www-form-urlencoded", **self._signed(body), **again}
        start = time.perf_counter()
        try:
            async with self._session.post(self.url, data=body, headers=headers, timeout=aiohttp.ClientTimeout(ACKNOWLEDGE_WITHIN)) as response:
                text = await response.text()
                said = json.loads(text) if text[:1] == "{" else text
                return Attempt(time.perf_counter() - start, response.status, "" if response.status == web.HTTPOk.status_code else "http_error", said)
        except TimeoutError:
            return Attempt(time.perf_counter() - start, None, "http_timeout")
        except aiohttp.ClientError:
            return Attempt(time.perf_counter() - start, None, "connection_failed")

    def _signed(self, body: str) -> dict[str, str]:
        now = str(int(time.time()))
        signature = hmac.new(self.secret.encode(), f"v0:{now}:{body}".encode(), hashlib.sha256).hexdigest()
        return {"X-Slack-Request-Timestamp": now, "X-Slack-Signature": f"v0={signature}"}


class SocketTransport:
    """Envelopes over whichever connection is next in turn."""

    def __init__(self) -> None:
        self._connections: list[web.WebSocketResponse] = []
        self._waiting: dict[str, asyncio.Future[Any]] = {}
        self._turn = itertools.count()
        self.connected = asyncio.Event()

    async def serve(self, request: web.Request) -> web.WebSocketResponse:
        """One connection of the app, until it leaves."""
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        self._connections.append(socket)
        await socket.send_json({"type": "hello", "num_connections": len(self._connections), "connection_info": {"app_id": "A0ASSIST"}})
        self.connected.set()
        try:
            async for frame in socket:
                said = json.loads(frame.data)
                waiting = self._waiting.pop(said.get("envelope_id", ""), None)
                if waiting and not waiting.done():
                    waiting.set_result(said.get("payload"))
        finally:
            self._connections.remove(socket)
        return socket

    async def refresh(self) -> None:
        """Ask every connection to come anew, as Slack does every few hours."""
        self.connected.clear()
        for socket in list(self._connections):
            await socket.send_json({"type": "disconnect", "reason": "refresh_requested", "debug_info": {"host": "here"}})

    async def close(self) -> None:
        for socket in list(self._connections):
            await socket.close()

    async def attempt(self, kind: str, payload: Json, retry: int, reason: str) -> Attempt:
        start, number = time.perf_counter(), next(self._turn)
        if not self._connections:
            return Attempt(0.0, None, "connection_failed")
        waiting = self._waiting[f"envelope-{number}"] = asyncio.get_running_loop().create_future()
        again = {"retry_attempt": retry, "retry_reason": reason} if kind == "events_api" else {}
        await self._connections[number % len(self._connections)].send_json(
            {"envelope_id": f"envelope-{number}", "type": kind, "accepts_response_payload": kind != "events_api", "payload": payload, **again})
        try:
            answer = await asyncio.wait_for(waiting, ACKNOWLEDGE_WITHIN)
        except TimeoutError:
            return Attempt(time.perf_counter() - start, None, "timeout")
        return Attempt(time.perf_counter() - start, web.HTTPOk.status_code, "", answer)


class Courier:
    """Delivers with Slack's rules of retrying; `pace` is how much of its waiting is really waited."""

    def __init__(self, transport: Transport, pace: float = 0.0) -> None:
        self.transport, self.pace = transport, pace
        self.deliveries: list[Delivery] = []

    async def event(self, payload: Json) -> Delivery:
        """Send an event, up to three times more: at once, after a minute and after five."""
        delivery = Delivery("events_api", payload)
        self.deliveries.append(delivery)
        reason = ""
        for retry, wait in enumerate((0.0, *RETRY_AFTER)):
            await asyncio.sleep(wait * self.pace)
            attempt = await self.transport.attempt("events_api", payload, retry, reason)
            delivery.attempts.append(attempt)
            if not (reason := attempt.reason):
                break
        return delivery

    async def interaction(self, payload: Json, kind: str = "interactive") -> Delivery:
        """Send a click or a command, once; the person sees a warning when there is no answer."""
        delivery = Delivery(kind, payload)
        self.deliveries.append(delivery)
        delivery.attempts.append(await self.transport.attempt(kind, payload, 0, ""))
        if not delivery.is_acknowledged:
            raise AppDidNotAcknowledge(f"{payload.get('type', kind)}: {delivery.attempts[-1]}")
        return delivery
