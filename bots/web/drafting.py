"""The doors to drafts of reports: opened, worded by their owner, released, and saved as what goes out. Figures stay locked."""
from asyncio import to_thread
from hashlib import sha256
from secrets import token_hex
from typing import Annotated, Protocol

from fastapi import APIRouter, Depends, Header, Path, Query, Response
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field

from assistant.messages import Answer, as_json
from assistant.reporting.drafts import Declared, Drafted, Edits
from assistant.reporting.wanted import Written
from bots.web.identity import Who
from bots.web.saving import saved

Key = Annotated[str, Path(max_length=40, description="A draft, by its key.", examples=["RD-1"])]
As = Annotated[str, Query(alias="format", max_length=20, description="md, html, pdf, pptx, docx, xlsx, png or json.")]
Once = Annotated[str, Header(alias="Idempotency-Key", max_length=200, description="Your own id of this request: sent again within a day, it is answered "
                                                                                  "with the same answer and done once.")]


class Colour(BaseModel):
    """What the project is declared to be, beside what the records say; with a reason and a last day."""
    model_config = ConfigDict(extra="forbid")
    colour: str = Field(max_length=20, examples=["amber"])
    reason: str = Field("", max_length=500)
    until: str = Field("", max_length=40, examples=["2026-12-04"])


class Worded(BaseModel):
    """What is to be otherwise; what is left out stays. `send`: it goes out at once."""
    model_config = ConfigDict(extra="forbid")
    text: str | None = Field(None, max_length=3000, description="The sentences it begins with. Each figure they state must be one of the report.")
    note: str | None = Field(None, max_length=2000, description="A line of your own above the report.")
    declared: Colour | None = None
    send: bool = False


class Drafts(Protocol):
    """Whoever keeps drafts; raises the family of errors."""

    def opened(self, who: str, key: str) -> Drafted: ...

    def written(self, who: str, key: str, as_: str) -> Written: ...

    def edited(self, who: str, key: str, edits: Edits, id_: str) -> Answer: ...


def add(made: APIRouter, drafts: Drafts, who: Who) -> None:
    @made.get("/drafts/{key}", summary="A draft of a report that waits for your word: its sentences, and the figures that these may state")
    async def opened(key: Key, asker: Annotated[str, Depends(who)]) -> Drafted:
        return await to_thread(drafts.opened, asker, key)

    @made.get("/drafts/{key}/file", response_class=Response, summary="What would go out, or went out, as a file")
    async def file(key: Key, asker: Annotated[str, Depends(who)], as_: As = "pdf") -> Response:
        return saved(await to_thread(drafts.written, asker, key, as_))

    @made.post("/drafts/{key}", response_model=Answer, summary="Word a draft, declare a colour, send it: it applies at once, with Undo",
               description="A figure that is not one of the report is refused with the sentence that states it, and then nothing was changed.")
    async def word(key: Key, worded: Worded, asker: Annotated[str, Depends(who)], once: Once = "") -> JSONResponse:
        id_ = f"web-draft-{sha256(f'{asker} {once}'.encode('utf-8', 'surrogatepass')).hexdigest()[:32] if once else token_hex(16)}"
        declared = Declared(worded.declared.colour, worded.declared.reason, worded.declared.until) if worded.declared else None
        return JSONResponse(as_json(await to_thread(drafts.edited, asker, key, Edits(worded.text, worded.note, declared, worded.send), id_)))
