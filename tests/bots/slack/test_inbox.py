"""What Slack handed over is answered, whatever dies: stored before it is acknowledged, taken up by the next process, never answered twice."""
import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
import json
from pathlib import Path
import shutil

import aiohttp
from aiohttp import web
import pytest

from assistant.jobs import jobs as door
from assistant.jobs.incoming import Incoming
from assistant.jobs.jobs import CLICKS, TALK, Jobs
from bots.slack import Behind, Keys, resuming, slack_app, work
from bots.slack.serving import client
from records import inbox
from records.database import Database
from records.errors import Conflict
from tests.bots.slack.conftest import CHANNEL, Scene, _office
from tests.fakes.assistant import StandIn
from tests.fakes.slack import BOT

ASKED = f"<@{BOT}> how is Apollo doing?"
NOW = datetime(2026, 11, 18, 9, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door, "POLL", dict.fromkeys(door.POLL, 0.02))


@pytest.fixture(scope="module")
def ready(bare_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database that a worker opened once. Not to be written to."""
    made = Path(shutil.copy(bare_file, tmp_path_factory.mktemp("inbox") / "pmo.db"))
    database = Database(f"sqlite:///{made}")
    Jobs(database).prepare()
    database.engine.dispose()
    return made


@pytest.fixture
def database(ready: Path, tmp_path: Path) -> Database:
    return Database(f"sqlite:///{shutil.copy(ready, tmp_path / 'pmo.db')}")


@asynccontextmanager
async def process(scene: Scene, stand_in: StandIn, database: Database, *, works: bool = True) -> AsyncIterator[Jobs]:
    """A process that serves Slack over HTTP, as often as one is started."""
    jobs = Jobs(database)
    async with aiohttp.ClientSession() as session:
        incoming = Incoming("slack", database, jobs, lambda: NOW)
        face = await slack_app(stand_in, client("xoxb-test", scene.slack.api_url, session), scene.slack.signing_secret, None, incoming)
        runner = web.AppRunner(face.bolt.web_app())
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        scene.slack.use_http(f"http://127.0.0.1:{runner.addresses[0][1]}/slack/events")
        if works:
            await asyncio.to_thread(jobs.start, asyncio.get_running_loop(), (TALK, CLICKS))
        yield jobs
        await runner.cleanup()
        await asyncio.to_thread(jobs.stop, 0.2)


@pytest.fixture
async def office() -> AsyncIterator[Scene]:
    async with _office() as scene:
        yield scene


@pytest.mark.slow
async def test_what_was_acknowledged_by_a_process_that_is_gone_is_answered_by_the_next_once(office: Scene, stand_in: StandIn, database: Database) -> None:
    async with process(office, stand_in, database, works=False):
        asked = await office.ana.say(CHANNEL, ASKED)
        again = await office.ana.deliver(asked)                 # Slack sends it once more
        assert office.slack.courier.deliveries[0].is_acknowledged
        assert again.is_acknowledged
        assert stand_in.asked == []
    async with process(office, stand_in, database) as jobs:
        assert "Apollo is off track" in (await office.ana.reply(asked)).everything
        await office.ana.deliver(asked)
        await settled(jobs)
    assert len(stand_in.asked) == 1
    assert len(office.ana.replies(asked)) == 1


async def test_what_cannot_be_stored_is_not_acknowledged_and_comes_again(office: Scene, stand_in: StandIn, database: Database,
                                                                        monkeypatch: pytest.MonkeyPatch) -> None:
    store, failing = inbox.store, iter([True, False])

    def fails_once(*args: object) -> set[str]:
        if next(failing, False):
            raise Conflict("somebody else writes")
        return store(*args)  # type: ignore[arg-type]
    monkeypatch.setattr(inbox, "store", fails_once)
    async with process(office, stand_in, database):
        asked = await office.ana.say(CHANNEL, ASKED)
        assert "Apollo is off track" in (await office.ana.reply(asked)).everything
    assert [a.status for a in office.slack.courier.deliveries[0].attempts] == [500, 200]


@pytest.mark.slow
async def test_a_turn_that_a_stop_broke_off_is_answered_by_the_next_process(office: Scene, stand_in: StandIn, database: Database) -> None:
    async with process(office, stand_in, database):
        asked = await office.ana.say(CHANNEL, f"<@{BOT}> slow: what is overdue?")
        await office.slack.workspace.until(lambda: stand_in.asked)
    assert office.ana.replies(asked) == []                      # nobody has to ask again
    stand_in.go.set()
    async with process(office, stand_in, database):
        assert "3 tasks are overdue" in (await office.ana.reply(asked)).everything


@pytest.mark.slow
async def test_a_message_left_growing_is_ended_and_becomes_the_whole_answer(office: Scene, stand_in: StandIn, database: Database) -> None:
    async with process(office, stand_in, database, works=False):
        asked = await office.ana.say(CHANNEL, f"<@{BOT}> say it aloud")
    async with aiohttp.ClientSession() as session:
        slack = client("xoxb-test", office.slack.api_url, session)
        growing = await slack.chat_startStream(channel=CHANNEL, thread_ts=asked.ts, recipient_team_id="T0OFFICE", recipient_user_id=office.ana.id,
                                               markdown_text="Apollo is")
    died_over(database, asked.ts, {"stream": growing["ts"]})
    async with process(office, stand_in, database) as jobs:
        await settled(jobs)
    first, *_ = office.ana.replies(asked)
    assert not first.is_open
    assert "Apollo is late. Decide soon." in first.everything
    assert sum("Decide soon" in m.everything for m in office.ana.replies(asked)) == 1


async def test_what_was_said_before_a_process_died_is_not_said_again(office: Scene, stand_in: StandIn, database: Database) -> None:
    async with process(office, stand_in, database, works=False):
        asked = await office.ana.say(CHANNEL, ASKED)
    async with aiohttp.ClientSession() as session:
        slack = client("xoxb-test", office.slack.api_url, session)
        await slack.chat_postMessage(channel=CHANNEL, thread_ts=asked.ts, text="Apollo is off track", unfurl_links=False,
                                     unfurl_media=False, metadata=resuming.mark(name(asked.ts), 0, "whole"))
    died_over(database, asked.ts, {})
    async with process(office, stand_in, database) as jobs:
        await settled(jobs)
    assert len(stand_in.asked) == 1
    assert len(office.ana.replies(asked)) == 1


@pytest.mark.slow
async def test_a_slack_that_is_away_is_waited_for(office: Scene, stand_in: StandIn, database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door, "FIRST_WAIT", 0.0)
    office.slack.fail("chat.postMessage", status=502, times=3)
    async with process(office, stand_in, database):
        assert "Apollo is off track" in (await office.ana.reply(await office.ana.say(CHANNEL, ASKED))).everything


async def test_a_worker_takes_nothing_and_answers_what_others_took(office: Scene, stand_in: StandIn, database: Database) -> None:
    async with process(office, stand_in, database, works=False):
        asked = await office.ana.say(CHANNEL, ASKED)
    jobs = Jobs(database)
    behind = Behind(None, Incoming("slack", database, jobs, lambda: NOW), lambda: asyncio.to_thread(jobs.stop, 0.2))
    await asyncio.to_thread(jobs.start, asyncio.get_running_loop(), (TALK, CLICKS))
    working = asyncio.create_task(work(stand_in, Keys("xoxb-test", "xapp-test", url=office.slack.api_url), behind=behind))
    assert "Apollo is off track" in (await office.ana.reply(asked)).everything
    assert not office.slack.sockets.connected.is_set()
    working.cancel()
    await asyncio.wait([working])


def name(ts: str) -> str:
    return f"slack:T0OFFICE:{CHANNEL}:{ts}"


def died_over(database: Database, ts: str, note: dict[str, str]) -> None:
    """What a process leaves that was killed in the middle of an answer."""
    arrived = inbox.Inbox(database)
    assert arrived.begin(name(ts))
    arrived.note(name(ts), json.dumps(note))


async def settled(jobs: Jobs) -> None:
    for _ in range(500):
        if not await asyncio.to_thread(jobs.waiting):
            return
        await asyncio.sleep(0.02)
    raise AssertionError("there is always more to do")
