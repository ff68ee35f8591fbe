"""Signing in by HTTP: links that a scanner cannot use up, cookies that no script reads, and all that somebody may try who is not let in."""
from datetime import timedelta
import json
from pathlib import Path

import httpx
import pytest

from assistant.admitting import Admitting
from bots.web.landing import landing
from tests.bots.web.doors import ASK, OURS, READ, Door
from tests.conftest import settings_in
from tests.records.conftest import ADMIN, BEN


async def status(door: Door, **headers: str) -> int:
    return (await door.browser.get(READ, headers=headers)).status_code


async def test_a_link_signs_in_once_and_leads_where_one_wanted_to_go(door: Door) -> None:
    answer = await door.enter(next="/projects/APOLLO?period=month")
    assert (answer.status_code, answer.json()) == (200, {"goes": "/projects/APOLLO?period=month"})
    assert answer.headers["set-cookie"].partition(";")[2] == " HttpOnly; Max-Age=2592000; Path=/; SameSite=lax; Secure"
    assert answer.headers["set-cookie"].startswith("__Host-pmo=")
    await door.browser.post(ASK, json={"text": "what is overdue?"}, headers=OURS)
    assert door.stand_in.asked[0].who == BEN


async def test_looking_at_a_link_does_not_take_it(door: Door) -> None:
    secret = door.entering.link(ADMIN, BEN)
    for _ in range(3):
        page = await door.browser.get(f"/sign-in/{secret}")
        assert (page.status_code, "set-cookie" in page.headers, page.headers["referrer-policy"]) == (200, False, "no-referrer")
    await door.browser.head(f"/sign-in/{secret}")
    assert (await door.browser.post("/api/v1/session", json={"secret": secret}, headers=OURS)).status_code == 200


async def test_a_link_that_was_taken_says_so(door: Door) -> None:
    secret = door.entering.link(ADMIN, BEN)
    first, second = [await door.browser.post("/api/v1/session", json={"secret": secret}, headers=OURS) for _ in range(2)]
    assert (first.status_code, second.status_code) == (200, 401)
    assert second.json()["detail"] == "That link has been used, or its 15 minutes are over. Ask for a new one."
    assert "set-cookie" not in second.headers


async def test_over_plain_http_the_cookie_is_as_good_as_that_allows(door: Door, tmp_path: Path) -> None:
    async with httpx.AsyncClient(transport=httpx.ASGITransport(door.app(settings_in(tmp_path))), base_url="http://127.0.0.1:8000") as browser:
        answer = await browser.post("/api/v1/session", json={"secret": door.entering.link(ADMIN, BEN)})
        assert answer.headers["set-cookie"].startswith("pmo=")
        assert "HttpOnly" in answer.headers["set-cookie"]
        assert "Secure" not in answer.headers["set-cookie"]
        assert (await browser.get(READ)).status_code == 200


async def test_a_stolen_cookie_is_worth_nothing_after_signing_out(door: Door) -> None:
    await door.enter()
    stolen = dict(door.browser.cookies)
    assert (await door.browser.delete("/api/v1/session", headers=OURS)).status_code == 204
    assert not door.browser.cookies
    door.browser.cookies.update(stolen)
    assert await status(door) == 401


async def test_signing_out_everywhere_ends_the_other_sessions_too(door: Door) -> None:
    other = door.entering.open(BEN, "by a link")
    await door.enter()
    assert (await door.browser.delete("/api/v1/sessions", headers=OURS)).status_code == 204
    assert await status(door, Cookie=f"__Host-pmo={other}") == 401


async def test_a_session_that_was_planted_is_not_taken_on(door: Door) -> None:
    planted = door.entering.open(ADMIN, "by the attacker")
    door.browser.cookies.set("__Host-pmo", planted)
    assert planted not in (await door.enter()).headers["set-cookie"]
    assert await status(door, Cookie=f"__Host-pmo={planted}") == 401          # it has ended: nobody waits in it for who signs in


async def test_a_cookie_that_any_subdomain_could_have_set_does_not_count(door: Door) -> None:
    assert await status(door, Cookie=f"pmo={door.entering.open(BEN, 'by a link')}") == 401


async def test_whose_account_is_closed_is_out_in_mid_session(door: Door) -> None:
    await door.enter()
    assert await status(door) == 200
    Admitting(door.database, lambda: door.now).leave(BEN)
    assert await status(door) == 401


async def test_who_signed_in_is_told_by_name(door: Door) -> None:
    assert (await door.browser.get("/api/v1/session")).status_code == 401
    await door.enter()
    assert (await door.browser.get("/api/v1/session")).json() == {"email": BEN, "name": "Ben Okafor", "role": "member"}


async def test_a_token_may_what_its_scopes_say(door: Door) -> None:
    reads, both = (door.entering.token(BEN, BEN, scopes) for scopes in (("read",), ("read", "write")))
    said = {"text": "what is overdue?"}
    assert await status(door, Authorization=f"Bearer {reads}") == 200
    refused = await door.browser.post(ASK, json=said, headers={"Authorization": f"Bearer {reads}"})
    assert (refused.status_code, refused.json()["error"]) == (
        403, "That token may not do this: it lacks the scope write. Make one that has it: pmo token PERSON --scope write")
    assert not door.stand_in.asked
    await door.browser.post(ASK, json=said, headers={"Authorization": f"Bearer {both}"})
    assert door.stand_in.asked[0].who == BEN
    assert (await door.browser.get("/api/v1/admin/anything", headers={"Authorization": f"Bearer {both}"})).status_code == 404


async def test_a_question_says_whether_our_page_or_a_program_asks_it(door: Door) -> None:
    await door.enter()
    token = door.entering.token(BEN, BEN, scopes=("read", "write"))
    for headers in (OURS, {"Authorization": f"Bearer {token}"}, OURS | {"Authorization": "Bearer"}):
        await door.browser.post(ASK, json={"text": "what is overdue?"}, headers=headers)
    assert [question.face for question in door.stand_in.asked] == ["page", "api", "page"]


@pytest.mark.parametrize("said", ["Bearer pmo_guess", "Bearer", "Basic YTpi", "Bearer \xe9", "pmo_x"])
async def test_what_is_no_token_of_ours_is_refused_in_one_sentence(door: Door, said: str) -> None:
    answer = await door.browser.get(READ, headers={b"Authorization": said.encode("latin-1")})
    assert (answer.status_code, answer.headers["content-type"]) == (401, "application/problem+json")
    assert "pmo token" in answer.json()["detail"]


async def test_a_token_for_mcp_opens_nothing_here(door: Door) -> None:
    answer = await door.browser.get(READ, headers={"Authorization": f"Bearer {door.entering.token(BEN, BEN, ('mcp', 'read'))}"})
    assert (answer.status_code, answer.json()["error"][:26]) == (401, "That token is for MCP only")


@pytest.mark.parametrize("headers", [{"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}, {"Origin": "null"}, {}])
async def test_another_sites_page_does_nothing_in_ones_session(door: Door, headers: dict[str, str]) -> None:
    await door.enter()
    for method, path in (("DELETE", "session"), ("DELETE", "sessions"), ("POST", "session"), ("POST", "sign-in/link"), ("POST", "tokens"), ("POST", "ask")):
        assert (await door.browser.request(method, f"/api/v1/{path}", headers=headers)).status_code == 403
    assert await status(door) == 200


async def test_a_link_is_asked_for_with_the_same_answer_for_whoever(door: Door) -> None:
    known, unknown = [await door.browser.post("/api/v1/sign-in/link", json={"email": email, "next": "//evil.example"}) for email in (BEN, "eve@evil.example")]
    assert known.status_code == unknown.status_code == 202
    assert known.json() == unknown.json() == {
        "says": "If the office knows that address, a link is on its way by Slack or e-mail. It works once, within 15 minutes."}
    assert door.links.asked == [(BEN, "/"), ("eve@evil.example", "/")]


async def test_nobody_floods_an_address_nor_goes_through_all_of_them(door: Door) -> None:
    answers = [await door.browser.post("/api/v1/sign-in/link", json={"email": BEN}) for _ in range(6)]
    assert [a.status_code for a in answers] == [202] * 5 + [429]
    assert (answers[5].headers["retry-after"], answers[5].json()["error"][:48]) == ("901", "That was asked for often enough just now. Wait 1")
    answers = [await door.browser.post("/api/v1/sign-in/link", json={"email": f"a{i}@office.example"}) for i in range(30)]
    assert [a.status_code for a in answers].count(429) == 6
    door.now += timedelta(minutes=15)
    assert (await door.browser.post("/api/v1/sign-in/link", json={"email": BEN})).status_code == 202


@pytest.mark.parametrize("email", ["", "ana", "a b@c", "a@b\u202e", "a\x00@b", "\ud800@b", "@", "x" * 300 + "@b"])
async def test_what_is_no_address_is_said(door: Door, email: str) -> None:
    answer = await door.browser.post("/api/v1/sign-in/link", content=json.dumps({"email": email}), headers={"Content-Type": "application/json"})
    assert answer.status_code == 422
    assert not door.links.asked


@pytest.mark.parametrize(("path", "leads"), [("/", "/sign-in"), ("/portfolio", "/sign-in?next=/portfolio"),
                                             ("/projects/APOLLO?period=month", "/sign-in?next=/projects/APOLLO%3Fperiod%3Dmonth"),
                                             ("/projects/%C3%84", "/sign-in?next=/projects/%25C3%2584")])
async def test_a_page_leads_to_signing_in_and_back(door: Door, path: str, leads: str) -> None:
    html = {"Accept": "text/html,*/*"}
    answer = await door.browser.get(path, headers=html)
    assert (answer.status_code, answer.headers["location"]) == (303, leads)
    assert "content-security-policy" in answer.headers
    await door.enter()
    assert (await door.browser.get(path, headers=html)).status_code == 200
    onwards = await door.browser.get(leads, headers=html)
    assert (onwards.status_code, onwards.headers["location"]) == (303, path)


@pytest.mark.parametrize("said", ["//evil.example", "https://evil.example", "/\\evil.example", "\\\\evil", "javascript:alert(1)", "", "evil", "/sign-in",
                                  "/a\r\nSet-Cookie: x", "/sign-in/x", "/api/v1/people", "/\tevil", "/a\\b", " /a"])
def test_nobody_is_led_away_from_here(said: str) -> None:
    assert landing(said) == "/"


@pytest.mark.parametrize("said", ["/", "/portfolio", "/projects/APOLLO?period=month&x=1#risks", "/records/APOLLO-T-1"])
def test_a_page_of_ours_is_led_to(said: str) -> None:
    assert landing(said) == said


async def test_how_one_signs_in_is_told_to_everybody(door: Door) -> None:
    assert (await door.browser.get("/api/v1/sign-in")).json() == {"provider": "Northlight", "link": "Slack or e-mail", "office": "Northlight"}
