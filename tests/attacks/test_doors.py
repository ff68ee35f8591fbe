"""A hidden name at the other doors: the web API, the command line, a file that is handed in; and clicks that are somebody else's."""
import asyncio
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
import re
from typing import Any

import httpx
import pytest

from assistant import bootstrap
from assistant.assistant import Assistant
from assistant.loading import File
from assistant.messages import Answer, Click, Question
from assistant.settings import Settings
from assistant.upkeep import Upkeep
from bots.web import web
from records import credentials, log
from records.errors import Refused
from records.kinds import Scenario, Task
from records.proposals import Change, Create
from records.query import Query, Where
from reports.formats.markdown import markdown
from tests.attacks.test_oracle import NOBODY, plain
from tests.bots.cli.conftest import Pmo
from tests.bots.cli.conftest import pmo as pmo  # noqa: PLC0414 - a fixture
from tests.conftest import settings_in
from tests.records.conftest import ADMIN, ANA, BEN, CLEO, DORA, Office

MEMBER = "ben@northlight.example"
CLICKS: tuple[Click, ...] = ("confirm", "discard", "undo")
COMMANDS = (("ask", "how is {} doing?"), ("check", "--project", "{}"), ("export", "tasks", "--format", "csv", "--project", "{}"),
            ("export", "--format", "mspdi", "--project", "{}"))
FILES = ("Title,Project\nLook around,{}\n", "Title,Project,Parent\nLook around,Apollo,{}-T-1\n", "Key,Title,Project\n{}-T-1,Look around,{}\n",
         "Name,Key\n{},{}\n", "Text,About\nhello,{}-T-1\n", "Predecessor,Successor,Project\n{}-T-1,{}-T-2,{}\n")


@pytest.fixture
async def client(assistant: Assistant, upkeep: Upkeep, settings: Settings) -> AsyncIterator[httpx.AsyncClient]:
    """A client of the API over the whole assistant, that speaks for a member."""
    app: Any = web(assistant, upkeep, settings)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://127.0.0.1", headers={"X-PMO-Person": MEMBER}) as client:
        yield client


async def test_the_web_tells_a_hidden_name_like_one_that_never_was(client: httpx.AsyncClient) -> None:
    for path in ("records/{}/blocks", "records/{}-T-1/blocks", "records/{}-BL-1/blocks", "sections/{}/1", "threads/{}"):
        one, two = [await client.get(f"/api/v1/{path.format(name.upper())}") for name in ("Zephyr", NOBODY)]
        assert (one.status_code, two.status_code) == (404, 404), path
        assert plain(one.text, "Zephyr") == plain(two.text, NOBODY), path


async def test_a_question_by_the_web_likewise(client: httpx.AsyncClient) -> None:
    for says in ("how is {} doing?", "show {}-T-1", "create a task in {}: look around", "check {}", "undo {}"):
        one, two = [await client.post("/api/v1/ask", json={"text": says.format(name), "thread": name}) for name in ("Zephyr", NOBODY)]
        assert (one.status_code, two.status_code) == (200, 200), says
        assert plain(one.text, "Zephyr") == plain(two.text, NOBODY), says


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_the_command_line_likewise(pmo: Pmo, command: tuple[str, ...]) -> None:
    one, two = (pmo(*(part.format(name) for part in command), "--as", MEMBER) for name in ("Zephyr", NOBODY))
    assert (one.code, plain(one.out, "Zephyr"), plain(one.err, "Zephyr")) == (two.code, plain(two.out, NOBODY), plain(two.err, NOBODY))


@pytest.mark.parametrize("content", FILES)
def test_a_file_that_names_it_exactly_looks_like_one_that_names_nothing(assistant: Assistant, content: str) -> None:
    def told(name: str) -> str:
        file = File("list.csv", content.replace("{}", name if content.startswith(("Title", "Name")) else name.upper()).encode())
        return plain(markdown(asyncio.run(assistant.load(MEMBER, file, name)).blocks), name)
    assert told("Zephyr") == told(NOBODY)


@pytest.mark.slow
def test_what_is_counted_over_all_projects_counts_no_hidden_one(office: Office, tmp_path: Path) -> None:
    """The same office with and without what is inside the restricted project is told alike to who may not see it."""
    def told() -> list[str]:
        assistant = bootstrap.assistant(settings_in(tmp_path, sample=True))
        bare = ("check_compliance", "portfolio_summary", "rank_portfolio", "my_work", "propose_risks")
        calls: list[tuple[str, dict[str, str]]] = [(name, {}) for name in bare]
        calls += [("find_records", {"kind": kind}) for kind in ("project", "task", "risk", "milestone", "person")]
        said = [markdown(asyncio.run(assistant.call(BEN, name, given)).blocks) for name, given in (*calls, ("select_portfolio", {"wish": "2 million"}))]
        asked = ("how is the portfolio?", "how many projects are there?")
        return [*said, *(markdown(asyncio.run(assistant.answer(Question(s, BEN, s, s))).blocks) for s in asked)]
    before = told()
    office.do(DORA, Create("task", {"title": "Sign", "project_id": 2, "owner_id": 6, "due": "2026-11-02", "hours": 400}),
              Create("risk", {"title": "The price leaks", "project_id": 2, "probability": 5, "impact": 5}),
              Create("milestone", {"title": "Signed", "project_id": 2, "planned": "2026-11-03"}))
    office.do(ADMIN, Create("project", {"name": "Qephyr", "manager_id": 6, "access": "restricted", "phase": "in delivery", "start": "2026-01-01"}))
    after = told()
    assert [re.sub(r"change #\d+", "change", one) for one in before] == [re.sub(r"change #\d+", "change", one) for one in after]


def test_the_lists_of_a_scenario_are_told_to_those_only_who_see_every_project(office: Office) -> None:
    office.do(CLEO, Create("scenario", {"title": "Autumn", "included": "ZEPHYR", "left_out": "APOLLO", "wish": "with Zephyr"}))
    for who in (ANA, BEN, DORA):
        with office.reader(who) as reader:
            assert not [f for f in reader.search("Zephyr") if f.kind is Scenario]
            assert "ephyr" not in str([*reader.find(Query(Scenario)), *reader.history(Scenario, 1)]).lower()
        with pytest.raises(Refused):
            office.plan(who, Change("scenario", ("SC-1",), {"included": ""}))


def texts(answer: Answer) -> str:
    return markdown(answer.blocks)


def test_what_was_shown_to_one_is_confirmed_by_nobody_else(office: Office, tmp_path: Path) -> None:
    hands = bootstrap.hands(settings_in(tmp_path, sample=True))
    offered = asyncio.run(hands.call(ANA, "create_record", {"kind": "task", "values": {"title": "Mine", "project": "Apollo"}}, "t"))
    assert offered.proposal
    for who in (ADMIN, BEN, DORA):
        for click in CLICKS:
            answer = asyncio.run(hands.confirm(who, offered.proposal.id, click))
            never = asyncio.run(hands.confirm(who, "P-00000000", click))
            assert (texts(answer), answer.error) == (texts(never), never.error)
            assert answer.error
    with office.database.reading() as session:
        before = log.head(session)
    assert asyncio.run(hands.confirm(ANA, offered.proposal.id)).error is None
    with office.database.reading() as session:
        assert log.head(session) == before + 1


def test_of_eight_confirmed_while_a_right_is_taken_away_none_is_done_after_it(office: Office, tmp_path: Path) -> None:
    """Each click is judged in its own write transaction: whatever came after the role was gone is refused."""
    office.do(ADMIN, *(Create("task", {"title": f"Crane {n}", "project_id": 1}) for n in range(8)))
    hands = bootstrap.hands(settings_in(tmp_path, sample=True))
    offers = []
    for n in range(8):
        keys = {"kind": "task", "where": {"title": f"Crane {n}"}, "values": {"priority": "high"}}
        offered = asyncio.run(hands.call(ANA, "change_records", keys, f"t{n}"))
        assert offered.proposal, texts(offered)
        offers.append(offered.proposal.id)

    def click(proposal: str) -> Answer:
        return asyncio.run(hands.confirm(ANA, proposal))

    demoted = office.plan(ADMIN, Change("person", ("P-2",), {"role": "viewer"}))
    with ThreadPoolExecutor(9) as pool:
        clicks = [pool.submit(click, p) for p in offers[:4]]
        taken = pool.submit(lambda: office.apply(ADMIN, demoted))
        clicks += [pool.submit(click, p) for p in offers[4:]]
        answers, position = [c.result() for c in clicks], taken.result()
    with office.database.reading() as session:
        ana = credentials.asker(session, ANA).person
        done = [n for n in range(position - 8, log.head(session) + 1) if log.at(session, n).asker_id == ana]
        assert log.verify(session) is None
    assert all(n < position for n in done)
    assert len([a for a in answers if not a.error]) == len(done)
    assert {a.error for a in answers if a.error} <= {"As a viewer you may not change tasks; a project manager or the PMO admin may."}
    with office.reader(ADMIN) as reader:
        assert reader.count(Query(Task, (Where("priority", "is", "high"),))) == len(done)
