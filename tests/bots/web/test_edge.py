"""The outermost wall: other machines, other names, other sites and large bodies stay out; orders to the browser go with everything."""
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.responses import Response

from bots.web import web
from bots.web.edge import CSP, Edge, is_here
from tests.bots.web.conftest import HERE
from tests.conftest import settings_in
from tests.fakes.assistant import Company, StandIn

ASK = "/api/v1/ask"


async def asked(app: Any, host: str = "127.0.0.1", client: str = "127.0.0.1", path: str = "/api/v1/health") -> httpx.Response:
    transport = httpx.ASGITransport(app, client=(client, 5000))
    async with httpx.AsyncClient(transport=transport, base_url=HERE) as here:
        return await here.get(path, headers={"Host": host})


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.1:8000", "localhost:8000", "[::1]:8000", "127.0.0.2"])
async def test_sample_mode_answers_under_this_machines_names(app: Any, host: str) -> None:
    assert (await asked(app, host)).status_code == 200


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:8000", "", "[", "192.168.0.7:8000", "0.0.0.0"])  # noqa: S104 - a name to refuse
async def test_sample_mode_refuses_a_foreign_name(app: Any, host: str) -> None:
    answer = await asked(app, host)
    assert (answer.status_code, answer.json()["error"][:31]) == (403, "Sample mode answers under this ")


async def test_sample_mode_refuses_another_machine(app: Any) -> None:
    answer = await asked(app, client="192.168.0.7", path="/")
    assert answer.status_code == 403
    assert "this machine only" in answer.json()["error"]


@pytest.mark.parametrize("headers", [{"Origin": "http://evil.example"}, {"Origin": "null"}, {"Origin": "http://127.0.0.1:9999"},
                                     {"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}])
async def test_another_sites_page_cannot_click(client: httpx.AsyncClient, stand_in: StandIn, headers: dict[str, str]) -> None:
    answer = await client.post("/api/v1/proposals/P-1/confirm", headers=headers)
    assert (answer.status_code, answer.json()["error"]) == (403, "That came from another site's page, so nothing was done.")
    assert not stand_in.clicks


@pytest.mark.parametrize(("headers", "clicks"), [
    ({}, 1), ({"Cookie": "pmo=x"}, 0), ({"Cookie": "pmo=x", "Origin": HERE}, 1), ({"Cookie": "pmo=x", "Sec-Fetch-Site": "same-origin"}, 1),
    ({"Cookie": "pmo=x", "Origin": "null"}, 0), ({"Cookie": "pmo=x", "Authorization": "Bearer pmo_x"}, 1)])
async def test_a_cookie_alone_writes_nothing(client: httpx.AsyncClient, stand_in: StandIn, headers: dict[str, str], clicks: int) -> None:
    await client.post("/api/v1/proposals/P-1/confirm", headers=headers)
    assert len(stand_in.clicks) == clicks


@pytest.mark.parametrize(("public_url", "at", "ordered"), [("", "http://pmo.office.example", None), ("", "https://pmo.office.example", "max-age=31536000"),
                                                           ("https://pmo.office.example", "http://127.0.0.1:8000", "max-age=31536000")])
async def test_over_tls_a_browser_is_told_to_come_by_nothing_else(public_url: str, at: str, ordered: str | None) -> None:
    edge = Edge(Response("well"), local=False, home=public_url)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(edge), base_url=at) as client:
        assert (await client.get("/")).headers.get("strict-transport-security") == ordered


async def test_behind_a_proxy_that_calls_it_otherwise_its_public_address_is_its_own(stand_in: StandIn, tmp_path: Path) -> None:
    app = web(stand_in, Company(), settings_in(tmp_path, sample=True, public_url="https://pmo.office.example"))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=HERE) as client:
        for origin, clicks in (("https://pmo.office.example.evil.example", 0), ("https://pmo.office.example", 1)):
            await client.post("/api/v1/proposals/P-1/confirm", headers={"Origin": origin})
            assert len(stand_in.clicks) == clicks


async def test_our_own_page_can_click(client: httpx.AsyncClient, stand_in: StandIn) -> None:
    await client.post("/api/v1/proposals/P-1/confirm", headers={"Origin": HERE, "Sec-Fetch-Site": "same-origin"})
    assert stand_in.clicks


async def test_a_body_that_is_too_large_is_refused_whether_it_says_so_or_not(client: httpx.AsyncClient, stand_in: StandIn) -> None:
    async def slowly() -> AsyncIterator[bytes]:
        for _ in range(1100):
            yield b"x" * 1000
    for content in (b"x" * 1_100_000, slowly()):
        answer = await client.post(ASK, content=content, headers={"Content-Type": "application/json"})
        assert (answer.status_code, answer.json()["error"]) == (413, "That is too large: 1 MB is the most a request may carry.")
    assert not stand_in.asked


async def test_a_failure_shows_a_reference_and_nothing_of_its_insides(client: httpx.AsyncClient) -> None:
    answer = await client.post(ASK, json={"text": "crash"})
    assert answer.status_code == 500
    assert "reference" in answer.json()["error"]
    assert "secret" not in answer.text


@pytest.mark.parametrize(("path", "status"), [("/", 200), ("/docs", 200), ("/page/app.js", 200), ("/page/../__init__.py", 404), ("/nothing", 404),
                                              ("/api/v1/health", 200), ("/openapi.json", 200)])
async def test_the_browsers_orders_go_with_every_response(client: httpx.AsyncClient, path: str, status: int) -> None:
    answer = await client.get(path)
    assert answer.status_code == status
    assert answer.headers["content-security-policy"] == CSP
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cache-control"] == ("no-store" if path.startswith("/api/") else "no-cache")


async def test_an_address_that_is_none_is_a_page_in_a_browser_and_a_problem_for_a_program(client: httpx.AsyncClient) -> None:
    seen = await client.get("/projets/APOLLO", headers={"accept": "text/html,application/xhtml+xml,*/*;q=0.8"})
    assert (seen.status_code, seen.headers["content-type"]) == (404, "text/html; charset=utf-8")
    assert "There is nothing at this address" in seen.text
    assert seen.headers["content-security-policy"] == CSP
    for path in ("/nothing", "/api/v1/nothing"):
        told = await client.get(path, headers={"accept": "text/html" if "api" in path else "*/*"})
        assert (told.status_code, told.headers["content-type"]) == (404, "application/problem+json")


async def test_they_go_with_a_failure_too(client: httpx.AsyncClient) -> None:
    assert (await client.post(ASK, json={"text": "crash"})).headers["content-security-policy"] == CSP


def test_only_the_loopback_is_here() -> None:
    assert all(map(is_here, ("127.0.0.1", "::1", "127.8.8.8", "localhost")))
    assert not any(map(is_here, ("10.0.0.1", "", "localhost.example", "::ffff:10.0.0.1")))
