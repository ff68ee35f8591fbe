"""The doors to click: confirm a proposal exactly as it was shown, discard it, or undo what it did."""
from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Body, Depends, Path
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field

from assistant.assistant import Assistant
from assistant.messages import Answer, Click, as_json
from bots.web.identity import Who

Id = Annotated[str, Path(max_length=100, description="A proposal's id; to undo also the number of a change.")]

Number = Annotated[str, Field(min_length=1, max_length=40)]


class Ticked(BaseModel):
    """Which parts of a plan are wanted."""
    model_config = ConfigDict(extra="forbid")

    only: Annotated[list[Number], Field(max_length=500, examples=[["1", "2.3"]])] = []


def router(assistant: Assistant, who: Who) -> APIRouter:
    """The three clicks. Each gets an answer; what could not be done is said in its `error`, and then nothing was changed."""
    made = APIRouter(tags=["change"])

    async def clicked(asker: str, proposal: str, click: Click, only: Sequence[str] = ()) -> JSONResponse:
        return JSONResponse(as_json(await assistant.confirm(asker, proposal, click, only)))

    @made.post("/proposals/{proposal}/confirm", response_model=Answer, summary="Apply what was shown")
    async def confirm(proposal: Id, asker: Annotated[str, Depends(who)],
                      ticked: Annotated[Ticked | None, Body(description="What of a plan is wanted; nothing said: all of it.")] = None) -> JSONResponse:
        return await clicked(asker, proposal, "confirm", ticked.only if ticked else ())

    @made.post("/proposals/{proposal}/discard", response_model=Answer, summary="Drop what was shown; nothing is changed")
    async def discard(proposal: Id, asker: Annotated[str, Depends(who)]) -> JSONResponse:
        return await clicked(asker, proposal, "discard")

    @made.post("/proposals/{proposal}/undo", response_model=Answer, summary="Take back what was applied")
    async def undo(proposal: Id, asker: Annotated[str, Depends(who)]) -> JSONResponse:
        return await clicked(asker, proposal, "undo")

    return made
