"""The doors to fill in: the form of a record, made for whoever asks, and what it comes to when it is sent: it is its own preview, so it applies at once."""
from asyncio import to_thread
from collections.abc import Mapping, Sequence
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field

from assistant.doing_once import Request
from assistant.forms import Form, Forms, Option, Place
from assistant.messages import Answer, as_json
from bots.web.identity import Who
from bots.web.naming import Own, Proposal, Thread
from bots.web.once import Once
from records.errors import BadInput

Kind = Annotated[str, Path(max_length=60, description="A kind of record, such as task, risk or change request.", examples=["task"])]
Named = Annotated[str, Query(min_length=1, max_length=60, description="The field that the menu is of.", examples=["project_id"])]
Typed = Annotated[str, Query(max_length=200, description="What was typed into it.", examples=["apo"])]
Whole = Annotated[bool, Query(description="Whether to ask for every field; else for the usual ones.")]
Given = Annotated[list[str], Query(max_length=40, description="What is known already, in words, such as project_id=Apollo.", examples=[["project_id=APOLLO"]])]
Record = Annotated[str, Query(max_length=100, description="The key of a record that is there; else a new one is made.")]
Words = Annotated[str, Field(max_length=4000)]
Name = Annotated[str, Field(max_length=60)]


class Filled(BaseModel):
    """What was filled in, by field, in words. `proposal`, `record` and `stamp` are those of the form. `thread`: where the receipt is kept."""
    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"values": {
        "title": "Book the venue", "project_id": "APOLLO", "due": "next Friday"}}]})
    values: dict[Name, Words] = Field(min_length=1, max_length=100)
    proposal: Own = ""
    record: Own = ""
    stamp: Own = ""
    thread: Thread | None = None


class Fillable(BaseModel):
    """A kind of which the asker may make records."""
    kind: str
    title: str


def router(forms: Forms, who: Who, once: Once) -> APIRouter:
    """Forms for this office's people."""
    made = APIRouter(tags=["forms"])

    @made.get("/forms", summary="What you may make, each by a form")
    async def fillable(asker: Annotated[str, Depends(who)]) -> list[Fillable]:
        return [Fillable(kind=o.value, title=o.label) for o in await to_thread(forms.kinds, asker)]

    @made.get("/forms/{kind}", summary="The form of a new record, or of one that is there",
              description="Fields hold a line, a text, a date (YYYY-MM-DD or words), a choice (of `options`) or a record, whose menu is at "
                          "`/forms/{kind}/options`. Send `value`, or any words that name it.")
    async def form(kind: Kind, asker: Annotated[str, Depends(who)], given: Given = [], record: Record = "", whole: Whole = False) -> Form:  # noqa: B006, FBT002 - FastAPI reads it
        if record:
            return await to_thread(lambda: forms.of_record(asker, record, whole=whole))
        return await to_thread(lambda: forms.form(asker, kind, _pairs(given), whole=whole))

    @made.get("/forms/{kind}/options", summary="What the menu of a field that names a record offers")
    async def options(kind: Kind, field: Named, asker: Annotated[str, Depends(who)], typed: Typed = "") -> Sequence[Option]:
        return await to_thread(forms.options, asker, kind, field, typed)

    @made.post("/forms/{kind}", response_model=Answer, summary="Send a form: it applies at once, with Undo",
               description="A wrong field is named in `errors`, and then nothing was changed.")
    async def send(kind: Kind, filled: Filled, asker: Annotated[str, Depends(who)], request: Annotated[Request | None, Depends(once)]) -> JSONResponse:
        place = Place(filled.proposal, filled.record, filled.stamp, filled.thread or "")
        return JSONResponse(as_json(await to_thread(forms.send, asker, kind, filled.values, place, request)))

    @made.get("/proposals/{proposal}/form", summary="The form of a record that waits for your yes, to change it first")
    async def of_proposal(proposal: Proposal, asker: Annotated[str, Depends(who)], whole: Whole = False) -> Form:  # noqa: FBT002
        return await to_thread(lambda: forms.of_proposal(asker, proposal, whole=whole))

    return made


def _pairs(said: Sequence[str]) -> Mapping[str, str]:
    """What is said as name=value."""
    if wrong := next((each for each in said if "=" not in each), None):
        raise BadInput(f"“{wrong[:50]}” is not said as field=value, such as project_id=APOLLO.")
    return {name: value for name, _, value in (each.partition("=") for each in said)}
