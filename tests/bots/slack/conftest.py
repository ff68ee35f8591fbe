"""The Slack face with the real bolt over the fake Slack: by HTTP and by Socket Mode, in front of the stand-in or of the whole assistant."""
import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import aiohttp
from aiohttp import web
import pytest

from assistant import bootstrap
from assistant.assistant import Assistant
from assistant.office import Office
from assistant.settings import Settings
from bots.slack import Face, Keys, serve, slack_app
from bots.slack.running import Running
from bots.slack.serving import client
from tests.conftest import copied, settings_in
from tests.fakes.assistant import StandIn
from tests.fakes.slack import BOT, Actor, FakeSlack

CHANNEL = "C0PMO"
PEOPLE = {"ana": "Ana Ruiz", "ben": "Ben Okafor", "carla": "Carla Winter", "elena": "Elena Marsh", "nora": "Nora Keller", "paula": "Paula Adler"}
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


class Northlight:
    """The sample company's people at their Slack: Ana manages Apollo, Ben works on it, Carla manages others, Elena decides, Nora looks on, Paula is the PMO."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.slack = scene, scene.slack
        made = {name: scene.slack.person(f"U{name.upper()}", full, f"{name}@northlight.example") for name, full in PEOPLE.items()}
        self.ana, self.ben, self.carla, self.elena, self.nora, self.paula = made.values()
        for actor in made.values():
            scene.slack.workspace.add_channel(f"C{actor.id[1:]}", actor.person.name, {actor.id, BOT})
        scene.slack.workspace.add_channel("C0ALL", "apollo", {*(a.id for a in made.values()), BOT})

    async def idle(self) -> None:
        await self.scene.idle()


@dataclass(frozen=True)
class Company:
    """The sample company as a face is put up over it, for all tests of a file: each makes its own records."""
    assistant: Assistant
    office: Office
    settings: Settings


@asynccontextmanager
async def over_http(assistant: Assistant, office: Office | None = None, page: str = "") -> AsyncIterator[Scene]:
    async with _office() as scene, aiohttp.ClientSession() as session:
        scene.face = await slack_app(assistant, client("xoxb-test", scene.slack.api_url, session), scene.slack.signing_secret, office, page=page)
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


@pytest.fixture(scope="module")
def company(sample_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Company:
    settings = settings_in(copied(sample_home, tmp_path_factory.mktemp("company") / "pmo"))
    return Company(bootstrap.assistant(settings), bootstrap.office(settings), settings)


@pytest.fixture
async def northlight(company: Company) -> AsyncIterator[Northlight]:
    """Its people in Slack, all of them in #pmo."""
    async with over_http(company.assistant, company.office) as scene:
        yield Northlight(scene)
