"""Around the page: each request has a number and a line, is counted by its route's template, and leaves nothing of what was in it. Probes answer machines."""
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
import io
import json
import logging
from typing import Any

import httpx
import pytest
from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send

from assistant.operating import logs
from assistant.operating.health import Health
from assistant.operating.metrics import Metrics
from assistant.operating.operating import Operating
from assistant.operating.people import Numbers
from bots.web.watched import Watched, watched
from records.database import Database

HERE = "http://127.0.0.1"
SCRAPE = {"authorization": "Bearer scrape"}


@dataclass
class Scene:
    """A watched application, a client that is Ana, and what was logged."""
    app: Any
    client: httpx.AsyncClient
    out: io.StringIO = field(default_factory=io.StringIO)

    @property
    def lines(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.getvalue().splitlines()]

    async def counts(self, **headers: str) -> httpx.Response:
        return await self.client.get("/metrics", headers=headers)


@pytest.fixture
def _log_as_it_was() -> Iterator[None]:
    root, requests = logging.getLogger(), logging.getLogger(logs.REQUESTS)
    before = root.handlers, root.level, requests.level
    yield
    root.handlers, root.level = before[0], before[1]
    requests.setLevel(before[2])


def looked_after(database: Database, token: str = "") -> Operating:
    health = Health(database)
    return Operating(health, Metrics(health.numbers), Numbers(database), token)


@pytest.fixture
async def scene(app: Any, bare: Database, _log_as_it_was: None) -> AsyncIterator[Scene]:
    around = watched(app, looked_after(bare))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(around), base_url=HERE, headers={"X-PMO-Person": "Ana"}) as client:
        made = Scene(app, client)
        logs.begin("json", made.out)
        yield made


async def test_a_request_has_a_number_that_its_line_has_too(scene: Scene) -> None:
    answer = await scene.client.get("/api/v1/health")
    (line,) = scene.lines
    assert {k: v for k, v in line.items() if k not in {"time", "ms"}} == {
        "level": "info", "from": "bots.web.watched", "says": "request", "request": answer.headers["x-request-id"],
        "route": "/api/v1/health", "method": "GET", "status": 200}


@pytest.mark.parametrize(("path", "route"), [
    ("/api/v1/sections/DOC-1/4/2", "/api/v1/sections/{document}/{section}"), ("/projects/APOLLO", "/projects/{key}"), ("/", "/"), ("/page/app.js", "/page"),
    ("/healthz", "/healthz"), ("/secret-plan", "none"), ("/api/v1/secret-plan", "none")])
async def test_a_route_is_told_by_its_template(scene: Scene, path: str, route: str) -> None:
    await scene.client.get(f"{path}?q=layoffs")
    assert [line["route"] for line in scene.lines] == [route]
    assert "layoffs" not in scene.out.getvalue()
    assert f'route="{route}"' in (await scene.counts()).text


async def test_the_reference_that_a_person_was_told_is_found_in_the_log_with_its_request(scene: Scene) -> None:
    answer = await scene.client.post("/api/v1/ask", json={"text": "crash"})
    reference = answer.json()["error"].rstrip(".").rpartition(" ")[2]
    (failed,) = (line for line in scene.lines if reference in line["says"])
    assert failed["request"] == answer.headers["x-request-id"]
    assert failed["error"][0]["type"] == "RuntimeError"
    assert "a secret of the house" not in scene.out.getvalue()


async def test_what_is_refused_at_the_door_is_counted_too(scene: Scene) -> None:
    await scene.client.get("/api/v1/health", headers={"host": "evil.example"})
    assert scene.lines[0]["status"] == 403


async def test_a_method_of_somebodys_own_making_is_all_one(scene: Scene) -> None:
    await scene.client.request("BREW", "/api/v1/health")
    assert 'method="other"' in (await scene.counts()).text


async def test_the_probes_say_how_it_stands_and_nothing_else(scene: Scene) -> None:
    assert (await scene.client.get("/healthz")).json() == {"ok": True}
    ready = await scene.client.get("/readyz")
    assert (ready.status_code, ready.json()) == (200, {"ready": True, "records": "ok", "jobs": "nobody at work", "index": "ok", "changes": "ok"})


async def test_one_whose_database_is_away_lives_and_is_not_ready(app: Any, tmp_path: Any) -> None:
    around = watched(app, looked_after(Database(f"sqlite:///{tmp_path / 'gone' / 'pmo.db'}")))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(around), base_url=HERE) as client:
        assert (await client.get("/healthz")).status_code == 200
        assert (await client.get("/readyz")).status_code == 503
        assert (await client.get("/metrics")).status_code == 200


async def test_without_a_token_the_counts_are_for_this_machine_and_not_through_a_proxy(scene: Scene) -> None:
    assert (await scene.counts()).status_code == 200
    assert (await scene.counts(**{"x-forwarded-for": "203.0.113.9"})).status_code == 401


async def test_with_a_token_the_counts_are_for_who_has_it(app: Any, bare: Database) -> None:
    app.user_middleware.clear()          # the wall of sample mode lets this machine in only
    transport = httpx.ASGITransport(watched(app, looked_after(bare, "scrape")), client=("203.0.113.9", 1))
    async with httpx.AsyncClient(transport=transport, base_url=HERE) as client:
        assert [(await client.get("/metrics", headers=h)).status_code for h in ({}, {"authorization": "Bearer other"}, SCRAPE)] == [401, 401, 200]


async def test_who_asked_is_told_by_their_number(scene: Scene) -> None:
    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        logs.asked_by("ana@northlight.example")
        await PlainTextResponse("yes")(scope, receive, send)

    around = Watched(app, Metrics(), {"ana@northlight.example": 3}.get)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(around), base_url=HERE) as client:
        await client.get("/")
    assert scene.lines[0]["person"] == 3
    assert "ana" not in scene.out.getvalue()


@pytest.mark.usefixtures("_log_as_it_was")
async def test_whoever_proves_who_they_are_is_noted_for_the_line_of_their_request(app: Any) -> None:
    out, asked = io.StringIO(), list[str]()
    async with httpx.AsyncClient(transport=httpx.ASGITransport(Watched(app, Metrics(), asked.append)), base_url=HERE) as client:
        logs.begin("json", out)
        await client.get("/api/v1/people", headers={"X-PMO-Person": "Ana"})
    assert asked == ["ana@sample.example"]
