"""The sample company lent to clients by MCP: the library's own client against our server, in this process and by HTTP, in both eras of the protocol."""
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx2
from mcp import Client, types
from mcp.client.streamable_http import streamable_http_client
import pytest

from assistant import bootstrap
from assistant.assistant import Assistant
from assistant.entering import Entered, Entering
from assistant.messages import Answer
from assistant.outside import Outside
from assistant.settings import Settings
from bots.mcp_server.by_http import PATH, mounted
from bots.mcp_server.server import Face, server
from bots.web import web
from bots.web.beside import hang
from records import journal
from records.database import Database
from reports.blocks import Receipt
from tests.conftest import NOW, copied, settings_in

PAGE = "http://127.0.0.1:8000"
PAULA, ANA, BEN, NORA = (f"{name}@northlight.example" for name in ("paula", "ana", "ben", "nora"))     # admin, project manager, member, viewer
OLD, NEW = "legacy", "2026-07-28"           # the handshake of 2025-11-25, and requests that stand alone
ALL = frozenset({"read", "write"})


@dataclass(frozen=True)
class Lent:
    """One company for all tests of a module."""
    settings: Settings
    database: Database
    assistant: Assistant
    outside: Outside
    entering: Entering

    def client(self, who: str = PAULA, scopes: frozenset[str] = ALL, **chosen: Any) -> Client:
        """A client in this process."""
        face = Face(self.outside, lambda _: Entered(who, scopes), PAGE)
        return Client(server(face, self.outside.instructions), **chosen)

    def token(self, who: str, *scopes: str) -> str:
        return self.entering.token(PAULA, who, scopes or ("mcp", "read", "write"))

    @asynccontextmanager
    async def face(self, page: str = PAGE, most: int = 0) -> AsyncIterator[Any]:
        """The face by HTTP alone, without a network."""
        made = mounted(self.outside, self.entering, page, most)
        async with made.running():
            yield made.app

    @asynccontextmanager
    async def served(self) -> AsyncIterator[Any]:
        """The web application with the face at its path, without a network."""
        app = web(self.assistant, bootstrap.upkeep(self.settings), self.settings, office=bootstrap.office(self.settings, self.database))
        hang(app, mounted(self.outside, self.entering, PAGE))
        async with app.router.lifespan_context(app):
            yield app

    def sent(self) -> list[journal.Sent]:
        """What went out, the latest first."""
        with self.database.reading() as session:
            return list(journal.sent(session, NOW))


@pytest.fixture(scope="module")
def lent(sample_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lent]:
    settings = settings_in(copied(sample_home, tmp_path_factory.mktemp("lent") / "pmo"), sample=True)
    database, assistant = bootstrap.database(settings), bootstrap.hands(settings)
    yield Lent(settings, database, assistant, bootstrap.outside(settings, assistant, database), bootstrap.entering(settings, database))
    database.engine.dispose()


def over_http(app: Any, headers: Mapping[str, str], **chosen: Any) -> Client:
    """A client by HTTP, without a network."""
    web_client = httpx2.AsyncClient(transport=httpx2.ASGITransport(app), headers=headers)
    return Client(streamable_http_client(f"{PAGE}{PATH}", http_client=web_client), **chosen)


def text(result: types.CallToolResult) -> str:
    """All the words of a result."""
    return "\n".join(part.text for part in result.content if isinstance(part, types.TextContent))


class Person:
    """Whoever sits at a client that opens links: what they were asked, and what they do before they answer."""

    def __init__(self, action: str, lent: Lent, who: str, *, confirms: bool = False) -> None:
        self._action, self._lent, self._who, self._confirms = action, lent, who, confirms
        self.asked: list[types.ElicitRequestURLParams] = []
        self.done: list[Answer] = []

    async def __call__(self, _: object, params: types.ElicitRequestParams) -> types.ElicitResult:
        assert isinstance(params, types.ElicitRequestURLParams)          # never a form, which a client could fill in by itself
        self.asked.append(params)
        if self._confirms:
            self.done.append(await self._lent.assistant.confirm(self._who, params.url.rpartition("/")[2]))
        return types.ElicitResult(action=self._action)  # type: ignore[arg-type]  # one of the three words


def receipts(answers: list[Answer]) -> list[int]:
    return [block.position for answer in answers for block in answer.blocks if isinstance(block, Receipt)]
