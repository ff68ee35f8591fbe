"""One's own ways in: listed, ended and made by the page's session, and by nothing else."""
from typing import Any

import pytest

from tests.bots.web.doors import OURS, READ, Door
from tests.records.conftest import ADMIN, ANA, BEN, CLEO


async def ways(door: Door) -> list[dict[str, Any]]:
    return list((await door.browser.get("/api/v1/sessions")).json())


async def test_ones_sessions_and_tokens_are_listed_and_nobody_elses(door: Door) -> None:
    door.entering.token(ANA, ANA)
    door.entering.token(CLEO, CLEO, ("read", "mcp"), 10, "my assistant")
    await door.enter(CLEO)
    session, token = sorted(await ways(door), key=lambda way: way["sort"])
    assert (token["sort"], token["name"], token["scopes"], token["here"]) == ("token", "my assistant", ["read", "mcp"], False)
    assert (session["sort"], session["name"], session["here"]) == ("session", "by a link", True)
    assert "secret" not in token.keys() | session.keys()


async def test_a_token_that_is_made_here_works_until_it_is_revoked_here(door: Door) -> None:
    await door.enter(ANA)
    made = await door.browser.post("/api/v1/tokens", json={"name": "the nightly report", "scopes": ["read"], "days": 30}, headers=OURS)
    assert made.status_code == 201
    bearer = {"Authorization": f"Bearer {made.json()['secret']}"}
    assert (await door.browser.get(READ, headers=bearer)).status_code == 200
    (id_,) = [way["id"] for way in await ways(door) if way["name"] == "the nightly report"]
    assert (await door.browser.delete(f"/api/v1/sessions/{id_}", headers=OURS)).status_code == 204
    assert (await door.browser.get(READ, headers=bearer)).status_code == 401


@pytest.mark.parametrize(("wish", "status"), [({"scopes": ["admin"]}, 422), ({"scopes": ["all"]}, 422), ({"scopes": []}, 422), ({"days": 400}, 422),
                                              ({"person": ADMIN}, 422)])
async def test_nobody_makes_a_token_that_may_more_than_they_may(door: Door, wish: dict[str, Any], status: int) -> None:
    await door.enter(BEN)
    assert (await door.browser.post("/api/v1/tokens", json=wish, headers=OURS)).status_code == status


async def test_what_nobody_can_see_is_in_no_name_and_ends_nothing(door: Door) -> None:
    await door.enter(ANA)
    assert (await door.browser.post("/api/v1/tokens", json={"name": " a\x00\u202eb "}, headers=OURS)).status_code == 201
    assert "ab" in [way["name"] for way in await ways(door)]
    assert (await door.browser.delete("/api/v1/sessions/%00", headers=OURS)).status_code == 422


async def test_nobody_ends_what_is_somebody_elses(door: Door) -> None:
    theirs = door.entering.open(ANA, "by a link")
    (id_,) = [i.id for i in door.entering.issued(ANA) if i.id == door.entering.caller(theirs).session]
    await door.enter(BEN)
    assert (await door.browser.delete(f"/api/v1/sessions/{id_}", headers=OURS)).status_code == 404
    assert door.entering.caller(theirs).email == ANA


@pytest.mark.parametrize(("method", "path"), [("POST", "tokens"), ("GET", "sessions"), ("DELETE", "sessions"), ("DELETE", "sessions/ab"), ("GET", "session")])
async def test_a_token_makes_no_token_and_ends_nothing(door: Door, method: str, path: str) -> None:
    token = door.entering.token(ADMIN, ADMIN, ("read", "write", "admin"))
    answer = await door.browser.request(method, f"/api/v1/{path}", json={} if method == "POST" else None, headers={"Authorization": f"Bearer {token}"})
    assert answer.status_code == 401
    assert door.entering.by_token(token).email == ADMIN
