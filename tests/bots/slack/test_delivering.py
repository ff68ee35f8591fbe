"""What comes of itself in Slack: lines, picture and file, in a channel by its name or somebody's direct messages, and each letter once."""
from collections.abc import AsyncIterator

import aiohttp
import pytest

from assistant.reporting.wanted import Written
from assistant.schedules.letters import Letter
from bots.slack.delivering import Deliveries
from bots.slack.identity import People
from bots.slack.posting import Poster
from bots.slack.running import Running
from bots.slack.serving import client
from bots.slack.workspace import Workspace
from records.errors import NotFound, Refused
from reports.blocks import Table
from tests.bots.slack.conftest import CHANNEL, Scene, _office
from tests.fakes.assistant import StandIn
from tests.fakes.slack import BOT
from tests.fakes.slack.workspace import TEAM

REPORT = Letter("SE-1/1763971200/#pmo", "#pmo", "Apollo: status report", ("Apollo: status report", "Apollo is *late*, <!channel>.", "CPI: 0.72"), (),
                (Written("apollo.pdf", "application/pdf", b"%PDF-1.7"),), Written("apollo.png", "image/png", b"\x89PNG"))


@pytest.fixture
async def office() -> AsyncIterator[tuple[Scene, Deliveries]]:
    async with _office() as scene, aiohttp.ClientSession() as session:
        slack = client("xoxb-test", scene.slack.api_url, session)
        yield scene, Deliveries(Workspace(StandIn(), slack, Poster(slack), People(slack, TEAM), Running(), TEAM, BOT))


def said(scene: Scene, channel: str) -> list[str]:
    return [m.everything for m in scene.slack.workspace.channels[channel].messages]


async def test_a_report_is_its_lines_with_picture_and_file_below(office: tuple[Scene, Deliveries]) -> None:
    scene, deliveries = office
    place = await deliveries.deliver(REPORT)
    top, files = scene.slack.workspace.channels[CHANNEL].messages
    assert place == f"{CHANNEL}:{top.ts}"
    assert top.text == "Apollo: status report\nApollo is *late*, &lt;!channel&gt;.\nCPI: 0.72"
    assert files.thread_ts == top.ts
    assert [f["title"] for f in files.files] == ["apollo.png", "apollo.pdf"]


async def test_a_letter_that_stands_there_already_is_not_put_there_again(office: tuple[Scene, Deliveries]) -> None:
    scene, deliveries = office
    place = await deliveries.deliver(REPORT)
    assert await deliveries.deliver(Letter(**{**vars(REPORT), "is_again": True})) == place
    assert len(scene.slack.workspace.channels[CHANNEL].messages) == 2


async def test_what_is_missing_of_a_letter_is_added(office: tuple[Scene, Deliveries]) -> None:
    scene, deliveries = office
    await deliveries.deliver(Letter(**{**vars(REPORT), "files": (), "picture": None}))
    assert len(said(scene, CHANNEL)) == 1
    await deliveries.deliver(Letter(**{**vars(REPORT), "is_again": True}))
    assert len(said(scene, CHANNEL)) == 2


async def test_an_answer_comes_as_an_answer_in_direct_messages(office: tuple[Scene, Deliveries]) -> None:
    scene, deliveries = office
    table = Table("Overdue", ("key",), (("T-1",),))
    await deliveries.deliver(Letter("SE-2/1/ana", "ana@sample.example", "what is overdue?", ("what is overdue?",), (table,)))
    (message,) = scene.slack.workspace.channels[scene.ana.dm.id].messages
    assert "what is overdue?" in message.everything
    assert "T-1" in message.everything


@pytest.mark.parametrize(("to", "says"), [("nobody@sample.example", "is not in Slack"), ("#secret", "I see no channel #secret")])
async def test_where_nothing_can_be_put_it_is_said(office: tuple[Scene, Deliveries], to: str, says: str) -> None:
    with pytest.raises(NotFound, match=says):
        await office[1].deliver(Letter("k", to, "t", ("t",)))


async def test_who_reads_a_channel_is_known_by_their_addresses_or_nothing_is_posted(office: tuple[Scene, Deliveries]) -> None:
    _, deliveries = office
    assert await deliveries.readers("ana@sample.example") == ("ana@sample.example",)
    with pytest.raises(Refused, match="I cannot see who reads here"):
        await deliveries.readers("#pmo")                    # without an office behind it nobody is known


async def test_a_link_of_a_letter_is_clicked_and_stands_in_no_notification(office: tuple[Scene, Deliveries]) -> None:
    scene, deliveries = office
    await deliveries.deliver(Letter("sign-in/1", "ana@sample.example", "Sign in", ("Sign in", "Once."), link="https://pmo.example/sign-in/s3cret"))
    (top,) = scene.slack.workspace.channels[scene.ana.dm.id].messages
    assert top.blocks[0]["elements"][-1]["elements"][1] == {"type": "link", "url": "https://pmo.example/sign-in/s3cret", "text": "Sign in"}
    assert top.text == "Sign in\nOnce."
