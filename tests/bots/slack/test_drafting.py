"""A draft of a report in Slack: its owner words it in a form, a changed figure is refused below its question, and it is sent from there."""
from datetime import UTC, date, datetime

import aiohttp

from assistant.schedules.letters import Letter
from bots.slack.delivering import Deliveries
from bots.slack.identity import People
from bots.slack.posting import Poster
from bots.slack.running import Running
from bots.slack.serving import client
from bots.slack.workspace import Workspace
from records import changing, credentials, planning
from records.database import Database
from records.kinds import Project
from records.proposals import Create, Proposal
from records.reading import Reader
from tests.bots.slack.conftest import Company, Northlight
from tests.fakes.assistant import StandIn
from tests.fakes.slack.filling import inputs
from tests.fakes.slack.people import buttons
from tests.fakes.slack.workspace import BOT, TEAM


async def test_a_draft_is_worded_in_a_form_declared_and_sent(northlight: Northlight, company: Company) -> None:
    database, due = Database(company.settings.url), int(datetime(2026, 11, 18, 7, tzinfo=UTC).timestamp())
    with database.writing() as tx:
        ana = credentials.asker(tx, "ana@northlight.example")
        apollo = Reader(tx, ana).get(Project, "APOLLO")
        for wish in (Create("schedule", {"what": "report", "project_id": apollo.id, "often": "every Monday", "mode": "draft first"}),
                     Create("reportdraft", {"title": "Apollo", "recipient": "the board", "schedule_id": 2, "text": "46 % is done.", "figures": "46%"},
                            source=f"schedule:SE-2/{due}/board")):
            changing.apply(tx, ana, planning.plan(tx, ana, Proposal((wish,)), date(2026, 11, 18)), datetime(2026, 11, 18, 8, tzinfo=UTC))
    actor = northlight.ana
    async with aiohttp.ClientSession() as session:
        slack = client("xoxb-test", northlight.slack.api_url, session)
        way = Deliveries(Workspace(StandIn(), slack, Poster(slack), People(slack, TEAM), Running(), TEAM, BOT))
        await way.deliver(Letter("SE-2/1/ana", "ana@northlight.example", "Draft", ("Draft",), draft="RD-2"))
    (message,) = northlight.slack.workspace.channels[actor.dm.id].messages
    assert buttons(message) == ["Edit…", "Send", "Discard"]
    await actor.click(message, "draft:word")
    assert actor.modal
    assert list(inputs(actor.modal)) == ["sentences", "your own line above it", "declared colour", "reason for the colour", "declared until", "then"]
    assert await actor.submit(sentences="97 % is done.") == {
        "sentences": "“97 % is done.” says 97 %, which is no figure of this report. Its figures are locked: leave that as it was, or leave it out."}
    wrong = await actor.submit(sentences="Well on, at 46 %.", declared_colour="amber")
    assert wrong == {"reason for the colour": "A colour is declared with a reason and the day until which it holds. Say the reason."}
    sent = {"declared_colour": "amber", "reason_for_the_colour": "a strike", "declared_until": "2026-12-04", "then": "Send"}
    assert await actor.submit(sentences="Well on, at 46 %.", **sent) == {}
    await northlight.idle()
    told = northlight.slack.workspace.channels[actor.dm.id].messages[-1].everything
    assert "status: draft → approved" in told
    assert "declared colour: green → amber" in told
    database.engine.dispose()
