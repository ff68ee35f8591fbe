"""The Slack that an app connects to: its Web API and Socket Mode on a free port of the loopback, and the events it sends."""
import asyncio
from collections import defaultdict
from dataclasses import dataclass
import json
from types import TracebackType
from typing import Any, Self
from urllib.parse import parse_qsl

import aiohttp
from aiohttp import web

from tests.fakes.slack.acting import in_markup, links, pings
from tests.fakes.slack.contract import METHODS, Call, Json, SlackError, accepted, authorize, decode
from tests.fakes.slack.delivery import Courier, Delivery, HttpTransport, SocketTransport
from tests.fakes.slack.methods import HANDLERS
from tests.fakes.slack.people import Actor
from tests.fakes.slack.workspace import APP, BOT, TEAM, Person, Workspace

GROWING = ("chat.startStream", "chat.appendStream", "chat.stopStream")
SPEAKING = ("chat.postMessage", "chat.postEphemeral", "chat.update")


@dataclass
class Fault:
    """What goes wrong with the next calls of a method; with `after_effect` it was done all the same."""
    times: int = 1
    error: str = ""
    status: int = 200
    retry_after: int = 1
    wait: float = 0.0
    after_effect: bool = False


class FakeSlack:
    """Use it as an async context manager; `api_url` is the address of its Web API."""

    def __init__(self) -> None:
        self.workspace = Workspace()
        self.signing_secret = "shh"
        self.sockets = SocketTransport()
        self.courier = Courier(self.sockets)
        self.calls: list[tuple[Call, Json]] = []
        self.violations: list[str] = []
        self.pings: list[str] = []
        self.links: list[str] = []
        self._faults: defaultdict[str, list[Fault]] = defaultdict(list)

    async def __aenter__(self) -> Self:
        app = web.Application()
        app.add_routes([web.get("/api/{method}", self._api), web.post("/api/{method}", self._api), web.get("/link", self.sockets.serve),
                        web.post("/upload/{file}", self._uploaded), web.get("/files/{file}", self._downloaded)])
        self._runner = web.AppRunner(app, shutdown_timeout=0.2)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self._origin = f"127.0.0.1:{self._runner.addresses[0][1]}"
        self.workspace.origin = self._origin
        self.api_url = f"http://{self._origin}/api/"
        self._session = aiohttp.ClientSession()
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None) -> None:
        await self._session.close()
        await self.sockets.close()
        await self._runner.cleanup()

    def use_http(self, url: str) -> None:
        """Send events to this address from now on, not by Socket Mode."""
        self.courier = Courier(HttpTransport(url, self.signing_secret, self._session))

    def person(self, id_: str, name: str, email: str = "", **details: Any) -> Actor:
        return Actor(self, self.workspace.people.setdefault(id_, Person(id_, name, email, **details)))

    def fail(self, method: str, **fault: Any) -> None:
        """Let the next calls of a method go wrong."""
        self._faults[method].append(Fault(**fault))

    def sent(self, method: str) -> list[Json]:
        """The arguments of every call of a method that succeeded."""
        return [call.args for call, answer in self.calls if call.method == method and answer["ok"]]

    async def event(self, event: Json, *, is_shared: bool = False, event_id: str = "") -> Delivery:
        """Deliver an event to the app."""
        authorization = {"enterprise_id": None, "team_id": TEAM, "user_id": BOT, "is_bot": True, "is_enterprise_install": False}
        return await self.courier.event({
            "type": "event_callback", "team_id": TEAM, "context_team_id": TEAM, "api_app_id": APP, "event": event,
            "event_id": event_id or self.workspace.next_id("Ev"), "event_time": 0, "authorizations": [authorization], "is_ext_shared_channel": is_shared,
        })

    async def _api(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        call = Call(method, {}, None)
        try:
            call = self._read(method, request, await request.text())
            answer, status, headers = await self._answered(call)
        except SlackError as error:
            answer, status, headers = error.body, 200, {}
        self.calls.append((call, answer))
        if call.token:
            headers = {**headers, "X-OAuth-Scopes": ",".join(sorted(call.token.scopes))}
        await self.workspace.changed()
        return web.json_response(answer, status=status, headers=headers)

    async def _uploaded(self, request: web.Request) -> web.Response:
        file, content = self.workspace.files[request.match_info["file"]], await request.read()
        if request.content_type == "multipart/form-data" or len(content) != file["length"]:
            return web.Response(status=400, text="the bytes are not as announced")
        file["content"] = content
        return web.Response(text=f"OK - {len(content)}")

    async def _downloaded(self, request: web.Request) -> web.Response:
        """A file that somebody shared, for a token that may read files; anybody else gets Slack's page to sign in."""
        token = self.workspace.tokens.get(request.headers.get("authorization", "").removeprefix("Bearer "))
        file = self.workspace.files.get(request.match_info["file"])
        if token is None or "files:read" not in token.scopes or file is None:
            return web.Response(text="<html>Sign in to Slack</html>", content_type="text/html")
        return web.Response(body=file["content"], content_type="application/octet-stream")

    def _read(self, method: str, request: web.Request, body: str) -> Call:
        if method not in METHODS:
            raise SlackError("unknown_method")
        raw = {**request.query, **_arguments(request.content_type, body)}
        presented = request.headers.get("authorization", "").removeprefix("Bearer ") or str(raw.pop("token", ""))
        token = self.workspace.tokens.get(presented)
        authorize(method, token, presented=bool(presented))
        call = Call(method, decode(method, raw), token)
        self._look_at(call)
        return call

    async def _answered(self, call: Call) -> tuple[Json, int, dict[str, str]]:
        fault = next((f for f in self._faults[call.method] if f.times > 0), None)
        if fault:
            fault.times -= 1
            await asyncio.sleep(fault.wait)
            if fault.after_effect:
                self._done(call)
            if fault.status == web.HTTPTooManyRequests.status_code:
                return {"ok": False, "error": "ratelimited"}, fault.status, {"Retry-After": str(fault.retry_after)}
            if fault.error or fault.status != web.HTTPOk.status_code:
                return {"ok": False, "error": fault.error or "internal_error"}, fault.status, {}
        return {"ok": True, **self._done(call)}, 200, {}

    def _done(self, call: Call) -> Json:
        if call.method == "apps.connections.open":
            return {"url": f"ws://{self._origin}/link?ticket={self.workspace.next_id('t')}"}
        return HANDLERS[call.method](self.workspace, call)

    def _look_at(self, call: Call) -> None:
        """Note what Slack lets pass but a good app does not send, and whom a message would ping or lead where."""
        if unknown := call.args.keys() - accepted(call.method):
            self.violations.append(f"{call.method}: unknown arguments {sorted(unknown)}")
        grown = [call.args.get("markdown_text") or "", *(_words(c) for c in call.args.get("chunks") or [])] if call.method in GROWING else []
        self.pings += [word for text in grown for word in in_markup(text, bare=False) if word.startswith(("@", "!"))]
        self.links += [word for text in grown for word in in_markup(text, bare=True) if not word.startswith(("@", "!", "#"))]
        if view := call.args.get("view"):
            self.pings += pings(view["blocks"])
            self.links += links(view["blocks"])
        if call.method not in SPEAKING:
            return
        text, blocks = call.args.get("text") or "", call.args.get("blocks") or []
        if blocks and not text:
            self.violations.append(f"{call.method}: blocks without `text`, which notifications and screen readers use")
        if call.method == "chat.postMessage" and not (call.args.get("unfurl_links") is False and call.args.get("unfurl_media") is False):
            self.violations.append("chat.postMessage: links may unfurl")
        words = list(in_markup(text, bare=not blocks))
        self.pings += [*pings(blocks), *(word for word in words if word.startswith(("@", "!")))]
        self.links += [*links(blocks), *(word for word in words if not word.startswith(("@", "!", "#")))]


def _words(chunk: Json) -> str:
    return " ".join(str(v) for k, v in chunk.items() if k in ("text", "title", "details", "output"))


def _arguments(content_type: str, body: str) -> Json:
    if not body:
        return {}
    if content_type == "application/x-www-form-urlencoded":
        return dict(parse_qsl(body, keep_blank_values=True))
    if content_type != "application/json":
        raise SlackError("invalid_post_type")
    try:
        read = json.loads(body)
    except json.JSONDecodeError:
        raise SlackError("invalid_json") from None
    if not isinstance(read, dict):
        raise SlackError("json_not_object")
    return read
