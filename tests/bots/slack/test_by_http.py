"""An installation that Slack reaches by HTTP: signed requests are answered, others and large ones are not read."""
import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress

import aiohttp
import pytest

from bots.slack import Keys, serve
from tests.bots.slack.conftest import CHANNEL, Scene, _office
from tests.fakes.assistant import StandIn
from tests.fakes.slack import BOT


@pytest.fixture
async def served() -> AsyncIterator[tuple[Scene, str]]:
    async with _office() as scene:
        told: asyncio.Queue[str] = asyncio.Queue()
        keys = Keys("xoxb-test", "", scene.slack.signing_secret, scene.slack.api_url, port=0)
        serving = asyncio.create_task(serve(StandIn(), keys, told.put_nowait))
        url = (await asyncio.wait_for(told.get(), 5)).rstrip(".").rpartition(" ")[2]
        scene.slack.use_http(url)
        yield scene, url
        serving.cancel()
        with suppress(asyncio.CancelledError):
            await serving


async def test_a_mention_that_comes_by_http_is_answered(served: tuple[Scene, str]) -> None:
    scene, _ = served
    asked = await scene.ana.say(CHANNEL, f"<@{BOT}> how is Apollo doing?")
    assert "Apollo is off track" in (await scene.ana.reply(asked)).everything


async def test_what_is_not_signed_or_too_large_is_refused(served: tuple[Scene, str]) -> None:
    _, url = served
    signed = {"X-Slack-Request-Timestamp": "1", "X-Slack-Signature": "v0=0"}
    async with aiohttp.ClientSession() as session:
        for headers, body, status in (({}, b"{}", 401), ({**signed, "X-Slack-Request-Timestamp": "abc"}, b"{}", 401), (signed, b"{}", 401),
                                      (signed, b"x" * 2_000_000, 413)):
            async with session.post(url, data=body, headers=headers) as answer:
                assert answer.status == status
