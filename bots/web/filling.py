"""The doors to fill in: the form of a record, made for whoever asks, and what it comes to when it is sent: it is its own preview, so it applies at once."""
from asyncio import to_thread
from collections.abc import Mapping, Sequence
from hashlib import sha256
from secrets import token_hex
from typing import Annotated

from fastapi import APIRouter, Depends, Header, Path, Query
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field

from assistant.forms import Form, Forms, Option
from assistant.messages import Answer, as_json
from bots.web.identity import Who
from bots.web.refusing import Wrong
from records.errors import BadInput

Kind = Annotated[str, Path(max_length=60, description="A kind of record, such as task, risk or change request.", examples=["task"])]
Named = Annotated[str, Query(min_length=1, max_length=60, description="The field that the menu is of.", examples=["project_id"])]
Typed = Annotated[str, Query(max_length=200, description="What was typed into it.", examples=["apo"])]
Whole = Annotated[bool, Query(description="Whether to ask for every field; else for the usual ones.")]
Given = Annotated[list[str], Query(max_length=40, description="What is known already, in words, such as project_id=Apollo.", examples=[["project_id=APOLLO"]])]
Once = Annotated[str, Header(alias="Idempotency-Key", max_length=200, description="Your own id of this request: sent again within a day, it is answered "
                                                                                  "with the same answer and done once.")]
Words = Annotated[str, Field(max_length=4000)]
Name = Annotated[str, Field(max_length=60)]


class Filled(BaseModel):
    """What was filled in, by field, in words. `proposal` and `stamp` are those of the form, where it was of something that waits for a yes."""
    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"values": {
        "title": "Book the venue", "project_id": "APOLLO", "due": "next Friday"}}]})
    values: dict[Name, Words] = Field(min_length=1, max_length=100)
    proposal: str = Field("", max_length=100)
    stamp: str = Field("", max_length=100)


class Fillable(BaseModel):
    """A kind of which the asker may make records."""
    kind: str
    title: str


def router(forms: Forms, who: Who) -> APIRouter:
    """Forms for this office's people."""
    made = APIRouter(tags=["forms"])

    @made.get("/forms", summary="What you may make, each by a form")
    async def fillable(asker: Annotated[str, Depends(who)]) -> list[Fillable]:
        return [Fillable(kind=o.value, title=o.label) for o in await to_thread(forms.kinds, asker)]

    @made.get("/forms/{kind}", summary="The form of a new record",
              description="Fields hold a line, a text, a date (YYYY-MM-DD or words), a choice (of `options`) or a record, whose menu is at "
                          "`/forms/{kind}/options`. Send `value`, or any words that name it.")
    async def form(kind: Kind, asker: Annotated[str, Depends(who)], given: Given = [], whole: Whole = False) -> Form:  # noqa: B006, FBT002 - FastAPI reads it
        return await to_thread(lambda: forms.form(asker, kind, dict(_pairs(given)), whole=whole))

    @made.get("/forms/{kind}/options", summary="What the menu of a field that names a record offers")
    async def options(kind: Kind, field: Named, asker: Annotated[str, Depends(who)], typed: Typed = "") -> Sequence[Option]:
        return await to_thread(forms.options, asker, kind, field, typed)

    @made.post("/forms/{kind}", response_model=Answer, summary="Send a form: it applies at once, with Undo",
               description="A wrong field is named in `errors`, and then nothing was changed.")
    async def send(kind: Kind, filled: Filled, asker: Annotated[str, Depends(who)], once: Once = "") -> JSONResponse:
        id_ = f"web-form-{sha256(f'{asker} {once}'.encode('utf-8', 'surrogatepass')).hexdigest()[:32] if once else token_hex(16)}"
        done = await to_thread(forms.submit, asker, kind, filled.values, id_, filled.proposal, filled.stamp)
        if done.wrong:
            raise Wrong(done.wrong)
        assert done.answer is not None  # noqa: S101 - one or the other
        return JSONResponse(as_json(done.answer))

    @made.get("/proposals/{proposal}/form", summary="The form of a record that waits for your yes, to change it first")
    async def of_proposal(proposal: Annotated[str, Path(max_length=100)], asker: Annotated[str, Depends(who)], whole: Whole = False) -> Form:  # noqa: FBT002
        return await to_thread(lambda: forms.of_proposal(asker, proposal, whole=whole))

    return made


def _pairs(said: Sequence[str]) -> Mapping[str, str]:
    """What is said as name=value."""
    if wrong := next((each for each in said if "=" not in each), None):
        raise BadInput(f"“{wrong[:50]}” is not said as field=value, such as project_id=APOLLO.")
    return {name: value for name, _, value in (each.partition("=") for each in said)}
