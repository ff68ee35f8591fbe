"""The doors to what is kept: conversations and proposals of one's own, records, and sections of documents, always as the asker may see them."""
from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Path
from fastapi.responses import JSONResponse

from assistant.assistant import Assistant
from assistant.messages import Answer, Exchange, as_json
from bots.web.identity import Who
from bots.web.naming import SEEN, Proposal

Key = Annotated[str, Path(max_length=300, pattern=SEEN, description="The key of a record, or its name.", examples=["APOLLO-T-5"])]
Thread = Annotated[str, Path(max_length=300, pattern=SEEN, description="A conversation, as `/threads` and every answer name it.")]
Document = Annotated[str, Path(max_length=300, pattern=SEEN, description="The key of a document.", examples=["DOC-1"])]
Section = Annotated[str, Path(max_length=300, pattern=SEEN, description="The number or the name of a section.", examples=["4.2"])]


@dataclass(frozen=True)
class Conversation:
    """What was asked and answered, oldest first. A change that was applied stands among it, with an empty question."""
    thread: str
    exchanges: tuple[Exchange, ...]


def router(assistant: Assistant, who: Who) -> APIRouter:
    """Open by name; what one may not see is not there."""
    made = APIRouter(tags=["open"])

    async def conversation(asker: str, what: Literal["thread", "latest"], key: str) -> JSONResponse:
        found = await assistant.open(asker, what, key)
        exchanges = [{"id": e.id, "question": e.question, "answer": as_json(e.answer), "at": e.at.isoformat()} for e in found]
        return JSONResponse({"thread": found[-1].answer.thread if found else "", "exchanges": exchanges})

    async def shown(asker: str, what: Literal["record", "section", "proposal"], key: str) -> JSONResponse:
        return JSONResponse(as_json((await assistant.open(asker, what, key))[0].answer))

    @made.get("/threads/latest", response_model=Conversation, summary="Your latest conversation; empty when there is none")
    async def latest(asker: Annotated[str, Depends(who)]) -> JSONResponse:
        return await conversation(asker, "latest", "")

    @made.get("/threads/{thread:path}", response_model=Conversation, summary="One of your conversations")
    async def thread(thread: Thread, asker: Annotated[str, Depends(who)]) -> JSONResponse:
        return await conversation(asker, "thread", thread)

    @made.get("/records/{key:path}/blocks", response_model=Answer, summary="A record, whole, with its latest changes, to look at")
    async def record(key: Key, asker: Annotated[str, Depends(who)]) -> JSONResponse:
        return await shown(asker, "record", key)

    @made.get("/sections/{document}/{section:path}", response_model=Answer, summary="A section of a document, as it is cited")
    async def section(document: Document, section: Section, asker: Annotated[str, Depends(who)]) -> JSONResponse:
        return await shown(asker, "section", f"{document}/{section}")

    @made.get("/proposals/{proposal}", response_model=Answer, summary="What you proposed, as it stands now: its preview, or what became of it")
    async def proposal(proposal: Proposal, asker: Annotated[str, Depends(who)]) -> JSONResponse:
        return await shown(asker, "proposal", proposal)

    return made
