"""The doors to one's own: what is mine today, what waits for me and what I answer to it, and my conversations."""
from asyncio import to_thread
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from assistant.at_a_glance import Open, Unsent
from assistant.conversations import Talks
from assistant.doing_once import Request
from assistant.messages import Answer, as_json, block_as_json
from assistant.notices import Item, Press
from assistant.office import Office
from bots.web.identity import Who, face
from bots.web.naming import SEEN
from bots.web.once import Once, kept
from records.asker import Face
from records.errors import Conflict, NotFound
from reports.blocks import Block, Card

Limit = Annotated[int, Query(ge=1, le=100, description="How many at most.")]
Cursor = Annotated[str, Query(max_length=400, description="Where to go on: the `next` of the page before.")]
PRESSES = TypeAdapter(tuple[Press, ...])


@dataclass(frozen=True)
class Work:
    """What somebody sees of their work at a glance: `mine` today, tables of what they have to decide (`waiting`), the previews that wait for their yes
    (`open`), the drafts of reports that wait for their word (`drafts`), their projects, the worst first, how the whole `office` stands for whoever has
    none, and the tools that the office switched `off` here."""
    name: str
    mine: tuple[Block, ...]
    waiting: tuple[Block, ...]
    open: tuple[Open, ...]
    drafts: tuple[Unsent, ...]
    projects: tuple[Card, ...]
    office: tuple[Block, ...]
    off: tuple[str, ...]


@dataclass(frozen=True)
class Waiting:
    """What waits for an answer, the longest first. Each item's `presses` are its buttons; one with `fields` asks them first."""
    items: tuple[Item, ...]


class Pressed(BaseModel):
    """A press on a button: of which item, which one (`act`), on which `version` as it was shown, with what was filled in (`said`, by field)."""
    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"item": "task:12:178", "act": "accept", "version": 3}]})
    item: str = Field(min_length=1, max_length=300, pattern=SEEN)
    act: str = Field(min_length=1, max_length=60, pattern=SEEN)
    version: int | None = Field(None, ge=0, le=2**31)
    said: dict[Annotated[str, Field(max_length=60)], Annotated[str, Field(max_length=4000)]] = Field({}, max_length=20)


def router(office: Office, who: Who, once: Once) -> APIRouter:
    made = APIRouter(tags=["mine"])
    _looks(made, office, who)
    _waits(made, office, who, once)
    return made


def _looks(made: APIRouter, office: Office, who: Who) -> None:
    @made.get("/work", response_model=Work, summary="Your work at a glance")
    async def work(asker: Annotated[str, Depends(who)], at: Annotated[Face, Depends(face)]) -> JSONResponse:
        glance = await to_thread(office.glances.of, asker, at)
        return JSONResponse({"name": glance.name, "mine": _blocks(glance.mine), "waiting": _blocks(glance.waiting),
                             "open": [asdict(each) for each in glance.open], "drafts": [asdict(each) for each in glance.drafts],
                             "projects": _blocks(glance.projects), "office": _blocks(glance.office), "off": sorted(glance.off)})

    @made.get("/threads", summary="Your conversations, the latest first", description="`/threads/{thread}` opens one.")
    async def conversations(asker: Annotated[str, Depends(who)], limit: Limit = 30, cursor: Cursor = "") -> Talks:
        return await to_thread(office.conversations.of, asker, limit, cursor)


def _waits(made: APIRouter, office: Office, who: Who, once: Once) -> None:
    @made.get("/waiting", response_model=Waiting, summary="What waits for an answer of yours")
    async def waiting(asker: Annotated[str, Depends(who)]) -> JSONResponse:
        found = await to_thread(office.notices.waiting, asker) if office.notices else ()
        return JSONResponse({"items": [_item(each) for each in found]})

    @made.post("/waiting", response_model=Answer, summary="Answer something that waits, by one of its buttons",
               description="What it comes to is applied at once, in your name, with Undo. 409: it was settled or changed meanwhile; ask what waits again.")
    async def press(pressed: Pressed, asker: Annotated[str, Depends(who)], request: Annotated[Request | None, Depends(once)]) -> JSONResponse:
        async def done() -> Any:
            if office.notices is None:
                raise NotFound("Nothing waits here.")
            own = f"web:{asker}:{request.id}" if request else ""
            made = await to_thread(office.notices.press, asker, pressed.item, pressed.act, pressed.said, pressed.version, own)
            if made.answer is None:
                raise Conflict(made.error)
            return as_json(made.answer)
        return JSONResponse(await kept(office.answered, asker, request, done))


def _item(item: Item) -> dict[str, Any]:
    return {"id": item.id, "headline": item.headline, "version": item.version, "blocks": _blocks(item.blocks),
            "presses": PRESSES.dump_python(item.presses, mode="json")}


def _blocks(blocks: Sequence[Block]) -> list[dict[str, Any]]:
    return list(map(block_as_json, blocks))
