"""What goes wrong ends in one plain sentence; nothing is lost, and nothing of the inside is told."""
import asyncio
import re

import pytest

from assistant.messages import Answer, Question
from bots.slack import Keys, running, serve, serving
from bots.slack.rendering import NOTHING
from reports.blocks import Choices, Table
from tests.bots.slack.conftest import CHANNEL, Scene, World, over_sockets
from tests.fakes.assistant import StandIn
from tests.fakes.slack import BOT, AppDidNotAcknowledge, FakeSlack
from tests.fakes.slack.delivery import HttpTransport
from tests.fakes.slack.people import buttons

ASKED = f"<@{BOT}> how is Apollo doing?"


async def test_a_crash_is_told_with_a_reference_that_the_log_knows(scene: Scene, caplog: pytest.LogCaptureFixture) -> None:
    answer = await scene.ana.reply(await scene.ana.say(CHANNEL, f"<@{BOT}> crash"))
    reference = re.fullmatch(running.FAILED.format(reference=r"(\w{6})"), answer.text)
    assert reference
    assert reference[1] in caplog.text
    assert "secret" not in answer.everything


async def test_a_burst_is_acknowledged_while_the_answers_are_made(scene: Scene, stand_in: StandIn) -> None:
    asked = await asyncio.gather(*(scene.ana.say(CHANNEL, f"<@{BOT}> slow: what is overdue? {n}") for n in range(10)))
    deliveries = scene.slack.courier.deliveries
    assert len(deliveries) == 10
    assert all(d.is_acknowledged and len(d.attempts) == 1 and d.attempts[0].seconds < 1 for d in deliveries)
    assert len(scene.ana.replies(asked[0])) == 0
    stand_in.go.set()
    await scene.idle()
    assert {m.thread_ts for m in scene.ana.replies(asked[0])} == {m.ts for m in asked}


@pytest.mark.slow
async def test_slacks_limit_is_waited_out(scene: Scene) -> None:
    scene.slack.fail("chat.postMessage", status=429, retry_after=0)
    assert "Apollo is off track" in (await scene.ana.reply(await scene.ana.say(CHANNEL, ASKED))).everything


async def test_refused_blocks_leave_the_words(scene: Scene) -> None:
    scene.slack.fail("chat.postMessage", error="invalid_blocks", times=2)
    answer = await scene.ana.reply(await scene.ana.say(CHANNEL, ASKED))
    assert answer.blocks == []
    assert "Apollo is off track" in answer.text


async def test_a_slack_without_tables_gets_them_as_lists_and_keeps_the_buttons(scene: Scene, stand_in: StandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = tuple((f"APOLLO-T-{n}", "a title") for n in range(1, 15))

    async def asking(question: Question, *_: object) -> Answer:
        return Answer(question.thread, (Table("Tasks", ("task", "title"), rows), Choices("", ("what is overdue?",))))
    monkeypatch.setattr(stand_in, "answer", asking)
    scene.slack.fail("chat.postMessage", error="invalid_blocks")
    answer = await scene.ana.reply(await scene.ana.tell("list all tasks"))
    assert [block["type"] for block in answer.blocks] == ["rich_text", "rich_text", "context", "actions"]
    assert "APOLLO-T-10" in answer.everything
    assert "and 4 more that are not shown" in answer.everything
    assert buttons(answer) == ["what is overdue?"]


async def test_who_waits_when_it_stops_is_told(scene: Scene, stand_in: StandIn) -> None:
    asked = await scene.ana.say(CHANNEL, f"<@{BOT}> slow: what is overdue?")
    await scene.running.close(patience=0.05)
    assert (await scene.ana.reply(asked)).text == running.STOPPED
    stand_in.go.set()


async def test_a_forged_request_is_refused(scene: Scene, stand_in: StandIn) -> None:
    preview = await scene.ana.reply(await scene.ana.say(CHANNEL, f"<@{BOT}> create a task Order the rack"))
    transport = scene.slack.courier.transport
    assert isinstance(transport, HttpTransport)
    transport.secret = "a guess"
    with pytest.raises(AppDidNotAcknowledge):
        await scene.ana.click(preview, "confirm")
    assert [a.status for a in (await scene.ana.deliver(await scene.ana.write(CHANNEL, ASKED))).attempts] == [401] * 4
    assert len(stand_in.asked) == 1


async def test_events_go_on_after_slack_asks_to_connect_anew(stand_in: StandIn) -> None:
    async with over_sockets(stand_in) as scene:
        await scene.slack.sockets.refresh()
        await asyncio.wait_for(scene.slack.sockets.connected.wait(), 5)
        assert "Apollo is off track" in (await scene.ana.reply(await scene.ana.say(CHANNEL, ASKED))).everything


async def test_what_bolt_would_read_from_the_environment_has_no_say(stand_in: StandIn, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET", "SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET", "SLACK_VERIFICATION_TOKEN"):
        monkeypatch.setenv(name, "another")
    async with world(stand_in) as scene:
        assert "Apollo is off track" in (await scene.ana.reply(await scene.ana.say(CHANNEL, ASKED))).everything


@pytest.mark.slow
async def test_a_slack_that_is_down_for_a_moment_is_waited_for(stand_in: StandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving, "LONGEST_WAIT", 0.0)
    async with FakeSlack() as slack:
        slack.fail("auth.test", status=502, times=2)
        served = asyncio.create_task(serve(stand_in, Keys("xoxb-test", "xapp-test", url=slack.api_url)))
        await asyncio.wait_for(slack.sockets.connected.wait(), 5)
        served.cancel()


async def test_an_answer_without_a_word_is_still_an_answer(scene: Scene, monkeypatch: pytest.MonkeyPatch, stand_in: StandIn) -> None:
    async def mute(question: Question, *_: object) -> Answer:
        return Answer(question.thread, ())
    monkeypatch.setattr(stand_in, "answer", mute)
    assert (await scene.ana.reply(await scene.ana.tell("what is overdue?"))).text == NOTHING


@pytest.mark.parametrize("keys", [("xoxb-wrong", "xapp-test"), ("xoxb-test", "xapp-wrong")])
async def test_refused_tokens_are_said_and_leave_the_others_in_peace(stand_in: StandIn, keys: tuple[str, str], caplog: pytest.LogCaptureFixture) -> None:
    async with FakeSlack() as slack:
        served = asyncio.create_task(serve(stand_in, Keys(*keys, url=slack.api_url)))
        await slack.workspace.until(lambda: any(answer.get("error") == "invalid_auth" for _, answer in slack.calls))
        await asyncio.wait([served], timeout=0.05)
        assert not served.done()
        assert "it refused the tokens (invalid_auth)" in caplog.text
        served.cancel()
