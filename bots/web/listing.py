"""The doors to records as data: what kinds there are, lists in pages, one record, and its past."""
from asyncio import to_thread
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Header, Path, Query
from fastapi.responses import JSONResponse, Response
from pydantic import TypeAdapter

from assistant.registers import Listed, Registers, Row, Wanted
from assistant.registers.registers import KindSays, Past
from assistant.registers.whole import Whole
from bots.web.identity import Who
from bots.web.naming import Key

KindName = Annotated[str, Path(max_length=60, description="A kind of record.", examples=["task"])]
AsOf = Annotated[str, Query(max_length=100, description="As it was at the end of a past day, such as 2026-11-01 or “last Friday”.")]
Cursor = Annotated[str, Query(max_length=6000, description="Where to go on: the `next` of the page before.")]
Limit = Annotated[int, Query(ge=1, le=200, description="How many at most.")]
Condition = Annotated[str, Query(max_length=500)]
HOW = """`where` is a field, one of is, not, before, after, at most, at least, has, in, not in, empty, not empty, and a value, also in a person's words:
`due before today`, `owner is me`, `status not in done, cancelled`, `title has venue`. What is said several times must all hold.
Pages go on behind the last record of the one before: what is there all the while is told once, whatever is added meanwhile."""
TAGGED = {"ETag": {"description": "The version of the record.", "schema": {"type": "string"}}}
_kinds, _listed, _row, _past, _whole = TypeAdapter(tuple[KindSays, ...]), TypeAdapter(Listed), TypeAdapter(Row), TypeAdapter(Past), TypeAdapter(Whole)


def etag(version: int) -> str:
    """What stands for a version of a record in ETag and If-Match."""
    return f'"{version}"'


def _wanted(kind: Annotated[str, Query(max_length=60, description="Of which kind.", examples=["task"])],  # noqa: PLR0913, PLR0917 - a list can be asked much
            where: Annotated[list[Condition], Query(max_length=20, description="Conditions.", examples=[["due before today", "owner is me"]])] = [],  # noqa: B006 - FastAPI reads it
            sort: Annotated[str, Query(max_length=61, description="A field; “-due”: the latest first.", examples=["-due"])] = "",
            fields: Annotated[str, Query(max_length=1000, description="Only these fields, with commas between.", examples=["title,due"])] = "",
            limit: Limit = 50, cursor: Cursor = "",
            count: Annotated[bool, Query(description="Whether to count all that fit.")] = False, as_of: AsOf = "") -> Wanted:  # noqa: FBT002
    return Wanted(kind, tuple(where), sort, tuple(name.strip() for name in fields.split(",") if name.strip()), limit, cursor, count, as_of)


def router(registers: Registers, who: Who) -> APIRouter:
    """Records as data."""
    made = APIRouter(tags=["records"])
    _of_kinds(made, registers, who)
    _of_one(made, registers, who)

    @made.get("/records", response_model=Listed, summary="The records of a kind, in pages", description=HOW)
    async def listed(asker: Annotated[str, Depends(who)], wanted: Annotated[Wanted, Depends(_wanted)]) -> JSONResponse:
        return JSONResponse(_listed.dump_python(await to_thread(registers.list, asker, wanted), mode="json"))

    return made


def _of_kinds(made: APIRouter, registers: Registers, who: Who) -> None:
    @made.get("/kinds", response_model=tuple[KindSays, ...], summary="What kinds of record there are, with their fields and who writes them")
    async def kinds(asker: Annotated[str, Depends(who)]) -> JSONResponse:
        return JSONResponse(_kinds.dump_python(await to_thread(registers.kinds, asker), mode="json"))

    @made.get("/kinds/{kind}", summary="One kind of record")
    async def kind(kind: KindName, asker: Annotated[str, Depends(who)]) -> KindSays:
        return await to_thread(registers.kind, asker, kind)


def _of_one(made: APIRouter, registers: Registers, who: Who) -> None:
    @made.get("/records/{key}", response_model=Row, summary="One record as data",
              responses={200: {"headers": TAGGED}, 304: {"description": "It is as you know it"}},
              description="Its ETag is its version: send it as If-Match to change what you saw.")
    async def one(key: Key, asker: Annotated[str, Depends(who)], as_of: AsOf = "",
                  known: Annotated[str, Header(alias="If-None-Match", max_length=100, description="The ETag that you know.")] = "") -> Response:
        row = await to_thread(registers.one, asker, key, as_of)
        if known == etag(row.version):
            return Response(status_code=304, headers={"etag": known})
        return JSONResponse(as_data(row), headers={"etag": etag(row.version)})

    @made.get("/records/{key}/history", response_model=Past, summary="What was changed of a record, the latest first")
    async def past(key: Key, asker: Annotated[str, Depends(who)], limit: Limit = 50, cursor: Cursor = "") -> JSONResponse:
        return JSONResponse(_past.dump_python(await to_thread(registers.past, asker, key, limit, cursor), mode="json"))

    @made.get("/records/{key}/whole", response_model=Whole, summary="One record as its own page shows it, with the records that name it",
              responses={200: {"headers": TAGGED}})
    async def page(key: Key, asker: Annotated[str, Depends(who)]) -> JSONResponse:
        found = await to_thread(registers.whole, asker, key)
        return JSONResponse(_whole.dump_python(found, mode="json"), headers={"etag": etag(found.version)})


def as_data(row: Row) -> dict[str, Any]:
    """A record as every door hands it out."""
    made: dict[str, Any] = _row.dump_python(row, mode="json")
    return made
