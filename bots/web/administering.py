"""The doors to running the installation and to looking into it, under /api/v1/admin: for the PMO admin, some of them for an auditor too."""
from asyncio import to_thread
from collections.abc import Iterator
from datetime import datetime
from typing import IO, Annotated, Any

from fastapi import APIRouter, Depends, FastAPI, Path, Query
from fastapi.responses import HTMLResponse, JSONResponse, Response, StreamingResponse
from pydantic import BaseModel, ConfigDict, Field

from assistant.administering import Administering, Connection, GivenUp, Somebody
from assistant.entering import Issued
from assistant.inspecting import Inspecting, Line, Read, Used, Verified, Wording
from assistant.linking import Linking
from assistant.messages import block_as_json
from bots.web.identity import Who
from bots.web.pages import page

CHUNK = 65536
Days = Annotated[int, Query(ge=0, le=3650, description="How many days before today are looked at.")]
Id = Annotated[str, Path(max_length=300, description="Which one, by its id.")]


class Pass(BaseModel):
    """A session or a token, as a list shows it: everything but its secret."""
    id: str
    sort: str
    name: str
    email: str
    scopes: tuple[str, ...]
    made: datetime
    expires: datetime
    used: datetime | None


class Whom(BaseModel):
    """Somebody, by e-mail address."""
    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"email": "ana@office.example"}]})
    email: str = Field(min_length=1, max_length=200)


class Made(BaseModel):
    """A link that signs somebody in, once, within 15 minutes; nobody is shown it again."""
    link: str


class Clock(BaseModel):
    """The office's time zone, in which its people read times; those that are told here say their own."""
    zone: str


class Ended(BaseModel):
    """How many sessions, tokens and links were ended."""
    ended: int


def router(running: Administering, looking: Inspecting, linking: Linking | None, who: Who) -> APIRouter:
    """Without `linking` there are no links: where people pick who they are, nobody signs in."""
    made = APIRouter(prefix="/admin", tags=["administer"])
    _people(made, running, who)
    _passes(made, running, who)
    _runs(made, running, who)
    _used(made, looking, who)
    _log(made, looking, who)
    if linking:
        _links(made, running, linking, who)
    return made


def serve(app: FastAPI) -> None:
    """Hang the page of it at /admin."""
    @app.get("/admin", include_in_schema=False)
    async def admin() -> HTMLResponse:
        return page("admin")


def _people(made: APIRouter, running: Administering, who: Who) -> None:
    @made.get("/people", summary="Everybody, with what they may, their open work and when they were last here")
    async def people(asker: Annotated[str, Depends(who)]) -> tuple[Somebody, ...]:
        return await to_thread(running.people, asker)

    @made.post("/people/sign-out", summary="End everything that lets somebody in")
    async def sign_out(whom: Whom, asker: Annotated[str, Depends(who)]) -> Ended:
        return Ended(ended=await to_thread(running.sign_out, asker, whom.email))


def _links(made: APIRouter, running: Administering, linking: Linking, who: Who) -> None:
    @made.post("/links", status_code=201, summary="Make a link that signs somebody in, once")
    async def link(whom: Whom, asker: Annotated[str, Depends(who)]) -> Made:
        return Made(link=linking.link(await to_thread(running.link, asker, whom.email)))


def _passes(made: APIRouter, running: Administering, who: Who) -> None:
    @made.get("/passes", summary="Every session and token that holds")
    async def passes(asker: Annotated[str, Depends(who)]) -> list[Pass]:
        return [_pass(issued) for issued in await to_thread(running.ways_in, asker)]

    @made.delete("/passes/{id}", status_code=204, response_class=Response, summary="End a session or a token")
    async def end(id: Id, asker: Annotated[str, Depends(who)]) -> None:  # noqa: A002 - as the address calls it
        await to_thread(running.end, asker, id)


def _runs(made: APIRouter, running: Administering, who: Who) -> None:
    @made.get("/connections", summary="What this installation stands on and speaks with, and how that is")
    async def connections(asker: Annotated[str, Depends(who)]) -> tuple[Connection, ...]:
        return await to_thread(running.connections, asker)

    @made.get("/jobs", summary="The jobs that were given up")
    async def jobs(asker: Annotated[str, Depends(who)]) -> tuple[GivenUp, ...]:
        return await to_thread(running.given_up, asker)

    @made.post("/jobs/{id:path}/again", status_code=204, response_class=Response, summary="Have a job that was given up tried anew")
    async def again(id: Id, asker: Annotated[str, Depends(who)]) -> None:  # noqa: A002 - as the address calls it
        await to_thread(running.again, asker, id)


def _used(made: APIRouter, looking: Inspecting, who: Who) -> None:
    @made.get("/clock", summary="The office's time zone")
    async def clock(asker: Annotated[str, Depends(who)]) -> Clock:
        return Clock(zone=await to_thread(looking.zone, asker))

    @made.get("/misunderstood", summary="What was not understood, by its wording, the most frequent first")
    async def misunderstood(asker: Annotated[str, Depends(who)], days: Days = 90) -> tuple[Wording, ...]:
        return await to_thread(looking.misunderstood, asker, days)

    @made.get("/usage", summary="What the language model was used and cost, by person and day")
    async def used(asker: Annotated[str, Depends(who)], days: Days = 30) -> tuple[Used, ...]:
        return await to_thread(looking.used, asker, days)

    @made.get("/sent", response_class=JSONResponse, summary="Which records and passages went to a language model, as a table")
    async def sent(asker: Annotated[str, Depends(who)], days: Days = 7,
                   person: Annotated[str, Query(max_length=200, description="Of one person only, by e-mail address.")] = "") -> Any:
        return JSONResponse(block_as_json(await to_thread(looking.sent, asker, days, person)))


def _log(made: APIRouter, looking: Inspecting, who: Who) -> None:
    @made.get("/changes", summary="The applied changes, the latest first")
    async def changes(asker: Annotated[str, Depends(who)], limit: Annotated[int, Query(ge=1, le=200, description="How many at most.")] = 50,
                      before: Annotated[int | None, Query(ge=1, le=2**53, description="Only those before this position.")] = None) -> tuple[Line, ...]:
        return await to_thread(looking.changes, asker, limit, before)

    @made.get("/verification", summary="Verify the whole log, and compare the records with it", description="This reads everything, so it takes a while.")
    async def verification(asker: Annotated[str, Depends(who)]) -> Verified:
        return await to_thread(looking.verified, asker)

    @made.get("/reads", summary="Who was shown what is restricted, the latest first")
    async def reads(asker: Annotated[str, Depends(who)], days: Days = 30) -> tuple[Read, ...]:
        return await to_thread(looking.reads, asker, days)

    @made.get("/evidence", response_class=Response, summary="Everything for an auditor as one file: changes with their hashes, journal, passes, what was sent",
              responses={200: {"content": {"application/zip": {}}}})
    async def evidence(asker: Annotated[str, Depends(who)]) -> StreamingResponse:
        name, file = await to_thread(looking.evidence, asker)
        return StreamingResponse(_pieces(file), media_type="application/zip", headers={"content-disposition": f'attachment; filename="{name}"'})


def _pieces(file: IO[bytes]) -> Iterator[bytes]:
    with file:
        while piece := file.read(CHUNK):
            yield piece


def _pass(issued: Issued) -> Pass:
    return Pass(id=issued.id, sort=issued.called, name=issued.name, email=issued.email, scopes=issued.scopes,
                made=issued.made, expires=issued.expires, used=issued.used)
