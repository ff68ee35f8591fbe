"""What the Model Context Protocol adds to a tool call: the same call in process, and by the library's own client over HTTP and standard input and output;
beside it what the library takes alone, for a tool that does nothing.

Each is taken in turn, so that whatever else the machine does hits all alike. What is added holds the client's own work too, which tool is whose, what may
leave the house, and the line in the journal.
"""
import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AsyncExitStack, asynccontextmanager
from statistics import median
from time import perf_counter
from typing import Any

import httpx2
from mcp import Client, StdioServerParameters, types
from mcp.client.streamable_http import streamable_http_client
from mcp.server.lowlevel import Server

from assistant import bootstrap
from benchmarks.measuring import Bench, Measure
from benchmarks.starting import PMO, environment
from bots.mcp_server.by_http import PATH, mounted
from bots.web import web
from bots.web.beside import hang

TOOL, SAID = "show_record", {"record": "APOLLO-T-5"}
MOST = 5
MODERN = "2026-07-28"
HERE, ALONE = "in process", "alone"
Call = Callable[[], Awaitable[object]]


def calls(bench: Bench) -> Iterator[Measure]:
    """The call itself, and what each way adds to it."""
    took = asyncio.run(_taken(bench, bench.often(300)))
    base = took.pop(HERE)
    yield Measure("one tool called in process", base, "ms")
    yield Measure("the library alone over HTTP, for a tool that does nothing", took.pop(ALONE), "ms")
    for way, all_of_it in took.items():
        yield Measure(f"what MCP adds to it, {way}", all_of_it - base, "ms", most=MOST)


async def _taken(bench: Bench, times: int) -> dict[str, float]:
    """The median of each way, in milliseconds."""
    settings = bench.settings
    database, who = bootstrap.database(settings), bootstrap.upkeep(settings).person("")
    assistant, entering = bootstrap.hands(settings), bootstrap.entering(settings, database)
    token = entering.token(who, who, ("mcp", "read"))
    app = web(assistant, bootstrap.upkeep(settings), settings.model_copy(update={"sample": True}))
    hang(app, mounted(bootstrap.outside(settings, assistant, database), entering, settings.address))
    async with AsyncExitStack() as open_:
        await open_.enter_async_context(app.router.lifespan_context(app))
        http = httpx2.AsyncClient(transport=httpx2.ASGITransport(app), headers={"authorization": f"Bearer {token}"})
        by_http = await open_.enter_async_context(Client(streamable_http_client(f"{settings.address}{PATH}", http_client=http), mode=MODERN))
        stdio = StdioServerParameters(command=PMO[0], args=[*PMO[1:], "mcp"], env=environment(bench))
        by_stdio = await open_.enter_async_context(Client(stdio, mode=MODERN))
        alone = await open_.enter_async_context(_alone(settings.address))
        return await _in_turn({HERE: lambda: assistant.call(who, TOOL, SAID), ALONE: lambda: alone.call_tool(TOOL), "over HTTP": lambda: _called(by_http),
                               "over standard input and output": lambda: _called(by_stdio)}, times)


@asynccontextmanager
async def _alone(address: str) -> AsyncIterator[Client]:
    """A client of a server of the library's own, whose one tool does nothing."""
    async def listed(*_: object) -> types.ListToolsResult:
        return types.ListToolsResult(tools=[types.Tool(name=TOOL, input_schema={"type": "object"})])

    async def called(*_: object) -> types.CallToolResult:
        return types.CallToolResult(content=[])

    bare = Server[Any]("alone", on_list_tools=listed, on_call_tool=called)
    app = bare.streamable_http_app(streamable_http_path=PATH, stateless_http=True, json_response=True)
    async with AsyncExitStack() as open_:
        await open_.enter_async_context(bare.session_manager.run())
        http = httpx2.AsyncClient(transport=httpx2.ASGITransport(app))
        client = await open_.enter_async_context(Client(streamable_http_client(f"{address}{PATH}", http_client=http), mode=MODERN))
        await client.list_tools()
        yield client


async def _in_turn(ways: dict[str, Call], times: int) -> dict[str, float]:
    took: dict[str, list[float]] = {way: [] for way in ways}
    for _ in range(times + 1):
        for way, call in ways.items():
            start = perf_counter()
            await call()
            took[way].append((perf_counter() - start) * 1000)
    return {way: median(each[1:]) for way, each in took.items()}


async def _called(client: Client) -> Any:
    shown = await client.call_tool(TOOL, SAID)
    if shown.is_error:
        raise RuntimeError(f"{TOOL} by MCP: {shown.content}")
    return shown
