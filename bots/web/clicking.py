"""The doors to click: confirm a proposal exactly as it was shown, discard it, or undo what it did."""
from collections.abc import Sequence
from contextlib import suppress
from typing import Annotated, Any

from fastapi import APIRouter, Body, Depends
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field

from assistant.assistant import Assistant
from assistant.doing_once import Answered, Request
from assistant.messages import Answer, Click, as_json
from bots.web.identity import Who
from bots.web.naming import Proposal
from bots.web.once import Once, kept
from bots.web.refusing import Unserved
from records.errors import BadInput, Conflict, NotFound, Refused

Number = Annotated[str, Field(min_length=1, max_length=40)]


class Ticked(BaseModel):
    """Which parts of a plan are wanted."""
    model_config = ConfigDict(extra="forbid")

    only: Annotated[list[Number], Field(max_length=500, examples=[["1", "2.3"]])] = []


def router(assistant: Assistant, who: Who, once: Once, answered: Answered | None = None) -> APIRouter:
    """The three clicks. Each gets an answer; what could not be done is a problem, and then nothing was changed."""
    made = APIRouter(tags=["change"])

    async def clicked(asker: str, proposal: str, click: Click, request: Request | None, only: Sequence[str] = ()) -> JSONResponse:
        async def done() -> Any:
            answer = await assistant.confirm(asker, proposal, click, only)
            if answer.error:
                is_unknown = await _is_unknown(assistant, asker, proposal)
                raise Unserved(answer.error, 404 if is_unknown else 409, "not-found" if is_unknown else "conflict", answer=answer)
            return as_json(answer)
        return JSONResponse(await kept(answered, asker, request, done))

    @made.post("/proposals/{proposal}/confirm", response_model=Answer, summary="Apply what was shown")
    async def confirm(proposal: Proposal, asker: Annotated[str, Depends(who)], request: Annotated[Request | None, Depends(once)],
                      ticked: Annotated[Ticked | None, Body(description="What of a plan is wanted; nothing said: all of it.")] = None) -> JSONResponse:
        return await clicked(asker, proposal, "confirm", request, ticked.only if ticked else ())

    @made.post("/proposals/{proposal}/discard", response_model=Answer, summary="Drop what was shown; nothing is changed")
    async def discard(proposal: Proposal, asker: Annotated[str, Depends(who)], request: Annotated[Request | None, Depends(once)]) -> JSONResponse:
        return await clicked(asker, proposal, "discard", request)

    @made.post("/proposals/{proposal}/undo", response_model=Answer, summary="Take back what was applied")
    async def undo(proposal: Proposal, asker: Annotated[str, Depends(who)], request: Annotated[Request | None, Depends(once)]) -> JSONResponse:
        return await clicked(asker, proposal, "undo", request)

    return made


async def _is_unknown(assistant: Assistant, asker: str, proposal: str) -> bool:
    """Whether nothing could be done because there is no such proposal of theirs. A change is told by its number, and never is one."""
    if proposal.removeprefix("#").isdecimal():
        return False
    with suppress(Conflict, Refused, BadInput):
        try:
            await assistant.open(asker, "proposal", proposal)
        except NotFound:
            return True
    return False
