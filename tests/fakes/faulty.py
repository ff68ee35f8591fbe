"""A model server that fails in every way a server or the way to it can: statuses, silence, single drops, streams that are cut at a byte, nonsense."""
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
import json
import re
import socket
from socketserver import BaseRequestHandler, ThreadingTCPServer
from threading import Event, Thread
from typing import Any

Fault = Callable[[socket.socket, Event], None]
STREAM = "text/event-stream"


class Faulty:
    """Does to each request what `script` says next; when it is over, the last is done again."""

    def __init__(self) -> None:
        self.script: list[Fault] = []
        self.asked: list[dict[str, Any]] = []

    def does(self, *faults: Fault) -> None:
        self.script, self.asked = list(faults), []

    def next(self) -> Fault:
        return self.script.pop(0) if len(self.script) > 1 else self.script[0]


def status(code: int, headers: Mapping[str, str] | None = None, said: str = "planned") -> Fault:
    """An error with a status."""
    return sends(json.dumps({"error": {"message": said}}).encode(), code=code, headers=headers)


def sends(body: bytes, of: str = "application/json", *, code: int = 200, headers: Mapping[str, str] | None = None, whole: bool = False) -> Fault:
    """A body as it stands; without `whole` its end is where the connection ends, as behind many a proxy."""
    more = {"Content-Type": of, "Connection": "close", **({"Content-Length": str(len(body))} if whole or of != STREAM else {}), **(headers or {})}
    head = f"HTTP/1.1 {code} Said\r\n" + "".join(f"{name}: {value}\r\n" for name, value in more.items()) + "\r\n"
    return lambda to, _: to.sendall(head.encode() + body)


def hangs(to: socket.socket, over: Event) -> None:
    """Take the request and say nothing."""
    del to
    over.wait(60)


def drips(body: bytes, every: float) -> Fault:
    """A stream that comes letter by letter."""
    def drop(to: socket.socket, over: Event) -> None:
        sends(b"", STREAM)(to, over)
        for n in range(len(body)):
            if over.wait(every):
                return
            to.sendall(body[n:n + 1])
    return drop


def resets(to: socket.socket, _: Event) -> None:
    """Take the request and drop the connection."""
    to.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00")


def cut(body: bytes, at: int) -> Fault:
    """A stream that ends cleanly after so many bytes."""
    return sends(body[:at], STREAM)


def streamed(text: str = "", tool: str = "", raw: str | None = None, finish: str = "", **said: Any) -> bytes:
    """A whole answer as it was streamed: its text, a call of a tool, how it ended, what it took."""
    deltas: list[dict[str, Any]] = [{"role": "assistant", "content": None if tool else ""}]
    deltas += [{"content": piece} for piece in re.findall(r"(?s).{1,12}", text)]
    if tool:
        deltas.append({"tool_calls": [{"index": 0, "id": "call_1", "type": "function", "function": {"name": tool, "arguments": ""}}]})
        arguments = raw if raw is not None else json.dumps(said)
        deltas += [{"tool_calls": [{"index": 0, "function": {"arguments": piece}}]} for piece in re.findall(r"(?s).{1,12}", arguments)]
    head = {"id": "c", "object": "chat.completion.chunk", "created": 0, "model": "faulty"}
    chunks: list[dict[str, Any]] = [{**head, "choices": [{"index": 0, "delta": delta, "finish_reason": None}]} for delta in deltas]
    chunks.append({**head, "choices": [{"index": 0, "delta": {}, "finish_reason": finish or ("tool_calls" if tool else "stop")}]})
    chunks.append({**head, "choices": [], "usage": {"prompt_tokens": 900, "completion_tokens": 30, "total_tokens": 930}})
    return b"".join(f"data: {json.dumps(chunk)}\n\n".encode() for chunk in chunks) + b"data: [DONE]\n\n"


def end_of(stream: bytes) -> int:
    """After how many bytes a stream has said that it is whole."""
    at = re.search(rb'"finish_reason": "', stream)
    assert at is not None
    return stream.index(b"\n\n", at.start()) + 2


def asked(request: bytes) -> dict[str, Any]:
    said: dict[str, Any] = json.loads(request.partition(b"\r\n\r\n")[2])
    return said


@contextmanager
def served(faulty: Faulty) -> Iterator[str]:
    """The address of such a server."""
    over = Event()

    class Handler(BaseRequestHandler):
        def handle(self) -> None:
            request = _request(self.request)
            if request:
                faulty.asked.append(asked(request))
                with suppress(OSError):
                    faulty.next()(self.request, over)

    class Server(ThreadingTCPServer):
        allow_reuse_address, daemon_threads = True, True

    server = Server(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/v1"
    finally:
        over.set()
        server.shutdown()
        server.server_close()


def _request(of: socket.socket) -> bytes:
    """One whole request, b"" when nobody sent one."""
    got = b""
    while b"\r\n\r\n" not in got:
        if not (more := of.recv(65536)):
            return b""
        got += more
    length = int((re.search(rb"(?i)content-length: (\d+)", got) or [b"", b"0"])[1])
    body = got.index(b"\r\n\r\n") + 4
    while len(got) < body + length:
        got += of.recv(65536)
    return got


def every(stream: bytes, stride: int = 1) -> Sequence[int]:
    """The places at which a stream is cut: each byte, or some of them, and always those around its end."""
    near = range(max(0, end_of(stream) - 2), min(len(stream), end_of(stream) + 3))
    return sorted({*range(0, len(stream), stride), *near, len(stream)})
