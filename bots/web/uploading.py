"""The doors to hand a file in: a document to be found and cited, or records to be looked through before they are written."""
from asyncio import to_thread
from secrets import token_hex
from typing import Annotated, Protocol

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import JSONResponse

from assistant.assistant import Assistant
from assistant.loading import File
from assistant.messages import Answer, as_json
from bots.web.identity import Who
from records.errors import BadInput
from reports.blocks import Text

Name = Annotated[str, Query(min_length=1, max_length=200, description="The file's name with its ending, which says what it is: handbook.docx.")]
Space = Annotated[str, Query(max_length=200, description="The space it goes to, which says who may read it. Default: the one that it names, else Governance.")]
Project = Annotated[str, Query(max_length=200, description="Where rows without a project belong, by name or key, where the file does not tell.")]
Kind = Annotated[str, Query(max_length=100, description="What the rows are, such as task, where the file does not tell.")]
Thread = Annotated[str, Query(max_length=100, description="The conversation to go on with. Default: a new one.")]
BODY = {"requestBody": {"required": True, "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}}}


class Intake(Protocol):
    """Whoever takes documents in; raises the family of errors."""

    def take(self, who: str, name: str, content: bytes, space: str = "") -> str: ...


def router(assistant: Assistant, intake: Intake, who: Who) -> APIRouter:
    """The two doors. The body is the file itself; 30 MB are the most."""
    made = APIRouter(tags=["hand in"])

    @made.post("/documents", response_model=Answer, summary="Read a document in, so that it is found and cited", openapi_extra=BODY,
               description="For those who may write documents. The same name again is its next version, and what cites the old one still opens.")
    async def read_in(request: Request, name: Name, asker: Annotated[str, Depends(who)], space: Space = "") -> JSONResponse:
        content = await _handed_in(request)
        return JSONResponse(as_json(Answer("", (Text(await to_thread(intake.take, asker, name, content, space)),))))

    @made.post("/imports", response_model=Answer, summary="Show what a file of records would come to", openapi_extra=BODY,
               description="The answer carries a proposal: nothing is written until it is confirmed.")
    async def load(request: Request, name: Name, asker: Annotated[str, Depends(who)], thread: Thread = "",
                   project: Project = "", kind: Kind = "") -> JSONResponse:
        content = await _handed_in(request)
        return JSONResponse(as_json(await assistant.load(asker, File(name, content, kind, project), thread or f"web-{token_hex(6)}")))

    return made


async def _handed_in(request: Request) -> bytes:
    content = await request.body()
    if not content:
        raise BadInput("There is nothing in that file. Send the file itself as the body.")
    return content
