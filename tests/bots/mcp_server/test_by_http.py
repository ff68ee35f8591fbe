"""MCP by HTTP: a token of the right audience says who asks; another name, origin or body is refused, and two at once are never mixed."""
import asyncio
from typing import Any

import httpx2
import pytest

from bots.mcp_server.by_http import LARGEST
from tests.bots.mcp_server.conftest import ANA, BEN, NEW, OLD, PAGE, Lent, Person, over_http, text

LIST = {"jsonrpc": "2.0", "id": 1, "method": "tools/list", "params": {}}
PLAIN = {"accept": "application/json, text/event-stream", "content-type": "application/json", "mcp-protocol-version": "2025-11-25"}
ERAS = pytest.mark.parametrize("mode", [OLD, NEW])


def bearing(token: str) -> dict[str, str]:
    return {"authorization": f"Bearer {token}"}


async def posted(app: Any, headers: dict[str, str], path: str = "/mcp", body: Any = LIST) -> httpx2.Response:
    async with httpx2.AsyncClient(transport=httpx2.ASGITransport(app), base_url=PAGE) as client:
        return await client.post(path, json=body, headers={**PLAIN, **headers})


@ERAS
async def test_a_token_is_its_person(lent: Lent, mode: str) -> None:
    async with lent.face() as app, over_http(app, bearing(lent.token(BEN)), mode=mode) as client:
        mine = await client.call_tool("my_work", {})
    assert "Start with APOLLO-I-2 The invoice list shows a wrong total" in text(mine)


async def test_two_callers_at_once_are_never_mixed(lent: Lent) -> None:
    async with lent.face() as app:
        async def asks(who: str) -> set[str]:
            async with over_http(app, bearing(lent.token(who)), mode=NEW) as client:
                return {text(r) for r in await asyncio.gather(*(client.call_tool("my_work", {}) for _ in range(4)))}
        ben, ana, again = await asyncio.gather(asks(BEN), asks(ANA), asks(BEN))
    assert len(ben) == len(ana) == 1
    assert ben == again != ana


async def test_no_token_a_wrong_one_and_one_for_another_face_are_refused(lent: Lent) -> None:
    api, revoked = lent.token(BEN, "read", "write"), lent.token(BEN)
    for token in lent.entering.issued(BEN):
        if "mcp" in token.scopes:
            lent.entering.revoke(BEN, token.id)
    async with lent.face() as app:
        for headers in ({}, bearing("pmo_nothing"), bearing(api), bearing(revoked), {"authorization": f"Basic {api}"}):
            assert (await posted(app, headers)).status_code == 401


async def test_a_token_for_mcp_confirms_nothing_at_the_api(lent: Lent) -> None:
    made = await lent.assistant.call(BEN, "create_record", {"kind": "task", "values": {"title": "Sweep", "project": "Apollo"}})
    assert made.proposal
    async with lent.served() as app:
        path = f"/api/v1/proposals/{made.proposal.id}"
        refused = await posted(app, bearing(lent.token(BEN)), f"{path}/confirm", {})
        allowed = await posted(app, bearing(lent.token(BEN, "read", "write")), f"{path}/discard", {})
    assert (refused.status_code, "That token is for MCP only" in refused.text) == (401, True)
    assert allowed.json()["blocks"][0]["text"] == "Discarded; nothing was changed."


@pytest.mark.parametrize(("headers", "status"), [
    ({"host": "evil.example"}, 403), ({"origin": "http://evil.example"}, 403), ({"content-type": "text/plain"}, 400), ({}, 200)])
async def test_a_foreign_host_or_origin_is_refused(lent: Lent, headers: dict[str, str], status: int) -> None:
    async with lent.served() as app:
        assert (await posted(app, {**bearing(lent.token(BEN)), **headers})).status_code == status


async def test_the_face_itself_knows_its_own_names_only(lent: Lent) -> None:
    async with lent.face("https://pmo.office.example") as face:
        for host, origin, status in (("pmo.office.example", "https://pmo.office.example", 200), ("evil.example", "", 421),
                                     ("pmo.office.example", "https://evil.example", 403)):
            asked = await posted(face, {**bearing(lent.token(BEN)), "host": host, **({"origin": origin} if origin else {})})
            assert asked.status_code == status


async def test_who_calls_too_often_waits_and_others_do_not(lent: Lent) -> None:
    async with lent.face(most=2) as face, over_http(face, bearing(lent.token(BEN)), mode=NEW) as client:
        said = [text(await client.call_tool("look_up_proposal", {"proposal": "P-1"})) for _ in range(3)]
        async with over_http(face, bearing(lent.token(ANA)), mode=NEW) as another:
            others = await another.call_tool("look_up_proposal", {"proposal": "P-1"})
    assert said[2].startswith("Too many requests: 2 in a minute are the most. Go on in ")
    assert text(others) == "There is no such proposal of yours."


async def test_a_body_that_is_too_large_is_refused(lent: Lent) -> None:
    async with lent.served() as app:
        assert (await posted(app, bearing(lent.token(BEN)), body={**LIST, "params": {"x": "x" * LARGEST}})).status_code == 413


async def test_the_rest_of_the_application_stays_as_it_is(lent: Lent) -> None:
    async with lent.served() as app, httpx2.AsyncClient(transport=httpx2.ASGITransport(app), base_url=PAGE) as client:
        nothing = await client.get("/.well-known/oauth-protected-resource")
        health = await client.get("/api/v1/health")
    assert nothing.status_code == 404
    assert nothing.json()["error"]
    assert health.json()["ok"]


async def test_by_http_a_person_is_led_to_the_page_and_the_result_tells_what_they_did(lent: Lent) -> None:
    ana = Person("accept", lent, ANA, confirms=True)
    async with lent.face() as app, over_http(app, bearing(lent.token(ANA)), mode=NEW, elicitation_callback=ana) as client:
        done = await client.call_tool("create_record", {"kind": "task", "values": {"title": "Sweep by HTTP", "project": "Apollo"}})
    assert [asked.url.startswith(f"{PAGE}/proposals/P-") for asked in ana.asked] == [True]
    assert "That was done already, as change #" in text(done)


async def test_by_http_the_older_protocol_gets_the_link(lent: Lent) -> None:
    ana = Person("accept", lent, ANA)
    async with lent.face() as app, over_http(app, bearing(lent.token(ANA)), mode=OLD, elicitation_callback=ana) as client:
        waits = await client.call_tool("create_record", {"kind": "task", "values": {"title": "Sweep by HTTP", "project": "Apollo"}})
    assert not ana.asked
    assert f"{PAGE}/proposals/P-" in text(waits)
