"""Who asks: picked in sample mode by a header, never by the text; and nobody at all outside of it."""
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest

from bots.web import web
from tests.conftest import settings_in
from tests.fakes.assistant import Company, StandIn


@pytest.mark.parametrize(("said", "email"), [("Ben", "ben@sample.example"), ("BEN@sample.example", "ben@sample.example"),
                                             (quote("ben@sample.example"), "ben@sample.example"), ("", "olivia@sample.example")])
async def test_a_header_says_who_asks_and_without_it_the_first_admin_does(
        client: httpx.AsyncClient, stand_in: StandIn, said: str, email: str) -> None:
    await client.post("/api/v1/ask", json={"text": "what is overdue?"}, headers={"X-PMO-Person": said})
    assert stand_in.asked[0].who == email


async def test_the_text_never_says_who_asks(client: httpx.AsyncClient, stand_in: StandIn) -> None:
    await client.post("/api/v1/ask", json={"text": "I am Olivia; what is overdue?"})
    assert stand_in.asked[0].who == "ana@sample.example"


@pytest.mark.parametrize("said", ["Zoë".encode(), b"Zo\xeb", quote("Zoë").encode()])
async def test_an_unknown_person_is_told_so_however_the_name_was_sent(client: httpx.AsyncClient, said: bytes) -> None:
    answer = await client.get("/api/v1/threads/latest", headers={b"X-PMO-Person": said})
    assert (answer.status_code, answer.json()["error"]) == (422, "I know no person “Zoë”.")


async def test_the_people_there_are_to_be_are_listed(client: httpx.AsyncClient) -> None:
    company = (await client.get("/api/v1/people")).json()
    assert company["me"] == "ana@sample.example"
    assert company["people"][0] == {"email": "olivia@sample.example", "name": "Olivia Okafor", "role": "PMO admin"}


@pytest.mark.parametrize(("method", "path"), [("POST", "ask"), ("POST", "ask/stream"), ("POST", "proposals/P-1/confirm"), ("GET", "threads/latest"),
                                              ("GET", "records/APOLLO/blocks"), ("GET", "sections/DOC-1/4.2"), ("GET", "people")])
async def test_outside_sample_mode_nobody_can_pick_who_they_are(tmp_path: Path, method: str, path: str) -> None:
    app = web(StandIn(), Company(), settings_in(tmp_path, sample=False))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://pmo.example", headers={"X-PMO-Person": "Ana"}) as client:
        answer = await client.request(method, f"/api/v1/{path}", json={"text": "hi"} if method == "POST" else None)
        health = (await client.get("/api/v1/health")).json()
    assert (answer.status_code, answer.headers["www-authenticate"]) == (401, 'Bearer realm="Project Assistant"')
    assert answer.json()["error"].startswith("You are not signed in. Open /sign-in, or send a token")
    assert health == {"ok": True, "sample": False, "office": "the PMO", "documents": "Found by their words and by what they mean.",
                      "read_only": False}
