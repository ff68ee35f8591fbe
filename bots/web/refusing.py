"""What is refused, in the one shape of every answer: a sentence in `error` and in a block, under the status that HTTP has for it."""
from collections.abc import Mapping
from typing import Any

from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException
from starlette.requests import Request

from assistant.messages import Answer, as_json
from records.errors import BadInput, Conflict, NotFound, Refused
from reports.blocks import Text

STATUS = ((NotFound, 404), (Refused, 403), (Conflict, 409), (BadInput, 422))
SAYS = {404: "There is nothing at this address. The API is described at /docs.", 405: "This address is not asked that way; /docs says how.",
        413: "That is too large: 1 MB is the most a request may carry."}
WANTED = {"string_type": "should be text", "string_too_long": "is too long", "string_too_short": "is too short", "missing": "is missing",
          "extra_forbidden": "is not known here", "literal_error": "is not one of those known here"}
SHOWN: dict[int | str, dict[str, Any]] = {
    403: {"model": Answer, "description": "You may not do that here; `error` says why"},
    404: {"model": Answer, "description": "No such thing, or none that you may see"},
    422: {"model": Answer, "description": "It cannot be read; `error` says what to say otherwise"},
}


def refusal(said: str, status: int, headers: Mapping[str, str] | None = None) -> JSONResponse:
    """One sentence, as an answer."""
    return JSONResponse(as_json(Answer("", (Text(said),), error=said)), status, headers=headers)


async def sorry(_: Request, error: Exception) -> JSONResponse:
    """What the house refuses, with the status of its kind."""
    return refusal(str(error), next((status for kind, status in STATUS if isinstance(error, kind)), 400))


async def unread(_: Request, error: Exception) -> JSONResponse:
    """A request that does not have the shape of one: the first thing that is wrong with it, without repeating what was sent."""
    wrong = error.errors()[0] if isinstance(error, RequestValidationError) else {"type": "", "loc": (), "msg": ""}
    if wrong["type"] == "json_invalid":
        return refusal("The body is not JSON.", 400)
    return refusal(_sentence(wrong), 422)


async def unserved(_: Request, error: Exception) -> JSONResponse:
    """What the server itself answers: no such address, another method, too large."""
    status, detail, headers = (error.status_code, error.detail, error.headers) if isinstance(error, HTTPException) else (500, "", None)
    return refusal(SAYS.get(status, detail), status, headers)


def _sentence(wrong: Mapping[str, Any]) -> str:
    field = str(wrong["loc"][-1]) if len(wrong["loc"]) > 1 else ""
    if not field:
        return 'The body should be a JSON object, such as {"text": "how is Apollo doing?"}, sent as application/json.'
    why = wrong["msg"].removeprefix("Value error, ")
    return f"“{field[:50]}” {WANTED[wrong['type']]}." if wrong["type"] in WANTED else f"“{field[:50]}”: {why}."
