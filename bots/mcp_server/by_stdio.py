"""For a client on the same machine that starts us itself: one process, one person, over its standard input and output."""
from mcp.server.stdio import stdio_server

from assistant.entering import Entered
from assistant.outside import Outside
from bots.mcp_server.offering import READ, WRITE
from bots.mcp_server.server import Face, server


async def serve(outside: Outside, who: str, page: str) -> None:
    """Speak for one person until the client goes away."""
    entered = Entered(who, frozenset({READ, WRITE}))
    made = server(Face(outside, lambda _: entered, page), outside.instructions)
    async with stdio_server() as (reads, writes):
        await made.run(reads, writes, made.create_initialization_options())
