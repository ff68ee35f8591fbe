"""The doors to write records as data: what is sent whole is its own preview and applies at once, with Undo; or it is only shown, and waits for a yes."""
from asyncio import to_thread
import re
from secrets import token_hex
from typing import Annotated

from fastapi import APIRouter, Depends, Header
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from assistant.doing_once import Request
from assistant.messages import Answer, as_json
from assistant.recording import Recording, Written
from bots.web.identity import Who
from bots.web.listing import TAGGED, etag
from bots.web.naming import Key, Thread
from bots.web.once import Once
from bots.web.refusing import Unserved

IfMatch = Annotated[str, Header(alias="If-Match", max_length=100, examples=['"3"'],
                                description="The ETag of the record as you saw it; 412 when it is another version by now, 428 without.")]
Name = Annotated[str, Field(max_length=60)]
Value = Annotated[str, Field(max_length=4000)] | bool | int | float | None
Values = Annotated[dict[Name, Value], Field(min_length=1, max_length=100,
                                            description="Values by field: plain data, or a text as people say it (“next Friday”, “Ana”).")]
TAG = re.compile(r'"(\d{1,9})"', re.ASCII)
UNSEEN = "Say which version of the record you saw, in If-Match: its ETag, such as \"3\". So nobody's change is written over."
STATED = "Each record was made or changed by one change, whose number (`receipt.position`) undoes it: POST /proposals/{number}/undo."
_written = TypeAdapter(Written)


class New(BaseModel):
    """A record to be made."""
    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [
        {"kind": "task", "values": {"title": "Book the venue", "project": "APOLLO", "owner": "me", "due": "2026-12-04", "hours": 6.5}}]})
    kind: str = Field(max_length=60, description="Of which kind.")
    values: Values


class Otherwise(BaseModel):
    """What is to be set of a record; what is not named stays as it is, and null empties."""
    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"values": {"status": "in progress", "due": "next Friday"}}]})
    values: Values


class Wished(BaseModel):
    """What is to be shown first: a new record of a kind, or with `where` the same change to each that fits, by conditions as in a list."""
    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [
        {"kind": "task", "where": ["owner is Ben", "status not in done, cancelled"], "values": {"owner": "Ana"}},
        {"kind": "task", "values": {"title": "Book the venue", "project": "Apollo"}}]})
    kind: str = Field(max_length=60, description="Of which kind.")
    where: list[Annotated[str, Field(max_length=500)]] = Field([], max_length=20, description="Conditions, such as “owner is Ben”; they must all hold.")
    values: Values
    thread: Thread | None = Field(None, description="The conversation that it is shown in. Default: one of its own.")


def router(recording: Recording, who: Who, once: Once) -> APIRouter:
    """Writing for programs and forms; with a proposal nothing is written before it is confirmed."""
    made = APIRouter(tags=["records"])
    _writes(made, recording, who, once)

    @made.post("/proposals", response_model=Answer, status_code=201, tags=["change"], summary="Show what a change would come to; nothing is written")
    async def propose(wish: Wished, asker: Annotated[str, Depends(who)], request: Annotated[Request | None, Depends(once)]) -> JSONResponse:
        thread = wish.thread or f"web-{token_hex(6)}"
        return JSONResponse(as_json(await to_thread(recording.propose, asker, wish.kind, wish.where, wish.values, thread, request)), 201)

    return made


def _writes(made: APIRouter, recording: Recording, who: Who, once: Once) -> None:
    @made.post("/records", response_model=Written, status_code=201, summary="Make a record", description=STATED,
               responses={201: {"headers": {**TAGGED, "Location": {"description": "Where the record is.", "schema": {"type": "string"}}}}})
    async def create(new: New, asker: Annotated[str, Depends(who)], request: Annotated[Request | None, Depends(once)]) -> JSONResponse:
        done = await to_thread(recording.create, asker, new.kind, new.values, request)
        return _shown(done, 201, {"location": f"/api/v1/records/{done.receipt.keys[0]}"})

    @made.patch("/records/{key}", response_model=Written, summary="Change a record", description=STATED, responses={200: {"headers": TAGGED}})
    async def change(key: Key, otherwise: Otherwise, asker: Annotated[str, Depends(who)], request: Annotated[Request | None, Depends(once)],
                     match: IfMatch = "") -> JSONResponse:
        return _shown(await to_thread(recording.change, asker, key, otherwise.values, _version(match), request))

    @made.delete("/records/{key}", response_model=Written, summary="Take a record away",
                 description="What is your own, such as a preference, is forgotten. What was just made is taken back. All else stays, and is set to what says "
                             "that it is over, such as its status: 409 says so.")
    async def remove(key: Key, asker: Annotated[str, Depends(who)], request: Annotated[Request | None, Depends(once)], match: IfMatch = "") -> JSONResponse:
        return _shown(await to_thread(recording.remove, asker, key, _version(match), request))


def _shown(done: Written, status: int = 200, headers: dict[str, str] | None = None) -> JSONResponse:
    tagged = {"etag": etag(done.record.version)} if done.record else {}
    return JSONResponse(_written.dump_python(done, mode="json"), status, {**tagged, **(headers or {})})


def _version(match: str) -> int:
    """The version that was seen. A star is none: whoever sends it has not looked."""
    if match.strip() in ("", "*"):
        raise Unserved(UNSEEN, 428, "unconditional")
    tag = TAG.fullmatch(match.strip())
    if tag is None:
        raise Unserved(f"That is no version of this record. {UNSEEN}", 412, "stale")
    return int(tag[1])
