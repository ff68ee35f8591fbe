"""`pmo serve` connects to Slack by its settings alone, beside the page."""
import asyncio
import os
from pathlib import Path
import sys

import pytest

from tests.fakes.slack import FakeSlack
from tests.house.walls import TOP


@pytest.mark.slow
async def test_the_served_house_answers_in_slack(home: Path) -> None:
    async with FakeSlack() as slack:
        ana = slack.person("U0ANA", "Ana Ruiz", "ana@northlight.example")
        settings = {"PMO_HOME": str(home), "PMO_NOW": "2026-11-18T09:00", "PMO_SAMPLE": "true", "PMO_PORT": "0", "PMO_SLACK_API_URL": slack.api_url,
                    "SLACK_BOT_TOKEN": "xoxb-test", "SLACK_APP_TOKEN": "xapp-test", "PATH": os.environ["PATH"]}
        served = await asyncio.create_subprocess_exec(sys.executable, "-m", "bots", "serve", cwd=TOP, env=settings, stderr=asyncio.subprocess.PIPE)
        try:
            await asyncio.wait_for(slack.sockets.connected.wait(), 30)
            answer = await ana.reply(await ana.tell("how is Apollo doing?"))
            assert "Apollo is off track" in answer.everything
        finally:
            served.terminate()
            _, said = await asyncio.wait_for(served.communicate(), 15)
        assert "Slack is connected" in said.decode()
        assert "Traceback" not in said.decode()
