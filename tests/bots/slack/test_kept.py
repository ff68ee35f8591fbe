"""The same journeys with everything that comes in stored before it is acknowledged, as `pmo serve` does: messages, clicks, forms, files, the way in and out."""
import asyncio
from collections.abc import AsyncIterator

import aiohttp
from aiohttp import web
import pytest

from assistant.jobs import jobs as door
from assistant.jobs.incoming import Incoming
from assistant.jobs.jobs import CLICKS, TALK, Jobs
from bots.slack import slack_app
from bots.slack.serving import client
from records.database import Database
from tests.bots.slack.conftest import Company, Northlight, _office
from tests.conftest import NOW
from tests.fakes.slack import Actor, Message
from tests.fakes.slack.people import buttons

TASKS = b"title,project,owner,due,hours\nHang the flags,Apollo,Ana Ruiz,2026-12-01,6\n"


@pytest.fixture
async def people(company: Company, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Northlight]:
    monkeypatch.setattr(door, "POLL", dict.fromkeys(door.POLL, 0.02))
    database = Database(company.settings.url)
    jobs = Jobs(database)
    await asyncio.to_thread(jobs.prepare)
    async with _office() as scene, aiohttp.ClientSession() as session:
        incoming = Incoming("slack", database, jobs, lambda: NOW)
        face = await slack_app(company.assistant, client("xoxb-test", scene.slack.api_url, session), scene.slack.signing_secret, company.office, incoming)
        runner = web.AppRunner(face.bolt.web_app())
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        scene.slack.use_http(f"http://127.0.0.1:{runner.addresses[0][1]}/slack/events")
        await asyncio.to_thread(jobs.start, asyncio.get_running_loop(), (TALK, CLICKS))
        yield Northlight(scene)
        await runner.cleanup()
        await asyncio.to_thread(jobs.stop, 0.2)


@pytest.mark.slow
async def test_everything_that_people_do_goes_through_what_is_kept(people: Northlight) -> None:
    ana, paula, carla = people.ana, people.paula, people.carla
    await ana.shortcut("new_task")
    start = await ana.write(ana.dm.id, "-")
    assert await ana.submit(title="Order the rack", owner="ben") == {}
    receipt = await with_buttons(ana, start)
    await ana.click(receipt, "undo")
    assert "Undone" in (await ana.changed(receipt)).text
    asked = await ana.reply(await ana.drop(ana.dm.id, "", "flags.csv", TASKS))
    await ana.click(asked, "hand:import")
    preview = await with_buttons(ana, asked)
    await ana.click(preview, "confirm")
    assert "Hang the flags" in (await ana.changed(preview)).everything
    refused = await with_buttons(carla, await carla.tell("move APOLLO-T-12 to next Friday"))
    mark = await ana.write(ana.dm.id, "-")
    await carla.click(refused, "ask:0")
    wish = await with_buttons(ana, mark)
    await ana.click(wish, "discard")
    assert (await ana.changed(wish)).text == "Discarded; nothing was changed."
    kim, before = people.slack.person("U0KIM", "Kim Newcomer", "kim@northlight.example"), await paula.write(paula.dm.id, "-")
    await kim.click(await with_buttons(kim, await kim.tell("hello")), "enter:ask")
    await paula.click(letter := await with_buttons(paula, before), "enter:let:member")
    assert "Kim Newcomer" in (await paula.changed(letter)).text
    kim.person.deleted, later = True, await paula.write(paula.dm.id, "-")
    await people.slack.event({"type": "user_change", "user": kim.person.as_json()})
    assert "Kim Newcomer’s Slack account was closed" in (await paula.reply(later)).text


async def with_buttons(who: Actor, after: Message) -> Message:
    found: Message = await who.until(lambda: next((m for m in who.replies(after) if buttons(m)), None))
    return found
