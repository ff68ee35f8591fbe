"""Buttons: a preview becomes its receipt, and that its undoing, in the same message; only for who asked."""
import asyncio

import pytest

from bots.slack import clicking
from tests.bots.slack.conftest import CHANNEL, Scene
from tests.fakes.assistant import StandIn
from tests.fakes.slack import BOT, Message
from tests.fakes.slack.people import buttons


async def previewed(scene: Scene) -> Message:
    asked = await scene.ana.say(CHANNEL, f"<@{BOT}> create a task Order the rack")
    return await scene.ana.reply(asked)


async def test_a_preview_is_confirmed_and_undone_in_the_same_message(either: Scene) -> None:
    preview = await previewed(either)
    assert "Nothing is changed yet." in preview.everything
    assert "Fri 6 Nov 2026 → " in preview.everything
    assert buttons(preview) == ["Confirm", "Discard"]
    await either.ana.click(preview, "confirm")
    receipt = await either.ana.changed(preview)
    assert "Done: create the task Order the rack" in receipt.everything
    assert buttons(receipt) == ["Undo"]
    await either.ana.click(receipt, "undo")
    assert "Undone: change #7" in (await either.ana.changed(preview, edits=2)).everything
    assert either.ana.replies(preview) == []


async def test_a_preview_is_discarded(scene: Scene) -> None:
    preview = await previewed(scene)
    await scene.ana.click(preview, "discard")
    assert (await scene.ana.changed(preview)).text == "Discarded; nothing was changed."
    assert buttons(preview) == []


@pytest.mark.parametrize("click", ["confirm", "discard"])
async def test_another_persons_click_changes_nothing_and_is_answered_to_them_alone(scene: Scene, stand_in: StandIn, click: str) -> None:
    preview = await previewed(scene)
    await scene.ben.click(preview, click)
    told = await scene.ben.reply(preview)
    assert (told.audience, told.thread_ts) == (scene.ben.id, preview.thread_ts)
    assert told.text == clicking.NOT_YOURS.format(asker="Ana Petrova")
    assert (preview.edits, stand_in.clicks) == (0, [])
    assert told not in scene.ana.sees(CHANNEL)


async def test_a_double_click_is_answered_twice_and_counts_once(scene: Scene, stand_in: StandIn) -> None:
    preview = await previewed(scene)
    await asyncio.gather(scene.ana.click(preview, "confirm"), scene.ana.click(preview, "confirm"))
    await scene.ana.changed(preview, edits=2)
    assert len(stand_in.clicks) == 2
    assert "Done: create the task Order the rack" in preview.everything


async def test_a_click_that_is_refused_says_why_and_takes_its_buttons_away(scene: Scene, stand_in: StandIn) -> None:
    preview = await previewed(scene)
    stand_in.pending.clear()
    await scene.ana.click(preview, "confirm")
    assert "There is no such proposal of yours." in (await scene.ana.changed(preview)).everything
    assert "Create the task Order the rack" in preview.everything
    assert buttons(preview) == []


async def test_a_choice_is_asked_as_if_it_were_typed_and_once(scene: Scene, stand_in: StandIn) -> None:
    asked = await scene.ana.say(CHANNEL, f"<@{BOT}> what does Sam do?")
    choices = await scene.ana.reply(asked)
    assert buttons(choices) == ["what does Sam Fisher do?", "what does Sam Stone do?"]
    block_id, element = next((b["block_id"], b["elements"][0]) for b in choices.blocks if b["type"] == "actions")
    await scene.ana.press(choices, block_id, element)
    await scene.ana.press(choices, block_id, element)
    await scene.idle()
    assert [q.text for q in stand_in.asked] == ["what does Sam do?", "what does Sam Fisher do?"]
    assert "→ what does Sam Fisher do?" in choices.everything
    assert buttons(choices) == []
    assert {q.thread for q in stand_in.asked} == {stand_in.asked[0].thread}


async def test_another_person_is_asked_to_ask_themselves(scene: Scene, stand_in: StandIn) -> None:
    choices = await scene.ana.reply(await scene.ana.say(CHANNEL, f"<@{BOT}> what does Sam do?"))
    await scene.ben.click(choices, "ask:0")
    assert "Mention me with your own question" in (await scene.ben.reply(choices)).text
    assert len(stand_in.asked) == 1


async def test_an_answer_stands_in_the_thread_where_its_message_is_gone(scene: Scene) -> None:
    preview = await previewed(scene)
    scene.slack.fail("chat.update", error="message_not_found")
    await scene.ana.click(preview, "confirm")
    assert "Done: create the task Order the rack" in (await scene.ana.reply(preview)).everything
