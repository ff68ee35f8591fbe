"""The doors to click: confirm a proposal exactly as it was shown, discard it, or undo what it did."""
from typing import Annotated

from fastapi import APIRouter, Depends, Path
from fastapi.responses import JSONResponse

from assistant.assistant import Assistant
from assistant.messages import Answer, Click, as_json
from bots.web.identity import Who

Id = Annotated[str, Path(max_length=100, description="A proposal's id; to undo also the number of a change.")]


def router(assistant: Assistant, who: Who) -> APIRouter:
    """The three clicks. Each gets an answer; what could not be done is said in its `error`, and then nothing was changed."""
    made = APIRouter(tags=["change"])

    async def clicked(asker: str, proposal: str, click: Click) -> JSONResponse:
        return JSONResponse(as_json(await assistant.confirm(asker, proposal, click)))

    @made.post("/proposals/{proposal}/confirm", response_model=Answer, summary="Apply what was shown")
    async def confirm(proposal: Id, asker: Annotated[str, Depends(who)]) -> JSONResponse:
        return await clicked(asker, proposal, "confirm")

    @made.post("/proposals/{proposal}/discard", response_model=Answer, summary="Drop what was shown; nothing is changed")
    async def discard(proposal: Id, asker: Annotated[str, Depends(who)]) -> JSONResponse:
        return await clicked(asker, proposal, "discard")

    @made.post("/proposals/{proposal}/undo", response_model=Answer, summary="Take back what was applied")
    async def undo(proposal: Id, asker: Annotated[str, Depends(who)]) -> JSONResponse:
        return await clicked(asker, proposal, "undo")

    return made
