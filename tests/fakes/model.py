"""A model server in small: it speaks OpenAI's chat completions over real HTTP, whole or streamed as it is asked.

It says what a script tells it, and keeps what it was asked."""
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
import json
import re
import ssl
from threading import Thread
from typing import Any


def says(text: str, finish: str = "stop") -> dict[str, Any]:
    """An answer in words."""
    return {"choices": [{"index": 0, "message": {"role": "assistant", "content": text}, "finish_reason": finish}]}


def breaks_off(text: str) -> dict[str, Any]:
    """An answer whose stream ends in the midst of it."""
    return {**says(text), "breaks_off": True}


def calls(tool: str, *, finish: str = "tool_calls", raw: str | None = None, **said: Any) -> dict[str, Any]:
    """An answer that calls a tool; `raw` are its arguments as they stand."""
    call = {"id": f"call_{tool}", "type": "function", "function": {"name": tool, "arguments": raw if raw is not None else json.dumps(said)}}
    return {"choices": [{"index": 0, "message": {"role": "assistant", "content": None, "tool_calls": [call]}, "finish_reason": finish}]}


def together(*each: dict[str, Any]) -> dict[str, Any]:
    """An answer that calls all that these call, in one message."""
    found = [c for answer in each for c in answer["choices"][0]["message"]["tool_calls"]]
    made = [{**c, "id": f"call_{n}"} for n, c in enumerate(found)]
    return {"choices": [{"index": 0, "message": {"role": "assistant", "content": None, "tool_calls": made}, "finish_reason": "tool_calls"}]}


class Model:
    """`script`: what is said next, an HTTP status for a failure, or bytes that are no JSON. When it is over, the last is said again."""

    def __init__(self, script: Sequence[dict[str, Any] | int | bytes]) -> None:
        self.script, self.asked = list(script), list[dict[str, Any]]()

    def answer(self, request: dict[str, Any]) -> dict[str, Any] | int | bytes:  # noqa: ARG002 - a model of another make may answer what it is asked
        return self.next()

    def next(self) -> dict[str, Any] | int | bytes:
        return self.script.pop(0) if len(self.script) > 1 else self.script[0]


@contextmanager
def served(model: Model, shows: ssl.SSLContext | None = None) -> Iterator[str]:
    """The address of a server that speaks as this model; over TLS when it `shows` a certificate."""
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            model.asked.append(request)
            said = model.answer(request)
            status = said if isinstance(said, int) else 200
            if request.get("stream") and isinstance(said, dict) and said["choices"]:
                self._stream(said)
                return
            body = said if isinstance(said, bytes) else json.dumps({"error": {"message": "planned"}} if isinstance(said, int) else _whole(said)).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def _stream(self, said: dict[str, Any]) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/event-stream")
            self.end_headers()
            self.wfile.writelines(f"data: {piece}\n\n".encode() for piece in _pieces(said))

        def log_message(self, *_: Any) -> None:
            """Keep quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    if shows:
        server.socket = shows.wrap_socket(server.socket, server_side=True)
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()       # or its end takes half a second
    try:
        yield f"http{'s' if shows else ''}://127.0.0.1:{server.server_port}/v1"
    finally:
        server.shutdown()
        server.server_close()


def _whole(said: dict[str, Any]) -> dict[str, Any]:
    return {"id": "chat", "object": "chat.completion", "created": 0, "model": "scripted",
            "usage": {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2}, **said}


def _pieces(said: dict[str, Any]) -> Iterator[str]:
    """The chunks of a stream: the text a few letters at a time, then the calls, then how it ended and what it took."""
    (choice,) = said["choices"]

    def chunk(delta: dict[str, Any], finish: str | None = None) -> str:
        part = {"index": 0, "delta": delta, "finish_reason": finish}
        return json.dumps({**_whole(said), "object": "chat.completion.chunk", "choices": [part], "usage": None})

    for piece in re.findall(r"(?s).{1,7}", choice["message"].get("content") or ""):
        yield chunk({"content": piece})
    if said.get("breaks_off"):
        return
    for n, call in enumerate(choice["message"].get("tool_calls", ())):
        yield chunk({"tool_calls": [{"index": n, **call, "function": {"name": call["function"]["name"], "arguments": ""}}]})
        for piece in re.findall(r"(?s).{1,9}", call["function"]["arguments"]):
            yield chunk({"tool_calls": [{"index": n, "function": {"arguments": piece}}]})
    yield chunk({}, choice["finish_reason"])
    yield json.dumps({**_whole(said), "object": "chat.completion.chunk", "choices": []})
    yield "[DONE]"
