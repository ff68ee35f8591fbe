"""The schedules of a communications plan: proposed row by row, made by a yes, paused when the row changes, set up again by the same words."""
from assistant.assistant import Assistant
from assistant.messages import Answer, Question
from assistant.settings import Settings
from records import changing, credentials, planning
from records.database import Database
from records.kinds import Project, Schedule
from records.proposals import Change, Create, Proposal
from records.query import Query
from records.reading import Reader
from tests.conftest import NOW

ANA = "ana@northlight.example"
PLAN = "set up the reports of Apollo's communications plan"


async def said(assistant: Assistant, text: str, thread: str = "t") -> Answer:
    return await assistant.answer(Question(f"{thread} {text}", ANA, thread, text))


def write(database: Database, *wishes: Create | Change) -> None:
    with database.writing() as tx:
        ana = credentials.asker(tx, ANA)
        changing.apply(tx, ana, planning.plan(tx, ana, Proposal(wishes), NOW.date()), NOW)


async def test_each_row_that_can_be_kept_becomes_a_schedule_and_is_paused_when_the_row_changes(assistant: Assistant, settings: Settings) -> None:
    database = Database(settings.url)
    with database.reading() as session:
        apollo = Reader(session, credentials.asker(session, ANA)).get(Project, "APOLLO").id
    write(database, Create("communication", {"title": "Status to the board", "project_id": apollo, "audience": "Steering committee",
                                             "method": "#steerco, slides", "frequency": "every second Monday at 9", "next_due": "2026-12-07"}),
          Create("communication", {"title": "Gate letter", "project_id": apollo, "frequency": "at each gate"}))
    answer = await said(assistant, PLAN)
    assert "Left out: APOLLO-CM-3 “Gate letter”, as “at each gate” is no repetition that can be kept." in str(answer.blocks)
    assert "the draft comes to you, to pass on: “Monthly note to the dealers”." in str(answer.blocks)
    await said(assistant, "yes")

    def schedules() -> list[tuple[str, ...]]:
        with database.reading() as session:
            own = Reader(session, credentials.asker(session, ANA)).find(Query(Schedule, sort="id", limit=None))
            return [(s.often, s.readers, s.channel, s.format, s.mode, s.by, s.status, f"{s.first_day}") for s in own]
    dealers, board = schedules()
    assert dealers == ("monthly", "client", "", "pdf", "draft first", "e-mail", "on", "2026-11-18")
    assert board == ("every second Monday at 9 from 2026-12-07", "steering committee", "#steerco", "pptx", "send", "Slack", "on", "2026-12-07")
    assert "is scheduled already" in str((await said(assistant, "set up the communications plan of Apollo", "u")).blocks)
    write(database, Change("communication", ("APOLLO-CM-2",), {"frequency": "every Monday at 9"}))
    assert schedules()[1][6] == "paused"
    await said(assistant, PLAN, "v")
    await said(assistant, "yes", "v")
    assert schedules()[1][0].startswith("every Monday at 9")
    assert schedules()[1][6] == "on"
    database.engine.dispose()


async def test_a_plan_without_rows_and_a_project_that_is_not_there_are_told(assistant: Assistant) -> None:
    assert "has no row yet" in str((await said(assistant, "set up the communications plan of Borealis")).error)
    assert (await said(assistant, "set up the communications plan of Nowhere")).error
