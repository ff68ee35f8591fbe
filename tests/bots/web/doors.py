"""The web face outside sample mode, over a real office's people, with a browser at it and a sign-in provider beside it; made once for all tests."""
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
import shutil
from typing import Any

import httpx
import pytest

from assistant import bootstrap
from assistant.administering import Administering
from assistant.appointing import Appointing
from assistant.arriving import Arriving
from assistant.entering import Entering
from assistant.openid import Client, Provider
from assistant.settings import Settings
from bots.web import web
from records import credentials
from records.asker import Role
from records.database import Database
from tests.conftest import settings_in
from tests.fakes.assistant import StandIn
from tests.fakes.idp import CLIENT, KEY, SECRET, Idp, serving
from tests.records.conftest import ADMIN, BEN, NOW, PEOPLE
from tests.records.conftest import office_file as office_file  # noqa: PLC0414

PAGE = "https://pmo.office.example"
OURS = {"Origin": PAGE}
READ, ASK = "/api/v1/people", "/api/v1/ask"
ROLES = (("pmo-admins", Role.admin), ("planners", Role.manager))


class Known:
    """Who there is in the office."""
    search_note = ""

    def people(self) -> list[tuple[str, str, str]]:
        return [(email, name, role) for name, email, role in PEOPLE]

    def person(self, said: str) -> str:
        return said


class Links:
    """Keeps what was asked for."""
    names: tuple[str, ...] = ("Slack", "e-mail")

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []

    def ask(self, email: str, onwards: str) -> None:
        self.asked.append((email, onwards))

    def link(self, secret: str) -> str:
        return f"{PAGE}/sign-in/{secret}"


@dataclass
class Door:
    """The application outside sample mode, and a browser at it."""
    database: Database
    links: Links = field(default_factory=Links)
    stand_in: StandIn = field(default_factory=StandIn)
    now: datetime = NOW
    browser: httpx.AsyncClient = field(init=False)

    def __post_init__(self) -> None:
        self.entering = Entering(self.database, lambda: self.now)

    def app(self, settings: Settings, idp: Idp | None = None) -> Any:
        arriving = Arriving(self._provider(idp), Appointing(self.database, lambda: self.now, ROLES), self.entering) if idp else None
        running = Administering(self.database, self.entering, tuple, lambda: bootstrap.jobs(settings, self.database))
        office = replace(bootstrap.office(settings, self.database), entering=self.entering, linking=self.links, arriving=arriving,  # type: ignore[arg-type]  # as far as it is asked
                         administering=running)
        return web(self.stand_in, Known(), settings, office=office)

    def _provider(self, idp: Idp) -> Provider:
        return Provider(Client(idp.issuer, CLIENT, SECRET, "Northlight", f"{PAGE}/sign-in/oidc/callback"), lambda: self.now)

    def roles(self, who: str) -> frozenset[Role]:
        with self.database.reading() as session:
            return credentials.asker(session, who).roles

    async def enter(self, who: str = BEN, **more: str) -> httpx.Response:
        return await self.browser.post("/api/v1/session", json={"secret": self.entering.link(ADMIN, who), **more}, headers=OURS)


@pytest.fixture(scope="session")
def house(office_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Door, Any, Idp]]:
    """The application, made once: to make it takes longer than what is asked of it."""
    home = tmp_path_factory.mktemp("door")
    made = Door(Database(f"sqlite:///{shutil.copy(office_file, home / 'pmo.db')}"))
    with serving(Idp(0)) as idp:
        yield made, made.app(settings_in(home, public_url=PAGE, office="Northlight"), idp), idp


@pytest.fixture
async def door(house: tuple[Door, Any, Idp]) -> AsyncIterator[Door]:
    """A browser that was never here, on another day."""
    made, app, _ = house
    made.now += timedelta(days=1)
    made.links.asked.clear()
    made.stand_in.asked.clear()
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=PAGE) as made.browser:
        yield made


@pytest.fixture
def idp(house: tuple[Door, Any, Idp], door: Door) -> Idp:
    """The provider, where Ben signs in today."""
    of = house[2]
    of.now, of.person = int(door.now.timestamp()), {"email": BEN, "name": "Ben Okafor"}
    of.claims, of.key, of.alg, of.refuses, of.published = {}, KEY, "ES256", False, [KEY]
    return of
