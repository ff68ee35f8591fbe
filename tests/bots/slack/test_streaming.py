"""A model's sentences stand in Slack while they are said; where they cannot, the answer comes whole and once."""
import pytest

from bots.slack import streaming
from bots.slack.streaming import MOST, PERIOD, Budget
from tests.bots.slack.conftest import CHANNEL, Scene
from tests.fakes.assistant import StandIn
from tests.fakes.slack import BOT

ASKED = f"<@{BOT}> say it aloud"
FIRST = "Apollo is late. Decide soon."


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nobody wait a second for the next piece."""
    monkeypatch.setattr(streaming, "EVERY", 0.0)


async def test_the_first_texts_grow_in_one_message_and_the_rest_follows_once(scene: Scene) -> None:
    asked = await scene.ana.say(CHANNEL, ASKED)
    await scene.idle()
    first, *rest = scene.ana.replies(asked)
    assert (first.text, first.is_open, first.thread_ts) == (FIRST, False, asked.ts)
    others = "\n".join(m.everything for m in rest)
    assert FIRST not in others
    assert "Move the login page" in others
    assert "Then rest." in others


async def test_a_direct_message_streams_too(scene: Scene) -> None:
    asked = await scene.ben.tell("say it aloud")
    await scene.idle()
    assert scene.ben.replies(asked)[0].text == FIRST


@pytest.mark.parametrize("method", ["chat.startStream", "chat.stopStream"])
async def test_where_a_growing_message_fails_the_whole_answer_is_posted(scene: Scene, method: str) -> None:
    scene.slack.fail(method, error="channel_type_not_supported")
    asked = await scene.ana.say(CHANNEL, ASKED)
    await scene.idle()
    posted = scene.slack.sent("chat.postMessage")
    assert FIRST in posted[0]["text"]
    assert "Then rest." in scene.ana.replies(asked)[-1].everything


async def test_an_answer_that_is_not_said_piece_by_piece_begins_no_growing_message(scene: Scene) -> None:
    await scene.ana.say(CHANNEL, f"<@{BOT}> how is Apollo doing?")
    await scene.idle()
    assert scene.slack.sent("chat.startStream") == []


async def test_a_turn_that_fails_leaves_no_message_growing(scene: Scene, stand_in: StandIn) -> None:
    asked = await scene.ana.say(CHANNEL, f"<@{BOT}> say it aloud and crash")
    await scene.idle()
    assert len(stand_in.asked) == 1
    assert not any(m.is_open for m in scene.ana.replies(asked))


def test_more_than_slack_lets_begin_in_a_minute_are_not_begun() -> None:
    now = [0.0]
    budget = Budget(lambda: now[0])
    assert [budget.take() for _ in range(MOST + 1)] == [True] * MOST + [False]
    now[0] = PERIOD
    assert budget.take()
