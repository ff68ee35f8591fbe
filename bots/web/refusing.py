"""What is refused: a problem as RFC 9457 has it, which is an answer too - a sentence in `detail`, in `error` and in a block - under the status of its kind."""
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException
from starlette.requests import Request

from assistant.doing_once import Reused
from assistant.forms import Unfit
from assistant.messages import Answer, as_json
from assistant.recording import Stale
from bots.web.pages import page
from records.errors import BadInput, Conflict, NotFound, Refused, Sorry, Unproven
from reports.blocks import Text

UNPROVEN, NOWHERE = 401, 404
FOR_PROGRAMS = ("/api/", "/page/", "/mcp")
PROBLEM = "application/problem+json"
TYPE = "urn:project-assistant:problem:{}"
STATUS: tuple[tuple[type[Sorry], int, str], ...] = (
    (NotFound, 404, "not-found"), (Unproven, UNPROVEN, "unproven"), (Refused, 403, "refused"), (Stale, 412, "stale"),
    (Conflict, 409, "conflict"), (Reused, 422, "reused"), (BadInput, 422, "bad-input"))
SAYS = {404: "There is nothing at this address. The API is described at /docs.", 405: "This address is not asked that way; /docs says how.",
        413: "That is too large: 1 MB is the most a request may carry."}
WANTED = {"string_type": "should be text", "string_too_long": "is too long", "string_too_short": "is too short", "missing": "is missing",
          "extra_forbidden": "is not known here", "literal_error": "is not one of those known here",
          "string_pattern_mismatch": "holds characters that do not belong there"}


class Unserved(Sorry):
    """What only this face refuses, with its own status and headers."""

    def __init__(self, said: str, status: int, name: str, headers: Mapping[str, str] | None = None, answer: Answer | None = None) -> None:
        super().__init__(said)
        self.status, self.name, self.headers = status, name, headers
        self.answer = answer or Answer("", (Text(said),), error=said)


def refusal(said: str, status: int, headers: Mapping[str, str] | None = None, name: str = "", **more: Any) -> JSONResponse:
    """One sentence as a problem; `more` are further members of it."""
    return refused(Answer("", (Text(said),), error=said), status, headers, name, **more)


def refused(answer: Answer, status: int, headers: Mapping[str, str] | None = None, name: str = "", **more: Any) -> JSONResponse:
    """An answer that says why nothing came of it, as a problem."""
    problem = {"type": TYPE.format(name) if name else "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": answer.error}
    return JSONResponse({**problem, **as_json(answer), **more}, status, headers, PROBLEM)


async def sorry(_: Request, error: Exception) -> JSONResponse:
    """What the house refuses, with the status of its kind."""
    if isinstance(error, Unserved):
        return refused(error.answer, error.status, error.headers, error.name)
    status, name = next(((status, name) for kind, status, name in STATUS if isinstance(error, kind)), (400, ""))
    more = {"errors": [{"field": field, "detail": said} for field, said in error.fields.items()]} if isinstance(error, Unfit) else {}
    return refusal(str(error), status, {"www-authenticate": "Bearer"} if status == UNPROVEN else None, name, **more)


async def unread(_: Request, error: Exception) -> JSONResponse:
    """A request that does not have the shape of one: the first thing that is wrong with it, without repeating what was sent."""
    wrong = error.errors()[0] if isinstance(error, RequestValidationError) else {"type": "", "loc": (), "msg": ""}
    if wrong["type"] == "json_invalid":
        return refusal("The body is not JSON.", 400)
    return refusal(_sentence(wrong), 422, name="bad-input")


async def unserved(request: Request, error: Exception) -> Response:
    """What the server itself answers: no such address, another method, too large. Whoever comes by a browser to an address that is none gets a page."""
    status, detail, headers = (error.status_code, error.detail, error.headers) if isinstance(error, HTTPException) else (500, "", None)
    if status == NOWHERE and "text/html" in request.headers.get("accept", "") and not request.url.path.startswith(FOR_PROGRAMS):
        return page("nowhere", status)
    return refusal(SAYS.get(status, detail), status, headers)


def _sentence(wrong: Mapping[str, Any]) -> str:
    field = str(wrong["loc"][-1]) if len(wrong["loc"]) > 1 else ""
    if not field:
        return 'The body should be a JSON object, such as {"text": "how is Apollo doing?"}, sent as application/json.'
    why = wrong["msg"].removeprefix("Value error, ")
    return f"“{field[:50]}” {WANTED[wrong['type']]}." if wrong["type"] in WANTED else f"“{field[:50]}”: {why}."
