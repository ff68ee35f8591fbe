"""A model server in a process of its own that answers at once: it asks for what is overdue, then says so; “echo WORD” it says back.

What it says depends on nothing but what it is asked, so that many may ask at once, and its work is not counted as ours.
"""
import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
import json
from pathlib import Path
import re
import subprocess
import sys
from typing import Any

from tests.fakes.faulty import streamed

CALL: dict[str, Any] = {"kind": "task", "where": {"project": "Apollo", "due": "before today", "status": "not done"}}
SAYS = "These tasks are overdue."


@contextmanager
def served() -> Iterator[str]:
    """The address of such a server."""
    server = subprocess.Popen([sys.executable, "-m", "tests.fakes.instant"], stdout=subprocess.PIPE, text=True,
                              cwd=Path(__file__).parents[2])
    try:
        assert server.stdout is not None
        yield f"http://127.0.0.1:{int(server.stdout.readline())}/v1"
    finally:
        server.terminate()
        server.wait()


def answer(asked: dict[str, Any]) -> dict[str, Any]:
    """Text, or the arguments of a call, for what was asked."""
    last = asked["messages"][-1]
    if words := re.findall(r"echo (word\w+)", json.dumps(last.get("content") or "")):
        return {"text": f"You said {words[-1]}."}
    return {"text": SAYS} if last["role"] == "tool" else {"tool": "find_records", **CALL}


def body(asked: dict[str, Any]) -> bytes:
    said = answer(asked)
    if asked.get("stream"):
        return streamed(**said)
    arguments = json.dumps({name: value for name, value in said.items() if name != "tool"})
    called = [{"id": "call_1", "type": "function", "function": {"name": said["tool"], "arguments": arguments}}] if "tool" in said else None
    message = {"role": "assistant", "content": said.get("text"), **({"tool_calls": called} if called else {})}
    return json.dumps({"id": "c", "object": "chat.completion", "created": 0, "model": "instant",
                       "choices": [{"index": 0, "message": message, "finish_reason": "tool_calls" if called else "stop"}],
                       "usage": {"prompt_tokens": 900, "completion_tokens": 30, "total_tokens": 930}}).encode()


async def _serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        while head := await reader.readuntil(b"\r\n\r\n"):
            length = re.search(rb"(?i)content-length: (\d+)", head)
            asked = json.loads(await reader.readexactly(int(length[1]) if length else 0))
            said = body(asked)
            of = "text/event-stream" if asked.get("stream") else "application/json"
            writer.write(f"HTTP/1.1 200 OK\r\nContent-Type: {of}\r\nContent-Length: {len(said)}\r\n\r\n".encode() + said)
            await writer.drain()
    except (asyncio.IncompleteReadError, ConnectionError):
        writer.close()


async def _main() -> None:
    server = await asyncio.start_server(_serve, "127.0.0.1", 0, limit=2**24)
    print(server.sockets[0].getsockname()[1], flush=True)  # noqa: T201 - whoever started us reads it
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(_main())
