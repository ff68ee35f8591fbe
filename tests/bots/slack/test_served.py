"""`pmo serve` connects to Slack by its settings alone, beside the page, and links that are asked for on the page come in Slack."""
import asyncio
import json
import os
from pathlib import Path
import re
import sys
from typing import Any
from urllib.request import Request, urlopen

import pytest

from tests.fakes.slack import FakeSlack
from tests.house.walls import TOP


def post(url: str, said: dict[str, str]) -> Any:
    request = Request(url, json.dumps(said).encode(), {"Content-Type": "application/json"})  # noqa: S310 - of this machine
    with urlopen(request, timeout=30) as answer:  # noqa: S310
        return json.load(answer)


@pytest.mark.slow
async def test_the_served_house_answers_in_slack_and_lets_people_in_by_it(home: Path) -> None:
    async with FakeSlack() as slack:
        ana = slack.person("U0ANA", "Ana Ruiz", "ana@northlight.example")
        settings = {"PMO_HOME": str(home), "PMO_NOW": "2026-11-18T09:00", "PMO_PORT": "0", "PMO_SLACK_API_URL": slack.api_url,
                    "SLACK_BOT_TOKEN": "xoxb-test", "SLACK_APP_TOKEN": "xapp-test", "PATH": os.environ["PATH"]}
        served = await asyncio.create_subprocess_exec(sys.executable, "-m", "bots", "serve", cwd=TOP, env=settings, stderr=asyncio.subprocess.PIPE)
        assert served.stderr
        try:
            before = (await asyncio.wait_for(served.stderr.readuntil(b"docs;"), 120)).decode()
            await asyncio.wait_for(slack.sockets.connected.wait(), 120)
            answer = await ana.reply(await ana.tell("how is Apollo doing?"))
            assert "Apollo is off track" in answer.everything
            page = re.findall(r"http://127\.0\.0\.1:\d+", before)[0]
            await asyncio.to_thread(post, f"{page}/api/v1/sign-in/link", {"email": "ana@northlight.example", "next": "/portfolio"})
            letter = await ana.until(lambda: next((m for m in slack.workspace.channels[ana.dm.id].messages if "/sign-in/" in str(m.blocks)), None))
            secret = re.findall(r"/sign-in/([\w-]+)\?next=/portfolio", str(letter.blocks))[0]
            assert await asyncio.to_thread(post, f"{page}/api/v1/session", {"secret": secret, "next": "/portfolio"}) == {"goes": "/portfolio"}
        finally:
            served.terminate()
            _, said = await asyncio.wait_for(served.communicate(), 15)
        assert "Slack is connected" in before + said.decode()
        assert "Traceback" not in before + said.decode()
