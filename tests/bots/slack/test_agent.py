"""The app as Slack's agent: prompts to begin with, a session with a title and a Stop button, the steps of long work, and what people think of an answer."""
import asyncio

import pytest
import sqlalchemy as sa

from bots.slack import streaming
from bots.slack.sessions import STOPPED
from records import journal
from records.database import Database
from reports.blocks import Text
from tests.bots.slack.conftest import CHANNEL, Company, Northlight, Scene, over_http
from tests.fakes import assistant
from tests.fakes.assistant import StandIn
from tests.fakes.slack import BOT, Message
from tests.fakes.slack.filling import inputs

ASKED = f"<@{BOT}> how is Apollo doing?"


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streaming, "PATIENCE", 0.0)
    monkeypatch.setattr(streaming, "EVERY", 0.0)


async def test_who_comes_to_write_is_greeted_with_prompts_of_their_own(northlight: Northlight) -> None:
    await northlight.ana.open_home("messages")
    await northlight.idle()
    prompts = northlight.slack.workspace.prompts[northlight.ana.dm.id]
    assert prompts[0] == {"title": "How is Apollo?", "message": "How is Apollo doing?"}
    assert len(prompts) == 4
    await northlight.nora.open_home("messages")
    await northlight.idle()
    assert northlight.slack.workspace.prompts[northlight.nora.dm.id][0]["title"] == "My day"


async def test_no_prompt_and_no_part_of_the_home_tab_is_for_what_is_switched_off(northlight: Northlight, company: Company) -> None:
    off = {"kind": "tool rule", "values": {"tool": "my_work", "face": "slack", "state": "off"}}
    rule = (await company.assistant.call("paula@northlight.example", "create_record", off)).proposal
    assert rule
    await company.assistant.confirm("paula@northlight.example", rule.id)
    for tab in ("messages", "home"):
        await northlight.ben.open_home(tab)
    await northlight.idle()
    await company.assistant.confirm("paula@northlight.example", rule.id, "undo")
    assert "My day" not in {prompt["title"] for prompt in northlight.slack.workspace.prompts[northlight.ben.dm.id]}
    assert "The PMO switched “my work” off here" in str(northlight.ben.home)


async def test_a_stranger_is_greeted_with_nothing(northlight: Northlight) -> None:
    sam = northlight.slack.person("U0SAM", "Sam Stranger", "sam@elsewhere.example")
    assert (await sam.open_home("messages")).is_acknowledged
    await northlight.idle()
    assert sam.dm.id not in northlight.slack.workspace.prompts


async def test_every_prompt_is_answered(northlight: Northlight) -> None:
    await northlight.ana.open_home("messages")
    await northlight.idle()
    for prompt in northlight.slack.workspace.prompts[northlight.ana.dm.id]:
        asked = await northlight.ana.tell(prompt["message"])
        answer = await northlight.ana.reply(asked)
        assert "That is not something" not in answer.everything, prompt


async def test_an_answer_has_a_session_with_a_title_that_ends(scene: Scene) -> None:
    asked = await scene.ana.say(CHANNEL, ASKED)
    await scene.idle()
    session = scene.slack.workspace.sessions[CHANNEL, asked.ts]
    assert (session["title"], session["history"]) == ("how is Apollo doing?", ["processing", "active"])


async def test_no_session_costs_no_answer(scene: Scene) -> None:
    scene.slack.fail("agents.sessions.setStatus", times=9, error="not_agent_app")
    asked = await scene.ana.say(CHANNEL, ASKED)
    assert "Apollo is off track" in (await scene.ana.reply(asked)).everything


async def test_stop_is_honoured(either: Scene, stand_in: StandIn) -> None:
    asked = await either.ana.say(CHANNEL, f"{ASKED} slow")
    await either.ana.until(lambda: stand_in.asked)
    await either.ana.stop(asked)
    assert (await either.ana.reply(asked)).text == STOPPED
    stand_in.go.set()
    await either.ana.until(lambda: either.slack.workspace.sessions[CHANNEL, asked.ts]["status"] == "active")
    assert len(either.ana.replies(asked)) == 1
    assert not either.slack.workspace.statuses


async def test_somebody_elses_stop_stops_nothing(scene: Scene, stand_in: StandIn) -> None:
    asked = await scene.ana.say(CHANNEL, f"{ASKED} slow")
    await scene.ana.until(lambda: stand_in.asked)
    await scene.ben.stop(asked)
    stand_in.go.set()
    assert "Apollo is off track" in (await scene.ana.reply(asked)).everything


@pytest.mark.usefixtures("at_once")
async def test_a_message_that_grew_is_not_answered_twice_when_it_is_stopped(scene: Scene, stand_in: StandIn) -> None:
    asked = await scene.ana.say(CHANNEL, f"<@{BOT}> say it aloud, held")
    growing = await scene.ana.until(lambda: next((m for m in scene.ana.replies(asked) if "Apollo is late." in m.text), None))
    await scene.ana.stop(asked)
    await scene.idle()
    stand_in.go.set()
    assert [m.text for m in scene.ana.replies(asked) if m is not growing] == [STOPPED]
    assert not growing.is_open


@pytest.mark.usefixtures("at_once")
async def test_long_work_shows_its_steps_as_one_line_and_then_the_answer(scene: Scene, stand_in: StandIn) -> None:
    asked = await scene.ana.say(CHANNEL, f"{ASKED} slow")
    growing: Message = await scene.ana.until(lambda: next((m for m in scene.ana.replies(asked) if m.chunks), None))
    assert [c["title"] for c in growing.chunks] == ["Reading Apollo’s status…", "Reading Apollo’s status"]
    assert growing.chunks[1]["status"] == "in_progress"
    stand_in.go.set()
    await scene.idle()
    assert [(c["type"], c["title"], c.get("status")) for c in growing.chunks] == [
        ("plan_update", "Looked into it in 1 step", None), ("task_update", "Reading Apollo’s status", "complete")]
    assert scene.slack.sent("chat.startStream")[0]["task_display_mode"] == "plan"
    assert "Apollo is off track" in scene.ana.replies(asked)[1].everything


@pytest.mark.usefixtures("at_once")
async def test_what_an_answer_cites_stands_as_sources_of_its_last_step_and_opens_on_the_page(stand_in: StandIn) -> None:
    async with over_http(stand_in, page="https://pmo.office.example") as scene:
        asked = await scene.ana.say(CHANNEL, f"{ASKED} slow")
        growing: Message = await scene.ana.until(lambda: next((m for m in scene.ana.replies(asked) if m.chunks), None))
        stand_in.go.set()
        await scene.idle()
        assert growing.chunks[-1]["sources"] == [{"type": "url", "url": "https://pmo.office.example/#section/DOC-1%2F4.2",
                                                  "text": "Governance handbook: Gate 2, 3.0, DOC-1/4.2, p. 12"}]


async def test_what_is_quick_is_one_message_without_steps(scene: Scene) -> None:
    asked = await scene.ana.say(CHANNEL, ASKED)
    await scene.idle()
    assert len(scene.ana.replies(asked)) == 1
    assert not scene.slack.sent("chat.startStream")


@pytest.mark.usefixtures("at_once")
async def test_steps_past_the_budget_are_left_out_and_the_answer_comes(scene: Scene, stand_in: StandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streaming, "MOST", 0)
    asked = await scene.ana.say(CHANNEL, f"{ASKED} slow")
    await asyncio.sleep(0)
    stand_in.go.set()
    await scene.idle()
    answer, = scene.ana.replies(asked)
    assert "Apollo is off track" in answer.everything


@pytest.mark.usefixtures("at_once")
async def test_what_grows_can_neither_ping_nor_link(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assistant, "PIECES", (Text("Tell <"), Text("!channel> and <@U0BEN> and <https://evil.example|this>.")))
    asked = await scene.ana.say(CHANNEL, f"<@{BOT}> say it aloud")
    await scene.idle()
    assert "&lt;!channel&gt;" in scene.ana.replies(asked)[0].text
    assert (scene.slack.pings, scene.slack.links) == ([], [])


async def test_what_people_think_is_kept(northlight: Northlight, company: Company) -> None:
    ana, before = northlight.ana, thoughts(company)
    asked = await ana.tell("how is Apollo doing?")
    await northlight.idle()
    answer = ana.replies(asked)[-1]
    await ana.click(answer, "rate", f"good:slack:T0OFFICE:{ana.dm.id}:{asked.ts}")
    await ana.click(answer, "rate", f"bad:slack:T0OFFICE:{ana.dm.id}:{asked.ts}")
    assert list(inputs(ana.modal or {})) == ["what was wrong?"]
    assert await ana.submit(**{"what was wrong?": "It forgets the pilot."}) == {}
    question = f"slack:T0OFFICE:{ana.dm.id}:{asked.ts}"
    assert thoughts(company)[len(before):] == [f"good {question}", f"bad {question}", f"bad {question}: It forgets the pilot."]


async def test_a_strangers_thumb_counts_for_nothing(northlight: Northlight, company: Company) -> None:
    sam = northlight.slack.person("U0SAM", "Sam Stranger", "sam@elsewhere.example")
    northlight.slack.workspace.channels["C0ALL"].members.add(sam.id)
    before = thoughts(company)
    asked = await northlight.ana.tell("how is Apollo doing?")
    await northlight.idle()
    answer = northlight.ana.replies(asked)[-1]
    await sam.press(answer, "b", {"type": "feedback_buttons", "action_id": "rate", "value": "good:x"})
    assert thoughts(company) == before


def thoughts(company: Company) -> list[str]:
    with Database(company.settings.url).reading() as session:
        note = sa.inspect(journal.Note).local_table.c
        return list(session.execute(sa.select(note.body).where(note.event == "feedback:given").order_by(note.id)).scalars())
