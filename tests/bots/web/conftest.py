"""The web face over the stand-in: by HTTP in process, and as a server in a thread for a browser."""
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import Path
import socket
import threading
from typing import Any

import httpx
import pytest
import uvicorn

from bots.web import web
from tests.bots.web.browsing import browser, talk  # noqa: F401 - fixtures for all of these tests
from tests.bots.web.doors import door, house, idp, office_file  # noqa: F401 - and these
from tests.bots.web.whole import api, whole_app, whole_office, whole_settings  # noqa: F401 - and for those of the API
from tests.conftest import settings_in
from tests.fakes.assistant import Company, StandIn

HERE = "http://127.0.0.1"


@pytest.fixture
def stand_in() -> StandIn:
    return StandIn()


@pytest.fixture
def app(stand_in: StandIn, tmp_path: Path) -> Any:
    """The application in sample mode."""
    return web(stand_in, Company(), settings_in(tmp_path, sample=True))


@pytest.fixture
async def client(app: Any) -> AsyncIterator[httpx.AsyncClient]:
    """A client of the API that speaks for Ana, from this machine."""
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=HERE, headers={"X-PMO-Person": "Ana"}) as client:
        yield client


@contextmanager
def served(app: Any) -> Iterator[str]:
    """Serve on a free port of the loopback; yields the address."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = uvicorn.Server(uvicorn.Config(app, log_level="error", timeout_graceful_shutdown=1))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        yield f"{HERE}:{listening.getsockname()[1]}"
        server.should_exit = True
        thread.join(5)


@pytest.fixture
def address(app: Any) -> Iterator[str]:
    with served(app) as address:
        yield address
