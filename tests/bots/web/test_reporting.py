"""Reports over HTTP: the file, its name and kind, with the rights of whoever asks."""
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime

import httpx
import pytest

from assistant import bootstrap
from assistant.settings import Settings
from bots.web import web
from knowledge.sample import DOCUMENTS
from records import changing, credentials, planning
from records.database import Database
from records.proposals import Create, Proposal

HERE = "http://127.0.0.1"


@pytest.fixture
async def client(settings: Settings) -> AsyncIterator[httpx.AsyncClient]:
    app = web(bootstrap.hands(settings), bootstrap.upkeep(settings), settings, bootstrap.reporting(settings))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=HERE, headers={"X-PMO-Person": "Elena"}) as client:
        yield client


async def test_a_report_comes_as_a_file_with_a_name(client: httpx.AsyncClient) -> None:
    got = await client.get("/api/v1/reports/Apollo", params={"sections": "cost"})
    assert (got.status_code, got.headers["content-type"], got.headers["content-disposition"]) == (
        200, "application/pdf", 'attachment; filename="apollo-2026-11-18.pdf"')
    assert got.content.startswith(b"%PDF")


async def test_the_portfolio_comes_in_the_format_that_was_asked_for(client: httpx.AsyncClient) -> None:
    got = await client.get("/api/v1/portfolio", params={"format": "json"})
    assert got.headers["content-type"] == "application/json"
    assert got.json()["title"] == "Portfolio"


async def test_who_may_not_see_a_project_gets_no_report_of_it(client: httpx.AsyncClient) -> None:
    got = await client.get("/api/v1/reports/Zephyr", headers={"X-PMO-Person": "Ben"})
    assert got.status_code == 404
    assert "320,000" not in got.text


@pytest.mark.parametrize(("params", "says"), [({"format": "odt"}, "I can as md"), ({"for": "Martians"}, "I know no readers"),
                                              ({"sections": "weather"}, "no section")])
async def test_what_cannot_be_is_refused_in_a_sentence(client: httpx.AsyncClient, params: dict[str, str], says: str) -> None:
    got = await client.get("/api/v1/reports/Apollo", params=params)
    assert got.status_code == 422
    assert says in got.json()["error"]


async def test_a_template_is_saved_as_the_file_it_was_read_from(client: httpx.AsyncClient) -> None:
    got = await client.get("/api/v1/documents/DOC-6")
    assert got.headers["content-disposition"] == 'attachment; filename="project_charter_template.docx"'
    assert got.content == (DOCUMENTS / "project_charter_template.docx").read_bytes()


async def test_the_file_of_what_one_may_not_read_is_not_there(client: httpx.AsyncClient) -> None:
    for person, status in (("Elena", 200), ("Ben", 404)):
        got = await client.get("/api/v1/documents/DOC-10", headers={"X-PMO-Person": person})
        assert got.status_code == status


async def test_a_report_comes_as_blocks_to_look_at_with_its_charts_drawn(client: httpx.AsyncClient) -> None:
    got = (await client.get("/api/v1/reports/Apollo/blocks", params={"sections": "cost"})).json()
    assert (got["about"], got["title"], got["looked"]) == ("APOLLO", "Apollo: status report", None)
    (chart,) = [b for b in got["blocks"] if b["type"] == "chart"]
    assert chart["svg"].startswith("<svg ")
    assert chart["picture"]["today"] == "2026-11-18"


async def test_a_look_is_kept_and_is_one_visit_for_a_while(client: httpx.AsyncClient) -> None:
    assert (await client.post("/api/v1/reports/Apollo/looked")).status_code == 204
    assert (await client.post("/api/v1/portfolio/looked")).status_code == 204
    assert (await client.get("/api/v1/portfolio/blocks")).json()["looked"] is None          # still the same visit


async def test_the_portfolio_may_be_that_of_a_sponsor(client: httpx.AsyncClient) -> None:
    got = (await client.get("/api/v1/portfolio/blocks", params={"of": "sponsor Elena Marsh"})).json()
    assert got["title"] == "Portfolio of Elena Marsh as sponsor"


@pytest.mark.parametrize("at", ["/portfolio", "/projects/APOLLO"])
async def test_the_living_report_is_a_page(client: httpx.AsyncClient, at: str) -> None:
    got = await client.get(at)
    assert (got.status_code, got.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert "script-src 'self'" in got.headers["content-security-policy"]


async def test_a_draft_is_worded_by_its_owner_alone_and_a_changed_figure_is_refused(settings: Settings) -> None:
    database, due = Database(settings.url), int(datetime(2026, 11, 18, 7, tzinfo=UTC).timestamp())
    with database.writing() as tx:
        elena = credentials.asker(tx, "elena@northlight.example")
        for wish in (Create("schedule", {"what": "portfolio", "often": "every Monday", "mode": "draft first"}),
                     Create("reportdraft", {"title": "Portfolio", "recipient": "elena", "schedule_id": 2, "text": "7 are open.", "figures": "7"},
                            source=f"schedule:SE-2/{due}/elena")):
            changing.apply(tx, elena, planning.plan(tx, elena, Proposal((wish,)), date(2026, 11, 18)), datetime(2026, 11, 18, 8, tzinfo=UTC))
    app = web(bootstrap.hands(settings), bootstrap.upkeep(settings), settings, bootstrap.reporting(settings))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=HERE, headers={"X-PMO-Person": "Elena"}) as client:
        assert (await client.get("/api/v1/drafts/RD-2")).json()["sentences"] == ["7 are open."]
        bad = await client.post("/api/v1/drafts/RD-2", json={"text": "All 9 are well."})
        assert (bad.status_code, "says 9, which is no figure of this report" in bad.json()["error"]) == (422, True)
        done = await client.post("/api/v1/drafts/RD-2", json={"text": "All 7 are looked after.", "send": True})
        assert done.json()["blocks"][0]["type"] == "receipt"
        file = await client.get("/api/v1/drafts/RD-2/file", params={"format": "md"})
        assert "All 7 are looked after." in file.text
        assert "edited by Elena Marsh" in file.text
        assert (await client.get("/api/v1/drafts/RD-2", headers={"X-PMO-Person": "Ben"})).status_code == 404
    database.engine.dispose()
