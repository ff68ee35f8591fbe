"""`pmo mcp`: the tools for a client on this machine, such as a desktop's, that starts this command itself and speaks the Model Context Protocol to it."""
import asyncio

from bots.cli.connecting import connected, opened
from bots.cli.options import As


def mcp(who: As = "") -> int:
    """Speak the Model Context Protocol to a client that starts this itself; what would change something is confirmed on the page."""
    from assistant import bootstrap
    from assistant.served import reached
    from bots.mcp_server.by_stdio import serve

    settings, _ = opened()
    here = connected(who)
    asyncio.run(serve(bootstrap.outside(settings, here.assistant), here.who, reached(settings)))
    return 0
