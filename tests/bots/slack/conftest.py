"""The Slack face with the real bolt over the fake Slack: by HTTP and by Socket Mode, in front of the stand-in or of the whole assistant."""
import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from dataclasses import dataclass

import aiohttp
from aiohttp import web
import pytest

from assistant.assistant import Assistant
from bots.slack import Face, Keys, serve, slack_app
from bots.slack.running import Running
from bots.slack.serving import client
from tests.fakes.assistant import StandIn
from tests.fakes.slack import BOT, Actor, FakeSlack

CHANNEL = "C0PMO"
World = Callable[[Assistant], AbstractAsyncContextManager["Scene"]]


@dataclass
class Scene:
    """A workspace with Ana and Ben in #pmo, and the app connected to it; `face` is None where the app serves itself."""
    slack: FakeSlack
    ana: Actor
    ben: Actor
    face: Face | None = None

    @property
    def running(self) -> Running:
        assert self.face
        return self.face.running

    async def idle(self) -> None:
        """Wait until the app has nothing to do."""
        await self.running.idle()


@asynccontextmanager
async def over_http(assistant: Assistant) -> AsyncIterator[Scene]:
    async with _office() as scene, aiohttp.ClientSession() as session:
        scene.face = await slack_app(assistant, client("xoxb-test", scene.slack.api_url, session), scene.slack.signing_secret)
        runner = web.AppRunner(scene.face.bolt.web_app())
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        scene.slack.use_http(f"http://127.0.0.1:{runner.addresses[0][1]}/slack/events")
        yield scene
        await scene.face.running.close(patience=0.1)
        await runner.cleanup()


@asynccontextmanager
async def over_sockets(assistant: Assistant) -> AsyncIterator[Scene]:
    async with _office() as scene:
        serving = asyncio.create_task(serve(assistant, Keys("xoxb-test", "xapp-test", url=scene.slack.api_url)))
        await asyncio.wait_for(scene.slack.sockets.connected.wait(), 5)
        yield scene
        serving.cancel()
        with suppress(asyncio.CancelledError):
            await serving


@asynccontextmanager
async def _office() -> AsyncIterator[Scene]:
    async with FakeSlack() as slack:
        scene = Scene(slack, slack.person("U0ANA", "Ana Petrova", "Ana@Sample.example"), slack.person("U0BEN", "Ben Carter", "ben@sample.example"))
        slack.workspace.add_channel(CHANNEL, "pmo", {scene.ana.id, scene.ben.id, BOT})
        yield scene
        assert not slack.violations


@pytest.fixture
def stand_in() -> StandIn:
    return StandIn()


@pytest.fixture
async def scene(stand_in: StandIn) -> AsyncIterator[Scene]:
    async with over_http(stand_in) as scene:
        yield scene


@pytest.fixture(params=[over_http, over_sockets])
async def either(request: pytest.FixtureRequest, stand_in: StandIn) -> AsyncIterator[Scene]:
    """The same by both ways that Slack can send events."""
    async with request.param(stand_in) as scene:
        yield scene


@pytest.fixture
def world() -> World:
    return over_http
