"""The doors of the faces that hand out an answer as it is: the assistant's own, the API's and the command line's."""
import asyncio
from collections.abc import Callable
from typing import Any, Protocol

import httpx
from pydantic import TypeAdapter

from assistant.assistant import Assistant
from assistant.messages import Answer, Click, Question

THREAD = "thread"
Click_ = TypeAdapter(Click)
_answer = TypeAdapter(Answer)


class Door(Protocol):
    def say(self, who: str, number: int, text: str) -> Answer: ...

    def click(self, who: str, proposal: str, click: str) -> Answer: ...


class OwnDoor:
    def __init__(self, assistant: Assistant) -> None:
        self._assistant = assistant

    def say(self, who: str, number: int, text: str) -> Answer:
        return asyncio.run(self._assistant.answer(Question(f"question-{number}", who, THREAD, text)))

    def click(self, who: str, proposal: str, click: str) -> Answer:
        return asyncio.run(self._assistant.confirm(who, proposal, Click_.validate_python(click)))


class ApiDoor:
    """Real HTTP requests to the application, in process."""

    def __init__(self, app: Any) -> None:
        self._app = app

    def say(self, who: str, number: int, text: str) -> Answer:  # noqa: ARG002 - the API numbers its questions itself
        return self._sent(who, "/api/v1/ask", {"text": text, "thread": THREAD})

    def click(self, who: str, proposal: str, click: str) -> Answer:
        return self._sent(who, f"/api/v1/proposals/{proposal}/{click}", None)

    def _sent(self, who: str, path: str, body: dict[str, str] | None) -> Answer:
        async def sent() -> Any:
            async with httpx.AsyncClient(transport=httpx.ASGITransport(self._app), base_url="http://127.0.0.1", headers={"X-PMO-Person": who}) as client:
                return (await client.post(path, json=body)).json()
        return _answer.validate_python(asyncio.run(sent()))


class CommandDoor:
    """`pmo` with --json, as a script would use it."""

    def __init__(self, pmo: Callable[..., Any]) -> None:
        self._pmo = pmo

    def say(self, who: str, number: int, text: str) -> Answer:  # noqa: ARG002
        return _answer.validate_python(self._pmo("ask", text, "--thread", THREAD, "--as", who, "--json").json)

    def click(self, who: str, proposal: str, click: str) -> Answer:
        return _answer.validate_python(self._pmo(click, proposal, "--as", who, "--json").json)
