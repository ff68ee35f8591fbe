"""The whole assistant over the sample company, asked in Slack."""
from datetime import timedelta
from pathlib import Path

import pytest

from assistant import bootstrap
from assistant.assistant import Assistant
from assistant.messages import Question
from assistant.settings import Settings
from tests.bots.slack.conftest import CHANNEL, Scene, World
from tests.conftest import NOW
from tests.conversations.test_dialogues import applied
from tests.fakes.slack import BOT, TEAM, Message
from tests.fakes.slack.people import buttons

ANA, PAULA = "ana@northlight.example", "paula@northlight.example"
TASK = "create a task for me: check the loading dock, by next Friday"


async def test_a_task_is_created_and_taken_back_by_buttons(assistant: Assistant, world: World) -> None:
    async with world(assistant) as scene:
        scene.ana.person.email = ANA
        asked = await scene.ana.say(CHANNEL, f"<@{BOT}> create a task for me to fix the login page by next Friday, 6h")
        preview = await scene.ana.reply(asked)
        assert "Fix the login page" in preview.everything
        assert "Fri 27 Nov 2026" in preview.everything
        await scene.ana.click(preview, "confirm")
        receipt = await scene.ana.changed(preview)
        assert buttons(receipt) == ["Undo"]
        await scene.ana.click(receipt, "undo")
        assert "Undone: change #" in (await scene.ana.changed(preview, edits=2)).everything


async def test_a_record_with_a_hostile_name_pings_nobody(assistant: Assistant, world: World) -> None:
    async with world(assistant) as scene:
        scene.ana.person.email = ANA
        asked = await scene.ana.tell("create a task in Apollo: tell &lt;!channel&gt; about https://evil.example and &lt;@U0BEN&gt;")
        preview = await scene.ana.reply(asked)
        await scene.ana.click(preview, "confirm")
        assert "!channel" in (await scene.ana.changed(preview)).everything
        assert (scene.slack.pings, scene.slack.links) == ([], [])


async def test_a_status_report_fits(assistant: Assistant, world: World) -> None:
    async with world(assistant) as scene:
        scene.ana.person.email = ANA
        asked = await scene.ana.say(CHANNEL, f"<@{BOT}> write a status report for Apollo")
        await scene.ana.reply(asked)
        await scene.idle()
        told = scene.ana.replies(asked)
        assert "Apollo" in told[0].text
        assert all(message.blocks and message.thread_ts == asked.ts for message in told)


async def test_somebody_the_office_does_not_know_is_told_so(assistant: Assistant, world: World) -> None:
    async with world(assistant) as scene:
        answer = await scene.ana.reply(await scene.ana.tell("how is Apollo doing?"))
        assert "I don't know you here yet." in answer.everything
        assert "Apollo" not in answer.everything


async def test_a_preview_that_went_stale_is_shown_afresh_in_its_place(assistant: Assistant, world: World) -> None:
    async with world(assistant) as scene:
        scene.ana.person.email = ANA
        preview = await scene.ana.reply(await scene.ana.tell("mark APOLLO-T-12 done"))
        other = await assistant.answer(Question("other-1", PAULA, "other", "give APOLLO-T-12 to Dev"))
        assert other.proposal
        await assistant.confirm(PAULA, other.proposal.id)
        await scene.ana.click(preview, "confirm")
        assert "nothing was done yet. It would now be:" in (await scene.ana.changed(preview)).everything
        assert buttons(preview) == ["Confirm", "Edit", "Discard"]
        await scene.ana.click(preview, "confirm")
        assert buttons(await scene.ana.changed(preview, edits=2)) == ["Undo"]


async def test_a_direct_message_sent_four_times_is_answered_once(assistant: Assistant, world: World) -> None:
    async with world(assistant) as scene:
        scene.ana.person.email = ANA
        asked = await scene.ana.tell("how is Apollo doing?")
        for _ in range(3):
            await scene.ana.deliver(asked)
        await scene.idle()
        answer, = scene.ana.replies(asked)
        assert answer.thread_ts == asked.ts
        assert "Apollo is off track" in answer.everything


async def test_a_message_that_comes_again_after_a_restart_is_the_same_turn(assistant: Assistant, settings: Settings, world: World) -> None:
    async with world(assistant) as scene:
        scene.ana.person.email = ANA
        asked = await scene.ana.tell(TASK)
        first = await scene.ana.reply(asked)
    again = await bootstrap.assistant(settings).answer(
        Question(f"slack:{TEAM}:{asked.channel}:{asked.ts}", ANA, f"slack:{TEAM}:{asked.channel}:{asked.ts}", TASK))
    assert again.proposal
    assert again.proposal.id in {element["value"] for block in first.blocks if block["type"] == "actions" for element in block["elements"]}


async def test_a_discarded_preview_changes_nothing(assistant: Assistant, home: Path, world: World) -> None:
    async with world(assistant) as scene:
        preview, before = await previewed(scene), applied(home)
        await scene.ana.click(preview, "discard")
        assert (await scene.ana.changed(preview)).text == "Discarded; nothing was changed."
        assert applied(home) == before


async def test_somebody_elses_click_changes_nothing(assistant: Assistant, home: Path, world: World) -> None:
    async with world(assistant) as scene:
        scene.ben.person.email = "ben@northlight.example"
        preview, before = await previewed(scene), applied(home)
        await scene.ben.click(preview, "confirm")
        told = await scene.ben.reply(preview)
        assert told.audience == scene.ben.id
        assert "Nothing was changed." in told.text
        assert (preview.edits, applied(home)) == (0, before)


async def test_a_second_confirm_says_that_it_was_done_already(assistant: Assistant, home: Path, world: World) -> None:
    async with world(assistant) as scene:
        preview, before = await previewed(scene), applied(home)
        block_id, confirm = next((b["block_id"], b["elements"][0]) for b in preview.blocks if b["type"] == "actions")
        await scene.ana.press(preview, block_id, confirm)
        await scene.ana.changed(preview)
        await scene.ana.press(preview, block_id, confirm)
        assert "That was done already, as change #" in (await scene.ana.changed(preview, edits=2)).everything
        assert buttons(preview) == ["Undo"]
        assert applied(home) == before + 1


async def test_an_expired_preview_is_shown_again_in_its_place(assistant: Assistant, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    async with world(assistant) as scene:
        preview = await previewed(scene)
        monkeypatch.setattr(assistant, "_clock", lambda: NOW + timedelta(days=2))
        await scene.ana.click(preview, "confirm")
        assert "This preview had expired, so nothing was done yet." in (await scene.ana.changed(preview)).everything
        assert buttons(preview) == ["Confirm", "Edit", "Discard"]
        await scene.ana.click(preview, "confirm")
        assert buttons(await scene.ana.changed(preview, edits=2)) == ["Undo"]


async def test_a_change_that_is_forbidden_by_now_is_refused_in_its_place(assistant: Assistant, world: World) -> None:
    async with world(assistant) as scene:
        preview = await previewed(scene)
        demoted = await assistant.call(PAULA, "change_records", {"kind": "person", "where": {"key": "P-2"}, "values": {"role": "viewer"}})
        assert demoted.proposal
        assert not (await assistant.confirm(PAULA, demoted.proposal.id)).error
        await scene.ana.click(preview, "confirm")
        assert "As a viewer you may not change tasks; a project manager or the PMO admin may." in (await scene.ana.changed(preview)).everything
        assert "Check the loading dock" in preview.everything
        assert "Nothing is changed yet" not in preview.everything         # it waits no longer
        assert buttons(preview) == []


async def previewed(scene: Scene) -> Message:
    """A preview of Ana's that waits in #pmo."""
    scene.ana.person.email = ANA
    return await scene.ana.reply(await scene.ana.say(CHANNEL, f"<@{BOT}> {TASK}"))
