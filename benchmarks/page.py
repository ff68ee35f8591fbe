"""The page: how soon it is painted and how much of it comes; how many streams one process holds open, and how soon a checked sentence is there.

The model is a server of our own that says a sentence and then waits; the measured server runs in a process of its own, as `pmo serve` starts it.
"""
import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
import json
from statistics import median
import subprocess
from time import perf_counter

import httpx
from playwright.sync_api import sync_playwright

from benchmarks.measuring import Bench, Measure, spread_of
from benchmarks.starting import PMO, address, environment
from tests.bots.web.browsing import ARGUMENTS, CHROMIUM

STREAMS, FEW, TIMES = 200, 20, 20
PAINTED = """() => new Promise((done) => new PerformanceObserver((seen) => done(seen.getEntriesByName('first-contentful-paint')[0]?.startTime))
    .observe({ type: 'paint', buffered: true }))"""
WEIGHT = """() => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource').filter(({ name }) => name.includes('/page/'))]
    .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)"""
PIECES = (*["Decide soon and tell everybody who waits for it. "] * 5, "Then rest. ", "So")            # longer than what may be a preamble of a call
PATIENCE = 120


def page(bench: Bench) -> Iterator[Measure]:
    """What a person waits for who opens the page."""
    with _serving(bench) as at, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        painted, least, weight = [], [], 0.0
        for _ in range(bench.often(10) + 1):
            with browser.new_context() as context:             # a context of its own has nothing kept
                opened = context.new_page()
                opened.goto("data:text/html,<p>A word</p>")
                least.append(float(opened.evaluate(PAINTED)))
                opened.goto(at)
                opened.locator("#mine .mine").first.wait_for()
                painted.append(float(opened.evaluate(PAINTED)))
                weight = float(opened.evaluate(WEIGHT))
        browser.close()
    yield Measure("page: first paint, nothing kept of it", median(painted[1:]) / 1000, "s", most=0.5)
    yield Measure("page: first paint of a page that holds a word", median(least[1:]) / 1000, "s")
    yield Measure("page: all that comes of it, as it comes", weight / 1000, "kB", most=60)


def streams(bench: Bench) -> Iterator[Measure]:
    """Answers that are being said, and one process to say them."""
    yield from asyncio.run(_streams(bench))


class Model:
    """Says one sentence to whoever asks, notes when its last piece left, and holds the stream until it is released."""

    def __init__(self) -> None:
        self.left, self._released = 0.0, asyncio.Event()

    def release(self) -> None:
        """Let all that are held end."""
        self._released.set()
        self._released = asyncio.Event()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            head = await reader.readuntil(b"\r\n\r\n")
            await reader.readexactly(int(head.lower().partition(b"content-length: ")[2].split(b"\r\n")[0]))
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n")
            for piece in PIECES:
                writer.write(_chunk(piece))
                self.left = perf_counter()
                await writer.drain()
            await self._released.wait()
            writer.write(_chunk("", "stop") + b"data: [DONE]\n\n")
            await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()


async def _streams(bench: Bench) -> list[Measure]:
    many, model = FEW if bench.quick else STREAMS, Model()
    async with await asyncio.start_server(model.serve, "127.0.0.1", 0, backlog=1000) as server:
        port = server.sockets[0].getsockname()[1]
        with _serving(bench, PMO_LLM_BASE_URL=f"http://127.0.0.1:{port}/v1", PMO_LLM_MODEL="one sentence", PMO_RATE_LIMIT="0", PMO_LLM_DAILY_TOKENS="0") as at:
            async with httpx.AsyncClient(base_url=at, timeout=PATIENCE, limits=httpx.Limits(max_connections=None)) as client:
                waits = [await _waited(client, model) for _ in range(bench.often(TIMES) + 1)]
                began, spoken = perf_counter(), asyncio.Semaphore(0)
                held = [asyncio.create_task(_listened(client, spoken)) for _ in range(many)]
                for _ in held:
                    await asyncio.wait_for(spoken.acquire(), PATIENCE)
                took = perf_counter() - began
                looks = [await _looked(client) for _ in range(bench.often(TIMES) + 1)]
                model.release()
                ended = sum(await asyncio.gather(*held))
    return [Measure("stream: a checked sentence, after its last piece came from the model", spread_of(waits[1:]).p50, "ms", most=50),
            Measure(f"{many} streams at once: until all have their first sentence", took, "s"),
            Measure(f"{many} streams at once: brought to their end", ended, "streams", least=many),
            Measure(f"{many} streams at once: another request meanwhile", spread_of(looks[1:]).p50, "ms")]


async def _waited(client: httpx.AsyncClient, model: Model) -> float:
    """From the last piece of a sentence to the sentence, in seconds."""
    spoken = asyncio.Semaphore(0)
    listening = asyncio.create_task(_listened(client, spoken))
    await asyncio.wait_for(spoken.acquire(), PATIENCE)       # a sentence that never comes is a failure, and no wait without an end
    waited = perf_counter() - model.left
    model.release()
    await listening
    return waited


async def _listened(client: httpx.AsyncClient, spoken: asyncio.Semaphore) -> bool:
    """Ask in a conversation of its own, say when its first sentence is there, and listen to the end; whether that came."""
    async with client.stream("POST", "/api/v1/ask/stream", json={"text": "what do you advise?"}) as response:
        is_first = True
        async for line in response.aiter_lines():
            if line == "event: said" and is_first:
                spoken.release()
                is_first = False
            elif line == "event: done":
                return True
    return False


async def _looked(client: httpx.AsyncClient) -> float:
    began = perf_counter()
    (await client.get("/api/v1/records/APOLLO-R-1")).raise_for_status()
    return perf_counter() - began


@contextmanager
def _serving(bench: Bench, **more: str) -> Iterator[str]:
    """The address of a server in a process of its own."""
    with subprocess.Popen([*PMO, "serve"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env={**environment(bench), **more}) as served:
        try:
            yield address(served)
        finally:
            served.terminate()


def _chunk(said: str, finish: str | None = None) -> bytes:
    choice = {"index": 0, "delta": {"content": said}, "finish_reason": finish}
    return f"data: {json.dumps({'id': 'c', 'object': 'chat.completion.chunk', 'created': 0, 'model': 'one', 'choices': [choice]})}\n\n".encode()
