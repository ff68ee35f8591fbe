"""One's own ways in: where one is signed in, one's tokens, making one, ending them. By the page's session only, so that no token makes another."""
from datetime import datetime
from typing import Annotated, Literal

from fastapi import APIRouter, FastAPI, Path, Request, Response
from fastapi.responses import HTMLResponse
from pydantic import BaseModel, ConfigDict, Field

from assistant.entering import MOST_DAYS, Issued
from bots.web.pages import page
from bots.web.signing_in import Doors


class Way(BaseModel):
    """A session or a token of one's own. `here`: the session that asks."""
    id: str
    sort: Literal["session", "token"]
    name: str
    scopes: tuple[str, ...]
    made: datetime
    expires: datetime
    used: datetime | None
    here: bool


class Wish(BaseModel):
    """A token that is wanted. With the scope mcp it is for MCP alone."""
    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"name": "the nightly report", "scopes": ["read"], "days": 90}]})
    name: Annotated[str, Field(max_length=100)] = ""
    scopes: Annotated[tuple[Literal["read", "write", "admin", "mcp"], ...], Field(max_length=4)] = ("read",)
    days: Annotated[int, Field(ge=1, le=MOST_DAYS)] = 90


class Made(BaseModel):
    """A token, which nobody is shown again."""
    secret: str


def router(doors: Doors) -> APIRouter:
    """The doors under /api/v1."""
    made, entering = APIRouter(tags=["sign in"]), doors.entering

    @made.get("/sessions", summary="My sessions and tokens")
    def ways(request: Request) -> list[Way]:
        mine = doors.entered(request)
        return [_way(issued, mine.session) for issued in entering.issued(mine.email, mine.email)]

    @made.delete("/sessions", status_code=204, summary="Sign out everywhere",
                 description="All sessions and open links end; tokens stay until they are revoked.")
    def leave_everywhere(request: Request, response: Response) -> None:
        mine = doors.entered(request)
        entering.revoke_all(mine.email, mine.email, sessions_only=True)
        doors.cookie.clear(request, response)

    @made.delete("/sessions/{id}", status_code=204, summary="End one of my sessions or tokens")
    def end(id: Annotated[str, Path(pattern="^[0-9a-f]{1,20}$")], request: Request) -> None:  # noqa: A002 - as the address calls it
        mine = doors.entered(request)
        entering.revoke(mine.email, id)

    @made.post("/tokens", status_code=201, summary="Make a token of mine")
    def make(wish: Wish, request: Request) -> Made:
        mine = doors.entered(request)
        return Made(secret=entering.token(mine.email, mine.email, wish.scopes, wish.days, wish.name))

    return made


def serve(app: FastAPI) -> None:
    """Hang the page of it."""
    @app.get("/account", include_in_schema=False)
    async def account() -> HTMLResponse:
        return page("account")


def _way(issued: Issued, here: str) -> Way:
    return Way(id=issued.id, sort=issued.called, name=issued.name, scopes=issued.scopes, made=issued.made,
               expires=issued.expires, used=issued.used, here=issued.id == here)
