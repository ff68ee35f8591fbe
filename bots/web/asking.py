"""The doors to ask: one answer at once, or with a sign of life while the tools work."""
import asyncio
from collections.abc import AsyncIterator
from hashlib import sha256
import logging
from secrets import token_hex
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Header
from fastapi.responses import JSONResponse
from fastapi.sse import EventSourceResponse, ServerSentEvent
from pydantic import BaseModel, ConfigDict, Field

from assistant.assistant import LONGEST, Assistant
from assistant.messages import Answer, Question, as_json, block_as_json
from bots.web.identity import Who, face
from bots.web.naming import Thread
from language.cleaning import clean
from records.asker import Face
from records.errors import BadInput
from reports.blocks import Block, Text

Once = Annotated[str, Header(alias="Idempotency-Key", max_length=200, description="Your own id of this message: sent twice, it is answered once.")]
FAILED = "Something went wrong on my side, and nothing was changed. Please try again."
log = logging.getLogger(__name__)


class Asked(BaseModel):
    """A question. Without a thread it opens a new conversation, which the answer names."""
    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"text": "how is Apollo doing?"}]})
    text: str = Field(description=f"What you say, in plain words; {LONGEST:,} characters at most.")
    thread: Thread | None = Field(None, description="The conversation to go on with.")


def router(assistant: Assistant, who: Who) -> APIRouter:
    """The two ways to ask this assistant."""
    made = APIRouter(tags=["ask"])
    running: set[asyncio.Task[Answer]] = set()

    def heard(asked: Asked, asker: Annotated[str, Depends(who)], at: Annotated[Face, Depends(face)], once: Once = "") -> Question:
        """The question behind a request. Its id holds all that was said, so a key sent with other words is another question."""
        _refuse_unreadable(asked.text)
        said = "\0".join((asker, once or token_hex(16), asked.thread or "", asked.text))
        number = sha256(said.encode("utf-8", "surrogatepass")).hexdigest()
        return Question(f"web-{number[:32]}", asker, asked.thread or f"web-{number[-12:]}", asked.text, face=at)

    @made.post("/ask", response_model=Answer, summary="Ask, and wait for the answer")
    async def ask(question: Annotated[Question, Depends(heard)]) -> JSONResponse:
        return JSONResponse(as_json(await assistant.answer(question)))

    @made.post("/ask/stream", response_class=EventSourceResponse, summary="Ask, and be told what is being read meanwhile",
               description='Events: `sign` {"text"} as a tool starts; `said` with a block as soon as a language model says it - of texts in a row '
                           "each goes on with the one before, and the answer begins with exactly these; `answer` with the whole answer, `error` in its "
                           "place when that failed; always closed by `done`. A stream without `done` was cut: ask again with the same Idempotency-Key.")
    async def stream(question: Annotated[Question, Depends(heard)]) -> AsyncIterator[ServerSentEvent]:
        heard: asyncio.Queue[ServerSentEvent | None] = asyncio.Queue()
        loop = asyncio.get_running_loop()

        def sign(text: str) -> None:
            _wake(loop, heard, ServerSentEvent(event="sign", data={"text": text}))

        def say(block: Block) -> None:
            _wake(loop, heard, ServerSentEvent(event="said", data=block_as_json(block)))

        turn = asyncio.create_task(assistant.answer(question, sign, say))
        running.add(turn)               # a listener who goes away leaves the turn to end and be kept
        turn.add_done_callback(running.discard)
        turn.add_done_callback(lambda _: heard.put_nowait(None))
        while (event := await heard.get()) is not None:
            yield event
        yield _told(turn)
        yield ServerSentEvent(event="done", data={})

    return made


def _wake(loop: asyncio.AbstractEventLoop, heard: "asyncio.Queue[ServerSentEvent | None]", event: ServerSentEvent) -> None:
    """Pass something on; tools run in threads of their own."""
    loop.call_soon_threadsafe(heard.put_nowait, event)


def _told(turn: "asyncio.Task[Answer]") -> ServerSentEvent:
    try:
        return ServerSentEvent(event="answer", data=as_json(turn.result()))
    except Exception:
        log.exception("a streamed answer failed")
        return ServerSentEvent(event="error", data=_failed())


def _failed() -> dict[str, Any]:
    return as_json(Answer("", (Text(FAILED),), error=FAILED))


def _refuse_unreadable(text: str) -> None:
    """Raise `BadInput` for nothing and for too much, before a stream has begun."""
    if not clean(text).strip():
        raise BadInput("Say what you want to know or do, such as “how is Apollo doing?”.")
    if len(text) > LONGEST:
        raise BadInput(f"That is {len(text):,} characters; I read {LONGEST:,} at most. Say it shorter.")
