"""What is asked in Slack is answered where it was asked, once, and only when the bot was addressed."""
import pytest

from tests.bots.slack.conftest import CHANNEL, Scene
from tests.fakes.assistant import StandIn
from tests.fakes.slack import BOT, TEAM

ASKED = f"<@{BOT}> how is Apollo doing?"


async def test_a_mention_is_answered_in_its_thread(either: Scene, stand_in: StandIn) -> None:
    asked = await either.ana.say(CHANNEL, ASKED)
    answer = await either.ana.reply(asked)
    assert answer.thread_ts == asked.ts
    assert "Apollo is off track" in answer.everything
    assert "🔺 red" in answer.everything
    assert [(q.id, q.who, q.thread, q.text, q.face) for q in stand_in.asked] == [
        (f"slack:{TEAM}:{CHANNEL}:{asked.ts}", "ana@sample.example", f"slack:{TEAM}:{CHANNEL}:{asked.ts}", "how is Apollo doing?", "slack")]


async def test_a_direct_message_is_answered_in_its_thread(either: Scene) -> None:
    asked = await either.ben.tell("what is overdue?")
    answer = await either.ben.reply(asked)
    assert (answer.thread_ts, answer.channel) == (asked.ts, either.ben.dm.id)
    assert "Move the login page" in answer.everything


async def test_a_reply_goes_on_in_its_thread(scene: Scene, stand_in: StandIn) -> None:
    first = await scene.ana.say(CHANNEL, ASKED)
    second = await scene.ana.say(CHANNEL, f"<@{BOT}> what is overdue?", thread=await scene.ana.reply(first))
    assert (await scene.ana.reply(second)).thread_ts == first.ts
    assert len({q.thread for q in stand_in.asked}) == 1


async def test_the_same_message_delivered_four_times_gets_one_answer(scene: Scene, stand_in: StandIn) -> None:
    asked = await scene.ana.write(CHANNEL, ASKED)
    for _ in range(3):
        await scene.ana.deliver(asked)
    await scene.ana.deliver(asked, type="app_mention")
    await scene.idle()
    assert len(stand_in.asked) == len(scene.ana.replies(asked)) == 1


async def test_an_event_that_is_sent_again_is_not_answered_again(scene: Scene, stand_in: StandIn) -> None:
    asked = await scene.ana.say(CHANNEL, ASKED)
    await scene.ana.reply(asked)
    await scene.slack.courier.event(scene.slack.courier.deliveries[-1].payload)
    await scene.idle()
    assert len(stand_in.asked) == len(scene.ana.replies(asked)) == 1


@pytest.mark.parametrize("said", [
    {"bot_id": "B0OTHER"}, {"subtype": "message_changed"}, {"subtype": "channel_join"}, {"edited": {"ts": "1.0"}}, {"channel_type": "channel"},
    {"user": BOT}, {"user": None}, {"hidden": True, "subtype": "message_deleted"},
])
async def test_what_is_not_said_to_the_bot_is_acknowledged_and_left_alone(scene: Scene, stand_in: StandIn, said: dict[str, object]) -> None:
    message = await scene.ana.write(scene.ana.dm.id, "how is Apollo doing?")
    delivery = await scene.ana.deliver(message, **said)
    await scene.idle()
    assert delivery.is_acknowledged
    assert not stand_in.asked


async def test_an_event_nobody_handles_is_acknowledged(scene: Scene) -> None:
    assert (await scene.slack.event({"type": "app_home_opened", "user": "U0ANA", "tab": "home"})).is_acknowledged


async def test_people_who_are_named_are_read_by_name(scene: Scene, stand_in: StandIn) -> None:
    await scene.ana.say(CHANNEL, f"<@{BOT}>: give <@U0BEN> the task “a &lt; b” in <#C0PMO|pmo>, see <https://example.com/x|the page> <!here>")
    await scene.ana.until(lambda: stand_in.asked)
    assert stand_in.asked[0].text == "give Ben Carter the task “a < b” in #pmo, see the page @here"


async def test_attached_files_are_not_passed_over_in_silence(scene: Scene) -> None:
    asked = await scene.ana.tell("what is overdue?", files=[{"id": "F1"}], subtype="file_share")
    assert "I have not looked at what you attached" in (await scene.ana.reply(asked)).everything


async def test_what_is_being_read_is_shown_until_the_answer_stands(scene: Scene, stand_in: StandIn) -> None:
    asked = await scene.ana.say(CHANNEL, f"{ASKED} slow")
    await scene.ana.until(lambda: scene.slack.workspace.statuses.get((CHANNEL, asked.ts)) == "is reading Apollo’s status…")
    assert scene.slack.sent("assistant.threads.setStatus")[-1]["loading_messages"] == ["Reading Apollo’s status…"]
    stand_in.go.set()
    await scene.ana.reply(asked)
    assert not scene.slack.workspace.statuses


async def test_an_answer_comes_also_where_slack_allows_no_status(scene: Scene) -> None:
    scene.slack.fail("assistant.threads.setStatus", times=9, error="not_allowed_token_type")
    asked = await scene.ana.say(CHANNEL, ASKED)
    assert "Apollo is off track" in (await scene.ana.reply(asked)).everything
