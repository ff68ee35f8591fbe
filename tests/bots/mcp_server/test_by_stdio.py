"""`pmo mcp` as a desktop client starts it: a process of its own that speaks the protocol and nothing else, as one person."""
import os
from pathlib import Path
import sys

from mcp import Client, StdioServerParameters
import pytest

from tests.bots.mcp_server.conftest import OLD, text


@pytest.mark.slow
async def test_a_client_starts_it_and_speaks_for_one_person(home: Path) -> None:
    env = {**os.environ, "PMO_HOME": str(home), "PMO_NOW": "2026-11-18T09:00", "PMO_PUBLIC_URL": "https://pmo.office.example"}
    async with Client(StdioServerParameters(command=sys.executable, args=["-m", "bots", "mcp", "--as", "Ben Okafor"], env=env), mode=OLD) as client:
        mine = await client.call_tool("my_work", {})
        waits = await client.call_tool("create_record", {"kind": "task", "values": {"title": "Sweep", "project": "Apollo"}})
    assert "Start with APOLLO-I-2 The invoice list shows a wrong total" in text(mine)
    assert "waits until ben@northlight.example confirms it, signed in, at https://pmo.office.example/proposals/P-" in text(waits)
