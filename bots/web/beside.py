"""An application of another face at an address of its own, such as that for clients by MCP; everything else stays ours."""
from collections.abc import AsyncIterator, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Protocol

from fastapi import FastAPI
from starlette.types import ASGIApp


class Beside(Protocol):
    """An application, its one path, and what runs while it is served."""
    @property
    def app(self) -> ASGIApp: ...
    @property
    def path(self) -> str: ...
    def running(self) -> AbstractAsyncContextManager[None]: ...


def hang(app: FastAPI, other: Beside) -> None:
    """Serve the other application at its path. The rest of its routes are not taken over. Its path is looked at first: to be compared with each of ours
    would be a tenth of what it adds to a call."""
    app.add_route(other.path, other.app, include_in_schema=False)  # type: ignore[arg-type]  # an application is served as it is
    app.router.routes.insert(0, app.router.routes.pop())
    ours = app.router.lifespan_context

    @asynccontextmanager
    async def both(app: FastAPI) -> AsyncIterator[Mapping[str, object]]:
        async with ours(app) as state, other.running():
            yield state or {}
    app.router.lifespan_context = both
