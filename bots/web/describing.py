"""The description of the API, as OpenAPI: what FastAPI writes of itself, with the problems that every door can answer, who may knock and how."""
from collections.abc import Iterator
from typing import Any

from fastapi import FastAPI
from fastapi.responses import JSONResponse

from bots.web.refusing import PROBLEM, TYPE

ADDRESS = "/api/v1/openapi.json"
HOW = """Ask in plain words, and read the answer as blocks: text, facts, tables, cards, previews, receipts, passages, choices, sources.
An answer that would change something carries a `proposal`: nothing is written until it is confirmed, and what was written can be undone.
What goes wrong is a problem as RFC 9457 has it, and an answer too: one sentence that says what to do, in `detail` and in `error`.

Records are also plain data. A record's ETag is its version: a change says in If-Match which one it is of, so that nobody's change is written over.
A request with an Idempotency-Key, sent again just as it was within a day, gets the same answer and is done once.
Lists come in pages: `next` is the cursor of the next, "" at the end. RateLimit says with every answer how many requests are left."""
TAGS = {
    "ask": "Ask in plain words.", "change": "Say yes or no to what was shown, or take it back.",
    "open": "What is kept: conversations, proposals, sections of documents.",
    "records": "Records as data: lists, single records with their past, and changes.", "forms": "Forms for people: each is its own preview.",
    "mine": "What is mine, and what waits for me.", "reports": "Status reports, to look at or as files.", "hand in": "Documents and files of records.",
    "about": "This installation.", "administer": "Running this installation and looking into it: for the PMO admin, and for auditors.",
    "sign in": "Signing in and out, one's own sessions and tokens; by the page's cookie, not by a token.",
}
SECURITY = {
    "token": {"type": "http", "scheme": "bearer",
              "description": "An API token, made with `pmo token PERSON`. To read, it needs the scope read; for all else the scope write."},
    "session": {"type": "apiKey", "in": "cookie", "name": "__Host-pmo", "description": "The cookie of who signed in on the page; over plain HTTP: pmo."},
}
SAID = {"type": "string"}
SHAPE = {
    "title": "Problem", "type": "object", "required": ["type", "title", "status", "detail", "error", "blocks"],
    "description": "Why nothing came of a request. It is an answer too, so that a face can show it like any.",
    "properties": {
        "type": {**SAID, "description": "Which problem: about:blank for those of HTTP, else a name of ours."},
        "title": {**SAID, "description": "The status in words."},
        "status": {"type": "integer"}, "detail": {**SAID, "description": "What went wrong and what to do, in one sentence for people."},
        "error": {**SAID, "description": "The same sentence, as in every answer."},
        "blocks": {"type": "array", "items": {"type": "object"},
                   "description": "The same as a block, or what is shown instead, such as a preview made afresh."},
        "errors": {"type": "array", "items": {"type": "object", "properties": {"field": SAID, "detail": SAID}},
                   "description": "What is wrong with which field."},
        "reference": {**SAID, "description": "What to tell the PMO about a failure of ours; the log knows it."},
    },
    "examples": [{"type": TYPE.format("not-found"), "title": "Not Found", "status": 404, "detail": "There is no task “APOLLO-T-999”.",
                  "error": "There is no task “APOLLO-T-999”.", "blocks": [{"type": "text", "text": "There is no task “APOLLO-T-999”."}]}],
}
WRITES, SIGNED, BODY, MATCH = "writes", "signed in", "body", "If-Match"
PROBLEMS = {                            # each with what an operation does that can answer it, "" for all
    "401": ("Who asks is not proven; sign in, or send a token", SIGNED), "403": ("You may not do that; `detail` says why", SIGNED),
    "404": ("No such thing, or none that you may see", ""), "409": ("It is decided already, or is being done at the moment", WRITES),
    "412": ("It changed since the version that you saw; read it again", MATCH), "413": ("It is too large", BODY),
    "422": ("It cannot be read, or is not sound; `detail` says what to say otherwise", ""),
    "428": ("Say which version you saw, in If-Match", MATCH), "429": ("Too many requests; Retry-After says when to go on", ""),
}


def described(app: FastAPI) -> None:
    """Let the application describe itself so, at /openapi.json and at /api/v1/openapi.json."""
    plainly = app.openapi

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            _complete(plainly())
        return plainly()
    app.openapi = openapi  # type: ignore[method-assign]  # as FastAPI's documentation says

    @app.get(ADDRESS, include_in_schema=False)
    async def description() -> JSONResponse:
        return JSONResponse(app.openapi())


def _complete(schema: dict[str, Any]) -> None:
    schema["tags"] = [{"name": name, "description": says} for name, says in TAGS.items()]
    shapes = schema["components"]["schemas"]
    for name in ("HTTPValidationError", "ValidationError"):
        shapes.pop(name, None)
    shapes["Problem"] = SHAPE
    schema["components"].setdefault("securitySchemes", {}).update(SECURITY)
    answer = {PROBLEM: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    for methods in schema["paths"].values():
        for method, said in methods.items():
            said["responses"] |= {status: {"description": PROBLEMS[status][0], "content": answer} for status in _possible(method, said)}
            said["responses"]["default"] = {"description": "Any other problem", "content": answer}
            said["security"] = [{name: []} for name in SECURITY] if said.get("security") else []          # who asks is asked for, or is not


def _possible(method: str, said: dict[str, Any]) -> Iterator[str]:
    """The problems that an operation is known to answer."""
    takes = {each["name"] for each in said.get("parameters", ())} | ({BODY} if "requestBody" in said else set())
    for status, (_, when) in PROBLEMS.items():
        if when in {"", *takes} or (when == WRITES and method != "get") or (when == SIGNED and said.get("security")):
            yield status
