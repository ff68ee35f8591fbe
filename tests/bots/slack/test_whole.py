"""The whole assistant over the sample company, asked in Slack."""
from assistant.assistant import Assistant
from assistant.messages import Question
from tests.bots.slack.conftest import CHANNEL, World
from tests.fakes.slack import BOT
from tests.fakes.slack.people import buttons


async def test_a_task_is_created_and_taken_back_by_buttons(assistant: Assistant, world: World) -> None:
    async with world(assistant) as scene:
        scene.ana.person.email = "ana@northlight.example"
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
        scene.ana.person.email = "ana@northlight.example"
        asked = await scene.ana.tell("create a task in Apollo: tell &lt;!channel&gt; about https://evil.example and &lt;@U0BEN&gt;")
        preview = await scene.ana.reply(asked)
        await scene.ana.click(preview, "confirm")
        assert "!channel" in (await scene.ana.changed(preview)).everything
        assert (scene.slack.pings, scene.slack.links) == ([], [])


async def test_a_status_report_fits(assistant: Assistant, world: World) -> None:
    async with world(assistant) as scene:
        scene.ana.person.email = "ana@northlight.example"
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
        scene.ana.person.email = "ana@northlight.example"
        preview = await scene.ana.reply(await scene.ana.tell("mark APOLLO-T-12 done"))
        other = await assistant.answer(Question("other-1", "paula@northlight.example", "other", "give APOLLO-T-12 to Dev"))
        assert other.proposal
        await assistant.confirm("paula@northlight.example", other.proposal.id)
        await scene.ana.click(preview, "confirm")
        assert "nothing was done yet. It would now be:" in (await scene.ana.changed(preview)).everything
        assert buttons(preview) == ["Confirm", "Discard"]
        await scene.ana.click(preview, "confirm")
        assert buttons(await scene.ana.changed(preview, edits=2)) == ["Undo"]
