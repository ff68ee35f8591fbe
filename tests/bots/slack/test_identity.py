"""Who may ask: members of the workspace with a proven address. Everybody else is told so, politely and alone."""
import pytest

from bots.slack import identity
from bots.slack.answering import OUTSIDE
from tests.bots.slack.conftest import CHANNEL, Scene
from tests.fakes.assistant import StandIn
from tests.fakes.slack import BOT

ASKED = f"<@{BOT}> how is Apollo doing?"


@pytest.mark.parametrize(("person", "told"), [
    ({"is_guest": True}, identity.OUTSIDER), ({"team": "T0OTHER"}, identity.OUTSIDER), ({"deleted": True}, identity.OUTSIDER),
    ({"is_bot": True}, identity.OUTSIDER), ({"email": ""}, identity.NO_EMAIL), ({"is_confirmed": False}, identity.UNPROVEN),
])
async def test_nobody_without_a_proven_address_here_is_answered(scene: Scene, stand_in: StandIn, person: dict[str, object], told: str) -> None:
    eve = scene.slack.person("U0EVE", "Ana Petrova", **{"email": "ana@sample.example", **person})  # type: ignore[arg-type]  # a table of cases
    scene.slack.workspace.channels[CHANNEL].members.add(eve.id)
    asked = await eve.say(CHANNEL, ASKED)
    answer = await eve.reply(asked)
    assert (answer.text, answer.audience) == (told, eve.id)
    assert not stand_in.asked


async def test_a_person_the_office_does_not_know_is_told_so(scene: Scene) -> None:
    sam = scene.slack.person("U0SAM", "Sam Stranger", "sam@elsewhere.example")
    asked = await sam.tell("how is Apollo doing?")
    answer = await sam.reply(asked)
    assert "I don’t know you here yet." in answer.text
    assert "Apollo" not in answer.everything


async def test_a_member_is_looked_up_once(scene: Scene) -> None:
    for _ in range(3):
        await scene.ana.reply(await scene.ana.say(CHANNEL, ASKED))
    assert len(scene.slack.sent("users.info")) == 1


async def test_what_is_mended_in_slack_counts_at_once(scene: Scene) -> None:
    scene.ana.person.is_confirmed = False
    await scene.ana.reply(await scene.ana.tell("what is overdue?"))
    scene.ana.person.is_confirmed = True
    assert "Move the login page" in (await scene.ana.reply(await scene.ana.tell("what is overdue?"))).everything


async def test_a_channel_shared_with_another_company_gets_no_answer(scene: Scene, stand_in: StandIn) -> None:
    scene.slack.workspace.add_channel("C0BOTH", "both", {scene.ana.id, BOT}, is_shared=True)
    asked = await scene.ana.say("C0BOTH", ASKED)
    assert (await scene.ana.reply(asked)).text == OUTSIDE
    assert not stand_in.asked


async def test_a_clicker_who_lost_their_place_is_refused(scene: Scene, stand_in: StandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(identity, "LASTS", -1.0)
    preview = await scene.ana.reply(await scene.ana.say(CHANNEL, f"<@{BOT}> create a task Order the rack"))
    scene.ana.person.is_guest = True
    for edits in (1, 2):
        await scene.ana.click(preview, "confirm")
        told = await scene.ana.changed(preview, edits)
        assert told.text.startswith(identity.OUTSIDER)
        assert told.everything.count(identity.OUTSIDER) == 2          # once in the text and once in the blocks, however often they click
        assert "Create the task Order the rack" in told.everything
    assert not stand_in.clicks
